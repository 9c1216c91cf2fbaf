"""Takes the bytes of a file, if it is one."""

import os
import stat
from pathlib import Path

from briefing.errors import SourceError, UsageError

LARGEST = 64 * 1024 * 1024
"""Bytes a single file may have."""


def file_bytes(file: Path) -> bytes:
    """The bytes of `file`.

    Raises:
        SourceError: if it is no ordinary file, too large, or cannot be opened.
    """
    try:
        return _ordinary(file)
    except OSError as error:
        raise SourceError(f"the file cannot be opened: {error.strerror}") from None


def named_bytes(file: Path, sort: str, remedy: str = "") -> bytes:
    """The bytes of a `file` that was named for something else than a source: for a `sort` of thing.

    Raises:
        UsageError: if it is no ordinary file (a device never ends), too large, or cannot be opened.
    """
    try:
        return _ordinary(file)
    except OSError as error:
        why = error.strerror
    except SourceError as error:
        why = error.what
    raise UsageError(f"the {sort} cannot be opened: {why}", where=file, remedy=remedy)


def _ordinary(file: Path) -> bytes:
    status = file.stat()
    if not stat.S_ISREG(status.st_mode):
        raise SourceError("this is no ordinary file", remedy="Name a file or a folder.")
    if status.st_size > LARGEST:
        size = f"{status.st_size // 2**20} MB, more than {LARGEST // 2**20} MB"
        raise SourceError(f"the file has {size}")
    return file.read_bytes()


def place_of(file: Path) -> str:
    """The name under which the library knows a file: its place on this machine."""
    return printable(Path(os.path.abspath(file)).as_posix())  # noqa: PTH100 - a link is a place of its own


def printable(name: str) -> str:
    """A file's name as text; bytes that are none are written out."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
