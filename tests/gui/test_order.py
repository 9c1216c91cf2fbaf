"""The order of the page: what its lines tell, and that one's place in it is kept."""

from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefing.gui.dialogs.writing import WritingDialog
from briefing.gui.widgets.landing import PARKED
from briefing.gui.widgets.list_tabs import ORDER_TAB
from briefing.gui.widgets.order_lines import LINE, Head, Own, Quote, quote
from briefing.gui.window import Window
from briefing.model.desk import Backing, Included
from briefing.model.passage import Passage
from tests.gui.acting import ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG

_PLACE = Passage("aa11", 0, 40)
_ITEM = Included(
    _PLACE, "china", "Two ships left the harbour.", "Wu Qian", "Xinhua", date(2025, 3, 13), _PLACE
)


def _shown(qtbot: QtBot, open_window: Opener) -> Window:
    window = open_window()
    ready(qtbot, window, included=4)
    window.lists.setCurrentIndex(ORDER_TAB)
    window.order.setFocus()
    window.order.go_to(window.bench.desk.included[1])
    return window


def _quotes(window: Window) -> list[Quote]:
    said = [line.data(0, LINE) for line in window.order._lines()]
    return [one for one in said if isinstance(one, Quote)]


def test_a_line_tells_number_words_who_and_the_columns() -> None:
    line = quote(_ITEM, 3, ("5",), Backing(2, 1, 4), noted=True)

    assert line.plain().splitlines()[0].strip("\u200e").startswith("3  ")
    assert "“Two ships left the harbour.”" in line.plain()
    own = quote(replace(_ITEM, text="“Two ships left,” he said."), 3, (), None, noted=False)
    assert own.plain().count("“") == 1
    assert line.agreeing() == "● 2"
    assert line.differing() == "▲ 4"
    assert line.against() == "▲ other side of 5"
    assert line.signs == "✎ "
    assert line.spoken().startswith("Quotation 3. with a note. quote: Two ships left")
    assert "2 agree (1 reprint). 4 conflict. other side of 5" in line.spoken()


def test_a_single_source_and_one_that_is_not_weighed_yet() -> None:
    assert quote(_ITEM, 1, (), Backing(), noted=False).agreeing() == "◌ 1"
    unknown = quote(_ITEM, None, (), None, noted=False)

    assert (unknown.agreeing(), unknown.differing()) == ("", "")
    assert unknown.spoken().startswith("Not printed. quote:")


def test_the_columns_fill_once_the_list_lies_still(qtbot: QtBot, open_window: Opener) -> None:
    window = _shown(qtbot, open_window)

    qtbot.waitUntil(lambda: all(one.backing for one in _quotes(window)), timeout=LONG)

    assert all(one.agreeing()[0] in "●◌" for one in _quotes(window))


def test_own_words_and_sections_are_told_apart_from_quotations(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = _shown(qtbot, open_window)
    window.bench.write("key-points", ["Three words here."])

    def told() -> None:
        said = [line.data(0, LINE) for line in window.order._lines()]
        assert said[0] == Head("Bottom line", "3 words", "you write this")
        assert said[1] == Own("Three words here.", empty=False)

    qtbot.waitUntil(told, timeout=LONG)
    window.bench.set("template", "full", "Template")
    qtbot.waitUntil(lambda: window.order._lines()[0].data(0, LINE).title == "Key points")


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_P])
def test_who_takes_a_quotation_out_goes_on_at_the_next_by_keys(
    qtbot: QtBot, open_window: Opener, key: Qt.Key
) -> None:
    window = _shown(qtbot, open_window)
    gone, after = window.bench.desk.included[1:3]

    QTest.keyClick(window.order, key)
    qtbot.waitUntil(lambda: gone not in window.bench.desk.included, timeout=LONG)

    chosen = window.order.selected()
    assert chosen is not None
    assert chosen.whole == after.whole
    QTest.keyClick(window.order, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(window.bench.desk.included) == 2, timeout=LONG)
    assert window.order.hasFocus()
    window.bench.undo()
    window.bench.undo()
    qtbot.waitUntil(lambda: len(window.bench.desk.included) == 4, timeout=LONG)


def test_what_is_folded_stays_folded_and_what_is_parked_is_folded_at_first(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = _shown(qtbot, open_window)
    order, first = window.order, window.bench.desk.included[0]
    head = order.topLevelItem(1)
    assert head is not None
    head.setExpanded(False)

    window.bench.park(window.bench.desk.included[3], on=True)
    qtbot.waitUntil(lambda: bool(window.bench.desk.parked), timeout=LONG)

    heads = {
        line.data(0, LINE).title: line.isExpanded()
        for line in order._lines()
        if isinstance(line.data(0, LINE), Head)
    }
    assert heads["Parked (1)"] is False
    folded = [title for title, is_open in heads.items() if not is_open]
    assert folded == [head_of(window, first), "Parked (1)"]


def head_of(window: Window, item: Included) -> str:
    return next(theme.title for theme in window.bench.themes() if theme.id == item.theme)


def test_the_list_does_not_scroll_away_when_it_is_made_anew(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = _shown(qtbot, open_window)
    window.bench.toggle([card for card in map(window.model.card, range(30)) if card])
    qtbot.waitUntil(lambda: len(window.bench.desk.included) > 20, timeout=LONG)
    bar = window.order.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 300, timeout=LONG)
    item = window.bench.desk.included[15]
    window.order.go_to(item)
    before = bar.value()
    assert before > 0

    window.bench.note(item.whole, "look again")
    qtbot.waitUntil(lambda: any("✎" in one.signs for one in _quotes(window)), timeout=LONG)

    assert bar.value() == before


def test_letters_of_the_list_work_here_too(qtbot: QtBot, open_window: Opener) -> None:
    window = _shown(qtbot, open_window)
    item = window.order.selected()
    assert item is not None
    QTest.keyClick(window.order, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert item.text in QApplication.clipboard().text()
    assert item.label in QApplication.clipboard().text()

    QTest.keyClick(window.order, Qt.Key.Key_N)
    (dialog,) = (one for one in window.findChildren(WritingDialog) if one.isVisible())
    QTest.keyClicks(dialog.edit, "a note")
    dialog.keep()
    qtbot.waitUntil(lambda: window.bench.desk.remarks.get(item.whole) == "a note", timeout=LONG)
    assert window.order.selected() == item

    QTest.keyClick(window.order, Qt.Key.Key_J)
    assert window.order.currentItem() is not None
    assert window.order.selected() != item
    QTest.keyClick(window.order, Qt.Key.Key_K)
    assert window.order.selected() == item


def test_a_click_on_the_signs_compares(qtbot: QtBot, open_window: Opener) -> None:
    window = _shown(qtbot, open_window)
    line = window.order.currentItem()
    assert line is not None
    box = window.order.visualItemRect(line)
    point = QPoint(box.right() - 30, box.top() + 14)

    QTest.mouseClick(
        window.order.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point
    )

    qtbot.waitUntil(lambda: "Compared" in window.compare.toPlainText(), timeout=LONG)
    assert window.right.currentWidget() is window.compare
    assert PARKED in window.order._closed
