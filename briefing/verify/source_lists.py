"""The lists of sources of a paper: of briefings set one behind the other each has its own."""

from collections.abc import Sequence

from msgspec import Struct, field

from briefing.verify.paper import Paper, Part
from briefing.verify.quoting import entry_number


class SourceList(Struct):
    """One list: its entries by their numbers, grouped by the headings above them.

    `end` is the number of its last paragraph.
    """

    entries: dict[int, str] = field(default_factory=dict)
    groups: list[set[int]] = field(default_factory=list)
    end: int = 0


def read_lists(paper: Paper) -> list[SourceList]:
    """The lists of `paper`, in its order: a number that one has already begins the next."""
    lists: list[SourceList] = []
    number: int | None = None
    headed = True
    for paragraph in paper.paragraphs:
        headed = headed or paragraph.part is Part.HEADING
        if paragraph.part is Part.ENTRY and (found := entry_number(paragraph.text)):
            number = found
            if not lists or number in lists[-1].entries:
                lists.append(SourceList())
                headed = True
            own = lists[-1]
            own.entries[number] = paragraph.text
            own.groups += [set()] if headed else []
            own.groups[-1].add(number)
            own.end = paragraph.number
            headed = False
        elif number is not None and paragraph.part in (Part.ENTRY, Part.ENTRY_NOTE):
            lists[-1].entries[number] += f"\n{paragraph.text}"
            lists[-1].end = paragraph.number
        else:
            number = None
    return lists


def entry_for(lists: Sequence[SourceList], number: int, at: int) -> str | None:
    """The entry that `number` means in the paragraph `at`: of the next list that has it, else of any."""
    having = [one for one in lists if number in one.entries]
    below = (one for one in having if at <= one.end)
    found = next(below, having[-1] if having else None)
    return found.entries[number] if found else None
