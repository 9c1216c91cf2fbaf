"""Finds reprints: the same text under other headlines, shortened or extended, by shared runs.

An inverted index over a sample of word runs leads from a run to the sources that hold it, so the
work grows with the text and not with the number of pairs; only sources that meet in the index are
compared, and those over all their runs (Broder 1997, w-shingling; containment besides resemblance,
so that a shortened reprint is found too).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from zlib import crc32

from msgspec import Struct

from briefing.model.source import Source

RUN = 5
"""Words in a run."""
CONTAINED = 0.29
"""Share of the shorter text's runs that a reprint has in common with the longer one."""
_COMMON = 60
"""A run held by more sources than this is only followed to its first holder."""
_LEAST_RUNS = 12
_LEAST_MET = 2
"""Sampled runs that two sources must share before they are compared in full."""
_WORTH = 0.1
"""Share of the smaller sample that two sources must share before they are compared in full."""
_ONE_IN = 8
_MANY = 8
"""Sources that hold a run, from which on it may be a standing text of the paper."""
_ALIKE = 0.2
"""Resemblance from which on two sources are one text, whoever else has it."""
_WORD = re.compile(r"\w+")

Run = tuple[str, ...]


class Reprint(Struct, frozen=True):
    """Two sources with the same text, wholly or in part; `a` comes first in the library.

    `containment` is the share of the shorter one's runs that both hold, `resemblance` the share of
    all their runs (Jaccard), both 0 to 1.
    """

    a: str
    b: str
    containment: float
    resemblance: float


class _Anchors(dict[str, bool]):
    """Whether a run that begins with a word belongs to the sample: one word in eight does."""

    def __missing__(self, word: str) -> bool:
        chosen = self[word] = crc32(word.encode()) % _ONE_IN == 0
        return chosen


class _Index:
    """Leads from the runs of the sample to the places of the sources that hold them."""

    def __init__(self, samples: Sequence[set[Run]]) -> None:
        self._samples = samples
        self._holders: defaultdict[Run, list[int]] = defaultdict(list)
        for at, sample in enumerate(samples):
            for run in sample:
                self._holders[run].append(at)

    def meeting(self) -> Iterator[tuple[int, int]]:
        """Pairs of places that share enough of the sample to be compared in full, in order."""
        met: Counter[tuple[int, int]] = Counter()
        for held in self._holders.values():
            if len(held) > _COMMON:
                met.update((held[0], other) for other in held[1:])
            elif len(held) > 1:
                met.update((one, other) for at, one in enumerate(held) for other in held[at + 1 :])
        for (one, other), count in sorted(met.items()):
            smaller = min(len(self._samples[one]), len(self._samples[other]))
            if count >= max(_LEAST_MET, _WORTH * smaller):
                yield one, other

    def is_house_text(self, one: int, other: int) -> bool:
        """Whether most of what two sources share also stands in many others.

        That is the paper's own matter (a list of candidates, a standing paragraph of background),
        and no reprint.
        """
        shared = self._samples[one] & self._samples[other]
        often = sum(len(self._holders[run]) >= _MANY for run in shared)
        return 2 * often > len(shared)


def reprints(sources: Sequence[Source]) -> tuple[Reprint, ...]:
    """The pairs of `sources` that are one text, wholly or in part, in the order of `sources`."""
    texts = [_body(source) for source in sources]
    anchors = _Anchors()
    index = _Index([_sample(text, anchors) for text in texts])
    runs: dict[int, frozenset[Run]] = {}
    found: list[Reprint] = []
    for one, other in index.meeting():
        for at in (one, other):
            if at not in runs:
                runs[at] = _runs(texts[at])
        shorter = min(len(runs[one]), len(runs[other]))
        shared = len(runs[one] & runs[other])
        if shorter < _LEAST_RUNS or shared < CONTAINED * shorter:
            continue
        resemblance = shared / (len(runs[one]) + len(runs[other]) - shared)
        if resemblance >= _ALIKE or not index.is_house_text(one, other):
            pair = sources[one].id, sources[other].id
            found.append(Reprint(*pair, shared / shorter, resemblance))
    return tuple(found)


def first_of_each(sources: Sequence[Source]) -> dict[str, str]:
    """Leads from each source's id to the id of the first source with the same text."""
    order = {source.id: at for at, source in enumerate(sources)}
    first = {source.id: source.id for source in sources}
    for pair in reprints(sources):
        roots = sorted((_root(first, pair.a), _root(first, pair.b)), key=order.__getitem__)
        first[roots[1]] = roots[0]
    return {source_id: _root(first, source_id) for source_id in first}


def _body(source: Source) -> str:
    return "\n".join(source.text[part.start : part.end] for part in source.body()).lower()


def _sample(text: str, anchors: _Anchors) -> set[Run]:
    row = text.split()
    last = len(row) - RUN
    return {
        tuple(row[at : at + RUN]) for at, word in enumerate(row) if anchors[word] and at <= last
    }


def _runs(text: str) -> frozenset[Run]:
    row = _WORD.findall(text)
    return frozenset(zip(*(row[at:] for at in range(RUN)), strict=False))


def _root(first: dict[str, str], item: str) -> str:
    while first[item] != item:
        item = first[item]
    return item
