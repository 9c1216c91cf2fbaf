"""What goes wrong with the library: said in the window, with a way out beside it."""

from html import escape
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from briefing.errors import (
    BriefingError,
    LibraryBusyError,
    LibraryDamagedError,
    LibraryForeignError,
    LibraryFullError,
    LibraryHeldError,
    LibraryNewerError,
)
from briefing.gui.frame import Frame, library_files, link, sentence
from briefing.gui.holding import call
from briefing.gui.view_models.timers import timer
from briefing.gui.view_models.workbench import Workbench
from briefing.places import sample_library
from briefing.words import mark, say

LIBRARY_LINK = "library:"
"""How the links of this room begin."""
_MENDING = mark(
    "The library is being made anew from your files. You can go on reading; what you do meanwhile "
    "is done when it is ready."
)
_WAITING = mark(
    "The library is being opened. If another program is writing to it, that is waited for, a few "
    "seconds at most."
)
_PATIENCE = 3000
"""Milliseconds after which opening takes long."""
_WORDS = {
    "again": mark("Try again"), "samples": mark("Open the samples"), "other": mark("Open a library…"),
    "rebuild": mark("Rebuild the library"), "anew": mark("Set it aside and begin a new one"),
    "copy": mark("Open copy"), "reading": mark("Open read-only"), "locate": mark("Locate…"),
    "folder": mark("Choose another folder…"), "room": mark("Choose another folder…"),
    "retry": mark("Retry"),
}  # fmt: skip


