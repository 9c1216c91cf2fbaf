"""Lets a copy of this process do a piece of work beside it, where a core is free for it."""

import os
import signal
import sys
import threading
from collections.abc import Callable

from briefing import patterns
from briefing.workflow.cores import cores


def aside(work: Callable[[], bytes]) -> Callable[[], bytes]:
    """Begin `work`, and give what waits for its answer.

    A process with threads must not be copied, and a copy needs a core of its own: else the work is
    done when its answer is asked for. So it is where the copy ends without an answer; what `work`
    raises is therefore raised here.
    """
    # Only Linux: the libraries of macOS do not stand being copied.
    if sys.platform != "linux" or threading.active_count() > 1 or cores() < 2:  # noqa: PLR2004
        return work
    for_reading, for_writing = os.pipe()
    try:
        child = os.fork()
    except OSError:
        os.close(for_reading)
        os.close(for_writing)
        return work
    if child == 0:
        _answer(work, for_reading, for_writing)
    os.close(for_writing)

    def wait() -> bytes:
        with os.fdopen(for_reading, "rb") as pipe:
            answer = pipe.read()
        _, status = os.waitpid(child, 0)
        return answer if status == 0 else work()

    return wait


def _answer(work: Callable[[], bytes], for_reading: int, for_writing: int) -> None:
    """Do the work in the copy, which ends here: nothing the program holds is closed or flushed."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    try:
        os.close(for_reading)
        with os.fdopen(for_writing, "wb") as pipe:
            pipe.write(work())
        patterns.keep()
        os._exit(0)
    finally:
        os._exit(1)
