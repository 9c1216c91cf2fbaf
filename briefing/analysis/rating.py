"""Rates every candidate of one source for each theme, to be kept beside the source."""

from collections.abc import Sequence

from briefing.analysis.body import Body
from briefing.analysis.candidates import Candidate, candidates
from briefing.analysis.corroboration import speaker_in
from briefing.analysis.themes import Matcher
from briefing.model.findings import SourceFindings
from briefing.model.library import Rated


def rate(body: Body, matchers: Sequence[Matcher], findings: SourceFindings) -> tuple[Rated, ...]:
    """The candidates of a source's `body` for each theme; those that lead overlap no better one."""
    return tuple(
        Rated(
            theme=item.theme,
            start=item.excerpt.passage.start,
            end=item.excerpt.passage.end,
            value=item.score,
            because=item.because,
            lead=lead,
            speaker=speaker_in(item.excerpt.passage, findings),
        )
        for matcher in matchers
        for item, lead in _led(list(candidates(body, matcher)))
    )


def _led(found: list[Candidate]) -> list[tuple[Candidate, bool]]:
    """Each candidate, best first, and whether it leads."""
    found.sort(key=lambda item: (-item.score, item.excerpt.passage))
    leads: list[Candidate] = []
    judged = []
    for item in found:
        place = item.excerpt.passage
        free = not any(place.overlaps(other.excerpt.passage) for other in leads)
        if free:
            leads.append(item)
        judged.append((item, free))
    return judged
