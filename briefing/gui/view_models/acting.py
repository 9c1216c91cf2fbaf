"""Acts on the open briefing, one after the other, on the library's thread.

What an act makes of the briefing shows at once. One that the disk refuses is kept in memory and
tried again; those after it wait their turn. One that cannot be done at all is taken back, and told.
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot

from briefing.errors import (
    BriefingError,
    LibraryBusyError,
    LibraryDamagedError,
    LibraryFullError,
    LibraryReadOnlyError,
)
from briefing.gui.jobs import Lane
from briefing.gui.view_models.foreseen import Effect, Foresight, as_it_is
from briefing.gui.view_models.reading import Reading
from briefing.gui.view_models.timers import timer
from briefing.model.desk import Desk, Settings
from briefing.model.theme import Theme
from briefing.retold import retell, told
from briefing.words import say

if TYPE_CHECKING:
    from briefing.workflow.session import Session
T = TypeVar("T")
_AGAIN = 3000
"""Milliseconds until an act that the disk refused is tried again."""
_LATER = (LibraryFullError, LibraryBusyError, LibraryReadOnlyError)
"""Refusals that may pass."""


class Waiting(Struct, eq=False):
    """An act that is not yet known to be on the disk, and the briefing it belongs to.

    `listing` says that what is listed may change by it; `done` is set by the library's thread.
    """

    session: "Session"
    act: "Callable[[Session], object]"
    effect: Effect
    view: str = ""
    """What was searched when it was done."""
    listing: bool = False
    answer: Callable[..., None] | None = None
    done: bool = False

    def do(self) -> object:
        """Do the act, unless it was done already."""
        if self.done:
            return None
        self.session.view = self.view
        answer = self.act(self.session)
        self.done = True
        return answer


class Acting(QObject):
    """Holds the session, and does what changes it. Knows no widget."""

    desk_changed = Signal(object)
    """The `Desk` with the acts that wait counted."""
    at_hand = Signal(object, object)
    """Titles of the acts to undo and to redo: empty for one that has none yet, `None` for no act."""
    themes_changed = Signal(object)
    saved = Signal(str)
    unsaved = Signal(str)
    """Why acts are kept in memory only; empty once all are on the disk."""
    refused = Signal(str)
    """One sentence: what could not be done, where, what to do."""
    damaged = Signal(object)
    """The `LibraryDamagedError` of a question or an act: the library is open, and not whole."""
    faulted = Signal(str)
    """The program itself has a fault: what it was, and below it where."""
    relisted = Signal()
    """What is listed may be another now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = Lane("library", self)
        self._library.broken.connect(self._on_broken)
        self.reading = Reading(self._told, self._on_broken, self)
        self._session: Session | None = None
        self._themes: tuple[Theme, ...] = ()
        self.desk = Desk("", Settings())
        """The briefing as the person made it; the acts that wait count as done."""
        self._on_disk = self.desk
        self._foresight = Foresight()
        self._acts: list[Waiting] = []
        self.refusal: BriefingError | None = None
        """Why the disk refused an act last."""
        self._held = False
        """Whether acts wait because the library is being mended or moved."""
        self.query = ""
        """What was searched last."""
        self._again = timer(self, _AGAIN, self._do_next)

    def themes(self) -> tuple[Theme, ...]:
        """The themes there are."""
        return self._themes

    def refresh(self) -> None:
        """Show everything anew."""
        session = self._session
        if session is not None:
            self._with(lambda session: session.desk(), partial(self._on_desk, session))

    def do(
        self, act: "Callable[[Session], object]", *, listing: bool = False,
        answer: Callable[..., None] | None = None,
    ) -> None:  # fmt: skip
        """Do an act on the open briefing; `listing` says that what is listed may change."""
        self._act(act, listing=listing, answer=answer)

    def finish(self) -> BriefingError | None:
        """Write what waits, now; why the disk refuses, if it does. For when the window closes."""
        waiting = tuple(self._acts)

        def work() -> BriefingError | None:
            try:
                for act in waiting:
                    act.do()
            except _LATER as error:
                return error
            return None

        return self._library.wait_for(work) if waiting else None

    def waits(self) -> bool:
        """Whether acts are in memory only, and not just on their way to the disk."""
        return bool(self._acts) and (self._held or self._again.isActive())

    def _act(
        self, act: "Callable[[Session], object]", effect: Effect = as_it_is, *,
        listing: bool = False, answer: Callable[..., None] | None = None,
    ) -> None:  # fmt: skip
        if self._session is None:
            return
        self._acts.append(Waiting(self._session, act, effect, self.query, listing, answer))
        if len(self._acts) == 1:  # the disk is at work while the window shows it
            self._do_next()
        self._show()

    @Slot()
    def _do_next(self) -> None:
        """Do the act that waits longest."""
        if not self._acts or self._held:
            return
        waiting = self._acts[0]

        def work() -> tuple[object, Desk, tuple[Theme, ...]]:
            answer = waiting.do()
            return answer, waiting.session.desk(), waiting.session.themes

        self._library.submit(
            work, partial(self._on_acted, waiting), self._on_not_acted, self._on_act_broken
        )

    def _on_not_acted(self, error: BriefingError) -> None:
        if isinstance(error, _LATER):
            self.refusal = error
            self.unsaved.emit(
                say("Changes are kept in memory only: {why}.", why=retell(error.what))
            )
            self._again.start()
            return
        self._told(error)
        self._give_up()

    def _on_act_broken(self, report: str) -> None:
        self._on_broken(report)
        self._give_up()

    def _hold(self, *, on: bool) -> None:
        """Let acts wait, or let them go on."""
        self._held = on
        self._again.stop()
        self._do_next()

    def _take_along(self, session: "Session") -> None:
        """What was to be done in the open briefing is done in `session`."""
        for act in self._acts:
            if act.session is self._session:
                act.session = session

    def _give_up(self) -> None:
        """The act at hand cannot be done: show things as they are without it, and go on."""
        self._acts.pop(0)
        self._show()
        self.refresh()
        self._do_next()

    def _on_acted(self, waiting: Waiting, found: tuple[object, Desk, tuple[Theme, ...]]) -> None:
        self._acts.pop(0)
        if not self._acts:
            self.unsaved.emit("")
        self.saved.emit(f"{say('Saved')} · {datetime.now().astimezone():%H:%M}")
        answer, desk, themes = found
        self.reading.renew(sources=waiting.listing)
        if themes != self._themes:
            self._themes = themes
            self.themes_changed.emit(themes)
        told = waiting.listing or waiting.effect is as_it_is
        self._on_desk(waiting.session, desk, told=told)
        if waiting.listing and not any(act.listing for act in self._acts):
            self.relisted.emit()  # of several, the last one says so
        if waiting.answer:
            waiting.answer(answer)
        self._do_next()

    def _on_desk(self, session: "Session", desk: Desk, *, told: bool = True) -> None:
        """`desk` is what the library holds now of the briefing of `session`.

        Unless it is to be `told`, what shows already is not shown once more.
        """
        if session is self._session:
            self._on_disk = desk
            self._show(told=told)

    def _show(self, *, told: bool = True) -> None:
        """Show the briefing as it is once the acts that wait are done."""
        before = self.desk
        waiting = [act.effect for act in self._acts if act.session is self._session]
        self.desk = self._foresight.foresee(self._on_disk, waiting)
        if told or replace(before, undo=None, redo=None) != replace(
            self.desk, undo=None, redo=None
        ):
            self._tell()
        undo, redo = self.desk.undo, self.desk.redo
        self.at_hand.emit(undo and retell(undo), redo and retell(redo))

    def _tell(self) -> None:
        self.desk_changed.emit(self.desk)

    def ask(self, kind: str, work: "Callable[[Session], T]", answer: Callable[[T], None]) -> None:
        """Ask the library something beside the acts; of one `kind` only the newest is answered."""
        self.reading.newest(kind, work, answer)

    def _with(
        self, work: "Callable[[Session], object]", answer: Callable[..., None] | None = None
    ) -> None:
        session = self._session
        if session is not None:
            self._library.submit(lambda: work(session), answer, self._told)

    def _told(self, error: BriefingError) -> None:
        if isinstance(error, LibraryDamagedError):
            self.damaged.emit(error)
        else:
            self.refused.emit(told(error))

    @Slot(str)
    def _on_broken(self, report: str) -> None:
        self.faulted.emit(report)
