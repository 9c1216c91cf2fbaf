"""Latin ligatures as files spell them.

Ghostscript 10.00 writes what a ligature stands for with the bytes of its letters the wrong way round,
so that a page that shows “fi” says “昀椀”; it is a common last step of printing and of making files
smaller. Beside Latin letters these signs stand for nothing else.
"""

import re

_FIRST = "昀"
_SCRAMBLED = {"昀昀": "ff", "昀椀": "fi", "昀氀": "fl", "昀케": "ffi", "昀툀": "ffl"}
_BESIDE_LETTERS = re.compile(r"(?<=[A-Za-z])昀[昀椀氀케툀]|昀[昀椀氀케툀](?=[A-Za-z])")


def unscrambled(text: str) -> str:
    """`text` with the ligatures that were written the wrong way round as their letters."""
    if _FIRST not in text:
        return text
    return _BESIDE_LETTERS.sub(lambda found: _SCRAMBLED[found[0]], text)
