"""A line with words from right to left: what stands where, and in which order it is written down."""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from briefing.model.bidi import as_shown, has_rightward
from briefing.writers.pdf.faces import Shaper, fallback

NON_JOINER = "\u200c"
MARK = "\ufffc"
"""Stands for a note mark, which has no direction of its own."""
_RIGHT, _LEFT, _NUMBER, _SIGN = "R", "L", "#", "-"
_WEAK = frozenset(("EN", "AN", "ES", "ET", "CS", "NSM", "BN"))


class Bit(Struct, frozen=True):
    """A stretch of one run that stays together: letters of one direction, a number, a sign, a space.

    `owner` is the number of its run, `behind` the next character if it is kerned with that, `gap` the
    width of a space. What stands among words from right to left is set in `font`, theirs, so that they
    can be written down as one.
    """

    owner: int
    text: str
    level: int
    behind: str = ""
    gap: float = 0.0
    font: Shaper | None = None

    @property
    def kind(self) -> str:
        """What readers of a file take it for."""
        if self.level % 2 and has_rightward(self.text):
            return _RIGHT
        if any(map(str.isalpha, self.text)):
            return _LEFT
        if self.text == NON_JOINER:
            return _SIGN  # two words to a reader
        weak = unicodedata.bidirectional(self.text[0]) in _WEAK
        return _NUMBER if weak else _SIGN


def bits(owner: int, text: str, levels: Sequence[int]) -> Iterator[Bit]:
    """The bits of a word."""
    at = 0
    keys = [
        (level, _sort(one) or str(at))
        for at, (one, level) in enumerate(zip(text, levels, strict=True))
    ]
    for (level, _), group in groupby(keys):
        start, at = at, at + len(list(group))
        kerned = at < len(text) and not level % 2 and levels[at] == level
        yield Bit(owner, text[start:at], level, text[at] if kerned else "")


def _sort(character: str) -> str:
    """Letters and numbers keep together, a sign is alone."""
    if character == NON_JOINER:
        return ""
    kind = unicodedata.category(character)
    return "L" if kind[0] in "LM" or kind == "Cf" else "N" if kind[0] == "N" else ""


def dressed(found: Sequence[Bit], faces: Sequence[str]) -> list[Bit]:
    """`found` with the font of each; `faces` are those of the runs."""
    done: list[Bit] = []
    for bit in found:
        font = None
        if bit.kind == _RIGHT:
            font = fallback(next(filter(has_rightward, bit.text)), faces[bit.owner])
        elif bit.kind != _LEFT and bit.level and done and done[-1].owner == bit.owner:
            font = done[-1].font
        if font and font.known.issuperset(map(ord, bit.text)):
            bit = replace(bit, font=font)  # noqa: PLW2901 - the same, dressed
        done.append(bit)
    return done


def places(found: Sequence[Bit]) -> list[int]:
    """The numbers of the bits of a line as they stand from the left."""
    return as_shown([bit.level for bit in found])


def bounds(found: Sequence[Bit], order: Sequence[int]) -> frozenset[int]:
    """The bits, of a line that stand in `order`, that a mark from left to right is set behind.

    It shows nothing and keeps poppler from drawing a space, and so the next word, to a word from right
    to left on its left.
    """
    found_at: set[int] = set()
    for place, at in enumerate(order):
        if found[at].kind != _RIGHT:
            continue
        last = marked = place
        while last + 1 < len(order) and _goes_along(found[order[last + 1]]):
            last += 1
            marked = last if found[order[last]].font else marked
        rest = (found[one] for one in order[last + 1 :])
        behind = next(filter(_is_read, rest), None)
        if behind and behind.kind != _RIGHT and found[order[marked]].font:
            found_at.add(order[marked])
    return frozenset(found_at)


def _is_read(bit: Bit) -> bool:
    """Whether a bit has a direction in which readers go on: a word, a number, a mark, a sign of those."""
    return any(map(str.isalnum, bit.text)) or not (bit.level % 2 or bit.text.isspace())


def _goes_along(bit: Bit) -> bool:
    """Whether a bit is a sign of the word from right to left on its left."""
    return bit.level % 2 == 1 and not any(map(str.isalnum, bit.text)) and not bit.text.isspace()


def written(found: Sequence[Bit], bounds: int = 0) -> list[int]:
    """The numbers of the bits of a line in the order in which they are written into the file.

    `bounds` is how many marks from left to right stand among them.

    Readers take what is written as it stands, turn each word from right to left round, and a whole line
    in which such words prevail: written so, the words come out as they were. (PDFium does just that;
    poppler goes by places.)
    """
    groups = [
        (kind, list(group)) for kind, group in groupby(range(len(found)), lambda at: found[at].kind)
    ]
    kinds = [kind for kind, _ in groups]
    prevails = turned = kinds.count(_RIGHT) > kinds.count(_LEFT) + bounds
    parts: list[list[int]] = []
    for kind, numbers in groups:
        if kind in (_RIGHT, _LEFT):
            turned = kind == _RIGHT
        # A sign is turned with the word that is read before it.
        parts.append(numbers[::-1] if turned and kind in (_RIGHT, _SIGN) else numbers)
    return [at for part in (reversed(parts) if prevails else parts) for at in part]
