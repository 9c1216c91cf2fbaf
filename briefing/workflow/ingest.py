"""Reads files and folders into sources. A bad file is named and the rest goes on."""

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePath

from msgspec import Struct

from briefing.cleaning import clean
from briefing.errors import BriefingError, NoSourcesError, SourceError
from briefing.model.source import Notice, Source
from briefing.readers import read
from briefing.workflow.progress import Progress, silent

LARGEST = 64 * 1024 * 1024
"""Bytes a single file may have."""


class Ingested(Struct, frozen=True):
    """The sources read, what was refused, and what else is worth telling."""

    sources: tuple[Source, ...]
    refused: tuple[Notice, ...] = ()
    notices: tuple[Notice, ...] = ()


def ingest(paths: Sequence[Path], progress: Progress = silent) -> Ingested:
    """Read all files under `paths`; folders recursively, hidden files left out, order stable.

    Raises:
        NoSourcesError: if a path does not exist or nothing could be read at all.
    """
    files = list(gather(paths))
    sources: dict[str, Source] = {}
    refused: list[Notice] = []
    notices: list[Notice] = []
    for number, file in enumerate(files):
        progress("Reading", number, len(files))
        try:
            found = _read(file)
        except SourceError as error:
            refused.append(Notice(file.as_posix(), without_place(error)))
            continue
        for source in found:
            if source.id in sources:
                twin = sources[source.id].path
                notices.append(Notice(file.as_posix(), f"the same file as {twin}; read once"))
                continue
            sources[source.id] = source
            notices.extend(source.notices)
    if not sources:
        raise _nothing(paths, refused)
    return Ingested(tuple(sources.values()), tuple(refused), tuple(notices))


def gather(paths: Iterable[Path]) -> Iterator[Path]:
    """The files under `paths`, each once.

    Raises:
        NoSourcesError: if one of the paths does not exist.
    """
    seen: set[Path] = set()
    for path in paths:
        if not path.exists():
            raise NoSourcesError(
                "there is no such file or folder", where=path, remedy="Check the spelling."
            )
        for file in _walk(path):
            real = file.resolve()
            if real not in seen:
                seen.add(real)
                yield file


def _walk(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(folder, name)
            if not name.startswith(".") and file.is_file():
                yield file


def file_bytes(file: Path) -> bytes:
    """The bytes of `file`.

    Raises:
        SourceError: if it is no ordinary file, too large, or cannot be opened.
    """
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            raise SourceError("this is no ordinary file", remedy="Name a file or a folder.")
        if status.st_size > LARGEST:
            size = f"{status.st_size // 2**20} MB, more than {LARGEST // 2**20} MB"
            raise SourceError(f"the file has {size}")
        return file.read_bytes()
    except OSError as error:
        raise SourceError(f"the file cannot be opened: {error.strerror}") from None


def sources_in(data: bytes, name: str) -> list[Source]:
    """The sources in the bytes of a file; `name` is what they are listed under.

    Raises:
        SourceError: if they cannot be read.
    """
    return [clean(article) for article in read(data, PurePath(name))]


def _read(file: Path) -> list[Source]:
    return sources_in(file_bytes(file), file.as_posix())


def without_place(error: BriefingError) -> str:
    """The sentence of `error`; the place is named by the notice that carries it."""
    return f"{error.what}.{f' {error.remedy}' if error.remedy else ''}"


def _nothing(paths: Sequence[Path], refused: Sequence[Notice]) -> NoSourcesError:
    where = ", ".join(path.as_posix() for path in paths)
    if not refused:
        return NoSourcesError(
            "no files to read", where=where, remedy="Name a folder with articles."
        )
    reasons = "; ".join(map(str, refused[:3]))
    more = f"; and {len(refused) - 3} more" if len(refused) > 3 else ""  # noqa: PLR2004
    return NoSourcesError(f"none of the files could be read: {reasons}{more}", where=where)
