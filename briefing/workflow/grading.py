"""Grades a source after the Admiralty code (NATO AJP-2.1, STANAG 2511).

Credibility 1 is “confirmed by other independent sources”: it stands only where sources of two
independent origins carry what the source says.
"""

from datetime import timedelta

from briefing.analysis.body import Body
from briefing.analysis.claims import agrees, shared_claims
from briefing.analysis.corroboration import voices
from briefing.analysis.events import find_events
from briefing.analysis.examining import examine
from briefing.analysis.reprints import first_of_each
from briefing.library import Library
from briefing.model.source import Source
from briefing.workflow.wording import lexicon

_AROUND = timedelta(7)
"""How long before and after a source another may have appeared that reports the same."""
_MOST = 200
"""Sources, the latest, among which those are looked for."""


def grade_source(library: Library, desk: str, source: str, grade: str | None) -> None:
    """Grade a source, such as B2; `None` takes the grade back.

    Raises:
        UsageError: if it is no such grade, or 1 for what only one origin says.
    """
    origins = origins_behind(library, source) if (grade or "").endswith("1") else 1
    library.grade(desk, source, grade, origins)


def origins_behind(library: Library, source: str) -> int:
    """How many independent origins carry the best carried statement of `source`; 1 for its own."""
    (own,) = library.sources([source])
    since, until = (
        (own.published - _AROUND, own.published + _AROUND) if own.published else (None, None)
    )
    near = [one for one in library.ids(since, until)[-_MOST:] if one != source]
    sources = (own, *library.sources(near))
    together = next((event for event in find_events(sources) if source in event.sources), None)
    if together is None:
        return 1
    return _carried(own, [one for one in sources if one.id in together.sources])


def _carried(own: Source, told: list[Source]) -> int:
    """The most origins of a claim of `own` among reports of one event; leaning as a whole counts."""
    found = {one.id: examine(one, lexicon()) for one in told}
    first = first_of_each(told)
    by_id = {one.id: one for one in told}
    voice_of = {
        one: number for number, group in enumerate(voices(told, found, first)) for one in group
    }
    claims = shared_claims(list(map(Body, told)), dict.fromkeys(by_id, 0), by_id, found, first)
    counts = [1]
    for claim in filter(agrees, claims):
        holders = {excerpt.passage.source for excerpt in claim.excerpts}
        if own.id in holders:
            heard = len({voice_of[one] for one in holders})
            counts.append(min(claim.independent_origins, heard))
    return max(counts)
