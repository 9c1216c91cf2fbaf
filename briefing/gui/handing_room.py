"""Handing over: export, the same as a command line, and the briefings of the library."""

from functools import partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Slot
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid

from briefing.gui.dialogs.export import ExportDialog
from briefing.gui.frame import Frame, link, with_links
from briefing.gui.language import locale
from briefing.gui.marking_room import MarkingRoom
from briefing.gui.page_room import PageRoom
from briefing.gui.settings import WindowSettings
from briefing.gui.view_models.workbench import Workbench
from briefing.gui.work import sending
from briefing.model.library import Edition
from briefing.model.passage import Passage
from briefing.words import mark, say

if TYPE_CHECKING:
    from briefing.workflow.commanding import Command
_KINDS = {".pdf": "PDF", ".docx": "Word", ".json": mark("index")}
_LISTED, _UNLISTED = mark("Source list"), mark("No source list")
"""Titles of acts, which are kept."""


def first_folder() -> Path:
    """Where exports go before a person chose a folder; what is missing of it is made with the first.

    “Briefings” among the documents, where the system has a place for those, else the home folder.
    """
    place = QStandardPaths.StandardLocation.DocumentsLocation
    documents = Path(QStandardPaths.writableLocation(place))
    return documents / "Briefings" if documents.is_dir() else Path.home()


class HandingRoom(QObject):
    """Asks where to, tells what was written, and changes between briefings."""

    def __init__(
        self, frame: Frame, bench: Workbench, settings: WindowSettings, page: PageRoom
    ) -> None:
        super().__init__(frame)
        self._frame, self._bench, self._settings, self._page = frame, bench, settings, page
        self._marking = MarkingRoom(frame, bench)
        self._last: tuple[Path, ...] = ()
        bench.exported.connect(self._on_exported)
        bench.commanded.connect(self._on_commanded)

    def ask_export(self) -> None:
        """Ask where to, and export."""
        self._asking().open()

    def export_again(self) -> None:
        """Export to the same files as the last time, without asking."""
        if self._last:
            self._bench.export(self._last, self._settings.house_document())
        else:
            self.ask_export()

    def copy_command(self) -> None:
        """Copy the command line that makes what Export would write."""
        folder = self._settings.path("folder") or first_folder()
        dialog = self._asking()
        targets = self._last or dialog.targets()
        dialog.deleteLater()
        self._command(targets or (folder / "briefing.pdf",))

    def _asking(self) -> ExportDialog:
        folder = self._settings.path("folder") or first_folder()
        formats, bench, page = self._settings.formats(), self._bench, self._page
        dialog = ExportDialog(
            bench.desk, folder, formats, page.over(), self._frame.changes.since(), self._frame
        )
        dialog.accepted.connect(partial(self._export, dialog))
        dialog.command_wanted.connect(lambda: self._command(dialog.targets()))
        dialog.marking_wanted.connect(
            lambda marking: bench.set("marking", marking, f"Marking: {marking or 'No marking'}")
        )
        dialog.own_marking_wanted.connect(lambda: self._marking.ask(dialog))
        dialog.mark_changes_wanted.connect(self._frame.changes.marking_wanted)
        dialog.source_list_wanted.connect(
            lambda on: bench.set("no_source_list", not on, _LISTED if on else _UNLISTED)
        )
        dialog.shorter_wanted.connect(page.park_lowest)
        self._follow(dialog)
        return dialog

    def _follow(self, dialog: ExportDialog) -> None:
        """Tell the dialog what its own acts come to, as long as it is open."""
        bench, page = self._bench, self._page

        def show(*_: object) -> None:
            if isValid(dialog):
                dialog.show_desk(bench.desk, page.over())

        def sides(found: tuple[Passage, ...]) -> None:
            if found and isValid(dialog):
                dialog.show_disputed(len(found))
                dialog.sides_wanted.connect(lambda: self._frame.changes.compared.emit(found[0]))

        def since(edition: str) -> None:
            if isValid(dialog):
                dialog.show_since(edition)

        links = [
            bench.desk_changed.connect(show), page.fitted.connect(show),
            self._frame.changes.since_known.connect(since),
        ]  # fmt: skip
        dialog.finished.connect(lambda _: list(map(QObject.disconnect, links)))
        bench.ask("sides", sending.one_sided, sides)

    def _export(self, dialog: ExportDialog) -> None:
        targets = dialog.targets()
        if targets:
            self._last = targets
            self._settings.keep("folder", str(targets[0].parent))
            self._bench.export(targets, self._settings.house_document())

    def _command(self, targets: tuple[Path, ...]) -> None:
        if targets:
            self._frame.job.setText(say("Writing the recipe, and trying it…"))
            self._bench.command(targets, self._settings.house_document())

    @Slot(object)
    def _on_commanded(self, command: "Command") -> None:
        self._frame.job.clear()
        QGuiApplication.clipboard().setText(command.line)
        if command.exact:
            told = say(
                "Copied: {line} — it was tried, and gives the same files to the byte.",
                line=command.line,
            )
        else:
            told = say(
                "Copied: {line} — it does not give quite the same files: {why}.",
                line=command.line, why="; ".join(command.lacking),
            )  # fmt: skip
        self._frame.tell(told)

    @Slot(object, object)
    def _on_exported(self, targets: tuple[Path, ...], edition: Edition) -> None:
        """Where things are told while one goes on; no dialog is to be put away."""
        kinds = [
            link(QUrl.fromLocalFile(str(target)).toString(), say(_KINDS[target.suffix]))
            if target.suffix in _KINDS
            else escape(target.name)
            for target in targets
        ]
        told = say(
            "Exported {names}: edition {number}",
            names=locale().createSeparatedList(kinds), number=edition.issue,
        )  # fmt: skip
        folder = QUrl.fromLocalFile(str(targets[0].parent)).toString()
        self._frame.job.setText(
            with_links(
                told,
                (folder, say("Show in folder")),
                (f"copy:{escape(str(targets[0]))}", say("Copy path")),
            )
        )
