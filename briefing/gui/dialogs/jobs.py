"""Jobs: what is running, and the files that need attention, each with its reason."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefing.model.library import Imported

_PATH = int(Qt.ItemDataRole.UserRole)


class JobsDialog(QDialog):
    """Stays open beside the work; nothing in it blocks anything."""

    stopped = Signal()
    tried_again = Signal(object)
    """Paths of files to take in once more."""
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Jobs")
        self.resize(620, 420)
        self.setModal(False)
        self._what = QLabel("Nothing is running.")
        self._bar = QProgressBar()
        self._bar.setAccessibleName("How far the job is")
        self._bar.hide()
        self._stop = QPushButton("Cancel")
        self._stop.clicked.connect(self.stopped)
        self._stop.hide()
        top = QHBoxLayout()
        for part in (self._what, self._bar, self._stop):
            top.addWidget(part)
        self._told = QLabel()
        self.list = QListWidget()
        self.list.setAccessibleName("Files that need attention")
        self.list.setWordWrap(True)
        again, show = QPushButton("Try again"), QPushButton("Open")
        again.clicked.connect(lambda: self.tried_again.emit(self._paths()))
        show.clicked.connect(lambda: self.opened.emit(str(next(iter(self._paths()), ""))))
        acts = QHBoxLayout()
        acts.addStretch()
        for button in (again, show):
            button.setAutoDefault(False)
            acts.addWidget(button)
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addWidget(self._told)
        column.addWidget(self.list)
        column.addLayout(acts)

    def show_progress(self, what: str, done: int, total: int) -> None:
        """Show how far the running job is."""
        self._what.setText(f"{what}  {done:,} of {total:,}")
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.show()
        self._stop.show()

    def show_end(self, told: str) -> None:
        """Show how it ended."""
        self._what.setText(told or "Nothing is running.")
        self._bar.hide()
        self._stop.hide()

    def show_attention(self, files: Sequence[Imported]) -> None:
        """List the files that could not be read."""
        count = len(files)
        word = "file needs" if count == 1 else "files need"
        self._told.setText(f"▲ {count} {word} attention" if count else "No file needs attention.")
        self.list.clear()
        for item in files:
            line = QListWidgetItem(f"{Path(item.path).name}\n{item.told}", self.list)
            line.setData(_PATH, item.path)
            line.setToolTip(item.path)

    def _paths(self) -> list[Path]:
        lines = self.list.selectedItems() or [
            self.list.item(row) for row in range(self.list.count())
        ]
        return [Path(line.data(_PATH)) for line in lines]
