"""A list into which excerpts are dragged: a line shows where they would land."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QWidget

from briefing.gui.item_models.carrying import carried, carry, drag
from briefing.gui.widgets.landing import ANYWHERE, Landing, landing_at
from briefing.gui.widgets.order_delegate import air_above
from briefing.gui.widgets.order_lines import LINE, Head
from briefing.model.passage import Passage

_INDENT = 16
"""Pixels by which the lines of a section stand further in."""
_Index = QModelIndex | QPersistentModelIndex


class DroppingTree(QTreeWidget):
    """Takes excerpts between its lines, and gives away the one that is selected."""

    placed = Signal(object, str, object)
    """Passages that were let go of, the theme, and the passage before which they are to stand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setColumnCount(1)
        self.setIndentation(_INDENT)
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)
        self.setAutoScroll(True)
        self._landing: Landing | None = None

    def carried_here(self) -> tuple[list[Passage], str] | None:
        """What is carried from here, and its words."""
        return None

    def stands(self) -> list[tuple[str, Passage | None, QRect]]:
        """Where lines stand on which one can let go: section, quotation, and where it is."""
        return []

    def takes_anywhere(self, places: Sequence[Passage]) -> bool:
        """Whether `places` can be let go of wherever there is room, and come in where they suit best."""
        del places
        return False

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Carry the quotation that is selected."""
        del actions
        if taken := self.carried_here():
            drag(self, carry(*taken))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take excerpts."""
        if carried(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where they would come to stand; scroll at the edges."""
        point, edge = event.position().toPoint(), self.autoScrollMargin()
        if not edge < point.y() < self.viewport().height() - edge:
            self.startAutoScroll()
        self._show_landing(self._landing_at(point, carried(event.mimeData())))
        event.setAccepted(self._landing is not None)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They go elsewhere."""
        del event
        self.stopAutoScroll()
        self._show_landing(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """They are let go of."""
        self.stopAutoScroll()
        places = carried(event.mimeData())
        landing = self._landing_at(event.position().toPoint(), places)
        self._show_landing(None)
        if landing is None or not places:
            event.ignore()
            return
        event.acceptProposedAction()
        self.placed.emit(places, landing.section, landing.before)

    def drawBranches(self, painter: QPainter, rect: QRect, index: _Index) -> None:
        """Only headings fold; their arrow stands beside their words."""
        # Qt tints the whole row that is selected; here the line alone is.
        painter.fillRect(rect, self.palette().window())
        if isinstance(index.data(LINE), Head):
            super().drawBranches(painter, rect.adjusted(0, air_above(index), 0, 0), index)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines, and where what is dragged would land."""
        super().paintEvent(event)
        if self._landing:
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self.palette().highlight().color(), 2))
            y, room = self._landing.y, self.viewport().rect()
            if self._landing.section == ANYWHERE:
                painter.drawRect(room.adjusted(2, 2, -2, -2))
            else:
                painter.drawLine(4, y, room.width() - 4, y)
            painter.end()

    def _landing_at(self, point: QPoint, places: Sequence[Passage]) -> Landing | None:
        if self.takes_anywhere(places):
            return Landing(ANYWHERE, None, 0)
        return landing_at(self.stands(), point.y())

    def _show_landing(self, landing: Landing | None) -> None:
        if landing != self._landing:
            self._landing = landing
            self.viewport().update()
