"""Beside the page: small pages, the briefing as text, and what is said where a page fails."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from briefing.errors import OutputError
from briefing.gui.dialogs.reading import ReadingDialog
from briefing.gui.widgets.list_tabs import ORDER_TAB
from briefing.gui.window import Window
from briefing.model.document import Document
from briefing.model.output import Written
from briefing.workflow.draft import LivePage
from tests.gui.acting import first_out, printed, ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG


def _long(qtbot: QtBot, window: Window) -> None:
    """A briefing of several pages."""
    ready(qtbot, window, included=4)
    window.bench.set("template", "full", "Template")
    qtbot.waitUntil(lambda: len(printed(window).sizes) > 2, timeout=LONG)


def test_a_small_page_leads_to_its_page_and_follows_the_view(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    strip = window.preview.strip
    _long(qtbot, window)
    assert not strip.isVisible()

    window.actions_by_name["swap_pages"].trigger()
    assert strip.count() == len(printed(window).sizes)
    qtbot.waitUntil(lambda: not strip.item(0).icon().isNull() and 0 in strip._drawn, timeout=LONG)
    strip.setFocus()
    QTest.keyClick(strip, Qt.Key.Key_Down)
    assert window.preview.page.page_at_top() == 1
    bar = window.preview.page.verticalScrollBar()
    bar.setValue(bar.maximum())

    assert strip.currentRow() == window.preview.page.page_at_top() > 1
    assert strip.item(1).data(int(Qt.ItemDataRole.AccessibleTextRole)) == (
        f"Page 2 of {strip.count()}"
    )
    window.actions_by_name["swap_pages"].trigger()
    assert not strip.isVisible()
    assert window.settings.text("page_strip") == ""


def test_small_pages_follow_the_briefing(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    _long(qtbot, window)
    window.strip_room.swap_pages()
    before = window.preview.strip.count()

    window.bench.set("template", "one-page", "Template")
    qtbot.waitUntil(lambda: window.preview.strip.count() < before, timeout=LONG)

    assert window.preview.strip.count() == len(printed(window).sizes)


def test_the_briefing_is_read_as_text_with_own_words_named(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.bench.write("key-points", ["Ours alone."])
    qtbot.waitUntil(lambda: bool(window.bench.desk.notes), timeout=LONG)
    drafted = window.bench.live.drafted

    def told() -> str:
        made = drafted()
        return str(made.document) if made else ""

    qtbot.waitUntil(lambda: "Ours alone." in told(), timeout=LONG)
    window.actions_by_name["read_as_text"].trigger()
    (dialog,) = window.findChildren(ReadingDialog)
    text = dialog.text.toPlainText()
    dialog.close()

    assert "Your own words: Ours alone." in text
    assert all(item.text in text for item in window.bench.desk.included)
    assert all(f"(note {number})" in text for number in (1, 2))


def test_a_page_that_fails_shows_the_quotation_that_came_last(
    qtbot: QtBot, open_window: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)

    def fail(_: LivePage, __: Document) -> Written:
        raise ValueError("a fault of ours")

    monkeypatch.setattr(LivePage, "write", fail)
    window.cards.choose(first_out(window))
    passage = window.cards.cards()[0].passage
    QTest.keyClick(window.cards, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "could not be built" in window.preview.failure(), timeout=LONG)
    button = next(
        one for one in window.preview.findChildren(QToolButton)
        if one.text() == "Show the quotation"
    )  # fmt: skip
    assert button.isVisible()
    button.click()
    qtbot.waitUntil(lambda: window.right.currentWidget() is window.source, timeout=LONG)

    assert window.lists.currentIndex() == ORDER_TAB
    selected = window.order.selected()
    assert selected is not None
    assert selected.passage == passage
    words = window.source.text()
    monkeypatch.undo()
    window.bench.undo()
    ready(qtbot, window, included=4)
    assert words == selected.text
    assert not button.isVisible()


def test_without_a_new_quotation_none_is_offered(
    qtbot: QtBot, open_window: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)

    def fail(_: LivePage, __: Document) -> Written:
        raise ValueError("a fault of ours")

    monkeypatch.setattr(LivePage, "write", fail)
    window.bench.set("title", "Another", "Title")
    qtbot.waitUntil(lambda: "could not be built" in window.preview.failure(), timeout=LONG)

    shown = [one.text() for one in window.preview.findChildren(QToolButton) if one.isVisible()]
    assert "Undo last change" in shown
    assert "Show the quotation" not in shown


def test_before_the_first_page_it_is_said_that_one_is_made(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    page = window.preview.page
    assert page.hint == ""
    qtbot.waitUntil(lambda: bool(window.bench.desk.included), timeout=LONG)
    assert page.hint == "The page is being made…"
    ready(qtbot, window, included=4)

    window.bench.leave_out([item.whole for item in window.bench.desk.included])
    qtbot.waitUntil(lambda: page.printed is None, timeout=LONG)

    assert page.hint == "Press Space on an excerpt to put it here."
    with qtbot.waitSignal(window.bench.opened, timeout=LONG):
        window.bench.open(own=True)
    qtbot.waitUntil(lambda: window.cards.model().rowCount() == 0, timeout=LONG)
    qtbot.waitUntil(lambda: page.hint == "What you put in stands here as a page.", timeout=LONG)


def test_without_any_page_yet_that_is_said_and_it_can_be_tried_again(
    qtbot: QtBot, open_window: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: LivePage, __: Document) -> Written:
        raise OutputError("a font cannot be read")

    with monkeypatch.context() as broken:
        broken.setattr(LivePage, "write", fail)
        window = open_window()
        qtbot.waitUntil(lambda: "a font cannot be read" in window.preview.failure(), timeout=LONG)
        shown = {one.text(): one for one in window.preview.findChildren(QToolButton)
                 if one.isVisible()}  # fmt: skip
        assert window.preview.page.hint == "There is no page yet."
        assert "Show the quotation" not in shown  # of all of them none is known to be it
    shown["Retry"].click()
    assert window.preview.page.hint == "The page is being made…"

    ready(qtbot, window, included=4)
    assert not shown["Retry"].isVisible()
