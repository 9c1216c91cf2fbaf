"""Narrowing the list: chips, kept views, values offered after a colon, and what is like a card."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from briefing.gui.offers import finished
from briefing.gui.widgets.chips import Chips
from briefing.gui.window import Window
from tests.gui.acting import ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG

_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
_ANYWHERE = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive


def _chip(window: Window, text: str) -> QToolButton:
    chips = window.chips.findChildren(QToolButton)
    return next(chip for chip in chips if chip.text() == text and chip.isVisible())


def _rows(qtbot: QtBot, window: Window, so: Callable[[int], bool]) -> int:
    qtbot.waitUntil(lambda: so(window.model.rowCount()), timeout=LONG)
    return window.model.rowCount()


def test_a_chip_narrows_and_the_same_click_widens(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    before = window.model.rowCount()

    QTest.mouseClick(_chip(window, "Disputed"), _LEFT)
    _rows(qtbot, window, lambda rows: 0 < rows < before)
    assert _chip(window, "Disputed").isChecked()
    QTest.mouseClick(_chip(window, "Disputed"), _LEFT)

    _rows(qtbot, window, lambda rows: rows == before)


def test_more_offers_what_there_is_with_counts(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    before = window.model.rowCount()
    qtbot.waitUntil(lambda: any(window.sidebar.findItems("China", _ANYWHERE)[0].text(1)))
    menu = window.chips.more.menu()
    assert menu is not None
    menu.aboutToShow.emit()
    speakers = next(m for m in menu.findChildren(QMenu) if m.title() == "Speaker")
    action = speakers.actions()[0]
    name, count = action.text().split("\t")
    assert int(count) > 0

    action.trigger()
    _rows(qtbot, window, lambda rows: 0 < rows < before)
    QTest.mouseClick(_chip(window, f"{name} ✕"), _LEFT)

    _rows(qtbot, window, lambda rows: rows == before)


def test_values_are_offered_after_a_colon_and_enter_takes_one(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    assert QTest.qWaitForWindowActive(window)
    before = window.model.rowCount()
    window.search.setFocus()

    QTest.keyClicks(window.search, "publisher:")
    offers = window.search_room.offers
    qtbot.waitUntil(lambda: len(offers.values()) > 1, timeout=LONG)
    assert window.model.rowCount() == before
    wanted = offers.values()[0]
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)

    assert window.search.text() in (f"publisher:{wanted} ", f'publisher:"{wanted}" ')
    rows = _rows(qtbot, window, lambda rows: 0 < rows < before)
    qtbot.waitUntil(lambda: window.model.card(rows - 1) is not None, timeout=LONG)
    cards = [window.model.card(row) for row in range(rows)]
    assert {card.label for card in cards if card} == {wanted}


@pytest.mark.parametrize(
    ("typed", "searched"),
    [
        ("ships publisher:", "ships "),
        ('ships publisher:"', "ships "),
        ("ships publisher:x", "ships publisher:x"),
        ("at 10: ships", "at 10: ships"),
        ("title:", "title:"),
    ],
)
def test_a_filter_without_a_value_is_not_searched_yet(typed: str, searched: str) -> None:
    assert finished(typed) == searched


def test_a_view_is_kept_in_the_sidebar_shown_again_and_removed(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    before = window.model.rowCount()
    QTest.keyClicks(window.search, "missile")
    few = _rows(qtbot, window, lambda rows: 0 < rows < before)

    def name_it() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QInputDialog)
        line = dialog.findChildren(QLineEdit)[0]
        line.setText("Rockets")
        QTest.keyClick(line, Qt.Key.Key_Return)

    QTimer.singleShot(200, name_it)
    window.actions_by_name["save_view"].trigger()
    window.search.clear()
    _rows(qtbot, window, lambda rows: rows == before)
    window.close()

    again = open_window()
    ready(qtbot, again, included=4)
    (line,) = again.sidebar.findItems("Rockets", _ANYWHERE)
    point = again.sidebar.visualItemRect(line).center()
    QTest.mouseClick(again.sidebar.viewport(), _LEFT, _NONE, point)
    _rows(qtbot, again, lambda rows: rows == few)
    again.sidebar.setCurrentItem(line)
    QTest.keyClick(again.sidebar, Qt.Key.Key_Delete)

    assert not again.sidebar.findItems("Rockets", _ANYWHERE)


def test_what_is_like_a_card_is_listed_without_the_card(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    before, card = window.model.rowCount(), window.cards.cards()[0]

    window.menu_room.similar_wanted.emit(card.passage, card.text)
    rows = _rows(qtbot, window, lambda rows: 0 < rows < before)
    qtbot.waitUntil(lambda: window.model.card(rows - 1) is not None, timeout=LONG)

    found = [window.model.card(row) for row in range(rows)]
    assert all(one and one.passage.source != card.passage.source for one in found)
    (chip,) = (c for c in window.chips.findChildren(QToolButton) if c.text().startswith("Like “"))
    QTest.mouseClick(chip, _LEFT)
    _rows(qtbot, window, lambda rows: rows == before)


def test_the_chips_stand_only_where_they_narrow(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)

    shown = []
    for tab in (0, 1, 2, 0):
        window.lists.setCurrentIndex(tab)
        shown.append(window.chips.isVisible())

    assert shown == [True, False, False, True]


def test_chips_without_room_wait_under_more_in_one_row(qtbot: QtBot) -> None:
    chips = Chips()
    qtbot.addWidget(chips)
    chips.resize(chips._row.sizeHint().width(), 40)
    chips.show()
    high = chips._row.heightForWidth(chips.width())
    assert all(chip.isVisible() for chip in chips._standing.values())

    chips.swap("is:disputed", "Disputed")
    chips.resize(chips.width() * 2 // 3, 40)
    shown = [chip.text() for chip in chips._standing.values() if chip.isVisible()]
    chips.more.menu().aboutToShow.emit()
    waiting = [action.text() for action in chips.more.menu().actions()]

    assert "Disputed" in shown
    assert "Last 30 days" in waiting
    assert "Last 30 days" not in shown
    assert chips._row.heightForWidth(chips.width()) == high
