"""Words whose letters are set apart, as labels and bylines are: “B Y  A D A  M O S S”.

PDFium takes each wide gap for a space, and has words fall to pieces. Where the usual gap between letters
is wide, only gaps that are wider still part words.
"""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

Place = tuple[float, float] | None
"""Where a character begins and ends on its line; `None` for a space that PDFium made of a gap."""
SPACE: Place = (0.0, 0.0)
"""A space that is written in the file."""
_FEWEST = 3
"""Words of one or two letters, which must be half of all, before it is looked closer."""
_SHORT = 2
_SET_APART = 0.1
"""Of the letters' size: the usual gap from which on letters are set apart."""
_WIDER = 1.6
"""Times the usual gap that one between words has at least."""


def closed_up(characters: Sequence[str], places: Sequence[Place], size: float) -> str:
    """The words that `characters` of `size` make, at `places`."""
    words = "".join(characters)
    parts = words.split()
    short = sum(len(part) <= _SHORT and part.isalpha() for part in parts)
    if short < _FEWEST or 2 * short <= len(parts) or SPACE in places:
        return words
    standing = [place for place in places if place]
    gaps = [other[0] - one[1] for one, other in pairwise(standing)]
    usual = median(gaps)
    if usual < _SET_APART * size:
        return words
    wide = iter([True, *(gap > _WIDER * usual for gap in gaps)])
    said = ""
    spaced = False
    for character, place in zip(characters, places, strict=True):
        if place is None:
            spaced = True
            continue
        parted = next(wide)
        said += f" {character}" if spaced and parted else character
        spaced = False
    return said
