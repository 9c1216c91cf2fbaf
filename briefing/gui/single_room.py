"""One window to a library: a second start of the program brings the first one's window forward."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, Slot
from PySide6.QtWidgets import QApplication

from briefing.gui.frame import Frame
from briefing.gui.intake_room import IntakeRoom
from briefing.gui.view_models.workbench import Workbench


class SingleRoom(QObject):
    """Comes when it is called, and takes what files it is handed."""

    def __init__(self, frame: Frame, bench: Workbench, intake: IntakeRoom) -> None:
        super().__init__(frame)
        self._frame, self._bench, self._intake = frame, bench, intake
        self._watcher: QFileSystemWatcher | None = None
        bench.opened.connect(self._on_opened)

    @Slot()
    def _on_opened(self, *_: object) -> None:
        """Listen beside the library that is open now."""
        if self._watcher is None:
            self._watcher = QFileSystemWatcher(self)
            self._watcher.fileChanged.connect(self._on_called)
        if watched := self._watcher.files():
            self._watcher.removePaths(watched)
        if (hold := self._bench.holds.hold) is not None and hold.file is not None:
            self._watcher.addPath(str(hold.file))

    @Slot(str)
    def _on_called(self, _: str) -> None:
        hold = self._bench.holds.hold
        if hold is None or hold.file is None or not hold.file.exists():
            return
        calls = hold.calls()
        frame = self._frame
        frame.setWindowState(frame.windowState() & ~Qt.WindowState.WindowMinimized)
        frame.show()
        frame.raise_()
        frame.activateWindow()
        QApplication.alert(frame)
        if files := [Path(name) for call in calls for name in call.files]:
            self._intake.add(files)
