"""Hyphenation by Liang's method ("Word Hy-phen-a-tion by Com-put-er", 1983).

English patterns are prepared (`assets/hyphenation`): reading pyphen's own file takes longer than
laying out ten pages. Other languages go through pyphen, loaded when one is met.
"""

import re
from collections.abc import Callable
from functools import cache

from briefing.resources import asset

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LEAST_BEFORE, _LEAST_BEHIND, _LEAST_WORD = 2, 3, 6
Positions = Callable[[str], tuple[int, ...]]


@cache
def hyphenator(language: str) -> Positions:
    """Gives the places in a piece of text where a hyphen may stand, by the rules of `language`."""
    tag = language.replace("-", "_")
    find = _english if tag.lower().split("_")[0] == "en" else _other(tag)

    @cache
    def positions(piece: str) -> tuple[int, ...]:
        found: list[int] = []
        if len(piece) < _LEAST_WORD:
            return ()
        for word in _WORD.finditer(piece):
            text = word.group()
            # A capital marks a name or an acronym, which is better left whole.
            if len(text) < _LEAST_WORD or not text[1:].islower() or text[0].isupper():
                continue
            last = len(text) - _LEAST_BEHIND
            found.extend(word.start() + at for at in find(text) if _LEAST_BEFORE <= at <= last)
        return tuple(found)

    return positions


def _english(word: str) -> tuple[int, ...]:
    patterns, first, longest = _patterns()
    framed = f".{word.lower()}."
    points = [0] * (len(framed) + 1)
    for start in range(len(framed)):
        reach = longest if start else first
        for end in range(start + 1, min(start + reach, len(framed)) + 1):
            digits = patterns.get(framed[start:end])
            if digits:
                for shift, digit in enumerate(digits, start):
                    points[shift] = max(points[shift], ord(digit) - 48)
    return tuple(at for at in range(1, len(word)) if points[at + 1] % 2)


@cache
def _patterns() -> tuple[dict[str, str], int, int]:
    """Patterns with their digits; the longest that begins with the word, and of the others."""
    letters, digits, lengths = asset("hyphenation/en.txt").read_text("utf-8").splitlines()
    first, longest = map(int, lengths.split(" "))
    return dict(zip(letters.split(" "), digits.split(" "), strict=True)), first, longest


def _other(tag: str) -> Positions:
    import pyphen  # noqa: PLC0415 - 21 ms, wanted only for languages other than English

    known = pyphen.language_fallback(tag)
    if known is None:
        return lambda _: ()
    hyphens = pyphen.Pyphen(lang=known)
    return lambda word: tuple(int(at) for at in hyphens.positions(word.lower()))
