"""Lines that follow one another are joined to one text: a word or an address may go on in the next."""

import re

_ADDRESS = re.compile(r"(?:://|www\.)\S*[?&=._%#]$")
_LONGEST = 300


def appended(text: str, line: str, *, spaced: bool) -> tuple[str, int]:
    """`text` and the next line; a hyphen at a line's end may only break a word.

    Some programs keep the space that stands there between two words.
    """
    line = line.strip()
    if not text:
        return line, 0
    if text[-1] in "\xad\ufffe":
        return text + line, len(text)
    if text[-1] in "-‐" and text[-2:-1].isalnum() and line[:1].isalnum():
        return f"{text[:-1]}\ufffe{line}", len(text)
    if not spaced and _is_parted(text, line):
        return text + line, len(text)
    return f"{text} {line}", len(text) + 1


def _is_parted(text: str, line: str) -> bool:
    """Whether a line ends within a word: behind a slash or a low line, or a sign of an address."""
    if text[-1] in "/_":
        return not text[-2:-1].isspace()
    address = _ADDRESS.search(text, max(0, len(text) - _LONGEST)) is not None
    return address and not (text[-1] == "." and not line[:1].islower())
