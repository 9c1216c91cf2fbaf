"""Whether two texts that are much alike say two things: a word less, and they say the opposite.

Words in common are no agreement where one sentence denies what the other says, where they hold
contrary words, or where each has a figure or a month that the other has not.
"""

import re
from functools import lru_cache

from briefing.analysis.contraries import contrary, denies
from briefing.text.lazy import Lazy
from briefing.text.sentences import sentences
from briefing.text.variants import compared_stems

_ALIKE, _FEWEST = 0.6, 4
"""Share of the shorter sentence's stems from which on both are of one thing, and its fewest."""
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_MONTH = Lazy(
    r"(?<!^)\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)


@lru_cache(maxsize=2_000)
def gainsay(one: str, other: str) -> bool:
    """Whether two texts hold sentences about one thing that do not say the same of it."""
    theirs = _parts(other)
    for mine, stems in _parts(one):
        shared, least, sentence = max(
            ((len(stems & held), min(len(stems), len(held)), said) for said, held in theirs),
            default=(0, 0, ""),
        )
        if least < _FEWEST or shared < _ALIKE * least:
            continue
        if denies(mine) != denies(sentence) or contrary(mine, sentence) or _differ(mine, sentence):
            return True
    return False


@lru_cache(maxsize=500)
def _parts(text: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """The sentences of `text`, each with its stems."""
    every = (text[start:end] for start, end in sentences(text))
    return tuple((said, frozenset(compared_stems(said))) for said in every)


def _differ(one: str, other: str) -> bool:
    """Whether each of two sentences has a figure, or a month, that the other has not."""
    for pattern in (_FIGURE, _MONTH):
        mine, theirs = (
            {word.replace(",", "") for word in pattern.findall(each)} for each in (one, other)
        )
        if mine - theirs and theirs - mine:
            return True
    return False
