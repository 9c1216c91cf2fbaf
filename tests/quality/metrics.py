"""Measures of reading quality, as the data sets' descriptions define them."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

_TOKEN = re.compile(r"\w+")
_SHINGLE = 4


@dataclass(frozen=True, slots=True)
class Score:
    """Precision and recall, 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def shingle_score(pages: Iterable[tuple[str, str]]) -> Score:
    """Score of (predicted, expected) texts: shingles of four tokens, averaged over pages.

    A page without predicted shingles counts for recall alone, one without expected for precision.
    """
    precisions: list[float] = []
    recalls: list[float] = []
    for predicted, expected in pages:
        mine, theirs = _shingles(predicted), _shingles(expected)
        shared = (mine & theirs).total()
        if mine:
            precisions.append(shared / mine.total())
        if theirs:
            recalls.append(shared / theirs.total())
    return Score(_mean(precisions), _mean(recalls))


def value_score(pairs: Iterable[tuple[object | None, object | None]]) -> Score:
    """Score of (predicted, expected) values; `None` is an unknown one and counts for recall only."""
    rows = list(pairs)
    right = sum(one is not None and one == other for one, other in rows)
    said = sum(one is not None and other is not None for one, other in rows)
    wanted = sum(other is not None for _, other in rows)
    return Score(right / max(said, 1), right / max(wanted, 1))


def set_score(pairs: Iterable[tuple[Iterable[str], Iterable[str]]]) -> Score:
    """Micro score of (predicted, expected) names, compared as plain words."""
    right = said = wanted = 0
    for predicted, expected in pairs:
        mine, theirs = set(map(plain, predicted)), set(map(plain, expected or ()))
        right += len(mine & theirs)
        said += len(mine)
        wanted += len(theirs)
    return Score(right / max(said, 1), right / max(wanted, 1))


def plain(words: str) -> str:
    """Small letters and digits, single spaces, no punctuation."""
    return " ".join(_TOKEN.findall(unicodedata.normalize("NFKC", words).casefold()))


def nearly_equal(one: str, other: str) -> bool:
    """Whether the token F1 of two titles is 0.8 or better."""
    mine, theirs = Counter(plain(one).split()), Counter(plain(other).split())
    shared = (mine & theirs).total()
    return shared > 0 and 2 * shared / (mine.total() + theirs.total()) >= 0.8


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    tokens = _TOKEN.findall(text)
    return Counter(tuple(tokens[at : at + _SHINGLE]) for at in range(len(tokens) - _SHINGLE + 1))


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0
