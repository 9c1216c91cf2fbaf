"""Keeps painted cards as pictures, so that scrolling copies pixels and sets no text."""

from collections import OrderedDict
from collections.abc import Callable, Hashable

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QPainter, QPixmap

_PIXELS = 1_500_000
"""Pixels of the window kept at most, 4 bytes each: about two screens full of cards."""


class CardPictures:
    """The pictures painted last; `clear` them when colours, fonts or names change."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Hashable, QPixmap] = OrderedDict()
        self._pixels = 0

    def clear(self) -> None:
        """Forget all."""
        self._kept.clear()
        self._pixels = 0

    def draw(
        self, painter: QPainter, rect: QRect, ground: QColor, state: Hashable,
        paint: Callable[[QPainter], None],
    ) -> None:  # fmt: skip
        """Put at `rect` what `paint` paints there, on `ground`; `state` is all that it depends on.

        Where a pixel of the window is no whole number of the screen's (scaled by 1.25 or 1.5), a
        picture would fall between pixels and look blurred: there it is painted each time.
        """
        scale = painter.device().devicePixelRatioF()
        if scale != int(scale):
            paint(painter)
            return
        key = (state, rect.size().toTuple(), scale)
        picture = self._kept.get(key)
        if picture is None:
            picture = QPixmap(rect.size() * scale)
            picture.setDevicePixelRatio(scale)
            # An opaque picture keeps letters as sharp as the screen can show them.
            picture.fill(ground)
            own = QPainter(picture)
            own.translate(QPoint() - rect.topLeft())
            own.setFont(painter.font())
            own.setLayoutDirection(painter.layoutDirection())
            paint(own)
            own.end()
            self._keep(key, picture)
        else:
            self._kept.move_to_end(key)
        painter.drawPixmap(rect.topLeft(), picture)

    def _keep(self, key: Hashable, picture: QPixmap) -> None:
        self._kept[key] = picture
        self._pixels += picture.width() * picture.height()
        most = _PIXELS * picture.devicePixelRatio() ** 2
        while self._pixels > most and len(self._kept) > 1:
            _, old = self._kept.popitem(last=False)
            self._pixels -= old.width() * old.height()
