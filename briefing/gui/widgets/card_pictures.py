"""Keeps painted cards as pictures, so that scrolling copies pixels and sets no text."""

from collections import OrderedDict
from collections.abc import Callable, Hashable

from msgspec import Struct
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap

_PIXELS = 1_500_000
"""Pixels of the window kept at most, 4 bytes each: about two screens full of cards."""
_GROUNDS = 8
"""Grounds kept: of plain, selected and focused cards, of one or two sizes."""
Paint = Callable[[QPainter], None]


class Look(Struct):
    """How a card is painted: `paint` on what `below` has painted, and that on `ground`.

    `state` is all that `paint` depends on, and `kind` all that `below` does: many cards share that.
    """

    rect: QRect
    font: QFont
    direction: Qt.LayoutDirection
    ground: QColor
    state: Hashable
    paint: Paint
    kind: Hashable
    below: Paint

    def put(self, paint: Paint, picture: QPixmap) -> None:
        """Let `paint` paint on a picture of what is at the place of the card."""
        own = QPainter(picture)
        own.translate(QPoint() - self.rect.topLeft())
        own.setFont(self.font)
        own.setLayoutDirection(self.direction)
        paint(own)
        own.end()


class CardPictures:
    """The pictures painted last; `clear` them when colours, fonts or names change."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Hashable, QPixmap] = OrderedDict()
        self._grounds: dict[Hashable, QPixmap] = {}
        self._pixels = 0

    def clear(self) -> None:
        """Forget all."""
        self._kept.clear()
        self._grounds.clear()
        self._pixels = 0

    def draw(self, painter: QPainter, look: Look) -> None:
        """Put a card where it belongs.

        Where a pixel of the window is no whole number of the screen's (scaled by 1.25 or 1.5), a
        picture would fall between pixels and look blurred: there it is painted each time.
        """
        scale = painter.device().devicePixelRatioF()
        if scale == int(scale):
            painter.drawPixmap(look.rect.topLeft(), self.picture(look, scale))
        else:
            look.below(painter)
            look.paint(painter)

    def holds(self, look: Look, scale: float) -> bool:
        """Whether there is a picture of a card, or is to be none."""
        return (look.state, _size(look, scale)) in self._kept or scale != int(scale)

    def picture(self, look: Look, scale: float) -> QPixmap:
        """The picture of a card, made now if there is none."""
        key = (look.state, _size(look, scale))
        picture = self._kept.get(key)
        if picture is None:
            picture = self._copy(self._ground(look, scale))
            look.put(look.paint, picture)
            self._kept[key] = picture
            self._pixels += picture.width() * picture.height()
        else:
            self._kept.move_to_end(key)
        return picture

    def _ground(self, look: Look, scale: float) -> QPixmap:
        """What a card is painted on."""
        key = (look.kind, _size(look, scale))
        if (ground := self._grounds.get(key)) is None:
            if len(self._grounds) >= _GROUNDS:
                self._grounds.clear()
            ground = QPixmap(look.rect.size() * scale)
            ground.setDevicePixelRatio(scale)
            # An opaque picture keeps letters as sharp as the screen can show them.
            ground.fill(look.ground)
            look.put(look.below, ground)
            self._grounds[key] = ground
        return ground

    def _copy(self, ground: QPixmap) -> QPixmap:
        """A picture that looks like `ground`; one of that size that has to go gives it its room.

        New room is cleared by the system page by page, which takes as long as to set the words.
        """
        most = _PIXELS * ground.devicePixelRatio() ** 2
        old = None
        while self._kept and self._pixels + ground.width() * ground.height() > most:
            _, old = self._kept.popitem(last=False)
            self._pixels -= old.width() * old.height()
        if old is None or old.size() != ground.size():
            return ground.copy()
        old.setDevicePixelRatio(ground.devicePixelRatio())
        painter = QPainter(old)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.drawPixmap(0, 0, ground)
        painter.end()
        return old


def _size(look: Look, scale: float) -> tuple[int, int, float]:
    return look.rect.width(), look.rect.height(), scale
