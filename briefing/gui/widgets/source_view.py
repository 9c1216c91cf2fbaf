"""The source of an excerpt: its words where they stand, and what is known of the document."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QTextEdit, QVBoxLayout, QWidget

from briefing.gui.appearance import LIGHT, Tokens, reading_font
from briefing.gui.item_models.cards import spell
from briefing.model.library import Kept
from briefing.model.passage import Passage
from briefing.model.source import Kind, Source


class SourceView(QWidget):
    """Shows a source, read only, with the excerpt tinted; a selection can become an excerpt."""

    selection_added = Signal(object)
    """The `Passage` that was selected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tokens: Tokens = LIGHT
        self._source: Source | None = None
        self._passage: Passage | None = None
        self._title = QLabel("No source is open. Press Enter on an excerpt.")
        self._title.setWordWrap(True)
        self._title.setProperty("heading", True)
        self._known = QLabel()
        self._known.setProperty("quiet", True)
        self._known.setWordWrap(True)
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setAccessibleName("Text of the source")
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._proof = QLabel()
        self._proof.setProperty("quiet", True)
        self._proof.setWordWrap(True)
        self._proof.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._add = QPushButton("Add selection (A)")
        self._add.setShortcut("A")
        self._add.clicked.connect(self._on_add)
        column = QVBoxLayout(self)
        for part in (self._title, self._known, self._text, self._proof, self._add):
            column.addWidget(part)

    def show_source(self, source: Source, kept: Kept, passage: Passage) -> None:
        """Show `source` with `passage` in sight."""
        self._source, self._passage = source, passage
        self._title.setText(source.title or "untitled document")
        facts = [
            kept.publisher or "publisher unknown",
            spell(source.published),
            ", ".join(source.authors) or "author unknown",
        ]
        self._known.setText(" · ".join(facts) + f"\n{source.path}")
        self._text.setFont(reading_font(self.font().pointSizeF() + 1))
        self._text.setPlainText(source.text)
        self._proof.setText(
            f"Verbatim: characters {passage.start:,}–{passage.end:,} of the stored text · "
            f"SHA-256 {source.sha256[:12]}…"
        )
        self.paint_marks()
        cursor = self._cursor(passage.start, passage.start)
        self._text.setTextCursor(cursor)
        self._text.centerCursor()

    def paint_marks(self) -> None:
        """Tint the excerpt; fade what is not the article."""
        if self._source is None or self._passage is None:
            return
        marks = [
            self._mark(part.start, part.end, None, self.tokens.secondary)
            for part in self._source.segments
            if part.kind is not Kind.BODY
        ]
        ground = self.tokens.highlight
        marks.append(self._mark(self._passage.start, self._passage.end, ground, self.tokens.text))
        self._text.setExtraSelections(marks)

    def text(self) -> str:
        """The words shown, those of the excerpt."""
        if self._source is None or self._passage is None:
            return ""
        return self._source.text[self._passage.start : self._passage.end]

    def _mark(
        self, start: int, end: int, ground: str | None, colour: str
    ) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        style = QTextCharFormat()
        style.setForeground(QColor(colour))
        if ground:
            style.setBackground(QColor(ground))
        mark.format = style
        mark.cursor = self._cursor(start, end)
        return mark

    def _cursor(self, start: int, end: int) -> QTextCursor:
        """Qt counts UTF-16 units, we count code points."""
        text = self._source.text if self._source else ""
        cursor = QTextCursor(self._text.document())
        cursor.setPosition(_units(text[:start]))
        cursor.setPosition(_units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _on_add(self) -> None:
        cursor = self._text.textCursor()
        if self._source is None or not cursor.hasSelection():
            return
        start = _points(self._source.text, cursor.selectionStart())
        end = _points(self._source.text, cursor.selectionEnd())
        words = self._source.text[start:end]
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        if start < end:
            self.selection_added.emit(Passage(self._source.id, start, end))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _points(text: str, units: int) -> int:
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))
