"""Where excerpts, citations, headings and entries of the source list lie, for who looks for them."""

from collections.abc import Sequence

from briefing.model.output import Region, RegionKind
from briefing.model.passage import Passage
from briefing.writers.pdf.items import Item, Note
from briefing.writers.pdf.linking import Box

_HEADING, _EXCERPT = RegionKind.HEADING, RegionKind.EXCERPT
_CITATION, _REFERENCE = RegionKind.CITATION, RegionKind.REFERENCE
"""Asking the enumeration takes longer than making a region."""


def anchored(item: Item, page: int, down: float, sides: tuple[float, float]) -> list[Region]:
    """What leads to `item`, which begins so far below the head of the page."""
    left, right = sides
    bottom = down + item.leading + (item.after if item.count == 1 else 0.0)
    box = (left, down, right, bottom)
    found = []
    if item.outline:
        found.append(Region(_HEADING, page, *box, anchor=item.anchor or ""))
    if item.source:
        found.append(Region(_REFERENCE, page, *box, sources=(item.source,)))
    return found


def cited(note: Note, page: int, area: tuple[float, float, float, float], height: float) -> Region:
    """The mark of `note`, on a page of that height."""
    left, low, right, high = area
    return Region(
        _CITATION, page, left, height - high, right, height - low,
        note=note.number, sources=note.sources,
    )  # fmt: skip


def boxes(item: Item, start: int, end: int) -> list[Box]:
    """One box for all of these lines, from and to, of each excerpt in `item`.

    They are measured from the left edge of the item and, downwards, from the foot of its first line.
    """
    size, leading = item.style.size, item.style.leading
    found: dict[Passage, list[float]] = {}
    last: Passage | None = None
    known: list[float] | None = None
    for number, left, right, passage in item.lines.boxes:
        if not start <= number < end:
            continue
        low = (number - start) * leading + size * 0.25
        if passage is not last:  # it seldom is: hashing it costs more than all the rest
            last, known = passage, found.get(passage)
        if known is None:
            known = found[passage] = [left, low - size * 1.2, right, low]
            continue
        known[0], known[2], known[3] = min(known[0], left), max(known[2], right), low
    return [(left, top, right, low, passage) for passage, (left, top, right, low) in found.items()]


def excerpts(found: Sequence[Box], place: tuple[int, float, float]) -> list[Region]:
    """The regions of boxes on a page; `place` is the page, and the point that they are measured from."""
    page, x, down = place
    return [
        Region(_EXCERPT, page, x + left, down + top, x + right, down + low, passage=passage)
        for left, top, right, low, passage in found
    ]
