"""Paste as source: asks for what is known of a text that was pasted, and for nothing that is not."""

from textwrap import shorten
from typing import TYPE_CHECKING

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from briefing.gui.dialogs.entering import EnterDialog
from briefing.gui.language import day_told
from briefing.gui.work import pasting
from briefing.words import say

if TYPE_CHECKING:
    from briefing.workflow.pasting import Pasted

_SHOWN = 280
"""Letters of the text that are shown."""
_LETTERS = 60
"""Letters for which the dialog is wide enough."""


class PasteDialog(EnterDialog):
    """Title, date and publisher; what stays empty stays unknown."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Paste as source"))
        wide = _LETTERS * self.fontMetrics().averageCharWidth()
        self._pasted = text
        start = QLabel(f"“{shorten(text, _SHOWN, placeholder=' …')}”")
        start.setWordWrap(True)
        start.setProperty("quiet", True)
        self.title, self.day, self.publisher = QLineEdit(), QLineEdit(), QLineEdit()
        self.title.setPlaceholderText(say("unknown"))
        self.day.setPlaceholderText(say("unknown; such as 14 March 2025"))
        self.publisher.setPlaceholderText(say("unknown"))
        self._told = QLabel()
        self._told.setWordWrap(True)
        self._told.setProperty("quiet", True)
        form = QFormLayout()
        for name, line in (
            (say("&Title"), self.title), (say("&Date"), self.day),
            (say("&Publisher"), self.publisher),
        ):  # fmt: skip
            form.addRow(name, line)
        form.addRow("", self._told)
        self._buttons = QDialogButtonBox()
        self._take = self._buttons.addButton(
            say("Add as source"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        cancel = self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        cancel.setIcon(QIcon())
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(start)
        column.addLayout(form)
        column.addWidget(self._buttons)
        self.day.textChanged.connect(self._on_day)
        self._on_day("")
        self.resize(wide, max(self.sizeHint().height(), column.heightForWidth(wide)))

    def pasted(self) -> "Pasted":
        """The text, with what was filled in."""
        return pasting.Pasted(
            self._pasted, self.title.text().strip(), self.publisher.text().strip(),
            pasting.day_in(self.day.text()),
        )  # fmt: skip

    def _on_day(self, text: str) -> None:
        """Say how the date is understood; what is no date is not passed over."""
        found = pasting.day_in(text)
        if found:
            self._told.setText(say("Understood as {day}.", day=day_told(found)))
        elif text.strip():
            self._told.setText(
                say("This is no day. Write it such as 2025-03-14, or leave it empty.")
            )
        else:
            self._told.setText(say("What you leave empty stays unknown."))
        self._take.setEnabled(bool(found) or not text.strip())
