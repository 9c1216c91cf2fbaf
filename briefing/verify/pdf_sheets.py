"""Sheets on which a program has printed several pages, taken apart again; pages put in their order."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefing.verify.pdf_page import Page
from briefing.verify.pdf_run import Run

_ACROSS = 0.02
"""Share of the letters that may stand across the borders of pages."""
_NUMBER = re.compile(r"(\d{1,4})(?: ?(?:/|of|von|de|sur) ?\d{1,4})?")
"""What a page prints as its number."""
_MARGIN = 16.0
"""Points at the foot and the head of a page that are free, before it is made smaller: columns have none."""
_FOOT = 0.7
"""Share of its height that a run stands above its foot: what is below a comma does not count."""


class _Way(Struct, frozen=True):
    """How pages share a sheet, and what each is made smaller by to have room.

    `largest` are points below which most letters of such a sheet are: text itself is set larger.
    """

    columns: int
    rows: int
    scale: float
    largest: float

    def cell(self, page: Page, x: float, y: float) -> tuple[int, int]:
        """Row and column of the sheet in which a point lies, from the upper left one."""
        column, row = int(x * self.columns / page.width), int(y * self.rows / page.height)
        return self.rows - 1 - min(max(row, 0), self.rows - 1), column


_NINE, _FOUR = _Way(3, 3, 3.0, 4.3), _Way(2, 2, 2.0, 6.4)
_TWO = _Way(2, 1, math.sqrt(2), 9.0)
"""Two pages lie on a sheet across; four and nine on one that is as they are."""


def pages_apart(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages in their order; of sheets that hold several, row by row from the left."""
    if not pages or any(page.others for page in pages):
        return tuple(pages)
    heights: Counter[float] = Counter()
    for page in pages:
        for run in _runs(page):
            heights[round(run.height, 1)] += len(run.text)
    usual = heights.most_common(1)[0][0] if heights else math.inf
    across = all(page.width > page.height for page in pages)
    for way in (_NINE, _FOUR, _TWO):
        if usual < way.largest and (across or way is not _TWO) and _is_so(pages, way):
            return tuple(part for page in pages for part in _parts(page, way))
    return tuple(pages)


def run_backwards(pages: Sequence[Page]) -> bool:
    """Whether the last page comes first, as of a file that was printed to lie in order on the tray.

    All pages but one, which may have no number, count down.
    """
    numbers = [(at, number) for at, page in enumerate(pages) if (number := _number(page))]
    fewest = max(2, len(pages) - 1)
    return len(numbers) >= fewest and len({at + number for at, number in numbers}) == 1


def _number(page: Page) -> int | None:
    """The number that the page prints of itself, lowest on it."""
    found: list[tuple[float, int]] = []
    for line in page.lines:
        words = " ".join("".join(run.text for run in line).split())
        if match := _NUMBER.fullmatch(words):
            found.append((line[0].y, int(match[1])))
    return min(found)[1] if found else None


def _runs(page: Page) -> Iterator[Run]:
    return (run for line in page.lines for run in line if run.text.strip())


def _is_so(pages: Sequence[Page], way: _Way) -> bool:
    """Whether hardly a letter stands across the borders, and several places are filled, or the first."""
    places: Counter[tuple[int, int] | None] = Counter()
    for page in pages:
        for run in _runs(page):
            free = _MARGIN / way.scale
            first = way.cell(page, run.x, run.y - free)
            last = way.cell(page, max(run.x, run.end - 1), run.y + _FOOT * run.height + free)
            places[first if first == last else None] += len(run.text)
    filled = places.keys() - {None}
    several = len(filled) > 1 or (way is not _TWO and filled == {(0, 0)})
    return several and places[None] <= _ACROSS * places.total()


def _parts(page: Page, way: _Way) -> Iterator[Page]:
    cells = [(row, column) for row in range(way.rows) for column in range(way.columns)]
    first, *others = (_part(page, way, cell) for cell in cells)
    yield first
    # The last sheet may hold fewer pages.
    yield from (replace(one, told=(), aside="", laid=()) for one in others if one.lines)


def _part(page: Page, way: _Way, cell: tuple[int, int]) -> Page:
    """The page in that cell, in its own size."""
    wide, high = page.width / way.columns, page.height / way.rows
    left, foot = cell[1] * wide, (way.rows - 1 - cell[0]) * high
    lines = (
        tuple(
            _enlarged(run, left, foot, way.scale)
            for run in line
            if way.cell(page, run.x, run.y) == cell
        )
        for line in page.lines
    )
    return replace(
        page,
        width=wide * way.scale,
        height=high * way.scale,
        lines=tuple(line for line in lines if line),
    )


def _enlarged(run: Run, left: float, foot: float, scale: float) -> Run:
    return replace(
        run,
        x=(run.x - left) * scale,
        end=(run.end - left) * scale,
        y=(run.y - foot) * scale,
        height=run.height * scale,
    )
