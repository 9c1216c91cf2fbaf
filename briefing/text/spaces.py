"""Spaces: copies of web pages hold non-breaking ones at random places."""

_SPACES = {
    ord(character): " "
    for character in (
        "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
        "\u200a\u202f\u205f\u3000"
    )
}


def flat(text: str) -> str:
    """`text` with every kind of space as a plain one; of the same length, so that offsets hold."""
    return text if text.isascii() and "\t" not in text else text.translate(_SPACES)