class TroubleRoom(QObject):
    """Tells why a library is not as it should be, and does what the links in that say."""

    locate_wanted = Signal(str)
    """The path at which a library is no more."""

    def __init__(self, frame: Frame, bench: Workbench) -> None:
        super().__init__(frame)
        self._frame, self._bench = frame, bench
        self._library: Path | None = None
        """The one that the links are about."""
        self._unsaved = self._loss = ""
        """Why acts are in memory only; what was told of them when the window was to close."""
        self._rebuilding = False
        self._patience = timer(self, _PATIENCE, self._tell_waiting)
        bench.opening.connect(self._patience.start)
        bench.opened.connect(self._patience.stop)
        bench.not_opened.connect(self._on_not_opened)
        bench.damaged.connect(self._on_damaged)
        bench.intake.failed.connect(self._on_failed)
        bench.unsaved.connect(self._on_unsaved)
        bench.rescuing.connect(self._on_rescuing)
        bench.rescued.connect(self._on_rescued)
        frame.notice_text.linkActivated.connect(self._on_link)
        frame.empty.linkActivated.connect(self._on_link)

    def rebuild(self, library: Path) -> None:
        """Make a library anew from its originals; one can go on reading meanwhile."""
        self._rebuilding = True
        self._frame.tell(say(_MENDING))
        self._frame.empty.setText(say(_MENDING))
        self._bench.intake.stop()
        self._bench.rebuild(library)

    def rebuild_open(self) -> None:
        """The same of the library that is open."""
        self.rebuild(self._bench.intake.library)

    def tell_missing(self, library: Path) -> None:
        """The library that was open last is gone; another is opened meanwhile."""
        self._library = library
        told = say(
            "The library that was open last is no longer at its place ({library}).", library=library
        )
        self._frame.tell(f"{escape(told, quote=False)} {_links(['locate'])}")

    def keeps_open(self, why: BriefingError) -> bool:
        """Whether closing is put off as acts would be lost: once for each time that the disk refuses."""
        if self._loss:
            return False
        then = say("What you did last is in memory only. Close again to let it go.")
        self._loss = escape(f"{sentence(str(why))} {then}", quote=False)
        self._frame.tell(f"{self._loss} {_links(_ways_to_save(why))}")
        return True

    @Slot()
    def _tell_waiting(self) -> None:
        """It takes long: the place of the list does not stay blank."""
        if not self._frame.model.numbers:
            self._frame.empty.setText(say(_WAITING))
            self._frame.stack.setCurrentWidget(self._frame.empty)

    @Slot(object)
    def _on_not_opened(self, error: BriefingError) -> None:
        """Nothing is lost: the library is as it was, and there is another to look at."""
        self._patience.stop()
        rebuilt, self._rebuilding = self._rebuilding, False
        self._frame.job.setText("")
        if error.where:
            self._library = Path(error.where)
        place = f" ({error.where})" if error.where else ""
        what = f"{sentence(error.what)}{place}."
        match error:
            case LibraryNewerError():
                then = say("Open a copy read-only? The library itself is left as it is.")
                ways = ["copy", "samples"]
            case LibraryDamagedError() if rebuilt:
                then = say("Nothing in it can be read.")
                ways = ["anew", "samples"]
            case LibraryDamagedError():
                then = say("It can be made anew from the originals in it.")
                ways = ["rebuild", "again", "samples"]
            case LibraryForeignError():
                then = say("It was left as it was.")
                ways = ["other", "again", "samples"]
            case LibraryBusyError():
                then = say("Nothing is lost.")
                ways = ["again", "reading", "samples"]
            case LibraryHeldError():
                called = error.here and call(Path(error.where))
                then = say("It comes forward.") if called else say("Nothing is lost.")
                ways = ["reading", "again", "samples"]
            case LibraryFullError():
                then = say("What was done before is kept.")
                ways = ["room", "again", "samples"]
            case _:
                what, then = sentence(str(error)), ""
                ways = ["again", "other", "samples"]
        self._tell(f"{what} {then}".rstrip(), ways, say("No library is open"))

    @Slot(object)
    def _on_damaged(self, error: LibraryDamagedError) -> None:
        """The library is open, and something in it cannot be read."""
        if self._rebuilding:
            return
        self._library = Path(error.where) if error.where else None
        then = say(
            "What can be read is shown. It can be made anew from the originals in it; the damaged "
            "file is kept."
        )
        told = f"{sentence(error.what)} ({error.where}). {then}"
        self._tell(told, ["rebuild"], say("Not all of the library can be read"))

    @Slot(object)
    def _on_failed(self, error: BriefingError) -> None:
        if isinstance(error, LibraryDamagedError):
            self._on_damaged(error)

    @Slot(str)
    def _on_unsaved(self, why: str) -> None:
        """Said once, with what can be done; the status says it as long as it lasts."""
        before, self._unsaved = self._unsaved, why
        if why and why != before:
            links = _links(_ways_to_save(self._bench.refusal))
            self._frame.tell(f"{escape(why, quote=False)} {links}")
        elif not why:
            said, self._loss = tuple(filter(None, (before, self._loss))), ""
            if self._frame.notice_text.text().startswith(said):
                self._frame.notice.hide()

    @Slot(str, int, int)
    def _on_rescuing(self, what: str, done: int, total: int) -> None:
        self._frame.job.setText(say("{what} {done} of {total}", what=what, done=done, total=total))

    @Slot(str)
    def _on_rescued(self, told: str) -> None:
        self._rebuilding = False
        self._library = None
        self._frame.job.setText("")
        self._frame.tell(told)

    def _tell(self, told: str, ways: list[str], status: str) -> None:
        """Across the window; and in the place of the list, where there is none."""
        if self._library == sample_library():
            ways = [way for way in ways if way != "samples"]
        told = escape(told, quote=False)
        self._frame.tell(f"{told} {_links(ways)}")
        if not self._frame.model.numbers:
            self._frame.counts.setText(status)
            self._frame.empty.setText(f"{told}<br><br>{_links(ways)}")
            self._frame.stack.setCurrentWidget(self._frame.empty)

    @Slot(str)
    def _on_link(self, chosen: str) -> None:
        if not chosen.startswith(LIBRARY_LINK):
            return
        bench, library = self._bench, self._library
        self._frame.notice.hide()
        match chosen.removeprefix(LIBRARY_LINK):
            case "again":
                bench.open(library, desk=bench.desk.name)
            case "reading":
                bench.open(library, desk=bench.desk.name, reading=True)
            case "samples":
                bench.open(samples=True)
            case "rebuild":
                self.rebuild(library or bench.intake.library)
            case "anew" if library:
                bench.begin_anew(library)
            case "copy" if library:
                bench.open_copy(library)
            case "locate" if library:
                self.locate_wanted.emit(str(library))
            case "other":
                self._choose_library()
            case "folder" if folder := self._folder():
                bench.move_library(folder)
            case "room" if library and (folder := self._folder()):
                bench.move_unopened(library, folder)
            case "retry":
                self._unsaved = ""  # if it is refused again, that is told again
                bench.retry()

    def _choose_library(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self._frame, say("Open a library"), str(Path.home()), library_files()
        )
        if name:
            self._bench.open(Path(name))

    def _folder(self) -> Path | None:
        name = QFileDialog.getExistingDirectory(self._frame, say("A folder for the library"))
        return Path(name) if name else None


def _ways_to_save(why: BriefingError | None) -> list[str]:
    """Another program's writing passes; a full disk may not."""
    return ["retry"] if isinstance(why, LibraryBusyError) else ["folder", "retry"]


def _links(ways: list[str]) -> str:
    return " ".join(f"&nbsp; {link(f'{LIBRARY_LINK}{way}', say(_WORDS[way]))}" for way in ways)
