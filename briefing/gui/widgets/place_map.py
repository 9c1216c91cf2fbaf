"""A narrow map beside a text: where in it the excerpts stand."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from briefing.model.passage import Passage
from briefing.words import say

_WIDE = 9
_LEAST = 3.0
"""Pixels that a tick is high at least."""


class PlaceMap(QWidget):
    """Ticks for the excerpts: full for those in the briefing, wide for the one that is shown."""

    pointed = Signal(float)
    """Where it was clicked, as a share of the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(_WIDE)
        self.setToolTip(say("Where the excerpts of this source stand; click to go there"))
        self._length = 1
        self._places: tuple[Passage, ...] = ()
        self._inside: AbstractSet[Passage] = frozenset()
        self._here: Passage | None = None

    def show_places(
        self, length: int, places: Iterable[Passage], inside: AbstractSet[Passage], here: Passage
    ) -> None:
        """Show `places` in a text of `length`; `inside` are in the briefing, `here` is shown."""
        self._length, self._places = max(1, length), tuple(places)
        self._inside, self._here = inside, here
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ticks."""
        del event
        painter = QPainter(self)
        palette = self.palette()
        for place in self._places:
            top = place.start / self._length * self.height()
            high = max(_LEAST, (place.end - place.start) / self._length * self.height())
            full = place in self._inside or place == self._here
            colour = palette.highlight() if full else palette.placeholderText()
            left = 0 if place == self._here else _WIDE / 2
            painter.fillRect(QRectF(left, top, _WIDE - left, high), colour)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go there."""
        self.pointed.emit(event.position().y() / max(1, self.height()))
