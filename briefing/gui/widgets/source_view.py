"""The source of an excerpt: its words where they stand, and what is known of the document."""

from collections.abc import Sequence
from functools import partial
from pathlib import PurePath

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefing.gui.appearance import LIGHT, Tokens, reading_font
from briefing.gui.bidi import apart, side_of
from briefing.gui.item_models.cards import spell
from briefing.gui.trimming import next_range
from briefing.gui.widgets.find_line import FindLine
from briefing.gui.widgets.flow import Flow
from briefing.gui.widgets.one_line import OneLine
from briefing.gui.widgets.place_map import PlaceMap
from briefing.model.desk import Included, ShownSource
from briefing.model.passage import Passage
from briefing.model.source import Kind, Source

_STEPS = (
    ("[", "Start ◂", "Start earlier", "start", -1),
    ("]", "▸", "Start later", "start", 1),
    ("{", "End ◂", "End earlier", "end", -1),
    ("}", "▸", "End later", "end", 1),
)


class SourceView(QWidget):
    """Shows a source, read only, with the excerpt tinted.

    A selection can become an excerpt; an excerpt that is in the briefing can be trimmed to whole
    words.
    """

    selection_added = Signal(object)
    """The `Passage` that was selected."""
    trimmed = Signal(object, int, int)
    """An `Included`, and where what is printed of it begins and ends."""
    original_wanted = Signal(str)
    """The path of the file to open."""
    walked = Signal(object)
    """The `Passage` of the excerpt of the same source that is shown now."""
    stepped = Signal(int)
    """The source before (-1) or after this one is wanted."""
    speaker_wanted = Signal(object)
    """The `Passage` whose speaker is to be corrected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tokens: Tokens = LIGHT
        self._shown: ShownSource | None = None
        self._source: Source | None = None
        self._passage: Passage | None = None
        self._item: Included | None = None
        self._others: tuple[Included, ...] = ()
        self._title = QLabel("No source is open. Press Enter on an excerpt.")
        self._title.setWordWrap(True)
        self._title.setProperty("heading", True)
        self._known = OneLine()
        self._known.setProperty("quiet", True)
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setAccessibleName("Text of the source")
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._proof = OneLine()
        self._proof.setProperty("quiet", True)
        self._proof.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        self.find_line = FindLine(self._text)
        self._map = PlaceMap()
        self._map.pointed.connect(self._on_pointed)
        middle = QHBoxLayout()
        middle.setSpacing(2)
        middle.addWidget(self._text, 1)
        middle.addWidget(self._map)
        for part in (self._title, self._known, self.find_line):
            column.addWidget(part)
        column.addLayout(middle, 1)
        column.addWidget(self._proof)
        column.addLayout(self._acts())

    @property
    def words(self) -> QPlainTextEdit:
        """The text, for the keys."""
        return self._text

    def shown(self) -> ShownSource | None:
        """What is shown."""
        return self._shown

    def show_source(
        self, shown: ShownSource, passage: Passage, item: Included | None = None
    ) -> None:
        """Show a source with `passage` in sight; `item` if it is in the briefing."""
        self._shown, source, kept = shown, shown.source, shown.kept
        self._source = source
        self._item = item
        self._passage = item.passage if item else passage
        self._title.setText(source.title or "untitled document")
        facts = [
            kept.publisher or "publisher unknown",
            spell(source.published),
            ", ".join(source.authors) or "author unknown",
        ]
        count = len(shown.excerpts)
        facts += [PurePath(source.path).name, f"{count} excerpt{'s' * (count != 1)}"]
        self._known.setText(" · ".join(map(apart, facts)))
        self._known.setToolTip(f"{self._known.text()}\n{source.path}")
        self._text.setFont(reading_font(self.font().pointSizeF() + 1))
        option = self._text.document().defaultTextOption()
        option.setAlignment(side_of(source.text))
        self._text.document().setDefaultTextOption(option)
        self._text.setPlainText(source.text)
        self.find_line.end()
        self._go_to_passage()

    def walk(self, by: int) -> None:
        """Show the excerpt before (-1) or after this one in the source, at the ends the first or last."""
        if self._shown is None or self._passage is None or not self._shown.excerpts:
            return
        places, here = self._shown.excerpts, self._passage
        rest = (
            [place for place in places if place.start > here.start] if by > 0
            else [place for place in reversed(places) if place.start < here.start]
        )  # fmt: skip
        if rest:
            self._item = next((one for one in self._others if one.whole == rest[0]), None)
            self._passage = self._item.passage if self._item else rest[0]
            self._go_to_passage()
            self.walked.emit(rest[0])

    def _go_to_passage(self) -> None:
        if self._passage is None:
            return
        self._show_passage()
        self._text.setTextCursor(self._cursor(self._passage.start, self._passage.start))
        self._reveal()
        QTimer.singleShot(0, self, self._reveal)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the excerpt in sight while the room for it changes."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._reveal)

    @Slot()
    def _reveal(self) -> None:
        """Scroll to the excerpt; only when laid out is it known where that is."""
        self._text.centerCursor()

    def show_item(self, included: Sequence[Included]) -> None:
        """Know what is in the briefing, and follow a trim or its undoing."""
        self._others = tuple(included)
        if self._item is not None:
            whole, theme = self._item.whole, self._item.theme
            found = [one for one in included if (one.whole, one.theme) == (whole, theme)]
            self._item = found[0] if found else None
            self._passage = self._item.passage if self._item else whole
        elif self._passage is not None:
            self._item = next((one for one in included if one.whole == self._passage), None)
        if self._source is not None:
            self._show_passage()

    def paint_marks(self) -> None:
        """Tint the excerpt; fade what is not the article."""
        if self._source is None or self._passage is None:
            return
        marks = [
            self._mark(part.start, part.end, None, self.tokens.secondary)
            for part in self._source.segments
            if part.kind is not Kind.BODY
        ]
        inside = {one.passage for one in self._others if one.passage.source == self._source.id}
        places = inside.union(self._shown.excerpts if self._shown else ())
        for other in sorted(places - {self._passage}):
            mark = self._mark(other.start, other.end, None, self.tokens.text)
            mark.format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            marks.append(mark)
        self._map.show_places(len(self._source.text), places, inside, self._passage)
        ground = self.tokens.highlight
        marks.append(self._mark(self._passage.start, self._passage.end, ground, self.tokens.text))
        self._text.setExtraSelections(marks)

    def text(self) -> str:
        """The words shown, those of the excerpt."""
        if self._source is None or self._passage is None:
            return ""
        return self._source.text[self._passage.start : self._passage.end]

    def trim(self, edge: str, by: int) -> None:
        """Move the `start` or `end` of what is printed by one word."""
        if self._source is None or self._passage is None or self._item is None:
            return
        start, end = next_range(self._source, self._passage, edge, by)
        if (start, end) != (self._passage.start, self._passage.end):
            self._passage = Passage(self._source.id, start, end)
            self._show_passage()
            self.trimmed.emit(self._item, start, end)

    def _show_passage(self) -> None:
        if self._source is None or self._passage is None:
            return
        if self._passage.start == self._passage.end:
            self._proof.setText(f"The stored text · SHA-256 {self._source.sha256[:12]}…")
            self.paint_marks()
            return
        cut = self._item is not None and self._item.whole != self._passage
        self._proof.setText(
            f"Verbatim: characters {self._passage.start:,}–{self._passage.end:,} of the stored text"
            f"{' · ✂ trimmed' if cut else ''} · SHA-256 {self._source.sha256[:12]}…"
        )
        for button in self._trimming:
            button.setEnabled(self._item is not None)
        self.paint_marks()

    def _trims(self, row: Flow) -> None:
        self._trimming: list[QToolButton] = []
        for key, title, name, edge, by in _STEPS:
            button = QToolButton()
            button.setText(title)
            button.setProperty("chip", True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setAccessibleName(name)
            button.setToolTip(f"{name} by a word ({key}); an ellipsis marks what is left out")
            button.clicked.connect(lambda _=False, e=edge, b=by: self.trim(e, b))
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda e=edge, b=by: self.trim(e, b))
            button.setEnabled(False)
            self._trimming.append(button)
            row.addWidget(button)

    def _walks(self, row: Flow) -> None:
        """Buttons that lead through the excerpts of the source, and through the sources."""
        for key, title, name, act in (
            ("B", "Excerpt ◂", "Previous excerpt in the source", partial(self.walk, -1)),
            ("N", "▸", "Next excerpt in the source", partial(self.walk, 1)),
            (
                "Ctrl+PgUp",
                "Source ◂",
                "Previous source of the list",
                partial(self.stepped.emit, -1),
            ),
            ("Ctrl+PgDown", "▸", "Next source of the list", partial(self.stepped.emit, 1)),
        ):
            button = QToolButton()
            button.setText(title)
            button.setProperty("chip", True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({key})")
            button.clicked.connect(lambda _=False, act=act: act())
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
            row.addWidget(button)

    def _on_pointed(self, share: float) -> None:
        """Scroll to where a tick of the map was clicked."""
        bar = self._text.verticalScrollBar()
        bar.setValue(round(share * (bar.maximum() + bar.pageStep()) - bar.pageStep() / 2))

    def _acts(self) -> Flow:
        row = Flow()
        self._walks(row)
        self._trims(row)
        add = QPushButton("Add")
        add.setAccessibleName("Add selection")
        add.setToolTip("Make an excerpt of what is selected (A)")
        shortcut = QShortcut(QKeySequence("A"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._on_add)
        add.clicked.connect(self._on_add)
        speaker = QPushButton("Speaker…")
        speaker.setToolTip("Correct who speaks in this excerpt")
        speaker.setAccessibleName("Correct speaker")
        speaker.clicked.connect(self._on_speaker)
        original = QPushButton("Original")
        original.setAccessibleName("Open original")
        original.setToolTip("Open the file that was taken in")
        original.clicked.connect(self._on_original)
        for button in (add, speaker, original):
            row.addWidget(button)
        return row

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

    def _on_speaker(self) -> None:
        if self._passage is not None:
            self.speaker_wanted.emit(self._item.whole if self._item else self._passage)

    def _on_original(self) -> None:
        if self._source is not None:
            self.original_wanted.emit(self._source.path)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _points(text: str, units: int) -> int:
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))
