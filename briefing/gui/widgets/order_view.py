"""What is in the briefing, in the order of the page: quotations by theme, and the analyst's own text."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QWidget,
)

from briefing.gui.appearance import reading_font
from briefing.gui.disputes import Dispute
from briefing.gui.item_models.carrying import carried, carry, drag
from briefing.gui.widgets.landing import PARKED, Landing, landing_at
from briefing.gui.widgets.order_words import order_words
from briefing.model.citing import Mention, parts_of
from briefing.model.desk import Desk, Included
from briefing.model.passage import Passage
from briefing.model.theme import Theme

_ITEM = int(Qt.ItemDataRole.UserRole)
_SECTION = _ITEM + 1
"""Id of the theme under which a line stands, or `PARKED`."""
_KEY_POINTS = "key-points"
_FAR = 1_000_000
"""Places by which a quotation is moved to the top or the bottom of its section."""
_BRACKET, _BRACKETS = 8, 3
"""Pixels that a bracket takes, and how many stand beside one another."""
_MOVES = {
    (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier): -1,
    (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier): 1,
    (Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier): -_FAR,
    (Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier): (
        _FAR
    ),
}


class OrderView(QTreeWidget):
    """Quotations are dragged, or moved by Alt and the arrows: up, down, to the section beside.

    Del takes a quotation out, P parks it, Enter shows its source or own text, 1 to 9 puts it under
    the n-th theme, Ctrl+Enter asks under which.
    """

    moved = Signal(object, int)
    shifted = Signal(object, int)
    """An `Included`, and by how many themes it is to be moved."""
    placed = Signal(object, str, object)
    """Passages that were let go of, the theme, and the passage before which they are to stand."""
    numbered = Signal(object, int)
    """An `Included` and the number of the theme, from 1, under which it is to stand."""
    sections_wanted = Signal(object, QPoint)
    menu_wanted = Signal(object, QPoint)
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
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)
        self.setAutoScroll(True)
        self._parked: tuple[Included, ...] = ()
        self._shown: object = None
        self._last: tuple[Desk, tuple[Theme, ...]] | None = None
        self._due = False
        self._themes: tuple[Theme, ...] = ()
        self._lines_of: Mapping[str, int] = {}
        self._known: tuple[Included, ...] = ()
        self._numbers: Mapping[Passage, int] = {}
        self._disputes: tuple[Dispute, ...] = ()
        self._landing: Landing | None = None
        self.currentItemChanged.connect(self._on_current)
        self.itemActivated.connect(self._on_activated)

    def show_desk(self, desk: Desk, themes: tuple[Theme, ...]) -> None:
        """List what is in the briefing; at once where it can be seen, else once someone looks."""
        self._last, self._due = (desk, themes), True
        if self.isVisible():
            self._list()

    def showEvent(self, event: QShowEvent) -> None:
        """It can be seen from now on."""
        self._list()
        super().showEvent(event)

    def _list(self) -> None:
        """List what is due to be listed."""
        if self._last is None or not self._due:
            return
        (desk, themes), self._due = self._last, False
        look = self.palette().cacheKey()
        shown = (desk.included, desk.parked, desk.notes, themes, look)
        if shown == self._shown:
            return
        self._shown = shown
        chosen = self._included(self.currentItem())
        self._parked, self._themes = desk.parked, themes
        self._known = (*desk.included, *desk.parked)
        self.blockSignals(True)
        self.clear()
        notes = {note.section: note.text for note in desk.notes}
        self._own(_KEY_POINTS, "Key points", notes.get(_KEY_POINTS))
        for theme in themes:
            items = [item for item in desk.included if item.theme == theme.id]
            if items:
                group = self._group(self._head(theme, items), theme.id)
                self._own(theme.id, theme.title, notes.get(theme.id), group)
                for item in items:
                    self._quotation(group, item, theme.id)
        if desk.parked:
            group = self._group(f"Parked, not printed   {len(desk.parked)}", PARKED)
            for item in desk.parked:
                self._quotation(group, item, PARKED)
        self.expandAll()
        self.blockSignals(not self.isVisible())  # what was chosen before is not chosen anew
        self._choose(chosen)
        self.blockSignals(False)

    def _list_later(self) -> bool:
        """List all anew once someone looks, if nobody does now."""
        if self.isVisible():
            return False
        self._shown, self._due = None, True
        return True

    def show_lines(self, lines: Mapping[str, int]) -> None:
        """Show how many lines of the page each theme fills, as far as they are counted."""
        if lines == self._lines_of:
            return
        self._lines_of = lines
        if self._list_later():
            return
        for theme in self._themes:
            items = [item for item in self._known if item.theme == theme.id]
            for row in range(self.topLevelItemCount()):
                group = self.topLevelItem(row)
                if group is not None and group.data(0, _SECTION) == theme.id:
                    printed = [item for item in items if item not in self._parked]
                    group.setText(0, self._head(theme, printed))

    def _head(self, theme: Theme, items: Sequence[Included]) -> str:
        """A theme, and how much of it there is: in lines of the page, in words until they are counted."""
        lines = self._lines_of.get(theme.id)
        if lines:
            much = f"{lines:,} line{'s' * (lines != 1)}"
        else:
            much = f"{sum(len(item.text.split()) for item in items):,} words"
        return f"{theme.title}   {len(items)} · {much}"

    def show_numbers(self, numbers: Mapping[Passage, int]) -> None:
        """Show the number of the note that each quotation has on the page."""
        if numbers == self._numbers:
            return
        self._numbers = numbers
        if self._list_later():
            return
        self.blockSignals(True)
        for line in self._lines():
            if item := self._included(line):
                line.setText(0, self._words(item))
        self.blockSignals(False)

    def show_disputes(self, disputes: tuple[Dispute, ...]) -> None:
        """Draw together the quotations that say otherwise than one another."""
        if disputes != self._disputes:
            self._disputes = disputes
            if self._list_later():
                return
            self.blockSignals(True)
            for line in self._lines():
                if item := self._included(line):
                    line.setText(0, self._words(item))
            self.blockSignals(False)
            self.viewport().update()

    def selected(self) -> Included | None:
        """The quotation that is selected."""
        self._list()
        return self._included(self.currentItem())

    def go_to(self, item: Included) -> None:
        """Select the line of a quotation."""
        self._choose(item)

    def go_to_section(self, section: str) -> bool:
        """Select where one's own text of a section is written; whether there is such a place."""
        for line in self._lines():
            known = line.data(0, _ITEM)
            if not isinstance(known, Included) and known and known[0] == section:
                self.setCurrentItem(line)
                return True
        return False

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, take out, park."""
        item = self._included(self.currentItem())
        if item is None or not self._moves(event, item):
            super().keyPressEvent(event)

    def _moves(self, event: QKeyEvent, item: Included) -> bool:
        """Do what a key says of `item`; whether it said something."""
        key, held = Qt.Key(event.key()), event.modifiers()
        held &= ~Qt.KeyboardModifier.KeypadModifier
        alt, control = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
        if (key, held) in _MOVES:
            self.moved.emit(item, _MOVES[key, held])
        elif held == alt and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.shifted.emit(item, -1 if key == Qt.Key.Key_Left else 1)
        elif held == control and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.sections_wanted.emit(item, self._below())
        elif held:
            return False
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Space):
            self.left_out.emit(item)
        elif key == Qt.Key.Key_C:
            self.compared.emit(item)
        elif key == Qt.Key.Key_P:
            self.parked.emit(item, item not in self._parked)
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.numbered.emit(item, key - Qt.Key.Key_0)
        else:
            return False
        return True

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the acts on a quotation."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        line = self.currentItem() if by_key else self.itemAt(event.pos())
        if item := self._included(line):
            self.menu_wanted.emit(item, self._below() if by_key else event.globalPos())

    def _below(self) -> QPoint:
        """Where a menu opens for the selected line."""
        box = self.visualRect(self.currentIndex())
        return self.viewport().mapToGlobal(box.bottomLeft())

    # Dragging

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Carry the quotation that is selected."""
        del actions
        if item := self.selected():
            drag(self, carry([item.whole], item.text))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take excerpts."""
        if carried(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where they would come to stand; scroll at the edges."""
        point, edge = event.position().toPoint(), self.autoScrollMargin()
        if not edge < point.y() < self.viewport().height() - edge:
            self.startAutoScroll()
        self._show_landing(self._landing_at(point))
        event.setAccepted(self._landing is not None)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They go elsewhere."""
        del event
        self.stopAutoScroll()
        self._show_landing(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """They are let go of."""
        self.stopAutoScroll()
        landing, places = self._landing_at(event.position().toPoint()), carried(event.mimeData())
        self._show_landing(None)
        if landing is None or not places:
            event.ignore()
            return
        event.acceptProposedAction()
        self.placed.emit(places, landing.section, landing.before)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines, what differs drawn together, and where what is dragged would land."""
        super().paintEvent(event)
        if self._disputes:
            self._draw_brackets()
        if self._landing:
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self.palette().highlight().color(), 2))
            y = self._landing.y
            painter.drawLine(4, y, self.viewport().width() - 4, y)
            painter.end()

    def _draw_brackets(self) -> None:
        """A bracket at the margin for each dispute, beside one another."""
        boxes = {
            item.passage: self.visualItemRect(line)
            for line in self._lines()
            if (item := self._included(line)) and item not in self._parked
        }
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self.palette().text().color(), 2))
        for place, dispute in enumerate(self._disputes):
            heights = [
                boxes[one].center().y() for one in dispute if one in boxes and boxes[one].isValid()
            ]
            if len(heights) > 1:
                x = self.viewport().width() - _BRACKET * (place % _BRACKETS + 1)
                painter.drawLine(x, min(heights), x, max(heights))
                for y in heights:
                    painter.drawLine(x - _BRACKET // 2, y, x, y)
        painter.end()

    def _landing_at(self, point: QPoint) -> Landing | None:
        lines = [
            (line.data(0, _SECTION), item.whole if item else None, self.visualItemRect(line))
            for line in self._lines()
            if line.data(0, _SECTION)
            for item in (self._included(line),)
        ]
        return landing_at(lines, point.y())

    def _show_landing(self, landing: Landing | None) -> None:
        if landing != self._landing:
            self._landing = landing
            self.viewport().update()

    # Lines

    def _lines(self) -> list[QTreeWidgetItem]:
        self._list()
        found, lines = [], QTreeWidgetItemIterator(self)
        while (line := lines.value()) is not None:
            found.append(line)
            lines += 1
        return found

    def _group(self, title: str, section: str = "") -> QTreeWidgetItem:
        group = QTreeWidgetItem(self, [title])
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        group.setData(0, _SECTION, section)
        return group

    def _own(
        self, section: str, title: str, text: str | None, group: QTreeWidgetItem | None = None
    ) -> None:
        words = self._cited(text) if text else "Write your own judgment here (Enter)"
        line = QTreeWidgetItem(group if group is not None else self._group(title), [f"✎ {words}"])
        line.setData(0, _ITEM, (section, title))
        line.setData(0, _SECTION, section if group is not None else "")
        line.setFlags(line.flags() & ~Qt.ItemFlag.ItemIsDragEnabled)
        if not text:
            line.setForeground(0, self.palette().placeholderText())

    def _cited(self, text: str) -> str:
        """Own words with the sources that they cite by name."""
        names = {item.whole.source: item.label for item in self._known}
        told = []
        for part in parts_of(text):
            if isinstance(part, Mention):
                found = (name for source, name in names.items() if source.startswith(part.source))
                told.append(f" [{next(found, 'a source')}]")
            else:
                told.append(part)
        return "".join(told)

    def _quotation(self, group: QTreeWidgetItem, item: Included, section: str) -> None:
        line = QTreeWidgetItem(group, [self._words(item)])
        line.setFont(0, reading_font(self.font().pointSizeF()))
        line.setData(0, _ITEM, item)
        line.setData(0, _SECTION, section)
        line.setToolTip(0, item.text)

    def dress_lines(self) -> None:
        """Show quotations in the font and size that are chosen."""
        font = reading_font(self.font().pointSizeF())
        lines = QTreeWidgetItemIterator(self)
        while (line := lines.value()) is not None:
            if isinstance(line.data(0, _ITEM), Included):
                line.setFont(0, font)
            lines += 1

    def _words(self, item: Included) -> str:
        others = [
            str(self._numbers.get(other, "–"))
            for dispute in self._disputes
            if item.passage in dispute
            for other in dispute
            if other != item.passage
        ]
        return order_words(item, self._numbers.get(item.passage), tuple(dict.fromkeys(others)))

    def _included(self, line: QTreeWidgetItem | None) -> Included | None:
        item = line.data(0, _ITEM) if line else None
        return item if isinstance(item, Included) else None

    def _choose(self, item: Included | None) -> None:
        """Select the line of `item`, wherever it stands now."""
        lines = [(line, found) for line in self._lines() if (found := self._included(line))]
        for line, found in lines:
            if item and found.whole == item.whole:
                self.setCurrentItem(line)
                return

    def _on_current(self, line: QTreeWidgetItem | None, _: QTreeWidgetItem | None) -> None:
        if item := self._included(line):
            self.chosen.emit(item)

    def _on_activated(self, line: QTreeWidgetItem, _: int) -> None:
        item = line.data(0, _ITEM)
        if isinstance(item, Included):
            self.opened.emit(item)
        elif item:
            self.own_text_wanted.emit(*item)
