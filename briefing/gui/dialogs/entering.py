"""Dialogs in which Enter presses the button that has the keys."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QPushButton

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EnterDialog(QDialog):
    """Qt would press the default button, and export where one means to cancel."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter anywhere else presses the default button."""
        button = self.focusWidget()
        if event.key() in _ENTER and isinstance(button, QPushButton):
            button.click()
        else:
            super().keyPressEvent(event)
