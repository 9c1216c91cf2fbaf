"""Questions to the library, on a thread and a connection of their own.

An act waits for the disk, and a slow one takes its time. Cards, sources and the page never wait for it.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from briefing.errors import BriefingError
from briefing.gui.jobs import Lane
from briefing.gui.work import workbench

if TYPE_CHECKING:
    from briefing.workflow.session import Session
T = TypeVar("T")


class Reading(QObject):
    """Holds a session that only reads; it is made on its own thread with the first question."""

    def __init__(
        self, told: Callable[[BriefingError], None], broken: Callable[[str], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._told = told
        self._lane = Lane("reading", self)
        self._lane.broken.connect(broken)
        self._writer: Session | None = None
        self._reader: Session | None = None
        """Used on the lane only."""

    def follow(self, session: "Session") -> None:
        """Read the briefing of `session` from now on."""
        self._writer = session
        self._lane.submit(self._let_go)

    def renew(self, *, sources: bool) -> None:
        """Something was decided; with `sources`, perhaps what is known of sources."""
        self._lane.submit(lambda: self._renew(sources=sources))

    def newest(
        self, kind: str, work: "Callable[[Session], T]", answer: Callable[[T], None],
        explain: Callable[[BriefingError], None] | None = None,
    ) -> None:  # fmt: skip
        """Ask; a later question of this `kind` takes the place of an earlier one."""
        if (writer := self._writer) is not None:
            self._lane.newest(kind, lambda: work(self._at(writer)), answer, explain or self._told)

    def submit(self, work: "Callable[[Session], T]", answer: Callable[[T], None]) -> None:
        """Ask after the questions that wait already."""
        if (writer := self._writer) is not None:
            self._lane.submit(lambda: work(self._at(writer)), answer, self._told)

    def close(self) -> None:
        """Stop what runs, and wait for it."""
        self._lane.submit(self._let_go)
        self._lane.close()

    # On the lane

    def _at(self, writer: "Session") -> "Session":
        if self._reader is None or self._reader.name != writer.name:
            self._let_go()
            self._reader = workbench.reader_of(writer)
        return self._reader

    def _let_go(self) -> None:
        reader, self._reader = self._reader, None
        if reader is not None:
            reader.library.close()

    def _renew(self, *, sources: bool) -> None:
        if self._reader is not None:
            self._reader.renew(sources=sources)
