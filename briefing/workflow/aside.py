"""Lets a copy of this process work beside it, where a core is free for it."""

import gc
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from select import select
from typing import BinaryIO

from briefing import patterns
from briefing.workflow.cores import cores, may_be_copied

_LENGTH = 8
"""Bytes that say how long a message is."""

_beside: list[int] = []
"""Processes of this program that work beside this one, as far as it knows."""

Work = Callable[["Channel"], None]
"""What a copy does, which asks and answers through its channel."""


class Channel:
    """Two pipes to another process of this program, for messages of any length."""

    def __init__(self, inward: BinaryIO, outward: BinaryIO) -> None:
        self._inward = inward
        self._outward = outward

    def send(self, message: bytes) -> None:
        """Send `message`; raises `BrokenPipeError` where nobody takes it."""
        self._outward.write(len(message).to_bytes(_LENGTH) + message)
        self._outward.flush()

    def receive(self) -> bytes:
        """Wait for the next message; raises `EOFError` where none will come."""
        length = int.from_bytes(head := self._inward.read(_LENGTH))
        message = self._inward.read(length)
        if len(head) < _LENGTH or len(message) < length:
            raise EOFError
        return message

    def speaks(self) -> bool:
        """Whether the first message, or the end of them, has come."""
        return bool(select([self._inward], [], [], 0)[0])

    def close(self) -> None:
        """Close both pipes; what the other end did not take is lost."""
        for pipe in (self._inward, self._outward):
            with suppress(OSError):
                pipe.close()


class Companion(Channel):
    """The channel to a copy of this process, which lives until its work is done or this is closed."""

    def __init__(self, process: int, inward: BinaryIO, outward: BinaryIO) -> None:
        super().__init__(inward, outward)
        self.process = process

    def close(self) -> None:
        """Let the copy end, and wait for it."""
        super().close()
        with suppress(ChildProcessError):
            os.waitpid(self.process, 0)
        if self.process in _beside:
            _beside.remove(self.process)


def companion(work: Work) -> Companion | None:
    """A copy of this process that does `work`; nothing where there is no core for one.

    A process with threads must not be copied. What the copy raises ends it without a word: whoever
    waits for its message gets `EOFError`, and does the work himself.
    """
    busy = 1 + len(_beside)
    if cores() <= busy or not may_be_copied():
        return None
    pipes = *os.pipe(), *os.pipe()
    to_read, to_answer, to_hear, to_ask = pipes
    gc.freeze()  # what both have is not looked through for circles, which would make each copy it
    try:
        process = os.fork()
    except OSError:
        for pipe in pipes:
            os.close(pipe)
        return None
    if process == 0:
        _beside.append(os.getppid())
        os.close(to_read)
        os.close(to_ask)
        _live(work, to_hear, to_answer)
    _beside.append(process)
    os.close(to_answer)
    os.close(to_hear)
    return Companion(process, os.fdopen(to_read, "rb"), os.fdopen(to_ask, "wb"))


def _live(work: Work, to_hear: int, to_answer: int) -> None:
    """Do the work in the copy, which ends here: nothing the program holds is closed or flushed."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    # A process that the copy starts must not hold its pipes open once the copy has ended.
    os.register_at_fork(after_in_child=partial(_shut, to_hear, to_answer))
    try:
        work(Channel(os.fdopen(to_hear, "rb"), os.fdopen(to_answer, "wb")))
        patterns.keep()
        os._exit(0)
    finally:
        os._exit(1)


def _shut(*pipes: int) -> None:
    for pipe in pipes:
        with suppress(OSError):
            os.close(pipe)


def aside(work: Callable[[], bytes]) -> Callable[[], bytes]:
    """Begin `work` in a copy of this process, and give what waits for its answer.

    Where there is no copy, or it ends without an answer, the work is done when its answer is asked
    for; what it raises is therefore raised here.
    """
    if (copy := companion(lambda channel: channel.send(work()))) is None:
        return work

    def wait() -> bytes:
        try:
            return copy.receive()
        except EOFError:
            return work()
        finally:
            copy.close()

    return wait
