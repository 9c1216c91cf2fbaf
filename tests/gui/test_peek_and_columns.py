"""P held shows a source for as long; columns are chosen on the head of the library's table."""

import sys
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from briefing.gui.item_models.sources import COLUMNS
from tests.gui.acting import ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG

_BY_KEY = QContextMenuEvent.Reason.Keyboard
_MIDDLE, _NONE = Qt.MouseButton.MiddleButton, Qt.KeyboardModifier.NoModifier


def test_p_held_shows_the_source_and_letting_go_returns(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    before, card = window.right.currentWidget(), window.cards.cards()[0]

    QTest.keyPress(window.cards, Qt.Key.Key_P)
    qtbot.waitUntil(window.source.isVisible, timeout=LONG)
    assert window.source.text() == card.text
    QTest.keyRelease(window.cards, Qt.Key.Key_P)

    assert window.right.currentWidget() is before


def test_the_middle_button_peeks_too_and_a_short_press_leaves_nothing_open(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    before = window.right.currentWidget()
    point = window.cards.visualRect(window.model.index(1, 0)).center()

    with qtbot.waitSignal(window.bench.source_shown, timeout=LONG):
        QTest.mousePress(window.cards.viewport(), _MIDDLE, _NONE, point)
        QTest.mouseRelease(window.cards.viewport(), _MIDDLE, _NONE, point)

    assert window.right.currentWidget() is before
    assert window.cards.currentIndex().row() == 0


def test_a_column_is_hidden_by_its_menu_and_stays_so(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.library_room.show_library()
    qtbot.waitUntil(lambda: window.source_model.rowCount() > 0, timeout=LONG)
    header = window.sources.horizontalHeader()
    window.resize(1024, 640)
    wide = window.sources.horizontalHeader().length()

    header.customContextMenuRequested.emit(header.rect().center())
    (menu,) = (m for m in window.sources.findChildren(QMenu) if m.isVisible())
    title, grade = menu.actions()[0], menu.actions()[len(COLUMNS) - 1]
    assert (title.isEnabled(), grade.text()) == (False, "Grade")
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, _NONE, menu.actionGeometry(grade).center())
    assert window.sources.isColumnHidden(6)
    assert header.length() < wide
    window.close()

    again = open_window()
    assert again.sources.isColumnHidden(6)
    assert not again.sources.isColumnHidden(1)


def test_the_library_tells_excerpts_and_state_and_sorts_by_them(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.library_room.show_library()
    model = window.source_model
    qtbot.waitUntil(lambda: model.rowCount() > 0, timeout=LONG)

    def column(name: str) -> list[str]:
        at = next(n for n, (title, *_) in enumerate(COLUMNS) if title == name)
        return [str(model.index(row, at).data()) for row in range(model.rowCount())]

    def numbers() -> list[int]:
        return [int(told.split()[0]) for told in column("Excerpts")]

    inside = [int(told.split()[2]) for told in column("Excerpts") if "in" in told]
    assert sum(inside) == 4
    assert set(column("State")) <= {"● ready", "● new", "● changed", "▲ no date"}
    window.sources.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: numbers() == sorted(numbers(), reverse=True), timeout=LONG)
    assert max(numbers()) > min(numbers())
    flags = model.index(0, 3).flags()
    assert not flags & Qt.ItemFlag.ItemIsEditable

    window.bench.leave_out([window.bench.desk.included[0].whole])

    after = [int(told.split()[2]) for told in column("Excerpts") if "in" in told]
    assert sum(after) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="there the system opens it")
def test_a_key_opens_the_menu_of_a_card(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.cards.setFocus()

    QTest.keyClick(window.cards, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None, timeout=LONG)
    menu = QApplication.activePopupWidget()

    assert isinstance(menu, QMenu)
    assert "Note…\tN" in [action.text() for action in menu.actions()]
    menu.close()


def test_the_table_is_sorted_by_the_keys_in_the_menu_of_its_head(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.library_room.show_library()
    model, table = window.source_model, window.sources
    qtbot.waitUntil(lambda: model.rowCount() > 8, timeout=LONG)

    def choose(words: str) -> None:
        point = table.rect().center()
        asked = QContextMenuEvent(_BY_KEY, point, table.mapToGlobal(point))
        QApplication.sendEvent(table, asked)
        (menu,) = (one for one in table.findChildren(QMenu) if one.isVisible())
        next(one for one in menu.actions() if one.text() == words).trigger()
        menu.close()

    def days() -> list[date]:
        found = (model.source(row).published for row in range(model.rowCount()))
        return [day for day in found if day]

    choose("Sort by Date")
    qtbot.waitUntil(lambda: days() == sorted(days()) != [], timeout=LONG)
    choose("Sort by Date")
    qtbot.waitUntil(lambda: days() == sorted(days(), reverse=True), timeout=LONG)
