"""Excerpts put where they belong: dragged by a real mouse, by number, from a menu."""

import pytest

pytest.importorskip(
    "PySide6.QtWidgets", reason="Qt's screen libraries are missing", exc_type=ImportError
)

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidgetItemIterator, QWidget
from pytestqt.qtbot import QtBot

from briefing.gui.widgets.list_tabs import ORDER_TAB
from briefing.model.desk import Included
from briefing.model.passage import Passage
from tests.gui.acting import LONG, first_out, ready
from tests.gui.conftest import Opener

if TYPE_CHECKING:
    from briefing.gui.window import Window

_ANYWHERE = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
_STEP = 30
"""Milliseconds between two moves of the mouse."""


class Hand(QObject):
    """Moves the mouse while Qt's own loop carries what is dragged."""

    def __init__(self, window: "Window", way: list[QPoint], *, lets_go: bool = True) -> None:
        super().__init__()
        self._handle, self._way, self._lets_go = window.windowHandle(), way, lets_go
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    def drag(self) -> None:
        """From the first point of the way to the last."""
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mousePress(self._handle, left, none, self._way[0])
        self._timer.start(_STEP)

    def _go_on(self) -> None:
        self._way.pop(0)
        if self._way:
            QTest.mouseMove(self._handle, self._way[0])
            self._last = self._way[0]
            return
        self._timer.stop()
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        if not self._lets_go:
            QTest.keyClick(self._handle, Qt.Key.Key_Escape)
        QTest.mouseRelease(self._handle, left, none, self._last)


def _drag(window: "Window", start: QPoint, end: QPoint, *, lets_go: bool = True) -> Hand:
    middle = (start + end) / 2
    way = [
        start,
        start + QPoint(6, 6),
        start + QPoint(20, 12),
        middle,
        end,
        end + QPoint(1, 0),
        end,
    ]
    hand = Hand(window, way, lets_go=lets_go)
    hand.drag()
    return hand


def _at(window: "Window", part: QWidget, place: QPoint) -> QPoint:
    return part.mapTo(window, place)


def _card(window: "Window", row: int) -> QPoint:
    box = window.cards.visualRect(window.cards.model().index(row, 0))
    return _at(window, window.cards.viewport(), box.center())


def _lines(window: "Window") -> Iterator[tuple[Included, QRect]]:
    lines = QTreeWidgetItemIterator(window.order)
    while (line := lines.value()) is not None:
        item = line.data(0, int(Qt.ItemDataRole.UserRole))
        if isinstance(item, Included):
            yield item, window.order.visualItemRect(line)
        lines += 1


def _line(window: "Window", number: int, *, lower: bool = False) -> QPoint:
    box = [box for _, box in _lines(window)][number]
    place = QPoint(box.left() + 60, box.bottom() - 3 if lower else box.top() + 3)
    return _at(window, window.order.viewport(), place)


def _theme(window: "Window", title: str) -> QPoint:
    line = window.sidebar.findItems(title, _ANYWHERE)[0]
    box = window.sidebar.visualItemRect(line)
    return _at(window, window.sidebar.viewport(), box.center())


def _order(window: "Window") -> list[tuple[Passage, str]]:
    return [(item.whole, item.theme) for item in window.bench.desk.included]


def test_a_card_is_dragged_to_a_theme_of_the_sidebar(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    row = first_out(window)
    window.cards.setCurrentIndex(window.cards.model().index(row, 0))
    passage = window.cards.cards()[0].passage

    hand = _drag(window, _card(window, row), _theme(window, "Industry"))
    qtbot.waitUntil(lambda: (passage, "industry") in _order(window), timeout=LONG)

    assert hand
    assert window.bench.desk.undo == "Include 1 excerpt under Industry"
    window.bench.undo()
    ready(qtbot, window, included=4)


def test_a_card_is_dragged_to_the_briefing_and_to_a_place_in_it(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    row = first_out(window)
    card = window.cards.model().card(row)
    assert card is not None
    tab = _at(window, window.lists, window.lists.tabRect(ORDER_TAB).center())

    hand = _drag(window, _card(window, row), tab)
    qtbot.waitUntil(lambda: len(window.bench.desk.included) == 5, timeout=LONG)
    window.bench.undo()
    ready(qtbot, window, included=4)
    first = _order(window)[0]

    # Resting on the tab opens it; then the place is chosen.
    left = _card(window, row)
    window.lists.setCurrentIndex(0)
    hand = Hand(window, [left, left + QPoint(20, 12), *[tab] * 40])
    hand._way += [tab]
    QTimer.singleShot(40 * _STEP, lambda: hand._way.extend([_line(window, 0)] * 3))
    hand.drag()
    qtbot.waitUntil(lambda: len(window.bench.desk.included) == 5, timeout=LONG)

    assert _order(window)[:2] == [(card.passage, first[1]), first]


def test_quotations_are_moved_by_dragging_and_esc_lets_them_be(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.lists.setCurrentIndex(ORDER_TAB)
    before = _order(window)

    hand = _drag(window, _line(window, 3), _line(window, 0), lets_go=False)
    qtbot.wait(10 * _STEP)
    assert _order(window) == before
    hand = _drag(window, _line(window, 3), _line(window, 0, lower=True))
    qtbot.waitUntil(lambda: _order(window) != before, timeout=LONG)

    theme = before[0][1]
    assert hand
    assert _order(window) == [before[0], (before[3][0], theme), *before[1:3]]
    ready(qtbot, window, included=4)
    window.bench.undo()
    qtbot.waitUntil(lambda: _order(window) == before, timeout=LONG)
