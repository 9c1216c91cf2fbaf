"""Finds in a source the words that were searched, and the stretch of it to show."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from briefing.library.query import Term
from briefing.model.source import Source

_SHOWN = 280
"""Characters of a source that a hit shows."""
_BEFORE = 80
"""Characters shown before the first mark."""
_MOST_MARKS = 200

Marked = tuple[int, int, str, tuple[tuple[int, int], ...]]


class _Bases(dict[int, int]):
    """Leads a letter to its base, worked out when it is first met."""

    def __missing__(self, point: int) -> int:
        base = ord(unicodedata.normalize("NFD", chr(point))[0])
        self[point] = base
        return base


_BASES = _Bases()


def mark(source: Source, terms: Sequence[Term]) -> Marked:
    """The stretch of `source` that shows most of `terms`: its range, its words, the ranges found."""
    pattern = _pattern(tuple(term for term in terms if not term.without))
    parts = [(part.start, part.end) for part in source.body()] or [(0, len(source.text))]
    folded = fold(source.text)
    best: tuple[int, int, int] | None = None
    if pattern is not None:
        for start, end in parts:
            found = [hit.group().lower() for hit in pattern.finditer(folded, start, end)]
            if found and (best is None or len(set(found)) > best[0]):
                best = (len(set(found)), start, end)
    _, start, end = best or (0, *parts[0])
    start, end = _window(source.text, start, end, folded, pattern)
    marks = [hit.span() for hit in pattern.finditer(folded, start, end)] if pattern else []
    return start, end, source.text[start:end], tuple(marks[:_MOST_MARKS])


def _window(
    text: str, start: int, end: int, folded: str, pattern: re.Pattern[str] | None
) -> tuple[int, int]:
    """The part of `[start, end)` to show: whole words, the first mark early in it."""
    if end - start <= _SHOWN:
        return start, end
    first = pattern.search(folded, start, end) if pattern else None
    if first and first.start() - start > _BEFORE:
        cut = text.find(" ", first.start() - _BEFORE, first.start())
        start = cut + 1 if cut >= 0 else first.start()
    if end - start > _SHOWN:
        cut = text.rfind(" ", start + 1, start + _SHOWN)
        end = cut if cut > 0 else start + _SHOWN
    return start, end


@cache
def _pattern(terms: tuple[Term, ...]) -> re.Pattern[str] | None:
    """One expression for all terms: their words, whatever stands between them, letters of any case."""
    choices = []
    for term in terms:
        words = r"[\W_]+".join(re.escape(fold(word)) for word in term.words)
        choices.append(words + (r"[^\W_]*" if term.prefix else ""))
    if not choices:
        return None
    choices.sort(key=len, reverse=True)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(choices)})(?![^\W_])", re.IGNORECASE)


def fold(text: str) -> str:
    """`text` without accents, letter for letter, as the index folds it; the length is the same."""
    if text.isascii():
        return text
    return text.translate(_BASES)
