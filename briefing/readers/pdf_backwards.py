"""Lines of Arabic and Hebrew letters in the order they are read, told by where each letter stands.

PDFium turns round what it takes for drawn from the left. A browser draws some words so and names the
letters of others in the order of reading; figures, brackets and words in other letters end up on the
wrong side. So the signs of a line are read from the right, and those of figures and of words in other
letters from the left, as Unicode's rules for writing in both directions set them (UAX 9).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise
from math import inf
from statistics import median

from msgspec import Struct

Box = tuple[float, float, float, float]
_FIRST, _LAST = 0x0590, 0x08FF
_FORMS = (range(0xFB1D, 0xFE00), range(0xFE70, 0xFEFD))
"""The letters' shapes, which some files name instead of letters."""
_SPACE = 32
_BREAKS = frozenset((10, 13))
_DIGIT = "0-9\u0660-\u0669\u06f0-\u06f9"
_HEBREW = (0x0590, 0x05FF)
_ALEFS = frozenset("اأإآ")
_LAM = "ل"
_MARKS = re.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670]")
_GAP = 3.0
"""Times the height of a line's letters: what is farther apart is of two columns."""
_TURNED = dict(zip("()[]{}«»‹›", ")(][}{»«›‹", strict=True))
_STOPS = frozenset(".,:;!?")
_OPENING = frozenset("([{«‹")
_BEFORE_CLOSING = re.compile(r"[\s.,:;!?،؛؟)\]}»]")
_LEFTWARD = re.compile(
    rf"(?P<number>[{_DIGIT}]+(?:[.,:/\u066b\u066c][{_DIGIT}]+)*)|(?P<word>[^\W\d_]+)|."
)


class Read(Struct, frozen=True):
    """The places of signs in the order they are read.

    `turned` are brackets that face the other way than their name says; `beside` are the places whose
    sign goes on the line of the one before, wherever it stands.
    """

    order: list[int]
    turned: dict[int, str]
    beside: frozenset[int]


def is_backwards(code: int) -> bool:
    """Whether a sign is of a script that is written from right to left."""
    if 0x0660 <= code <= 0x0669 or 0x06F0 <= code <= 0x06F9:  # noqa: PLR2004 - Arabic's figures
        return False
    return _FIRST <= code <= _LAST or any(code in forms for forms in _FORMS)


def in_order(codes: Sequence[int], box_of: Callable[[int], Box]) -> Read:
    """The signs `codes` of a page as they are read."""
    page = _leans(codes)
    order: list[int] = []
    turned: dict[int, str] = {}
    beside: set[int] = set()
    for ends, group in groupby(range(len(codes)), lambda at: codes[at] in _BREAKS):
        line = list(group)
        signs = [codes[at] for at in line]
        leans = 0 if ends else _leans(signs)
        if ends or ((page <= 0 or not _ends_another(signs)) and not _has_any(signs)):
            order += line
            continue
        boxes = {at: box_of(at) for at in line}
        if leans < 0 and page <= 0:
            order += _words(line, codes, boxes)
            continue
        for part in _apart(line, codes, boxes):
            within = [codes[at] for at in reversed(part)]
            alone = not _has_any(within) and not _ends_another(within)
            read = part[::-1] if alone else _from_the_right(part, codes, boxes)
            order += read
            beside.update(read[1:])
            turned |= _faced(read, codes)
    return Read(order, turned, frozenset(beside))


def _ends_another(codes: Sequence[int]) -> bool:
    """Whether a line without letters from the right ends one that has them: its stop is on the left."""
    words = "".join(map(chr, codes)).strip()
    return not any(map(str.isalpha, words)) or words[:1] in _STOPS


def _has_any(codes: Sequence[int]) -> bool:
    return any(map(is_backwards, codes))


def _leans(codes: Sequence[int]) -> int:
    """How many more letters are written from the right than from the left."""
    right = sum(map(is_backwards, codes))
    return right - sum(chr(code).isalpha() and not is_backwards(code) for code in codes)


def _words(line: Sequence[int], codes: Sequence[int], boxes: dict[int, Box]) -> Iterator[int]:
    """A line of other letters: within it, words whose letters do not go from the right are turned."""
    for backwards, group in groupby(line, lambda at: is_backwards(codes[at])):
        word = list(group)
        placed = [boxes[at] for at in word]
        jumps = any(_middle(other) > one[2] for one, other in pairwise(placed))
        yield from sorted(word, key=lambda at: -boxes[at][0]) if backwards and jumps else word


def _middle(box: Box) -> float:
    return (box[0] + box[2]) / 2


def _apart(line: Sequence[int], codes: Sequence[int], boxes: dict[int, Box]) -> list[list[int]]:
    """The signs of a line from the right, parted where columns are."""
    letters = [at for at in line if chr(codes[at]).isalnum()] or list(line)
    wide = _GAP * median(boxes[at][3] - boxes[at][1] for at in letters)
    _place_spaces(line, codes, boxes)
    parts: list[list[int]] = []
    left = 0.0
    for at in sorted(_with_marks(line, codes, boxes), key=lambda at: -_middle(boxes[at])):
        if not parts or left - boxes[at][2] > wide:
            parts.append([])
            left = boxes[at][0]
        parts[-1].append(at)
        left = min(left, boxes[at][0])
    return parts


