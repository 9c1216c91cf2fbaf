"""A button that names what is chosen, and a menu of the other choices."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from briefing.words import say


class ChoiceButton(QToolButton):
    """Offers choices by their names; the first is chosen at first, and in the place of an unknown one."""

    changed = Signal()

    def __init__(
        self, choices: Mapping[str, str], told: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        """`choices` are named as the menu has them, `told` as the button says that they are chosen."""
        super().__init__(parent)
        self.chosen = next(iter(choices))
        self._told = told
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu, group = QMenu(self), QActionGroup(self)
        for name, title in choices.items():
            action = menu.addAction(say(title))
            action.setCheckable(True)
            action.setData(name)
            group.addAction(action)
        group.triggered.connect(lambda action: self.choose(str(action.data())))
        self._actions = group.actions()
        self.setMenu(menu)
        self._show()

    def choose(self, name: str) -> None:
        """Choose one."""
        name = name if name in self._told else next(iter(self._told))
        if name != self.chosen:
            self.chosen = name
            self._show()
            self.changed.emit()

    def open(self) -> None:
        """Show the choices, as a click would, and choose among them by keys."""
        self.menu().setActiveAction(next(one for one in self._actions if one.isChecked()))
        self.menu().popup(self.mapToGlobal(self.rect().bottomLeft()))

    def described(self, told: str) -> str:
        """What the button is called where it cannot be seen what it stands beside."""
        return told

    def _show(self) -> None:
        told = say(self._told[self.chosen])
        self.setText(f"{told} ▾")
        self.setAccessibleName(self.described(told))
        for action in self._actions:
            action.setChecked(action.data() == self.chosen)
