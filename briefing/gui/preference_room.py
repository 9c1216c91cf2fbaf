"""Preferences: opens them, and carries out what is chosen there beside the look."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, QUrl, Signal, Slot
from PySide6.QtGui import QAction, QDesktopServices, QKeyEvent, QShortcut
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from briefing.gui.dialogs.preferences import PreferencesDialog
from briefing.gui.frame import Frame
from briefing.gui.jobs import Lane
from briefing.gui.own_keys import Keys, OwnKeys
from briefing.gui.preferring.advanced import LAYOUT
from briefing.gui.settings import WindowSettings
from briefing.gui.view_models.workbench import Workbench
from briefing.gui.work import reporting
from briefing.places import cache_folder
from briefing.words import say


class PreferenceRoom(QObject):
    """Joins the pages of the preferences to the window."""

    watch_wanted = Signal()
    """Another folder is to be watched, or none."""
    rebuild_wanted = Signal()
    """The library is to be made anew from its originals."""

    def __init__(self, frame: Frame, bench: Workbench, settings: WindowSettings) -> None:
        super().__init__(frame)
        self._frame, self._bench, self._settings = frame, bench, settings
        self._standard = QApplication.font().pointSizeF()
        self._keys: Keys | None = None
        self._letters = True
        self._tune()
        for part in (frame.cards, frame.order, frame.sources):
            part.installEventFilter(self)

    def follow(self, actions: Mapping[str, QAction]) -> None:
        """Know the commands, whose keys can be chosen."""
        self._keys = Keys(actions, self._settings)
        OwnKeys(self._frame, self._keys)
        self._show_letters()

    def show_preferences(self) -> None:
        """Show the preferences."""
        if self._keys is None:
            return
        places = {
            say("Library"): self._bench.intake.library,
            say("Settings of the window"): self._settings.file,
            say("Cache"): cache_folder(),
        }
        dialog = PreferencesDialog(self._settings, self._standard, places, self._keys, self._frame)
        dialog.dressed.connect(self._frame.redressed)
        dialog.watch_changed.connect(self.watch_wanted)
        dialog.keys_changed.connect(self._on_keys)
        dialog.layout_reset.connect(self._reset_layout)
        dialog.folder_wanted.connect(self._open_folder)
        dialog.rebuild_wanted.connect(self.rebuild_wanted)
        dialog.tuned.connect(self._tune)
        dialog.report_wanted.connect(partial(self._report, dialog))
        dialog.open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Where letters are not to act, a list takes no notice of them."""
        if (
            not self._letters
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and not event.modifiers() & ~event.modifiers().ShiftModifier
            and event.text().isalnum()
        ):
            return True
        return super().eventFilter(watched, event)

    def _report(self, dialog: PreferencesDialog) -> None:
        """Ask the library, and then the machine, which takes seconds and must not keep acts waiting."""
        lane = Lane("report", self)
        app = QApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(lane.close)

        def told(library: str, machine: str) -> None:
            lane.close()
            if isValid(dialog):
                dialog.show_report(f"{machine}\n{library}\n")

        self._bench.ask(
            "report", reporting.of_library,
            lambda library: lane.submit(reporting.of_machine, partial(told, library)),
        )  # fmt: skip

    @Slot()
    def _tune(self) -> None:
        """Use as much of the machine as was chosen."""
        self._bench.intake.jobs = self._settings.processes
        self._bench.live.wait_for(int(self._settings.page_pause))

    @Slot()
    def _on_keys(self) -> None:
        if self._keys is not None:
            self._keys.apply()
        self._show_letters()

    def _show_letters(self) -> None:
        self._letters = self._settings.text("no_letters") != "yes"
        for shortcut in self._frame.source.findChildren(QShortcut):
            if len(shortcut.key().toString()) == 1:
                shortcut.setEnabled(self._letters)

    @Slot()
    def _reset_layout(self) -> None:
        """Where panes and columns stand, and nothing else."""
        frame = self._frame
        for name in LAYOUT:
            self._settings.forget(name)
        frame.reset_panes()
        frame.preview.page.set_zoom(None)
        if not frame.preview.strip.isHidden():
            frame.preview.pages.click()
        header = frame.sources.horizontalHeader()
        for column in range(header.count()):
            header.setSectionHidden(column, False)
        frame.sources.fit()
        frame.tell(say("The panes are where they were at first."))

    @Slot()
    def _open_folder(self) -> None:
        folder = self._settings.file.parent
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._frame.tell(say("No program on this machine opens {what}.", what=folder))
