"""Finds reprints: the same text under other headlines, by shared runs of five words.

An inverted index leads from each run to the sources that hold it, so the work grows with the text
and not with the number of pairs (Broder 1997, w-shingling; containment instead of resemblance, so
that a shortened reprint is found too).
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from briefing.model.source import Source
from briefing.text.words import words

RUN = 5
"""Words in a run."""
CONTAINED = 0.5
"""Share of the shorter text's runs that a reprint has in common with the longer one."""
_COMMON = 60
"""A run held by more sources than this says nothing about any pair of them."""
_LEAST_RUNS = 12


def first_of_each(sources: Sequence[Source]) -> dict[str, str]:
    """Leads from each source's id to the id of the first source with the same text."""
    runs = {source.id: _runs(source) for source in sources}
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for source in sources:
        for run in sorted(runs[source.id]):
            holders[run].append(source.id)
    shared: Counter[tuple[str, str]] = Counter()
    for held in holders.values():
        if len(held) <= _COMMON:
            shared.update((one, other) for at, one in enumerate(held) for other in held[at + 1 :])
    first = {source.id: source.id for source in sources}
    for (one, other), count in sorted(shared.items()):
        shorter = min(len(runs[one]), len(runs[other]))
        if shorter >= _LEAST_RUNS and count >= CONTAINED * shorter:
            _join(first, one, other, [source.id for source in sources])
    return {source_id: _root(first, source_id) for source_id in first}


def _runs(source: Source) -> frozenset[str]:
    found: set[str] = set()
    for segment in source.body():
        row = [source.text[a:b].casefold() for a, b in words(source.text, segment.start, segment.end)]
        found.update(" ".join(row[at : at + RUN]) for at in range(len(row) - RUN + 1))
    return frozenset(found)


def _root(first: dict[str, str], item: str) -> str:
    while first[item] != item:
        item = first[item]
    return item


def _join(first: dict[str, str], one: str, other: str, order: Sequence[str]) -> None:
    roots = sorted((_root(first, one), _root(first, other)), key=order.index)
    first[roots[1]] = roots[0]
