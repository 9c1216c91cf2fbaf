"""The palette: commands, briefings, people, themes and sources, found by typing a part of their names."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QWidget

from briefing.gui.dialogs.commands import Chooser
from briefing.gui.view_models.timers import timer
from briefing.words import say

COMMAND, PERSON, THEME, PLACE = ">", "@", "#", ""
"""Kinds of lines; typed first, the sign of one leaves that kind alone. A place has no sign."""
_KIND = int(Qt.ItemDataRole.UserRole) + 8
_FOUND = "found"
_TYPING = 60
"""Milliseconds after a key when the library is asked for sources."""
_LEAST = 2
"""Letters from which on it is asked."""


class Palette(Chooser):
    """A `Chooser` of several kinds of lines."""

    asked = Signal(str)
    """Sources that answer to this are wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        hint = say("A command (>), a person (@), a theme (#), a source")
        super().__init__(say("Commands"), hint, parent)
        self._pause = timer(self, _TYPING, self._ask)

    def offer(
        self, kind: str, text: str, act: Callable[[], None], beside: str = "", *, reason: str = ""
    ) -> None:
        """Offer a line of a kind; with a `reason` it cannot be done now, and says why."""
        told = f"{text} – {reason}" if reason else text
        self.add(told, act, beside, enabled=not reason)
        self._list.item(self._list.count() - 1).setData(_KIND, kind)

    def renew(self) -> None:
        """Show what answers to what is typed, after lines were offered."""
        self._narrow(self._line.text())

    def show_sources(self, text: str, found: Sequence[tuple[str, str, Callable[[], None]]]) -> None:
        """Offer the sources that answer to `text`, if that is still what is typed."""
        if text != self._typed():
            return
        for row in reversed(range(self._list.count())):
            if self._list.item(row).data(_KIND) == _FOUND:
                self._list.takeItem(row)
        for title, beside, act in found:
            self.offer(_FOUND, title, act, beside)
        self._narrow_lines(self._line.text())

    def _typed(self) -> str:
        return self._line.text().strip()

    def _ask(self) -> None:
        typed = self._typed()
        if len(typed) >= _LEAST and typed[0] not in (COMMAND, PERSON, THEME):
            self.asked.emit(typed)

    def _narrow(self, text: str) -> None:
        self._narrow_lines(text)
        self._pause.start()

    def _narrow_lines(self, text: str) -> None:
        kind = text.strip()[:1]
        kind = kind if kind in (COMMAND, PERSON, THEME) and kind else ""
        wanted = text.strip().removeprefix(kind).casefold()
        lines = [self._list.item(row) for row in range(self._list.count())]
        mine = [line for line in lines if self._is_of(line, kind, wanted)]
        fitting = [
            line for line in mine if line.data(_KIND) == _FOUND or _holds(self._said(line), wanted)
        ]
        # What the library found has the words somewhere in it, not always in its title.
        # What was mistyped or shortened is only looked for where nothing has the letters themselves.
        fitting = fitting or [line for line in mine if _spells(self._said(line), wanted)]
        shown = {id(line) for line in fitting}
        for line in lines:
            line.setHidden(id(line) not in shown)
        possible = [line for line in fitting if line.flags() & Qt.ItemFlag.ItemIsEnabled]
        begun = [line for line in possible if line.text().casefold().startswith(wanted)]
        if first := next(iter(begun or possible), None):
            self._list.setCurrentItem(first)

    def _is_of(self, line: QListWidgetItem, kind: str, wanted: str) -> bool:
        has = line.data(_KIND)
        if kind:
            return bool(has == kind)
        # People are many: they are offered once one asks, or types a part of a name.
        return has != PERSON or len(wanted) >= _LEAST

    def _said(self, line: QListWidgetItem) -> str:
        return f"{line.text()} {line.data(self.BESIDE) or ''}".casefold()


def _holds(said: str, wanted: str) -> bool:
    return all(word in said for word in wanted.split())


def _spells(said: str, wanted: str) -> bool:
    """Whether the letters of `wanted` stand in `said` in that order."""
    letters = iter(said)
    return all(letter in letters for letter in wanted if not letter.isspace())
