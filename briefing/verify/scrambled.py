"""Ligatures whose letters a program has written in the wrong places (Ghostscript 10.00).

It gives the first letter as its code times 256, and the sum of the others likewise. What makes no sign
of Unicode so comes back as U+FFFD.
"""

import re

_LIGATURES = "ff fi fl ft fj fb fh fk tt ti tf ffi ffl ffj ffb ffh ffk fft tti".split()


def _signs(letters: str) -> str:
    first, rest = ord(letters[0]) << 8, sum(map(ord, letters[1:])) << 8
    return chr(first) + ("\ufffd" if 0xD800 <= rest < 0xE000 else chr(rest))  # noqa: PLR2004


_STAND_FOR = {_signs(letters): letters for letters in _LIGATURES}
_FIRSTS = tuple({signs[0] for signs in _STAND_FOR})
_ANY = f"(?:{'|'.join(_STAND_FOR)})"
# Beside Latin letters these signs stand for nothing else.
_BESIDE_LETTERS = re.compile(f"(?<=[A-Za-z0-9]){_ANY}+|{_ANY}+(?=[A-Za-z0-9])")


def unscrambled(text: str) -> str:
    """`text` with such signs as their letters."""
    if not any(first in text for first in _FIRSTS):
        return text
    return _BESIDE_LETTERS.sub(lambda found: _letters(found[0]), text)


def _letters(signs: str) -> str:
    return "".join([_STAND_FOR[signs[at : at + 2]] for at in range(0, len(signs), 2)])
