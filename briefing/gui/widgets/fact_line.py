"""The line that says who speaks, when and where; each is corrected where it stands."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QStackedLayout,
    QToolButton,
    QWidget,
)

from briefing.gui.item_models.cards import spell
from briefing.gui.source_facts import Fact
from briefing.gui.widgets.overflow import Overflow
from briefing.gui.work import pasting
from briefing.model.source import Field
from briefing.words import mark, say

_TOLD = {
    "speaker": mark("who speaks here"),
    Field.PUBLISHED.value: mark("such as 14 March 2025"),
    Field.PUBLISHER.value: mark("who published it"),
}


class FactLine(QWidget):
    """Shows facts; a click on one changes it into a line to type in. Enter keeps, Esc leaves."""

    corrected = Signal(str, object)
    """The name of a fact, and its value; `None` goes back to what was found."""
    left = Signal()
    """Nothing is typed any more: keys go to the text again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: dict[str, Fact] = {}
        self._buttons: dict[str, QToolButton] = {}
        self._now = ""
        self._folded = False
        self.row = Overflow(2)
        for name in _TOLD:
            button = QToolButton()
            button.setProperty("fact", True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(lambda _=False, n=name: self.begin(n))
            self._buttons[name] = button
            self.row.add(button, "")
        self._label, self.line, self._understood = QLabel(), QLineEdit(), QLabel()
        self._understood.setProperty("quiet", True)
        typing = QWidget()
        row = QHBoxLayout(typing)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._label)
        row.addWidget(self.line, 1)
        row.addWidget(self._understood)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.row)
        self._stack.addWidget(typing)
        self.line.textChanged.connect(self._on_typed)

    def show_facts(self, facts: tuple[Fact, ...]) -> None:
        """Show `facts`; what is being typed stays."""
        self._facts = {fact.name: fact for fact in facts}
        for name, button in self._buttons.items():
            fact = self._facts.get(name)
            button.setEnabled(fact is not None)
            self.row.rename(button, fact.line() if fact else f"{say('Who')}: –")
            button.setAccessibleName(
                say("{fact}, correct", fact=fact.line()[:-2]) if fact else say("No words chosen")
            )
            button.setToolTip(f"<p>{fact.told}</p>" if fact else "")

    def facts(self) -> tuple[Fact, ...]:
        """What is shown."""
        return tuple(self._facts.values())

    def fold(self, *, on: bool) -> None:
        """Show nothing but what is typed: the facts are listed elsewhere."""
        self._folded = on
        self.setVisible(not on or self._stack.currentIndex() == 1)

    def list_in(self, menu: QMenu) -> None:
        """List the facts in a menu, if they are folded away."""
        if self._folded:
            self.row.list_in(menu, every=True)

    def begin(self, name: str) -> None:
        """Type another value for a fact."""
        fact = self._facts.get(name)
        if fact is None:
            return
        self._now = name
        self._label.setText(fact.label)
        self.line.setAccessibleName(
            say("{fact}; empty goes back to what was found", fact=fact.label)
        )
        self.line.setPlaceholderText(say(_TOLD[name]))
        self.line.setText(fact.value)
        self._on_typed(fact.value)
        self._stack.setCurrentIndex(1)
        self.show()
        self.line.setFocus()
        self.line.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps what was typed, Esc does not."""
        typing = self._stack.currentIndex() == 1
        if typing and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep()
        elif typing and event.key() == Qt.Key.Key_Escape:
            self._end()
        else:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        text, fact = self.line.text().strip(), self._facts[self._now]
        value: str | None = text or None
        if self._now == Field.PUBLISHED.value and text:
            day = pasting.day_in(text)
            if day is None:
                return
            value = day.isoformat()
        if value != (fact.value or None):
            self.corrected.emit(self._now, value)
        self._end()

    def _end(self) -> None:
        self._stack.setCurrentIndex(0)
        self.fold(on=self._folded)
        self.left.emit()

    def _on_typed(self, text: str) -> None:
        """Say how a day is understood, before it is kept."""
        told = ""
        if self._now == Field.PUBLISHED.value and text.strip():
            day = pasting.day_in(text)
            told = spell(day) if day else say("this is no day")
        self._understood.setText(told)
        self._understood.setVisible(bool(told))
