"""Spaces: copies of web pages hold non-breaking ones at random places."""

import re

_SPACE = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")


def flat(text: str) -> str:
    """`text` with every kind of space as a plain one; of the same length, so that offsets hold."""
    return _SPACE.sub(" ", text)
