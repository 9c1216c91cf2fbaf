"""What agrees and what differs: events, conflicts, overtaken plans, figures, chronology."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from briefing.analysis.candidates import Candidate, Paragraph
from briefing.analysis.chronology import DATES, chronology
from briefing.analysis.claims import shared_claims
from briefing.analysis.comparisons import COMPARES, compared_times
from briefing.analysis.events import find_events
from briefing.analysis.evidence import sentences_of, sentences_with
from briefing.analysis.figures import figure_conflicts, find_figures
from briefing.analysis.plans import overtaken_plans
from briefing.analysis.toll_conflicts import toll_conflicts
from briefing.model.findings import Findings, SourceFindings
from briefing.model.source import Source


class Evidence(Struct, frozen=True):
    """What was read so far: sources, what is in each, reprints, paragraphs and candidates."""

    sources: Sequence[Source]
    found: Mapping[str, SourceFindings]
    reprint_of: Mapping[str, str]
    body: Sequence[Paragraph]
    by_theme: Mapping[str, Sequence[Candidate]]


def look_closer(evidence: Evidence) -> Findings:
    """Findings with events, conflicts, overtaken plans, figures and chronology; no themes yet."""
    by_id = {source.id: source for source in evidence.sources}
    events = find_events(evidence.sources)
    event_of = {source: at for at, event in enumerate(events) for source in event.sources}
    candidates = [item for found in evidence.by_theme.values() for item in found]
    said = sentences_of(evidence.body, candidates)
    days = [part for part in evidence.body if part.source.published and part.source.id in event_of]
    dated = (*said, *sentences_with(days, DATES))
    compared = sentences_with(evidence.body, COMPARES)
    return Findings(
        themes=(),
        events=events,
        claims=shared_claims(evidence.body, event_of, by_id, evidence.found, evidence.reprint_of),
        conflicts=(
            *toll_conflicts(events, by_id),
            *compared_times(compared, events),
            *figure_conflicts(said, event_of),
        ),
        overtaken=overtaken_plans(said, event_of),
        figures=find_figures(said, by_id, evidence.found, evidence.reprint_of),
        chronology=chronology(dated),
        repeats=sum(one != first for one, first in evidence.reprint_of.items()),
    )
