"""What a screen reader is told of the list of cards, and what it may do: tick one.

Qt's own account of a list calls choosing a line `Toggle`. A card has a tick, so here `Toggle` ticks.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QColor,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget, QListView
from shiboken6.Shiboken import VoidPtr

if TYPE_CHECKING:
    from briefing.gui.widgets.card_list import CardList

TOGGLE, CHOOSE = "Toggle", "Press"
_NOTHING = VoidPtr(0)
"""No interface: given `None` the bindings read a type that is none, and the program ends."""
_ROLES = {
    QAccessible.Text.Name: Qt.ItemDataRole.AccessibleTextRole,
    QAccessible.Text.Description: Qt.ItemDataRole.AccessibleDescriptionRole,
}


class _Acts(QAccessibleActionInterface):
    """What can be done with one card."""

    def __init__(self, cards: "CardList", row: int) -> None:
        super().__init__()
        self._cards, self._row = cards, row

    def actionNames(self) -> list[str]:
        """Ticking, and choosing."""
        return [TOGGLE, CHOOSE]

    def doAction(self, name: str, /) -> None:
        """Do it."""
        if name == TOGGLE:
            self._cards.tick(self._row)
        elif name == CHOOSE:
            self._cards.choose(self._row)

    def keyBindingsForAction(self, name: str, /) -> list[str]:
        """The key that does the same."""
        return ["Space"] if name == TOGGLE else []


class SpokenCard(QAccessibleInterface):
    """One card, as a line that can be ticked."""

    def __init__(self, cards: "CardList", row: int) -> None:
        super().__init__()
        self.row = row
        self._cards = cards
        self._acts = _Acts(cards, row)

    def isValid(self) -> bool:
        """Whether there is such a card still."""
        return self.row < self._cards.model().rowCount()

    def object(self) -> QObject | None:  # type: ignore[override]
        """A card is no object of Qt's."""
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        """The window it shows in."""
        return self._cards.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        """The list."""
        return QAccessible.queryAccessibleInterface(self._cards)

    def child(self, index: int, /) -> QAccessibleInterface | None:  # type: ignore[override]
        """Nothing is within."""
        return None

    def childAt(self, x: int, y: int, /) -> QAccessibleInterface | None:  # type: ignore[override]
        """Nothing is within."""
        return None

    def childCount(self) -> int:
        """Nothing is within."""
        return 0

    def indexOfChild(self, child: QAccessibleInterface, /) -> int:
        """Nothing is within."""
        return -1

    def role(self) -> QAccessible.Role:
        """A line of a list."""
        return QAccessible.Role.ListItem

    def text(self, kind: QAccessible.Text, /) -> str:
        """What the card says, and why it is listed."""
        role = _ROLES.get(kind)
        told = self._cards.model().index(self.row, 0).data(role) if role else None
        return told if isinstance(told, str) else ""

    def setText(self, kind: QAccessible.Text, text: str, /) -> None:
        """A card's words are not to be written over."""

    def rect(self) -> QRect:
        """Where it is on the screen."""
        cards = self._cards
        box = cards.visualRect(cards.model().index(self.row, 0))
        return box.translated(cards.viewport().mapToGlobal(box.topLeft()) - box.topLeft())

    def state(self) -> QAccessible.State:
        """Whether it is ticked, chosen, and to be seen."""
        cards, made = self._cards, QAccessible.State()
        index = cards.model().index(self.row, 0)
        box = cards.visualRect(index)
        chosen = cards.selectionModel().isSelected(index)
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        made.checkable = made.selectable = made.focusable = 1
        made.multiSelectable = made.extSelectable = 1
        made.checked, made.selected = int(ticked), int(chosen)
        made.focused = int(cards.hasFocus() and cards.currentIndex().row() == self.row)
        made.offscreen = made.invisible = int(not cards.viewport().rect().intersects(box))
        return made

    def foregroundColor(self) -> QColor:
        """As the list."""
        return self._cards.palette().text().color()

    def backgroundColor(self) -> QColor:
        """As the list."""
        return self._cards.palette().base().color()

    def interface_cast(self, kind: QAccessible.InterfaceType, /) -> "_Acts | VoidPtr":  # type: ignore[override]
        """What it can do."""
        return self._acts if kind is QAccessible.InterfaceType.ActionInterface else _NOTHING


class SpokenList(QAccessibleWidget):
    """The list, with its cards within."""

    def __init__(self, cards: "CardList") -> None:
        super().__init__(cards, QAccessible.Role.List, cards.accessibleName())
        self._cards = cards
        self._told: dict[int, SpokenCard] = {}

    def childCount(self) -> int:
        """As many as there are cards."""
        return self._cards.model().rowCount()

    def child(self, index: int, /) -> QAccessibleInterface | None:  # type: ignore[override]
        """The card in that row."""
        if not 0 <= index < self.childCount():
            return None
        if index not in self._told:
            self._told[index] = SpokenCard(self._cards, index)
        return self._told[index]

    def childAt(self, x: int, y: int, /) -> QAccessibleInterface | None:  # type: ignore[override]
        """The card at a point of the screen."""
        point = self._cards.viewport().mapFromGlobal(QPoint(x, y))
        return self.child(self._cards.indexAt(point).row())

    def indexOfChild(self, child: QAccessibleInterface, /) -> int:
        """The row of a card."""
        return child.row if isinstance(child, SpokenCard) else -1

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """The card that has the keys."""
        return self.child(self._cards.currentIndex().row())


def account(name: str, made: QObject | None) -> QAccessibleInterface | None:
    """What tells of `made`, where it is a list of cards."""
    if name != "CardList" or not isinstance(made, QListView):
        return None
    if id(made) not in _TOLD:
        _TOLD[id(made)] = SpokenList(made)  # type: ignore[arg-type]
        made.destroyed.connect(partial(_TOLD.pop, id(made), None))
    return _TOLD[id(made)]


_TOLD: dict[int, SpokenList] = {}
"""Qt does not keep what Python made; so it is kept here, as long as its list lives."""
