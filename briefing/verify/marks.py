"""What some set in place of quotation marks: primes, commas, grave accents, angle brackets.

Each is also something else, so that only both of a pair say that words are quoted.
"""

import re

_LONGEST = 2_000
_PAIRS = (
    (r"(?<!\d)″", "″"),
    ("‶", "″"),
    ("❝", "❞"),
    ("〝", "[〞〟]"),
    ("‟", "[”‟]"),
    (r"(?<![<\w])<<\s?", r"\s?>>(?!>)"),
    ("(?<!`)``", "(?:''|``|´´)"),
    ("(?<!,),,", "(?:''|``|[“\"])"),
    (r"(?<![\w'])''", r"(?<=\S)''(?!')"),
    (r"(?<![\w′])′", r"(?<=[^\s\d])′(?!\w)"),
    (r"(?<![\w`])`(?!`)", r"(?<=\S)[`´'](?!\w)"),
)
_PATTERNS = tuple(
    re.compile(rf"({opening})(?=[\w(\[])([^\n]{{3,{_LONGEST}}}?)({closing})")
    for opening, closing in _PAIRS
)
_SIGNS = re.compile("[″‶❝〝‟`′]|''|,,|<<")


def with_usual(text: str) -> str:
    """`text` with the usual marks in place of such pairs, every letter at its place."""
    if not _SIGNS.search(text):
        return text
    for pattern in _PATTERNS:
        text = pattern.sub(_usual, text)
    return text


def _usual(found: re.Match[str]) -> str:
    return "“".rjust(len(found[1])) + found[2] + "”".ljust(len(found[3]))
