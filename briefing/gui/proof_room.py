"""Proving a finished file, which was perhaps edited since, against the open library."""

from functools import partial
from html import escape
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QWidget

from briefing.errors import BriefingError
from briefing.gui.evidence_room import EvidenceRoom
from briefing.gui.frame import Frame, sentence, with_links
from briefing.gui.handing_room import first_folder
from briefing.gui.jobs import Lane
from briefing.gui.settings import WindowSettings
from briefing.gui.view_models.workbench import Workbench
from briefing.gui.work import verify
from briefing.model.report import Report
from briefing.words import say

_PAGE = ".html"


class ProofRoom(QObject):
    """Asks for the file, and shows the proof as a tab of the right pane."""

    def __init__(
        self, frame: Frame, bench: Workbench, settings: WindowSettings, evidence: EvidenceRoom
    ) -> None:
        super().__init__(frame)
        self._frame, self._bench, self._settings = frame, bench, settings
        self._lane = Lane("proof", self)
        self._lane.broken.connect(frame.tell)
        self._file: Path | None = None
        self._report: Report | None = None
        self._came_from: QWidget | None = None
        self.view = frame.proof
        self.view.again_wanted.connect(self._again)
        self.view.other_wanted.connect(self.choose_finished)
        self.view.report_wanted.connect(self._ask_target)
        self.view.source_wanted.connect(evidence.open_source)
        self.view.left.connect(self._close)
        leaves = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.view)
        leaves.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leaves.activated.connect(self._close)

    def choose_finished(self) -> None:
        """Ask for a finished file, and prove it."""
        folder = self._file.parent if self._file else self._settings.path("folder")
        name, _ = QFileDialog.getOpenFileName(
            self._frame,
            say("Prove a finished file"),
            str(folder or first_folder()),
            f"{say('Finished files')} (*.docx *.pdf)",
        )
        if name:
            self.prove(Path(name))

    def prove(self, file: Path) -> None:
        """Prove `file` against the open library, beside the work."""
        frame, right = self._frame, self._frame.right
        self._file, self._report = file, None
        if right.indexOf(self.view) < 0:
            self._came_from = right.currentWidget()
            right.addTab(self.view, say("Proof"))
        right.setTabToolTip(right.indexOf(self.view), str(file))
        right.setCurrentWidget(self.view)
        frame.bring(right)
        self.view.show_waiting(file.name)
        self.view.page.setFocus()
        library = self._bench.intake.library
        self._lane.newest(
            "proof", partial(verify.verify_with, library, file), self._on_proven, self._on_refused
        )

    def close(self) -> None:
        """Stop what runs."""
        self._lane.close()

    @Slot()
    def _again(self) -> None:
        if self._file is not None:
            self.prove(self._file)

    def _on_proven(self, report: Report) -> None:
        self._report = report
        self.view.show_report(report)

    def _on_refused(self, error: BriefingError) -> None:
        self.view.show_fault(sentence(str(error)))

    @Slot()
    def _ask_target(self) -> None:
        if self._file is None or self._report is None:
            return
        start = self._file.with_name(f"{self._file.stem} ({say('Proof')}){_PAGE}")
        name, _ = QFileDialog.getSaveFileName(
            self._frame, say("Save the report"), str(start), f"HTML (*{_PAGE})"
        )
        if name:
            target, reports = Path(name), (self._report,)
            self._lane.submit(
                partial(verify.write_page, target, reports),
                lambda _: self._on_saved(target),
                lambda error: self._frame.tell(str(error)),
            )

    def _on_saved(self, target: Path) -> None:
        folder = QUrl.fromLocalFile(str(target.parent)).toString()
        told = say("Saved the report as {file}", file=escape(target.name))
        self._frame.tell(with_links(told, (folder, say("Show in folder"))))

    @Slot()
    def _close(self) -> None:
        right = self._frame.right
        if self._came_from is not None and right.currentWidget() is self.view:
            right.setCurrentWidget(self._came_from)
        right.removeTab(right.indexOf(self.view))
        self._frame.bring(self._frame.middle)
        self._frame.cards.setFocus()
