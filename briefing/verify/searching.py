"""Which of many sources may hold printed words: by the rarest of them, without folding all sources.

The rarer a word among the sources, the more it says of where a quotation comes from: the weight is
the inverse document frequency (Spärck Jones, 1972).
"""

import math
import re
from collections import defaultdict, deque
from itertools import repeat

from msgspec import Struct, field

# Scripts that set no spaces are taken sign by sign.
_WORD_OR_SIGN = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_\u3040-\u9fff\uac00-\ud7af]+"
)
# Between words of plain text stands nothing but these: to split at spaces takes half of the time.
_TO_SPACES = {code: " " for code in range(128) if not chr(code).isalnum()}
_SIGNS = "’‘“”–—…\xa0"
"""All that makes most of the other texts more than plain."""
_RAREST = 12
_ENOUGH = 0.4
"""Share of the weight of the rarest words that a text must have."""


class Index(Struct):
    """Which of many texts have which words. Texts are told by their numbers, from 0, in order."""

    count: int = 0
    _texts: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, text: str) -> None:
        """Take in the next text."""
        texts = map(self._texts.__getitem__, _words(text))
        deque(map(list.append, texts, repeat(self.count)), 0)
        self.count += 1

    def likely(self, printed: str, most: int) -> list[int]:
        """The `most` texts that have most of the rarest words of `printed`, best first."""
        held = [self._texts[word] for word in sorted(_words(printed)) if word in self._texts]
        held.sort(key=len)
        scores: defaultdict[int, float] = defaultdict(float)
        whole = 0.0
        for numbers in held[:_RAREST]:
            weight = 0.1 + math.log(self.count / len(numbers))
            whole += weight
            for number in numbers:
                scores[number] += weight
        enough = [number for number, score in scores.items() if score >= _ENOUGH * whole]
        return sorted(enough, key=lambda number: (-scores[number], number))[:most]


def _words(text: str) -> set[str]:
    for sign in _SIGNS if not text.isascii() else ():
        text = text.replace(sign, " ")
    if text.isascii():
        return set(text.translate(_TO_SPACES).split())
    return set(_WORD_OR_SIGN.findall(text))
