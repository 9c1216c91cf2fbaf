"""What one process remembers while it makes many briefs, so that it finds nothing twice."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct, field

from briefing.analysis.analyse import Known, examine
from briefing.analysis.candidates import Candidate, candidates, paragraphs
from briefing.analysis.themes import compile_theme
from briefing.model.findings import SourceFindings
from briefing.model.source import Source
from briefing.model.theme import Theme
from briefing.workflow.catalogue import lexicon
from briefing.workflow.ingest import Ingested, ingest
from briefing.workflow.program import theme_version
from briefing.workflow.progress import Progress


class Memory(Struct):
    """What one process found while it makes many briefs, so that it finds nothing twice."""

    ingested: dict[tuple[Path, ...], Ingested] = field(default_factory=dict)
    findings: dict[str, SourceFindings] = field(default_factory=dict)
    candidates: dict[tuple[str, str], tuple[Candidate, ...]] = field(default_factory=dict)
    sources: dict[tuple[Path, str], Source] = field(default_factory=dict)
    grades: dict[str, str] = field(default_factory=dict)
    settled: set[tuple[Path, str]] = field(default_factory=set)


def from_files(paths: tuple[Path, ...], progress: Progress, memory: Memory | None) -> Ingested:
    """The sources in files; a memory reads each set of paths once."""
    if memory is None:
        return ingest(paths, progress)
    if paths not in memory.ingested:
        memory.ingested[paths] = ingest(paths, progress)
    return memory.ingested[paths]


def known(sources: Sequence[Source], themes: Sequence[Theme], memory: Memory | None) -> Known:
    """What a memory knows of `sources` for `themes`, found now where it was not before."""
    if memory is None:
        return Known()
    for source in sources:
        if source.id not in memory.findings:
            memory.findings[source.id] = examine(source, lexicon())
    return Known(memory.findings, _candidates(sources, themes, memory.candidates))


def _candidates(
    sources: Sequence[Source],
    themes: Sequence[Theme],
    before: dict[tuple[str, str], tuple[Candidate, ...]],
) -> Mapping[tuple[str, str], tuple[Candidate, ...]]:
    found = {}
    for theme in themes:
        matcher, version = compile_theme(theme), theme_version(theme)
        for source in sources:
            key = (source.id, version)
            if key not in before:
                before[key] = tuple(candidates(paragraphs(source), matcher))
            found[source.id, theme.id] = before[key]
    return found
