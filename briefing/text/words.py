"""Words of a text: tokens with offsets, stems, and the words that carry meaning."""

import re
from collections.abc import Iterator, Mapping
from itertools import chain

from briefing.text.remembered import Remembered

WORD = re.compile(r"\d+(?:[.,]\d+)*%?|[^\W\d_]+(?:[-'’][^\W\d_]+)*")

# Function words of English: they say nothing about what a sentence is about.
FUNCTION_WORDS = frozenset(
    """a about above after again against all also although am among an and any are as at be because
    been before being below between both but by can could did do does doing down during each even
    ever every few for from further had has have having he her here hers him his how however i if in
    into is it its itself just last like made make many may me might more most much must my new next
    no nor not now of off on once one only onto or other our out over own per said same say says she
    should since so some still such than that the their them then there these they this those though
    through to told too two under until up upon us very was we were what when where whether which
    while who whom whose why will with within without would year years yet you your""".split()
)
_SHORTEST_STEMMED = 5
_SUFFIXES = ("ies", "ing", "'s", "’s", "ed", "es", "s", "e", "y")
"""What ends a word and is no part of its stem; a longer one before one that ends it."""


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Ranges of the words and numbers in `text[start:end]`, in order."""
    for found in WORD.finditer(text, start, len(text) if end is None else end):
        yield found.span()


def is_function_word(word: str) -> bool:
    """Whether `word` only holds a sentence together."""
    return word.lower() in FUNCTION_WORDS


def stem(word: str) -> str:
    """A rough English stem, enough to see that “exercises” and “exercising” are one word."""
    lowered = word.lower()
    if len(lowered) < _SHORTEST_STEMMED or lowered[0].isdigit():
        return lowered
    if lowered.endswith(_SUFFIXES):
        for suffix in _SUFFIXES:
            if lowered.endswith(suffix):
                return lowered[: -len(suffix)]
    return lowered


def bare(word: str) -> str:
    """`word` without a possessive: “Beijing’s” is a form of “Beijing”."""
    return word.removesuffix("’s").removesuffix("'s")


STEMS = Remembered(lambda word: "" if word.lower() in FUNCTION_WORDS else stem(word))
"""The stem of a word; empty for one that carries no meaning."""


def _words_in(piece: str) -> tuple[str, ...]:
    bare = piece.rstrip(".,")
    return (bare,) if bare.isalpha() else tuple(WORD.findall(piece))


_PIECES = Remembered(_words_in)
"""The words and numbers in what stands between two spaces."""


def words_of(text: str) -> list[str]:
    """The words and numbers in `text`, in order."""
    # None goes over white space.
    return list(chain.from_iterable(map(_PIECES.__getitem__, text.split())))


def count_words(text: str) -> int:
    """How many words and numbers `text` has."""
    return len(words_of(text))


def stems_by_piece(stems: Mapping[str, str]) -> Remembered[tuple[str, ...]]:
    """The stems in what stands between two spaces, empty ones aside; `stems` gives that of a word."""
    return Remembered(lambda piece: tuple(filter(None, map(stems.__getitem__, _words_in(piece)))))


_STEMS_IN = stems_by_piece(STEMS)


def content_stems(text: str) -> tuple[str, ...]:
    """Stems of the words that carry meaning, in order, with repetitions."""
    return tuple(chain.from_iterable(map(_STEMS_IN.__getitem__, text.split())))
