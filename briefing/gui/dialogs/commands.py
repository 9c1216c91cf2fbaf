"""Lists to choose from by typing: every command with its key, and the steps of the history."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from briefing.model.desk import Step

_WHAT = int(Qt.ItemDataRole.UserRole)


class Chooser(QDialog):
    """A line to type in, and what fits below it; Enter takes the first."""

    def __init__(self, title: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(520, 400)
        self._line = QLineEdit()
        self._line.setPlaceholderText(hint)
        self._line.setAccessibleName(hint)
        self._list = QListWidget()
        self._list.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.addWidget(self._line)
        column.addWidget(self._list)
        self._line.textChanged.connect(self._narrow)
        self._line.returnPressed.connect(self._take)
        self._list.itemActivated.connect(self._take)

    def add(self, text: str, act: Callable[[], None], *, enabled: bool = True) -> None:
        """Offer one line."""
        item = QListWidgetItem(text, self._list)
        item.setData(_WHAT, act)
        if not enabled:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        if self._list.currentRow() < 0 and enabled:
            self._list.setCurrentItem(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go into the list while typing goes on."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._list.setFocus()
            self._list.keyPressEvent(event)
            return
        super().keyPressEvent(event)

    def _narrow(self, text: str) -> None:
        wanted = text.casefold().split()
        first = None
        for row in range(self._list.count()):
            item = self._list.item(row)
            fits = all(word in item.text().casefold() for word in wanted)
            item.setHidden(not fits)
            if fits and first is None and item.flags() & Qt.ItemFlag.ItemIsEnabled:
                first = item
        if first:
            self._list.setCurrentItem(first)

    def _take(self) -> None:
        item = self._list.currentItem()
        if item is None or item.isHidden():
            return
        self.accept()
        item.data(_WHAT)()


def palette(actions: Sequence[QAction], parent: QWidget) -> Chooser:
    """Every action, with its key; those that cannot be done now stay in sight."""
    chooser = Chooser("Commands", "Type a command", parent)
    for action in actions:
        key = action.shortcut().toString()
        name = action.text().replace("&", "")
        chooser.add(f"{name}    {key}" if key else name, action.trigger, enabled=action.isEnabled())
    return chooser


def history(steps: Sequence[Step], go_to: Callable[[Step], None], parent: QWidget) -> Chooser:
    """The steps, newest first; choosing one goes there."""
    chooser = Chooser("History", "Find a step", parent)
    for step in steps:
        mark = "(undone) " if step.undone else ""
        when = step.at[:16].replace("T", " ")
        chooser.add(f"{mark}{step.title}    {when}", partial(go_to, step))
    return chooser
