"""A folder that is watched while the person works, on a thread of its own."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal, Slot

from briefing.errors import BriefingError
from briefing.gui.jobs import Lane
from briefing.gui.view_models.intake import Intake
from briefing.gui.view_models.timers import timer
from briefing.gui.work import intake as taking
from briefing.model.library import Imported, Outcome
from briefing.model.theme import Theme

_TOGETHER = 400
"""Milliseconds within which files that come one after the other are told together."""
_AGAIN = 20_000
"""Milliseconds until the folder is watched again after the library refused."""


class Watching(QObject):
    """Takes what comes to a folder into the library that is open. Knows no widget."""

    taken = Signal(int)
    """So many files are new in the library."""
    refused = Signal(object)
    """The `Imported` of files that could not be read."""
    failed = Signal(object)
    """The `BriefingError` that ended the watch; it begins anew by itself."""
    _told = Signal(object)

    def __init__(self, intake: Intake, broken: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._intake = intake
        self._lane = Lane("watch", self)
        self._lane.broken.connect(broken)
        self._stop = Event()
        self._folder: Path | None = None
        self._waiting: list[Imported] = []
        self._together = timer(self, _TOGETHER, self._tell)
        self._again = timer(self, _AGAIN, self._start)
        self._told.connect(self._on_told)

    @property
    def folder(self) -> Path | None:
        """The folder that is watched."""
        return self._folder

    def watch(self, folder: Path | None) -> None:
        """Watch `folder` from now on, in the place of another; `None` watches none."""
        self._stop.set()
        self._again.stop()
        self._folder = folder
        if folder is not None:
            self._start()

    @Slot()
    def renew(self) -> None:
        """Watch on with the themes that there are now."""
        self.watch(self._folder)

    def close(self) -> None:
        """Stop, and wait for the file at hand."""
        self._stop.set()
        self._again.stop()
        self._together.stop()
        self._lane.close()

    @Slot()
    def _start(self) -> None:
        folder = self._folder
        if folder is not None:
            self._stop = Event()
            work = partial(
                self._take, self._intake.library, folder, self._intake.themes, self._stop
            )
            self._lane.submit(work, None, self._on_failed)

    def _take(self, library: Path, folder: Path, themes: tuple[Theme, ...], stop: Event) -> None:
        """On the lane's thread; the signal crosses over by itself."""
        for item in taking.watch_folder(library, folder, themes, stop):
            self._told.emit(item)

    @Slot(object)
    def _on_told(self, item: Imported) -> None:
        if item.outcome is not Outcome.SAME:
            self._waiting.append(item)
            self._together.start()

    @Slot()
    def _tell(self) -> None:
        told, self._waiting = self._waiting, []
        if refused := tuple(item for item in told if item.outcome is Outcome.REFUSED):
            self.refused.emit(refused)
        if new := sum(item.outcome in (Outcome.NEW, Outcome.CHANGED) for item in told):
            self.taken.emit(new)

    def _on_failed(self, error: BriefingError) -> None:
        self.failed.emit(error)
        self._again.start()
