"""In what order the list is: a button that names it, and a menu of the others."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from briefing.words import mark, say

ORDERS = {
    "": mark("Best match"),
    "newest": mark("Newest first"),
    "oldest": mark("Oldest first"),
    "publisher": mark("By publisher"),
}


class OrderButton(QToolButton):
    """Says which of the `ORDERS` is chosen."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.order = ""
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu, group = QMenu(self), QActionGroup(self)
        for name, title in ORDERS.items():
            action = menu.addAction(say(title))
            action.setCheckable(True)
            action.setData(name)
            group.addAction(action)
        group.triggered.connect(lambda action: self.choose(str(action.data())))
        self._actions = group.actions()
        self.setMenu(menu)
        self._show()

    def choose(self, name: str) -> None:
        """Put the list in that order; one that is not known is the best first."""
        name = name if name in ORDERS else ""
        if name != self.order:
            self.order = name
            self._show()
            self.changed.emit()

    def query(self) -> str:
        """The order as one would type it."""
        return f"order:{self.order}" if self.order else ""

    def _show(self) -> None:
        title = say(ORDERS[self.order])
        self.setText(f"{title} ▾")
        self.setAccessibleName(say("Order of the list: {order}", order=title))
        self.setToolTip(say("Order of the list"))
        for action in self._actions:
            action.setChecked(action.data() == self.order)
