"""Which of many sources may hold printed words: by their longest words, without folding them all."""

import re
from collections.abc import Container

from briefing.verify.shelf import Held, Shelf, is_likely

_WORD = re.compile(r"[^\W_]+")
_PROBES = 8


def likely(printed: str, shelf: Shelf, besides: Container[Held], most: int) -> list[Held]:
    """The `most` sources of `shelf` that have most of the longest words of the folded `printed`.

    Those in `besides` are left out.
    """
    words = dict.fromkeys(word for word in _WORD.findall(printed))
    probes = sorted(words, key=len, reverse=True)[:_PROBES]
    if not probes:
        return []
    scored: list[tuple[int, int, Held]] = []
    for number, item in enumerate(shelf.every(probes)):
        if item in besides:
            continue
        text = item.source.text
        found = sum(probe in text for probe in probes)
        if is_likely(found, len(probes)):
            scored.append((-found, number, item))
    scored.sort(key=lambda entry: entry[:2])
    return [item for _, _, item in scored[:most]]
