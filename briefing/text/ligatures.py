"""Latin ligatures as files spell them.

Ghostscript 10.00 writes what a ligature stands for with the bytes of its letters the wrong way round,
so that a page that shows “fi” says “昀椀”; it is a common last step of printing and of making files
smaller. Beside Latin letters these signs stand for nothing else.
"""

import re

_FIRSTS = {"昀": "f", "琀": "t"}
_SECONDS = {"昀": "f", "琀": "t", "椀": "i", "氀": "l", "樀": "j", "戀": "b", "栀": "h", "欀": "k"}
# Of three letters the last two make one sign, some of them none at all (“tti” and “fft”, U+FFFD).
_THREES = {"昀케": "ffi", "昀툀": "ffl", "昀퀀": "ffj", "昀저": "ffb", "昀츀": "ffh", "昀턀": "ffk",
           "昀\ufffd": "fft", "琀\ufffd": "tti"}  # fmt: skip
_SCRAMBLED = _THREES | {
    one + other: first + second
    for one, first in _FIRSTS.items()
    for other, second in _SECONDS.items()
}
_ANY = "(?:" + "|".join(_SCRAMBLED) + ")"
_BESIDE_LETTERS = re.compile(f"(?<=[A-Za-z0-9]){_ANY}+|{_ANY}+(?=[A-Za-z0-9])")


def unscrambled(text: str) -> str:
    """`text` with the ligatures that were written the wrong way round as their letters."""
    if not any(first in text for first in _FIRSTS):
        return text
    return _BESIDE_LETTERS.sub(lambda found: _letters(found[0]), text)


def _letters(signs: str) -> str:
    """What signs stand for that were written two and two."""
    return "".join([_SCRAMBLED[signs[at : at + 2]] for at in range(0, len(signs), 2)])
