"""How full the pages are that a template allows: a gauge of ten cells, with the words beside it."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from briefing.gui.item_models.cards import percent
from briefing.words import say

_CELLS = 10
"""Each stands for a tenth of the pages."""
_GAP = 2.0
"""Pixels between cells."""


class FitMeter(QWidget):
    """Cells that fill from the side at which lines begin; too much shows in the colour of an alarm."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.alarm = QColor("#b3341f")
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_share(self, share: float | None) -> None:
        """Show that so much of the room is taken, over 1 that it is too little; `None` hides it."""
        self.setVisible(share is not None)
        if share is not None:
            self._share = share
            told = say("over") if share > 1 else percent(share)
            self.setAccessibleName(say("How full the page is: {share}", share=told))
            self.setToolTip(self.accessibleName())
            self.update()

    def sizeHint(self) -> QSize:
        """Ten cells, each about as wide as a letter and half as high as a line."""
        metrics = self.fontMetrics()
        wide = max(5, metrics.averageCharWidth())
        return QSize(round(_CELLS * (wide + _GAP)), max(8, metrics.ascent() * 2 // 3))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Outlined cells; as many are filled as are taken, the last of them in part."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        over, filled = self._share > 1, min(self._share, 1.0) * _CELLS
        quiet = self.palette().placeholderText().color()
        ink = self.alarm if over else quiet
        wide, high = (self.width() - _GAP * (_CELLS - 1)) / _CELLS, self.height() - 1.0
        for number in range(_CELLS):
            left = number * (wide + _GAP)
            cell = QRectF(left + 0.5, 0.5, wide - 1, high)
            part = QRectF(cell)
            part.setWidth(cell.width() * min(1.0, max(0.0, filled - number)))
            if self.isRightToLeft():
                cell.moveRight(self.width() - cell.left())
                part.moveRight(cell.right())
            painter.fillRect(part, ink)
            painter.setPen(QPen(ink, 1))
            painter.drawRect(cell)
        painter.end()
