"""Finds reprints: the same text under other headlines, shortened or extended, by shared runs.

An inverted index over a sample of word runs leads from a run to the sources that hold it, so the
work grows with the text and not with the number of pairs; only sources that meet in the index are
compared, and those over all their runs (Broder 1997, w-shingling; containment besides resemblance,
so that a shortened reprint is found too).
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import compress, count, groupby
from operator import itemgetter
from typing import Protocol
from zlib import crc32

from msgspec import Struct

from briefing.model.source import Source
from briefing.text.phrases import Words, letters_alone
from briefing.text.remembered import Remembered

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

Run = int
"""The digest of a run: two that differ have the same one in next to no library."""


class Reprint(Struct, frozen=True):
    """Two sources with the same text, wholly or in part; `a` comes first in the library.

    `containment` is the share of the shorter one's runs that both hold, `resemblance` the share of
    all their runs (Jaccard), both 0 to 1.
    """

    a: str
    b: str
    containment: float
    resemblance: float


class Cut(Protocol):
    """A text cut into words; whoever keeps none of them cuts it again."""

    @property
    def words(self) -> Words:
        """Its words."""

    @property
    def sample(self) -> Sequence[Run]:
        """A few of its runs, as `sample_of` gives them."""


_SMALL = Remembered(str.lower)
_ANCHORS = Remembered(lambda word: crc32(word.lower().encode()) % _ONE_IN == 0)
"""Whether a run that begins with a word belongs to the sample: one word in eight does."""


class Shelf:
    """Sources that a further one is compared with: adding costs what the new source costs.

    It holds the texts, their samples, and which sources hold a run of the sample. A run that many
    hold leads only to its first holders, so the work does not grow with the shelf.
    """

    def __init__(self, shared: set[Run] | None = None) -> None:
        """An empty shelf; `shared` are the runs that can lead to another source, where that is known."""
        self._shared = shared
        self._ids: list[str] = []
        self._texts: list[Source | Cut] = []
        self._samples: list[Sequence[Run]] = []
        self._holders: defaultdict[Run, list[int]] = defaultdict(list)
        self._runs: dict[int, frozenset[Run]] = {}

    def put(self, source: Source) -> None:
        """Take `source` in, without looking for its like."""
        self._put(source.id, source, _sample(source))

    def _put(self, name: str, text: Source | Cut, sample: Sequence[Run]) -> None:
        at = len(self._ids)
        self._ids.append(name)
        self._texts.append(text)
        self._samples.append(sample)
        for run in sample if self._shared is None else self._shared.intersection(sample):
            self._holders[run].append(at)

    def add(self, source: Source) -> tuple[Reprint, ...]:
        """Take `source` in; returns the pairs it makes with those already here, in their order."""
        self.put(source)
        other = len(self._ids) - 1
        found = [self._compared(one, other) for one in self._met(other)]
        self._runs.clear()
        return tuple(pair for pair in found if pair is not None)

    def pairs(self) -> tuple[Reprint, ...]:
        """Every pair of sources here that are one text, wholly or in part, in order."""
        found: list[Reprint | None] = []
        for one, met in groupby(self._meeting(), itemgetter(0)):
            found += [self._compared(one, other) for _, other in met]
            # No later pair has it.
            del self._runs[one]
        self._runs.clear()
        return tuple(pair for pair in found if pair is not None)

    def _met(self, other: int) -> list[int]:
        """Places of earlier sources that share enough of the sample with the one at `other`."""
        met: Counter[int] = Counter()
        for run in self._samples[other]:
            held = self._holders[run]
            met.update(held[:1] if len(held) > _COMMON else held[:-1])
        return [one for one, count in sorted(met.items()) if self._is_enough(one, other, count)]

    def _meeting(self) -> Iterator[tuple[int, int]]:
        met: Counter[tuple[int, int]] = Counter()
        for held in self._holders.values():
            if len(held) > _COMMON:
                met.update((held[0], other) for other in held[1:])
            elif len(held) > 1:
                met.update((one, other) for at, one in enumerate(held) for other in held[at + 1 :])
        several = [item for item in met.items() if item[1] >= _LEAST_MET]
        for (one, other), shared in sorted(several):
            if self._is_enough(one, other, shared):
                yield one, other

    def _is_enough(self, one: int, other: int, count: int) -> bool:
        smaller = min(len(self._samples[one]), len(self._samples[other]))
        return one != other and count >= max(_LEAST_MET, _WORTH * smaller)

    def _compared(self, one: int, other: int) -> Reprint | None:
        """The two sources compared over all their runs; `None` where they are no reprint."""
        mine, theirs = self._all_runs(one), self._all_runs(other)
        shorter = min(len(mine), len(theirs))
        shared = len(mine & theirs)
        if shorter < _LEAST_RUNS or shared < CONTAINED * shorter:
            return None
        resemblance = shared / (len(mine) + len(theirs) - shared)
        if resemblance < _ALIKE and self._is_house_text(one, other):
            return None
        return Reprint(self._ids[one], self._ids[other], shared / shorter, resemblance)

    def _all_runs(self, at: int) -> frozenset[Run]:
        if at not in self._runs:
            self._runs[at] = frozenset(_digests(_words(self._texts[at])))
        return self._runs[at]

    def _is_house_text(self, one: int, other: int) -> bool:
        """Whether most of what two sources share also stands in many others.

        That is the paper's own matter (a list of candidates, a standing paragraph of background),
        and no reprint.
        """
        shared = set(self._samples[one]).intersection(self._samples[other])
        often = sum(len(self._holders[run]) >= _MANY for run in shared)
        return 2 * often > len(shared)


def reprints(sources: Sequence[Source], bodies: Sequence[Cut] | None = None) -> tuple[Reprint, ...]:
    """The pairs of `sources` that are one text, wholly or in part, in the order of `sources`.

    `bodies` are theirs, where they are cut into words already.
    """
    texts: Sequence[Source | Cut] = bodies or sources
    samples = [_sample(text) for text in texts]
    seen: set[Run] = set()
    shared: set[Run] = set()
    for sample in samples:
        shared |= seen.intersection(sample)
        seen.update(sample)
    del seen
    shelf = Shelf(shared)
    for source, text, sample in zip(sources, texts, samples, strict=True):
        shelf._put(source.id, text, sample)  # noqa: SLF001 - of this file
    return shelf.pairs()


def first_of_each(sources: Sequence[Source], bodies: Sequence[Cut] | None = None) -> dict[str, str]:
    """Leads from each source's id to the id of the first source with the same text.

    `bodies` are theirs, where they are cut into words already.
    """
    order = {source.id: at for at, source in enumerate(sources)}
    first = {source.id: source.id for source in sources}
    for pair in reprints(sources, bodies):
        roots = sorted((_root(first, pair.a), _root(first, pair.b)), key=order.__getitem__)
        first[roots[1]] = roots[0]
    return {source_id: _root(first, source_id) for source_id in first}


def _words(text: Source | Cut) -> list[str]:
    """The words of a body in small letters."""
    if isinstance(text, Source):
        body = "\n".join([text.text[part.start : part.end] for part in text.body()])
        return letters_alone(body.lower()).split()
    return list(map(_SMALL.__getitem__, text.words.written))


def _sample(text: Source | Cut) -> Sequence[Run]:
    return sample_of(_words(text)) if isinstance(text, Source) else text.sample


def sample_of(row: Sequence[str]) -> Sequence[Run]:
    """A run in eight of a body of the words `row`, each once."""
    begins = compress(count(), map(_ANCHORS.__getitem__, row[: max(0, len(row) - RUN + 1)]))
    return array("q", {hash(" ".join(row[at : at + RUN]).lower()) for at in begins})


def _digests(row: Sequence[str]) -> Iterator[Run]:
    """The runs of `row`, in its order."""
    return map(hash, zip(*(row[at:] for at in range(RUN)), strict=False))


def _root(first: dict[str, str], item: str) -> str:
    while first[item] != item:
        item = first[item]
    return item
