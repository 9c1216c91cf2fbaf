"""What the sources do not answer, or answer thinly."""

from collections.abc import Iterator, Sequence

from briefing.model.findings import Gap, ThemeFindings
from briefing.model.source import Source


def find_gaps(found: Sequence[ThemeFindings], sources: Sequence[Source]) -> Iterator[Gap]:
    """Themes without evidence, or with evidence of one source only."""
    labels = {source.id: source.publisher or source.title or source.path for source in sources}
    for theme in found:
        used = {item.excerpt.passage.source for item in theme.excerpts}
        if not used:
            yield Gap(theme.theme.title, "no source at hand answers to this theme.")
        elif len(used) == 1 and len(sources) > 1:
            only = labels[next(iter(used))]
            yield Gap(theme.theme.title, f"everything printed here rests on one source, {only}.")
