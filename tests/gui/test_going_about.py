"""Getting about: panes, the search, what was put away, files over the window, citations, zoom."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from briefing.gui.library_room import LIBRARY_TAB
from briefing.model.output import RegionKind
from tests.gui.acting import click_on_page, printed, ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG

_ANYWHERE = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def test_f6_goes_round_the_panes_and_back(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    assert QTest.qWaitForWindowActive(window)
    window.resize(1600, 900)
    window.cards.setFocus()
    seen = []

    for key, held in [(Qt.Key.Key_F6, _NONE)] * 3 + [(Qt.Key.Key_F6, _SHIFT)] * 3:
        QTest.keyClick(QApplication.focusWidget() or window, key, held)
        seen.append(window.focusWidget())

    page, cards, sidebar = window.preview.page, window.cards, window.sidebar
    assert seen == [page, sidebar, cards, sidebar, page, cards]


def test_the_search_is_left_by_its_keys(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    assert QTest.qWaitForWindowActive(window)
    window.search.setFocus()
    QTest.keyClicks(window.search, "missile")

    QTest.keyClick(window.search, Qt.Key.Key_Escape)
    assert (window.search.text(), window.search.hasFocus()) == ("", True)
    QTest.keyClick(window.search, Qt.Key.Key_Escape)
    assert window.cards.hasFocus()
    window.search.setFocus()
    QTest.keyClick(window.search, Qt.Key.Key_Down)
    assert window.cards.hasFocus()


def test_what_was_put_away_is_brought_back(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.library_room.show_library()
    model = window.source_model
    qtbot.waitUntil(lambda: model.rowCount() == 11, timeout=LONG)  # one is a reprint
    window.sources.selectRow(0)
    gone = model.source(0)
    QTest.keyClick(window.sources, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: model.rowCount() == 10, timeout=LONG)
    removed = window.sidebar.findItems("Removed", _ANYWHERE)[0]
    qtbot.waitUntil(lambda: removed.text(1) == "1", timeout=LONG)

    window.lists.setCurrentIndex(0)
    box = window.sidebar.visualItemRect(removed)
    QTest.mouseClick(window.sidebar.viewport(), _LEFT, _NONE, box.center())
    assert window.lists.currentIndex() == LIBRARY_TAB
    qtbot.waitUntil(lambda: model.rowCount() == 1 and model.source(0).id == gone.id, timeout=LONG)
    window.sources.selectRow(0)
    QTest.keyClick(window.sources, Qt.Key.Key_Delete)

    qtbot.waitUntil(lambda: model.rowCount() == 0, timeout=LONG)
    qtbot.waitUntil(lambda: window.bench.desk.undo == "Bring back 1 source", timeout=LONG)


def test_what_was_dismissed_leaves_the_list_and_comes_back(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    count, card = window.cards.model().rowCount(), window.cards.cards()[0]

    QTest.keyClick(window.cards, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: window.cards.model().rowCount() == count - 1, timeout=LONG)
    line = window.sidebar.findItems("Dismissed", _ANYWHERE)[0]
    assert line.text(1) == "1"
    box = window.sidebar.visualItemRect(line)
    QTest.mouseClick(window.sidebar.viewport(), _LEFT, _NONE, box.center())
    qtbot.waitUntil(lambda: window.cards.cards() == [card], timeout=LONG)
    QTest.keyClick(window.cards, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: window.cards.model().rowCount() == 0, timeout=LONG)

    qtbot.waitUntil(lambda: window.bench.desk.undo == "Bring back 1 excerpt", timeout=LONG)
    assert not window.bench.desk.dismissed


def test_files_over_the_window_are_counted_and_none_is_opened(
    qtbot: QtBot, open_window: Opener, tmp_path: Path
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / f"{n}.txt")) for n in range(3)])
    copy = Qt.DropAction.CopyAction

    over = QDragEnterEvent(QPoint(300, 300), copy, files, _LEFT, _NONE)
    QApplication.sendEvent(window, over)
    assert over.isAccepted()
    assert window.shade.told().startswith("Drop to add 3 files to Sample briefing")
    assert window.shade.size() == window.size()
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert window.shade.told() == ""
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(300, 300), copy, files, _LEFT, _NONE))
    QApplication.sendEvent(window, QDropEvent(QPointF(300, 300), copy, files, _LEFT, _NONE))

    assert window.shade.told() == ""
    qtbot.waitUntil(window.notice.isVisible, timeout=LONG)


def test_a_number_on_the_page_leads_to_its_source(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    regions = printed(window).regions
    mark = next(region for region in regions if region.kind is RegionKind.CITATION)

    click_on_page(window, mark)
    qtbot.waitUntil(lambda: window.source.shown() is not None, timeout=LONG)

    shown = window.source.shown()
    assert shown is not None
    assert shown.source.id == mark.sources[0]


def test_a_quotation_is_copied_and_the_next_undecided_card_chosen(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    model, inside = window.model, window.bench.desk.chosen()
    window.cards.choose(0)
    card = window.cards.cards()[0]
    assert card.passage in inside

    QTest.keyClick(window.cards, Qt.Key.Key_C, _CONTROL)
    assert QApplication.clipboard().text().startswith(f"“{card.text}” ({card.label}, 2024")
    rows = [row for row in range(12) if (one := model.card(row)) and one.passage not in inside]
    for row in rows[:3]:
        QTest.keyClick(window.cards, Qt.Key.Key_F3)
        assert window.cards.currentIndex().row() == row
    QTest.keyClick(window.cards, Qt.Key.Key_F3, _SHIFT)

    assert window.cards.currentIndex().row() == rows[1]


def test_the_page_is_dimmed_in_dark_colours_only(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    page = window.preview.page
    window.settings.keep("dim_page", "yes")

    def white() -> int:
        window.dress()
        return page.grab().toImage().pixelColor(page.width() // 2, 20).lightness()

    window.settings.keep("scheme", "light")
    assert white() == 255
    window.settings.keep("scheme", "dark")
    assert 120 < white() < 200
    window.settings.keep("dim_page", "")
    assert white() == 255


def test_keys_make_the_page_larger_and_fit_it_again(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    page = window.preview.page
    fitted = page.scale()

    QTest.keyClick(page, Qt.Key.Key_Plus, _CONTROL)
    assert page.scale() > fitted
    QTest.keyClick(page, Qt.Key.Key_Minus, _CONTROL)
    QTest.keyClick(page, Qt.Key.Key_Minus, _CONTROL)
    assert page.scale() < fitted
    QTest.keyClick(page, Qt.Key.Key_0, _CONTROL)

    assert page.zoom is None
    assert page.scale() == fitted


class Greedy(QLineEdit):
    """Takes every key for line editing, as Linux does some."""

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


@pytest.mark.parametrize(("key", "command"), [("E", "ask_export"), ("K", "show_commands")])
def test_a_field_leaves_the_window_its_keys(
    qtbot: QtBot, open_window: Opener, key: str, command: str
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    assert QTest.qWaitForWindowActive(window)
    asked: list[str] = []
    for name in (command, "undo"):
        action = window.actions_by_name[name]
        action.triggered.disconnect()
        action.triggered.connect(partial(asked.append, name))
    field = Greedy(window)
    field.show()
    field.setFocus()

    QTest.keyClicks(field, "missile")
    QTest.keyClick(field, getattr(Qt.Key, f"Key_{key}"), _CONTROL)
    QTest.keyClick(field, Qt.Key.Key_Z, _CONTROL)

    assert asked == [command]
    assert field.text() != "missile"


def test_ctrl_tab_turns_the_tabs_of_the_pane_that_has_the_keys(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    window.cards.setFocus()
    QTest.keyClick(window.cards, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert window.order.hasFocus()
    QTest.keyClick(window.order, Qt.Key.Key_Backtab, both)
    assert window.cards.hasFocus()

    window.preview.page.setFocus()
    QTest.keyClick(window.preview.page, Qt.Key.Key_Backtab, both)
    assert window.right.currentWidget() is window.changes
    assert window.right.isAncestorOf(window.focusWidget())
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert window.right.currentWidget() is window.preview
    assert window.lists.currentIndex() == 0


def test_a_line_of_the_sidebar_leads_back_to_the_excerpts(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    tree = window.sidebar

    def click(name: str) -> None:
        point = tree.visualItemRect(tree.findItems(name, _ANYWHERE)[0]).center()
        QTest.mouseClick(tree.viewport(), _LEFT, _NONE, point)

    click("Removed")
    assert window.lists.currentIndex() == 2
    assert window.search.text() == "is:removed"
    click("Disputed")

    assert window.lists.currentIndex() == 0
    assert window.search.text() == ""
    assert not window.notice.isVisible()
    qtbot.waitUntil(lambda: 0 < window.model.rowCount() < 20, timeout=LONG)


def test_tab_stops_at_a_line_across_the_window_only_where_it_has_links(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    followed: list[str] = []
    window.notice_text.linkActivated.connect(followed.append)

    window.tell("Nothing can be done about it.")
    assert window.notice_text.focusPolicy() is Qt.FocusPolicy.NoFocus
    window.tell("It went wrong. <a href='retry'>Retry</a>")
    window.notice_text.setFocus()
    assert window.notice_text.selectedText() == "Retry"
    window.tell("It went wrong again. <a href='retry'>Retry</a>")
    assert window.notice_text.selectedText() == "Retry"
    QTest.keyClick(window.notice_text, Qt.Key.Key_Return)

    assert followed == ["retry"]


def test_where_the_list_is_empty_its_key_leads_to_what_can_be_done(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.search.setText("zeppelin")
    qtbot.waitUntil(lambda: window.stack.currentWidget() is window.empty, timeout=LONG)

    window.pane_room.focus_list()
    assert window.empty.hasFocus()
    assert window.empty.hasSelectedText()
    QTest.keyClick(window.empty, Qt.Key.Key_Return)

    assert window.search.text() == ""


def test_enter_presses_a_button_as_space_does(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    close = window.banner.findChildren(QToolButton)[0]

    close.setFocus()
    QTest.keyClick(close, Qt.Key.Key_Return)

    assert not window.banner.isVisible()


def test_the_line_of_the_sidebar_that_has_the_keys_is_framed(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    side = window.sidebar
    heading = side.topLevelItem(0)  # which cannot be selected
    assert heading is not None
    side.setCurrentItem(heading)

    def edge() -> str:
        left = side.visualItemRect(heading).center()
        image = side.viewport().grab().toImage()
        return image.pixelColor(1, left.y()).name()

    window.cards.setFocus()
    before = edge()
    side.setFocus()

    assert edge() == side.palette().highlight().color().name() != before
