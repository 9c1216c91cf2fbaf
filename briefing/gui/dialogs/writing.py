"""Writing more than a line: the keys go on to the buttons, and what was written can be gone on with."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from briefing.gui.dialogs.entering import EnterDialog
from briefing.gui.language import key_told

_WIDE, _HIGH = 64, 12
"""Letters and lines of text for which there is room."""


class WritingDialog(EnterDialog):
    """Asks for a text, in which `text` stands; `begun` is what it was before anything was written."""

    written = Signal(str)
    """The text, to be kept."""
    left = Signal(str)
    """The text, where it was changed and is not to be kept."""

    def __init__(
        self, title: str, asked: str, name: str, begun: str, text: str, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._begun = begun
        told = QLabel(asked)
        told.setWordWrap(True)
        self.edit = QPlainTextEdit(text)
        self.edit.setAccessibleName(name)
        self.edit.setTabChangesFocus(True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        for button in buttons.buttons():
            button.setIcon(QIcon())
        buttons.button(QDialogButtonBox.StandardButton.Ok).setToolTip(key_told("Ctrl+Return"))
        buttons.accepted.connect(self.keep)
        buttons.rejected.connect(self.reject)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Enter alone begins a line.
            keeps = QShortcut(QKeySequence(Qt.Modifier.CTRL | key), self)
            keeps.activated.connect(self.keep)
        self.ends = QHBoxLayout()
        self.ends.addStretch()
        self.ends.addWidget(buttons)
        self.column = QVBoxLayout(self)
        self.column.addWidget(told)
        self.column.addWidget(self.edit)
        self.column.addLayout(self.ends)
        metrics = self.fontMetrics()
        self.resize(_WIDE * metrics.averageCharWidth(), _HIGH * metrics.lineSpacing())

    def keep(self) -> None:
        """Hand the text over."""
        self.accept()
        self.written.emit(self.edit.toPlainText())

    def reject(self) -> None:
        """Go, without keeping anything."""
        super().reject()
        text = self.edit.toPlainText()
        if text not in (self._begun, ""):
            self.left.emit(text)
