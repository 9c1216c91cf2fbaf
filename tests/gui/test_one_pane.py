"""Where there is no room for two panes, one is shown, and each act brings the one it is about."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from briefing.gui.window import Window
from tests.gui.acting import ready
from tests.gui.conftest import SIZE, Opener
from tests.gui.waiting import LONG

_CTRL = Qt.KeyboardModifier.ControlModifier
_BOTH = _CTRL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot: QtBot, open_window: Opener) -> Window:
    """A window as wide as half a screen, with the keys in its list."""
    window = open_window()
    ready(qtbot, window, included=4)
    window.resize(960, 800)
    window.cards.setFocus()
    assert _shown(window) == [window.middle]
    return window


def _shown(window: Window) -> list[QWidget]:
    return [pane for pane in (window.left, window.middle, window.right) if pane.isVisible()]


def test_f6_and_the_buttons_go_from_one_to_the_other(qtbot: QtBot, window: Window) -> None:
    QTest.keyClick(window.cards, Qt.Key.Key_F6)
    assert _shown(window) == [window.right]
    assert window.preview.page.hasFocus()
    QTest.keyClick(window.preview.page, Qt.Key.Key_F6)
    assert _shown(window) == [window.middle]
    assert window.cards.hasFocus()

    QTest.mouseClick(window.to_right, Qt.MouseButton.LeftButton)
    assert _shown(window) == [window.right]
    QTest.mouseClick(window.to_list, Qt.MouseButton.LeftButton)
    assert _shown(window) == [window.middle]


def test_a_pane_that_comes_by_itself_takes_the_keys_of_the_one_that_goes(window: Window) -> None:
    window.bring(window.right)

    assert window.right.isAncestorOf(window.focusWidget())


def test_what_is_asked_for_comes_and_esc_leads_back(qtbot: QtBot, window: Window) -> None:
    QTest.keyClick(window.cards, Qt.Key.Key_Return)
    qtbot.waitUntil(window.source.isVisible, timeout=LONG)
    assert _shown(window) == [window.right]
    QTest.keyClick(window.source.words, Qt.Key.Key_Escape)
    assert _shown(window) == [window.middle]
    assert window.cards.hasFocus()

    QTest.keyClick(window.cards, Qt.Key.Key_C)
    qtbot.waitUntil(window.compare.isVisible, timeout=LONG)
    assert window.compare.isAncestorOf(window.focusWidget())  # or Space would push a button
    QTest.keyClick(window, Qt.Key.Key_2, _CTRL)
    assert _shown(window) == [window.middle]
    QTest.keyClick(window, Qt.Key.Key_T, _CTRL)
    assert window.theme_editor.isVisible()
    QTest.keyClick(window.theme_editor.name, Qt.Key.Key_Escape)
    assert _shown(window) == [window.middle]


def test_p_held_shows_the_source_though_the_list_is_hidden_meanwhile(
    qtbot: QtBot, window: Window
) -> None:
    QTest.keyPress(window.cards, Qt.Key.Key_P)
    qtbot.waitUntil(window.source.isVisible, timeout=LONG)
    assert _shown(window) == [window.right]

    QTest.keyRelease(window, Qt.Key.Key_P)

    assert _shown(window) == [window.middle]
    assert window.right.currentWidget() is window.preview
    assert window.cards.hasFocus()


def test_a_short_p_leaves_the_list_where_it_is(qtbot: QtBot, window: Window) -> None:
    with qtbot.waitSignal(window.bench.source_shown, timeout=LONG):
        QTest.keyClick(window.cards, Qt.Key.Key_P)

    assert _shown(window) == [window.middle]


def test_one_pane_alone_and_back(window: Window) -> None:
    QTest.keyClick(window, Qt.Key.Key_3, _BOTH)
    assert _shown(window) == [window.right]
    assert not window.to_list.isVisible()
    QTest.keyClick(window, Qt.Key.Key_3, _BOTH)
    assert _shown(window) == [window.right]
    assert window.to_list.isVisible()


def test_with_room_for_both_they_stand_as_they_did(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.splitter.setSizes([280, 480, 640])
    before = window.splitter.sizes()

    window.resize(800, 700)
    window.resize(*SIZE)

    assert _shown(window) == [window.left, window.middle, window.right]
    qtbot.waitUntil(lambda: window.splitter.sizes() == before, timeout=LONG)
    assert not window.to_right.isVisible()


def test_large_text_needs_more_room(qtbot: QtBot, open_window: Opener) -> None:
    before = QApplication.font()
    window = open_window()
    ready(qtbot, window, included=4)
    window.resize(1024, 640)
    assert not window.single
    try:
        window.settings.keep("text_size", f"{before.pointSizeF() * 2:.1f}")
        window.dress()

        assert window.single
        qtbot.waitUntil(lambda: window.middle.width() > 900, timeout=LONG)
    finally:
        QApplication.setFont(before)
