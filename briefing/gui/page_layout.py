"""Where pages lie in a scrolled view: plain arithmetic, no Qt.

All lengths are pixels of the view but for sizes of pages, which are points (1/72 inch).
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from briefing.model.output import Region, RegionKind
from briefing.model.passage import Passage

GAP = 12.0
"""Pixels between two pages, and around them."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


class PageLayout(Struct, frozen=True):
    """Pages below one another, each centred in `width`, at `scale` pixels a point."""

    sizes: tuple[tuple[float, float], ...]
    scale: float
    width: float

    @property
    def height(self) -> float:
        """Height of all pages with the gaps around them."""
        return GAP + sum(height * self.scale + GAP for _, height in self.sizes)

    def page(self, index: int) -> Box:
        """Where the page of that index (from 0) lies."""
        top = GAP + sum(height * self.scale + GAP for _, height in self.sizes[:index])
        wide, high = (side * self.scale for side in self.sizes[index])
        left = max(GAP, (self.width - wide) / 2)
        return left, top, left + wide, top + high

    def box(self, region: Region) -> Box:
        """Where a region lies."""
        left, top, _, _ = self.page(region.page - 1)
        return (
            left + region.left * self.scale,
            top + region.top * self.scale,
            left + region.right * self.scale,
            top + region.bottom * self.scale,
        )

    def seen(self, top: float, height: float) -> tuple[int, ...]:
        """The pages that show in a view of `height` scrolled to `top`."""
        boxes = ((index, self.page(index)) for index in range(len(self.sizes)))
        return tuple(index for index, box in boxes if box[1] < top + height and box[3] > top)


def fit_width(sizes: Sequence[tuple[float, float]], width: float) -> float:
    """The scale at which the widest page fills `width`."""
    widest = max((wide for wide, _ in sizes), default=595.0)
    return max(0.2, (width - 2 * GAP) / widest)


def excerpts(regions: Iterable[Region]) -> list[Region]:
    """The regions that hold quotations."""
    return [item for item in regions if item.kind is RegionKind.EXCERPT]


def at(layout: PageLayout, regions: Iterable[Region], x: float, y: float) -> Region | None:
    """The smallest region at a point, or `None`."""
    hits: list[tuple[float, int, Region]] = []
    for region in regions:
        left, top, right, bottom = layout.box(region)
        if left <= x <= right and top <= y <= bottom:
            hits.append(((right - left) * (bottom - top), len(hits), region))
    return min(hits)[2] if hits else None


class Anchor(Struct, frozen=True):
    """A quotation near the top of the view, and how far below the top it begins.

    Words may be printed more than once: it is the `nth` of `times`.
    """

    passage: Passage
    offset: float
    nth: int = 0
    times: int = 1


def anchors(layout: PageLayout, regions: Iterable[Region], top: float) -> tuple[Anchor, ...]:
    """The quotations from the top of the view on, nearest first: what must stay where it is."""
    begins = _begins(excerpts(regions))
    found = [
        Anchor(passage, layout.box(region)[1] - top, nth, len(places))
        for passage, places in begins.items()
        for nth, region in enumerate(places)
    ]
    found.sort(key=lambda item: item.offset)
    below = [item for item in found if item.offset >= 0]
    return tuple(below or found[-1:])


def scroll_to(
    layout: PageLayout, regions: Sequence[Region], kept: Iterable[Anchor], top: float
) -> float:
    """Where to scroll so that the first of `kept` that still exists stays where it was."""
    begins = _begins(excerpts(regions))
    there = [anchor for anchor in kept if anchor.passage in begins]
    # Of words that are printed more or less often than before, nobody knows which are which.
    sure = (anchor for anchor in there if anchor.times == len(begins[anchor.passage]))
    for anchor in (*sure, *there):
        places = begins[anchor.passage]
        region = places[min(anchor.nth, len(places) - 1)]
        return layout.box(region)[1] - anchor.offset
    return top


def _begins(shown: Sequence[Region]) -> dict[Passage, list[Region]]:
    """Where each passage begins, as often as it is printed; not where it goes on over a page break."""
    found: dict[Passage, list[Region]] = {}
    last: Passage | None = None
    for region in shown:
        if region.passage and region.passage != last:
            found.setdefault(region.passage, []).append(region)
        last = region.passage
    return found


def note_numbers(regions: Sequence[Region]) -> dict[Passage, int]:
    """The number of the note that follows each quotation, where it is printed first.

    `regions` are in the order of the page.
    """
    found: dict[Passage, int] = {}
    last: Passage | None = None
    for region in regions:
        if region.kind is RegionKind.EXCERPT:
            last = region.passage
        elif region.kind is RegionKind.CITATION and last is not None:
            found.setdefault(last, region.note)
            last = None
    return found
