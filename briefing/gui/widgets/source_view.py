"""The source of an excerpt: its words where they stand, and what is known of the document."""

from collections.abc import Sequence
from functools import partial
from pathlib import PurePath

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
    QTextCharFormat,
)
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from briefing.gui.appearance import LIGHT, Tokens, reading_font
from briefing.gui.bidi import apart
from briefing.gui.item_models.cards import spell, spell_short
from briefing.gui.source_facts import SPEAKER, facts
from briefing.gui.trimming import next_range
from briefing.gui.widgets.fact_line import FactLine
from briefing.gui.widgets.find_line import FindLine
from briefing.gui.widgets.one_line import Heading, OneLine
from briefing.gui.widgets.overflow import Overflow
from briefing.gui.widgets.place_map import PlaceMap
from briefing.gui.widgets.source_text import SourceText
from briefing.model.desk import Included, ShownSource
from briefing.model.passage import Passage
from briefing.model.source import Source
from briefing.words import mark, say, say_many

_STEPS = (
    ("[", mark("Start ◂"), mark("Start earlier"), "start", -1),
    ("]", "▸", mark("Start later"), "start", 1),
    ("{", mark("End ◂"), mark("End earlier"), "end", -1),
    ("}", "▸", mark("End later"), "end", 1),
)
_ROOMY = 19
"""Lines of text for which the view needs room before it shows more than words and buttons."""


