"""Adding files: choosing or dropping them, how far it is, what could not be read."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QStandardPaths, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from briefing.errors import BriefingError, LibraryDamagedError
from briefing.gui.dialogs.pasting import PasteDialog
from briefing.gui.frame import Frame, with_links
from briefing.gui.pace import Pace
from briefing.gui.settings import WindowSettings
from briefing.gui.view_models.enquiries import Enquiries
from briefing.gui.view_models.intake import TAKING
from briefing.gui.view_models.workbench import Workbench
from briefing.gui.work import pasting
from briefing.model.library import Imported
from briefing.words import say, say_many

_STOP = "stop:adding"
"""The link that takes no further file in."""
_FOLDER = "sources"
"""The setting that says from where sources came last."""
_SHOW = "refused:show"
"""The link that lists what could not be read."""


class IntakeRoom(QObject):
    """Joins the status line and the pill of new excerpts to the intake."""

    def __init__(
        self, frame: Frame, bench: Workbench, settings: WindowSettings, enquiries: Enquiries
    ) -> None:
        super().__init__(frame)
        self._frame, self._bench, self._settings = frame, bench, settings
        self._enquiries = enquiries
        self._staged = 0
        self._sample = True
        self._pace = Pace()
        self._refusal = ""
        frame.job.linkActivated.connect(self._on_link)
        frame.notice_text.linkActivated.connect(self._on_link)
        intake = bench.intake
        intake.progressed.connect(self._on_progress)
        intake.told.connect(self._on_told)
        intake.refused.connect(self._on_refused)
        intake.failed.connect(self._on_failed)
        bench.arrived.connect(self._on_arrived)
        bench.listed.connect(self._on_listed)
        enquiries.staged.connect(self._on_staged)
        bench.opened.connect(self._on_opened)
        bench.watching.refused.connect(self._on_refused)
        bench.watching.failed.connect(lambda error: frame.tell(str(error)))
        frame.arrivals.clicked.connect(self.show_arrivals)

    def choose_files(self) -> None:
        """Ask for files to add."""
        names, _ = QFileDialog.getOpenFileNames(
            self._frame, say("Add sources"), self._last_folder()
        )
        if names:
            self._settings.keep(_FOLDER, str(Path(names[0]).parent))
        self.add([Path(name) for name in names])

    def choose_folder(self) -> None:
        """Ask for a folder to add."""
        name = QFileDialog.getExistingDirectory(
            self._frame, say("Add a folder"), self._last_folder()
        )
        if name:
            self._settings.keep(_FOLDER, name)
        self.add([Path(name)] if name else [])

    def _last_folder(self) -> str:
        """The folder from which sources came last; at first where a person keeps documents."""
        last = self._settings.path(_FOLDER)
        if last is not None and last.is_dir():
            return str(last)
        place = QStandardPaths.StandardLocation.DocumentsLocation
        kept = QStandardPaths.writableLocation(place)
        return kept if Path(kept).is_dir() else str(Path.home())

    def add(self, paths: Sequence[Path]) -> None:
        """Take files and folders into the library."""
        if paths:
            self._forget_refusal()
            told = say_many("Adding {n} file…", "Adding {n} files…", len(paths))
            if len(paths) == 1 and paths[0].is_dir():
                told = say("Adding a folder…")
            self._frame.job.setText(told)
            self._bench.intake.add(paths)

    def paste(self) -> None:
        """Add the files on the clipboard, or its text as a source."""
        # Nobody may hold anything, not even nothing.
        held = QGuiApplication.clipboard().mimeData() or QMimeData()
        files = [Path(url.toLocalFile()) for url in held.urls() if url.isLocalFile()]
        text = held.text()
        if paths := files or pasting.paths_in(text):
            self.add(paths)
        elif any(map(str.isalnum, text)):
            dialog = PasteDialog(text, self._frame)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.accepted.connect(lambda: self._bench.intake.paste(dialog.pasted()))
            dialog.open()
        else:
            self._frame.tell(
                say("There is nothing to paste. Copy files, or the text of an article.")
            )

    def stop_adding(self) -> None:
        """Take no further file in."""
        self._bench.intake.stop()

    def show_arrivals(self) -> None:
        """List the new excerpts among the others."""
        self._bench.list_again()

    def watch(self) -> None:
        """Watch the folder that is chosen in the preferences, or none; the samples are left alone."""
        self._bench.watching.watch(None if self._sample else self._settings.watched_folder())

    @Slot(object, bool)
    def _on_opened(self, _: object, sample: bool) -> None:
        self._sample, self._staged = sample, 0
        self._frame.arrivals.hide()
        self.watch()

    @Slot(str, int, int)
    def _on_progress(self, what: str, done: int, total: int) -> None:
        told = say("{what} {done} of {total}", what=what, done=done, total=total)
        told += self._pace.told(what, done, total)
        stops = ((_STOP, say("Cancel")),) if what in TAKING else ()
        self._frame.job.setText(with_links(told, *stops))

    @Slot(str)
    def _on_link(self, link: str) -> None:
        if link == _STOP:
            self._frame.job.setText(say("Stopping…"))
            self.stop_adding()
        elif link == _SHOW:
            self._frame.sidebar.room_wanted.emit("refused")

    @Slot(str)
    def _on_told(self, told: str) -> None:
        self._frame.job.setText(told)

    @Slot(object)
    def _on_refused(self, refused: tuple[Imported, ...]) -> None:
        """Tell of the first, and of how many there are: those lines all stand under “Attention”."""
        first = refused[0]
        told = f"{Path(first.path).name}: {first.told}"
        if len(refused) > 1:
            count = say_many(
                "{n} file could not be read.", "{n} files could not be read.", len(refused)
            )
            told = with_links(f"{count} {told}", (_SHOW, say("Show all")))
        self._frame.tell(told)
        self._refusal = self._frame.notice_text.text()

    def _forget_refusal(self) -> None:
        """What was said of files before these is said no more."""
        if self._refusal and self._frame.notice_text.text() == self._refusal:
            self._frame.notice.hide()
        self._refusal = ""

    @Slot(object)
    def _on_failed(self, error: BriefingError) -> None:
        self._frame.job.setText(say("Stopped; what was added before is kept"))
        if not isinstance(error, LibraryDamagedError):
            self._frame.tell(str(error))

    @Slot(int)
    def _on_arrived(self, new: int) -> None:
        """Rows never move under the pointer: the list is made anew when the person says so."""
        self._staged += new
        if self._staged and self._frame.model.numbers:
            self._enquiries.count_staged(self._frame.model.everything())
        else:
            self.show_arrivals()

    @Slot(int)
    def _on_staged(self, count: int) -> None:
        """Where none of them answers to the list as it is narrowed now, the sources are counted."""
        if not self._staged:
            return
        told = say_many("{n} new source · Show", "{n} new sources · Show", self._staged)
        if count:
            told = say_many("{n} new excerpt · Show", "{n} new excerpts · Show", count)
        self._frame.arrivals.setText(told)
        self._frame.arrivals.show()

    @Slot(object)
    def _on_listed(self, _: object) -> None:
        """Whatever made the list anew, nothing waits any more."""
        self._staged = 0
        self._frame.arrivals.hide()
