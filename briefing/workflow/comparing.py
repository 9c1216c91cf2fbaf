"""What stands beside an excerpt: who else says so, who says otherwise, each in its own words."""

from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct

from briefing.analysis.claims import agrees
from briefing.model.findings import Conflict, Findings, Selected
from briefing.model.passage import Excerpt, Passage
from briefing.model.source import Source
from briefing.workflow.draft import Drafted
from briefing.workflow.editions import label_of


class Side(Struct, frozen=True):
    """A source's own words. `value` is what they come to, `marks` where it stands in them."""

    passage: Passage
    label: str
    published: date | None
    text: str
    value: str = ""
    likeness: float | None = None
    """Share of the words in common with the excerpt, 0 to 1; `None` where that was not asked."""


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


def compare(drafted: Drafted, passage: Passage) -> Comparison:
    """What `drafted` found beside the excerpt at `passage`, which is among its quotations."""
    findings, by_id = drafted.findings, {item.id: item for item in drafted.draft.sources}
    chosen = next(
        (
            item
            for found in findings.themes
            for item in found.excerpts
            if item.excerpt.passage == passage
        ),
        None,
    )
    source = by_id[passage.source]
    every = _once(_difference(item, by_id) for item in findings.conflicts)
    here = [item for item in every if any(passage.overlaps(side.passage) for side in item.sides)]
    against = {side.passage.source for item in here for side in item.sides}
    agreeing = {
        source_id: side
        for source_id, side in _agreeing(chosen, findings, passage, by_id)
        if source_id not in against
    }
    origins = max([chosen.independent_origins if chosen else 1, *_claimed(findings, passage)])
    return Comparison(
        _side(Excerpt.cut(source, passage.start, passage.end), by_id),
        tuple(agreeing.values()),
        min(origins, len(agreeing) + 1),
        tuple(here),
        tuple(item for item in every if item not in here),
        len(drafted.draft.sources),
    )


def _agreeing(
    chosen: Selected | None, findings: Findings, passage: Passage, by_id: Mapping[str, Source]
) -> Iterable[tuple[str, Side]]:
    """Sides by source: places that say the same, and places that carry the same claim."""
    for claim in filter(agrees, findings.claims):
        if any(passage.overlaps(item.passage) for item in claim.excerpts):
            for item in claim.excerpts:
                if item.passage.source != passage.source:
                    yield item.passage.source, _side(item, by_id)
    for echo in chosen.also_in if chosen else ():
        yield echo.excerpt.passage.source, _side(echo.excerpt, by_id, likeness=echo.similarity)


def _claimed(findings: Findings, passage: Passage) -> list[int]:
    return [
        claim.independent_origins
        for claim in filter(agrees, findings.claims)
        if any(passage.overlaps(item.passage) for item in claim.excerpts)
    ]


def _difference(conflict: Conflict, by_id: Mapping[str, Source]) -> Difference:
    sides = [
        _side(excerpt, by_id, position.value)
        for position in conflict.positions
        for excerpt in (position.excerpt, *position.also)
    ]
    return Difference(conflict.about, conflict.because, tuple(sides))


def _once(differences: Iterable[Difference]) -> list[Difference]:
    """Each pair of sides once, however many rules have found it."""
    return list({item.key: item for item in reversed(list(differences))}.values())[::-1]


def _side(
    excerpt: Excerpt, by_id: Mapping[str, Source], value: str = "", likeness: float | None = None
) -> Side:
    source = by_id[excerpt.passage.source]
    return Side(excerpt.passage, label_of(source), source.published, excerpt.exact, value, likeness)
