"""The only border between threads: work goes out as a function, its answer comes back as a call.

A lane runs its jobs one after the other on a thread of its own. Answers arrive on the thread of
the lane's owner, in the order of the jobs, by a bound slot of an object that lives as long as it.
"""

from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from functools import partial
from pathlib import PurePath
from traceback import extract_tb
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from briefing.errors import BriefingError

T = TypeVar("T")


class Lane(QObject):
    """One worker thread, so that what it works on is only ever touched by one job at a time."""

    broken = Signal(str)
    """A fault of the program itself happened in a job: what it was, and below it where."""
    _settled = Signal(object)

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._newest: dict[str, int] = {}
        self._closed = False
        # Queued also where a job is done before anybody waits for it: its answer would else come at
        # once, within the call that asks for it, and before those of earlier jobs.
        self._settled.connect(self._on_settled, Qt.ConnectionType.QueuedConnection)

    def submit(
        self,
        work: Callable[[], T],
        answer: Callable[[T], None] | None = None,
        explain: Callable[[BriefingError], None] | None = None,
        broke: Callable[[str], None] | None = None,
    ) -> None:
        """Do `work` after the jobs that wait already; then call one of the others.

        `broke` is told of a fault of the program itself, in the place of `broken`.
        """
        if self._closed:
            return
        done = self._thread.submit(work)
        told = broke or self.broken.emit
        done.add_done_callback(partial(self._on_done, answer, explain, None, told))

    def newest(
        self,
        kind: str,
        work: Callable[[], T],
        answer: Callable[[T], None],
        explain: Callable[[BriefingError], None] | None = None,
    ) -> None:
        """Like `submit`, but a later job of this `kind` takes the place of an earlier one."""
        if self._closed:
            return
        number = self._newest[kind] = self._newest.get(kind, 0) + 1
        still = partial(self._is_newest, kind, number)
        done = self._thread.submit(_if_wanted, still, work)
        told = self.broken.emit
        done.add_done_callback(partial(self._on_done, answer, explain, still, told))

    def wait_for(self, work: Callable[[], T]) -> T:
        """Do `work` after the jobs that wait already, and wait here until it is done."""
        return self._thread.submit(work).result()

    def close(self) -> None:
        """Let the running job end; forget those that wait, and all answers."""
        self._closed = True
        self._newest.clear()
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _is_newest(self, kind: str, number: int) -> bool:
        return self._newest.get(kind) == number

    def _on_done(
        self,
        answer: Callable[[T], None] | None,
        explain: Callable[[BriefingError], None] | None,
        still: Callable[[], bool] | None,
        broke: Callable[[str], None],
        done: "Future[T]",
    ) -> None:
        self._settled.emit(partial(self._tell, answer, explain, still, broke, done))

    @Slot(object)
    def _on_settled(self, tell: Callable[[], None]) -> None:
        tell()

    def _tell(
        self,
        answer: Callable[[T], None] | None,
        explain: Callable[[BriefingError], None] | None,
        still: Callable[[], bool] | None,
        broke: Callable[[str], None],
        done: "Future[T]",
    ) -> None:
        if self._closed or done.cancelled() or (still and not still()):
            return
        error = done.exception()
        if isinstance(error, CancelledError):
            return
        if isinstance(error, BriefingError) and explain:
            explain(error)
        elif error is not None:
            broke(report_of(error))
        elif answer:
            answer(done.result())


def report_of(error: BaseException) -> str:
    """A fault in words: what it was, and below it where, by file, line and function."""
    places = [
        f"{PurePath(step.filename).name}:{step.lineno} {step.name}"
        for step in extract_tb(error.__traceback__)
    ]
    return "\n".join([f"{type(error).__name__}: {error}", *reversed(places)])


def _if_wanted(still: Callable[[], bool], work: Callable[[], T]) -> T:
    if not still():
        raise CancelledError
    return work()
