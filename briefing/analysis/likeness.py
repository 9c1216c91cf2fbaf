"""How much two excerpts say the same: shared words, the rare ones counting more.

A word's weight is its inverse document frequency over the texts at hand (Spärck Jones 1972).
Likeness is the weight of the shared stems over the weight of the lighter text's stems, so that a
sentence that is contained in a longer one is wholly like it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from math import fsum, log

from msgspec import Struct, field

from briefing.text.variants import compared_stems

Stems = tuple[str, ...]


class Likeness(Struct):
    """Compares texts of one collection; remembers the stems of each text it has seen."""

    weights: dict[str, float]
    _holders: dict[str, list[str]]
    """The texts of the collection that hold a stem."""
    _seen: dict[str, tuple[Stems, float]] = field(default_factory=dict)

    @classmethod
    def over(cls, texts: Iterable[str]) -> "Likeness":
        """Weigh stems over `texts`; a stem that stands in every text weighs least."""
        times = Counter(texts)
        known = {text: _stems(text) for text in times}
        counts: Counter[str] = Counter()
        holders: defaultdict[str, list[str]] = defaultdict(list)
        for text, stems in known.items():
            for stem in stems:
                counts[stem] += times[text]
                holders[stem].append(text)
        total = times.total()
        found = cls({word: log(1 + total / count) for word, count in counts.items()}, holders)
        found._seen.update((text, (stems, found._weigh(stems))) for text, stems in known.items())
        return found

    def between(self, one: str, other: str) -> float:
        """Share of the lighter text's weight that both have in common, 0 to 1."""
        left, left_weight = self._of(one)
        right, right_weight = self._of(other)
        common = set(left).intersection(right)
        lighter = min(left_weight, right_weight)
        return self._weigh(common) / lighter if common and lighter else 0.0

    def to_all(self, one: str) -> dict[str, float]:
        """The same between `one` and each text of the collection that has any of its stems."""
        stems, weight = self._of(one)
        shared: dict[str, float] = {}
        for stem in stems:
            each = self.weights.get(stem, 1.0)
            for text in self._holders.get(stem, ()):
                shared[text] = shared.get(text, 0.0) + each
        return {
            text: min(1.0, value / lighter)
            for text, value in shared.items()
            if (lighter := min(weight, self._seen[text][1]))
        }

    def _of(self, text: str) -> tuple[Stems, float]:
        if text not in self._seen:
            stems = _stems(text)
            self._seen[text] = stems, self._weigh(stems)
        return self._seen[text]

    def _weigh(self, stems: Iterable[str]) -> float:
        # fsum: the order of a set must not show in the last digit.
        weights = self.weights
        return fsum([weights.get(word, 1.0) for word in stems])


def _stems(text: str) -> Stems:
    """The stems of a text, each once, in the order of the text."""
    return tuple(dict.fromkeys(compared_stems(text)))
