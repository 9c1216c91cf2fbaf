"""How a source's exact words are set: quotation marks in typographic form, spaces as spaces.

Each character becomes one character, so that offsets hold and a proof can fold it back.
"""

import re

_OPENS_AFTER = re.compile(r"[\s(\[{—–/“‘-]$")
_SPACES = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def curl(text: str, before: str = "") -> str:
    """`text` with straight quotation marks curled; `before` is what stands in front of it.

    Marks after digits (feet, inches) and marks already curled stay as they are.
    """
    if not (text.isascii() and text.isprintable()):
        text = _SPACES.sub(" ", text)
    if '"' not in text and "'" not in text:
        return text
    return "".join(_mark(text, at, before) for at in range(len(text)))


def bare(text: str) -> str:
    """`text` without control and direction characters, each shown as U+FFFD."""
    return _UNSEEN.sub("\ufffd", text)


def _mark(text: str, at: int, before: str) -> str:
    character = text[at]
    if character not in "\"'":
        return character
    previous = text[at - 1] if at else before[-1:]
    following = text[at + 1 : at + 2]
    if character == "'" and following.isdigit() and not previous.isalnum():
        return "’"
    if previous.isdigit() and not following.strip() and text.count(character, 0, at) % 2 == 0:
        return character
    opens = not previous or _OPENS_AFTER.search(previous) is not None or previous in "\"'"
    if opens and (not following or following.isspace()):
        opens = False
    if character == '"':
        return "“" if opens else "”"
    return "‘" if opens else "’"
