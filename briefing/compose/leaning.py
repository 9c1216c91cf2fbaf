"""The words that show on whom a source leans, as the source list prints them."""

from briefing.model.findings import Findings
from briefing.model.passage import Excerpt
from briefing.model.source import Source


def leaning_words(source: Source, findings: Findings) -> list[Excerpt]:
    """The words that show on whom `source` leans, one place for each origin.

    Places that overlap are printed as one: “according to reports by the Gazette and the Observer”
    shows two origins.
    """
    places = sorted(
        (origin.passage.start, origin.passage.end)
        for found in findings.by_source
        if found.source == source.id
        for origin in {origin.name: origin for origin in reversed(found.origins)}.values()
    )
    joined: list[tuple[int, int]] = []
    for start, end in places:
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return [Excerpt.cut(source, start, end) for start, end in joined]
