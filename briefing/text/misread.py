"""Text whose UTF-8 a program took for Windows-1252 or Latin-1 before it was saved: “Itâ€™s”.

No encoding tells it: the file is good UTF-8 of bad letters. It is read as it was meant where the
letters show that for sure; others that stand beside them stay as they are.
"""

import re

from briefing.text.lazy import Lazy

_TIMES = 3
"""How often a text is taken to have been misread at the most."""


def _shown(first: int, last: int, without: str = "") -> str:
    """What those bytes are shown as, by either encoding."""
    read = bytes(range(first, last + 1))
    signs = read.decode("cp1252", "ignore") + read.decode("latin-1")
    return "".join(sign for sign in signs if sign not in without)


_REST = f"[{_shown(0x80, 0xBF)}]"
_MARKS = "‘’“”«»–—…\x85"
"""What may well stand behind a capital “Ã” that is meant."""
_SCRIPT = rf"(?:[Î-ß]{_REST}){{3}}|(?:[àáã-í]{_REST}{{2}}){{2}}"
"""A word in other letters than Latin ones."""
_TELLS = Lazy(rf"â[€\x80]{_REST}|Ã[{_shown(0x80, 0xBF, _MARKS)}]|{_SCRIPT}")
_IN_A_SCRIPT = Lazy(_SCRIPT)
_MISREAD = Lazy(
    rf"[Â-ß]{_REST}|[à-ï]{_REST}{{2}}|[ð-ô]{_REST}{{3}}|"
    r"(?P<end>â€(?:\ufffd|(?=\W|$)))|(?P<a>Ã )(?=\w)"
)
_PLAIN = frozenset((*map(ord, _shown(0x80, 0xFF)), *range(0x100, 0x180), *range(0x2010, 0x2040)))
"""Latin letters and punctuation: what beside others that are right such signs may have been meant as."""
_OF_MANY_SIGNS = 0x2E80
"""From here on are the letters of East Asia and the pictures, of three signs and four."""


def tells_of_misreading(signs: str) -> bool:
    """Whether `signs`, a text or what of it is beyond ASCII, may hold letters that were misread."""
    return _TELLS.search(signs) is not None


def read_as_meant(text: str) -> str:
    """`text` with the letters that were misread as they were meant; the same if there are none."""
    for _ in range(_TIMES):
        if not tells_of_misreading(text):
            break
        text = _MISREAD.sub(_meant if _IN_A_SCRIPT.search(text) is None else _whatever, text)
    return text


def _meant(found: re.Match[str]) -> str:
    meant = _whatever(found)
    first = ord(meant[0])
    return meant if first in _PLAIN or first >= _OF_MANY_SIGNS else found.group()


def _whatever(found: re.Match[str]) -> str:
    if found["end"]:
        return "”"
    if found["a"]:
        return "à "
    signs = found.group()
    try:
        return b"".join(map(_as_read, signs)).decode("utf-8")
    except UnicodeError:
        return signs


def _as_read(sign: str) -> bytes:
    """The byte that Windows-1252 shows as `sign`; the five that it leaves out stand for themselves."""
    try:
        return sign.encode("cp1252")
    except UnicodeEncodeError:
        return sign.encode("latin-1")
