"""Words that are proposed for a theme: as many are taken at once as are ticked."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from briefing.gui.dialogs.entering import EnterDialog
from briefing.words import say

if TYPE_CHECKING:
    from briefing.workflow.theme_study import Proposed

_LETTERS, _LINES = 58, 18
"""Letters and lines for which there is room."""
_MARGIN = 12
"""Pixels beside the list, and a few more."""
_TERM = int(Qt.ItemDataRole.UserRole)


class ProposalDialog(EnterDialog):
    """Space ticks a word, Enter adds those that are ticked."""

    def __init__(self, found: "Sequence[Proposed]", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Words for this theme"))
        self.list = QListWidget()
        self.list.setAccessibleName(say("Words proposed"))
        for item in found:
            beside = say(
                "weighs {weight} · {found} of its paragraphs, {others} others",
                weight=f"{item.weight:g}", found=item.found, others=item.others,
            )  # fmt: skip
            line = QListWidgetItem(f"{item.term}    {beside}", self.list)
            line.setData(_TERM, item)
            line.setFlags(line.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            line.setCheckState(Qt.CheckState.Unchecked)
        self.list.setCurrentRow(0)
        buttons = QDialogButtonBox()
        self._take = buttons.addButton(say("Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        cancel.setIcon(QIcon())
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.list)
        column.addWidget(buttons)
        self.list.itemChanged.connect(self._count)
        self._count()
        self._make_room(parent)

    def _make_room(self, parent: QWidget | None) -> None:
        """As much as the words want, as far as the window goes."""
        room = parent.size() if parent else self.maximumSize()
        metrics, bar = self.fontMetrics(), self.list.verticalScrollBar().sizeHint().width()
        lines = self.list.sizeHintForColumn(0) + 2 * self.list.frameWidth() + bar
        wide = max(_LETTERS * metrics.averageCharWidth(), lines + 2 * _MARGIN)
        self.resize(
            min(wide, room.width() - 40),
            min(_LINES * metrics.lineSpacing(), room.height() - 80),
        )

    def terms(self) -> "list[Proposed]":
        """The words that are ticked."""
        lines = (self.list.item(row) for row in range(self.list.count()))
        return [line.data(_TERM) for line in lines if line.checkState() is Qt.CheckState.Checked]

    def _count(self, *_: object) -> None:
        count = len(self.terms())
        self._take.setText(say("Add {n}", n=count) if count else say("Add"))
        self._take.setEnabled(count > 0)
