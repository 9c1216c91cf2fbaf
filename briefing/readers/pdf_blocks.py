"""The lines of a column in the paragraphs they make up."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from msgspec import Struct

from briefing.readers.pdf_layout import Row

_EDGE = 0.12
"""Share of a column's width by which a line may stay behind its edge and still be full."""
_ROOM = 1.1
"""Times a word's own width that must be free where it would have had room."""
_STEP = 0.25
"""Of the letters' size: how much farther than usual a line stands that begins a paragraph."""
_ENDS = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_BULLET = re.compile(r"^(?:[•●▪■◦–—*-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s")


class Block(Struct, frozen=True):
    """Lines that make up one paragraph; `full` where the last of them runs to the column's edge."""

    rows: tuple[Row, ...]
    full: bool

    @property
    def size(self) -> float:
        """The letters' size."""
        return median(row.size for row in self.rows)


class _Column(Struct, frozen=True):
    """Where most lines of a column begin and end, and how far apart wrapped ones stand."""

    left: float
    right: float
    step: float


def blocks(rows: Sequence[Row]) -> Iterator[Block]:
    """The paragraphs of a column."""
    if not rows:
        return
    column = _column(rows)
    group = [rows[0]]
    for row in rows[1:]:
        if _parts(group, row, column):
            yield _block(group, column)
            group = []
        group.append(row)
    yield _block(group, column)


def _block(rows: Sequence[Row], column: _Column) -> Block:
    last = rows[-1]
    return Block(tuple(rows), full=column.right - last.right < _EDGE * (column.right - column.left))


def _column(rows: Sequence[Row]) -> _Column:
    """A line in twenty may stick out: a heading over two columns, a number in the margin."""
    stray = len(rows) // 20
    left = sorted(row.left for row in rows)[stray]
    right = sorted(row.right for row in rows)[-1 - stray]
    alike = [(one, other) for one, other in pairwise(rows) if _is_alike_in_size(one, other)]
    wrapped = [pair for pair in alike if not _leaves_room(*pair, right)] or alike
    steps = sorted((one.bottom - other.bottom) / other.size for one, other in wrapped)
    return _Column(left, right, max(1.0, steps[len(steps) // 4]) if steps else 1.0)


def _is_alike_in_size(one: Row, other: Row) -> bool:
    return abs(one.size - other.size) <= 0.12 * max(one.size, other.size)


def _parts(group: Sequence[Row], row: Row, column: _Column) -> bool:
    """Whether a new paragraph begins with `row`."""
    last = group[-1]
    if not _is_alike_in_size(last, row):
        return True
    if last.bottom - row.bottom > (column.step + _STEP) * row.size:
        return True
    if _BULLET.match(row.words):
        return True
    set_in = row.left - column.left > 0.8 * row.size
    indented = set_in and row.left - last.left > 0.8 * row.size
    if _ENDS.search(last.words):
        # Of two lines set in alike, the upper may be a paragraph by itself.
        alone = set_in and len(group) == 1 and abs(row.left - last.left) < 0.1 * row.size
        return indented or alone or _leaves_room(last, row, column.right)
    short = column.right - last.right > _EDGE * max(column.right - column.left, 1.0)
    return short and (indented or (_opens(row) and _leaves_room(last, row, column.right)))


def _leaves_room(last: Row, row: Row, right: float) -> bool:
    """Whether the first word of `row` would have had room in the line above: nobody wraps there."""
    letter = (row.right - row.left) / max(1, len(row.words))
    word = len(row.words.split(" ", 1)[0]) + 1
    return right - last.right > _ROOM * letter * word


def _opens(row: Row) -> bool:
    return not row.words[0].islower()
