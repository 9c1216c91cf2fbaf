"""Shows what the program sees in files, without writing anything."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from briefing.analysis.analyse import Scope, analyse
from briefing.analysis.profiles import standard_scores
from briefing.analysis.relevance import Article, relevance
from briefing.analysis.themes import compile_theme, compile_themes, find_hits
from briefing.model.brief import Brief
from briefing.model.findings import Findings
from briefing.model.passage import Excerpt
from briefing.model.source import Source
from briefing.model.theme import Hit, Theme
from briefing.text.spaces import flat
from briefing.workflow.catalogue import find_themes
from briefing.workflow.ingest import Ingested, ingest
from briefing.workflow.memory import Memory, examined, known
from briefing.workflow.progress import Progress, silent
from briefing.workflow.reports import Json, excerpts_report, sources_report
from briefing.workflow.wording import lexicon

DEFAULT_LIMIT = 6


class ShownSources(Struct, frozen=True):
    """How files were read, and the same as JSON."""

    ingested: Ingested
    report: Json


class ShownExcerpts(Struct, frozen=True):
    """What was found in files, and the same as JSON."""

    ingested: Ingested
    findings: Findings
    report: Json


class Tried(Struct, frozen=True):
    """What one theme finds in one source, and how well the whole of it answers.

    `standard_score` is `score` in standard deviations from the mean of all sources tried, by which
    a source's answers to several themes are compared; `None` for a source alone.
    """

    source: Source
    hits: tuple[Hit, ...]
    score: float
    standard_score: float | None


def show_sources(
    paths: Sequence[Path],
    themes: Sequence[str],
    progress: Progress = silent,
    library: Path | None = None,
) -> ShownSources:
    """Read `paths`, or the library where there are none, and describe each source."""
    wanted = find_themes(themes)
    memory = Memory()
    ingested = read_or_open(paths, wanted, progress, library, memory)
    found = examined(ingested.sources, memory)
    matchers = compile_themes(wanted)
    return ShownSources(ingested, sources_report(ingested, found, matchers, memory.grades))


def show_excerpts(
    paths: Sequence[Path],
    themes: Sequence[str],
    limit: int,
    progress: Progress = silent,
    library: Path | None = None,
) -> ShownExcerpts:
    """Read `paths`, or the library where there are none; find the best excerpts of each theme."""
    wanted = find_themes(themes)
    memory = Memory()
    ingested = read_or_open(paths, wanted, progress, library, memory)
    before = known(ingested.sources, memory)
    findings = analyse(ingested.sources, wanted, lexicon(), Scope(limit), before)
    return ShownExcerpts(ingested, findings, excerpts_report(findings))


def read_or_open(
    paths: Sequence[Path],
    themes: Sequence[Theme],
    progress: Progress,
    library: Path | None,
    memory: Memory,
) -> Ingested:
    """The sources at `paths`, or those of the library where there are none."""
    if paths:
        return ingest(paths, progress)
    from briefing.workflow.shelved import from_library

    return from_library(library, Brief(date.today()), themes, progress, memory)  # noqa: DTZ011 - a brief without limits of time


def compare_themes(
    new: Theme, old: Theme, paths: Sequence[Path], progress: Progress = silent
) -> tuple[tuple[Excerpt, ...], tuple[Excerpt, ...]]:
    """The paragraphs in `paths` that `new` finds and `old` does not, and those it loses."""
    gained: list[Excerpt] = []
    lost: list[Excerpt] = []
    matchers = compile_theme(new), compile_theme(old)
    for source in ingest(paths, progress).sources:
        text = flat(source.text)
        for part in source.body():
            now, before = (
                any(True for _ in find_hits(matcher, text, part.start, part.end))
                for matcher in matchers
            )
            if now != before:
                (gained if now else lost).append(Excerpt.cut(source, part.start, part.end))
    return tuple(gained), tuple(lost)


def try_theme(
    theme: Theme, paths: Sequence[Path], progress: Progress = silent
) -> tuple[Tried, ...]:
    """What `theme` would match in `paths`, source by source."""
    matcher = compile_theme(theme)
    sources = ingest(paths, progress).sources
    scores = [relevance(matcher, Article.of(source)) for source in sources]
    standard = standard_scores(scores) if len(scores) > 1 else [None] * len(scores)
    return tuple(
        Tried(
            source,
            tuple(
                hit
                for segment in source.body()
                for hit in find_hits(matcher, flat(source.text), segment.start, segment.end)
            ),
            round(score, 3),
            compared if compared is None else round(compared, 3),
        )
        for source, score, compared in zip(sources, scores, standard, strict=True)
    )
