"""Groups sources that report one event, by the names, numbers and rare words they open with.

Texts are vectors of stems weighed by inverse document frequency (Spärck Jones 1972); names and
numbers weigh more, for they tell one earthquake from another. Groups grow by average linkage, so
that one report that mentions two events does not join them.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from math import fsum, log, sqrt

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


_LEAST = 0.01
"""Likeness in such words from which on two texts are compared in all."""
_ROUNDING = 1e-9

Vector = dict[str, float]
Pair = tuple[int, int]


class _Groups(Struct):
    """Groups of places that grow by average linkage."""

    members: dict[int, list[int]]
    sums: dict[int, dict[int, float]]

    @classmethod
    def of(cls, likeness: Mapping[Pair, float]) -> "_Groups":
        """Each place a group of its own, and how like any two are."""
        sums: defaultdict[int, dict[int, float]] = defaultdict(dict)
        for (one, other), value in likeness.items():
            sums[one][other] = sums[other][one] = value
        return cls({at: [at] for at in sums}, sums)

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


class Company(Struct, frozen=True):
    """The sources in whose company a few are judged: their openings, and how many hold a word."""

    openings: Mapping[str, Counter[str]]
    frequency: Counter[str]


ALONE = Company({}, Counter())


def company_of(sources: Sequence[Source]) -> Company:
    """How often words open the reports in `sources`."""
    features = _Features()
    openings = {source.id: _opening(source, features) for source in sources}
    return Company(openings, Counter(word for text in openings.values() for word in text))


def find_events(sources: Sequence[Source], company: Company = ALONE) -> tuple[Event, ...]:
    """The groups of two or more sources that report one event, in the order of the sources.

    A few out of many are told apart by what is rare among the many: then `company` is theirs.
    """
    likeness = _likeness(sources, company)
    groups = _Groups.of(likeness)
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


def _likeness(sources: Sequence[Source], company: Company) -> dict[Pair, float]:
    """How like pairs of sources are, for pairs that share words that are not everywhere.

    Only among sources that can come into one group: two groups join if their mean likeness is
    `JOINED`, so some pair between them must be as like. What is rare in both is summed up for all
    pairs, and for the rest of their words the product of the lengths is a bound (Cauchy-Schwarz).
    """
    features = _Features()
    known = company.openings
    openings = [known.get(source.id) or _opening(source, features) for source in sources]
    new = [text for text, source in zip(openings, sources, strict=True) if source.id not in known]
    held = Counter(word for text in new for word in text)
    vectors = _vectors(openings, (company.frequency, held), len(known) + len(new))
    days = [source.published.toordinal() if source.published else None for source in sources]
    near = list(_meeting(vectors, days))
    home = list(range(len(sources)))
    seen: dict[Pair, float] = {}
    for one, other, most in near:
        if most < JOINED or _root(home, one) == _root(home, other):
            continue
        value = seen[one, other] = _dot(vectors[one], vectors[other])
        if value >= JOINED:
            home[_root(home, one)] = _root(home, other)
    homes = [_root(home, at) for at in range(len(sources))]
    return {
        (one, other): seen[one, other]
        if (one, other) in seen
        else _dot(vectors[one], vectors[other])
        for one, other, _ in near
        if homes[one] == homes[other]
    }


def _meeting(
    vectors: Sequence[Vector], days: Sequence[int | None]
) -> Iterator[tuple[int, int, float]]:
    """The pairs, not too far apart in time, that share rare words, and how like they are at most."""
    frequency = Counter(word for vector in vectors for word in vector)
    holders: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    lengths: list[float] = []
    for at, vector in enumerate(vectors):
        rare = [item for item in vector.items() if frequency[item[0]] <= _MEETING]
        common = [weight for word, weight in vector.items() if frequency[word] > _MEETING]
        lengths.append(sqrt(sum([weight * weight for weight in common])) + _ROUNDING)
        met: defaultdict[int, float] = defaultdict(float)
        for word, weight in rare:
            for one, other in holders[word]:
                met[one] += weight * other
        for one, shared in met.items():
            if shared >= _LEAST and not _apart(days[one], days[at]):
                yield one, at, shared + lengths[one] * lengths[at]
        for word, weight in rare:
            holders[word].append((at, weight))


def _root(home: list[int], at: int) -> int:
    while home[at] != at:
        home[at] = at = home[home[at]]
    return at


def _apart(one: int | None, other: int | None) -> bool:
    return one is not None and other is not None and abs(one - other) > APART


class _Features(dict[str, str]):
    """The feature that a word is: its stem, with a mark before a name and a number; empty for none."""

    def __missing__(self, word: str) -> str:
        if is_function_word(word):
            found = ""
        elif word[0].isdigit():
            found = _NUMBER + word
        else:
            found = (_NAME if word[0].isupper() else "") + stem(word)
        self[word] = found
        return found


def _opening(source: Source, features: _Features) -> Counter[str]:
    """The words that a report opens with, counted; names and numbers weigh more."""
    parts = [source.title or ""]
    left = OPENING - len(parts[0])
    for part in source.body():
        if left <= 0:
            break
        parts.append(source.text[part.start : min(part.end, part.start + left)])
        left -= len(parts[-1]) + 1
    words = _WORD.findall("\n".join(parts)[:OPENING])
    found = Counter(map(features.__getitem__, words))
    del found[""]
    for word in found:
        if word[0] in (_NAME, _NUMBER):
            found[word] *= _NAMES_WEIGH
    return found


def _vectors(
    texts: Sequence[Counter[str]], held: Sequence[Counter[str]], among: int
) -> list[Vector]:
    """The openings `texts` weighed; `held` says how many of the `among` sources hold a word."""
    frequency = Counter(word for text in texts for word in text)
    every = among + _UNSEEN
    rarity: dict[str, float] = {}
    for word in frequency:
        imagined = 0.0 if word[0] in (_NAME, _NUMBER) else _COMMON_IN * _UNSEEN
        known = sum([counts[word] for counts in held])
        rarity[word] = max(log((1 + every) / (0.5 + known + imagined)), 0.0)
    grown = _Grown()
    vectors: list[Vector] = []
    for text in texts:
        weights: dict[str, float] = {}
        square = 0.0
        for word, count in text.items():
            weight = grown[count] * rarity[word]
            if frequency[word] > 1:
                square += weight * weight
                weights[word] = weight
            else:
                square += weight * weight * _ALONE
        length = sqrt(square) or 1.0
        vectors.append({word: weight / length for word, weight in weights.items()})
    return vectors


class _Grown(dict[int, float]):
    """What a count is worth: the second of a word says less than the first."""

    def __missing__(self, count: int) -> float:
        found = self[count] = 1 + log(count)
        return found


def _dot(one: Vector, other: Vector) -> float:
    # fsum: the order of a set must not show in the last digit.
    return fsum([one[word] * other[word] for word in one.keys() & other.keys()])
