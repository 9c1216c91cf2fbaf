"""What is in the briefing, grouped by what one looks for: the page itself stays as it is."""

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from briefing.gui.grouping import GROUPINGS, NOTHING, SECTIONS, grouped, is_of_page
from briefing.gui.item_models.carrying import carry
from briefing.gui.widgets.list_tabs import CANDIDATES_TAB, ORDER_TAB
from briefing.gui.widgets.order_lines import LINE, Head, Own, Quote
from briefing.gui.widgets.order_tree import ITEM
from briefing.gui.window import Window
from briefing.model.desk import Included
from briefing.model.passage import Passage
from tests.gui.acting import first_out, ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG

_LOOKING = [by for by in GROUPINGS if not is_of_page(by)]


def _item(start: int, publisher: str | None, day: date | None, by: str | None = None) -> Included:
    place = Passage("aa11", start, start + 10)
    label = publisher or "A title"
    return Included(place, "china", "Some words.", by, label, day, place, publisher)


_ITEMS = (
    _item(0, "Yonhap", date(2025, 3, 12), "Wu Qian"),
    _item(20, None, date(2025, 3, 14)),
    _item(40, "Émission", None, "wu Qian"),
    _item(60, "Yonhap", date(2025, 3, 14), "Anna Bo"),
)


def _groups(items: tuple[Included, ...], by: str) -> list[tuple[str, list[int]]]:
    return [
        (group.title, [item.passage.start for item in group.items]) for group in grouped(items, by)
    ]


def test_names_go_by_their_letters_and_what_is_unknown_comes_last() -> None:
    found = [("Émission", [40]), ("Yonhap", [0, 60]), ("publisher unknown", [20])]

    assert _groups(_ITEMS, "publisher") == found
    assert _groups(_ITEMS, "speaker")[0][0] == "Anna Bo"
    assert _groups(_ITEMS, "speaker")[-1] == ("speaker unknown", [20])


def test_days_have_groups_of_their_own_the_latest_first_and_months_over_a_longer_time() -> None:
    assert _groups(_ITEMS, "date") == [
        ("14 Mar 2025", [20, 60]), ("12 Mar 2025", [0]), ("no date", [40]),
    ]  # fmt: skip
    older = _item(80, "Yonhap", date(2024, 11, 2))
    assert _groups((*_ITEMS, older), "date") == [
        ("March 2025", [0, 20, 60]), ("November 2024", [80]), ("no date", [40]),
    ]  # fmt: skip


def _shown(qtbot: QtBot, open_window: Opener) -> Window:
    window = open_window()
    ready(qtbot, window, included=4)
    window.lists.setCurrentIndex(ORDER_TAB)
    window.order.setFocus()
    window.order.go_to(window.bench.desk.included[1])
    return window


def _listed(window: Window) -> list[Included]:
    return [found for line in window.order._lines() if (found := window.order._included(line))]


def _heads(window: Window) -> list[str]:
    said = [line.data(0, LINE) for line in window.order._lines()]
    return [one.title for one in said if isinstance(one, Head)]


