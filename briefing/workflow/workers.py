"""Processes of this machine that share the work, and leave when the program that started them does."""

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor

from briefing.workflow.cores import may_be_copied

_LOOK = 1.0
"""Seconds between two looks at whether the parent still lives."""


def obstacle() -> str | None:
    """Why this machine cannot share work among processes, or `None` if it can.

    Processes hand work to one another under locks of the system; a machine without shared memory
    (`/dev/shm`) has none.
    """
    try:
        multiprocessing.get_context("spawn").Lock()
    except (ImportError, OSError) as error:
        return f"{error}"
    return None


def processes(count: int, prepare: Callable[..., None] | None = None, *given: object) -> Executor:
    """`count` processes, each made ready by `prepare(*given)`."""
    return ProcessPoolExecutor(
        count,
        mp_context=multiprocessing.get_context("fork" if may_be_copied() else "spawn"),
        initializer=_begin,
        initargs=(os.getpid(), prepare, given),
    )


def _begin(parent: int, prepare: Callable[..., None] | None, given: tuple[object, ...]) -> None:
    # An interrupt is the parent's to handle; workers end when it lets them go.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_watch, args=(parent,), daemon=True).start()
    if prepare is not None:
        prepare(*given)


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_LOOK)
    os._exit(1)
