"""Each screen beside a small picture of it that a person has accepted (`ACCEPT=1` takes new ones).

The pictures are so small that letters become grey: what shows is where panes, cards, pages and
colours are. The window wears a font that the program brings.
"""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.acting import idle, panes, ready
from tests.gui.conftest import Opener

KEPT = Path(__file__).with_name("pictures")
WIDE, HIGH = 72, 44
FAR = 12
"""Difference of a channel, of 255, from which a point counts as another."""
MOST = 0.03
"""Share of points that may be others: a line more or less on a page, another day's date."""


def _small(image: QImage) -> QImage:
    ratio, mode = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image.scaled(WIDE, HIGH, ratio, mode).convertToFormat(QImage.Format.Format_RGB32)


def _others(one: QImage, other: QImage) -> float:
    """The share of points in which two small pictures differ."""
    if one.size() != other.size():
        return 1.0
    count = 0
    for y in range(HIGH):
        for x in range(WIDE):
            a, b = QColor(one.pixel(x, y)), QColor(other.pixel(x, y))
            apart = zip(a.getRgb()[:3], b.getRgb()[:3], strict=True)  # type: ignore[index]
            count += any(abs(left - right) > FAR for left, right in apart)
    return count / (WIDE * HIGH)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_screens_look_as_they_were_accepted(qtbot: QtBot, open_window: Opener, scheme: str) -> None:
    before = QApplication.font()
    wrong: dict[str, float] = {}
    seen: dict[str, QImage] = {}
    try:
        QApplication.setFont(QFont("Source Sans 3", 10))
        window = open_window()
        window.settings.keep("scheme", scheme)
        window.dress()
        window.resize(1440, 880)
        ready(qtbot, window, included=4)
        for pane in panes(qtbot, window):
            idle(qtbot, window)
            seen[pane] = _small(window.grab().toImage())
            file = KEPT / f"{pane.replace(' ', '-')}-{scheme}.png"
            if os.environ.get("ACCEPT"):
                KEPT.mkdir(exist_ok=True)
                seen[pane].save(str(file))
            if (apart := _others(seen[pane], QImage(str(file)))) > MOST:
                wrong[file.name] = round(apart, 3)
    finally:
        QApplication.setFont(before)

    assert wrong == {}
    # The guard itself: no screen passes for another one.
    pairs = [(a, b) for a in seen for b in seen if a < b]
    assert len(pairs) >= 21
    assert [pair for pair in pairs if _others(seen[pair[0]], seen[pair[1]]) <= MOST] == []


def test_another_scheme_and_a_missing_pane_are_noticed() -> None:
    light = _small(QImage(str(KEPT / "candidates-light.png")))
    dark = _small(QImage(str(KEPT / "candidates-dark.png")))
    spoilt = light.copy()
    for y in range(HIGH // 2, HIGH):
        for x in range(WIDE // 2, WIDE):
            spoilt.setPixel(x, y, QColor("black").rgb())

    assert _others(light, light) == 0
    assert _others(light, dark) > 0.5
    assert _others(light, spoilt) > MOST
