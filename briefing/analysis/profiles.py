"""Which of several themes an article answers to, told from their names alone or from examples.

A profile is a vector of terms. From a name it holds the words of the name and, in two rounds, what
sets the articles that answer best to it apart from those of the other themes (pseudo-relevance
feedback: Rocchio 1971). From examples it holds the mean of the examples, less the mean of all
themes. An article answers to a theme by the cosine: a sum over terms that both have.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import fsum, log, sqrt

from msgspec import Struct

from briefing.text.words import WORD, bare, content_stems, is_function_word, stem

_BODY = 6000
"""Characters of the body that are read."""
_LEAD = 700
"""Characters at its head whose terms count once more."""
_TITLE = 3
"""How often a term of the title counts."""
_IN_TITLE = "^"
"""Before a term of the title, which counts by itself too."""
_TITLE_WEIGHS = 0.45
"""Weight of the title by itself beside the whole article."""
_ROUNDS, _NEAREST, _LONGEST = 2, 40, 300
"""Rounds of feedback, articles it learns from, and terms a profile may have."""
_LEARNT = 2.0
"""Weight of what was learnt beside the words of the name."""
_NAMED = 0.2
"""Weight of what the name alone leads to beside the examples."""
_LONGEST_OF_EXAMPLES = 4000

Vector = dict[str, float]


class Corpus(Struct, frozen=True):
    """Articles as vectors of terms of length 1, the rarity of each term, and who holds it."""

    vectors: tuple[Vector, ...]
    rarity: Mapping[str, float]
    holders: Mapping[str, Sequence[tuple[int, float]]]

    def likeness(self, profile: Mapping[str, float]) -> list[float]:
        """How well each article answers to `profile`."""
        found = [0.0] * len(self.vectors)
        for term, weight in profile.items():
            for at, value in self.holders.get(term, ()):
                found[at] += weight * value
        return found


def corpus(articles: Sequence[tuple[str, str]]) -> Corpus:
    """Read `articles`, each a title and a body."""
    counted = [_counted(title, body) for title, body in articles]
    titles = [Counter(_IN_TITLE + term for term in _terms(title)) for title, _ in articles]
    rarity = _rarity(counted) | _rarity(titles)
    vectors = tuple(
        _of_length_one(
            _joined(_weighed(whole, rarity), 1.0, _weighed(title, rarity), _TITLE_WEIGHS)
        )
        for whole, title in zip(counted, titles, strict=True)
    )
    holders: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, vector in enumerate(vectors):
        for term, value in vector.items():
            holders[term].append((at, value))
    return Corpus(vectors, rarity, holders)


def _rarity(counted: Sequence[Counter[str]]) -> dict[str, float]:
    """How rare each term is that more than one article holds."""
    frequency = Counter(term for counts in counted for term in counts)
    return {term: log(1 + len(counted) / found) for term, found in frequency.items() if found > 1}


def _weighed(counts: Counter[str], rarity: Mapping[str, float]) -> Vector:
    return _of_length_one(
        {term: (1 + log(n)) * rarity[term] for term, n in counts.items() if term in rarity}
    )


def profile_of_name(name: str, of: Corpus) -> Vector:
    """The words of `name` and their pairs, the rare ones counting more."""
    stems = content_stems(name)
    terms = [*stems, *(f"{one} {other}" for one, other in pairwise(stems))]
    return _of_length_one({term: of.rarity.get(term, 0.0) for term in terms})


def profiles_from_names(names: Sequence[str], of: Corpus) -> list[Vector]:
    """The profile of each theme of `names`, learnt from the articles of `of` without any label."""
    plain = [profile_of_name(name, of) for name in names]
    profiles = plain
    for _ in range(_ROUNDS):
        likeness = [of.likeness(profile) for profile in profiles]
        scaled = [standard_scores(values) for values in likeness]
        best = [
            max(range(len(names)), key=lambda t: scaled[t][at]) for at in range(len(of.vectors))
        ]
        means = []
        for theme, values in enumerate(likeness):
            mine = [at for at, value in enumerate(values) if value > 0 and best[at] == theme]
            mine.sort(key=lambda at: -values[at])
            means.append(_mean([of.vectors[at] for at in mine[:_NEAREST]]))
        learnt = _set_apart(means, _LONGEST)
        profiles = [
            _joined(one, _LEARNT, name, 1.0) for one, name in zip(learnt, plain, strict=True)
        ]
    return profiles


def profiles_from_examples(
    names: Sequence[str], examples: Sequence[Sequence[int]], of: Corpus
) -> list[Vector]:
    """The profile of each theme of `names` from the places of its examples in `of`."""
    means = [_mean([of.vectors[at] for at in places]) for places in examples]
    learnt = _set_apart(means, _LONGEST_OF_EXAMPLES)
    return [
        _joined(one, 1.0, _of_length_one(name), _NAMED)
        for one, name in zip(learnt, profiles_from_names(names, of), strict=True)
    ]


def nearest(name: str, others: Sequence[str], of: Corpus, most: int) -> list[int]:
    """Places of up to `most` articles that answer to `name`, and better than to one of `others`."""
    likeness = [of.likeness(one) for one in profiles_from_names([name, *others], of)]
    scaled = [standard_scores(values) for values in likeness]
    mine = [
        at
        for at, value in enumerate(likeness[0])
        if value > 0 and all(scaled[0][at] >= other[at] for other in scaled[1:])
    ]
    return sorted(mine, key=lambda at: -likeness[0][at])[:most]


def standard_scores(values: Sequence[float]) -> list[float]:
    """`values`, such as how well each article answers, in standard deviations from their mean.

    So themes can be compared: one whose words are common answers a little to everything. All are 0
    where none differs.
    """
    if not values:
        return []
    mean = fsum(values) / len(values)
    spread = sqrt(fsum((value - mean) ** 2 for value in values) / len(values)) or 1.0
    return [(value - mean) / spread for value in values]


def _counted(title: str, body: str) -> Counter[str]:
    counts = Counter(_terms(body[:_BODY]))
    counts.update(set(_terms(body[:_LEAD])))
    for term in set(_terms(title)):
        counts[term] += _TITLE
    return counts


def _terms(text: str) -> Iterator[str]:
    """Stems of the words that carry meaning, and of pairs that stand side by side."""
    before, end = "", -1
    for found in WORD.finditer(text):
        word = found.group()
        if is_function_word(word) or word[0].isdigit():
            before = ""
            continue
        word = bare(word)
        here = stem(word)
        yield here
        if before and found.start() - end <= 1:
            yield f"{before} {here}"
        before, end = here, found.start() + len(word)


def _of_length_one(vector: Vector) -> Vector:
    length = sqrt(fsum(value * value for value in vector.values())) or 1.0
    return {term: value / length for term, value in vector.items()}


def _mean(vectors: Sequence[Vector]) -> Vector:
    total: defaultdict[str, float] = defaultdict(float)
    for vector in vectors:
        for term, value in vector.items():
            total[term] += value / len(vectors)
    return total


def _set_apart(means: Sequence[Vector], longest: int) -> list[Vector]:
    """What each of `means` has more of than all have on average: its weightiest terms."""
    average = _mean(means)
    found = []
    for mean in means:
        more = {term: value - average[term] for term, value in mean.items()}
        weightiest = sorted(more.items(), key=lambda item: (-item[1], item[0]))[:longest]
        found.append(_of_length_one({term: value for term, value in weightiest if value > 0}))
    return found


def _joined(one: Vector, weight: float, other: Vector, its_weight: float) -> Vector:
    found = defaultdict(float, {term: weight * value for term, value in one.items()})
    for term, value in other.items():
        found[term] += its_weight * value
    return dict(found)
