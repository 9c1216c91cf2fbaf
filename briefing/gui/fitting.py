"""Whether the document fits: in pages, in lines where it does not, in minutes where it is read aloud."""

from collections.abc import Iterable, Mapping
from itertools import pairwise
from statistics import median

from briefing.gui.page_text import PageText, words_of
from briefing.model.desk import Desk
from briefing.words import say_many

ALOUD = 150
"""Words that are read aloud in a minute."""
SPOKEN = frozenset({"talking-points"})
"""Templates whose documents are read aloud."""

_PARTED = 24.0
"""Points from line to line beyond which something else begins."""


def lines_beyond(texts: Mapping[int, PageText], allowed: int) -> int:
    """Lines on the pages beyond those `allowed`, without what stands at the head or foot of each.

    `texts` are the letters of the first page and of those beyond, by their number from 0.
    """
    first = texts.get(0)
    running = {_bare(words_of(first, line)) for line in first.lines} if first else set()
    return sum(
        bool(bare := _bare(words_of(text, line))) and bare not in running
        for page, text in texts.items()
        if page >= allowed
        for line in text.lines
    )


def room_on(text: PageText, height: float, marking: str) -> tuple[float, int]:
    """The share of a page that is taken, and about how many lines more it has room for.

    `height` is that of the page in points. The margin below is taken to be as wide as that above,
    and the widest gap to be what is free: notes stand at the foot.
    """
    furniture = {"", _bare(marking)}
    boxes = sorted(
        (line.box[1], line.box[3])
        for line in text.lines
        if _bare(words_of(text, line)) not in furniture
    )
    if not boxes:
        return 0.0, 0
    top, low = boxes[0][0], height - boxes[0][0]
    tops = [one for one, _ in boxes]
    steps = [two - one for one, two in pairwise(tops) if 0 < two - one < _PARTED]
    leading = median(steps) if steps else _PARTED
    gaps = [two[0] - one[1] for one, two in pairwise(boxes)]
    free = max(0.0, *gaps, low - max(end for _, end in boxes))
    free = free if free > _PARTED else 0.0
    return 1 - free / (low - top), int(free / leading)


def _bare(words: str) -> str:
    """The words of a line without numbers, by which heads and feet of pages differ."""
    return "".join(filter(str.isalpha, words))


def words_aloud(desk: Desk) -> int:
    """Words of the quotations and of the analyst's own text."""
    texts: Iterable[str] = (*(i.text for i in desk.included), *(n.text for n in desk.notes))
    return sum(len(text.split()) for text in texts)


def told(pages: int, allowed: int | None, lines: int, desk: Desk, room: int = 0) -> str:
    """The length in a sentence.

    `lines` are those beyond the pages allowed, `room` about how many more the last of these has
    room for; 0 if not known yet.
    """
    count = say_many("{n} page", "{n} pages", pages)
    if allowed is not None and pages > allowed:
        over = say_many("Over one page", "Over {n} pages", allowed)
        if lines:
            by = say_many("{n} line", "{n} lines", lines)
            over = say_many("Over one page by {by}", "Over {n} pages by {by}", allowed, by=by)
        return f"{over} · {count}"
    if desk.settings.template in SPOKEN:
        words = words_aloud(desk)
        minutes = max(1, round(words / ALOUD))
        aloud = say_many(
            "about {n} minute aloud ({words} words)", "about {n} minutes aloud ({words} words)",
            minutes, words=words,
        )  # fmt: skip
        return f"{count} · {aloud}"
    if allowed == pages and room:
        free = say_many("room for about {n} line", "room for about {n} lines", room)
        return f"{count} · {free}"
    return count
