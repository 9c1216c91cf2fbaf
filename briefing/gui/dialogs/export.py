"""Export: which formats, under which name, where; and what to know before sending."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefing.model.desk import Desk

_UNFIT = '<>:"/\\|?*'
_LETTERS = 58
"""Letters for which the dialog has room."""


class ExportDialog(QDialog):
    """Asks where to; `targets` are the files to write."""

    command_wanted = Signal()
    """The same is wanted as a command line."""

    def __init__(
        self, desk: Desk, folder: Path, formats: Sequence[str], over: int,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setWindowTitle("Export briefing")
        self.setMinimumWidth(max(460, _LETTERS * self.fontMetrics().averageCharWidth()))
        self._desk = desk
        self._pdf, self._word = QCheckBox("PDF"), QCheckBox("Word")
        for box, ending in ((self._pdf, ".pdf"), (self._word, ".docx")):
            box.setChecked(ending in formats)
            box.toggled.connect(self._check)
        self._name = QLineEdit(suggested_name(desk))
        self._name.setCursorPosition(0)
        self._name.textChanged.connect(self._check)
        self._folder = QLineEdit(str(folder))
        column = QVBoxLayout(self)
        column.addLayout(self._form())
        for told in before_sending(desk, over):
            line = QLabel(told)
            line.setWordWrap(True)
            line.setProperty("alarm", told.startswith("▲"))
            column.addWidget(line)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, parent=self)
        self._export = self._buttons.addButton("Export", QDialogButtonBox.ButtonRole.AcceptRole)
        self._export.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        command = QPushButton("Copy as command line")
        command.setAutoDefault(False)
        command.clicked.connect(self.command_wanted)
        self._buttons.addButton(command, QDialogButtonBox.ButtonRole.ActionRole)
        column.addWidget(self._buttons)
        self._check()

    def targets(self) -> tuple[Path, ...]:
        """The files to write."""
        stem = Path(self._folder.text()) / self._name.text().strip()
        endings = [(self._pdf, ".pdf"), (self._word, ".docx")]
        return tuple(Path(f"{stem}{ending}") for box, ending in endings if box.isChecked())

    def _form(self) -> QFormLayout:
        formats = QHBoxLayout()
        formats.addWidget(self._pdf)
        formats.addWidget(self._word)
        formats.addStretch()
        where = QHBoxLayout()
        where.addWidget(self._folder)
        choose = QPushButton("Choose…")
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        where.addWidget(choose)
        form = QFormLayout()
        form.addRow("Format", formats)
        form.addRow("File &name", self._name)
        named = QLabel("&Folder")
        named.setBuddy(self._folder)
        form.addRow(named, where)
        form.addRow("Marking", QLabel(self._desk.settings.marking or "no marking"))
        return form

    def _choose(self) -> None:
        if folder := QFileDialog.getExistingDirectory(self, "Folder", self._folder.text()):
            self._folder.setText(folder)

    def _check(self) -> None:
        self._export.setEnabled(bool(self._name.text().strip() and self.targets()))


def suggested_name(desk: Desk) -> str:
    """Day, title and marking, without what file systems refuse."""
    marking = f" ({desk.settings.marking})" if desk.settings.marking else ""
    title = desk.settings.title or desk.name
    day = QDate.currentDate().toString("yyyy-MM-dd")
    return "".join("-" if c in _UNFIT else c for c in f"{day} {title}{marking}")


def before_sending(desk: Desk, over: int) -> list[str]:
    """What a person should know before the briefing leaves."""
    told = []
    if over:
        told.append(f"▲ {over} page{'s' * (over != 1)} over what the template allows")
    unknown = sum(item.by is None for item in desk.included)
    if unknown:
        told.append(f"◌ {unknown} of {len(desk.included)} quotations have no known speaker")
    if not desk.settings.marking:
        told.append("◌ No marking is set")
    told.append(f"● {len(desk.included)} quotations are cut from their sources word for word")
    return told
