"""Makes many briefs, in this process, in several, or on other machines; one failure stops nothing.

The executor is one of the standard library's kind (`concurrent.futures`). What is made does not
depend on it: the same orders give the same bytes.
"""

import hashlib
import multiprocessing
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from functools import cache
from pathlib import Path

from msgspec import Struct

from briefing.errors import BriefingError
from briefing.model.library import Output
from briefing.workflow.batch_files import Item
from briefing.workflow.build import build
from briefing.workflow.memory import Memory

_TRIES = 2
"""Times a brief is begun when the process that made it died."""
_AHEAD = 2
"""Briefs handed to each process at once; the others can still be taken back."""


_DAEMONIC = (
    "the worker may start no processes, and files are read in guarded ones; start it with"
    " DASK_DISTRIBUTED__WORKER__DAEMON=False in its environment."
)


class Made(Struct, frozen=True):
    """What became of one brief: its files, or why there are none."""

    name: str
    outputs: tuple[Output, ...] = ()
    trouble: str | None = None
    notices: tuple[str, ...] = ()
    excerpts: int = 0
    seconds: float = 0.0
    skipped: bool = False


def run_batch(
    items: Sequence[Item],
    executor: Callable[[], Executor] | None = None,
    jobs: int = 1,
) -> Iterator[Made]:
    """Make each brief of `items`, each told as it is finished.

    Without an `executor` this process makes them one after the other. When a process of the
    executor dies, a new one is asked for and what was unfinished is begun again.
    """
    if executor is None:
        for item in items:
            yield make(item)
        return
    waiting = [(item, 0) for item in items]
    while waiting:
        with executor() as pool:
            lost: list[tuple[Item, int]] = []
            yield from _drain(pool, waiting, lost, jobs)
        waiting = lost + waiting if lost else waiting


def _drain(
    pool: Executor, waiting: list[tuple[Item, int]], lost: list[tuple[Item, int]], jobs: int
) -> Iterator[Made]:
    """Make what is `waiting` until it is done or `pool` breaks; then `lost` holds what was begun."""
    running: dict[Future[Made], tuple[Item, int]] = {}
    try:
        while (waiting or running) and not lost:
            while waiting and len(running) < jobs * _AHEAD:
                item, tries = waiting.pop(0)
                running[pool.submit(make, item)] = (item, tries)
            for done in wait(running, return_when=FIRST_COMPLETED).done:
                item, tries = running.pop(done)
                made = _result(done, item, tries)
                if made is None:
                    lost.append((item, tries + 1))
                else:
                    yield made
        # The pool is broken: nothing that was begun in it will end well.
        lost += [(item, tries) for item, tries in running.values()]
    finally:
        for future in running:
            future.cancel()


def _result(done: Future[Made], item: Item, tries: int) -> Made | None:
    """What a future came to; `None` if its process died and it may be tried again."""
    error = done.exception()
    if error is None:
        return done.result()
    if isinstance(error, BrokenExecutor):
        if tries + 1 < _TRIES:
            return None
        return Made(item.name, trouble="the process that made it died; the others went on.")
    return Made(item.name, trouble=f"our fault, please report it: {type(error).__name__}: {error}")


def make(item: Item) -> Made:
    """Make one brief in this process, which remembers what it found for the next."""
    began = time.perf_counter()
    if multiprocessing.current_process().daemon:
        return Made(item.name, trouble=_DAEMONIC)
    try:
        built = build(item.order, memory=_memory())
    except BriefingError as error:
        seconds = time.perf_counter() - began
        return Made(item.name, trouble=str(error), seconds=round(seconds, 3))
    return Made(
        item.name,
        outputs_of(item.order.outputs),
        notices=tuple(map(str, built.notices)),
        excerpts=sum(len(found.excerpts) for found in built.findings.themes),
        seconds=round(time.perf_counter() - began, 3),
    )


def outputs_of(paths: Sequence[Path]) -> tuple[Output, ...]:
    """The files at `paths` with their digests."""
    found = []
    for path in paths:
        data = path.read_bytes()
        found.append(Output(str(path), hashlib.sha256(data).hexdigest(), len(data)))
    return tuple(found)


@cache
def _memory() -> Memory:
    return Memory()
