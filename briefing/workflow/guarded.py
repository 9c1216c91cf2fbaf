"""Reads the files of strangers in a process of their own, which may die without harm to ours.

Libraries for PDF and Word can take a process down or eat its memory, and no handler catches that.
The child gets bytes and gives values; it is held to so much memory and time, and whatever ends it
refuses one file.
"""

import contextlib
import gc
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Generic, Self, TypeVar

import msgspec

from briefing import patterns
from briefing.errors import SourceError
from briefing.workflow.cores import may_be_copied
from briefing.workflow.found import Found, find

if sys.platform != "win32":
    import resource

T = TypeVar("T")
MEMORY = 1024 * 2**20
"""Bytes of memory the child may have."""
SECONDS = 8
"""Seconds of computing a file may take, and one more for each two megabytes."""
_SMALL = 2**27
"""Bytes mapped up to which a copy is made sooner than a new process, and takes along little."""
_WAITING = 6
"""How many times longer by the clock: the machine may have other work."""
_HARM = "The file may be damaged or made to do harm: leave it out, or print it to PDF."
_MEGABYTES = 2 * 2**20


class _Answer(msgspec.Struct, frozen=True):
    found: bytes | None = None
    what: str = ""
    remedy: str = ""


class Work(msgspec.Struct, Generic[T], frozen=True):
    """What a child does with the bytes and the name of a file, and the type of what comes of it.

    `run` must be found by its name in the child: a function of a module, or a partial of one.
    """

    run: Callable[[bytes, str], T]
    sort: type[T]


FIND = Work(find, Found)


class Guarded(Generic[T]):
    """One child process; it is started when it is first asked, and again after it died.

    It is a copy of this process where that can be, for this one has imported what it needs.
    """

    def __init__(self, work: Work[T]) -> None:
        self._work = work
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._ended = False
        # An interrupt may come while another thread starts the child: then it waits for that.
        self._turn = threading.RLock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        self.end()

    def ask(self, data: bytes, name: str) -> T:
        """What the work gives for `data`, done by the child.

        Raises:
            SourceError: if it cannot be read, or the child was stopped by it.
        """
        pipe = self._started()
        try:
            pipe.send_bytes(name.encode("utf-8", "surrogateescape"))
            pipe.send_bytes(data)
            in_time = pipe.poll(_WAITING * _allowed(data))
            answer = msgspec.msgpack.decode(pipe.recv_bytes(), type=_Answer) if in_time else None
        except (EOFError, OSError, msgspec.MsgspecError):
            raise self._reason() from None
        except BaseException:
            self.stop()
            raise
        if answer is None:
            self.stop()
            raise _stopped("takes too long")
        if answer.found is None:
            raise SourceError(answer.what, remedy=answer.remedy)
        return msgspec.msgpack.decode(answer.found, type=self._work.sort)

    def start(self) -> None:
        """Have the child begin now, so that it is there when it is asked."""
        self._started()

    def stop(self) -> None:
        """End the child at once; the next question starts another."""
        with self._turn:
            process, pipe = self._process, self._pipe
            self._process = self._pipe = None
            if process is not None:
                process.kill()
                process.join()
            if pipe is not None:
                pipe.close()

    def end(self) -> None:
        """End the child for good: whoever still asks is refused."""
        with self._turn:
            self._ended = True
            self.stop()

    def _started(self) -> Connection:
        with self._turn:
            if self._ended:
                raise SourceError("the reading was ended before the file’s turn")
            if self._process is not None and self._process.is_alive() and self._pipe is not None:
                return self._pipe
            self.stop()
            alike = may_be_copied() and _mapped() < _SMALL
            context = multiprocessing.get_context("fork" if alike else "spawn")
            ours, theirs = context.Pipe()
            given = theirs, self._work.run, _mapped() if alike else 0, ours if alike else None
            # mypy does not know what the two sorts of process have in common.
            process: BaseProcess = context.Process(target=_serve, args=given, daemon=True)  # type: ignore[attr-defined]
            with _deaf(alike=alike):
                process.start()
            theirs.close()
            self._process, self._pipe = process, ours
            return ours

    def _reason(self) -> SourceError:
        process = self._process
        if process is not None:
            process.join(5)
        status = process.exitcode if process is not None else None
        self.stop()
        if sys.platform != "win32" and status == -signal.SIGXCPU:
            return _stopped("takes too long")
        return _stopped("stops the program that reads it")


def _mapped() -> int:
    """Bytes of memory this process has mapped: a copy of it begins with as much."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    return pages * resource.getpagesize()


@contextlib.contextmanager
def _deaf(*, alike: bool) -> Iterator[None]:
    """Keep interrupts from this thread, and for good from a process that it starts meanwhile.

    A terminal sends them to all processes, and one that has just begun would print a traceback.
    """
    if sys.platform == "win32":
        yield
        return
    if not alike:
        # Starting the keeper of resources lets interrupts through again.
        resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _stopped(why: str) -> SourceError:
    return SourceError(
        f"reading the file {why}; it was given up",
        remedy=_HARM,
    )


def _allowed(data: bytes) -> int:
    return SECONDS + len(data) // _MEGABYTES


def _serve(
    pipe: Connection,
    run: Callable[[bytes, str], object],
    inherited: int,
    other_end: Connection | None,
) -> None:
    """What the child does: answer until nobody asks any more.

    `inherited` is how many bytes it has of whom it is a copy, beside those it may have. A copy has the
    `other_end` of its pipe, too: as long as it is open here, nobody's end is ever noticed.
    """
    if other_end is not None:
        other_end.close()
    gc.freeze()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _silence()
    if not inherited:
        patterns.recall()
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (inherited + MEMORY,) * 2)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    encoder = msgspec.msgpack.Encoder()
    with contextlib.suppress(EOFError, OSError):
        while True:
            name = pipe.recv_bytes().decode("utf-8", "surrogateescape")
            data = pipe.recv_bytes()
            if sys.platform != "win32":
                most = int(time.process_time()) + 1 + _allowed(data)
                resource.setrlimit(resource.RLIMIT_CPU, (most, resource.RLIM_INFINITY))
            pipe.send_bytes(encoder.encode(_answer(run, data, name, encoder)))
            # At once: whoever has asked the last question ends this process without a word.
            patterns.keep()


def _answer(
    run: Callable[[bytes, str], object], data: bytes, name: str, encoder: msgspec.msgpack.Encoder
) -> _Answer:
    try:
        return _Answer(encoder.encode(run(data, name)))
    except SourceError as error:
        return _Answer(what=error.what, remedy=error.remedy)
    except MemoryError:
        return _Answer(what="reading the file takes too much memory; it was given up", remedy=_HARM)
    except RecursionError:
        return _Answer(what="the file is nested too deeply", remedy=_HARM)
    except ImportError as error:
        return _Answer(
            what=f"a library that reads such files does not load ({error})".replace("\n", " "),
            remedy="Run `briefing doctor`.",
        )


def _silence() -> None:
    """Libraries write warnings of their own; ours are in the answers."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nothing, stream)
    os.close(nothing)
