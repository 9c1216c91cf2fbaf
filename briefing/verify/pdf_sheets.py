"""Sheets on which a program has printed two pages side by side, taken apart again."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from briefing.verify.pdf_page import Page
from briefing.verify.pdf_run import Run

_SMALLEST = 9.0
"""Points below which most letters of a sheet are when two pages share it: text itself is set larger."""
_ACROSS = 0.02
"""Share of the letters that may stand across the middle."""
_SCALE = math.sqrt(2)
"""What a page is made smaller by, so that two of them fill a sheet of its own size."""


def pages_apart(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages in their order; of sheets that hold two, the left one, then the right one."""
    if not pages or not all(page.width > page.height and not page.others for page in pages):
        return tuple(pages)
    heights: Counter[float] = Counter()
    sides: Counter[int] = Counter()
    for page in pages:
        for run in _runs(page):
            heights[round(run.height, 1)] += len(run.text)
            sides[_side(run, page)] += len(run.text)
    across = sides[0] > _ACROSS * sides.total()
    if across or not sides[-1] or not sides[1] or heights.most_common(1)[0][0] >= _SMALLEST:
        return tuple(pages)
    return tuple(half for page in pages for half in _halves(page))


def _runs(page: Page) -> Iterator[Run]:
    return (run for line in page.lines for run in line if run.text.strip())


def _side(run: Run, page: Page) -> int:
    """On which side of the middle a run stands: left -1, right 1, across it 0."""
    middle = page.width / 2
    return -1 if run.end <= middle else 1 if run.x >= middle else 0


def _halves(page: Page) -> Iterator[Page]:
    left, right = (_half(page, at) for at in (0, page.width / 2))
    yield left
    if right.lines:  # the last sheet may hold one page
        yield replace(right, told=(), aside="", laid=())


def _half(page: Page, begin: float) -> Page:
    """The page that begins at `begin`, in its own size."""
    width = page.width / 2
    lines = (
        tuple(_enlarged(run, begin) for run in line if begin <= run.x < begin + width)
        for line in page.lines
    )
    return replace(
        page,
        width=width * _SCALE,
        height=page.height * _SCALE,
        lines=tuple(line for line in lines if line),
    )


def _enlarged(run: Run, begin: float) -> Run:
    return replace(
        run,
        x=(run.x - begin) * _SCALE,
        end=(run.end - begin) * _SCALE,
        y=run.y * _SCALE,
        height=run.height * _SCALE,
    )
