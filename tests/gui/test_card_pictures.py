"""A card is painted once for each of its states, and looks the same from its picture."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from briefing.gui.widgets.card_pictures import CardPictures

PLACE = QRect(10, 20, 100, 40)


class Scribe:
    """Counts how often it is asked to paint."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, painter: QPainter) -> None:
        self.count += 1
        painter.fillRect(PLACE.adjusted(5, 5, -5, -5), QColor("red"))
        painter.drawText(PLACE, 0, "Moss")


def _drawn(pictures: CardPictures, scribe: Scribe, state: object, scale: float = 1) -> QImage:
    image = QImage(round(200 * scale), round(100 * scale), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(QColor("white"))
    painter = QPainter(image)
    pictures.draw(painter, PLACE, QColor("white"), state, scribe)
    painter.end()
    return image


@pytest.mark.parametrize("scale", [1, 2])
def test_a_state_is_painted_once(qapp: QApplication, scale: int) -> None:
    pictures, scribe = CardPictures(), Scribe()

    first = _drawn(pictures, scribe, "plain", scale)
    again = _drawn(pictures, scribe, "plain", scale)
    assert scribe.count == 1
    assert again == first

    _drawn(pictures, scribe, "selected", scale)
    assert scribe.count == 2
    pictures.clear()
    _drawn(pictures, scribe, "plain", scale)
    assert scribe.count == 3


def test_a_picture_lies_where_it_would_be_painted(qapp: QApplication) -> None:
    image = _drawn(CardPictures(), Scribe(), "plain")

    assert image.pixelColor(PLACE.topLeft()) != QColor("red")
    assert image.pixelColor(PLACE.left() + 6, PLACE.bottom() - 7) == QColor("red")


def test_between_pixels_nothing_is_kept(qapp: QApplication) -> None:
    pictures, scribe = CardPictures(), Scribe()

    for _ in range(2):
        _drawn(pictures, scribe, "plain", 1.5)

    assert scribe.count == 2


def test_only_the_last_are_kept(qapp: QApplication) -> None:
    pictures, scribe = CardPictures(), Scribe()
    many = 1_500_000 // (PLACE.width() * PLACE.height()) + 1

    for state in range(many):
        _drawn(pictures, scribe, state)
    _drawn(pictures, scribe, many - 1)
    assert scribe.count == many

    _drawn(pictures, scribe, 0)
    assert scribe.count == many + 1
