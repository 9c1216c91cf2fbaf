"""Asks when sources were published, in any of the forms that newspapers have for a day."""

from datetime import date

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from briefing.gui.dialogs.entering import EnterDialog
from briefing.gui.language import day_told
from briefing.gui.work import pasting
from briefing.words import say

_LETTERS = 46
"""Letters for which the dialog is wide enough."""


class DateDialog(EnterDialog):
    """One line for a day; says how it is understood."""

    def __init__(self, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Set date"))
        self.setMinimumWidth(_LETTERS * self.fontMetrics().averageCharWidth())
        self.day: date | None = None
        told = QLabel(say("When was it published? {what}", what=about))
        told.setWordWrap(True)
        self.line = QLineEdit()
        self.line.setAccessibleName(say("Date"))
        self.line.setPlaceholderText(say("such as 14 March 2025"))
        self._understood = QLabel(" ")
        self._understood.setProperty("quiet", True)
        buttons = QDialogButtonBox()
        self._take = buttons.addButton(say("Set date"), QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        cancel.setIcon(QIcon())
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for part in (told, self.line, self._understood, buttons):
            column.addWidget(part)
        self.line.textChanged.connect(self._on_day)
        self._on_day("")

    def _on_day(self, text: str) -> None:
        self.day = pasting.day_in(text)
        told = say("This is no day. Write it such as 2025-03-14.") if text.strip() else " "
        if self.day:
            told = say("Understood as {day}.", day=day_told(self.day))
        self._understood.setText(told)
        self._take.setEnabled(self.day is not None)