def test_the_button_stands_above_what_is_in_the_briefing_and_nowhere_else(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = _shown(qtbot, open_window)

    assert window.grouping_button.isVisible()
    assert window.grouping_button.text() == "Group: template sections ▾"
    window.lists.setCurrentIndex(CANDIDATES_TAB)
    assert not window.grouping_button.isVisible()


@pytest.mark.parametrize("by", GROUPINGS)
def test_every_grouping_lists_the_same_quotations_and_leaves_the_page_alone(
    qtbot: QtBot, open_window: Opener, by: str
) -> None:
    window = _shown(qtbot, open_window)
    window.bench.park(window.bench.desk.included[3], on=True)
    qtbot.waitUntil(lambda: bool(window.bench.desk.parked), timeout=LONG)
    desk, chosen = window.bench.desk, window.order.selected()

    window.grouping_button.choose(by)

    assert window.bench.desk == desk
    assert set(_listed(window)) == {*desk.included, *desk.parked}
    assert _heads(window)[-1] == "Parked (1)"
    assert window.order.selected() == chosen
    if by in (SECTIONS, NOTHING):
        assert tuple(_listed(window)[:3]) == desk.included


@pytest.mark.parametrize("by", [by for by in GROUPINGS if by != SECTIONS])
def test_without_sections_a_line_names_its_theme(
    qtbot: QtBot, open_window: Opener, by: str
) -> None:
    window = _shown(qtbot, open_window)
    titles = {theme.id: theme.title for theme in window.bench.themes()}

    window.grouping_button.choose(by)

    for line in window.order._lines():
        said, item = line.data(0, LINE), line.data(0, ITEM)
        if isinstance(said, Quote):
            assert titles[item.theme] in said.who


def test_one_after_the_other_own_words_stand_where_the_page_has_them(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = _shown(qtbot, open_window)
    theme = window.bench.desk.included[-1].theme
    window.bench.write(theme, ["My own words."])
    window.grouping_button.choose(NOTHING)

    def told() -> None:
        lines = [line.data(0, LINE) for line in window.order._lines()]
        at = lines.index(Own("My own words.", empty=False))
        after = window.order._lines()[at + 1].data(0, ITEM)
        assert after.theme == theme
        assert not any(isinstance(one, Own) and one.empty for one in lines)
        assert not any(isinstance(one, Head) for one in lines)

    qtbot.waitUntil(told, timeout=LONG)


@pytest.mark.parametrize("by", _LOOKING)
def test_where_the_order_of_the_page_does_not_show_nothing_moves_and_it_is_said_why(
    qtbot: QtBot, open_window: Opener, by: str
) -> None:
    window = _shown(qtbot, open_window)
    window.grouping_button.choose(by)
    before = window.bench.desk.included

    QTest.keyClick(window.order, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    assert "Quotations are moved where" in window.notice_text.text()
    assert window.order.stands() == []
    assert window.bench.desk.included == before
    window.notice_text.linkActivated.emit("order:sections")
    assert window.grouping_button.chosen == SECTIONS
    assert not window.notice.isVisible()


def test_one_after_the_other_quotations_move_as_in_their_section(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = _shown(qtbot, open_window)
    first, item = window.bench.desk.included[:2]
    window.bench.place([item.whole], first.theme)
    qtbot.waitUntil(lambda: window.bench.desk.included[1].theme == first.theme, timeout=LONG)
    window.grouping_button.choose(NOTHING)
    window.order.go_to(first)

    QTest.keyClick(window.order, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    qtbot.waitUntil(lambda: window.bench.desk.included[1] == first, timeout=LONG)
    assert _listed(window)[1] == first


@pytest.mark.parametrize("by", _LOOKING)
def test_a_card_can_be_let_go_of_anywhere_and_what_is_in_nowhere(
    qtbot: QtBot, open_window: Opener, by: str
) -> None:
    window = _shown(qtbot, open_window)
    window.lists.setCurrentIndex(CANDIDATES_TAB)
    window.cards.choose(first_out(window))
    (card,) = window.cards.cards()
    inside = window.bench.desk.included[0]
    window.lists.setCurrentIndex(ORDER_TAB)
    window.grouping_button.choose(by)

    _carry_over(window, carry([inside.whole], inside.text))
    assert len(window.bench.desk.included) == 4

    _carry_over(window, carry([card.passage], card.text))
    qtbot.waitUntil(lambda: card.passage in window.bench.desk.chosen(), timeout=LONG)


def _carry_over(window: Window, data: QMimeData) -> None:
    point, acts = QPoint(80, 60), Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    held = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    moved = QDragMoveEvent(point, acts, data, *held)
    window.order.dragMoveEvent(moved)
    if moved.isAccepted():
        window.order.dropEvent(QDropEvent(QPointF(point), acts, data, *held))


def test_own_words_that_only_the_sections_have_room_for_bring_these_back(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = _shown(qtbot, open_window)
    window.grouping_button.choose("date")

    assert window.order.go_to_section("key-points")

    assert window.grouping_button.chosen == SECTIONS
    line = window.order.currentItem()
    assert line is not None
    assert line.data(0, ITEM)[0] == "key-points"


def test_the_grouping_is_remembered_and_can_be_chosen_by_keys(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)

    window.actions_by_name["ask_grouping"].trigger()
    menu = window.grouping_button.menu()
    assert isinstance(menu, QMenu)
    qtbot.waitUntil(menu.isVisible)
    assert window.lists.currentIndex() == ORDER_TAB
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)

    assert window.grouping_button.text() == "Group: speaker ▾"
    window.close()
    again = open_window()
    ready(qtbot, again, included=4)
    again.lists.setCurrentIndex(ORDER_TAB)
    assert again.grouping_button.chosen == "speaker"
    assert again.bench.desk.included[0].by in [None, *_heads(again)]


def test_the_order_of_the_candidates_can_be_chosen_by_keys_too(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.lists.setCurrentIndex(ORDER_TAB)

    window.actions_by_name["ask_order"].trigger()
    menu = window.order_button.menu()
    assert isinstance(menu, QMenu)
    qtbot.waitUntil(menu.isVisible)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)

    assert window.order_button.text() == "Newest first ▾"
    assert window.lists.currentIndex() == CANDIDATES_TAB
