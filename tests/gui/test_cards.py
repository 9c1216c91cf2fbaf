"""What a card tells and what a click on it does: who agrees, who differs, why it is ranked so."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QToolTip
from pytestqt.qtbot import QtBot

from briefing.gui.item_models.cards import BACKING
from briefing.gui.widgets.card_list import CardList
from briefing.gui.widgets.why_popover import WhyPopover
from tests.gui.acting import ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG

_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
_FIRST = (
    "China has sent two destroyers and a tanker to the northern strait near the island, "
    "the navy ministry said on Tuesday."
)
_SECOND = (
    "On Tuesday China had sent two destroyers and a tanker to the northern strait near the "
    "island, an official of the coast guard said."
)


def _option(cards: CardList, row: int) -> QStyleOptionViewItem:
    option = QStyleOptionViewItem()
    option.initFrom(cards)
    option.rect = cards.visualRect(cards.model().index(row, 0))
    option.font = cards.font()
    return option


def _part(cards: CardList, row: int, part: str) -> QPointF:
    """Where a person would click on that part of a card."""
    option, index = _option(cards, row), cards.model().index(row, 0)
    rect, high = QRectF(option.rect), QFontMetricsF(option.font).height()
    for y in (rect.top() + high, rect.bottom() - high):
        for x in range(int(rect.right()) - 20, int(rect.left()), -5):
            if cards.painter_of_cards.part_at(option, index, QPointF(x, y)) == part:
                return QPointF(x - 5, y)
    pytest.fail(f"the card has no {part}")


def test_a_card_says_how_many_origins_agree_and_a_click_compares(
    qtbot: QtBot, open_window: Opener, tmp_path: Path
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.resize(1920, 1000)
    for name, words in (("one", _FIRST), ("two", _SECOND)):
        head = f"Ships sent to the strait\n\nThe {name.title()} Post\nMarch 12, 2024\n\n"
        (tmp_path / f"{name}.txt").write_text(f"{head}{words}\n\n{'More will follow. ' * 20}\n")
    window.intake_room.add([tmp_path / "one.txt", tmp_path / "two.txt"])
    qtbot.waitUntil(window.arrivals.isVisible, timeout=LONG)
    QTest.keyClicks(window.search, "destroyers tanker")
    qtbot.waitUntil(lambda: 0 < window.model.rowCount() < 9, timeout=LONG)
    model = window.model
    qtbot.waitUntil(
        lambda: any(
            (model.index(row, 0).data(BACKING) or 0)
            and model.index(row, 0).data(BACKING).origins > 1
            for row in range(model.rowCount())
        ),
        timeout=LONG,
    )
    row = next(
        row for row in range(model.rowCount()) if model.index(row, 0).data(BACKING).origins > 1
    )
    spoken = str(model.index(row, 0).data(int(Qt.ItemDataRole.AccessibleTextRole)))
    assert "2 agree." in spoken

    point = _part(window.cards, row, "compare").toPoint()
    QTest.mouseClick(window.cards.viewport(), _LEFT, _NONE, point)
    qtbot.waitUntil(lambda: "2 sources agree" in window.compare.toPlainText(), timeout=LONG)

    assert window.right.currentWidget() is window.compare


def test_a_click_on_why_tells_every_reason_and_a_key_puts_it_away(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.resize(1920, 1000)
    qtbot.waitUntil(lambda: window.cards.visualRect(window.model.index(0, 0)).width() > 700)
    card = window.model.card(0)
    assert card is not None

    point = _part(window.cards, 0, "why").toPoint()
    QTest.mouseClick(window.cards.viewport(), _LEFT, _NONE, point)
    (told,) = window.findChildren(WhyPopover)
    assert all(reason.split("“")[0] in told.words.text() for reason in card.because)
    QTest.keyClick(told, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(WhyPopover))

    QTest.keyClick(window.cards, Qt.Key.Key_W)
    qtbot.waitUntil(lambda: bool(window.findChildren(WhyPopover)))
    window.findChildren(WhyPopover)[0].close()


def test_a_click_elsewhere_on_a_card_only_chooses_it(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    before = window.right.currentWidget()
    middle = window.cards.visualRect(window.model.index(1, 0)).center()

    QTest.mouseClick(window.cards.viewport(), _LEFT, _NONE, middle)

    assert window.cards.currentIndex().row() == 1
    assert window.right.currentWidget() is before
    assert not window.findChildren(WhyPopover)
    assert QApplication.activePopupWidget() is None


@pytest.mark.parametrize(("density", "told"), [("Compact", True), ("Roomy", False)])
def test_resting_on_a_card_tells_the_whole_of_what_it_cuts(
    qtbot: QtBot, open_window: Opener, density: str, *, told: bool
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.settings.keep("density", density)
    window.dress()
    window.cards.choose(0)
    card = window.cards.cards()[0]
    port = window.cards.viewport()
    point = window.cards.visualRect(window.model.index(0, 0)).center()

    QApplication.sendEvent(port, QHelpEvent(QEvent.Type.ToolTip, point, port.mapToGlobal(point)))

    assert (card.text[-20:] in QToolTip.text()) is told
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible(), timeout=LONG)


def test_who_comes_back_with_ctrl_held_has_the_card_selected(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.cards.choose(2)
    window.close()

    QTest.keyPress(window, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    again = open_window()
    qtbot.waitUntil(lambda: again.cards.currentIndex().row() == 2, timeout=LONG)
    rows = [index.row() for index in again.cards.selectedIndexes()]
    QTest.keyRelease(again, Qt.Key.Key_Control)

    assert rows == [2]
