"""Reads many files in their order: what is harmless here, everything else in guarded children."""

import atexit
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path, PurePath
from queue import SimpleQueue

from briefing.errors import SourceError
from briefing.readers.sniff import IN_THIS_PROCESS, recognise
from briefing.workflow.files import file_bytes
from briefing.workflow.found import Found, find
from briefing.workflow.guarded import Guarded
from briefing.workflow.workers import cores

_MANY = 60
"""Files from which even harmless ones are read by several processes."""
_SMALL = 2**20
"""Bytes up to which a harmless file is read in this process."""
_AHEAD = 16
"""Files that are read before their turn, for each process."""
_HEAD = 2**16


def found_in(data: bytes, name: str) -> Found:
    """What is in the bytes of one file; `name` is what it is listed under.

    Raises:
        SourceError: if it cannot be read.
    """
    return find(data, name) if _is_harmless(data, name) else _own_child().ask(data, name)


def read_all(files: Sequence[Path]) -> Iterator[tuple[Path, Found | SourceError]]:
    """What is in `files`, one by one in their order, or why a file cannot be read."""
    if len(files) == 1:
        yield files[0], _tried(files[0], None)
        return
    children = [Guarded() for _ in range(min(cores(), max(1, len(files))))]
    free: SimpleQueue[Guarded] = SimpleQueue()
    for child in children:
        free.put(child)
    threads = ThreadPoolExecutor(len(children))
    many = len(files) >= _MANY
    waiting: deque[tuple[Path, Future[Found | SourceError]]] = deque()
    try:
        for file in files:
            waiting.append((file, threads.submit(_in_turn, file, free, many=many)))
            if len(waiting) > _AHEAD * len(children):
                yield _first(waiting)
        while waiting:
            yield _first(waiting)
    finally:
        threads.shutdown(wait=False, cancel_futures=True)
        for child in children:
            child.stop()


def _first(
    waiting: deque[tuple[Path, Future[Found | SourceError]]],
) -> tuple[Path, Found | SourceError]:
    file, result = waiting.popleft()
    return file, result.result()


def _in_turn(file: Path, free: SimpleQueue[Guarded], *, many: bool) -> Found | SourceError:
    child = free.get()
    try:
        return _tried(file, child, many=many)
    finally:
        free.put(child)


def _tried(file: Path, child: Guarded | None, *, many: bool = False) -> Found | SourceError:
    try:
        data = file_bytes(file)
        name = file.as_posix()
        if child is None:
            return found_in(data, name)
        return find(data, name) if not many and _is_harmless(data, name) else child.ask(data, name)
    except SourceError as error:
        return error


def _is_harmless(data: bytes, name: str) -> bool:
    if len(data) > _SMALL:
        return False
    found = recognise(data, PurePath(name))
    return isinstance(found, str) or found in IN_THIS_PROCESS


_OWN: list[Guarded] = []


def _own_child() -> Guarded:
    """The child of this process, kept for the next file."""
    if not _OWN:
        _OWN.append(Guarded())
        atexit.register(_OWN[0].stop)
    return _OWN[0]
