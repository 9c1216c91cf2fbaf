"""Pieces of a line that a writer sets behind the others: all in another font, wherever they stand."""

import ctypes
from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from briefing.verify.pdf_binding import Cells
from briefing.verify.pdf_run import Run
from briefing.verify.pdf_turning import TURNED

Set = tuple[Run, int]
"""A run, and the number of its first character on the page."""
_BACK, _OVER, _HAIR, _ROOM, _SPACE, _LEVEL = 40, 0.3, 0.1, 1.0, 0.12, 0.6
_WORD_SPACE = 0.16
"""Share of a letter's height from which on room between two objects of a line is a space."""
_STOPS, _MARKS = frozenset(".,"), frozenset("”“’‘»«\"'")
_HUGE, _CAPITAL, _SEVERAL = 3.0, 0.7, 2
"""Times the usual height of letters, the share of it that a capital has, and lines."""
_APART = 0.5
"""Share of a letter's height that lies between two pieces, and between no two words of one."""


def pieces(pdf: ctypes.CDLL, text: int, cells: Cells, run: Run, start: int) -> list[Set]:
    """The pieces of `run`, whose first character is the page's `start`-th: each with its own first."""
    box, words = cells.box, run.text
    begin = len(words) - len(words.lstrip())
    left = right = run.x
    found: list[Set] = []
    for at in range(begin, len(words)):
        if words[at].isspace():
            continue
        pdf.FPDFText_GetLooseCharBox(text, start + at, cells.box_ref)
        if at > begin and box.left - right > _APART * run.height:
            part = replace(run, text=words[begin:at].rstrip(), x=left, end=right)
            found.append((part, start + begin))
            begin, left = at, box.left
        right = box.right
    if begin < len(words):
        found.append((replace(run, text=words[begin:].rstrip(), x=left, end=right), start + begin))
    return found


def in_a_row(placed: Iterable[Set]) -> list[Set]:
    """Pieces as they stand from left to right, each with the space that lies before it."""
    row: list[Set] = []
    for run, start in sorted(placed, key=lambda it: it[0].x):
        if (
            row
            and run.x - row[-1][0].end > _SPACE * run.height
            and not row[-1][0].text.endswith(" ")
        ):
            row.append((replace(run, text=f" {run.text.lstrip()}"), start))
        else:
            row.append((run, start))
    return row


def is_overlaid(run: Run, line: Sequence[Set]) -> bool:
    """Whether other words of the same line stand where `run` stands."""
    if run.unseen or not run.text.strip():
        return False
    for other, _ in line[-_BACK:]:
        if _is_kerned(other, run):
            continue
        common = min(run.end, other.end) - max(run.x, other.x)
        least = min(run.end - run.x, other.end - other.x)
        near = abs(run.y - other.y) < _OVER * run.height
        if near and common > least / 2 > 0 and other.text.strip() not in ("", run.text.strip()):
            return other.unseen is None
    return False


def _is_kerned(mark: Run, stop: Run) -> bool:
    """Whether a stop is drawn back under the quotation mark before it, as fonts want it."""
    pair = stop.text.strip() in _STOPS and mark.text.strip() in _MARKS
    return pair and mark.x < stop.x and mark.end < stop.end


def inside(run: Run, line: Sequence[Set]) -> int | None:
    """The place in `line` of a run that `run` is set within, if it is one of the last."""
    for at in range(max(0, len(line) - _BACK), len(line)):
        other = line[at][0]
        level = abs(run.y - other.y) < _HAIR * run.height
        if level and other.x + _ROOM < run.x < other.end - _ROOM and run.text.strip():
            return at
    return None


def by_height(line: list[Set]) -> list[list[Set]]:
    """A line in those that PDFium took for one: a hyphen that ends a line joins the next to it."""
    if not any(TURNED.search(run.text) for run, _ in line):
        return [line]
    parts: list[list[Set]] = []
    for one in line:
        level = next((part for part in parts if is_level(part, [one])), None)
        if level is None:
            parts.append([one])
        else:
            level.append(one)
    return sorted(parts, key=lambda part: -part[0][0].y)


def is_level(one: Sequence[Set], other: Sequence[Set]) -> bool:
    """Whether two pieces of lines stand at one height."""
    (ours, _), (theirs, _) = one[0], other[0]
    return abs(ours.y - theirs.y) < _LEVEL * max(ours.height, theirs.height)


def is_overrun(last: Run, run: Run) -> bool:
    """Whether a line ends before `run`, though PDFium names no end: it stands below, and further back."""
    return run.x < last.end - _ROOM and last.y - run.y > _LEVEL * max(last.height, run.height)


def is_parted(last: Run, run: Run) -> bool:
    """Whether a space is seen between two runs, and neither has one."""
    spaced = last.text.endswith(" ") or run.text.startswith(" ")
    level = abs(run.y - last.y) < _HAIR * run.height
    return not spaced and level and run.x - last.end > _WORD_SPACE * run.height


def without_stamps(lines: Sequence[list[Set]]) -> tuple[list[list[Set]], str]:
    """`lines` without words across the page, aslant or huge upon others, and those words.

    Where most of a page stands aslant, that is how it is to be read.
    """
    letters: Counter[bool] = Counter()
    heights: Counter[float] = Counter()
    for line in lines:
        for run, _ in line:
            letters[run.aslant] += len(run.text)
            heights[round(run.height, 1)] += len(run.text)
    slanted = letters[False] > letters[True] > 0
    huge = _HUGE * heights.most_common(1)[0][0] if heights else 0.0
    if not slanted and max(heights, default=0.0) < huge:
        return list(lines), ""
    every = [run for line in lines for run, _ in line]
    kept: list[list[Set]] = []
    aside: list[str] = []
    for line in lines:
        own = [
            (slanted and run.aslant) or (run.height >= huge and _is_upon(run, every))
            for run, _ in line
        ]
        aside.append("".join(run.text for (run, _), put in zip(line, own, strict=True) if put))
        kept.append([one for one, put in zip(line, own, strict=True) if not put])
    return [line for line in kept if line], " ".join(filter(None, map(str.strip, aside)))


def _is_upon(stamp: Run, every: Iterable[Run]) -> bool:
    """Whether words of several lines stand within the letters of `stamp`, as beside an initial none do."""
    within = {
        round(run.y)
        for run in every
        if run.text.strip()
        and run.height < stamp.height / 2
        and stamp.y <= run.y < stamp.y + _CAPITAL * stamp.height
        and run.x < stamp.end
        and stamp.x < run.end
    }
    return len(within) >= _SEVERAL
