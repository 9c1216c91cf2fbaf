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
_OVER_COLUMNS = tuple(
    sorted(((above, below) for above in range(4) for below in range(3) if above or below), key=sum)
)
"""How many lines above and below columns may reach over them, fewest first."""
_ABOVE = tuple((above, 0) for above in range(1, 6))
"""The same above columns that go on down to the foot: head of a page, headline, byline."""
_MOST_BESIDE = 1500
"""Pieces of a page that has text at all; a drawing of more is not searched for boxes."""
_APART, _STRIPS_TRIED = 1.0, 6
"""Of the letters' size: how high a strip between articles is at the least; how many are tried."""
_HEADLINE, _BANNER = 1.15, 1.5
"""Of the letters' size: that of a headline at the least, and of one that no section of a report has."""
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


def _cut(pieces: list[Piece], width: float) -> list[list[Piece]]:
    done: list[tuple[list[Piece], bool]] = []
    stack = [(pieces, True)]
    while stack:
        group, apart = stack.pop()
        if columns := (
            _upright(group, width)
            or _stacked(group, width, _BANNER)
            or _upright_within(group, width)
            or _stacked(group, width)
            or _beside(group, width)
        ):
            # What reaches over columns is no part of the first of them.
            stack.extend((part, True) for part in reversed(columns))
        elif levels := _level(group):
            stack += [(levels[1], False), (levels[0], apart)]
        else:
            done.append((group, apart))
    return _merged(done)


def _upright_within(
    pieces: list[Piece], width: float, tried: Sequence[tuple[int, int]] = _OVER_COLUMNS
) -> tuple[list[Piece], ...] | None:
    """The columns between a few lines above and below that reach over more than one of them."""
    downwards = sorted(pieces, key=lambda piece: -piece.top)
    upwards = sorted(pieces, key=lambda piece: piece.bottom)
    for above, below in tried:
        top = _lines_at_edge(downwards, above)
        foot = _lines_at_edge(upwards, below)
        inner = [piece for piece in pieces if piece not in top and piece not in foot]
        if columns := _upright(inner, width):
            return tuple(part for part in (top, *columns, foot) if part)
    return None


def _stacked(
    pieces: list[Piece], width: float, headline: float = 0.0
) -> tuple[list[Piece], ...] | None:
    """What stands above and below a level strip where both have columns, and not the same ones.

    Or one has columns and the other is text as wide as these together: articles of a newspaper. What
    is below begins with a `headline` as large as that.
    """
    if not 4 * _FEWEST <= len(pieces) <= _MOST_BESIDE:
        return None
    size = median(piece.size for piece in pieces)
    ordered = sorted(pieces, key=lambda piece: -piece.top)
    strips = [
        (ordered[at].size >= _HEADLINE * size, gap, at)
        for gap, at in _strips(pieces)
        if gap >= _APART * size
        and ordered[at].size >= headline * size
        and ordered[at - 1].size < _HEADLINE * size
    ]
    if not strips or not _left_edges(pieces, max(6.0, 0.6 * size)):
        return None
    for _, _, at in sorted(strips, reverse=True)[:_STRIPS_TRIED]:
        upper, lower = ordered[:at], ordered[at:]
        above, below = _has_columns(upper, width, to_foot=True), _has_columns(lower, width)
        if (above and (below or _is_prose(lower, width))) or (below and _is_prose(upper, width)):
            return upper, lower
    return None


def _has_columns(pieces: list[Piece], width: float, *, to_foot: bool = False) -> bool:
    """Whether there are columns, maybe between lines that reach over them; `to_foot` none is below."""
    tried = _ABOVE if to_foot else _OVER_COLUMNS
    return bool(_upright(pieces, width) or _upright_within(pieces, width, tried))


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
    widest = max(_strips(pieces), key=lambda strip: (strip[0], -strip[1]), default=None)
    if widest is None:
        return None
    ordered = sorted(pieces, key=lambda piece: -piece.top)
    return ordered[: widest[1]], ordered[widest[1] :]


def _strips(pieces: Sequence[Piece]) -> Iterator[tuple[float, int]]:
    """The free level strips: how high each is, and how many pieces stand above it."""
    ordered = sorted(pieces, key=lambda piece: -piece.top)
    floor = ordered[0].bottom
    for at, piece in enumerate(ordered[1:], 1):
        if floor > piece.top:
            yield floor - piece.top, at
        floor = min(floor, piece.bottom)


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
