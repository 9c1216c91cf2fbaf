"""Brings the pieces of a page into reading order and joins them to paragraphs.

Columns are found by the white between them: a page is cut along its widest free strips, upright
ones first (the XY cut of Nagy and Seth).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf
from statistics import median

from msgspec import Struct

_NARROWEST = 0.18
"""Share of the page that a column has at least."""
_FEWEST = 3
"""Pieces a column has at least."""
_MOST_PIECES = 5000
_STEP = 0.25
"""Of the letters' size: how much farther than usual a line stands that begins a paragraph."""
_OVER_COLUMNS = tuple(
    sorted(((above, below) for above in range(4) for below in range(3) if above or below), key=sum)
)
"""How many lines above and below columns may reach over them, fewest first."""
_EDGE = 0.12
"""Share of a column's width by which a line may stay behind its edge and still be full."""
_ROOM = 1.1
"""Times a word's own width that must be free where it would have had room."""
_MOST_BESIDE = 1500
"""Pieces of a page that has text at all; a drawing of more is not searched for boxes."""
_EDGES_TRIED = 8
"""Left edges beside which text may stand, most lines first."""
_PROSE_WORDS, _FULL, _MOSTLY = 4, 0.8, 0.6
"""Words of a line of prose; share of its column that a full line takes; share of lines that are alike."""
_DENSE = 1.9
"""Of the letters' size: how far apart lines of a box stand; labels of a table stand farther."""
RAISED = 0.75
"""Of the letters' size: that of the raised figure before a note at most."""
_BOX = 0.62
"""Of its neighbour's width: how wide a box beside an article may be that is no column of it."""
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_ENDS = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_BULLET = re.compile(r"^(?:[•●▪■◦–—*-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s")


class Piece(Struct, frozen=True):
    """Words that stand side by side on a line, in points from the lower left corner.

    A hyphen at the end of a line that only parts a word is U+FFFE.
    """

    words: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    unseen: bool = False


class Row(Struct, frozen=True):
    """A line of a column; `numbered` where it begins with a raised figure, as a note does."""

    words: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    numbered: bool = False


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


def in_reading_order(pieces: Sequence[Piece], width: float) -> list[list[Row]]:
    """The lines of each column, columns in the order they are read."""
    seen = [piece for piece in pieces if piece.words]
    if not seen:
        return []
    groups = _cut(seen, width) if len(seen) <= _MOST_PIECES else [seen]
    return [rows for group in groups if (rows := _rows(group))]


def line_by_line(pieces: Sequence[Piece]) -> list[list[Row]]:
    """The lines of a page without columns, where labels stand before what they are of."""
    rows = _rows([piece for piece in pieces if piece.words])
    return [rows] if rows else []


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


def _cut(pieces: list[Piece], width: float) -> list[list[Piece]]:
    done: list[tuple[list[Piece], bool]] = []
    stack = [(pieces, True)]
    while stack:
        group, apart = stack.pop()
        if columns := (
            _upright(group, width) or _upright_within(group, width) or _beside(group, width)
        ):
            # What reaches over columns is no part of the first of them.
            stack.extend((part, True) for part in reversed(columns))
        elif levels := _level(group):
            stack += [(levels[1], False), (levels[0], apart)]
        else:
            done.append((group, apart))
    return _merged(done)


def _upright_within(pieces: list[Piece], width: float) -> tuple[list[Piece], ...] | None:
    """The columns between a few lines above and below that reach over more than one of them."""
    downwards = sorted(pieces, key=lambda piece: -piece.top)
    upwards = sorted(pieces, key=lambda piece: piece.bottom)
    for above, below in _OVER_COLUMNS:
        top = _lines_at_edge(downwards, above)
        foot = _lines_at_edge(upwards, below)
        inner = [piece for piece in pieces if piece not in top and piece not in foot]
        if columns := _upright(inner, width):
            return tuple(part for part in (top, *columns, foot) if part)
    return None


