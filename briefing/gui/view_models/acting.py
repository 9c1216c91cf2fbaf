"""Acts on the open briefing, one after the other, on the library's thread.

An act that the disk refuses is kept in memory and tried again; those after it wait their turn.
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from PySide6.QtCore import QObject, Signal, Slot

from briefing.errors import (
    BriefingError,
    LibraryBusyError,
    LibraryFullError,
    LibraryReadOnlyError,
)
from briefing.gui.jobs import Lane
from briefing.gui.view_models.foreseen import Effect, Foreseen, as_it_is, foresee
from briefing.gui.view_models.timers import timer
from briefing.model.desk import Desk, Settings
from briefing.model.theme import Theme

if TYPE_CHECKING:
    from briefing.workflow.session import Session
T = TypeVar("T")
_AGAIN = 3000
"""Milliseconds until an act that the disk refused is tried again."""


class Waiting(Struct, frozen=True):
    """An act that is not yet on the disk; `listing` says that what is listed may change by it."""

    act: "Callable[[Session], object]"
    listing: bool
    effect: Effect


class Acting(QObject):
    """Holds the session, and does what changes it. Knows no widget."""

    desk_changed = Signal(object)
    foreseen = Signal(object)
    """The `Foreseen`: what is in the briefing, with the acts that wait counted."""
    themes_changed = Signal(object)
    saved = Signal(str)
    unsaved = Signal(str)
    """Why acts are kept in memory only; empty once all are on the disk."""
    refused = Signal(str)
    """One sentence: what could not be done, where, what to do."""
    relisted = Signal()
    """What is listed may be another now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = Lane("library", self)
        self._library.broken.connect(self._on_broken)
        self._session: Session | None = None
        self._themes: tuple[Theme, ...] = ()
        self.desk = Desk("", Settings())
        self._acts: list[Waiting] = []
        self._again = timer(self, _AGAIN, self._do_next)

    def themes(self) -> tuple[Theme, ...]:
        """The themes there are."""
        return self._themes

    def refresh(self) -> None:
        """Show everything anew."""
        self._with(lambda session: session.desk(), self._on_desk)

    def do(self, act: "Callable[[Session], object]", *, listing: bool = False) -> None:
        """Do an act on the open briefing; `listing` says that what is listed may change."""
        self._act(act, listing=listing)

    def foresee(self) -> Foreseen:
        """What is in the briefing once every act that waits is done."""
        return foresee(self.desk, [waiting.effect for waiting in self._acts])

    def _act(
        self, act: "Callable[[Session], object]", effect: Effect = as_it_is, *,
        listing: bool = False,
    ) -> None:  # fmt: skip
        self._acts.append(Waiting(act, listing, effect))
        self.foreseen.emit(self.foresee())
        if len(self._acts) == 1:
            self._do_next()

    @Slot()
    def _do_next(self) -> None:
        """Do the act that waits longest."""
        session = self._session
        if session is None or not self._acts:
            return
        waiting = self._acts[0]

        def work() -> tuple[Desk, tuple[Theme, ...]]:
            waiting.act(session)
            return session.desk(), session.themes

        self._library.submit(
            work, partial(self._on_acted, waiting.listing), self._on_not_acted, self._on_act_broken
        )

    def _on_not_acted(self, error: BriefingError) -> None:
        if isinstance(error, LibraryFullError | LibraryBusyError | LibraryReadOnlyError):
            self.unsaved.emit(f"Changes are kept in memory only: {error.what}.")
            self._again.start()
            return
        self._told(error)
        self._give_up()

    def _on_act_broken(self, report: str) -> None:
        self._on_broken(report)
        self._give_up()

    def _give_up(self) -> None:
        """The act at hand cannot be done: show things as they are, and go on."""
        self._acts.pop(0)
        self.refresh()
        self._do_next()

    def _on_acted(self, listing: bool, found: tuple[Desk, tuple[Theme, ...]]) -> None:
        self._acts.pop(0)
        if not self._acts:
            self.unsaved.emit("")
        self.saved.emit(f"Saved · {datetime.now().astimezone():%H:%M}")
        desk, themes = found
        if themes != self._themes:
            self._themes = themes
            self.themes_changed.emit(themes)
        self._on_desk(desk)
        if listing:
            self.relisted.emit()
        self._do_next()

    def _on_desk(self, desk: Desk) -> None:
        self.desk = desk
        self.foreseen.emit(self.foresee())
        self.desk_changed.emit(desk)

    def ask(self, kind: str, work: "Callable[[Session], T]", answer: Callable[[T], None]) -> None:
        """Ask the session something beside the acts; of one `kind` only the newest is answered."""
        session = self._session
        if session is not None:
            self._library.newest(kind, lambda: work(session), answer, self._told)

    def _with(
        self, work: "Callable[[Session], object]", answer: Callable[..., None] | None = None
    ) -> None:
        session = self._session
        if session is not None:
            self._library.submit(lambda: work(session), answer, self._told)

    def _told(self, error: BriefingError) -> None:
        self.refused.emit(str(error))

    @Slot(str)
    def _on_broken(self, report: str) -> None:
        self.refused.emit(f"Something went wrong in the program. Your work is saved. ({report})")
