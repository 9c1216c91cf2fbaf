"""Says in a person's words what SQLite reports."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.errors import (
    LibraryBusyError,
    LibraryDamagedError,
    LibraryError,
    LibraryFullError,
    LibraryReadOnlyError,
)

_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT)
_PERHAPS_FULL = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN)
"""What SQLite says where it finds no room for the files that it lays beside a library to open it."""
_LEAST = 1 << 16
"""Bytes of room without which a library cannot be opened."""
_MEND = "Run `briefing library check`, then `briefing library rebuild`."


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn SQLite's errors within the block into ours.

    Raises:
        LibraryError: with one sentence that names the library at `path`, the trouble, the remedy.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise explained(error, path) from error
    except (UnicodeEncodeError, OverflowError) as error:
        raise LibraryError(
            f"a value cannot be kept: {error}", where=path, remedy="Nothing was changed."
        ) from error


def explained(error: sqlite3.Error, path: Path) -> LibraryError:
    """The sentence for `error`."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _BUSY:
        return LibraryBusyError(
            "another program is writing to the library", where=path,
            remedy="Wait until it has finished, then try again; nothing was lost.",
        )  # fmt: skip
    if code == sqlite3.SQLITE_FULL or (code in _PERHAPS_FULL and _is_full(path)):
        return LibraryFullError(
            "the disk has no room left for the library", where=path,
            remedy="Free some room and try again; what was imported before is kept.",
        )  # fmt: skip
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH):
        return LibraryReadOnlyError(
            "the library can be read but not written", where=path,
            remedy="Copy it to a folder of your own with `briefing library copy`.",
        )  # fmt: skip
    if code == sqlite3.SQLITE_CANTOPEN:
        return LibraryError(
            "the library cannot be opened", where=path,
            remedy="Check that its folder exists and may be written.",
        )  # fmt: skip
    if code in _DAMAGED or "UTF-8" in str(error):
        return LibraryDamagedError("the library is damaged", where=path, remedy=_MEND)
    if code == sqlite3.SQLITE_INTERRUPT:
        return LibraryError(
            "the library took too long to answer", where=path, remedy="Ask for less at once."
        )
    if code == sqlite3.SQLITE_IOERR:
        return LibraryError(
            "the disk does not let the library be read or written", where=path,
            remedy="Check the disk; what was acknowledged before is kept.",
        )  # fmt: skip
    return LibraryError(f"the library refused: {error}", where=path, remedy=_MEND)


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _LEAST
    except OSError:
        return False