def _beside(pieces: list[Piece], width: float) -> tuple[list[Piece], ...] | None:
    """What stands above, left of, right of and below the strip between a box and text that flows round it.

    The box comes first where the text goes on below it.
    """
    if not 2 * _FEWEST <= len(pieces) <= _MOST_BESIDE:
        return None
    least = max(6.0, 0.6 * median(piece.size for piece in pieces))
    best: tuple[float, tuple[list[Piece], ...]] | None = None
    for edge in _left_edges(pieces, least):
        over = [piece for piece in pieces if piece.left < edge - 1 and piece.right > edge - least]
        over.sort(key=lambda piece: -piece.top)
        highs = (inf, *(piece.bottom for piece in over))
        lows = (*(piece.top for piece in over), -inf)
        for high, low in zip(highs, lows, strict=True):
            within = [piece for piece in pieces if low < (piece.top + piece.bottom) / 2 < high]
            left = [piece for piece in within if piece.right <= edge - least]
            right = [piece for piece in within if piece.left >= edge - 1]
            height = min(map(_height, (left, right))) if left and right else 0.0
            if best and height <= best[0]:
                continue
            if height and (
                (_is_prose(left, width) and _is_dense(right))
                or (_is_prose(right, width) and _is_dense(left))
            ):
                above = [piece for piece in pieces if (piece.top + piece.bottom) / 2 >= high]
                below = [piece for piece in pieces if (piece.top + piece.bottom) / 2 <= low]
                first, then = (right, left) if below and _is_box(right, left) else (left, right)
                best = (height, tuple(part for part in (above, first, then, below) if part))
    return best[1] if best and best[0] else None


def _left_edges(pieces: Sequence[Piece], least: float) -> list[float]:
    """Where several lines begin that have others on their left."""
    times: Counter[float] = Counter()
    ordered = sorted(pieces, key=lambda piece: -(piece.top + piece.bottom))
    for one, other in pairwise(ordered):
        left, right = (one, other) if one.left < other.left else (other, one)
        if (
            min(one.top, other.top) > max(one.bottom, other.bottom)
            and right.left - left.right >= least
        ):
            times[round(right.left)] += 1
    return [edge for edge, count in times.most_common(_EDGES_TRIED) if count >= _FEWEST]


def _is_dense(pieces: Sequence[Piece]) -> bool:
    """Whether lines stand right below each other, as in a box or a column; labels beside text do not."""
    lines = sorted({round(piece.bottom): piece.size for piece in pieces}.items(), reverse=True)
    close = sum(one[0] - other[0] <= _DENSE * one[1] for one, other in pairwise(lines))
    return len(lines) >= _FEWEST and close >= _MOSTLY * (len(lines) - 1)


def _is_prose(pieces: Sequence[Piece], width: float) -> bool:
    """Whether most lines of a column are full and have several words, as those of running text."""
    if not _is_column(pieces, width):
        return False
    left, right = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
    full = sum(
        piece.right - left >= _FULL * (right - left) and piece.words.count(" ") >= _PROSE_WORDS
        for piece in pieces
    )
    return full >= _MOSTLY * len(pieces)


def _is_box(one: Sequence[Piece], other: Sequence[Piece]) -> bool:
    """Whether `one` is so narrow beside `other` that it is no column of the same text."""
    wide, its = (
        max(piece.right for piece in side) - min(piece.left for piece in side)
        for side in (one, other)
    )
    return wide < _BOX * its


def _height(pieces: Sequence[Piece]) -> float:
    return max(piece.top for piece in pieces) - min(piece.bottom for piece in pieces)


def _lines_at_edge(ordered: Sequence[Piece], count: int) -> list[Piece]:
    """The pieces of the first `count` lines of `ordered`, which begins at the edge."""
    taken: list[Piece] = []
    lines = 0
    for piece in ordered:
        middle = (piece.top + piece.bottom) / 2
        if not taken or not taken[-1].bottom <= middle <= taken[-1].top:
            lines += 1
        if lines > count:
            break
        taken.append(piece)
    return taken


