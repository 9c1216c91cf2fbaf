"""What the sources do not answer, or answer thinly."""

from collections.abc import Iterator, Mapping, Sequence

from briefing.analysis.candidates import Candidate
from briefing.model.findings import Gap
from briefing.model.source import Source
from briefing.model.theme import Theme


def find_gaps(
    themes: Sequence[Theme], found: Mapping[str, Sequence[Candidate]], sources: Sequence[Source]
) -> Iterator[Gap]:
    """Themes that no source answers, or only one; `found` gives each theme's candidates."""
    labels = {source.id: source.publisher or source.title or source.path for source in sources}
    for theme in themes:
        used = {item.excerpt.passage.source for item in found[theme.id]}
        if not used:
            yield Gap(theme.title, "no source at hand answers to this theme.")
        elif len(used) == 1 and len(sources) > 1:
            only = labels[next(iter(used))]
            yield Gap(theme.title, f"of the sources at hand only one answers to it, {only}.")
