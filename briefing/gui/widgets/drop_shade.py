"""An outline over the whole window while files are dragged over it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

_EDGE = 3
_VEIL = 30
"""How much of the accent lies over the window, of 255."""


class DropShade(QWidget):
    """Says what letting go would do; the mouse goes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._told = ""
        self.hide()

    def tell(self, told: str) -> None:
        """Cover the window, and say so."""
        self._told = told
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()

    def told(self) -> str:
        """What is said now."""
        return self._told if self.isVisible() else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """A veil, an outline, and the words in the middle."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = self.palette().highlight().color()
        veil = QColor(accent)
        veil.setAlpha(_VEIL)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(accent, _EDGE))
        inside = QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        painter.drawRoundedRect(inside, 8, 8)
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        box = QRectF(0, 0, metrics.horizontalAdvance(self._told) + 48, metrics.height() + 24)
        box.moveCenter(inside.center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawRoundedRect(box, 8, 8)
        painter.setPen(self.palette().highlightedText().color())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self._told)
        painter.end()
