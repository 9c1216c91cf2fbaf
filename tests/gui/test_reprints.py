"""Reprints lie folded under what came out first: by mouse, by keys, for a screen reader."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from briefing.gui.window import Window
from tests.gui.acting import ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG

_SAID = (
    "China has sent two destroyers and a tanker to the northern strait near the island of birds, "
    "the navy ministry said on Tuesday."
)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)


@pytest.fixture
def window(qtbot: QtBot, open_window: Opener, tmp_path: Path) -> Window:
    """A window that lists one excerpt of three papers."""
    window = open_window()
    ready(qtbot, window, included=4)
    papers = (("Late", 14), ("First", 12), ("Second", 13))
    for name, day in papers:
        text = f"{name} ships sent to the strait\n\nMarch {day}, 2024\n\n{_SAID}\n\n"
        (tmp_path / f"{name}.txt").write_text(text + "More will follow. " * 20)
    window.intake_room.add([tmp_path / f"{name}.txt" for name, _ in papers])
    qtbot.waitUntil(window.arrivals.isVisible, timeout=LONG)
    assert "3" in window.arrivals.text()
    window.search.setText("destroyers tanker")
    qtbot.waitUntil(lambda: bool(_labels(window)), timeout=LONG)
    qtbot.waitUntil(lambda: "ships" in _labels(window)[0], timeout=LONG)
    window.cards.choose(0)
    window.cards.setFocus()
    return window


def _labels(window: Window) -> list[str]:
    """The sources of the excerpts that are listed."""
    cards = map(window.model.card, range(window.model.rowCount()))
    return [card.label if card else "" for card in cards]


def _spoken(window: Window, row: int) -> str:
    return str(window.model.index(row, 0).data(_SPOKEN))


def test_keys_show_and_fold_reprints(window: Window) -> None:
    assert _labels(window) == ["First ships sent to the strait"]
    assert "2 reprints folded; R shows them." in _spoken(window, 0)

    QTest.keyClick(window.cards, Qt.Key.Key_R)
    assert window.model.rowCount() == 3
    assert window.cards.currentIndex().row() == 0

    QTest.keyClick(window.cards, Qt.Key.Key_Left)
    assert window.model.rowCount() == 1
    QTest.keyClick(window.cards, Qt.Key.Key_Left)
    assert window.model.rowCount() == 1
    QTest.keyClick(window.cards, Qt.Key.Key_Right)
    assert window.model.rowCount() == 3


def test_what_is_unfolded_stays_so_and_is_folded_from_any_of_its_cards(
    qtbot: QtBot, window: Window
) -> None:
    QTest.keyClick(window.cards, Qt.Key.Key_R)
    window.bench.list_again()
    qtbot.waitUntil(lambda: "" not in _labels(window), timeout=LONG)
    assert _labels(window) == [
        "First ships sent to the strait",
        "Second ships sent to the strait",
        "Late ships sent to the strait",
    ]
    assert "A reprint." in _spoken(window, 2)

    window.cards.choose(2)
    QTest.keyClick(window.cards, Qt.Key.Key_R)

    assert _labels(window) == ["First ships sent to the strait"]
    assert window.cards.cards()[0].label == "First ships sent to the strait"


def test_a_reprint_that_is_in_the_briefing_is_not_folded_away(qtbot: QtBot, window: Window) -> None:
    QTest.keyClick(window.cards, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: "" not in _labels(window), timeout=LONG)
    window.cards.choose(2)
    QTest.keyClick(window.cards, Qt.Key.Key_Space)
    QTest.keyClick(window.cards, Qt.Key.Key_R)
    ready(qtbot, window, included=5)

    window.bench.list_again()

    told = {"First ships sent to the strait", "Late ships sent to the strait"}
    qtbot.waitUntil(lambda: set(_labels(window)) == told, timeout=LONG)
    row = _labels(window).index("First ships sent to the strait")
    assert "1 reprint folded" in _spoken(window, row)


def test_a_click_on_the_words_shows_them(window: Window) -> None:
    cards = window.cards
    option, index = QStyleOptionViewItem(), window.model.index(0, 0)
    option.initFrom(cards)
    option.rect, option.font = cards.visualRect(index), cards.font()
    rect, high = QRectF(option.rect), QFontMetricsF(option.font).height()
    across = range(int(rect.right()) - 20, int(rect.left()), -5)
    points = (QPointF(x, rect.top() + high) for x in across)
    point = next(p for p in points if cards.painter_of_cards.part_at(option, index, p) == "fold")

    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(cards.viewport(), left, none, (point - QPointF(4, 0)).toPoint())

    assert window.model.rowCount() == 3
