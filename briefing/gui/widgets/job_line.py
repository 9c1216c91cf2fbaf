"""What is at work, or was done last, at the end of the status line."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent, QTextDocument

from briefing.gui.widgets.linked_line import LinkedLine
from briefing.words import say

PARTS = " &nbsp; "
"""What stands between a sentence and each of the links behind it."""
_SHARE = 0.7
"""Of the window, what its words may take from the others of the line."""


class JobLine(LinkedLine):
    """The last of its links go where there is no room for them.

    A click on its words, where they are no link, asks for all jobs, which have the links too.
    """

    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.linkHovered.connect(self._point)
        self.setText("")

    def setText(self, text: str) -> None:
        """Show `text`."""
        self._whole, self._wide = text, self._room(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor if text else Qt.CursorShape.ArrowCursor)
        self.setToolTip(say("Click to see all jobs") if text else "")
        self._on_link = ""
        self._fit()
        self.updateGeometry()

    def text(self) -> str:
        """All that it says, also what has no room."""
        return self._whole

    def clear(self) -> None:
        """Show nothing."""
        self.setText("")

    def sizeHint(self) -> QSize:
        """Room for all of it."""
        return QSize(self._wide, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """As much of that as others can spare."""
        wide = min(self._wide, round(self.window().width() * _SHARE))
        return QSize(wide, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many links as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters take more room."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.setText(self._whole)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click beside the links."""
        beside = (
            self.text() and not self._on_link and self.rect().contains(event.position().toPoint())
        )
        super().mouseReleaseEvent(event)
        if beside and event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit()

    def _point(self, link: str) -> None:
        self._on_link = link

    def _fit(self) -> None:
        parts = self._whole.split(PARTS)
        while len(parts) > 1 and self._room(PARTS.join(parts)) > self.width():
            parts.pop()
        if super().text() != (shown := PARTS.join(parts)):
            super().setText(shown)

    def _room(self, text: str) -> int:
        """Pixels that it takes in one line; most of it has no links, and needs no document."""
        if "<" not in text:
            return self.fontMetrics().horizontalAdvance(text) + 2
        document = QTextDocument()
        document.setDefaultFont(self.font())
        document.setDocumentMargin(0)
        document.setHtml(text)
        return round(document.idealWidth()) + 2
