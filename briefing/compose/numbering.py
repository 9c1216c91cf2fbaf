"""Numbers the sources in the order in which a document cites them first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain

from briefing.compose.own_words import KEY_POINTS, OwnWords
from briefing.model.changes import Changes
from briefing.model.findings import Figure, Findings, Selected
from briefing.model.passage import Excerpt, Passage
from briefing.model.source import Source

FIRST = "key_points"
"""What a template calls the first excerpt on each theme."""


def number_sources(
    findings: Findings, sources: Sequence[Source], own: OwnWords, wanted: AbstractSet[str],
    changes: Changes | None = None,
) -> dict[str, int]:  # fmt: skip
    """The number of each source by its id, from 1: first those cited, the others as they come.

    `own` are the analyst's words, `wanted` the names of the evidence that is printed.
    """
    cited = [
        *own.cited(KEY_POINTS),
        *(_in_points(findings) if FIRST in wanted else ()),
        *(_in_changes(changes) if changes and "changes" in wanted else ()),
        *_in_themes(findings, own),
        *_ids(chain.from_iterable(printed_beside(findings, wanted))),
    ]
    ids = dict.fromkeys([*cited, *(source.id for source in sources)])
    return {source: number for number, source in enumerate(ids, 1)}


def first_on_each(findings: Findings) -> dict[str, Selected]:
    """The first excerpt on each theme that has one, by the theme's id."""
    return {found.theme.id: found.excerpts[0] for found in findings.themes if found.excerpts}


def _in_points(findings: Findings) -> Iterator[str]:
    return chain.from_iterable(map(_in_excerpt, first_on_each(findings).values()))


def _in_changes(changes: Changes) -> Iterator[str]:
    return _ids(changes.told())


def _in_themes(findings: Findings, own: OwnWords) -> Iterator[str]:
    for found in findings.themes:
        yield from own.cited(found.theme.id)
        yield from chain.from_iterable(map(_in_excerpt, found.excerpts))


def _in_excerpt(chosen: Selected) -> Iterator[str]:
    return _ids((chosen.excerpt, *(echo.excerpt for echo in chosen.also_in)))


def printed_beside(findings: Findings, wanted: AbstractSet[str]) -> Iterator[tuple[Excerpt, ...]]:
    """What is printed beside the themes, in the order of the page: words quoted, then others cited.

    `wanted` are the names of the evidence that the template prints.
    """
    if "claims" in wanted:
        yield from (claim.excerpts for claim in findings.claims)
    if "conflicts" in wanted:
        for conflict in findings.conflicts:
            yield from ((position.excerpt, *position.also) for position in conflict.positions)
    if "overtaken" in wanted:
        for item in findings.overtaken:
            yield from ((item.plan,), (item.report,))
    if "amounts" in wanted:
        for row in by_sentence(findings.figures):
            yield from ((figure.excerpt, *figure.also_in) for figure in row)
    if "chronology" in wanted:
        yield from ((said.excerpt,) for said in findings.chronology)


def by_sentence(figures: Iterable[Figure]) -> list[list[Figure]]:
    """Figures that stand in one sentence together, in the order given."""
    rows: defaultdict[Passage, list[Figure]] = defaultdict(list)
    for figure in figures:
        rows[figure.excerpt.passage].append(figure)
    return list(rows.values())


def _ids(excerpts: Iterable[Excerpt]) -> Iterator[str]:
    return (excerpt.passage.source for excerpt in excerpts)
