"""The briefings: which there are here and elsewhere, a new one, a copy, the next edition."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QInputDialog

from briefing.gui.dialogs.briefings import BriefingsDialog
from briefing.gui.frame import Frame, library_files
from briefing.gui.language import day_told, key_told
from briefing.gui.recents import Recent, Recents
from briefing.gui.settings import WindowSettings
from briefing.gui.view_models.workbench import Workbench
from briefing.model.desk import Desk
from briefing.words import say, say_many

if TYPE_CHECKING:
    from briefing.workflow.briefings import Shown


class BriefingsRoom(QObject):
    """Shows them, pins them, and goes from one to another."""

    def __init__(self, frame: Frame, bench: Workbench, settings: WindowSettings) -> None:
        super().__init__(frame)
        self._frame, self._bench, self._settings = frame, bench, settings
        self.recents = Recents(settings)
        self._dialog: BriefingsDialog | None = None
        self._shown: tuple[Shown, ...] = ()
        self._open_now = ("", "", "")
        bench.briefings_shown.connect(self._on_briefings)
        bench.edition_begun.connect(self._on_begun)
        bench.desk_changed.connect(self._on_desk)

    def show_briefings(self) -> None:
        """Show the briefings there are."""
        self._bench.show_briefings()

    def new_briefing(self) -> None:
        """Begin a new briefing in this library."""
        title, given = QInputDialog.getText(
            self._frame, say("New briefing"), say("Title of the briefing:")
        )
        if given and title.strip():
            self._bench.start_briefing(title.strip(), self._settings.standard())

    def duplicate_briefing(self) -> None:
        """Go on with a copy of this briefing."""
        self._bench.duplicate_briefing()

    def next_edition(self) -> None:
        """Begin the next edition of this briefing."""
        self._bench.next_edition()

    def open_library(self) -> None:
        """Ask for the file of a library, such as a copy of a briefing, and open it."""
        name, _ = QFileDialog.getOpenFileName(
            self._frame, say("Open a library"), str(self._bench.intake.library.parent),
            library_files(),
        )  # fmt: skip
        if name:
            self._bench.open(Path(name))

    def open_samples(self) -> None:
        """Open the sample library."""
        self._bench.open(samples=True)

    def pin(self, recent: Recent, *, on: bool) -> None:
        """Keep a briefing above the others, or no longer."""
        self.recents.pin(recent, on=on)
        self._fill(recent)

    def forget(self, recent: Recent) -> None:
        """Take a briefing whose library is missing off the list."""
        self.recents.forget(recent)
        self._fill(recent)

    def locate(self, recent: Recent) -> None:
        """Ask where the library of a briefing lies now, and open it there."""
        name, _ = QFileDialog.getOpenFileName(
            self._frame,
            say("Where is {file}?", file=Path(recent.library).name),
            str(Path.home()),
            library_files(),
        )
        if name:
            self.recents.relocate(recent.library, Path(name))
            self._bench.open(Path(name), desk=recent.name)

    @Slot(str)
    def locate_library(self, library: str) -> None:
        """Ask where a library lies now that was open last, and go on with its last briefing."""
        known = (one for one in self.recents.all() if one.library == library)
        self.locate(next(known, Recent(library, "", "")))

    @Slot(object)
    def _on_desk(self, desk: Desk) -> None:
        title, library = desk.settings.title or desk.name, self._bench.intake.library
        now = (str(library), desk.name, title)
        if desk.name and self._open_now != now:
            self._open_now = now
            self.recents.touch(library, desk.name, title)

    @Slot(object)
    def _on_briefings(self, shown: "tuple[Shown, ...]") -> None:
        self._shown = shown
        dialog = self._dialog = BriefingsDialog(self._frame)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.pin_wanted.connect(lambda recent, on: self.pin(recent, on=on))
        dialog.forget_wanted.connect(self.forget)
        dialog.locate_wanted.connect(self.locate)
        dialog.finished.connect(self._on_closed)
        self._fill()
        dialog.open()

    def _on_closed(self, _: int) -> None:
        self._dialog = None

    def _fill(self, chosen: Recent | None = None) -> None:
        dialog, library = self._dialog, self._bench.intake.library
        if dialog is None:
            return
        dialog.empty()
        known = self.recents.all()
        there = {(one.library, one.name) for one in known}
        fresh = [
            Recent(str(library), item.name, item.title)
            for item in self._shown
            if (str(library), item.name) not in there
        ]
        by_name = {item.name: item for item in self._shown}
        for recent in (*known, *fresh):
            if recent.library == str(library):
                if item := by_name.get(recent.name):
                    act = partial(self._bench.open_briefing, item.name)
                    here = item.name == self._bench.desk.name
                    dialog.offer(recent, act, _state(item), here=here)
            else:
                act = partial(self._bench.open, Path(recent.library), desk=recent.name)
                dialog.offer(recent, act, Path(recent.library).name)
        dialog.add(f"＋ {say('New briefing…')}", self.new_briefing, key_told("Ctrl+N"))
        dialog.add(say("Copy of this briefing"), self.duplicate_briefing)
        dialog.add(say("Next edition"), self.next_edition, key_told("Ctrl+Shift+N"))
        dialog.add(say("Open the sample library"), self.open_samples)
        dialog.add(say("Library…"), self.open_library)
        if chosen:
            dialog.choose(chosen)

    @Slot(int, bool)
    def _on_begun(self, number: int, cleared: bool) -> None:
        self._frame.right.setCurrentWidget(self._frame.changes)
        told = say("Edition {number} has begun: quotations and order stay.", number=number)
        if cleared:
            told = say(
                "Edition {number} has begun: quotations and order stay, your own text and what was "
                "parked went. Undo brings them back.",
                number=number,
            )
        self._frame.tell(told)


def _state(item: "Shown") -> str:
    parts = [say("draft")]
    if item.issue:
        parts = [say("edition {number}", number=item.issue), day_told(item.day) if item.day else ""]
    parts.append(say_many("{n} quotation", "{n} quotations", item.quotations))
    if item.new:
        parts.append(say("{n} new", n=item.new))
    return " · ".join(filter(None, parts))
