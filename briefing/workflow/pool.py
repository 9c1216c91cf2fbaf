"""Reads many files side by side: what is harmless in threads, everything else in guarded children."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import TypeVar

from briefing.workflow.cores import cores
from briefing.workflow.guarded import Guarded, Work

_T = TypeVar("_T")
_W = TypeVar("_W")
_AHEAD = 16
"""Files that are read before their turn, for each process."""


def side_by_side(
    files: Sequence[Path],
    work: Work[_W],
    read: Callable[[Path, Guarded[_W]], _T],
    jobs: int | None = None,
) -> Iterator[tuple[Path, _T]]:
    """What `read` gives of each of `files`, in their order; it is lent a guarded child each time.

    There are as many children as cores, or `jobs` of them.
    """
    children = [Guarded(work) for _ in range(min(jobs or cores(), max(1, len(files))))]
    free: SimpleQueue[Guarded[_W]] = SimpleQueue()
    for child in children:
        free.put(child)

    def in_turn(file: Path) -> _T:
        child = free.get()
        try:
            return read(file, child)
        finally:
            free.put(child)

    threads = ThreadPoolExecutor(len(children))
    waiting: deque[tuple[Path, Future[_T]]] = deque()
    try:
        for file in files:
            waiting.append((file, threads.submit(in_turn, file)))
            if len(waiting) > _AHEAD * len(children):
                yield _first(waiting)
        while waiting:
            yield _first(waiting)
    finally:
        threads.shutdown(wait=False, cancel_futures=True)
        for child in children:
            child.end()


def _first(waiting: deque[tuple[Path, Future[_T]]]) -> tuple[Path, _T]:
    file, result = waiting.popleft()
    return file, result.result()
