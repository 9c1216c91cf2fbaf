"""What stands beside an excerpt: who else says so, who says otherwise, each in its own words."""

from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct

from briefing.analysis.claims import agrees
from briefing.analysis.corroboration import speaker_in
from briefing.model.findings import Conflict, Findings, Selected, SourceFindings
from briefing.model.passage import Excerpt, Passage
from briefing.model.source import Source
from briefing.workflow.draft import Drafted
from briefing.workflow.shown import label_of


class Side(Struct, frozen=True):
    """A source's own words. `value` is what they come to, `marks` where it stands in them."""

    passage: Passage
    label: str
    published: date | None
    text: str
    value: str = ""
    likeness: float | None = None
    """Share of the words in common with the excerpt, 0 to 1; `None` where that was not asked."""
    speaker: str | None = None
    """Who says it, where that is known."""


class Difference(Struct, frozen=True):
    """A matter on which sources differ: the sides, and why they are held against one another."""

    about: str
    because: tuple[str, ...]
    sides: tuple[Side, ...]

    @property
    def key(self) -> str:
        """Names the difference for what the analyst decides about it."""
        places = sorted({side.passage for side in self.sides})
        return "|".join(f"{place.source}/{place.start}/{place.end}" for place in places)


class Comparison(Struct, frozen=True):
    """An excerpt, what agrees with it and what differs from it, among so many `sources`."""

    of: Side
    agreeing: tuple[Side, ...]
    origins: int
    differences: tuple[Difference, ...]
    elsewhere: tuple[Difference, ...]
    """Differences among the sources of the briefing that do not touch this excerpt."""
    sources: int


class _Read(Struct, frozen=True):
    """The sources that are compared, and what was found inside them, both by the source's id."""

    sources: Mapping[str, Source]
    found: Mapping[str, SourceFindings]

    def side(self, excerpt: Excerpt, value: str = "", likeness: float | None = None) -> Side:
        """The words of `excerpt`, with whose they are."""
        place = excerpt.passage
        source = self.sources[place.source]
        return Side(
            place, label_of(source), source.published, excerpt.exact, value, likeness,
            speaker_in(place, self.found.get(place.source)),
        )  # fmt: skip


def compare(drafted: Drafted, passage: Passage) -> Comparison:
    """What `drafted` found beside the excerpt at `passage`, which is among its quotations."""
    findings = drafted.findings
    read = _Read(
        {item.id: item for item in drafted.draft.sources},
        {found.source: found for found in findings.by_source},
    )
    chosen = next(
        (
            item
            for found in findings.themes
            for item in found.excerpts
            if item.excerpt.passage == passage
        ),
        None,
    )
    source = read.sources[passage.source]
    every = _once(_difference(item, read) for item in findings.conflicts)
    here = [item for item in every if any(passage.overlaps(side.passage) for side in item.sides)]
    against = {side.passage.source for item in here for side in item.sides}
    agreeing = {
        source_id: side
        for source_id, side in _agreeing(chosen, findings, passage, read)
        if source_id not in against
    }
    origins = max([chosen.independent_origins if chosen else 1, *_claimed(findings, passage)])
    return Comparison(
        read.side(Excerpt.cut(source, passage.start, passage.end)),
        tuple(agreeing.values()),
        min(origins, len(agreeing) + 1),
        tuple(here),
        tuple(item for item in every if item not in here),
        len(drafted.draft.sources),
    )


def _agreeing(
    chosen: Selected | None, findings: Findings, passage: Passage, read: _Read
) -> Iterable[tuple[str, Side]]:
    """Sides by source: places that say the same, and places that carry the same claim."""
    for claim in filter(agrees, findings.claims):
        if any(passage.overlaps(item.passage) for item in claim.excerpts):
            for item in claim.excerpts:
                if item.passage.source != passage.source:
                    yield item.passage.source, read.side(item)
    for echo in chosen.also_in if chosen else ():
        yield echo.excerpt.passage.source, read.side(echo.excerpt, likeness=echo.similarity)


def _claimed(findings: Findings, passage: Passage) -> list[int]:
    return [
        claim.independent_origins
        for claim in filter(agrees, findings.claims)
        if any(passage.overlaps(item.passage) for item in claim.excerpts)
    ]


def _difference(conflict: Conflict, read: _Read) -> Difference:
    sides = [
        read.side(excerpt, position.value)
        for position in conflict.positions
        for excerpt in (position.excerpt, *position.also)
    ]
    return Difference(conflict.about, conflict.because, tuple(sides))


def _once(differences: Iterable[Difference]) -> list[Difference]:
    """Each pair of sides once, however many rules have found it."""
    return list({item.key: item for item in reversed(list(differences))}.values())[::-1]
