"""Words of Arabic and Hebrew letters whose letters a page gives in the order they stand, not as read.

PDFium turns round what it takes for drawn from the left. A browser draws some words so and names the
letters of others in the order of reading, and these come out backwards. Where each letter stands
tells which is which.
"""

from collections.abc import Sequence
from itertools import groupby, pairwise

Box = tuple[float, float, float, float]
_FIRST, _LAST = 0x0590, 0x08FF
_FORMS = (range(0xFB1D, 0xFE00), range(0xFE70, 0xFEFD))
"""The letters' shapes, which some files name instead of letters."""


def is_backwards(code: int) -> bool:
    """Whether a sign is of a script that is written from right to left."""
    return _FIRST <= code <= _LAST or any(code in forms for forms in _FORMS)


def in_order(codes: Sequence[int], boxes: dict[int, Box]) -> list[int]:
    """The places of `codes` in the order they are read; `boxes` are those of letters written backwards."""
    order: list[int] = []
    for backwards, group in groupby(range(len(codes)), boxes.__contains__):
        word = list(group)
        order += _word(word, boxes) if backwards else word
    return order


def _word(word: list[int], boxes: dict[int, Box]) -> list[int]:
    """The letters of a word from the right, if one of them stands right of the one before it."""
    placed = [boxes[at] for at in word]
    jumps = any((other[0] + other[2]) / 2 > one[2] for one, other in pairwise(placed))
    return sorted(word, key=lambda at: -boxes[at][0]) if jumps else word
