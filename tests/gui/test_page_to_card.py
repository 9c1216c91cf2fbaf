"""From a quotation on the page to its card: also where a filter hides it, or it is folded away."""

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing.gui.card_room import CardRoom
from briefing.gui.page_layout import excerpts
from briefing.gui.widgets.list_tabs import CANDIDATES_TAB, ORDER_TAB
from briefing.gui.window import Window
from briefing.model.output import Region
from tests.gui.acting import click_on_page, printed, ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG


def _searched(qtbot: QtBot, window: Window) -> tuple[Region, int]:
    """A quotation of the page whose card a search hides, and how many cards there were before it."""
    ready(qtbot, window, included=4)
    every = window.model.rowCount()
    region = excerpts(printed(window).regions)[0]
    assert region.passage is not None
    QTest.keyClicks(window.search, "shareholders")
    qtbot.waitUntil(lambda: 0 < window.model.rowCount() < every, timeout=LONG)
    window.model._before.clear()  # its card was never in sight
    return region, every


def test_a_click_on_the_page_clears_the_filter_that_hides_the_card_and_can_be_taken_back(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    region, every = _searched(qtbot, window)
    few = window.model.rowCount()
    window.lists.setCurrentIndex(ORDER_TAB)

    click_on_page(window, region)
    qtbot.waitUntil(window.notice.isVisible, timeout=LONG)

    assert window.search.text() == ""
    assert window.model.rowCount() == every
    assert window.lists.currentIndex() == CANDIDATES_TAB
    qtbot.waitUntil(
        lambda: [card.passage for card in window.cards.cards()] == [region.passage], timeout=LONG
    )
    assert "was cleared" in window.notice_text.text()

    window.notice_text.linkActivated.emit("view:back")
    qtbot.waitUntil(lambda: window.model.rowCount() == few, timeout=LONG)
    assert window.search.text() == "shareholders"
    assert not window.notice.isVisible()


def test_a_chip_that_hides_the_card_is_cleared_too(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    every = window.model.rowCount()
    region = excerpts(printed(window).regions)[-1]
    window.chips.swap("is:new", "New")
    qtbot.waitUntil(lambda: window.model.rowCount() == 0, timeout=LONG)
    window.model._before.clear()

    click_on_page(window, region)
    qtbot.waitUntil(lambda: window.model.rowCount() == every, timeout=LONG)
    qtbot.waitUntil(
        lambda: [card.passage for card in window.cards.cards()] == [region.passage], timeout=LONG
    )

    assert not window.chips.on()
    assert window.stack.currentWidget() is window.cards


def test_a_quotation_that_is_no_candidate_leads_to_its_line(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    passage = excerpts(printed(window).regions)[1].passage
    assert passage is not None
    item = window.bench.desk.item(passage)
    assert item is not None
    others = [theme.id for theme in window.bench.themes() if theme.id != item.theme]
    window.bench.set("themes", others, "Themes")
    window.model._before.clear()
    qtbot.waitUntil(lambda: window.model.row_of(passage) is None, timeout=LONG)

    click_on_page(window, excerpts(printed(window).regions)[1])

    def shown() -> None:
        chosen = window.order.selected()
        assert window.lists.currentIndex() == ORDER_TAB
        assert chosen is not None
        assert chosen.passage == passage

    qtbot.waitUntil(shown, timeout=LONG)


def test_who_goes_on_searching_meanwhile_is_not_taken_to_the_card(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    region, _ = _searched(qtbot, window)

    def type_on(text: str) -> None:
        if not text:
            window.search.textChanged.disconnect(type_on)
            window.search.setText("steel")

    window.search.textChanged.connect(type_on)
    click_on_page(window, region)
    qtbot.waitUntil(lambda: window.search.text() == "steel", timeout=LONG)
    qtbot.waitUntil(
        lambda: bool(window.cards.cards()) and "steel" in window.cards.cards()[0].text.casefold(),
        timeout=LONG,
    )
    room = window.findChild(CardRoom)
    assert room is not None
    qtbot.waitUntil(lambda: room._wanted is None, timeout=LONG)

    assert not window.notice.isVisible()
    assert [card.passage for card in window.cards.cards()] != [region.passage]
