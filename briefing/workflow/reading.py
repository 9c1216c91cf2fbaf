"""Reads many files in their order: what is harmless here, everything else in guarded children.

The children and what they need are imported when a file asks for them: a folder of text does not.
"""

import atexit
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from briefing.errors import SourceError
from briefing.lean import import_lean
from briefing.readers.foreign import Foreign
from briefing.readers.sniff import IN_THIS_PROCESS, recognise
from briefing.workflow.files import file_bytes
from briefing.workflow.found import Found, find

if TYPE_CHECKING:
    from briefing.workflow.guarded import Guarded

MANY = 60
"""Files from which even harmless ones are read by several processes."""
_A_CHILD = 8
"""Files of a small folder for which one more child is worth its start."""
_SMALL = 2**20
"""Bytes up to which a harmless file is read in this process."""


def found_in(data: bytes, name: str) -> Found:
    """What is in the bytes of one file; `name` is what it is listed under.

    Raises:
        SourceError: if it cannot be read.
    """
    return find(data, name) if _is_harmless(data, name) else _own_child().ask(data, name)


def read_all(
    files: Sequence[Path], meanwhile: Callable[[Iterable[Found | SourceError]], None] | None = None
) -> Iterator[tuple[Path, Found | SourceError]]:
    """What is in `files`, one by one in their order, or why a file cannot be read.

    `meanwhile` is given what was read in this process when it would wait for others that still read.
    """
    many = len(files) >= MANY
    if len(files) == 1 or are_read_here(files):
        for file in files:
            yield file, _tried(file, found_in)
        return
    # Its pipes need no files, and a copy of this process no program.
    import_lean("multiprocessing.connection", ("subprocess", "tempfile"))
    from briefing.workflow.guarded import FIND
    from briefing.workflow.pool import side_by_side

    def read(file: Path, child: "Guarded[Found]") -> Found | SourceError:
        return _tried(file, child.ask)

    apart = files if many else [file for file in files if not is_harmless_file(file)]
    with side_by_side(apart, FIND, read, None if many else len(apart) // _A_CHILD + 1) as found:
        strange = frozenset(apart)
        here = {file: _tried(file, found_in) for file in files if file not in strange}
        if meanwhile is not None:
            meanwhile(here.values())
        for file in files:
            yield file, here[file] if file in here else next(found)


def are_read_here(files: Sequence[Path]) -> bool:
    """Whether `files` are few and harmless, and ask for no other process."""
    return len(files) < MANY and all(map(is_harmless_file, files))


def _tried(file: Path, read: Callable[[bytes, str], Found]) -> Found | SourceError:
    try:
        return read(file_bytes(file), file.as_posix())
    except SourceError as error:
        return error


def is_harmless_file(file: Path) -> bool:
    """Whether it may be read in this process; a file that cannot be opened does no harm."""
    try:
        return file.stat().st_size <= _SMALL and _is_harmless(file_bytes(file), file.as_posix())
    except (OSError, SourceError):
        return True


def _is_harmless(data: bytes, name: str) -> bool:
    if len(data) > _SMALL:
        return False
    found = recognise(data, PurePath(name))
    return isinstance(found, Foreign) or found in IN_THIS_PROCESS


@cache
def _own_child() -> "Guarded[Found]":
    """The child of this process, kept for the next file."""
    from briefing.workflow.guarded import FIND, Guarded

    child = Guarded(FIND)
    atexit.register(child.stop)
    return child


if hasattr(os, "register_at_fork"):
    # A copy of this process talks to a child of its own, never to this one's.
    os.register_at_fork(after_in_child=_own_child.cache_clear)