def _place_spaces(line: Sequence[int], codes: Sequence[int], boxes: dict[int, Box]) -> None:
    """Give the spaces that PDFium made of gaps, and puts anywhere near, the places of the widest ones."""
    made = [at for at in line if codes[at] == _SPACE and boxes[at][0] == boxes[at][2]]
    if not made:
        return
    apart = frozenset(made)
    seen = [boxes[at] for at in line if at not in apart and not _MARKS.match(chr(codes[at]))]
    gaps: list[tuple[float, float]] = []
    reach = -inf
    for left, _, right, _ in sorted(seen):
        if left > reach:
            gaps.append((left - reach, (left + reach) / 2))
        reach = max(reach, right)
    widest = sorted(gaps[1:], reverse=True)[: len(made)]
    for at, (_, middle) in zip(made, widest, strict=False):
        _, bottom, _, top = boxes[at]
        boxes[at] = (middle, bottom, middle, top)


def _with_marks(line: Sequence[int], codes: Sequence[int], boxes: dict[int, Box]) -> list[int]:
    """`line`, its vowel signs given the places of the letters that they stand with, and behind these."""
    marks = [at for at in line if _MARKS.match(chr(codes[at]))]
    bases = [at for at in line if at not in marks and chr(codes[at]).isalpha()]
    if not marks or not bases:
        return list(line)
    held: dict[int, list[int]] = {}
    for mark in marks:
        base = min(bases, key=lambda at: abs(_middle(boxes[at]) - _middle(boxes[mark])))
        boxes[mark] = boxes[base]
        held.setdefault(base, []).append(mark)
    bare = [at for at in line if at not in marks]
    return [each for at in bare for each in (at, *held.get(at, ()))]


def _from_the_right(part: Sequence[int], codes: Sequence[int], boxes: dict[int, Box]) -> list[int]:
    """The signs of a column's line, which come from the right, in the order they are read."""
    part = _ligatures_mended(part, codes, boxes)
    hebrew = any(_HEBREW[0] <= codes[at] <= _HEBREW[1] for at in part)
    rest = list(reversed(part))
    words = "".join(chr(codes[at]) for at in rest)
    order: list[int] = []
    for start, end in reversed(_leftward(words, hebrew=hebrew)):
        order += rest[start:end]
    return order


def _ligatures_mended(
    part: Sequence[int], codes: Sequence[int], boxes: dict[int, Box]
) -> list[int]:
    """`part` with lam before alef where both are one sign on the page."""
    mended = list(part)
    for at, (one, other) in enumerate(pairwise(part)):
        if boxes[one] == boxes[other] and chr(codes[one]) in _ALEFS and chr(codes[other]) == _LAM:
            mended[at], mended[at + 1] = other, one
    return mended


def _leftward(words: str, *, hebrew: bool) -> list[tuple[int, int]]:
    """The stretches of `words`, a line as it is seen from the left, that are read from the left.

    All other signs are stretches of their own.
    """
    pieces: list[tuple[int, int, bool, bool]] = []
    for found in _LEFTWARD.finditer(words):
        start, end = found.span()
        other = bool(found["word"]) and not is_backwards(ord(words[start]))
        if found["word"] and not other:
            pieces += [(at, at + 1, False, False) for at in range(start, end)]
        else:
            pieces.append((start, end, other, bool(found["number"])))
    return [(start, end) for start, end, _, _ in _grown(pieces, words, hebrew=hebrew)]


def _grown(
    pieces: list[tuple[int, int, bool, bool]], words: str, *, hebrew: bool
) -> list[tuple[int, int, bool, bool]]:
    """Words and figures joined to what goes on from them: figures to their signs, words to the next."""
    grown: list[tuple[int, int, bool, bool]] = []
    between: list[tuple[int, int, bool, bool]] = []
    for piece in pieces:
        start, end, word, number = piece
        if not (word or number):
            between.append(piece)
            continue
        last = grown[-1] if grown and _is_leftward(grown[-1]) else None
        gap = words[last[1] : start] if last else ""
        touches = last is not None and not gap
        goes_on = last is not None and (last[2] and not any(map(_is_letter, gap)))
        range_of = last is not None and hebrew and last[3] and number and gap == "-"
        if last is not None and (touches or goes_on or range_of):
            grown[-1] = (last[0], end, last[2] or word, number)
            between.clear()
            continue
        grown += [*between, piece]
        between.clear()
    grown += between
    return _with_signs(grown, words) if hebrew else grown


def _is_leftward(piece: tuple[int, int, bool, bool]) -> bool:
    return piece[2] or piece[3]


def _is_letter(sign: str) -> bool:
    return is_backwards(ord(sign))


def _with_signs(
    pieces: list[tuple[int, int, bool, bool]], words: str
) -> list[tuple[int, int, bool, bool]]:
    """Figures with the signs of per cent and money right beside them, as Hebrew sets them."""
    joined: list[tuple[int, int, bool, bool]] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        sign = words[piece[0] : piece[1]]
        if last and last[3] and last[1] == piece[0] and sign in _SIGNS:
            joined[-1] = (last[0], piece[1], last[2], True)
        elif last and piece[3] and last[1] == piece[0] and words[last[0] : last[1]] in _SIGNS:
            joined[-1] = (last[0], piece[1], piece[2], True)
        else:
            joined.append(piece)
    return joined


_SIGNS = frozenset("%‰$€£¥₪°#")


def _faced(order: Sequence[int], codes: Sequence[int]) -> dict[int, str]:
    """The brackets in a line that face away from what they enclose, each as it should be."""
    words = "".join(chr(codes[at]) for at in order)
    turned: dict[int, str] = {}
    for at, sign in enumerate(words):
        if sign not in _TURNED:
            continue
        before, behind = words[at - 1 : at] or " ", words[at + 1 : at + 2] or " "
        opens = before.isspace() and not behind.isspace()
        closes = not before.isspace() and _BEFORE_CLOSING.match(behind) is not None
        if (opens and sign not in _OPENING) or (closes and sign in _OPENING):
            turned[order[at]] = _TURNED[sign]
    return turned
