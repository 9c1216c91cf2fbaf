"""Reads many files side by side: what is harmless in threads, everything else in guarded children.

Threads and caller share nothing but queues that cannot be left locked: an interrupt may reach the
caller anywhere, and where it does so while a `Future` is locked, the thread that has its result
waits for good, and the end of the program for the thread.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Generic, TypeVar, cast

from msgspec import Struct

from briefing.workflow.cores import cores
from briefing.workflow.guarded import Guarded, Work

_T = TypeVar("_T")
_W = TypeVar("_W")
_AHEAD = 16
"""Files that are read before their turn, for each process."""


class _Done(Struct, Generic[_T], frozen=True):
    """What was read of the file of a place in the order, and what went wrong with our own work."""

    place: int
    result: _T | None = None
    failure: BaseException | None = None


@contextmanager
def side_by_side(
    files: Sequence[Path],
    work: Work[_W],
    read: Callable[[Path, Guarded[_W]], _T],
    jobs: int | None = None,
) -> Iterator[Iterator[_T]]:
    """What `read` gives of each of `files`, in their order; each thread lends it a child of its own.

    There are as many threads and children as cores, or `jobs` of them; they begin at once.
    """
    children = [Guarded(work) for _ in range(min(jobs or cores(), len(files)))]
    wanted: SimpleQueue[int | None] = SimpleQueue()
    done: SimpleQueue[_Done[_T]] = SimpleQueue()

    def serve(child: Guarded[_W]) -> None:
        while (place := wanted.get()) is not None:
            try:
                result = read(files[place], child)
            except BaseException as failure:
                done.put(_Done(place, failure=failure))
                raise
            done.put(_Done(place, result))

    def in_order(ahead: int) -> Iterator[_T]:
        early: dict[int, _Done[_T]] = {}
        for place in range(len(files)):
            while place not in early:
                found = done.get()
                early[found.place] = found
            if place + ahead < len(files):
                wanted.put(place + ahead)
            yield _result(early.pop(place))

    ahead = min(_AHEAD * len(children), len(files))
    for place in range(ahead):
        wanted.put(place)
    try:
        for child in children:
            child.start()  # before there is a thread: then it may be a copy of this process
        for child in children:
            # Of their own accord they end when nothing is wanted; the program does not wait for it.
            Thread(target=serve, args=(child,), daemon=True).start()
        yield in_order(ahead)
    finally:
        for _ in children:
            wanted.put(None)
        for child in children:
            child.end()


def _result(done: _Done[_T]) -> _T:
    if done.failure is not None:
        raise done.failure
    return cast("_T", done.result)
