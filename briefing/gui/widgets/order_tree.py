"""The lines of "In briefing" as a tree: parts that fold, quotations and own words below them."""

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QTreeWidgetItemIterator, QWidget

from briefing.gui.disputes import Dispute
from briefing.gui.grouping import SECTIONS
from briefing.gui.widgets.landing import PARKED
from briefing.gui.widgets.order_delegate import OrderDelegate
from briefing.gui.widgets.order_dropping import DroppingTree
from briefing.gui.widgets.order_lines import LINE, Head, Own, Quote, cited, quote
from briefing.gui.widgets.order_parts import OwnText, Part
from briefing.model.desk import Backing, Included
from briefing.model.passage import Passage
from briefing.words import say

ITEM = int(Qt.ItemDataRole.UserRole)
"""Role of the `Included` of a line, or of section and title of own words."""
SECTION = ITEM + 1
"""Role of the id of the theme under which a line stands, or `PARKED`; of `Part.section`."""


class OrderTree(DroppingTree):
    """Lists parts, and says on each line what is known of its quotation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parked: tuple[Included, ...] = ()
        self._titles: Mapping[str, str] = {}
        """What the themes are called, by their ids."""
        self._known: tuple[Included, ...] = ()
        self._numbers: Mapping[Passage, int] = {}
        self._disputes: tuple[Dispute, ...] = ()
        self._noted: frozenset[Passage] = frozenset()
        self._backing: Mapping[Passage, Backing] = {}
        self._by = SECTIONS
        self._closed = {PARKED}
        """Sections that are folded."""
        self.painter_of_lines = OrderDelegate(self)
        self.setItemDelegate(self.painter_of_lines)
        self.itemCollapsed.connect(lambda line: self._closed.add(line.data(0, SECTION)))
        self.itemExpanded.connect(lambda line: self._closed.discard(line.data(0, SECTION)))

    def _say_again(self) -> None:
        """Something more is known of the quotations."""
        self.blockSignals(True)
        for line in self._lines():
            if item := self._included(line):
                self._say(line, self._words(item))
        self.blockSignals(False)
        self.viewport().update()

    def _lines(self) -> list[QTreeWidgetItem]:
        found, lines = [], QTreeWidgetItemIterator(self)
        while (line := lines.value()) is not None:
            found.append(line)
            lines += 1
        return found

    def _say(self, line: QTreeWidgetItem, said: Head | Own | Quote) -> None:
        """Let a line say something: to who sees it, and to who hears it."""
        line.setData(0, LINE, said)
        line.setText(0, said.plain())
        if isinstance(said, Quote):
            line.setData(0, int(Qt.ItemDataRole.AccessibleTextRole), said.spoken())

    def _add(self, part: Part) -> None:
        """List a part: below its head, or where it has none one line after the other."""
        above: QTreeWidget | QTreeWidgetItem = self
        if part.head is not None:
            head = QTreeWidgetItem(self)
            self._say(head, part.head)
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            head.setData(0, SECTION, part.section)
            above = head
        for told in part.lines:
            line = QTreeWidgetItem(above)
            line.setData(0, SECTION, part.section)
            if isinstance(told, OwnText):
                self._own(line, told)
            else:
                self._quotation(line, told)
        if part.head is not None:
            head.setExpanded(part.section not in self._closed)

    def _own(self, line: QTreeWidgetItem, own: OwnText) -> None:
        text = own.text
        words = cited(text, self._known) if text else say("Write your own judgment here (Enter)")
        self._say(line, Own(words, not text))
        line.setToolTip(0, words if text else "")
        line.setData(0, ITEM, (own.section, own.title))
        line.setFlags(line.flags() & ~Qt.ItemFlag.ItemIsDragEnabled)

    def _quotation(self, line: QTreeWidgetItem, item: Included) -> None:
        self._say(line, self._words(item))
        line.setData(0, ITEM, item)
        line.setToolTip(0, f"<p style='white-space: pre-wrap'>{escape(item.text)}</p>")

    def dress_lines(self) -> None:
        """Show quotations in the font and size that are chosen."""
        self.scheduleDelayedItemsLayout()

    def _words(self, item: Included) -> Quote:
        others = tuple(
            str(self._numbers.get(other, "–"))
            for dispute in self._disputes
            if item.passage in dispute
            for other in dispute
            if other != item.passage
        )
        number = None if item in self._parked else self._numbers.get(item.passage)
        backing, noted = self._backing.get(item.whole), item.whole in self._noted
        under = "" if self._by == SECTIONS else self._titles.get(item.theme, "")
        others = tuple(dict.fromkeys(others))
        return quote(item, number, others, backing, noted=noted, under=under)

    def _included(self, line: QTreeWidgetItem | None) -> Included | None:
        item = line.data(0, ITEM) if line else None
        return item if isinstance(item, Included) else None
