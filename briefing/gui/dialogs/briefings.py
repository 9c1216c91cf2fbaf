"""The briefings there are: to be opened, pinned, found again, or taken off the list."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from briefing.gui.dialogs.commands import Chooser
from briefing.gui.recents import Recent
from briefing.words import say

_RECENT = int(Qt.ItemDataRole.UserRole) + 9
_MISSING = _RECENT + 1


class BriefingsDialog(Chooser):
    """A chooser whose lines can be pinned; one whose library is missing can be located."""

    pin_wanted = Signal(object, bool)
    """A `Recent`, and whether it is to be pinned."""
    locate_wanted = Signal(object)
    forget_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(say("Briefings"), say("Find a briefing"), parent)
        self.pin = QPushButton(say("&Pin"))
        self.locate = QPushButton(say("&Locate…"))
        self.forget = QPushButton(say("&Remove from list"))
        row = QHBoxLayout()
        for button, act in (
            (self.pin, self._on_pin), (self.locate, self._on_locate), (self.forget, self._on_forget),
        ):  # fmt: skip
            button.setAutoDefault(False)
            button.clicked.connect(act)
            row.addWidget(button)
        row.addStretch()
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.addLayout(row)
        self._list.currentItemChanged.connect(self._on_current)
        self._on_current(None)

    def offer(
        self, recent: Recent, act: Callable[[], None], beside: str, *, here: bool = False
    ) -> None:
        """A line for a briefing; `here` says that it is the one that is open."""
        missing = recent.is_missing()
        signs = ("● " if here else "") + ("★ " if recent.pinned else "")
        name = say("(missing) {title}", title=recent.title) if missing else recent.title
        text = f"{signs}{name}"
        told = say("pinned · {more}", more=beside) if recent.pinned else beside
        self.add(text, (lambda: self.locate_wanted.emit(recent)) if missing else act, told)
        item = self._list.item(self._list.count() - 1)
        item.setData(_RECENT, recent)
        item.setData(_MISSING, missing)
        item.setToolTip(recent.library)
        if self._list.currentItem() is item:
            self._on_current(item)

    def choose(self, recent: Recent) -> None:
        """Select the line of a briefing."""
        for row in range(self._list.count()):
            there = self._list.item(row).data(_RECENT)
            if isinstance(there, Recent) and _key(there) == _key(recent):
                self._list.setCurrentRow(row)

    def _on_current(self, item: QListWidgetItem | None, *_: object) -> None:
        recent = item.data(_RECENT) if item else None
        known = isinstance(recent, Recent)
        missing = bool(item and item.data(_MISSING))
        self.pin.setEnabled(known)
        pinned = isinstance(recent, Recent) and recent.pinned
        self.pin.setText(say("Un&pin") if pinned else say("&Pin"))
        self.locate.setVisible(missing)
        self.forget.setVisible(missing)

    def _current(self) -> Recent | None:
        item = self._list.currentItem()
        recent = item.data(_RECENT) if item else None
        return recent if isinstance(recent, Recent) else None

    def _on_pin(self) -> None:
        if recent := self._current():
            self.pin_wanted.emit(recent, not recent.pinned)

    def _on_locate(self) -> None:
        if recent := self._current():
            self.accept()
            self.locate_wanted.emit(recent)

    def _on_forget(self) -> None:
        if recent := self._current():
            self.forget_wanted.emit(recent)

    def empty(self) -> None:
        """Offer nothing any more."""
        self._list.clear()


def _key(recent: Recent) -> tuple[str, str]:
    return recent.library, recent.name
