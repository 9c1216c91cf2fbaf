"""The view of the table of sources: F2 corrects, Del puts away, Enter shows."""

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from briefing.gui.item_models.cards import reprints, spell
from briefing.gui.item_models.sources import COLUMNS, STATES, SourceModel
from briefing.model.library import Kept
from briefing.words import say

_LETTERS = (14, 11, 9, 9, 8, 6)
"""Letters for which the columns after the title have room."""
_TITLE = 34
"""Letters of the title that are shown at least; the table scrolls sideways rather than less."""
_LONG_DAY = date(2028, 9, 28)
"""A day that takes much room."""
_Index = QModelIndex | QPersistentModelIndex


class SourceTable(QTableView):
    """Shows a `SourceModel`."""

    opened = Signal(object)
    """The `Kept` to show."""
    removed = Signal(object)
    """Ids of the sources to put away."""

    def __init__(self, model: SourceModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("Sources of the library"))
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setAccessibleName(say("Rows"))
        header = self.horizontalHeader()
        header.setAccessibleName(say("Columns"))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.doubleClicked.connect(self._on_open)

    def chosen(self) -> list[Kept]:
        """The sources that are selected."""
        model = self.model()
        rows = sorted({index.row() for index in self.selectedIndexes()})
        return [model.source(row) for row in rows] if isinstance(model, SourceModel) else []

    def fit(self) -> None:
        """Give each row the height of its text."""
        metrics = self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(metrics.height() + 12)
        samples = {
            "published": [spell(_LONG_DAY)],
            "excerpts": [f"22 · {say('{n} in', n=22)}"],
            "state": [f"▲ {say(word)}" for word in STATES],
        }
        for column, letters in enumerate(_LETTERS, 1):
            texts = samples.get(COLUMNS[column][1], [])
            wide = max(
                [letters * metrics.averageCharWidth(), *map(metrics.horizontalAdvance, texts)]
            )
            head = self.horizontalHeader().sectionSizeHint(column)
            self.setColumnWidth(column, max(wide + 16, head))
        self._fit_title()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The title takes what room there is."""
        super().resizeEvent(event)
        self._fit_title()

    def _fit_title(self) -> None:
        shown = (one for one in range(1, len(_LETTERS) + 1) if not self.isColumnHidden(one))
        others = sum(map(self.columnWidth, shown))
        least = _TITLE * self.fontMetrics().averageCharWidth()
        self.setColumnWidth(0, max(least, self.viewport().width() - others))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows a source, R its reprints, Del puts sources away."""
        chosen = self.chosen()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and chosen:
            self.opened.emit(chosen[0])
        elif event.key() == Qt.Key.Key_R and chosen:
            self._swap_fold(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Delete and chosen:
            self.removed.emit([kept.id for kept in chosen])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the mark before a title shows the reprints of its source, or folds them."""
        index = self.indexAt(event.position().toPoint())
        model = self.model()
        marked = (
            isinstance(model, SourceModel)
            and index.isValid()
            and index.column() == 0
            and model.folded(index.row()) > 0
        )
        if marked and event.position().x() < self._mark_end():
            self._swap_fold(index.row())
            return
        super().mousePressEvent(event)

    def _mark_end(self) -> int:
        """How far from the left of the title column the mark of reprints reaches."""
        left = self.columnViewportPosition(0)
        return left + self.fontMetrics().horizontalAdvance(f"▸ {reprints(22)}")

    def _swap_fold(self, row: int) -> None:
        model = self.model()
        if isinstance(model, SourceModel) and row >= 0:
            at = model.swap_fold(row)
            self.setCurrentIndex(model.index(at, max(0, self.currentIndex().column())))

    def _on_open(self, index: _Index) -> None:
        model = self.model()
        if isinstance(model, SourceModel):
            self.opened.emit(model.source(index.row()))
