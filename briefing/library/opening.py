"""Opens a library file: looks before it touches, and trusts nothing in it."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import suppress
from enum import StrEnum
from functools import cache
from pathlib import Path

from briefing import __version__
from briefing.errors import (
    LibraryError,
    LibraryForeignError,
    LibraryMissingError,
    LibraryNewerError,
    LibraryReadOnlyError,
)
from briefing.leftovers import PART, leftovers, scratch_head
from briefing.library.faults import told
from briefing.library.holding import Library
from briefing.library.schema import APPLICATION_ID, CURRENT, MIGRATIONS

_MAGIC = b"SQLite format 3\0"
_HEADER = 100
_PATIENCE = 5.0
"""Seconds to wait for another program that is writing."""
_PAGE = 16384
"""Bytes of a page of a new library: an article fits into one, and fewer are written."""
_LOG = 1000
"""Pages of the write-ahead log after which it is worked into the file."""
_FOREIGN_REMEDY = "Name another file; this one was left as it is."


class Access(StrEnum):
    """What a library is opened for."""

    MAKE = "make"
    """To write; it is made where there is none."""
    WRITE = "write"
    READ = "read"


def open_library(path: Path, access: Access = Access.WRITE) -> Library:
    """Open the library at `path`.

    A library in a place that cannot be written is opened for reading, whatever was asked.

    Raises:
        LibraryMissingError: if there is none and it should not be made.
        LibraryForeignError: if the file is none of ours.
        LibraryNewerError: if a newer version made it; the file is not touched.
        LibraryError: if it is damaged, locked, or its place cannot be written.
    """
    there = _looked_at(path)
    if not there and access is not Access.MAKE:
        raise LibraryMissingError(
            "there is no library", where=path, remedy="Make one with `briefing import FOLDER`."
        )
    _make_room(path)
    writable = access is not Access.READ and _may_write(path)
    if not there and not writable:
        raise LibraryReadOnlyError(
            "no library can be made here: the folder cannot be written", where=path,
            remedy="Name another place with --library.",
        )  # fmt: skip
    with told(path):
        if not there:
            _make(path)
        connection = _connect(path, writable=writable)
        try:
            _set_up(connection, path, writable=writable)
        except BaseException:
            connection.close()
            raise
    return Library(connection, path, writable=writable)


def open_as_found(path: Path) -> Library:
    """Open a library of ours to read what of it can be understood, whatever version made it.

    Nothing in it is trusted to be as this version has it; `salvage` is for such libraries.

    Raises:
        LibraryError: if there is none, or it cannot be read.
    """
    with suppress(LibraryNewerError):
        if not _looked_at(path):
            raise LibraryMissingError(
                "there is no library", where=path, remedy="Name another file."
            )
    with told(path):
        return Library(_connect(path, writable=False), path, writable=False)


def _looked_at(path: Path) -> bool:
    """Whether a library of ours lies at `path`; only the head of the file is read.

    Raises:
        LibraryError: if something else lies there.
    """
    try:
        if path.is_dir():
            raise LibraryForeignError("this is a folder", where=path, remedy="Name a file.")
        if not path.exists():
            return False
        if not path.is_file():
            raise LibraryForeignError("this is no file", where=path, remedy=_FOREIGN_REMEDY)
        with path.open("rb") as file:
            head = file.read(_HEADER)
    except OSError as error:
        raise LibraryError(f"the library cannot be opened: {error.strerror}", where=path) from None
    if len(head) < _HEADER or not head.startswith(_MAGIC):
        raise LibraryForeignError("the file is no library", where=path, remedy=_FOREIGN_REMEDY)
    _check_numbers(int.from_bytes(head[68:72]), int.from_bytes(head[60:64]), path)
    return True


def _check_numbers(application: int, version: int, path: Path) -> None:
    if version > CURRENT and application == APPLICATION_ID:
        raise LibraryNewerError(
            "the library was made by a newer version of this program", where=path,
            remedy="Install that version; nothing in the file was changed.",
        )  # fmt: skip
    if application != APPLICATION_ID:
        raise LibraryForeignError(
            "the file belongs to another program", where=path, remedy=_FOREIGN_REMEDY
        )


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def _make_room(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryError(
            f"the folder of the library cannot be made: {error.strerror}", where=path.parent,
            remedy="Name another place with --library.",
        ) from None  # fmt: skip


def _may_write(path: Path) -> bool:
    return os.access(path.parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))


def _make(path: Path) -> None:
    """Make an empty library beside its place and move it there whole.

    Another program may be making one at this moment; then the one that came first stands.
    """
    for left in leftovers(path):
        _take_away(left)
    scratch = path.with_name(scratch_head(path) + PART)
    try:
        connection = sqlite3.connect(scratch, isolation_level=None)
        connection.execute(f"PRAGMA page_size = {_PAGE}")
        try:
            _migrate(connection)
        finally:
            connection.close()
        try:
            os.link(scratch, path)
        except FileExistsError:
            pass
        except OSError:
            # A file system without links.
            scratch.rename(path)
    except OSError as error:
        raise LibraryError(
            f"the library cannot be made: {error.strerror}", where=path,
            remedy="Name another place with --library.",
        ) from None  # fmt: skip
    finally:
        _take_away(scratch)


def _take_away(scratch: Path) -> None:
    """Delete a library that was being made, and what SQLite lays beside it."""
    for ending in ("", "-journal", "-wal", "-shm"):
        _beside(scratch, ending).unlink(missing_ok=True)


def _connect(path: Path, *, writable: bool) -> sqlite3.Connection:
    address = path.resolve().as_uri()
    if not writable:
        # Without rights in the folder no log can be made beside the file; if there is none, the
        # file alone is the library, and nobody here can change it while we read.
        alone = not _may_write(path) and not _beside(path, "-wal").exists()
        address += "?mode=ro" + ("&immutable=1" if alone else "")
    connection = sqlite3.connect(address, uri=True, timeout=_PATIENCE, isolation_level=None)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA cache_size = -32000")
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def _set_up(connection: sqlite3.Connection, path: Path, *, writable: bool) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    _check_numbers(application, version, path)
    if _shape(connection) != _expected(version):
        raise LibraryForeignError(
            "the file is no library of this program", where=path, remedy=_FOREIGN_REMEDY
        )
    if writable:
        _keep_log(connection)
        # A power cut loses nothing acknowledged only if each commit waits for the disk.
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(f"PRAGMA wal_autocheckpoint = {_LOG}")
        if version < CURRENT:
            _migrate(connection)
    elif version < CURRENT:
        raise LibraryReadOnlyError(
            "the library is of an older version and cannot be written", where=path,
            remedy="Copy the file to a folder of your own and open it there.",
        )  # fmt: skip


def _keep_log(connection: sqlite3.Connection) -> None:
    """Turn the write-ahead log on; a program that does the same at this moment is waited for."""
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            busy = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
            if not busy or time.monotonic() > until:
                raise
            time.sleep(0.02)
        else:
            return


def _migrate(connection: sqlite3.Connection) -> None:
    """Apply what is missing, all or nothing; another program may have done so meanwhile."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        apply(connection, version)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("COMMIT")
    except BaseException:
        # A full disk has ended the transaction already.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def apply(connection: sqlite3.Connection, version: int, until: int = CURRENT) -> None:
    """Apply the migrations after `version`, each with its entry in the log."""
    for number, (name, statements) in enumerate(MIGRATIONS[version:until], version + 1):
        for statement in _statements(statements):
            connection.execute(statement)
        connection.execute("INSERT INTO migration VALUES (?, ?, ?)", (number, name, __version__))
        connection.execute(f"PRAGMA user_version = {number}")


def _statements(text: str) -> Iterator[str]:
    return (part for part in text.split(";") if part.strip())


def _shape(connection: sqlite3.Connection) -> frozenset[tuple[str, str, str | None]]:
    """Every table, index, view and trigger, as it was declared."""
    return frozenset(connection.execute("SELECT type, name, sql FROM sqlite_master"))


@cache
def _expected(version: int) -> frozenset[tuple[str, str, str | None]]:
    """The shape of a library of that version."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        apply(connection, 0, version)
        return _shape(connection)
    finally:
        connection.close()
