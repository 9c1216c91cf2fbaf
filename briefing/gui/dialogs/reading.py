"""The briefing as text: headings, quotations and one's own words, each named, to be read line by line."""

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from briefing.gui.bidi import apart
from briefing.gui.dialogs.entering import EnterDialog
from briefing.words import say

if TYPE_CHECKING:
    from briefing.workflow.spoken import Line

_LETTERS, _LINES = 76, 32
"""Letters and lines for which there is room, as long as the window has."""


class ReadingDialog(EnterDialog):
    """Shows `Line`s; a screen reader reads them with the arrow keys."""

    def __init__(self, lines: Sequence["Line"], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("The briefing as text"))
        metrics = self.fontMetrics()
        self.resize(
            min(_LETTERS * metrics.averageCharWidth(), parent.width() - 40),
            min(_LINES * metrics.lineSpacing(), parent.height() - 60),
        )
        self.text = QTextBrowser()
        self.text.setAccessibleName(say("The briefing as text"))
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setHtml("".join(map(_html, lines)))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, parent=self)
        buttons.rejected.connect(self.reject)
        every = QPushButton(say("Copy all"))
        every.setAutoDefault(False)
        every.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text.toPlainText()))
        buttons.addButton(every, QDialogButtonBox.ButtonRole.ActionRole)
        column = QVBoxLayout(self)
        column.addWidget(self.text)
        column.addWidget(buttons)
        self.text.setFocus()


def _html(line: "Line") -> str:
    words = escape(line.text)
    match line.sort.value:
        case "heading":
            level = min(line.level, 3)
            return f"<h{level}>{words}</h{level}>"
        case "own":
            return f"<p>{say('<b>Your own words:</b> {words}', words=words)}</p>"
        case "quotation":
            lead = escape(apart(line.lead.rstrip(":"))) if line.lead else ""
            words = f"<i>{words}</i>"
            told = say("Quoted: {words}", words=words)
            if lead:
                told = say("Quoted, {lead}: {words}", lead=lead, words=words)
            return f"<blockquote>{told}</blockquote>"
        case _:
            return f"<p>{words}</p>"
