"""Which of many sources may hold printed words: by their longest words, without folding them all."""

import re
from collections.abc import Iterable

from briefing.verify.shelf import Held

_WORD = re.compile(r"[^\W_]+")
_PROBES = 8
_ENOUGH = 0.4


def likely(printed: str, held: Iterable[Held], most: int) -> list[Held]:
    """The `most` sources of `held` that have most of the longest words of the folded `printed`."""
    words = dict.fromkeys(word for word in _WORD.findall(printed))
    probes = sorted(words, key=len, reverse=True)[:_PROBES]
    if not probes:
        return []
    scored: list[tuple[int, int, Held]] = []
    for number, item in enumerate(held):
        text = item.source.text
        found = sum(probe in text for probe in probes)
        if found >= _ENOUGH * len(probes):
            scored.append((-found, number, item))
    scored.sort(key=lambda entry: entry[:2])
    return [item for _, _, item in scored[:most]]
