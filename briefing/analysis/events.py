"""Groups sources that report one event, by the names, numbers and rare words they open with.

Texts are vectors of stems weighed by inverse document frequency (Spärck Jones 1972); names and
numbers weigh more, for they tell one earthquake from another. Groups grow by average linkage, so
that one report that mentions two events does not join them.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from math import log, sqrt

from msgspec import Struct

from briefing.model.findings import Event
from briefing.model.source import Source
from briefing.text.words import is_function_word, stem

OPENING = 1200
"""Characters of a report that say what it is about."""
JOINED = 0.22
"""Mean likeness of two groups from which on they report one event."""
APART = 7
"""Days between two reports from which on they are not of one event."""
_WORD = re.compile(r"[A-Z][\w'’-]+|[a-z][\w'’-]+|\d[\d,.]*\d|\d")
_NAME, _NUMBER = "^", "#"
_NAMES_WEIGH = 3
_UNSEEN = 100
"""Articles we imagine beside those at hand, so that a small folder has rare and common words too."""
_COMMON_IN = 0.15
"""Share of the imagined articles in which a word that is neither name nor number stands."""
_ALONE = 0.25
"""What a word counts for in the length of a text if no other text has it."""
_MEETING = 60
"""Most texts a word may stand in and still bring two texts together."""

Vector = Mapping[str, float]
Pair = tuple[int, int]


class _Groups(Struct):
    """Groups of places that grow by average linkage."""

    members: dict[int, list[int]]
    sums: dict[int, dict[int, float]]

    def mean(self, one: int, other: int) -> float:
        """The mean likeness between two groups."""
        total = self.sums[one].get(other, 0.0)
        return total / (len(self.members[one]) * len(self.members[other]))

    def join(self, one: int, other: int) -> Iterator[int]:
        """Take `other` into `one`; yields the groups that `one` now has something in common with."""
        self.members[one] += self.members.pop(other)
        for third, total in self.sums.pop(other).items():
            self.sums[third].pop(other, None)
            if third != one:
                joined = self.sums[one].get(third, 0.0) + total
                self.sums[one][third] = self.sums[third][one] = joined
        yield from self.sums[one]


def find_events(sources: Sequence[Source]) -> tuple[Event, ...]:
    """The groups of two or more sources that report one event, in the order of the sources."""
    likeness = _likeness(sources)
    sums: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for (one, other), value in likeness.items():
        sums[one][other] = sums[other][one] = value
    groups = _Groups({at: [at] for at in range(len(sources))}, sums)
    waiting = [(-value, one, other) for (one, other), value in likeness.items() if value >= JOINED]
    heapify(waiting)
    while waiting:
        value, one, other = heappop(waiting)
        known = one in groups.members and other in groups.members
        if not known or abs(groups.mean(one, other) + value) > 1e-9:  # noqa: PLR2004 - rounding
            continue
        for third in groups.join(one, other):
            mean = groups.mean(one, third)
            if mean >= JOINED:
                heappush(waiting, (-mean, min(one, third), max(one, third)))
    return tuple(
        Event(tuple(sources[at].id for at in sorted(members)))
        for members in sorted(map(sorted, groups.members.values()))
        if len(members) > 1
    )


def _likeness(sources: Sequence[Source]) -> dict[Pair, float]:
    """How like pairs of sources are, for pairs that share a word that is not everywhere."""
    vectors = _vectors([_features(source) for source in sources])
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for at, vector in enumerate(vectors):
        for word in vector:
            holders[word].append(at)
    pairs = {
        (one, other)
        for held in holders.values()
        if len(held) <= _MEETING
        for index, one in enumerate(held)
        for other in held[index + 1 :]
    }
    return {
        pair: _dot(vectors[pair[0]], vectors[pair[1]])
        for pair in sorted(pairs)
        if not _apart(sources[pair[0]], sources[pair[1]])
    }


def _apart(one: Source, other: Source) -> bool:
    if one.published is None or other.published is None:
        return False
    return abs((one.published - other.published).days) > APART


def _features(source: Source) -> Counter[str]:
    """The words that a report opens with, counted; names and numbers are marked and weigh more."""
    body = "\n".join(source.text[part.start : part.end] for part in source.body())
    found: Counter[str] = Counter()
    for hit in _WORD.finditer(f"{source.title or ''}\n{body}"[:OPENING]):
        word = hit.group()
        if is_function_word(word):
            continue
        if word[0].isdigit():
            found[_NUMBER + word] += _NAMES_WEIGH
        elif word[0].isupper():
            found[_NAME + stem(word)] += _NAMES_WEIGH
        else:
            found[stem(word)] += 1
    return found


def _vectors(texts: Sequence[Counter[str]]) -> list[Vector]:
    frequency = Counter(word for text in texts for word in text)
    every = len(texts) + _UNSEEN
    vectors: list[Vector] = []
    for text in texts:
        weights: dict[str, float] = {}
        square = 0.0
        for word, count in text.items():
            imagined = 0.0 if word[0] in (_NAME, _NUMBER) else _COMMON_IN * _UNSEEN
            rarity = log((1 + every) / (0.5 + frequency[word] + imagined))
            weight = (1 + log(count)) * max(rarity, 0.0)
            square += weight * weight * (1 if frequency[word] > 1 else _ALONE)
            if frequency[word] > 1:
                weights[word] = weight
        length = sqrt(square) or 1.0
        vectors.append({word: weight / length for word, weight in weights.items()})
    return vectors


def _dot(one: Vector, other: Vector) -> float:
    if len(other) < len(one):
        one, other = other, one
    return sum(weight * other[word] for word, weight in one.items() if word in other)
