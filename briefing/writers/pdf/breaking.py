"""Runs become lines: breaks chosen over the whole paragraph, for an even right edge.

Total-fit breaking (Knuth and Plass 1981) for ragged-right setting: the breaks whose squared
shortfalls add up to least. Nothing ever stands over the edge; what is too long for a line is split.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.writers.pdf.runs import Run

# A break may stand after a space, after a dash between words, and inside an address.
_PIECES = re.compile(r"\s+|[^\s—–/-]*[—–/-]+|[^\s—–/-]+")
_ADDRESS = re.compile(r"[^/?&=._%#-]*[/?&=._%#-]+|[^/?&=._%#-]+")
_LAST_LINE = 0.25


@dataclass(frozen=True, slots=True)
class Box:
    """What cannot be broken; `space` is the run of white space behind it, if any."""

    runs: tuple[Run, ...]
    width: float
    space: Run | None = None

    @property
    def space_width(self) -> float:
        """Width of the space behind the box."""
        return self.space.width if self.space else 0.0


def break_lines(runs: Sequence[Run], measure: float) -> tuple[tuple[Run, ...], ...]:
    """The lines of a paragraph, none wider than `measure` points."""
    boxes = [part for box in _boxes(runs) for part in _fitting(box, measure)]
    if not boxes:
        return ()
    return tuple(_line(boxes[start:end]) for start, end in _breaks(boxes, measure))


def _boxes(runs: Sequence[Run]) -> Iterator[Box]:
    """Boxes of the paragraph; runs without a break between them belong to one box."""
    held: list[Run] = []
    for run in runs:
        if run.note is not None:
            held.append(run)
            continue
        for piece in (_ADDRESS if run.url else _PIECES).findall(run.text):
            part = replace(run, text=piece)
            if piece.isspace():
                if held:
                    yield _box(held, replace(run, text=" ", url=None, goto=None))
                held = []
            else:
                held.append(part)
                if run.url or piece[-1] in "—–/-":
                    yield _box(held, None)
                    held = []
    if held:
        yield _box(held, None)


def _box(held: list[Run], space: Run | None) -> Box:
    return Box(tuple(held), sum(run.width for run in held), space)


def _fitting(box: Box, measure: float) -> Iterator[Box]:
    """The box, or, if it is wider than a line, parts of it that are not."""
    if box.width <= measure:
        yield box
        return
    held: list[Run] = []
    room = measure
    for run in box.runs:
        text = ""
        for character in run.text:
            wide = replace(run, text=character).width
            if wide > room and (text or held):
                yield _box([*held, *([replace(run, text=text)] if text else [])], None)
                held, text, room = [], "", measure
            text += character
            room -= wide
        if text:
            held.append(replace(run, text=text))
    yield replace(_box(held, None), space=box.space)


def _breaks(boxes: Sequence[Box], measure: float) -> list[tuple[int, int]]:
    """Ranges of boxes that make the lines, by the least sum of squared shortfalls."""
    count = len(boxes)
    cost = [0.0] + [float("inf")] * count
    came = [0] * (count + 1)
    for end in range(1, count + 1):
        width = 0.0
        for start in range(end - 1, -1, -1):
            width += boxes[start].width
            if start < end - 1:
                width += boxes[start].space_width
            if width > measure and start < end - 1:
                break
            short = (measure - width) / measure
            # The last line may be short; a very short one is a blemish.
            if end == count:
                short = 0.6 if short > 1 - _LAST_LINE / 3 and start else 0.0
            total = cost[start] + short * short + 0.0001
            if total < cost[end]:
                cost[end], came[end] = total, start
    ranges = []
    end = count
    while end:
        ranges.append((came[end], end))
        end = came[end]
    return ranges[::-1]


def _line(boxes: Sequence[Box]) -> tuple[Run, ...]:
    """The runs of a line, neighbours of one kind joined; a space ends it, so that words stay apart."""
    line: list[Run] = []
    for box in boxes:
        for run in (*box.runs, *((box.space,) if box.space else ())):
            if line and replace(line[-1], text=run.text) == run:
                line[-1] = replace(run, text=line[-1].text + run.text)
            else:
                line.append(run)
    return tuple(line)
