"""Who else says what an excerpt says, in the whole library: independent origins, and repeats.

Sources with the same rare words are looked up, and judged as Compare judges them: those that report
one event and carry a claim of the excerpt in nearly the same words, and those that say all of it.
"""

from collections.abc import Mapping, Sequence

from briefing.analysis.body import Body
from briefing.analysis.claims import agrees, shared_claims
from briefing.analysis.corroboration import independent_origins
from briefing.analysis.events import Company, company_of, find_events
from briefing.analysis.gainsaying import gainsay
from briefing.analysis.likeness import Likeness
from briefing.analysis.reprints import first_of_each
from briefing.analysis.selection import SAME
from briefing.library import Library
from briefing.model.desk import Backing
from briefing.model.findings import SourceFindings
from briefing.model.passage import Passage
from briefing.model.source import Source
from briefing.text.words import content_stems, is_function_word, words
from briefing.workflow.program import analysis_version

NEAREST = 6
"""Sources that are looked at closer."""
_COMPANY = 200
"""Latest sources in whose company it is judged whether some report one event."""
_LISTED, _LIKE = 40, 0.2
"""Sources among whose excerpts those are listed that are like another, and from which likeness on."""
_FEWEST = 5
"""Stems of an excerpt below which another that has them all says nothing."""


class Witnesses:
    """Looks through one library; remembers the company of its latest sources while it is unchanged."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._company: tuple[object, Company] | None = None

    def near(self, passage: Passage, most: int = NEAREST) -> list[str]:
        """Ids of the sources with the same rare words, likest first."""
        (source,) = self._library.sources([passage.source], as_read=True)
        text = source.text[passage.start : passage.end]
        spoken = [text[start:end] for start, end in words(text)]
        rare = [word for word in spoken if not is_function_word(word)]
        return self._library.alike(rare, passage.source, most)

    def backing(self, passage: Passage) -> Backing:
        """How many origins say what stands at `passage`, and how many sources say otherwise."""
        differing = {
            position.excerpt.passage.source
            for conflict in self._library.conflicts([passage.source])
            if any(passage.overlaps(side.excerpt.passage) for side in conflict.positions)
            for position in conflict.positions
        }
        against = len(differing - {passage.source})
        near = self.near(passage)
        if not near:
            return Backing(against=against)
        sources = self._library.sources([passage.source, *near])
        by_id = {source.id: source for source in sources}
        found = self._library.findings(sources, analysis_version())
        first = first_of_each(sources)
        places = _claimed(passage, sources, found, first, self._among())
        said = by_id[passage.source].text[passage.start : passage.end]
        for source in sources[1:]:
            for place in self._library.passages(source.id):
                if _says_the_same(said, source.text[place.start : place.end]):
                    places.setdefault(source.id, place)
        agreeing = [place for held, place in places.items() if held not in differing]
        origins = independent_origins([passage, *agreeing], by_id, found, first)
        return Backing(origins, 1 + len(agreeing) - origins, against)

    def similar(self, passage: Passage) -> list[int]:
        """Numbers of the excerpts of other sources that are like the one at `passage`, likest first."""
        (source,) = self._library.sources([passage.source], as_read=True)
        said = source.text[passage.start : passage.end]
        texts = {
            place: other.text[place.start : place.end]
            for other in self._library.sources(self.near(passage, _LISTED), as_read=True)
            for place in self._library.passages(other.id)
        }
        likeness = Likeness.over((said, *texts.values()))
        scored = [(-likeness.between(said, text), place) for place, text in texts.items()]
        near = [place for value, place in sorted(scored) if value <= -_LIKE]
        return [number for place in near for number in self._library.numbers([place])]

    def _among(self) -> Company:
        state = self._library.state()[0]
        if self._company is None or self._company[0] != state:
            latest = self._library.ids()[-_COMPANY:]
            self._company = state, company_of(self._library.sources(latest, as_read=True))
        return self._company[1]


def _claimed(
    passage: Passage, sources: Sequence[Source], found: Mapping[str, SourceFindings],
    first: Mapping[str, str], company: Company,
) -> dict[str, Passage]:  # fmt: skip
    """Where other reports of the same event carry a claim of `passage`, by source."""
    event = next(
        (one for one in find_events(sources, company) if passage.source in one.sources), None
    )
    if event is None:
        return {}
    told = [source for source in sources if source.id in event.sources]
    by_id = {source.id: source for source in told}
    claims = shared_claims(list(map(Body, told)), dict.fromkeys(by_id, 0), by_id, found, first)
    return {
        excerpt.passage.source: excerpt.passage
        for claim in filter(agrees, claims)
        if any(passage.overlaps(one.passage) for one in claim.excerpts)
        for excerpt in claim.excerpts
        if excerpt.passage.source != passage.source
    }


def _says_the_same(one: str, other: str) -> bool:
    """By the measure of the selection; a few words that stand in a longer text do not count."""
    few = min(len(set(content_stems(one))), len(set(content_stems(other)))) < _FEWEST
    alike = not few and Likeness.over((one, other)).between(one, other) >= SAME
    return alike and not gainsay(one, other)
