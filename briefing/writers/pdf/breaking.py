"""Runs become lines: breaks chosen over the whole paragraph (Knuth and Plass 1981).

First without hyphens, then with them, then whatever the price. Nothing ever stands over the edge;
what is too long for a line is split.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from briefing.writers.pdf.hyphenation import Positions, hyphenator
from briefing.writers.pdf.runs import Run
from briefing.writers.pdf.words import space, width

# A break may stand after a space, after a dash between words, and inside an address.
_PIECES = re.compile(r"\s+|[^\s—–/-]*[—–/-]+|[^\s—–/-]+")
_ADDRESS = re.compile(r"\s+|[^\s/?&=._%#-]*[/?&=._%#-]+|[^\s/?&=._%#-]+")
_DASHES = "—–/-"
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_STRETCH, _SHRINK = 0.95, 0.25
"""How far a space may widen or narrow, as shares of its width."""
_TOLERANCES = (1.3, 1.9)
"""Widest stretch without hyphens and with them, as multiples of `_STRETCH`."""
_WIDEST = 3.2
"""A line that would be stretched further is left ragged."""
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
    whole = [part for box in _boxes(runs) for part in _fitting(box, runs, how.measure)]
    if not whole:
        return ()
    breaks = None
    boxes = whole
    if how.justified:
        breaks = _breaks(whole, how.measure, _TOLERANCES[0])
        if breaks is None:
            positions = hyphenator(how.language)
            boxes = [part for box in whole for part in _syllables(box, runs, positions)]
            breaks = _breaks(boxes, how.measure, _TOLERANCES[1])
        if breaks is None:
            breaks = _breaks(boxes, how.measure, None)
    else:
        breaks = _ragged(whole, how.measure)
    count = len(boxes)
    return tuple(
        _line(boxes[start:end], runs, how.measure if how.justified else None, last=end == count)
        for start, end in breaks or ()
    )


def _boxes(runs: Sequence[Run]) -> Iterator[Box]:
    """Boxes of the paragraph; runs without a break between them belong to one box."""
    held: list[tuple[int, str]] = []
    may_break = False
    for number, run in enumerate(runs):
        if run.note is not None:
            held.append((number, run.text))
            continue
        address = run.url is not None and "/" in run.text
        for piece in (_ADDRESS if address else _PIECES).findall(run.text):
            if piece.isspace():
                if held:
                    yield _box(held, runs, space(run.font) * run.size, number)
                held = []
                continue
            if held and may_break:
                yield _box(held, runs)
                held = []
            held.append((number, piece))
            may_break = address or piece[-1] in _DASHES
    if held:
        yield _box(held, runs)


def _box(
    held: list[tuple[int, str]], runs: Sequence[Run], space: float = 0.0, blank: int = -1
) -> Box:
    return Box(tuple(held), _wide(held, runs), space, blank)


def _wide(pieces: Sequence[tuple[int, str]], runs: Sequence[Run]) -> float:
    return sum(width(text, runs[number].font) * runs[number].size for number, text in pieces)


def _fitting(box: Box, runs: Sequence[Run], measure: float) -> Iterator[Box]:
    """The box, or, if it is wider than a line, parts of it that are not."""
    if box.width <= measure:
        yield box
        return
    held: list[tuple[int, str]] = []
    room = measure
    for number, word in box.pieces:
        font, size = runs[number].font, runs[number].size
        text = ""
        for character in word:
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
    (number, word), rest = box.pieces[0], box.pieces[1:]
    hyphen = width("-", runs[number].font) * runs[number].size
    edges = (0, *cuts, len(word))
    for start, end in pairwise(edges):
        pieces = ((number, word[start:end]),)
        if end < len(word):
            yield Box(pieces, _wide(pieces, runs), hyphen=hyphen)
        else:
            yield Box(pieces + rest, _wide(pieces + rest, runs), box.space, box.blank)


def _breaks(
    boxes: Sequence[Box], measure: float, tolerance: float | None
) -> list[tuple[int, int]] | None:
    """Ranges of boxes that make flush lines at the least demerits; `None` if none will do."""
    count = len(boxes)
    ends = list(accumulate((box.width + box.space for box in boxes), initial=0.0))
    spaces = list(accumulate((box.space for box in boxes), initial=0.0))
    tight = [end - space * _SHRINK for end, space in zip(ends, spaces, strict=True)]
    cost = [0.0] + [float("inf")] * count
    came = [-1] * (count + 1)
    for end in range(1, count + 1):
        behind = boxes[end - 1]
        edge = ends[end] - behind.space + behind.hyphen
        blank = spaces[end] - behind.space
        # The first start whose line fits with its spaces at their narrowest.
        first = bisect_left(tight, edge - blank * _SHRINK - measure - 1e-6, 0, end - 1)
        for start in range(first, end):
            if cost[start] == float("inf"):
                continue
            short = measure - (edge - ends[start])
            give = blank - spaces[start]
            demerits = _demerits(short, give, tolerance, last=end == count)
            if demerits is None:
                if tolerance is not None and end != count:
                    break  # later starts make looser lines only
                continue
            if end == count and start and edge - ends[start] < measure * _STUB:
                demerits += _STUB_COST
            if behind.hyphen:
                demerits += _HYPHEN_COST**2
                if start and boxes[start - 1].hyphen:
                    demerits += _LADDER_COST
            if cost[start] + demerits < cost[end]:
                cost[end], came[end] = cost[start] + demerits, start
    return _walk(came, count)


def _demerits(short: float, give: float, tolerance: float | None, *, last: bool) -> float | None:
    """What a line costs that is `short` points short and has `give` points of space."""
    if last and short >= 0:
        return 1.0
    if short < 0:
        ratio = short / (give * _SHRINK) if give > 0 else -1.0
    else:
        ratio = short / (give * _STRETCH) if give > 0 else (0.0 if short < 1 else 10.0)
    if tolerance is not None and ratio > tolerance:
        return None
    ratio = min(abs(ratio), 20.0)
    return (1.0 + 100.0 * ratio * ratio * ratio) ** 2


def _ragged(boxes: Sequence[Box], measure: float) -> list[tuple[int, int]] | None:
    """Ranges of boxes that make ragged lines, by the least sum of squared shortfalls."""
    count = len(boxes)
    ends = list(accumulate((box.width + box.space for box in boxes), initial=0.0))
    cost = [0.0] + [float("inf")] * count
    came = [-1] * (count + 1)
    for end in range(1, count + 1):
        edge = ends[end] - boxes[end - 1].space
        for start in range(bisect_left(ends, edge - measure - 1e-6, 0, end - 1), end):
            short = (measure - edge + ends[start]) / measure
            if end == count:
                short = 0.6 if short > 1 - _STUB and start else 0.0
            total = cost[start] + short * short + 0.0001
            if total < cost[end]:
                cost[end], came[end] = total, start
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
    for number, text in _texts(_ordered(boxes)):
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
    short = measure - sum(run.width for run in line) + boxes[-1].space
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
