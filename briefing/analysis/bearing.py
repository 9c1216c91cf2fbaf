"""What of all that is found bears on the themes, and is worth printing."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from msgspec.structs import replace

from briefing.model.findings import Findings
from briefing.model.passage import Excerpt, Passage


def bearing_on_themes(found: Findings) -> Findings:
    """`found` without what rests only on sources that are not about the themes.

    A folder may hold much that nobody asked about: its figures, days and differences are none of a
    briefing. What such a source shares with one that was asked about stays, and so do the very
    words that answer to a theme in a source that only touches on it.
    """
    answers: defaultdict[str, list[Passage]] = defaultdict(list)
    for place in found.in_passing:
        answers[place.source].append(place)

    def bears(words: Iterable[Excerpt]) -> bool:
        return any(
            place.source in found.near or any(map(place.overlaps, answers[place.source]))
            for place in (item.passage for item in words)
        )

    return resting_on(found, bears)


def resting_on(found: Findings, keep: Callable[[Iterable[Excerpt]], bool]) -> Findings:
    """`found` with those claims, differences, plans, figures and days whose words `keep` wants."""
    return replace(
        found,
        claims=tuple(item for item in found.claims if keep(item.excerpts)),
        conflicts=tuple(
            item
            for item in found.conflicts
            if keep([words for side in item.positions for words in (side.excerpt, *side.also)])
        ),
        overtaken=tuple(item for item in found.overtaken if keep((item.plan, item.report))),
        figures=tuple(item for item in found.figures if keep((item.excerpt, *item.also_in))),
        chronology=tuple(item for item in found.chronology if keep((item.excerpt,))),
    )
