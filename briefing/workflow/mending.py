"""Checks a library, and makes a damaged one anew from its originals."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from briefing.analysis.themes import compile_themes
from briefing.errors import LibraryDamagedError, LibraryError, LibraryNewerError, SourceError
from briefing.library import Access, open_library
from briefing.library.checking import check
from briefing.library.opening import open_as_found
from briefing.library.salvage import (
    BEFORE,
    DAMAGED,
    Place,
    carry_over,
    discard,
    originals,
    places,
    put_back,
    swap,
)
from briefing.model.library import Damage
from briefing.model.source import Source
from briefing.workflow.catalogue import starter_themes
from briefing.workflow.ingest import sources_in
from briefing.workflow.program import analysis_version, theme_version
from briefing.workflow.progress import Progress, silent
from briefing.workflow.shelves import Library, compare, examined, library_path, settle


class Rebuilt(Struct, frozen=True):
    """What came of making a library anew: sources it holds, what is lost, where the old one lies.

    Nowhere, if it was sound: all of it is in the new one then.
    """

    sources: int
    lost: tuple[str, ...]
    kept: Path | None


def check_library(named: Path | None, progress: Progress = silent) -> tuple[Damage, ...]:
    """Every fault of a library.

    Raises:
        LibraryError: if it cannot even be opened.
    """
    with open_library(library_path(named), Access.WRITE) as library:
        return tuple(check(library.store, progress))


def rebuild_library(named: Path | None, progress: Progress = silent) -> Rebuilt:
    """Make a library anew from the originals it holds, and keep the old file beside it.

    Decisions and editions are carried over where they are what was put in. Of a library that was
    sound, and of which nothing is lost, no second one is left.

    Raises:
        LibraryError: if it cannot be opened, or the new one cannot be written.
    """
    path = library_path(named)
    scratch = path.with_name(f".{path.name}.rebuilt.part")
    try:
        sound = _is_sound(path, progress)
        with open_library(path) as old:
            count, lost = _made_anew(old, scratch, progress)
        kept: Path | None = swap(path, scratch, BEFORE if sound else DAMAGED)
        if kept is not None and sound and not lost:
            discard(kept)
            kept = None
    except LibraryDamagedError:
        raise LibraryDamagedError(
            "the library is damaged, and nothing of it can be read", where=path,
            remedy="Put a copy in its place, or move it away and import the articles again.",
        ) from None  # fmt: skip
    except OSError as error:
        raise LibraryError(
            f"the library cannot be made anew: {error.strerror}", where=path
        ) from None
    return Rebuilt(count, tuple(lost), kept)


def copy_of_newer(newer: Path, target: Path, progress: Progress = silent) -> Rebuilt:
    """Make a library that this version can open, of what it understands of a newer one.

    The newer one is only read. Sources are read again from their originals.

    Raises:
        LibraryError: if nothing of it can be understood, or the copy cannot be written.
    """
    scratch = target.with_name(f".{target.name}.part")
    try:
        with open_as_found(newer) as old:
            count, lost = _made_anew(old, scratch, progress)
        if not count:
            scratch.unlink()
            raise LibraryNewerError(
                "nothing in the library of the newer version can be understood", where=newer,
                remedy="Install that version; nothing in the file was changed.",
            )  # fmt: skip
        scratch.rename(target)
    except OSError as error:
        raise LibraryError(f"the copy cannot be made: {error.strerror}", where=target) from None
    return Rebuilt(count, tuple(lost), newer)


def _is_sound(path: Path, progress: Progress) -> bool:
    """Whether all in the library is what was put in; one that cannot be looked at is not."""
    try:
        return not check_library(path, progress)
    except LibraryError:
        return False


def _made_anew(old: Library, scratch: Path, progress: Progress) -> tuple[int, list[str]]:
    """Fill a new library at `scratch`; returns how many sources it holds, and what is lost."""
    for ending in ("", "-wal", "-shm"):
        scratch.with_name(scratch.name + ending).unlink(missing_ok=True)
    with open_library(scratch, Access.MAKE) as new:
        lost = [*carry_over(old.store, new.store), *_read_again(old, new, progress)]
        count = new.counts()["sources"]
        new.store.patient_rows("PRAGMA wal_checkpoint(TRUNCATE)")
    return count, lost


def _read_again(old: Library, new: Library, progress: Progress) -> list[str]:
    """Read every source from its original into `new`; returns what could not be had."""
    themes = starter_themes()
    settle(new, themes)
    matchers = compile_themes(themes)
    versions = {theme.id: theme_version(theme) for theme in themes}
    found = places(old.store)
    wanted: dict[str, list[Place]] = {}
    for place, sha256 in found:
        if sha256 is not None:
            wanted.setdefault(sha256, []).append(place)
    seen: set[str] = set()
    for number, (sha256, data) in enumerate(originals(old.store)):
        progress("Reading again", number, len(wanted))
        here = {place.id: place for place in wanted.get(sha256, ())}
        if here:
            sources = _sources(data, next(iter(here.values())).path)
            ready = [
                (here[source.id], examined(source, matchers))
                for source in sources
                if source.id in here
            ]
            put_back(new.store, sha256, data, ready, analysis_version(), versions)
            seen.update(place.id for place, _ in ready)
    new.completed(versions)
    compare(new, progress)
    return [f"source {place.id} ({place.path})" for place, _ in found if place.id not in seen]


def _sources(data: bytes, name: str) -> Sequence[Source]:
    try:
        return sources_in(data, name)
    except SourceError:
        return ()
