"""Hyphenation by Liang's method ("Word Hy-phen-a-tion by Com-put-er", 1983).

English patterns are prepared (`assets/hyphenation`): reading pyphen's own file takes longer than
laying out ten pages. Other languages go through pyphen, loaded when one is met.
"""

import marshal
from collections.abc import Callable, Iterator
from functools import cache

from briefing.resources import asset

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
        for start, word in _words(piece):
            # A capital marks a name or an acronym, which is better left whole.
            if len(word) < _LEAST_WORD or not word[1:].islower() or word[0].isupper():
                continue
            last = len(word) - _LEAST_BEHIND
            found.extend(start + at for at in find(word) if _LEAST_BEFORE <= at <= last)
        return tuple(found)

    return positions


def _words(piece: str) -> Iterator[tuple[int, str]]:
    """The words in a piece of text, letters with single apostrophes inside, and where each begins."""
    if piece.isalpha():
        yield 0, piece
        return
    start, last = 0, len(piece) - 1
    for at, one in enumerate(f"{piece} "):
        joins = start < at < last and one in "'’" and piece[at + 1].isalpha()
        if not (one.isalpha() or joins):
            if start < at:
                yield start, piece[start:at]
            start = at + 1


def _english(word: str) -> tuple[int, ...]:
    framed = f".{word.lower()}."
    length = len(framed)
    points = [0] * (length + 1)
    known = _patterns()
    for start in range(length - 1):
        longest, patterns = known.get(framed[start : start + 2], (0, ""))
        for end in range(start + 2, min(start + longest, length) + 1):
            found = patterns.find(f" {framed[start:end]} ")
            if found >= 0:
                digits = found + end - start + 2
                for shift in range(start, end + 1):
                    points[shift] = max(points[shift], int(patterns[digits + shift - start]))
    return tuple([at for at in range(1, len(word)) if points[at + 1] % 2])


@cache
def _patterns() -> dict[str, tuple[int, str]]:
    """By two letters the length of the longest pattern that begins with them, and all of those.

    They stand in one text, each with its digits behind it, between single spaces.
    """
    # Our own file, written by tools/make_pdf_tables.py.
    found: dict[str, tuple[int, str]] = marshal.loads(  # noqa: S302
        asset("hyphenation/en.patterns").read_bytes()
    )
    return found


def _other(tag: str) -> Positions:
    import pyphen  # noqa: PLC0415 - 21 ms, wanted only for languages other than English

    known = pyphen.language_fallback(tag)
    if known is None:
        return lambda _: ()
    hyphens = pyphen.Pyphen(lang=known)
    return lambda word: tuple(int(at) for at in hyphens.positions(word.lower()))
