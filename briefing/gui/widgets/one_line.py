"""A label of one line: what has no room ends in an ellipsis, and is told in full by a tool tip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QStyle


class OneLine(QLabel):
    """Elides on purpose; its text, which assistive tools read, is whole."""

    def setText(self, text: str) -> None:
        """Show `text`."""
        super().setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        """It can be as narrow as need be."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much as there is room for."""
        del event
        painter, room = QPainter(self), self.contentsRect()
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        # Words run their own way ("1 page" in a window from the right), and stand where the window has it.
        side = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignAbsolute), shown)


class Heading(OneLine):
    """A heading that wraps where there is room for it, and else keeps to one line."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setProperty("heading", True)
        self.setWordWrap(True)

    def fold(self, *, on: bool) -> None:
        """Keep to one line, or wrap."""
        if self.wordWrap() is on:
            self.setWordWrap(not on)
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """As high as its lines."""
        return QLabel.minimumSizeHint(self) if self.wordWrap() else super().minimumSizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines, or as much of one as there is room for."""
        if self.wordWrap():
            QLabel.paintEvent(self, event)
        else:
            super().paintEvent(event)
