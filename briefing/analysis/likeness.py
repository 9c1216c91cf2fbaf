"""How much two excerpts say the same: shared words, the rare ones counting more.

A word's weight is its inverse document frequency over the texts at hand (Spärck Jones 1972).
Likeness is the weight of the shared stems over the weight of the lighter text's stems, so that a
sentence that is contained in a longer one is wholly like it.
"""

from collections import Counter
from collections.abc import Iterable
from math import fsum, log

from msgspec import Struct, field

from briefing.text.words import content_stems


class Likeness(Struct):
    """Compares texts of one collection; remembers the stems of each text it has seen."""

    weights: dict[str, float]
    _seen: dict[str, tuple[frozenset[str], float]] = field(default_factory=dict)

    @classmethod
    def over(cls, texts: Iterable[str]) -> "Likeness":
        """Weigh stems over `texts`; a stem that stands in every text weighs least."""
        counts: Counter[str] = Counter()
        total = 0
        known: dict[str, frozenset[str]] = {}
        for text in texts:
            total += 1
            if text not in known:
                known[text] = frozenset(content_stems(text))
            counts.update(known[text])
        found = cls({word: log(1 + total / count) for word, count in counts.items()})
        found._seen.update((text, (stems, found._weigh(stems))) for text, stems in known.items())
        return found

    def between(self, one: str, other: str) -> float:
        """Share of the lighter text's weight that both have in common, 0 to 1."""
        left, left_weight = self._of(one)
        right, right_weight = self._of(other)
        common = left & right
        lighter = min(left_weight, right_weight)
        return self._weigh(common) / lighter if common and lighter else 0.0

    def _of(self, text: str) -> tuple[frozenset[str], float]:
        if text not in self._seen:
            stems = frozenset(content_stems(text))
            self._seen[text] = stems, self._weigh(stems)
        return self._seen[text]

    def _weigh(self, stems: frozenset[str]) -> float:
        # fsum: the order of a set must not show in the last digit.
        weights = self.weights
        return fsum([weights.get(word, 1.0) for word in stems])
