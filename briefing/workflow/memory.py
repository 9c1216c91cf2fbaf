"""What one process remembers while it makes many briefs, so that it finds nothing twice."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from msgspec import Struct, field

from briefing.analysis.analyse import Known
from briefing.analysis.examining import examine
from briefing.model.findings import Findings, SourceFindings
from briefing.model.source import Source
from briefing.workflow.ahead import Ahead
from briefing.workflow.ingest import Ingested, ingest
from briefing.workflow.progress import Progress
from briefing.workflow.wording import lexicon


class Memory(Struct):
    """What one process found while it makes many briefs, so that it finds nothing twice."""

    ingested: dict[tuple[Path, ...], Ingested] = field(default_factory=dict)
    findings: dict[str, SourceFindings] = field(default_factory=dict)
    sources: dict[tuple[Path, str], Source] = field(default_factory=dict)
    grades: dict[str, str] = field(default_factory=dict)
    settled: set[tuple[Path, str]] = field(default_factory=set)
    ahead: Ahead | None = None


def read_by_now(
    paths: tuple[Path, ...], ahead: Ahead, meanwhile: Iterable[Callable[[], object]]
) -> Memory | None:
    """What was read ahead of the files under `paths`; nothing where they had to wait.

    Until it is there, what `meanwhile` gives is done.
    """
    if (found := ahead.arrived(meanwhile)) is None:
        return None
    ingested, findings = found
    return Memory({paths: ingested}, {item.source: item for item in findings}, ahead=ahead)


def from_files(paths: tuple[Path, ...], progress: Progress, memory: Memory | None) -> Ingested:
    """The sources in files; a memory reads each set of paths once."""
    if memory is None:
        return ingest(paths, progress)
    if paths not in memory.ingested:
        memory.ingested[paths] = ingest(paths, progress)
    return memory.ingested[paths]


def known(sources: Sequence[Source], memory: Memory | None) -> Known:
    """What a memory knows of `sources`; what it does not is found by who looks through them."""
    if memory is None:
        return Known()
    if memory.ahead is None or any(sources != read.sources for read in memory.ingested.values()):
        return Known(memory.findings)
    return Known(memory.findings, memory.ahead.matters)


def remember(findings: Findings, memory: Memory | None) -> None:
    """Keep what was found in each source for the briefs to come."""
    if memory is not None:
        memory.findings.update((item.source, item) for item in findings.by_source)


def examined(sources: Sequence[Source], memory: Memory) -> tuple[SourceFindings, ...]:
    """What is found inside each of `sources`, whatever the themes."""
    return tuple(memory.findings.get(source.id) or examine(source, lexicon()) for source in sources)
