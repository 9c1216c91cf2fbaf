"""Takes the bytes of a file, if it is one."""

import os
import stat
from pathlib import Path

from briefing.errors import SourceError

LARGEST = 64 * 1024 * 1024
"""Bytes a single file may have."""


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


def place_of(file: Path) -> str:
    """The name under which the library knows a file: its place on this machine."""
    return printable(Path(os.path.abspath(file)).as_posix())  # noqa: PTH100 - a link is a place of its own


def printable(name: str) -> str:
    """A file's name as text; bytes that are none are written out."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
