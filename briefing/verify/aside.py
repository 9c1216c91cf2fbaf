"""Quotations where none is expected: in notes, above quotations, in headers, in the list of sources.

The titles of sources stand there in marks. What else does is held against the sources as any quotation.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from briefing.model.source import Source
from briefing.verify.folding import fold_print
from briefing.verify.paper import Paper, Part, Printed
from briefing.verify.quoting import Quote, entry_number, quotes_in

_SENTENCE = re.compile(r"\w{2,}\W+\w+\W+\w+[.!?]\W*$")
_NUMBER = re.compile(r"\[(\d{1,4})\]")
_FROM_RIGHT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+(?:[\\s\"'’-]+[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+)*"
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST_OTHERS = 4
"""Words, a month among them, that are more than a date and a place in a source."""
_FEWEST_IN_HEADING = 8
"""Words in marks that are more than a name which a heading gives to something."""


def quotes_aside(
    paper: Paper, entries: Mapping[int, str], cited: Iterable[Source], *, listed: bool
) -> Iterator[Quote]:
    """Words in marks beside the text of `paper` that are no titles of the sources `cited`.

    `entries` say what is cited, from the list of sources where one is `listed`, else from the notes.
    """
    cited = list(cited)
    titles_at_hand = [source.title or "" for source in cited]
    publishers = _plain("\n".join(source.publisher or "" for source in cited))
    headings = [line.text for line in paper.paragraphs if line.part is Part.HEADING]
    named = entries.values() if listed else map(_title, entries.values())
    at_hand = _plain("\n".join(titles_at_hand))
    names = at_hand + _plain("\n".join(named))
    titles = names + _plain("\n".join(headings))
    noted = titles + _plain("\n".join(paper.notes.values()))
    for line in paper.paragraphs:
        if line.part is Part.LEAD:
            yield from _strange(line, noted)
        elif line.part is Part.ENTRY:
            known = at_hand + publishers if line.seen else at_hand
            found = _strange(line, known, first=int(_begins_with_title(line, titles_at_hand)))
            # What an entry quotes beside the title, it quotes from its source.
            yield from (replace(quote, entry=entry_number(line.text)) for quote in found)
        elif line.part is Part.HEADING:
            found = (quote for quote in _strange(line, names) if not quote.keys)
            yield from (quote for quote in found if len(quote.text.split()) >= _FEWEST_IN_HEADING)
    for at, (key, words) in enumerate(paper.notes.items()):
        yield from _in_note(Printed(words, Part.BODY, 0, _place(key, at)), titles)
    seen: set[str] = set()
    for place, words in paper.pages:
        here = place if place.startswith("page ") else f"the {place}"
        for quote in _strange(Printed(words, Part.BODY, 0, here), titles):
            if quote.text not in seen:
                seen.add(quote.text)
                yield quote


def _strange(line: Printed, known: str, *, first: int = 0) -> Iterator[Quote]:
    """The quotations of `line` but the `first` ones, and those whose words are `known`."""
    for quote in list(quotes_in(line))[first:]:
        if _plain(quote.text) not in known and not _is_turned(quote.text, known):
            yield quote


def _is_turned(words: str, known: str) -> bool:
    """Whether all that `words` have from right to left is `known`, and hardly anything else is there.

    In a line of both directions marks may be read at the wrong side of what they stand around.
    """
    from_right = _FROM_RIGHT.findall(words)
    others = _WORD.findall(_FROM_RIGHT.sub(" ", words))
    return (
        bool(from_right)
        and all(_plain(one) in known for one in from_right)
        and len(others) < _FEWEST_OTHERS
    )


def _in_note(line: Printed, titles: str) -> Iterator[Quote]:
    """The quotations of a note; a title may be written otherwise than in the list of sources.

    As many words in marks as the note names sources are titles, where more of the note follows.
    """
    strange = list(_strange(line, titles))
    known = sum(1 for _ in quotes_in(line)) - len(strange)
    left = max(len(set(_NUMBER.findall(line.text))), 1) - known
    for quote in strange:
        behind = line.text.rpartition(quote.text)[2]
        if left > 0 and any(map(str.isalpha, behind)):
            left -= 1
        else:
            yield quote


def _begins_with_title(line: Printed, titles: Iterable[str]) -> bool:
    """Whether the first words in marks are the title: no sentence stands before, or more follows."""
    first = next(quotes_in(line, entry=1), None)
    if first is None:
        return True
    before, _, behind = line.text.partition(first.text)
    named = _plain(before)
    if any(title.count(" ") > 1 and _plain(title) in named for title in titles):
        return False
    return any(map(str.isalnum, behind)) or not _SENTENCE.search(before)


def _place(key: str, at: int) -> str:
    page, found, number = key.partition(":")
    return f"note {number}, page {page}" if found else f"note {at + 1}"


def _title(words: str) -> str:
    """The first words in marks of an entry."""
    first = next(quotes_in(Printed(words, Part.BODY, 0, ""), entry=1), None)
    return first.text if first else ""


def _plain(words: str) -> str:
    """The letters of `words`; a line's end may have parted them."""
    return "".join(filter(str.isalnum, fold_print(words))).casefold()
