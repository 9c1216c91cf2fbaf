"""What several sources carry in nearly the same words: “military exercise with the United Kingdom”.

Two sentences carry one claim if they share a run of words that carry meaning, function words left
aside, at least two of them no names. Only reports of one event are compared, and no reprints.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from briefing.analysis.candidates import Paragraph
from briefing.analysis.corroboration import independent_origins
from briefing.model.findings import Claim, SourceFindings
from briefing.model.passage import Excerpt, Passage
from briefing.model.source import Source
from briefing.text.words import is_function_word, stem

RUN = 4
"""Words in a run."""
_PLAIN = 2
_MOST = 12
_FAR = 40
"""Most characters between two words of a run."""

_CELL = 400
"""Characters by which places are put together before they are compared."""
_STOP = re.compile(r"[.?!] |[;“”\"]")

Run = tuple[str, ...]
Spot = tuple[str, int, int]


def shared_claims(
    body: Sequence[Paragraph],
    event_of: Mapping[str, int],
    sources: Mapping[str, Source],
    found: Mapping[str, SourceFindings],
    reprint_of: Mapping[str, str],
) -> tuple[Claim, ...]:
    """The claims that sources of one event share, those of most origins first."""
    claims: list[Claim] = []
    for places in _joined(_held(body, event_of, reprint_of)):
        excerpts = [Excerpt.cut(sources[place.source], place.start, place.end) for place in places]
        count = independent_origins(places, sources, found, reprint_of)
        claims.append(Claim(tuple(excerpts), count))
    claims.sort(key=lambda claim: -claim.independent_origins)
    return tuple(claims[:_MOST])


def _held(
    body: Sequence[Paragraph], event_of: Mapping[str, int], reprint_of: Mapping[str, str]
) -> Iterator[dict[str, Passage]]:
    """The runs that several texts of one event hold: for each text the first place."""
    stems = _Stems()
    first: dict[tuple[int, Run], tuple[str, Spot]] = {}
    several: defaultdict[tuple[int, Run], dict[str, Spot]] = defaultdict(dict)
    for part in body:
        source = part.source.id
        event = event_of.get(source)
        if event is None:
            continue
        text = reprint_of.get(source, source)
        for run, start, end in _runs(part, stems):
            key = (event, run)
            known = first.setdefault(key, (text, (source, start, end)))
            if known[0] != text:
                several[key].setdefault(known[0], known[1])
                several[key].setdefault(text, (source, start, end))
    for held in several.values():
        yield {text: Passage(*place) for text, place in held.items()}


def _joined(groups: Iterable[dict[str, Passage]]) -> list[list[Passage]]:
    """The places of each run; runs that overlap in two sources become one."""
    kept: list[dict[str, Passage]] = []
    near: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for held in groups:
        places = {place.source: place for place in held.values()}
        cells = {(place.source, place.start // _CELL) for place in places.values()}
        beside = dict.fromkeys(
            at
            for source, cell in sorted(cells)
            for near_by in (cell - 1, cell, cell + 1)
            for at in near[source, near_by]
        )
        home = next((at for at in beside if _overlap(kept[at], places)), None)
        if home is None:
            home = len(kept)
            kept.append(places)
        else:
            kept[home] = _widened(kept[home], places)
        for cell in cells:
            near[cell].append(home)
    return [list(places.values()) for places in kept]


def _overlap(one: Mapping[str, Passage], other: Mapping[str, Passage]) -> bool:
    """Whether two runs share words in at least two sources."""
    return (
        sum(place.overlaps(other[source]) for source, place in one.items() if source in other) > 1
    )


def _widened(one: Mapping[str, Passage], other: Mapping[str, Passage]) -> dict[str, Passage]:
    wide = dict(one)
    for source, place in other.items():
        known = wide.get(source)
        if known is None:
            wide[source] = place
        elif known.overlaps(place):
            start, end = min(known.start, place.start), max(known.end, place.end)
            wide[source] = Passage(source, start, end)
    return wide


class _Stems(dict[str, str]):
    """The stem of each word; empty for one that carries no meaning."""

    def __missing__(self, word: str) -> str:
        bare = len(word) > 1 or word.isdigit()
        found = self[word] = stem(word) if bare and not is_function_word(word) else ""
        return found


def _runs(part: Paragraph, stems: _Stems) -> Iterator[tuple[Run, int, int]]:
    text = part.text
    row = [
        (*span, known)
        for span, word in zip(part.words.spans, part.words.written, strict=True)
        if (known := stems[word])
    ]
    whole = [
        other[0] - one[1] <= _FAR and not _STOP.search(text, one[1], other[0])
        for one, other in pairwise(row)
    ]
    plain = [text[start].islower() for start, _, _ in row]
    for at in range(len(row) - RUN + 1):
        if all(whole[at : at + RUN - 1]) and sum(plain[at : at + RUN]) >= _PLAIN:
            yield tuple(word[2] for word in row[at : at + RUN]), row[at][0], row[at + RUN - 1][1]
