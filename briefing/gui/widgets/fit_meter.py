"""How full the pages are that a template allows, as a bar; the words beside it say the same."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_HIGH = 4
"""Pixels that the bar is high: a line above the words."""


class FitMeter(QWidget):
    """A bar from empty to full; what is over it shows in the colour of an alarm."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.alarm = QColor("#b3341f")
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_share(self, share: float | None) -> None:
        """Show that so much of the room is taken, over 1 that it is too little; `None` hides it."""
        self.setVisible(share is not None)
        if share is not None:
            self._share = share
            told = "over" if share > 1 else f"{share:.0%}"
            self.setAccessibleName(f"How full the page is: {told}")
            self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(0, _HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A groove, and in it how much is taken."""
        del event
        painter, whole = QPainter(self), self.rect()
        over = self._share > 1
        painter.fillRect(whole, self.palette().mid())
        wide = round(whole.width() * min(self._share, 1.0))
        left = whole.width() - wide if self.isRightToLeft() else 0
        ink = self.alarm if over else self.palette().placeholderText().color()
        painter.fillRect(left, 0, wide, whole.height(), ink)
        painter.end()
