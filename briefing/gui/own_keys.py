"""Keeps the window's keys working in text fields, which would take some of them as line editing.

On Linux Ctrl+E goes to the end of a line and Ctrl+K cuts it off there.
"""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

_TEXTS_OWN = frozenset({"undo", "redo", "paste", "copy_quotation"})
"""Commands whose keys mean the words of a field while one types in it."""


class OwnKeys(QObject):
    """Watches the text field of `window` that has the keys."""

    def __init__(self, window: QMainWindow, actions: Mapping[str, QAction]) -> None:
        super().__init__(window)
        self._window = window
        self._keys = {
            action.shortcut().toString()
            for name, action in actions.items()
            if name not in _TEXTS_OWN and not action.shortcut().isEmpty()
        }
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Refuse the field a key that is the window's; then the window gets it."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and QKeySequence(event.keyCombination()).toString() in self._keys
        ):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, QLineEdit | QTextEdit | QPlainTextEdit) and now.window() is self._window:
            now.installEventFilter(self)
