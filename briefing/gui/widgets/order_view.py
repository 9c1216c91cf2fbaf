"""What is in the briefing, in the order of the page: quotations by theme, and the analyst's own text."""

from textwrap import shorten

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QTreeWidgetItemIterator, QWidget

from briefing.gui.appearance import reading_font
from briefing.gui.item_models.cards import spell
from briefing.model.desk import Desk, Included
from briefing.model.theme import Theme

_ITEM = int(Qt.ItemDataRole.UserRole)
_KEY_POINTS = "key-points"
_SHOWN = 84
"""Characters of a quotation that the list shows."""


class OrderView(QTreeWidget):
    """Alt+Up and Alt+Down move a quotation, Del takes it out, Enter shows its source or own text."""

    moved = Signal(object, int)
    left_out = Signal(object)
    opened = Signal(object)
    chosen = Signal(object)
    compared = Signal(object)
    parked = Signal(object, bool)
    own_text_wanted = Signal(str, str)
    """Section and title of a piece of own text to write."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("In briefing")
        self.setHeaderHidden(True)
        self.setColumnCount(1)
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        self._parked: tuple[Included, ...] = ()
        self.currentItemChanged.connect(self._on_current)
        self.itemActivated.connect(self._on_activated)

    def show_desk(self, desk: Desk, themes: tuple[Theme, ...]) -> None:
        """List what is in the briefing."""
        chosen = self._included(self.currentItem())
        self._parked = desk.parked
        self.blockSignals(True)
        self.clear()
        notes = {note.section: note.text for note in desk.notes}
        self._own(_KEY_POINTS, "Key points", notes.get(_KEY_POINTS))
        for theme in themes:
            items = [item for item in desk.included if item.theme == theme.id]
            if items:
                group = self._group(f"{theme.title}   {len(items)}")
                self._own(theme.id, theme.title, notes.get(theme.id), group)
                for number, item in enumerate(items, 1):
                    self._quotation(group, number, item)
        if desk.parked:
            group = self._group(f"Parked, not printed   {len(desk.parked)}")
            for number, item in enumerate(desk.parked, 1):
                self._quotation(group, number, item)
        self.expandAll()
        self.blockSignals(False)
        self._choose(chosen)

    def selected(self) -> Included | None:
        """The quotation that is selected."""
        return self._included(self.currentItem())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, take out, park."""
        item = self._included(self.currentItem())
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if item and alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(item, -1 if event.key() == Qt.Key.Key_Up else 1)
        elif item and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Space):
            self.left_out.emit(item)
        elif item and event.key() == Qt.Key.Key_C:
            self.compared.emit(item)
        elif item and event.key() == Qt.Key.Key_P:
            self.parked.emit(item, item not in self._parked)
        else:
            super().keyPressEvent(event)

    def _group(self, title: str) -> QTreeWidgetItem:
        group = QTreeWidgetItem(self, [title])
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        return group

    def _own(
        self, section: str, title: str, text: str | None, group: QTreeWidgetItem | None = None
    ) -> None:
        words = text or "Write your own judgment here (Enter)"
        line = QTreeWidgetItem(group if group is not None else self._group(title), [f"✎ {words}"])
        line.setData(0, _ITEM, (section, title))
        if not text:
            line.setForeground(0, self.palette().placeholderText())

    def _quotation(self, group: QTreeWidgetItem, number: int, item: Included) -> None:
        who = item.by or "speaker unknown"
        cut = "✂ " if item.whole != item.passage else ""
        words = cut + shorten(item.text, _SHOWN, placeholder=" …")
        place = f"{who} · {item.label} · {spell(item.published)}"
        line = QTreeWidgetItem(group, [f"{number}  {words}\n     {place}"])
        line.setFont(0, reading_font(self.font().pointSizeF()))
        line.setData(0, _ITEM, item)
        line.setToolTip(0, item.text)

    def _included(self, line: QTreeWidgetItem | None) -> Included | None:
        item = line.data(0, _ITEM) if line else None
        return item if isinstance(item, Included) else None

    def _choose(self, item: Included | None) -> None:
        if item is None:
            return
        lines = QTreeWidgetItemIterator(self)
        while (line := lines.value()) is not None:
            found = self._included(line)
            if found and (found.whole, found.theme) == (item.whole, item.theme):
                self.setCurrentItem(line)
                return
            lines += 1

    def _on_current(self, line: QTreeWidgetItem | None, _: QTreeWidgetItem | None) -> None:
        if item := self._included(line):
            self.chosen.emit(item)

    def _on_activated(self, line: QTreeWidgetItem, _: int) -> None:
        item = line.data(0, _ITEM)
        if isinstance(item, Included):
            self.opened.emit(item)
        elif item:
            self.own_text_wanted.emit(*item)
