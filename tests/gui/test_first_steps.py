"""The first steps tick themselves, are remembered, and once put away do not come back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from briefing.gui.window import Window
from tests.gui.acting import first_out, ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG


def _ticked(window: Window) -> list[str]:
    lines = window.first_steps.findChildren(QLabel)
    return [line.text()[2:] for line in lines if line.text().startswith("☑")]


def test_steps_tick_themselves_and_are_remembered(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    window.resize(1500, 950)
    ready(qtbot, window, included=4)
    assert window.first_steps.isVisible()
    assert _ticked(window) == []

    window.cards.setCurrentIndex(window.model.index(first_out(window), 0))
    QTest.keyClick(window.cards, Qt.Key.Key_Space)
    QTest.keyClick(window.cards, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(_ticked(window)) == 2, timeout=LONG)
    window.close()

    assert _ticked(open_window()) == ["Space puts an excerpt in", "Enter opens its source"]


def test_put_away_they_stay_away(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    window.resize(1500, 950)
    ready(qtbot, window, included=4)
    close = window.first_steps.findChildren(QToolButton)[0]
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not window.first_steps.isVisible()
    window.close()

    again = open_window()
    again.resize(1500, 950)
    ready(qtbot, again, included=4)
    assert not again.first_steps.isVisible()
    assert again.sidebar.isVisible()


def test_they_come_and_go_with_the_sidebar(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    window.resize(1500, 950)
    ready(qtbot, window, included=4)

    window.pane_room.swap_sidebar()
    assert not window.left.isVisible()
    window.pane_room.swap_sidebar()

    assert window.sidebar.isVisible()
    assert window.first_steps.isVisible()
