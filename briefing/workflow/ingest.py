"""Reads files and folders into sources. A bad file is named and the rest goes on."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from briefing.errors import BriefingError, NoSourcesError, SourceError
from briefing.model.reference import Reference
from briefing.model.source import Notice, Source, notices_of
from briefing.text.file_names import is_clutter
from briefing.workflow.files import file_bytes
from briefing.workflow.progress import Progress, silent

if TYPE_CHECKING:
    from briefing.workflow.found import Found

__all__ = ["Ingested", "file_bytes", "gather", "ingest", "sources_in", "without_place"]


class Ingested(Struct, frozen=True):
    """The sources read, what was refused, and what else is worth telling."""

    sources: tuple[Source, ...]
    refused: tuple[Notice, ...] = ()
    notices: tuple[Notice, ...] = ()


def ingest(
    paths: Sequence[Path],
    progress: Progress = silent,
    meanwhile: "Callable[[Iterable[Found | SourceError]], None] | None" = None,
) -> Ingested:
    """Read all files under `paths`; folders recursively, hidden files left out, order stable.

    What bibliographies among the files say of the sources is taken over into them. `meanwhile` is
    given what was read in this process when it would wait for others that still read.

    Raises:
        NoSourcesError: if a path does not exist or nothing could be read at all.
    """
    from briefing.cleaning.references import with_references
    from briefing.workflow.reading import read_all

    files = list(gather(paths))
    sources: dict[str, Source] = {}
    refused: list[Notice] = []
    notices: list[Notice] = []
    references: list[Reference] = []
    for number, (file, found) in enumerate(read_all(files, meanwhile)):
        progress("Reading", number, len(files))
        if isinstance(found, SourceError):
            refused.append(Notice(file.as_posix(), without_place(found)))
            continue
        refused.extend(found.refused)
        notices.extend(found.notices)
        references.extend(found.references)
        for source in found.sources:
            if source.id in sources:
                twin = sources[source.id].path
                notices.append(Notice(source.path, f"the same file as {twin}; read once"))
                continue
            sources[source.id] = source
    if not sources:
        raise _nothing(paths, refused)
    every, unmatched = with_references(tuple(sources.values()), references)
    notices.extend(notices_of(every))
    return Ingested(every, tuple(refused), (*notices, *unmatched))


def gather(paths: Iterable[Path]) -> Iterator[Path]:
    """The files under `paths`, each once.

    Raises:
        NoSourcesError: if one of the paths does not exist.
    """
    seen: set[Path] = set()
    for path in paths:
        if not path.exists():
            raise NoSourcesError(
                "there is no such file or folder",
                where=path,
                remedy="Check the spelling, and that it was not moved and its drive is connected.",
            )
        for file, real in _walk(path):
            if real not in seen:
                seen.add(real)
                yield file


def _walk(path: Path) -> Iterator[tuple[Path, Path]]:
    """The files at `path`, and where each stands if no link is followed."""
    if not path.is_dir():
        yield path, path.resolve()
        return
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not is_clutter(name))
        base = Path(folder).resolve()  # once: each file would ask for every folder above it
        for name in sorted(names):
            file = Path(folder, name)
            if not is_clutter(name) and file.is_file():
                yield file, file.resolve() if file.is_symlink() else base / name


def sources_in(data: bytes, name: str) -> list[Source]:
    """The sources in the bytes of a file; `name` is what they are listed under.

    Raises:
        SourceError: if they cannot be read.
    """
    from briefing.workflow.reading import found_in

    return list(found_in(data, name).with_notices_kept())


def without_place(error: BriefingError) -> str:
    """The sentence of `error`; the place is named by the notice that carries it."""
    return f"{error.what}.{f' {error.remedy}' if error.remedy else ''}"


def _nothing(paths: Sequence[Path], refused: Sequence[Notice]) -> NoSourcesError:
    where = ", ".join(path.as_posix() for path in paths)
    if not refused:
        return NoSourcesError(
            "no files to read", where=where, remedy="Name a folder with articles."
        )
    if len(refused) == 1 and refused[0].where == where:
        refused = [Notice("", refused[0].text)]
    reasons = "; ".join(str(notice).rstrip(".") for notice in refused[:3])
    more = f"; and {len(refused) - 3} more" if len(refused) > 3 else ""  # noqa: PLR2004
    return NoSourcesError(f"none of the files could be read: {reasons}{more}", where=where)
