"""The tabs above the middle pane; excerpts can be let go of on "In briefing"."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QTabBar, QWidget

from briefing.gui.item_models.carrying import carried

CANDIDATES_TAB, ORDER_TAB = 0, 1


class ListTabs(QTabBar):
    """Resting on a tab with an excerpt in hand opens it."""

    dropped = Signal(object)
    """Passages that were let go of on "In briefing"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.setChangeCurrentOnDrag(True)

    def setTabText(self, index: int, text: str) -> None:
        """Name a tab; one that is named so already makes nothing beside it be placed anew."""
        if text != self.tabText(index):
            super().setTabText(index, text)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take excerpts."""
        super().dragEnterEvent(event)
        event.setAccepted(bool(carried(event.mimeData())))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """They may be let go of on "In briefing" only."""
        super().dragMoveEvent(event)
        event.setAccepted(self.tabAt(event.position().toPoint()) == ORDER_TAB)

    def dropEvent(self, event: QDropEvent) -> None:
        """They are let go of."""
        super().dropEvent(event)
        if self.tabAt(event.position().toPoint()) == ORDER_TAB:
            event.acceptProposedAction()
            self.dropped.emit(carried(event.mimeData()))
