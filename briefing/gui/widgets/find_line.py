"""A line to look for words in the text that is shown."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from briefing.words import say, say_many


class FindLine(QWidget):
    """Enter and F3 go to the next place, with Shift to the one before; Esc goes back to the text."""

    def __init__(self, text: QPlainTextEdit) -> None:
        super().__init__()
        self._text = text
        self.words = QLineEdit()
        self.words.setPlaceholderText(say("Find in this source"))
        self.words.setAccessibleName(say("Find in this source"))
        self.told = QLabel()
        self.told.setProperty("quiet", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.told)
        self.words.textChanged.connect(self._on_typed)
        self.hide()

    def begin(self) -> None:
        """Type what is to be found."""
        self.show()
        self.words.setFocus()
        self.words.selectAll()

    def end(self) -> None:
        """Look for nothing any more."""
        if self.words.hasFocus():
            self._text.setFocus()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """On, back, away."""
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3):
            self._go_on(back=back)
        elif event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)

    def _on_typed(self, words: str) -> None:
        """The first place after where the text stands; how many there are."""
        cursor = self._text.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self._text.setTextCursor(cursor)
        count = self._count(words) if words else 0
        self.told.setText(say_many("{n} found", "{n} found", count) if words else "")
        if count:
            self._go_on(back=False)

    def _go_on(self, *, back: bool) -> None:
        way = QTextDocument.FindFlag.FindBackward if back else QTextDocument.FindFlag(0)
        words = self.words.text()
        if words and not self._text.find(words, way):
            end = QTextCursor.MoveOperation.End if back else QTextCursor.MoveOperation.Start
            self._text.moveCursor(end)
            self._text.find(words, way)

    def _count(self, words: str) -> int:
        return self._text.toPlainText().casefold().count(words.casefold())
