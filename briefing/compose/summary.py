"""The source summary statement in numbers (ICS 206-01): what the briefing rests on."""

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from briefing.compose.dates import spell_span
from briefing.compose.views import SummaryView
from briefing.model.findings import Findings
from briefing.model.source import Source
from briefing.words import Speech

_TWO = 2
_NAMED = 8
"""Most outlets that are named: those that most sources lean on."""


def summarise(
    sources: Sequence[Source], findings: Findings, cited: AbstractSet[str], tongue: Speech
) -> SummaryView:
    """How many sources and texts there are; of those `cited`, the dates and what stands behind them."""
    days = sorted(source.published for source in sources if source.published and source.id in cited)
    leaning = [item for item in findings.by_source if item.origins and item.source in cited]
    names = Counter(
        name for item in leaning for name in {origin.name: 0 for origin in item.origins}
    )
    most = [name for name, _ in names.most_common(_NAMED)]
    carried = [
        chosen
        for found in findings.themes
        for chosen in found.excerpts
        if chosen.independent_origins >= _TWO
    ]
    claims = [claim for claim in findings.claims if claim.independent_origins >= _TWO]
    return SummaryView(
        sources=len(sources),
        texts=len(sources) - findings.repeats,
        cited=len(cited),
        quoted=findings.quoted(),
        dated=len(days),
        span=spell_span(days[0], days[-1], tongue) if days else None,
        leaning=len(leaning),
        leaned_on=tuple(most),
        others=len(names) - len(most),
        carried=len(carried) + len(claims),
        differences=len(findings.conflicts),
    )