def _upright(pieces: list[Piece], width: float) -> tuple[list[Piece], list[Piece]] | None:
    """The parts left and right of the widest free upright strip; columns are real ones."""
    if len(pieces) < 2 * _FEWEST:
        return None
    least = max(6.0, 0.6 * median(piece.size for piece in pieces))
    best: tuple[float, float] | None = None
    ordered = sorted(pieces, key=lambda piece: piece.left)
    reach = ordered[0].right
    for piece in ordered[1:]:
        gap = piece.left - reach
        if gap >= least and (best is None or gap > best[0]):
            best = (gap, (piece.left + reach) / 2)
        reach = max(reach, piece.right)
    if best is None:
        return None
    before = [piece for piece in pieces if piece.right <= best[1]]
    after = [piece for piece in pieces if piece.right > best[1]]
    return (before, after) if all(_is_column(side, width) for side in (before, after)) else None


def _is_column(pieces: Sequence[Piece], width: float) -> bool:
    lines = {round(piece.bottom) for piece in pieces}
    extent = max(piece.right for piece in pieces) - min(piece.left for piece in pieces)
    words = sum(piece.words.count(" ") + 1 for piece in pieces)
    return (
        len(lines) >= _FEWEST
        and (extent >= _NARROWEST * width or words >= 2 * len(lines))
        and words >= 1.5 * len(lines)
    )


def _level(pieces: list[Piece]) -> tuple[list[Piece], list[Piece]] | None:
    """The parts above and below the widest free level strip, where an upright cut may follow."""
    if len(pieces) < 2 * _FEWEST:
        return None
    ordered = sorted(pieces, key=lambda piece: -piece.top)
    best: tuple[float, int] | None = None
    floor = ordered[0].bottom
    for at, piece in enumerate(ordered[1:], 1):
        gap = floor - piece.top
        if gap > 0 and (best is None or gap > best[0]):
            best = (gap, at)
        floor = min(floor, piece.bottom)
    if best is None:
        return None
    return ordered[: best[1]], ordered[best[1] :]


def _merged(groups: list[tuple[list[Piece], bool]]) -> list[list[Piece]]:
    """Level cuts that were followed by no upright one are undone: they were no columns."""
    merged: list[list[Piece]] = []
    for group, apart in groups:
        if merged and not apart and _is_below(merged[-1], group):
            merged[-1] = merged[-1] + group
        else:
            merged.append(group)
    return merged


def _is_below(upper: Sequence[Piece], lower: Sequence[Piece]) -> bool:
    """Whether `lower` goes on under `upper`: below it, and over much the same width."""
    if min(piece.bottom for piece in upper) < max(piece.top for piece in lower) - 1:
        return False
    left = max(min(piece.left for piece in side) for side in (upper, lower))
    right = min(max(piece.right for piece in side) for side in (upper, lower))
    return right > left


def _rows(pieces: Sequence[Piece]) -> list[Row]:
    """The lines of one column, from the top."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (-(piece.top + piece.bottom), piece.left)):
        middle = (piece.top + piece.bottom) / 2
        last = rows[-1][-1] if rows else None
        if last is not None and last.bottom <= middle <= last.top and _alike(last, piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [_row(group) for group in rows]


def _alike(one: Piece, other: Piece) -> bool:
    return other.right <= one.left + 1 or other.left >= one.right - 1 or one.size > 1.5 * other.size


def _row(group: Sequence[Piece]) -> Row:
    words = "".join(piece.words for piece in group)
    backwards = len(_RTL.findall(words))
    turned = backwards > 0 and 2 * backwards > sum(map(str.isalpha, words))
    ordered = sorted(group, key=lambda piece: piece.left, reverse=turned)
    return Row(
        " ".join(piece.words for piece in ordered),
        min(piece.left for piece in group),
        min(piece.bottom for piece in group),
        max(piece.right for piece in group),
        max(piece.top for piece in group),
        max(piece.size for piece in group),
        _is_numbered(ordered),
    )


def _is_numbered(ordered: Sequence[Piece]) -> bool:
    """Whether a line begins with a small figure that is raised above the words behind it."""
    if len(ordered) < 2:  # noqa: PLR2004 - the figure and what it stands before
        return False
    first, then = ordered[0], ordered[1]
    small = first.size <= RAISED * then.size and first.bottom > then.bottom
    return small and first.words.isdecimal() and then.left - first.right < then.size
