"""Advanced: the layout as it was at first, what this machine has, the folder of the settings."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from briefing.gui.preferring.page import Page
from briefing.gui.settings import WindowSettings
from briefing.gui.view_models.timers import timer
from briefing.words import mark, say

LAYOUT = ("geometry", "splitter", "hidden_columns", "page_zoom", "page_strip")
"""Settings that say where things stand, and nothing else."""
_LINES = 8


class AdvancedPage(Page):
    """Acts that are seldom wanted; each says what it does and does not."""

    title = mark("Advanced")
    layout_reset = Signal()
    report_wanted = Signal()
    folder_wanted = Signal()
    rebuild_wanted = Signal()
    grown = Signal(QWidget)
    """A part came at the end of the page, which is to be seen."""

    def __init__(self, settings: WindowSettings) -> None:
        super().__init__(settings)
        self._act(
            say("Reset layout"), self.layout_reset, say("Sizes and places of panes, nothing else.")
        )
        self._act(
            say("Rebuild index"), self.rebuild_wanted,
            say(
                "Makes the library anew from the originals in it. What you decided is carried over; "
                "the file of a damaged library is kept beside it. You can go on reading."
            ),
        )  # fmt: skip
        self._act(say("Open settings folder"), self.folder_wanted, say("Where window.ini lies."))
        self._act(
            say("Show diagnostic report"), self.report_wanted,
            say(
                "What this machine and this program have; it names folders, and nothing of what is "
                "in them."
            ),
        )  # fmt: skip
        self.report = QPlainTextEdit()
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setAccessibleName(say("Diagnostic report"))
        self.report.setMinimumHeight(_LINES * self.fontMetrics().lineSpacing())
        self.copy = QPushButton(say("Copy report"))
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(self.report.toPlainText())
        )
        self.form.addRow(self.report)
        self.form.addRow(self.copy)
        self.report.hide()
        self.copy.hide()
        self.report_wanted.connect(self._on_wanted)
        self._grow = timer(self, 0, self._on_grown)  # where a part stands is known only then

    def show_report(self, text: str) -> None:
        """Show the whole report; only then can it be copied."""
        self.report.setPlainText(text)
        self.report.show()
        self.copy.show()
        self._grow.start()

    def _on_wanted(self) -> None:
        self.report.setPlainText(say("Looking at this machine…"))
        self.report.show()
        self._grow.start()

    def _on_grown(self) -> None:
        self.grown.emit(self.report if self.copy.isHidden() else self.copy)

    def reset(self) -> None:
        """The layout is all there is to reset here."""
        self.layout_reset.emit()

    def _act(self, title: str, wanted: object, told: str) -> None:
        button = QPushButton(title)
        button.setAutoDefault(False)
        button.clicked.connect(wanted)
        self.form.addRow(button)
        self._told(told)
