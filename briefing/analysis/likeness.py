"""How much two excerpts say the same: shared words, the rare ones counting more.

A word's weight is its inverse document frequency over the texts at hand (Spärck Jones 1972).
Likeness is the weight of the shared stems over the weight of the lighter text's stems, so that a
sentence that is contained in a longer one is wholly like it.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import fsum, log

from briefing.text.words import content_stems


@dataclass(slots=True)
class Likeness:
    """Compares texts of one collection; remembers the stems of each text it has seen."""

    weights: dict[str, float]
    _stems: dict[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def over(cls, texts: Iterable[str]) -> "Likeness":
        """Weigh stems over `texts`; a stem that stands in every text weighs least."""
        counts: Counter[str] = Counter()
        total = 0
        for text in texts:
            total += 1
            counts.update(set(content_stems(text)))
        return cls({word: log(1 + total / count) for word, count in counts.items()})

    def between(self, one: str, other: str) -> float:
        """Share of the lighter text's weight that both have in common, 0 to 1."""
        left, right = self._of(one), self._of(other)
        lighter = min(self._weigh(left), self._weigh(right))
        return self._weigh(left & right) / lighter if lighter else 0.0

    def _of(self, text: str) -> frozenset[str]:
        if text not in self._stems:
            self._stems[text] = frozenset(content_stems(text))
        return self._stems[text]

    def _weigh(self, stems: frozenset[str]) -> float:
        # fsum: the order of a set must not show in the last digit.
        return fsum(self.weights.get(word, 1.0) for word in stems)