class SourceView(QWidget):
    """Shows a source, read only, with the excerpt tinted.

    A selection can become an excerpt; an excerpt that is in the briefing can be trimmed to whole
    words. In little room the words come first, and all else waits under "More".
    """

    selection_added = Signal(object)
    """The `Passage` that was selected."""
    trimmed = Signal(object, int, int)
    """An `Included`, and where what is printed of it begins and ends."""
    original_wanted = Signal(str)
    """The path of the file to open, and its SHA-256."""
    walked = Signal(object)
    """The `Passage` of the excerpt of the same source that is shown now."""
    stepped = Signal(int)
    """The source before (-1) or after this one is wanted."""
    speaker_corrected = Signal(object, object)
    """A `Passage`, and who speaks there; `None` goes back to what was found."""
    corrected = Signal(str, object)
    """The name of a `Field` of the source, and its value or `None`."""
    compared = Signal(object)
    """The `Passage` that is to be held against other sources."""
    similar_wanted = Signal(str)
    """Words of which a theme is to find more."""
    left = Signal()
    """The person wants to go back where they came from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tokens: Tokens = LIGHT
        self._shown: ShownSource | None = None
        self._source: Source | None = None
        self._passage: Passage | None = None
        self._item: Included | None = None
        self._others: tuple[Included, ...] = ()
        self._mine: tuple[Included, ...] = ()
        """Those of the source that is shown."""
        self._stale = False
        self._title = Heading(say("No source is open. Press Enter on an excerpt."))
        self._known = OneLine()
        self._known.setProperty("quiet", True)
        self._text = SourceText()
        self._text.add_wanted.connect(self._on_add)
        self._proof = OneLine()
        self._proof.setProperty("quiet", True)
        self._proof.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.find_line = FindLine(self._text)
        self.facts = FactLine()
        self.facts.corrected.connect(self._on_corrected)
        self.facts.left.connect(self._text.setFocus)
        self._map = PlaceMap()
        self._map.pointed.connect(self._on_pointed)
        self._row = self._acts()
        self._row.filled.connect(self._on_menu)
        middle = QHBoxLayout()
        middle.setSpacing(2)
        middle.addWidget(self._text, 1)
        middle.addWidget(self._map)
        column = QVBoxLayout(self)
        above: tuple[QWidget, ...] = (self._title, self._known, self.find_line)
        below: tuple[QWidget, ...] = (self._row, self.facts, self._proof)
        for part in above:
            column.addWidget(part)
        column.addLayout(middle, 1)
        for part in below:
            column.addWidget(part)

    @property
    def words(self) -> SourceText:
        """The text, for the keys."""
        return self._text

    def shown(self) -> ShownSource | None:
        """What is shown."""
        return self._shown

    def passage(self) -> Passage | None:
        """The place that is shown in it."""
        return self._passage

    def show_source(
        self, shown: ShownSource, passage: Passage, item: Included | None = None
    ) -> None:
        """Show a source with `passage` in sight; `item` if it is in the briefing."""
        self._source, self._item = shown.source, item
        self._passage = item.passage if item else passage
        self._mine = self._of(shown.source.id)
        self.dress_text()
        self._text.show_text(shown.source)
        self.find_line.end()
        self.renew(shown)
        self._go_to_passage()

    def renew(self, shown: ShownSource) -> None:
        """Show what is known of the source now, such as after a correction; its words stay."""
        self._stale = False
        self._shown, source, kept = shown, shown.source, shown.kept
        self._source = source
        untitled = say("untitled document ({file})", file=PurePath(source.path).name)
        self._title.setText(source.title or untitled)
        count = len(shown.excerpts)
        inside = sum(one.passage.source == source.id for one in self._others)
        known = [
            source.publisher or kept.publisher or say("publisher unknown"),
            spell(source.published),
            ", ".join(source.authors) or say("author unknown"),
            *([say("added {day}", day=_added(shown))] if shown.added else []),
            say_many("{n} excerpt, {inside} in", "{n} excerpts, {inside} in", count, inside=inside),
        ]
        self._known.setText(" · ".join(map(apart, known)))
        self._known.setToolTip(f"{self._known.text()}\n{source.path}")
        self._show_passage()

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

    def show_item(self, included: Sequence[Included]) -> None:
        """Know what is in the briefing, and follow a trim or its undoing."""
        self._others = tuple(included)
        before = self._item, self._passage, self._mine
        if self._item is not None:
            whole, theme = self._item.whole, self._item.theme
            found = [one for one in included if (one.whole, one.theme) == (whole, theme)]
            self._item = found[0] if found else None
            self._passage = self._item.passage if self._item else whole
        elif self._passage is not None:
            self._item = next((one for one in included if one.whole == self._passage), None)
        if self._shown is None:
            return
        self._mine = self._of(self._shown.source.id)
        if before == (self._item, self._passage, self._mine):
            return  # what changed stands in other sources
        if self.isVisible():
            self.renew(self._shown)
        else:
            self._stale = True

    def _of(self, source: str) -> tuple[Included, ...]:
        return tuple(one for one in self._others if one.passage.source == source)

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while it was not seen shows now."""
        super().showEvent(event)
        if self._stale and self._shown is not None:
            self.renew(self._shown)

    def paint_marks(self) -> None:
        """Tint the excerpt; fade what is not the article."""
        if self._source is None or self._passage is None:
            return
        tint = self._text.mark
        article = frozenset(self._source.article())
        marks = [
            tint(part.start, part.end, None, self.tokens.secondary)
            for part in self._source.segments
            if part not in article
        ]
        inside = {one.passage for one in self._others if one.passage.source == self._source.id}
        places = inside.union(self._shown.excerpts if self._shown else ())
        for other in sorted(places - {self._passage}):
            underlined = tint(other.start, other.end, None, self.tokens.text)
            underlined.format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            marks.append(underlined)
        self._map.show_places(len(self._source.text), places, inside, self._passage)
        ground = self.tokens.highlight
        marks.append(tint(self._passage.start, self._passage.end, ground, self.tokens.text))
        self._text.setExtraSelections(marks)
        self._text.show_here(self._passage)

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

    # Qt's side

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In little room the words come first."""
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text that is chosen."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.dress_text()
            self._make_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back where one came from."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # Details

    def dress_text(self) -> None:
        """Show the words in the font and size that are chosen."""
        self._text.setFont(reading_font(self.font().pointSizeF() + 1))
        self._text.floating.setFont(self.font())

    def _make_room(self) -> None:
        cramped = self.height() < _ROOMY * self.fontMetrics().lineSpacing()
        self._title.fold(on=cramped)
        self._known.setVisible(not cramped)
        self._proof.setVisible(not cramped)
        self.facts.fold(on=cramped)
        self._row.allow(1 if cramped else 2, more=cramped)

    def _on_menu(self, menu: QMenu) -> None:
        """What is not shown for want of room."""
        self.facts.list_in(menu)
        if self._proof.isHidden():
            menu.addAction(self._proof.text()).setEnabled(False)

    def _go_to_passage(self) -> None:
        if self._passage is not None:
            self._show_passage()
            self._text.go_to(self._passage)

    def _show_passage(self) -> None:
        if self._source is None or self._passage is None or self._shown is None:
            return
        self.facts.show_facts(facts(self._shown, self._passage))
        digest = f"SHA-256 {self._source.sha256[:12]}…"
        if self._passage.start == self._passage.end:
            self._proof.setText(f"{say('The stored text')} · {digest}")
        else:
            cut = self._item is not None and self._item.whole != self._passage
            told = say(
                "Verbatim ✓ characters {start}–{end} of the stored text",
                start=self._passage.start,
                end=self._passage.end,
            )
            trimmed = f" · ✂ {say('trimmed')}" if cut else ""
            self._proof.setText(f"{told}{trimmed} · {digest}")
        for button in self._trimming:
            button.setEnabled(self._item is not None)
        self.paint_marks()

    def _button(self, row: Overflow, title: str, name: str, key: str = "") -> QToolButton:
        button = QToolButton()
        button.setText(title)
        button.setProperty("chip", True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(name)
        button.setToolTip(f"{name} ({key})" if key else name)
        if key:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)
        row.add(button, f"{name}\t{key}" if key else name, joined=title == "▸")
        return button

    def _acts(self) -> Overflow:
        """What can be done, the most used first: the last have no room where there is little."""
        row = Overflow(2)
        self._button(row, say("Add"), say("Add selection"), "A").clicked.connect(self._on_add)
        for key, title, name, by in (
            ("B", say("Excerpt ◂"), say("Previous excerpt in the source"), -1),
            ("N", "▸", say("Next excerpt in the source"), 1),
        ):
            button = self._button(row, title, name, key)
            button.clicked.connect(partial(self._on_walk, by))
        self._trimming: list[QToolButton] = []
        for key, title, name, edge, by in _STEPS:
            button = self._button(row, say(title), say(name), key)
            told = say(
                "{act} by a word ({key}); an ellipsis marks what is left out",
                act=say(name),
                key=key,
            )
            button.setToolTip(told)
            button.clicked.connect(lambda _=False, e=edge, b=by: self.trim(e, b))
            button.setEnabled(False)
            self._trimming.append(button)
        compare = self._button(row, say("Compare"), say("Compare with other sources"), "C")
        compare.clicked.connect(self._on_compare)
        for key, title, name, by in (
            ("Ctrl+PgUp", say("Source ◂"), say("Previous source of the list"), -1),
            ("Ctrl+PgDown", "▸", say("Next source of the list"), 1),
        ):
            button = self._button(row, title, name, key)
            button.clicked.connect(lambda _=False, b=by: self.stepped.emit(b))
        original = self._button(row, say("Original"), say("Open original"))
        original.setToolTip(
            say("Open the file that was taken in; Ctrl+Alt+O shows it in its folder")
        )
        original.clicked.connect(self._on_original)
        more = self._button(row, say("More like this…"), say("Find more like the selection"), "M")
        more.setToolTip(
            say("Let a theme find more like the selection (M); or drag it onto the theme")
        )
        more.clicked.connect(self._on_similar)
        return row

    def _on_pointed(self, share: float) -> None:
        """Scroll to where a tick of the map was clicked."""
        bar = self._text.verticalScrollBar()
        bar.setValue(round(share * (bar.maximum() + bar.pageStep()) - bar.pageStep() / 2))

    def _on_walk(self, by: int, _: bool = False) -> None:  # noqa: FBT002 - Qt's own
        self.walk(by)

    def _on_compare(self) -> None:
        if self.text() and self._passage is not None:
            self.compared.emit(self._passage)

    def _on_add(self) -> None:
        if place := self._text.selected():
            self.selection_added.emit(place)

    def _on_similar(self) -> None:
        """Of what is selected, or of the excerpt where nothing is."""
        if words := self._text.selected_words() or self.text():
            self.similar_wanted.emit(words)

    def _on_corrected(self, name: str, value: str | None) -> None:
        if name != SPEAKER:
            self.corrected.emit(name, value)
        elif self._passage is not None:
            place = self._item.whole if self._item else self._passage
            self.speaker_corrected.emit(place, value)

    def _on_original(self) -> None:
        if self._shown is not None:
            self.original_wanted.emit(self._shown.kept.path)


def _added(shown: ShownSource) -> str:
    """When it came to the library; the year where that is not the one it came out in."""
    day, out = shown.added, shown.source.published
    if day is None or (out and out.year == day.year):
        return spell_short(day) if day else ""
    return spell(day)
