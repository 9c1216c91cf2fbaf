"""In a narrow window a rail of icons stands for the sidebar, and brings it over the list."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from briefing.gui.widgets.side_rail import PARTS, icon
from briefing.gui.window import Window
from tests.gui.acting import ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG

_CTRL = Qt.KeyboardModifier.ControlModifier
_BOTH = _CTRL | Qt.KeyboardModifier.ShiftModifier
_LEFT = Qt.MouseButton.LeftButton


def _narrow(qtbot: QtBot, window: Window) -> None:
    window.resize(1179, 700)
    qtbot.waitUntil(window.rail.isVisible, timeout=LONG)


def test_the_sidebar_gives_way_to_the_rail_and_comes_back(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.splitter.setSizes([280, 560, 560])
    before = window.splitter.sizes()
    assert not window.rail.isVisible()

    _narrow(qtbot, window)
    assert not window.sidebar.isVisible()
    assert window.rail.width() < 60
    window.resize(1400, 860)
    qtbot.waitUntil(window.sidebar.isVisible, timeout=LONG)

    assert not window.rail.isVisible()
    qtbot.waitUntil(lambda: window.splitter.sizes() == before, timeout=LONG)


def test_over_the_list_it_has_room_for_large_letters(qtbot: QtBot, open_window: Opener) -> None:
    before = QApplication.font()
    window = open_window()
    ready(qtbot, window, included=4)
    _narrow(qtbot, window)
    try:
        window.settings.keep("text_size", f"{before.pointSizeF() * 2:.1f}")
        window.dress()
        QTest.keyClick(window, Qt.Key.Key_B, _CTRL)
        wide, needed = (
            window.left.width(),
            window.fontMetrics().horizontalAdvance("Command structure"),
        )
        room = window.splitter.width()
    finally:
        QApplication.setFont(before)

    assert needed < wide * 0.75
    assert wide <= room / 2 + 1


def test_ctrl_b_lays_it_over_the_list_without_moving_anything(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    _narrow(qtbot, window)
    before = window.splitter.sizes()

    QTest.keyClick(window, Qt.Key.Key_B, _CTRL)
    assert window.sidebar.isVisible()
    assert window.sidebar.hasFocus()
    assert window.left.geometry().intersects(window.splitter.geometry())
    assert window.splitter.sizes() == before
    QTest.keyClick(window.sidebar, Qt.Key.Key_Escape)

    assert not window.sidebar.isVisible()
    assert window.cards.hasFocus()


def test_an_icon_leads_to_its_part_and_whoever_goes_elsewhere_sees_the_list_again(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    _narrow(qtbot, window)
    for part, line in (("themes", "Command structure"), ("attention", "Attention")):
        QTest.mouseClick(window.rail.button(part), _LEFT)
        assert window.sidebar.isVisible()
        item = window.sidebar.currentItem()
        assert item is not None
        assert item.text(0) == line
    QTest.mouseClick(window.rail.button("attention"), _LEFT)
    assert not window.sidebar.isVisible()

    QTest.mouseClick(window.rail.button("library"), _LEFT)
    QTest.mouseClick(window.search, _LEFT)
    qtbot.waitUntil(lambda: not window.sidebar.isVisible(), timeout=LONG)

    assert all(
        button.accessibleName() and button.width() >= 24
        for button in window.rail.findChildren(QToolButton)
    )
    assert not window.rail.button("views").isVisible()


def test_alone_it_is_a_pane_in_a_narrow_window_too(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    _narrow(qtbot, window)

    QTest.keyClick(window, Qt.Key.Key_1, _BOTH)
    assert window.sidebar.isVisible()
    assert not window.middle.isVisible()
    assert not window.rail.isVisible()
    qtbot.waitUntil(lambda: window.left.width() > 600, timeout=LONG)
    QTest.keyClick(window, Qt.Key.Key_1, _BOTH)

    assert window.middle.isVisible()
    assert window.rail.isVisible()


def test_in_a_low_window_the_banner_makes_way_for_what_is_said(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.resize(1024, 640)
    assert window.banner.isVisible()

    window.tell("A sentence.")
    assert not window.banner.isVisible()
    window.notice.hide()
    assert window.banner.isVisible()
    QTest.mouseClick(window.banner.findChildren(QToolButton)[0], _LEFT)
    window.tell("A sentence.")
    window.notice.hide()

    assert not window.banner.isVisible()


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_its_icons_are_whole_on_fine_screens(qtbot: QtBot, ratio: float) -> None:
    for part in PARTS:
        drawn = icon(part, QColor("black"), 18, ratio).pixmap(QSize(18, 18), ratio).toImage()
        inked = [
            (x / drawn.width(), y / drawn.height())
            for x in range(drawn.width())
            for y in range(drawn.height())
            if drawn.pixelColor(x, y).alpha()
        ]

        for axis in (0, 1):  # each stands in the middle of its square
            places = [point[axis] for point in inked]
            assert abs(min(places) + max(places) - 1) < 0.25
