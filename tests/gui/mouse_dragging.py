"""Dragging with the mouse of an X server. `test_placing` runs this file on a screen of its own."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QProcess, QRect, Qt
from PySide6.QtWidgets import QApplication, QTreeWidgetItemIterator, QWidget
from pytestqt.qtbot import QtBot

from briefing.gui.widgets.list_tabs import ORDER_TAB
from briefing.model.desk import Included
from briefing.model.passage import Passage
from tests.gui.acting import first_out, ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG

if TYPE_CHECKING:
    from briefing.gui.window import Window

_ANYWHERE = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
_PARTS = (0.05, 0.2, 0.5, 0.8, 1.0)
"""Where the mouse is seen on its way from one point to the next."""


def _drag(window: "Window", *way: QPoint, letting_go: bool = True) -> None:
    """Take hold at the first point, rest a moment at each, let go at the last."""
    corner = window.mapToGlobal(QPoint(0, 0))
    here, *others = (corner + point for point in way)
    steps = [*_move(here), "mousedown", "1"]
    for point in others:
        for part in _PARTS:
            steps += _move(here + (point - here) * part)
        steps += ["sleep", "1.5"]
        here = point
    if not letting_go:
        steps += ["key", "Escape"]
    # Qt's own loop carries what is dragged, so that nothing may wait for the mouse here.
    hand = QProcess(window)
    hand.start("xdotool", [*steps, "mouseup", "1"])


def _move(point: QPoint) -> list[str]:
    return ["mousemove", str(point.x()), str(point.y()), "sleep", "0.06"]


def _at(window: "Window", part: QWidget, place: QPoint) -> QPoint:
    return part.mapTo(window, place)


def _card(window: "Window", row: int) -> QPoint:
    index = window.cards.model().index(row, 0)
    window.cards.scrollTo(index)
    return _at(window, window.cards.viewport(), window.cards.visualRect(index).center())


def _lines(window: "Window") -> Iterator[QRect]:
    lines = QTreeWidgetItemIterator(window.order)
    while (line := lines.value()) is not None:
        if isinstance(line.data(0, int(Qt.ItemDataRole.UserRole)), Included):
            yield window.order.visualItemRect(line)
        lines += 1


def _line(window: "Window", number: int, *, lower: bool = False) -> QPoint:
    box = list(_lines(window))[number]
    place = QPoint(box.left() + 60, box.bottom() - 3 if lower else box.top() + 3)
    return _at(window, window.order.viewport(), place)


def _theme(window: "Window", title: str) -> QPoint:
    line = window.sidebar.findItems(title, _ANYWHERE)[0]
    box = window.sidebar.visualItemRect(line)
    return _at(window, window.sidebar.viewport(), box.center())


def _order(window: "Window") -> list[tuple[Passage, str]]:
    return [(item.whole, item.theme) for item in window.bench.desk.included]


def _tab(window: "Window") -> QPoint:
    return _at(window, window.lists, window.lists.tabRect(ORDER_TAB).center())


def test_a_card_is_dragged_to_a_theme_of_the_sidebar(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    row = first_out(window)
    window.cards.setCurrentIndex(window.cards.model().index(row, 0))
    passage = window.cards.cards()[0].passage

    _drag(window, _card(window, row), _theme(window, "Industry"))
    qtbot.waitUntil(lambda: (passage, "industry") in _order(window), timeout=LONG)

    qtbot.waitUntil(
        lambda: window.bench.desk.undo == "Include 1 excerpt under Industry", timeout=LONG
    )
    window.bench.undo()
    ready(qtbot, window, included=4)


def test_a_card_is_dragged_to_the_briefing(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)

    _drag(window, _card(window, first_out(window)), _tab(window))
    qtbot.waitUntil(lambda: len(window.bench.desk.included) == 5, timeout=LONG)

    qtbot.waitUntil(lambda: window.bench.desk.undo == "Include 1 excerpt", timeout=LONG)


def test_resting_on_the_tab_opens_it_and_the_card_gets_its_place(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.lists.setCurrentIndex(ORDER_TAB)
    QApplication.processEvents()  # what stands above the list only beside the cards makes room
    before, place = _order(window), _line(window, 0)
    window.lists.setCurrentIndex(0)
    QApplication.processEvents()
    row = first_out(window)
    window.cards.setCurrentIndex(window.cards.model().index(row, 0))
    passage = window.cards.cards()[0].passage

    _drag(window, _card(window, row), _tab(window), place)
    qtbot.waitUntil(lambda: len(window.bench.desk.included) == 5, timeout=LONG)

    assert window.lists.currentIndex() == ORDER_TAB
    assert _order(window) == [(passage, before[0][1]), *before]


def test_quotations_are_moved_by_dragging_and_esc_lets_them_be(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.lists.setCurrentIndex(ORDER_TAB)
    before = _order(window)

    _drag(window, _line(window, 3), _line(window, 0), letting_go=False)
    qtbot.wait(3000)
    assert _order(window) == before
    _drag(window, _line(window, 3), _line(window, 0, lower=True))
    qtbot.waitUntil(lambda: _order(window) != before, timeout=LONG)

    theme = before[0][1]
    assert _order(window) == [before[0], (before[3][0], theme), *before[1:3]]
    window.bench.undo()
    qtbot.waitUntil(lambda: _order(window) == before, timeout=LONG)
