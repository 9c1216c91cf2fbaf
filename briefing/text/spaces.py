"""Spaces: copies of web pages hold non-breaking ones at random places."""

_SPACES = "\t\u00a0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u202f\u205f\u3000"


def flat(text: str) -> str:
    """`text` with every kind of space as a plain one; of the same length, so that offsets hold."""
    if text.isascii():
        return text.replace("\t", " ")
    # One after the other: a set of signs is searched three times as slowly.
    for space in _SPACES:
        if space in text:
            text = text.replace(space, " ")
    return text
