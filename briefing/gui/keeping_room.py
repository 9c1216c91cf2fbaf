"""Keeping and handing on beside export: named versions, a copy by itself, the page to print."""

from datetime import datetime
from functools import partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QInputDialog

from briefing.gui.dialogs.commands import Chooser
from briefing.gui.dialogs.export import suggested_name
from briefing.gui.frame import Frame, with_links
from briefing.gui.language import key_told, moment_told
from briefing.gui.view_models.workbench import Workbench
from briefing.gui.work import portable, versions
from briefing.places import cache_folder
from briefing.words import say, say_many

if TYPE_CHECKING:
    from briefing.workflow.versions import Version


class KeepingRoom(QObject):
    """Everything is saved already: what is kept here is given a name, or goes elsewhere."""

    def __init__(self, frame: Frame, bench: Workbench) -> None:
        super().__init__(frame)
        self._frame, self._bench = frame, bench

    def name_version(self) -> None:
        """Give the briefing as it is now a name, to be gone back to."""
        now = datetime.now().astimezone()
        name, given = QInputDialog.getText(
            self._frame, say("Name this version"), say("Already saved. Name of this version:"),
            text=moment_told(now.isoformat()),
        )  # fmt: skip
        if given and (name := name.strip()):
            self._bench.do(lambda session: versions.name_version(session, name))
            self._frame.tell(say("Already saved; this version is named “{name}”.", name=name))

    def show_versions(self) -> None:
        """Show the named versions; choosing one goes back to it."""
        self._bench.ask("versions", versions.versions, self._on_versions)

    def save_copy(self) -> None:
        """Write the briefing, with the sources that it uses, to one file elsewhere."""
        title = f"{suggested_name(self._bench.desk)}.db"
        name, _ = QFileDialog.getSaveFileName(
            self._frame, say("Save a copy of the briefing"), str(Path.home() / title),
            f"{say('Briefing')} (*.db)",
            options=QFileDialog.Option.DontConfirmOverwrite,
        )  # fmt: skip
        if name:
            self.copy_to(Path(name))

    def copy_to(self, target: Path) -> None:
        """Write the copy to `target`, and tell of it."""
        self._bench.do(
            lambda session: portable.save_portable(session, target), answer=self._on_copied
        )

    def print_page(self) -> None:
        """Open the PDF, as it is shown, in the program that prints PDF files on this machine."""
        printed = self._frame.preview.page.printed
        if printed is None:
            self._frame.tell(say("Nothing is in the briefing yet, so there is nothing to print."))
            return
        file = cache_folder() / "print" / f"{suggested_name(self._bench.desk)}.pdf"
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(printed.data)
        except OSError as error:
            self._frame.tell(
                say("The page cannot be written to be printed: {why}.", why=error.strerror)
            )
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(file))):
            self._frame.tell(
                say(
                    "No program on this machine opens PDF files. The page lies at {file}.",
                    file=file,
                )
            )

    def _on_versions(self, found: "tuple[Version, ...]") -> None:
        if not found:
            self._frame.tell(
                say(
                    "No version has a name yet. {key} gives this one a name.",
                    key=key_told("Ctrl+S"),
                )
            )
            return
        chooser = Chooser(say("Versions"), say("Find a version"), self._frame)
        for version in found:
            count = say_many("{n} quotation", "{n} quotations", version.quotations)
            when = moment_told(version.at)
            chooser.add(version.name, partial(self._go_to, version.name), f"{count} · {when}")
        chooser.open()

    def _go_to(self, name: str) -> None:
        self._bench.do(lambda session: versions.go_to_version(session, name), listing=True)
        self._frame.tell(
            say("This is version “{name}” again. Undo goes back to what was before.", name=name)
        )

    def _on_copied(self, target: Path) -> None:
        folder = QUrl.fromLocalFile(str(target.parent)).toString()
        self._frame.tell(
            with_links(
                say("Saved a copy: {file}", file=escape(target.name)),
                (folder, say("Show in folder")),
            )
        )
