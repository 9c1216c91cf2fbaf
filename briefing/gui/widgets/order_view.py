"""What is in the briefing, in the order of the page: quotations by theme, and the analyst's own text."""

from collections.abc import Mapping, Sequence

from msgspec import Struct
from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QTreeWidgetItem,
    QWidget,
)

from briefing.gui.disputes import Dispute
from briefing.gui.grouping import SECTIONS, is_of_page
from briefing.gui.view_models.timers import timer
from briefing.gui.widgets.order_brackets import draw_brackets, room_for
from briefing.gui.widgets.order_keys import MOVES
from briefing.gui.widgets.order_lines import first_title
from briefing.gui.widgets.order_parts import parts
from briefing.gui.widgets.order_tree import ITEM, SECTION, OrderTree
from briefing.model.desk import Backing, Desk, Included
from briefing.model.passage import Passage
from briefing.model.theme import Theme
from briefing.words import say

_REST = 350
"""Milliseconds for which the list lies still before it is looked up who else says so."""


class _Here(Struct, frozen=True):
    """What was selected before the list was made anew, at which place, and whether it was printed."""

    known: Included | tuple[str, str]
    place: int
    printed: bool


class OrderView(OrderTree):
    """Quotations are dragged, or moved by Alt and the arrows: up, down, to the section beside.

    Del takes a quotation out, P parks it, Enter shows its source or own text, C compares, N writes a
    note, 1 to 9 puts it under the n-th theme, Ctrl+Enter asks under which.
    """

    moved = Signal(object, int)
    kept_in_place = Signal()
    """A quotation was to be moved between others while it cannot be seen how they stand on the page."""
    sections_needed = Signal()
    """What was asked for only stands in the sections of the page."""
    shifted = Signal(object, int)
    """An `Included`, and by how many themes it is to be moved."""
    numbered = Signal(object, int)
    """An `Included` and the number of the theme, from 1, under which it is to stand."""
    sections_wanted = Signal(object, QPoint)
    menu_wanted = Signal(object, QPoint)
    left_out = Signal(object)
    opened = Signal(object)
    chosen = Signal(object)
    compared = Signal(object)
    parked = Signal(object, bool)
    noted = Signal(object)
    copied = Signal(object)
    rested = Signal(object)
    """The `Included` that are in sight, once they have been for a moment."""
    own_text_wanted = Signal(str, str)
    """Section and title of a piece of own text to write."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("In briefing"))
        self._shown: object = None
        self._last: tuple[Desk, tuple[Theme, ...]] | None = None
        self._due = False
        self._lines_of: Mapping[str, int] = {}
        self.painter_of_lines.pointed.connect(self._on_pointed)
        self._rest = timer(self, _REST, self._on_rest)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._rest.start())
        self.currentItemChanged.connect(self._on_current)
        self.itemActivated.connect(self._on_activated)

    def show_desk(self, desk: Desk, themes: tuple[Theme, ...]) -> None:
        """List what is in the briefing; at once where it can be seen, else once someone looks."""
        self._last, self._due = (desk, themes), True
        if self.isVisible():
            self._list()

    def group_by(self, by: str) -> None:
        """Group the quotations by another of `GROUPINGS`; their order on the page stays."""
        if by != self._by:
            self._by, self._due = by, True
            if self.isVisible():
                self._list()
                self.scrollTo(self.currentIndex())

    def showEvent(self, event: QShowEvent) -> None:
        """It can be seen from now on."""
        self._list()
        if self.currentItem() is None and self._known:
            self.blockSignals(True)  # who only looks has chosen nothing
            self._choose(self._known[0])
            self.blockSignals(False)
        super().showEvent(event)

    def _list(self) -> None:
        """List what is due to be listed."""
        if self._last is None or not self._due:
            return
        (desk, themes), self._due = self._last, False
        look = self.palette().cacheKey()
        noted = frozenset(desk.remarks)
        first = first_title(desk.settings.template)
        shown = (desk.included, desk.parked, desk.notes, themes, noted, look, first, self._by)
        if shown == self._shown:
            return
        self._shown = shown
        here = self._here()
        focused = self.hasFocus()
        place = self.verticalScrollBar().value()
        self._parked, self._noted = desk.parked, noted
        self._titles = {theme.id: theme.title for theme in themes}
        self._known = (*desk.included, *desk.parked)
        self.blockSignals(True)
        self.clear()
        for part in parts(desk, themes, self._by, self._lines_of):
            self._add(part)
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(place)
        self.blockSignals(not self.isVisible())  # what was chosen before is not chosen anew
        self._choose_again(here)
        self.blockSignals(False)
        if focused:
            self.setFocus()
        self._rest.start()

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
        if self._last is None:
            return
        for part in parts(*self._last, self._by, lines):
            for row in range(self.topLevelItemCount()):
                group = self.topLevelItem(row)
                if part.head and group is not None and group.data(0, SECTION) == part.section:
                    self._say(group, part.head)

    def show_numbers(self, numbers: Mapping[Passage, int]) -> None:
        """Show the number of the note that each quotation has on the page."""
        if numbers == self._numbers:
            return
        self._numbers = numbers
        if not self._list_later():
            self._say_again()

    def show_disputes(self, disputes: tuple[Dispute, ...]) -> None:
        """Draw together the quotations that say otherwise than one another."""
        if disputes != self._disputes:
            self._disputes = disputes
            self.painter_of_lines.aside = room_for(len(disputes))
            if not self._list_later():
                self._say_again()

    def show_backing(self, backing: Mapping[Passage, Backing]) -> None:
        """Show how many origins say what the quotations say, as far as that is known."""
        self._backing = backing
        if not self._list_later():
            self._say_again()

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
            known = line.data(0, ITEM)
            if not isinstance(known, Included) and known and known[0] == section:
                self.setCurrentItem(line)
                return True
        if self._by != SECTIONS:
            self.sections_needed.emit()
            return self._by == SECTIONS and self.go_to_section(section)
        return False

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, take out, park."""
        item, key = self._included(self.currentItem()), event.key()
        if not event.modifiers() and key in (Qt.Key.Key_J, Qt.Key.Key_K):
            step = self.itemBelow if key == Qt.Key.Key_J else self.itemAbove
            here = self.currentItem() or self.topLevelItem(0)
            if here is not None and (line := step(here)) is not None:
                self.setCurrentItem(line)
        elif item is None or not self._moves(event, item):
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Nothing: letters are commands here."""

    def _moves(self, event: QKeyEvent, item: Included) -> bool:
        """Do what a key says of `item`; whether it said something."""
        key, held = Qt.Key(event.key()), event.modifiers()
        held &= ~Qt.KeyboardModifier.KeypadModifier
        alt, control = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
        if (key, held) in MOVES and is_of_page(self._by):
            self.moved.emit(item, MOVES[key, held])
        elif (key, held) in MOVES:
            self.kept_in_place.emit()
        elif held == alt and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.shifted.emit(item, -1 if key == Qt.Key.Key_Left else 1)
        elif held == control and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.sections_wanted.emit(item, self._below())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit(item)
        elif held:
            return False
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Space):
            self.left_out.emit(item)
        elif key == Qt.Key.Key_C:
            self.compared.emit(item)
        elif key == Qt.Key.Key_N:
            self.noted.emit(item)
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

    def carried_here(self) -> tuple[list[Passage], str] | None:
        """The quotation that is selected, to be carried."""
        item = self.selected()
        return ([item.whole], item.text) if item else None

    def stands(self) -> list[tuple[str, Passage | None, QRect]]:
        """Where lines stand on which one can let go: section, quotation, and where it is."""
        if not is_of_page(self._by):
            return []
        return [
            (line.data(0, SECTION), item.whole if item else None, self.visualItemRect(line))
            for line in self._lines()
            if line.data(0, SECTION)
            for item in (self._included(line),)
        ]

    def takes_anywhere(self, places: Sequence[Passage]) -> bool:
        """Grouped otherwise than the page, it takes what is not in yet, and not between its lines."""
        known = {item.whole for item in self._known}
        return not is_of_page(self._by) and not known.issuperset(places)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines, and what differs drawn together."""
        super().paintEvent(event)
        if self._disputes:
            self._draw_brackets()

    def _draw_brackets(self) -> None:
        boxes = {
            item.passage: self.visualItemRect(line)
            for line in self._lines()
            if (item := self._included(line)) and item not in self._parked
        }
        draw_brackets(self.viewport(), boxes, self._disputes)

    def _lines(self) -> list[QTreeWidgetItem]:
        self._list()
        return super()._lines()

    def _here(self) -> _Here | None:
        """What is selected: a quotation, or where own words are written."""
        line = self.currentItem()
        if line is None or not (known := line.data(0, ITEM)):
            return None
        lines = [one for one in self._lines() if one.data(0, ITEM)]
        return _Here(known, lines.index(line), known not in self._parked)

    def _choose_again(self, here: _Here | None) -> None:
        """Select the same in the list as it is now; what took its place, where it left or was parked."""
        if here is None:
            return
        if isinstance(here.known, Included):
            whole = here.known.whole
            now = next((one for one in self._known if one.whole == whole), None)
            if now is not None and not (here.printed and now in self._parked):
                self._choose(now)
                return
        elif self.go_to_section(here.known[0]):
            return
        lines = [line for line in self._lines() if line.data(0, ITEM)]
        around = (*lines[here.place :], *lines[: here.place][::-1])
        line = next(filter(self._included, around), around[0] if around else None)
        if line is not None:
            self.setCurrentItem(line)

    def _choose(self, item: Included | None) -> None:
        """Select the line of `item`, wherever it stands now."""
        lines = [(line, found) for line in self._lines() if (found := self._included(line))]
        for line, found in lines:
            if item and found.whole == item.whole:
                self.setCurrentItem(line)
                return

    def _on_rest(self) -> None:
        seen = [
            item
            for line in self._lines()
            if (item := self._included(line))
            and self.visualItemRect(line).intersects(self.viewport().rect())
        ]
        if self.isVisible():
            self.rested.emit(seen)

    def _on_pointed(self, index: QModelIndex) -> None:
        if item := self._included(self.itemFromIndex(index)):
            self.compared.emit(item)

    def _on_current(self, line: QTreeWidgetItem | None, _: QTreeWidgetItem | None) -> None:
        if item := self._included(line):
            self.chosen.emit(item)

    def _on_activated(self, line: QTreeWidgetItem, _: int) -> None:
        item = line.data(0, ITEM)
        if isinstance(item, Included):
            self.opened.emit(item)
        elif item:
            self.own_text_wanted.emit(*item)
