"""What agrees and what differs: events, conflicts, overtaken plans, figures, chronology."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from briefing.analysis.body import Body
from briefing.analysis.candidates import Candidate
from briefing.analysis.chronology import DATES, chronology
from briefing.analysis.claims import nearest, shared_claims
from briefing.analysis.comparisons import COMPARES, compared_claims, compared_times
from briefing.analysis.date_conflicts import date_claims, date_conflicts
from briefing.analysis.events import Company, find_events
from briefing.analysis.evidence import Closeness, sentences_of, sentences_with
from briefing.analysis.figures import figure_claims, figure_conflicts, find_figures, read_figures
from briefing.analysis.headings import headed
from briefing.analysis.plans import overtaken_plans
from briefing.analysis.reprints import first_of_each
from briefing.analysis.toll_conflicts import toll_claims, toll_conflicts
from briefing.digests import mark
from briefing.model.findings import Claim, Conflict, Event, Findings, SourceFindings
from briefing.model.passage import Passage
from briefing.model.source import Source

_PASSING = 8
"""Paragraphs to each one that answers: a source with more only touches on the themes."""


class Evidence(Struct, frozen=True):
    """What was read so far: sources, what is in each, and their bodies."""

    sources: Sequence[Source]
    found: Mapping[str, SourceFindings]
    bodies: Sequence[Body]


class Matters(Struct, frozen=True):
    """What sources tell of the same things, whatever the themes.

    `reprint_of` leads each source to the first of its reprints, as `first_of_each` gives it.
    """

    reprint_of: dict[str, str]
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    conflicts: tuple[Conflict, ...]


def look_ahead(body: Body) -> None:
    """Find out now what takes the words of a source and is asked of it later: they are let go of."""
    body.holding(COMPARES.words, COMPARES.enough)
    body.holding(DATES.words, DATES.enough)
    _ = body.sample


def find_matters(evidence: Evidence, events: tuple[Event, ...] | None = None) -> Matters:
    """Reprints, events, what several sources carry, and the conflicts that no theme decides.

    `events` are those of its sources, where they were found already.
    """
    sources, found, bodies = evidence.sources, evidence.found, evidence.bodies
    reprint_of = first_of_each(sources, bodies)
    events = find_events(sources) if events is None else events
    by_id = {source.id: source for source in sources}
    claims = shared_claims(bodies, _event_of(events), by_id, found, reprint_of)
    return Matters(reprint_of, events, claims, tuple(_other_conflicts(events, sources, bodies)))


def look_closer(
    evidence: Evidence, matters: Matters, by_theme: Mapping[str, Sequence[Candidate]]
) -> Findings:
    """Findings with events, conflicts, overtaken plans, figures and chronology; no themes yet."""
    by_id = {source.id: source for source in evidence.sources}
    event_of = _event_of(matters.events)
    candidates = [item for found in by_theme.values() for item in found]
    answers = frozenset([item.excerpt.passage for item in candidates])
    said = sentences_of(evidence.bodies, answers)
    figures = read_figures(said)
    overtaken = overtaken_plans(said, event_of)
    close = Closeness(answers)
    about = _about(answers, evidence.bodies)
    days = [one for one in evidence.bodies if one.source.published and one.source.id in event_of]
    dated = tuple(dict.fromkeys((*said, *sentences_with(days, DATES))))
    for one in dated:
        one.read_times()
    return Findings(
        themes=(),
        events=matters.events,
        claims=nearest(matters.claims, close),
        conflicts=headed(
            _each_once(
                (
                    *matters.conflicts,
                    *figure_conflicts(figures, event_of),
                    *date_conflicts(dated, event_of),
                )
            ),
            by_id,
        ),
        overtaken=overtaken,
        figures=find_figures(
            sorted(figures, key=lambda item: close(item.said)),
            by_id,
            evidence.found,
            matters.reprint_of,
            frozenset(place.source for place in answers),
        ),
        chronology=chronology(dated, close),
        repeats=sum(one != first for one, first in matters.reprint_of.items()),
        near=about,
        in_passing=frozenset(place for place in answers if place.source not in about),
    )


def _about(answers: Iterable[Passage], bodies: Iterable[Body]) -> frozenset[str]:
    """The sources that answer to the themes, and do not only touch on them in passing."""
    starts: defaultdict[str, set[int]] = defaultdict(set)
    for place in answers:
        starts[place.source].add(place.start)
    about = set()
    for body in bodies:
        if found := starts.get(body.source.id):
            begins = [start for start, _ in body.stretches]
            # Several passages may lie in one paragraph.
            answering = {bisect_right(begins, start) for start in found}
            if len(answering) * _PASSING >= len(begins):
                about.add(body.source.id)
    return frozenset(about)


def differences_among(sources: Sequence[Source], company: Company) -> tuple[Conflict, ...]:
    """The conflicts among a few sources out of the `company` they are in, whatever the themes."""
    events = find_events(sources, company)
    if not events:
        return ()
    event_of = _event_of(events)
    told = [source for source in sources if source.id in event_of]
    bodies = list(map(Body, told))
    conflicts = (
        *_other_conflicts(events, told, bodies),
        *figure_conflicts(read_figures(sentences_of(bodies, ())), event_of),
        *date_conflicts(sentences_with(bodies, DATES), event_of),
    )
    return headed(_each_once(conflicts), {source.id: source for source in sources})


def _each_once(conflicts: Sequence[Conflict]) -> tuple[Conflict, ...]:
    """A toll is a figure too: of conflicts of the same values in the same words, the first."""
    seen: set[tuple[str, Passage]] = set()
    kept: list[Conflict] = []
    for conflict in conflicts:
        sides = {(side.value, side.excerpt.passage) for side in conflict.positions}
        if not sides <= seen:
            kept.append(conflict)
            seen |= sides
    return tuple(kept)


def _other_conflicts(
    events: Sequence[Event], sources: Sequence[Source], bodies: Sequence[Body]
) -> Iterator[Conflict]:
    """The conflicts in tolls and in the times that a change is measured against."""
    yield from toll_conflicts(events, {source.id: source for source in sources})
    yield from compared_times(sentences_with(bodies, COMPARES), events)


def _event_of(events: Sequence[Event]) -> dict[str, int]:
    return {source: at for at, event in enumerate(events) for source in event.sources}


def claims_of(body: Body) -> frozenset[tuple[int, float]]:
    """What a source states that another could contradict, as `(key, value)`.

    Only sources that share a key with different values can differ, so that nobody need compare
    each with each. A key is a number of 63 bits, the same on every machine.
    """
    stated = [*toll_claims(body.source)]
    for said in sentences_with((body,), COMPARES):
        stated += compared_claims(said)
    for said in sentences_of((body,), ()):
        stated += figure_claims(said)
    for said in sentences_with((body,), DATES):
        stated += date_claims(said)
    return frozenset((_key(words), value) for words, value in stated)


def _key(words: str) -> int:
    return int.from_bytes(mark(words.encode(), 8)) >> 1
