"""Files on their way into the library, on a thread of their own, so that work goes on meanwhile."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from briefing.gui.jobs import Lane
from briefing.gui.work import intake, pasting
from briefing.model.library import Imported, Outcome
from briefing.model.theme import Theme
from briefing.words import say, say_many

if TYPE_CHECKING:
    from briefing.workflow.pasting import Pasted

TAKING = ("Looking", "Importing")
"""What is done while files are taken in, which can be stopped."""
_OFTEN = 25
"""Files after which the window is told how far it is."""


class Intake(QObject):
    """Takes files in, and keeps the library's ratings up to date."""

    progressed = Signal(str, int, int)
    """What is done, how far it is, and of how many."""
    told = Signal(str)
    """How an import ended, in a sentence."""
    stopped = Signal(object, int)
    """What was to be added when a person stopped it, and how many sources had come by then."""
    refused = Signal(object)
    """The `Imported` of files that could not be read."""
    failed = Signal(object)
    """The `BriefingError` that ended the work; what was done before is kept."""
    came = Signal(object)
    """Ids of the sources that are new in the library."""
    ended = Signal(int)
    """So many files are new in the library, or the ratings have changed (0)."""

    def __init__(self, broken: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._lane = Lane("intake", self)
        self._lane.broken.connect(broken)
        self._stop = Event()
        self.themes: tuple[Theme, ...] = ()
        self._total = 0
        self._paths: tuple[Path, ...] = ()
        self._waits = False
        self._waiting: list[Callable[[], None]] = []
        self.library = Path()
        self.jobs: int | None = None
        """How many processes read; `None` for as many as there are cores."""

    def wait(self) -> None:
        """A library is being opened: what is added from now on is meant for that one."""
        self._waits = True

    def follow(self, library: Path, themes: tuple[Theme, ...]) -> None:
        """Add to the library that is open now, beginning with what waited for it."""
        self.library, self.themes = library, themes
        self.go_on()

    def go_on(self) -> None:
        """None is being opened any more; what waits goes into the one that is open, if one is."""
        if self.library != Path():
            waiting, self._waiting, self._waits = self._waiting, [], False
            for add in waiting:
                add()

    @Slot()
    def give_up(self, *_: object) -> None:
        """It was not opened: what was meant for it does not go into the one before.

        Where there is none before it waits for the one that is opened first.
        """
        if self.library != Path():
            waiting, self._waiting, self._waits = self._waiting, [], False
            if waiting:
                self.told.emit(say("Nothing was added: the library for it was not opened"))

    def settle(self, themes: tuple[Theme, ...]) -> None:
        """Rate everything by `themes`, where it is not yet."""
        self.themes = themes
        self._lane.newest("settle", self._settle, lambda _: self._on_settled(), self.failed.emit)

    def check(self, themes: tuple[Theme, ...]) -> None:
        """The same where a library was opened: nothing has ended where it is up to date already."""
        self.themes = themes
        self._lane.newest("settle", self._settle, self._on_checked, self.failed.emit)

    def add(self, paths: Sequence[Path]) -> None:
        """Take files and folders in."""
        if self._waits:
            self._waiting.append(partial(self.add, paths))
            return
        self._paths = tuple(paths)
        self._submit(lambda: paths)

    def paste(self, pasted: "Pasted") -> None:
        """Keep a text that was pasted, and take it in."""
        if self._waits:
            self._waiting.append(partial(self.paste, pasted))
            return
        self._paths = ()
        library = self.library
        self._submit(lambda: [pasting.keep_pasted(library, pasted)])

    def stop(self) -> None:
        """Take no further file in; what is done is kept."""
        self._stop.set()

    def close(self) -> None:
        """Stop, and wait for the file at hand."""
        self._stop.set()
        self._lane.close()

    def _submit(self, paths: Callable[[], Sequence[Path]]) -> None:
        """Take `paths` into the library that is open now, whichever is open when they have their turn."""
        self._stop.clear()
        self._total = 0
        library, themes, stop = self.library, self.themes, self._stop.is_set

        def work() -> list[Imported]:
            progress, jobs = self._progress, self.jobs
            return list(intake.take_files(library, paths(), themes, progress, stop, jobs))

        self._lane.submit(work, partial(self._on_ended, library), self.failed.emit)

    def _progress(self, what: str, done: int, total: int) -> None:
        """Called on the lane's thread; the signal crosses over by itself."""
        if what == "Looking":
            self._total = total
        if done % _OFTEN == 0 or total <= _OFTEN:
            self.progressed.emit(what, done, total)

    def _settle(self) -> bool:
        """Whether there was anything to rate."""
        told: list[str] = []

        def progress(what: str, done: int, total: int) -> None:
            told.append(what)
            self._progress(what, done, total)

        intake.bring_up_to_date(self.library, self.themes, progress)
        return bool(told)

    def _on_checked(self, changed: bool) -> None:
        if changed:
            self._on_settled()

    def _on_settled(self) -> None:
        self.told.emit("")
        self.ended.emit(0)

    def _on_ended(self, library: Path, done: list[Imported]) -> None:
        """Tell it; only what came to the library that is open still is listed, and can be undone."""
        here = library == self.library
        ids = [one for item in done if item.outcome is Outcome.NEW for one in item.sources]
        if ids and here:
            self.came.emit(ids)
        new = sum(item.outcome in (Outcome.NEW, Outcome.CHANGED) for item in done)
        refused = [item for item in done if item.outcome is Outcome.REFUSED]
        whole = max(self._total, len(done))
        told = say_many("{new} of {n} files added", "{new} of {n} files added", whole, new=new)
        if known := sum(item.outcome in (Outcome.SAME, Outcome.TWIN) for item in done):
            there = say_many("{n} was there already", "{n} were there already", known)
            told = f"{told}, {there}"
        if self._stop.is_set():
            told = say("Stopped. {told}", told=told)
        if refused:
            self.refused.emit(tuple(refused))
            unread = say_many("{n} could not be read", "{n} could not be read", len(refused))
            told = f"{told}, {unread}"
        self.told.emit(told)
        if here and self._stop.is_set() and self._paths:
            self.stopped.emit(self._paths, len(ids))
        if here:
            self.ended.emit(new)
