"""Where pages lie in a scrolled view: plain arithmetic, no Qt.

All lengths are pixels of the view but for sizes of pages, which are points (1/72 inch).
"""

from collections.abc import Callable, Iterable, Sequence

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


def moved(before: PageLayout, after: PageLayout, x: float, y: float) -> tuple[float, float]:
    """Where the point of the paper at `(x, y)` of one layout lies in another of the same pages."""
    index = min(range(len(before.sizes)), key=lambda page: _beside(before.page(page), y), default=0)
    left, top, _, _ = before.page(index)
    there = after.page(index)
    grown = after.scale / before.scale
    return there[0] + (x - left) * grown, there[1] + (y - top) * grown


def _beside(box: Box, y: float) -> float:
    return max(box[1] - y, y - box[3], 0.0)


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


def note_numbers(
    regions: Sequence[Region], is_ahead: Callable[[str], bool] = lambda _: False
) -> dict[Passage, int]:
    """The number of the note that follows each quotation, where it is printed first.

    `regions` are in the order of the page. What is printed ahead of the themes, under a heading whose
    anchor `is_ahead`, is quoted again in its place: the number there is the one that is meant.
    """
    found: dict[Passage, int] = {}
    ahead: dict[Passage, int] = {}
    into, last = found, None
    for region in regions:
        if region.kind is RegionKind.HEADING:
            into = ahead if is_ahead(region.anchor) else found
        elif region.kind is RegionKind.EXCERPT:
            last = region.passage
        elif region.kind is RegionKind.CITATION and last is not None:
            into.setdefault(last, region.note)
            last = None
    return ahead | found
