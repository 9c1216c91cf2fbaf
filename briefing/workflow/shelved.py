"""What a build asks of the library: sources, the edition before, a place for the new one.

Imported when it is needed: a build from files pays nothing for the library.
"""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace

from briefing.errors import NoSourcesError
from briefing.library import Access, Library
from briefing.model.brief import Brief
from briefing.model.changes import Changes
from briefing.model.document import Document
from briefing.model.findings import Conflict, Findings
from briefing.model.library import Edition
from briefing.model.passage import Passage
from briefing.model.source import Notice, Source, notices_of
from briefing.model.theme import Theme
from briefing.workflow.editions import (
    changes_since,
    edition_of,
    find_edition,
    said_in,
    successors_of,
)
from briefing.workflow.ingest import Ingested
from briefing.workflow.memory import Memory
from briefing.workflow.program import analysis_version, theme_version
from briefing.workflow.progress import Progress
from briefing.workflow.shelves import library_path, open_shelf, settle

MOST = 1000
"""Sources of the library that one brief is made of; of more, those that answer best are taken."""
_MOST_ASKED = 10_000
"""Sources whose conflicts are asked for."""
_BEST = 400
"""Excerpts of a theme whose sources are taken."""


def from_library(
    place: Path | None, brief: Brief, themes: Sequence[Theme], progress: Progress, memory: Memory
) -> Ingested:
    """The sources of the library for one brief, with the analyst's corrections.

    Raises:
        NoSourcesError: if it holds none.
        LibraryError: if it cannot be read.
    """
    path = library_path(place)
    with open_shelf(path, _access(path, themes, memory)) as shelf:
        if shelf.writable:
            settle(shelf, themes, progress)
            memory.settled.update((path, theme_version(theme)) for theme in themes)
        ids, notices = _chosen(shelf, brief, themes)
        missing = [source_id for source_id in ids if (path, source_id) not in memory.sources]
        loaded = shelf.sources(missing)
        memory.findings |= shelf.findings(loaded, analysis_version())
        memory.grades |= {item.id: item.grade for item in shelf.kept(missing).values()}
        _name_speakers(memory, shelf.speakers())
    memory.sources |= {(path, source.id): source for source in loaded}
    if not ids:
        raise NoSourcesError(
            "the library holds no sources", where=path, remedy="Take some in: briefing import."
        )
    sources = tuple(memory.sources[path, source_id] for source_id in ids)
    return Ingested(sources, (), (*notices_of(sources), *notices))


def _access(path: Path, themes: Sequence[Theme], memory: Memory) -> Access:
    """A library that this process has settled is only read."""
    settled = all((path, theme_version(theme)) in memory.settled for theme in themes)
    return Access.READ if settled else Access.WRITE


def _chosen(
    shelf: Library, brief: Brief, themes: Sequence[Theme]
) -> tuple[list[str], tuple[Notice, ...]]:
    """Ids of the sources to take, in the order in which they came, and what is worth telling."""
    within = shelf.ids(brief.since, brief.until)
    where = str(shelf.path.name)
    outside = shelf.counts_current() - len(within)
    notices = []
    if outside:
        notices.append(Notice(where, f"{outside} sources lie outside the dates asked for."))
    if len(within) > MOST:
        wanted = shelf.answering([theme.id for theme in themes], _BEST, brief.since, brief.until)
        wanted |= {place.passage.source for place in (*brief.pins,)}
        within = [source_id for source_id in within if source_id in wanted]
        told = f"holds more than {MOST} sources; the {len(within)} that answer best were read."
        notices.append(Notice(where, told))
    return within, tuple(notices)


def _name_speakers(memory: Memory, named: Mapping[Passage, str]) -> None:
    """Put the speakers that the analyst named in the place of those that were found."""
    for passage, speaker in named.items():
        found = memory.findings.get(passage.source)
        if found is not None:
            said = tuple(
                replace(item, speaker=speaker) if item.passage.overlaps(passage) else item
                for item in found.attributions
            )
            memory.findings[passage.source] = replace(found, attributions=said)


def since(
    previous: str, place: Path | None, base: Path | None, sources: Sequence[Source],
    wanted: AbstractSet[str],
) -> Callable[[Findings], Changes]:  # fmt: skip
    """Tells what findings cut from `sources` change against the edition named `previous`.

    `wanted` are the names that the template uses.

    Raises:
        UsageError: if there is no such edition.
    """
    path = library_path(place)
    if not path.exists():
        edition = find_edition(previous, None, base)
        return lambda findings: changes_since(
            edition, said_in(findings, sources, wanted), sources, {}, findings.conflicts
        )
    with open_shelf(path, Access.READ) as shelf:
        edition = find_edition(previous, shelf, base)
        known_after = successors_of(edition, sources, shelf)
        # A file knows of no conflict with sources that were not at hand.
        known = _differing(shelf, sources) if edition.number else ()

    def changes(findings: Findings) -> Changes:
        said = said_in(findings, sources, wanted, known)
        return changes_since(edition, said, sources, known_after, findings.conflicts)

    return changes


def issue(
    place: Path | None, brief: Brief, document: Document, findings: Findings,
    sources: Sequence[Source], files: Mapping[Path, bytes], wanted: AbstractSet[str],
) -> Edition:  # fmt: skip
    """Keep what was built as the next edition of its series.

    `wanted` are the names that the template uses.

    Raises:
        LibraryError: if the library cannot be written.
    """
    issued = datetime.now(UTC).isoformat(timespec="seconds")
    with open_shelf(place, Access.MAKE) as shelf:
        known = _differing(shelf, sources)
        edition = edition_of(brief, document, findings, sources, files, issued, wanted, known)
        return shelf.issue(edition)


def _differing(shelf: Library, sources: Sequence[Source]) -> tuple[Conflict, ...]:
    """The conflicts of `sources` with whatever else the library holds."""
    return shelf.conflicts([source.id for source in sources[:_MOST_ASKED]], limit=_MOST_ASKED)
