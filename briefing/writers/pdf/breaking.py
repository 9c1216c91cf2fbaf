"""Runs become lines: breaks chosen over the whole paragraph (Knuth and Plass 1981).

First without hyphens, then with them, then whatever the price. Nothing ever stands over the edge;
what is too long for a line is split.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from briefing.writers.pdf.hyphenation import Positions, hyphenator
from briefing.writers.pdf.runs import Run
from briefing.writers.pdf.words import space, width, word

# A break may stand after a space, after a dash between words, and inside an address.
_PIECES = re.compile(r"\s+|[^\s—–/-]*[—–/-]+|[^\s—–/-]+")
_ADDRESS = re.compile(r"\s+|[^\s/?&=._%#-]*[/?&=._%#-]+|[^\s/?&=._%#-]+")
_DASHES = "—–/-"
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_STRETCH, _SHRINK = 0.6, 0.25
"""How far a space may widen or narrow, as shares of its width."""
_TOLERANCES = (1.3, 1.8)
"""Widest stretch without hyphens and with them, as multiples of `_STRETCH`."""
_WIDEST = 5.0
"""A line that would be stretched further is left ragged."""
_UNEVEN = 0.24
"""Share of the measure that a ragged line may fall short by, if the paragraph lets it."""
_NEVER = float("inf")
_HYPHEN_COST, _LADDER_COST, _STUB_COST, _STUB = 90.0, 15000.0, 3000.0, 0.12


class Box(NamedTuple):
    """What cannot be broken: pieces of runs; `space` is the width of the blank behind it."""

    pieces: tuple[tuple[int, str], ...]
    width: float
    space: float = 0.0
    blank: int = -1
    hyphen: float = 0.0


class Breaking(Struct, frozen=True):
    """How a paragraph is broken: width of the lines in points, flush right or ragged."""

    measure: float
    justified: bool = False
    language: str = "en"


def break_lines(runs: Sequence[Run], how: Breaking) -> tuple[tuple[Run, ...], ...]:
    """The lines of a paragraph, none wider than the measure."""
    whole = _boxes(runs)
    if any(box.width > how.measure for box in whole):
        whole = [part for box in whole for part in _fitting(box, runs, how.measure)]
    if not whole:
        return ()
    boxes, breaks = _chosen(whole, runs, how)
    turns = any(_RIGHT_TO_LEFT.search(run.text) for run in runs if not run.text.isascii())
    count = len(boxes)
    lines = []
    for start, end in breaks:
        shown = boxes[start:end]
        measure = how.measure if how.justified else None
        lines.append(_line(_ordered(shown) if turns else shown, runs, measure, last=end == count))
    return tuple(lines)


def _chosen(
    whole: list[Box], runs: Sequence[Run], how: Breaking
) -> tuple[list[Box], list[tuple[int, int]]]:
    """The boxes that are set, and the ranges of them that make lines."""
    if not how.justified:
        return whole, _ragged(whole, how.measure, _UNEVEN) or _ragged(whole, how.measure, 1.0) or []
    if breaks := _breaks(whole, how.measure, _TOLERANCES[0]):
        return whole, breaks
    positions = hyphenator(how.language)
    boxes = [part for box in whole for part in _syllables(box, runs, positions)]
    breaks = _breaks(boxes, how.measure, _TOLERANCES[1])
    return boxes, breaks or _breaks(boxes, how.measure, None) or []


def _boxes(runs: Sequence[Run]) -> list[Box]:
    """Boxes of the paragraph; runs without a break between them belong to one box."""
    boxes: list[Box] = []
    held: list[tuple[int, str]] = []
    wide = 0.0
    may_break = False
    for number, run in enumerate(runs):
        font, size = run.font, run.size
        if run.note is not None:
            held.append((number, run.text))
            wide += width(run.text, font) * size
            continue
        address = run.url is not None and "/" in run.text
        blank = space(font) * size
        for piece in (_ADDRESS if address else _PIECES).findall(run.text):
            if piece.isspace():
                if held:
                    boxes.append(Box(tuple(held), wide, blank, number))
                held, wide = [], 0.0
                continue
            if held and may_break:
                boxes.append(Box(tuple(held), wide))
                held, wide = [], 0.0
            held.append((number, piece))
            wide += word(piece, font).width * size
            may_break = address or piece[-1] in _DASHES
    if held:
        boxes.append(Box(tuple(held), wide))
    return boxes


def _box(
    held: list[tuple[int, str]], runs: Sequence[Run], space: float = 0.0, blank: int = -1
) -> Box:
    return Box(tuple(held), _wide(held, runs), space, blank)


def _wide(pieces: Sequence[tuple[int, str]], runs: Sequence[Run]) -> float:
    return sum([width(text, runs[number].font) * runs[number].size for number, text in pieces])


def _fitting(box: Box, runs: Sequence[Run], measure: float) -> Iterator[Box]:
    """The box, or, if it is wider than a line, parts of it that are not."""
    if box.width <= measure:
        yield box
        return
    held: list[tuple[int, str]] = []
    room = measure
    for number, piece in box.pieces:
        font, size = runs[number].font, runs[number].size
        text = ""
        for character in piece:
            # Kerning only ever changes a width by less than this reserve.
            wide = width(character, font) * size * 1.02
            if wide > room and (text or held):
                yield _box([*held, *([(number, text)] if text else [])], runs)
                held, text, room = [], "", measure
            text += character
            room -= wide
        if text:
            held.append((number, text))
    yield _box(held, runs, box.space, box.blank)


def _syllables(box: Box, runs: Sequence[Run], positions: Positions) -> Iterator[Box]:
    """The box in parts that a hyphen may end; only boxes of one run are parted."""
    cuts = positions(box.pieces[0][1]) if len(box.pieces[0][1]) > 1 else ()
    if not cuts:
        yield box
        return
    (number, piece), rest = box.pieces[0], box.pieces[1:]
    hyphen = width("-", runs[number].font) * runs[number].size
    edges = (0, *cuts, len(piece))
    for start, end in pairwise(edges):
        pieces = ((number, piece[start:end]),)
        if end < len(piece):
            yield Box(pieces, _wide(pieces, runs), hyphen=hyphen)
        else:
            yield Box(pieces + rest, _wide(pieces + rest, runs), box.space, box.blank)


def _breaks(
    boxes: Sequence[Box], measure: float, tolerance: float | None
) -> list[tuple[int, int]] | None:
    """Ranges of boxes that make flush lines at the least demerits; `None` if none will do.

    Only from places that a line can begin at, the ends within reach are tried.
    """
    count = len(boxes)
    starts, edges, before, inside = _sums(boxes)
    reach = _STRETCH * (tolerance or 0.0)
    tight = list(accumulate([e - g * _SHRINK for e, g in zip(edges, inside, strict=True)], max))
    loose = [e + g * reach for e, g in zip(edges, inside, strict=True)]
    cost = [0.0] + [_NEVER] * count
    came = [-1] * (count + 1)
    for start in range(count):
        so_far = cost[start]
        if so_far == _NEVER:
            continue
        origin, gone = starts[start], before[start]
        after_hyphen = start > 0 and boxes[start - 1].hyphen > 0
        end = bisect_right(tight, measure + origin - gone * _SHRINK + 1e-6, start)
        if end == count and edges[-1] - origin <= measure + 1e-6:
            end -= 1
            stub = start and edges[-1] - origin < measure * _STUB
            total = so_far + (_STUB_COST if stub else 1.0)
            if total < cost[count]:
                cost[count], came[count] = total, start
        wanted = measure + origin + gone * reach - 1e-6
        first = start if tolerance is None else bisect_left(loose, wanted, start, end)
        for last in range(first, end):
            short = measure - edges[last] + origin
            give = inside[last] - gone
            total = so_far + _demerits(short, give)
            if boxes[last].hyphen:
                total += _HYPHEN_COST**2 + (_LADDER_COST if after_hyphen else 0.0)
            if total < cost[last + 1]:
                cost[last + 1], came[last + 1] = total, start
    return _walk(came, count)


def _sums(boxes: Sequence[Box]) -> tuple[list[float], list[float], list[float], list[float]]:
    """Of each box: where it starts and ends, and the blanks before it and inside up to its end."""
    starts = list(accumulate([box.width + box.space for box in boxes], initial=0.0))
    blanks = list(accumulate([box.space for box in boxes], initial=0.0))
    edges = [start + box.width + box.hyphen for start, box in zip(starts, boxes, strict=False)]
    return starts, edges, blanks, blanks[:-1]


def _demerits(short: float, give: float) -> float:
    """What a line costs that is `short` points short and has `give` points of space."""
    if give <= 0:
        ratio = 0.0 if abs(short) < 1 else 10.0
    else:
        ratio = abs(short) / (give * (_SHRINK if short < 0 else _STRETCH))
    ratio = min(ratio, 20.0)
    return (1.0 + 100.0 * ratio * ratio * ratio) ** 2


def _ragged(boxes: Sequence[Box], measure: float, uneven: float) -> list[tuple[int, int]] | None:
    """Ranges of boxes that make ragged lines, by the least sum of squared shortfalls.

    No line but the last falls short by more than the share `uneven`; `None` if one must.
    """
    count = len(boxes)
    starts, edges, _, _ = _sums(boxes)
    cost = [0.0] + [_NEVER] * count
    came = [-1] * (count + 1)
    for start in range(count):
        so_far = cost[start]
        if so_far == _NEVER:
            continue
        limit = measure + starts[start] + 1e-6
        end = bisect_right(edges, limit, start)
        if end == count:
            end -= 1
            stub = start and limit - edges[-1] > measure * (1 - _STUB)
            total = so_far + (0.36 if stub else 0.0)
            if total < cost[count]:
                cost[count], came[count] = total, start
        for last in range(bisect_left(edges, limit - measure * uneven, start, end), end):
            short = (limit - edges[last]) / measure
            total = so_far + short * short + 0.0001
            if total < cost[last + 1]:
                cost[last + 1], came[last + 1] = total, start
    return _walk(came, count)


def _walk(came: list[int], count: int) -> list[tuple[int, int]] | None:
    """The ranges that `came` leads back through from the end; `None` if it was not reached."""
    if came[count] < 0:
        return None
    ranges = []
    end = count
    while end:
        ranges.append((came[end], end))
        end = came[end]
    return ranges[::-1]


def _line(
    boxes: Sequence[Box], runs: Sequence[Run], measure: float | None, *, last: bool
) -> tuple[Run, ...]:
    """The runs of a line; a space ends it, so that words stay apart for readers of the text.

    With `measure` the spaces of the line are widened or narrowed until it is that wide; those of
    the `last` line are only narrowed.
    """
    parts: list[list[int | str]] = []
    for number, text in _texts(boxes):
        if parts and parts[-1][0] == number:
            parts[-1][1] = str(parts[-1][1]) + text
        else:
            parts.append([number, text])
    line = [replace(runs[int(number)], text=str(text)) for number, text in parts]
    if boxes[-1].hyphen:
        line.append(replace(line[-1], text="-", soft=True))
    if measure is None:
        return tuple(line)
    blanks = sum(box.space for box in boxes[:-1])
    joined = any(box.blank < 0 for box in boxes[:-1])  # kerned over breaks that were not taken
    natural = sum([box.width + box.space for box in boxes]) + boxes[-1].hyphen
    wide = sum(run.width for run in line) if joined else natural
    short = measure - wide + boxes[-1].space
    if blanks <= 0 or (last and short >= 0) or short > blanks * _STRETCH * _WIDEST:
        return tuple(line)
    share = short / blanks
    return tuple(
        replace(run, spread=share * space(run.font) * run.size) if " " in run.text else run
        for run in line
    )


def _ordered(boxes: Sequence[Box]) -> Sequence[Box]:
    """The boxes as they stand: words that run from right to left follow each other to the left.

    Numbers between such words go along with them (Unicode Standard Annex 9, in small).
    """
    kinds = [_direction(box) for box in boxes]
    if "R" not in kinds:
        return boxes
    turned = list(boxes)
    at = 0
    while at < len(boxes):
        end = at
        while kinds[at] == "R" and end + 1 < len(boxes) and kinds[end + 1] in "RN":
            end += 1
        while kinds[end] == "N" and end > at:
            end -= 1
        # The blank behind the last word stays behind the last place.
        for place, box in zip(range(at, end + 1), reversed(boxes[at : end + 1]), strict=True):
            turned[place] = box._replace(space=boxes[place].space, blank=boxes[place].blank)
        at = end + 1
    return turned


def _direction(box: Box) -> str:
    """R for words from right to left, N for numbers and signs, L for all others."""
    text = "".join(piece for _, piece in box.pieces)
    if text.isascii() and any(map(str.isalpha, text)):
        return "L"
    if _RIGHT_TO_LEFT.search(text):
        return "R"
    return "L" if any(map(str.isalpha, text)) else "N"


def _texts(boxes: Sequence[Box]) -> Iterator[tuple[int, str]]:
    for box in boxes:
        yield from box.pieces
        if box.blank >= 0:
            yield box.blank, " "
