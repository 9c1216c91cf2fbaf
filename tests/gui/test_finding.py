"""Finding again: other orders, a word spelt wrong, a search that history brings back."""

from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing.gui.window import Window
from briefing.model.desk import ShownCard
from tests.gui.acting import first_out, ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG


def _cards(window: Window) -> list[ShownCard]:
    found = map(window.model.card, range(window.model.rowCount()))
    return [card for card in found if card]


def _listed_so(qtbot: QtBot, window: Window, order: str) -> list[ShownCard]:
    """The cards once the list is in that order."""
    button = window.order_button
    before, listed = window.model.generation, window.model.numbers
    (action,) = (one for one in button.menu().actions() if one.text() == order)
    action.trigger()
    qtbot.waitUntil(lambda: window.model.generation > before, timeout=LONG)
    assert sorted(window.model.numbers) == sorted(listed)
    qtbot.waitUntil(lambda: len(_cards(window)) == window.model.rowCount(), timeout=LONG)
    return _cards(window)


def test_the_list_comes_in_other_orders_and_keeps_them(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    best = _cards(window)

    newest = [card.published for card in _listed_so(qtbot, window, "Newest first")]
    known = [day for day in newest if day]
    assert newest == [*sorted(known, reverse=True), *[None] * (len(newest) - len(known))]
    assert window.order_button.accessibleName() == "Order of the list: Newest first"
    oldest = [card.published for card in _listed_so(qtbot, window, "Oldest first")]
    assert oldest == [*sorted(known), *[None] * (len(newest) - len(known))]
    labels = [card.label for card in _listed_so(qtbot, window, "By publisher")]
    papers = [label for label in labels if label.startswith("Sample")]
    assert len(list(groupby(papers))) == len(set(papers)) > 1
    window.close()

    again = open_window()
    ready(qtbot, again, included=4)
    assert again.order_button.text() == "By publisher ▾"
    assert [card.number for card in _listed_so(qtbot, again, "Best match")] == [
        card.number for card in best
    ]


def test_a_word_spelt_wrong_is_offered_as_it_was_meant(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)

    QTest.keyClicks(window.search, "comamnd ")
    qtbot.waitUntil(lambda: "Did you mean" in window.empty.text(), timeout=LONG)
    assert "command" in window.empty.text()
    assert window.empty.isVisible()
    window.empty.linkActivated.emit("instead")

    assert window.search.text() == "command"
    qtbot.waitUntil(lambda: window.model.rowCount() > 0, timeout=LONG)


def test_what_the_filters_hide_is_counted_and_shown(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    every = window.model.rowCount()

    QTest.keyClicks(window.search, "command before:1990-01-01 ")
    qtbot.waitUntil(lambda: "outside the current filters" in window.empty.text(), timeout=LONG)
    window.empty.linkActivated.emit("everywhere")

    assert window.search.text() == "command"
    qtbot.waitUntil(lambda: 0 < window.model.rowCount() < every, timeout=LONG)


def test_going_back_in_history_brings_the_search_back(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    every = window.model.rowCount()

    def include(words: str) -> None:
        window.search.setText(words)
        qtbot.waitUntil(lambda: 0 < window.model.rowCount() < every, timeout=LONG)
        qtbot.waitUntil(lambda: len(_cards(window)) == window.model.rowCount(), timeout=LONG)
        window.cards.choose(first_out(window))
        QTest.keyClick(window.cards, Qt.Key.Key_Space)

    include("command")
    ready(qtbot, window, included=5)
    include("ships")
    ready(qtbot, window, included=6)
    with qtbot.waitSignal(window.bench.history_shown, timeout=LONG) as shown:
        window.show_history()
    steps = shown.args[0]

    window.bench.go_to(steps[1])

    qtbot.waitUntil(lambda: window.search.text() == "command", timeout=LONG)
    ready(qtbot, window, included=5)
    assert window.bench.query == "command"
    window.undo()
    ready(qtbot, window, included=4)
    assert window.search.text() == "command"
