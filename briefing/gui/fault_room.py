"""A fault of the program itself: one line in place, what it means for the work, and a report to hand on."""

import platform
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit, QVBoxLayout

from briefing import __version__
from briefing.gui.dialogs.entering import EnterDialog
from briefing.gui.frame import Frame, with_links
from briefing.gui.jobs import report_of
from briefing.gui.view_models.workbench import Workbench
from briefing.words import say

_REPORT, _GO_ON = "fault:report", "fault:go-on"
_LETTERS, _LINES = 70, 16
"""How much of a report is seen at once."""


class FaultRoom(QObject):
    """Tells of faults: those of the lanes, and by `hook` those of the window's own thread."""

    _caught = Signal(str)

    def __init__(self, frame: Frame, bench: Workbench) -> None:
        super().__init__(frame)
        self._frame, self._bench = frame, bench
        self.report = ""
        """What the last fault was, and where."""
        bench.faulted.connect(self._tell)
        self._caught.connect(self._tell)
        frame.notice_text.linkActivated.connect(self._on_link)

    def hook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Take the place of `sys.excepthook`: the window goes on, and says what happened."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        traceback.print_exception(kind, error, trace)
        self._caught.emit(report_of(error))

    @Slot(str)
    def _tell(self, report: str) -> None:
        if report == self.report and self._frame.notice.isVisible():
            return  # it is told already: what is painted may fail again and again
        self.report = report
        told = say("Something went wrong in the program. Your work is saved.")
        if self._bench.waits():
            told = say("Something went wrong in the program. What you did last is in memory only.")
        ways = (_REPORT, say("Show report")), (_GO_ON, say("Continue"))
        self._frame.tell(with_links(told, *ways))

    @Slot(str)
    def _on_link(self, link: str) -> None:
        if link == _REPORT:
            ReportDialog(self.report, self._frame).open()
        elif link == _GO_ON:
            self._frame.notice.hide()


class ReportDialog(EnterDialog):
    """The report in full; only what was seen can be copied."""

    def __init__(self, report: str, frame: Frame) -> None:
        super().__init__(frame)
        self.setWindowTitle(say("Report"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        head = f"Briefing {__version__}, Python {platform.python_version()}, {platform.platform()}"
        self.text = QPlainTextEdit(f"{head}\n{report}")
        self.text.setReadOnly(True)
        self.text.setAccessibleName(say("Report"))
        metrics = self.fontMetrics()
        self.text.setMinimumSize(
            _LETTERS * metrics.averageCharWidth(), _LINES * metrics.lineSpacing()
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, parent=self)
        copy = buttons.addButton(say("Copy report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text.toPlainText()))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.text)
        column.addWidget(buttons)
