"""Words that are spelt nearly alike: letters missing, too many, wrong, or in each other's place."""

from collections.abc import Iterable

_SHORT = 5
"""Letters below which a word may differ by one letter only."""
_TOO_SHORT = 3


def tolerance(word: str) -> int:
    """By how many letters a word may differ from `word` to be meant."""
    if len(word) < _TOO_SHORT:
        return 0
    return 1 if len(word) < _SHORT else 2


def distance(one: str, other: str) -> int:
    """How many letters must be put in, taken out, changed, or swapped with the next one.

    Optimal string alignment, the restricted form of Damerau's distance (Damerau 1964).
    """
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        here = [row]
        for column, facing in enumerate(other, 1):
            best = min(above[column] + 1, here[-1] + 1, above[column - 1] + (letter != facing))
            swapped = row > 1 and column > 1 and letter == other[column - 2] != facing
            if swapped and one[row - 2] == facing:
                best = min(best, before[column - 2] + 1)
            here.append(best)
        before, above = above, here
    return above[-1]


def nearest(word: str, known: Iterable[tuple[str, int]]) -> str | None:
    """Which of the words `known`, each with how often it occurs, is meant by `word`; `None` if none is.

    The nearest, of these one that begins with the same letter, of these the most frequent.
    """
    most, letters = tolerance(word), set(word)
    found: list[tuple[int, bool, int, str]] = []
    for other, count in known:
        # Each letter put in, taken out or changed makes a difference of two letters at most.
        if abs(len(other) - len(word)) <= most and len(letters ^ set(other)) <= 2 * most:
            far = distance(word, other)
            if far <= most:
                found.append((far, other[0] != word[0], -count, other))
    return min(found)[3] if found else None
