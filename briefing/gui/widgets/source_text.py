"""The words of a source: read, selected, dragged to a theme, made an excerpt of."""

from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolButton, QWidget

from briefing.gui.bidi import side_of
from briefing.gui.item_models.selecting import carry_words
from briefing.model.passage import Passage
from briefing.model.source import Source
from briefing.words import say

_BAR = 2
"""Pixels that the bars at both ends of the excerpt are wide."""


class SourceText(QPlainTextEdit):
    """Shows the text of a source, read only. Beside what is selected stands what can be done with it."""

    add_wanted = Signal()
    """What is selected is to become an excerpt."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAccessibleName(say("Text of the source"))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._source: Source | None = None
        self._here: Passage | None = None
        self.floating = QToolButton(self.viewport())
        self.floating.setText(f"{say('Add as excerpt')} (A)")
        self.floating.setAccessibleName(say("Add the selection as an excerpt"))
        self.floating.setProperty("primary", True)
        self.floating.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.floating.setCursor(Qt.CursorShape.ArrowCursor)
        self.floating.clicked.connect(self.add_wanted)
        self.floating.hide()
        self.selectionChanged.connect(self._float)
        self.verticalScrollBar().valueChanged.connect(self._float)

    def show_text(self, source: Source) -> None:
        """Show `source` from its beginning."""
        self._source, self._here = source, None
        option = self.document().defaultTextOption()
        option.setAlignment(side_of(source.text))
        self.document().setDefaultTextOption(option)
        self.setPlainText(source.text)

    def go_to(self, passage: Passage) -> None:
        """Scroll to `passage`."""
        self.setTextCursor(self._cursor(passage.start, passage.start))
        self._reveal()
        QTimer.singleShot(0, self, self._reveal)

    def show_here(self, passage: Passage) -> None:
        """Show bars at both ends of `passage`."""
        self._here = passage if passage.start < passage.end else None
        self.viewport().update()

    def mark(
        self, start: int, end: int, ground: str | None, colour: str
    ) -> QTextEdit.ExtraSelection:
        """A stretch of the text in a colour, on a ground; to be set with the others."""
        mark = QTextEdit.ExtraSelection()
        style = QTextCharFormat()
        style.setForeground(QColor(colour))
        if ground:
            style.setBackground(QColor(ground))
        mark.format = style
        mark.cursor = self._cursor(start, end)
        return mark

    def selected(self) -> Passage | None:
        """Where the selected words stand, without the spaces around them."""
        cursor = self.textCursor()
        if self._source is None or not cursor.hasSelection():
            return None
        text = self._source.text
        start, end = (
            _points(text, unit) for unit in (cursor.selectionStart(), cursor.selectionEnd())
        )
        words = text[start:end]
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        return Passage(self._source.id, start, end) if start < end else None

    def selected_words(self) -> str:
        """The words that are selected."""
        place = self.selected()
        return self._source.text[place.start : place.end] if place and self._source else ""

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is dragged or copied: words, which a theme takes as more of its kind."""
        return carry_words(self.selected_words() or self.textCursor().selectedText())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the excerpt in sight while the room for it changes."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._reveal)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, and bars at both ends of the excerpt."""
        super().paintEvent(event)
        if self._here is None:
            return
        painter = QPainter(self.viewport())
        for place in (self._here.start, self._here.end):
            box = self.cursorRect(self._cursor(place, place))
            bar = self.palette().highlight()
            painter.fillRect(box.left() - _BAR // 2, box.top(), _BAR, box.height(), bar)
        painter.end()

    @Slot()
    def _reveal(self) -> None:
        """Scroll to the excerpt; only when laid out is it known where that is."""
        if not self.textCursor().hasSelection():
            self.centerCursor()

    @Slot()
    def _float(self) -> None:
        """Put the button below the end of what is selected, or above where there is no room."""
        shows = self.selected() is not None
        if shows:
            self.floating.adjustSize()
            room, size = self.viewport().rect(), self.floating.size()
            box = self.cursorRect()
            left = min(max(0, box.left() - size.width() // 2), room.width() - size.width())
            below, above = box.bottom() + 4, box.top() - 4 - size.height()
            top = below if below + size.height() <= room.height() else max(0, above)
            shows = box.intersects(room)
            self.floating.move(QPoint(max(0, left), top))
        self.floating.setVisible(shows)

    def _cursor(self, start: int, end: int) -> QTextCursor:
        """Qt counts UTF-16 units, we count code points."""
        text = self._source.text if self._source else ""
        cursor = QTextCursor(self.document())
        cursor.setPosition(_units(text[:start]))
        cursor.setPosition(_units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
        return cursor


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _points(text: str, units: int) -> int:
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))
