"""A card is painted once for each of its states, and looks the same from its picture."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from briefing.gui.widgets.card_pictures import CardPictures, Look

PLACE = QRect(10, 20, 100, 40)
RED = QColor("red")


class Scribe:
    """Counts how often it is asked to paint."""

    def __init__(self, colour: QColor = RED) -> None:
        self.count = 0
        self._colour = colour

    def __call__(self, painter: QPainter) -> None:
        self.count += 1
        painter.fillRect(PLACE.adjusted(5, 5, -5, -5), self._colour)
        painter.drawText(PLACE, 0, "Moss")


def _look(state: object, scribe: Scribe, below: Scribe | None = None) -> Look:
    return Look(
        PLACE, QFont(), Qt.LayoutDirection.LeftToRight, QColor("white"), state, scribe, "kind",
        below or Scribe(QColor("blue")),
    )  # fmt: skip


def _drawn(pictures: CardPictures, scribe: Scribe, state: object, scale: float = 1) -> QImage:
    image = QImage(round(200 * scale), round(100 * scale), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(QColor("white"))
    painter = QPainter(image)
    pictures.draw(painter, _look(state, scribe))
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

    assert image.pixelColor(PLACE.topLeft()) != RED
    assert image.pixelColor(PLACE.left() + 6, PLACE.bottom() - 7) == RED


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


def test_what_cards_share_is_painted_once_for_all(qapp: QApplication) -> None:
    pictures, below = CardPictures(), Scribe(QColor("blue"))

    for state in range(5):
        pictures.picture(_look(state, Scribe(), below), 1)

    assert below.count == 1


def test_a_picture_in_the_room_of_an_older_one_shows_nothing_of_that(qapp: QApplication) -> None:
    pictures, many = CardPictures(), 2 * 1_500_000 // (PLACE.width() * PLACE.height())
    fresh = _drawn(CardPictures(), Scribe(), "green")

    for state in range(many):
        pictures.picture(_look(state, Scribe(QColor("black"))), 1)

    assert _drawn(pictures, Scribe(), "green") == fresh


def test_a_picture_made_ahead_is_only_put_in_place(qapp: QApplication) -> None:
    pictures, scribe = CardPictures(), Scribe()
    look = _look("plain", scribe)

    assert not pictures.holds(look, 1)
    pictures.picture(look, 1)
    assert pictures.holds(look, 1)
    _drawn(pictures, scribe, "plain")

    assert scribe.count == 1
