"""Groups sources that report one event, by the names, numbers and rare words they open with.

Texts are vectors of stems weighed by inverse document frequency (Spärck Jones 1972); names and
numbers weigh more, for they tell one earthquake from another. Groups grow by average linkage, so
that one report that mentions two events does not join them.
"""

import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import chain
from math import log, sqrt
from operator import mul

from msgspec import Struct

from briefing.model.findings import Event
from briefing.model.source import Source
from briefing.text.remembered import Remembered
from briefing.text.variants import COMPARED

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
_MEETING = 100
"""Most texts a word may stand in and still bring two texts together."""


_LEAST = 0.01
"""Likeness in such words from which on two texts are compared in all."""
_ROUNDING = 1e-12

Vector = dict[str, float]
Pair = tuple[int, int]
Holders = deque[tuple[int, float]]
"""The places of texts that hold a word, and what it weighs in each."""


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
    features = _features()
    openings = {source.id: _opening(source, features) for source in sources}
    return Company(openings, Counter(chain.from_iterable(openings.values())))


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
    days = [source.published.toordinal() if source.published else None for source in sources]
    rare, common = _weighed(sources, company)
    lengths = [sqrt(sum(map(mul, row.values(), row.values()))) for row in common]
    home = list(range(len(sources)))
    met = list(_meeting(rare, days))
    known: dict[Pair, float] = {}
    for at, shares in met:
        length = lengths[at]
        for one in [
            one
            for one, shared in shares.items()
            if shared + length * lengths[one] + _ROUNDING >= JOINED
        ]:
            if _root(home, one) != _root(home, at):
                known[one, at] = likeness = shares[one] + _dot(common, one, at)
                if likeness >= JOINED:
                    home[_root(home, one)] = _root(home, at)
    joined: defaultdict[int, list[int]] = defaultdict(list)
    for at in range(len(sources)):
        joined[_root(home, at)].append(at)
    return {
        (min(one, at), max(one, at)): known.get((one, at)) or shares[one] + _dot(common, one, at)
        for at, shares in met
        for one in joined[_root(home, at)]
        if one in shares and shares[one] >= _LEAST
    }


def _weighed(sources: Sequence[Source], company: Company) -> tuple[list[Vector], list[Vector]]:
    """The openings of `sources` as vectors, each in two, as `_vectors` gives them."""
    features = _features()
    known = company.openings
    openings = [known.get(source.id) or _opening(source, features) for source in sources]
    new = [text for text, source in zip(openings, sources, strict=True) if source.id not in known]
    held = Counter(chain.from_iterable(new))
    return _vectors(openings, (company.frequency, held), len(known) + len(new))


def _meeting(
    vectors: Sequence[Vector], days: Sequence[int | None]
) -> Iterator[tuple[int, Mapping[int, float]]]:
    """For each place those before it in time, not too far, that share words with it: their products.

    Only products that count are given.
    """
    undated: dict[str, Holders] = {}
    latest: dict[str, Holders] = {}
    products = [0.0] * len(vectors)
    # By their days, so that what is too far back for one is so for all that follow.
    for at in sorted(range(len(vectors)), key=lambda at: (days[at] or 0, at)):
        day, mine = days[at], vectors[at]
        met = [(weight, held) for word, weight in mine.items() if (held := undated.get(word))]
        if day is not None:
            met += _of_late(mine, latest, day - APART, days)
        for weight, held in met:
            for one, other in held:
                products[one] += weight * other
        shares: dict[int, float] = {}
        for _, held in met:
            for one, _ in held:
                if product := products[one]:
                    if product >= _LEAST:
                        shares[one] = product
                    products[one] = 0.0
        holders = undated if day is None else latest
        for word, weight in mine.items():
            if held := holders.get(word):
                held.append((at, weight))
            else:
                holders[word] = deque(((at, weight),))
        yield at, shares


def _of_late(
    words: Vector, latest: Mapping[str, Holders], since: int, days: Sequence[int | None]
) -> Iterator[tuple[float, Holders]]:
    """Who of those `latest` in time holds one of `words`, without those before the day `since`."""
    for word, weight in words.items():
        if held := latest.get(word):
            while held and (days[held[0][0]] or 0) < since:
                held.popleft()
            yield weight, held


def _root(home: list[int], at: int) -> int:
    while home[at] != at:
        home[at] = at = home[home[at]]
    return at


def _features() -> Remembered[tuple[str, ...]]:
    """The features in what stands between two spaces.

    A feature is the stem of a word that carries meaning, with a mark before a name and a number.
    """
    return Remembered(_features_of)


def _features_of(piece: str) -> tuple[str, ...]:
    plain = piece.rstrip(".,")
    if plain.isascii() and plain.isalpha() and len(plain) > 1:
        found = _feature(plain)
        return (found,) if found else ()
    return tuple(filter(None, map(_feature, _WORD.findall(piece))))


def _feature(word: str) -> str:
    found = COMPARED[word]
    if found and word[0].isdigit():
        return _NUMBER + word
    return _NAME + found if found and word[0].isupper() else found


def _opening(source: Source, features: Remembered[tuple[str, ...]]) -> Counter[str]:
    """The words that a report opens with, counted; names and numbers weigh more."""
    parts = [source.title or ""]
    left = OPENING - len(parts[0])
    for part in source.body():
        if left <= 0:
            break
        parts.append(source.text[part.start : min(part.end, part.start + left)])
        left -= len(parts[-1]) + 1
    pieces = "\n".join(parts)[:OPENING].split()
    found = Counter(chain.from_iterable(map(features.__getitem__, pieces)))
    for word in found:
        if word[0] in (_NAME, _NUMBER):
            found[word] *= _NAMES_WEIGH
    return found


def _vectors(
    texts: Sequence[Counter[str]], held: Sequence[Counter[str]], among: int
) -> tuple[list[Vector], list[Vector]]:
    """The openings `texts` weighed; `held` says how many of the `among` sources hold a word.

    Each in two: the words that are rare enough to bring texts together, and the rest.
    """
    frequency = Counter(chain.from_iterable(texts))
    every = among + _UNSEEN
    rarity: dict[str, float] = {}
    for word in frequency:
        imagined = 0.0 if word[0] in (_NAME, _NUMBER) else _COMMON_IN * _UNSEEN
        known = sum([counts[word] for counts in held])
        rarity[word] = max(log((1 + every) / (0.5 + known + imagined)), 0.0)
    grown = _Grown()
    worth = {word: 1.0 if times > 1 else _ALONE for word, times in frequency.items()}
    meeting = {word for word, times in frequency.items() if 1 < times <= _MEETING}
    often = {word for word, times in frequency.items() if times > _MEETING}
    rare: list[Vector] = []
    common: list[Vector] = []
    for text in texts:
        weights = [grown[count] * rarity[word] for word, count in text.items()]
        squares = map(mul, map(mul, weights, weights), map(worth.__getitem__, text))
        length = sqrt(sum(squares)) or 1.0
        weighed = list(zip(text, weights, strict=True))
        rare.append({word: weight / length for word, weight in weighed if word in meeting})
        common.append({word: weight / length for word, weight in weighed if word in often})
    return rare, common


class _Grown(dict[int, float]):
    """What a count is worth: the second of a word says less than the first."""

    def __missing__(self, count: int) -> float:
        found = self[count] = 1 + log(count)
        return found


def _dot(vectors: Sequence[Vector], one: int, at: int) -> float:
    """The product of two of `vectors`, whichever is named first."""
    left, right = vectors[min(one, at)], vectors[max(one, at)]
    return sum([weight * right[word] for word, weight in left.items() if word in right])
