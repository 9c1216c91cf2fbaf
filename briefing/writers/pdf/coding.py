"""One byte for each common character: Windows-1252, and in what it leaves free the ligatures."""

from collections.abc import Iterable

LIGATURES = {"\ufb00": 0x81, "\ufb01": 0x8D, "\ufb02": 0x8F, "\ufb03": 0x90, "\ufb04": 0x9D}
SPELT = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
SOFT_HYPHEN = "\u00ad"
MAY_BREAK, NO_BREAK = "\x01", "\x02"
"""Inside a word: a line may end here without a space; a space at which no line may end."""
BASIC = (
    frozenset(map(chr, range(0x20, 0x7F)))
    | frozenset("“”‘’–—…•€£§°\u00a0\u00ad")
    | SPELT.keys()
    | {NO_BREAK}
)
"""What plain English text is made of."""


def byte_codes(characters: Iterable[str]) -> dict[str, int]:
    """The byte of each of `characters` that has one."""
    codes = dict(LIGATURES)
    for code in range(0x20, 0x100):
        character = bytes((code,)).decode("cp1252", "ignore")
        if character:
            codes[character] = code
    return {one: codes[one] for one in characters if one in codes}


def escaped(coded: bytes) -> bytes:
    """`coded` as it stands inside a string object."""
    if coded.isalnum():
        return coded
    return coded.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
