"""The list while the library changes under it, and one pane alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from briefing.model.desk import Listed
from tests.gui.acting import ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG

_CONTROL = Qt.KeyboardModifier.ControlModifier
_BOTH = _CONTROL | Qt.KeyboardModifier.ShiftModifier
_ANYWHERE = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive


@pytest.mark.parametrize(("number", "shown"), [(1, 0), (2, 1), (3, 2), (4, 2), (5, 2), (6, 2)])
def test_one_pane_is_shown_alone_and_the_same_key_brings_the_others_back(
    qtbot: QtBot, open_window: Opener, number: int, shown: int
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    assert QTest.qWaitForWindowActive(window)
    window.resize(1600, 900)
    window.cards.setFocus()
    panes = (window.sidebar, window.middle, window.right)
    key = Qt.Key(Qt.Key.Key_0 + number)

    QTest.keyClick(_focused(), key, _BOTH)
    assert [pane.isVisible() for pane in panes] == [pane is panes[shown] for pane in panes]
    qtbot.waitUntil(lambda: panes[shown].isAncestorOf(_focused()) or shown < 2)
    QTest.keyClick(_focused(), key, _BOTH)

    assert all(pane.isVisible() for pane in panes)


def test_what_is_wanted_beside_a_pane_alone_comes_back(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    assert QTest.qWaitForWindowActive(window)
    window.resize(1600, 900)
    window.cards.setFocus()
    QTest.keyClick(window.cards, Qt.Key.Key_2, _BOTH)
    assert not window.right.isVisible()

    QTest.keyClick(window.cards, Qt.Key.Key_Return)
    qtbot.waitUntil(window.source.isVisible, timeout=LONG)
    QTest.keyClick(window.cards, Qt.Key.Key_2, _BOTH)
    QTest.keyClick(window.cards, Qt.Key.Key_4, _CONTROL)

    assert window.source.isVisible()


def test_the_pill_counts_the_excerpts_that_would_come(
    qtbot: QtBot, open_window: Opener, tmp_path: Path
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    file = tmp_path / "new.txt"
    told = ("China has sent ships to the strait.", "China has closed a harbour to tankers.")
    file.write_text("China sends ships\n\n" + "\n\n".join(f"{words} " * 6 for words in told))
    before = window.model.rowCount()

    window.intake_room.add([file])
    qtbot.waitUntil(window.arrivals.isVisible, timeout=LONG)
    words = window.arrivals.text()
    QTest.mouseClick(window.arrivals, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.model.rowCount() > before, timeout=LONG)

    more = window.model.rowCount() - before
    assert words == f"{more} new excerpt{'s' * (more > 1)} · Show"
    qtbot.waitUntil(lambda: not window.arrivals.isVisible())


def test_a_card_that_is_no_more_leaves_its_row_and_the_list_is_made_anew(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    numbers, second = list(window.model.numbers), window.model.card(1)
    gone = max(numbers) + 1_000_000

    window.model.show(Listed([numbers[0], gone, *numbers[1:]]))
    window.model.card(0)
    qtbot.waitUntil(lambda: window.model.card(2) is not None, timeout=LONG)
    assert window.model.card(1) is None
    assert window.model.card(2) == second

    qtbot.waitUntil(lambda: list(window.model.numbers) == numbers, timeout=LONG)


def test_f2_corrects_in_the_library_and_changes_a_theme_in_the_sidebar(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    assert QTest.qWaitForWindowActive(window)
    window.library_room.show_library()
    qtbot.waitUntil(lambda: window.source_model.rowCount() > 0, timeout=LONG)
    window.sources.setCurrentIndex(window.source_model.index(0, 0))

    QTest.keyClick(window.sources, Qt.Key.Key_F2)
    assert window.sources.state() == window.sources.State.EditingState
    QTest.keyClick(_focused(), Qt.Key.Key_Escape)
    window.sidebar.setCurrentItem(window.sidebar.findItems("China", _ANYWHERE)[0])
    window.sidebar.setFocus()
    QTest.keyClick(window.sidebar, Qt.Key.Key_F2)

    assert window.right.currentWidget() is window.theme_editor


def test_a_theme_has_no_number_while_it_is_rated(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    line = window.sidebar.findItems("China", _ANYWHERE)[0]
    qtbot.waitUntil(lambda: line.text(1).isdigit(), timeout=LONG)

    window.enquiries.rating.emit(frozenset({"china"}))

    assert line.text(1) == "…"
    assert window.sidebar.findItems("Industry", _ANYWHERE)[0].text(1).isdigit()


def _focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_the_numbers_of_the_sidebar_stay_in_sight(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.resize(1024, 640)
    for _ in range(2):
        QTest.keyClick(window.cards, Qt.Key.Key_2, _BOTH)
    assert not window.sidebar.isVisible()
    QTest.keyClick(window.cards, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(window.sidebar.isVisible)
    sidebar = window.sidebar

    assert sidebar.columnWidth(0) + sidebar.columnWidth(1) <= sidebar.viewport().width()
