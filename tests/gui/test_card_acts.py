"""What a card tells beside its words, and acts on it from its menu and by its keys."""

from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from briefing.gui.item_models.cards import CHANGED, told_against
from briefing.gui.widgets.changes_view import changed_since
from briefing.gui.widgets.list_tabs import CANDIDATES_TAB, ORDER_TAB
from briefing.gui.window import Window
from briefing.model.changes import Changes, ChangeSort, EditionChange
from briefing.model.desk import Backing, Desk, Included, Settings, ShownCard
from briefing.model.library import Said
from briefing.model.passage import Passage
from tests.gui.acting import ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG

_PLACE = Passage("aa11", 0, 40)
_NONE = Qt.KeyboardModifier.NoModifier


def _card(*, disputed: bool) -> ShownCard:
    return ShownCard(
        1, _PLACE, "words", (), (), 1.0, (), None, "Post", None, disputed=disputed, new=False
    )


@pytest.mark.parametrize(
    ("disputed", "backing", "told"),
    [
        (False, None, ""),
        (False, Backing(2), ""),
        (True, None, "▲ sources conflict"),
        (True, Backing(1, 0, 1), "▲ 1 conflicts"),
        (True, Backing(1, 0, 3), "▲ 3 conflict"),
    ],
)
def test_a_card_counts_the_sources_that_say_otherwise(
    disputed: bool, backing: Backing | None, told: str
) -> None:
    assert told_against(_card(disputed=disputed), backing) == told


@pytest.mark.parametrize("sort", list(ChangeSort))
def test_what_stays_and_is_told_otherwise_is_changed(sort: ChangeSort) -> None:
    whole = Passage("aa11", 0, 60)
    item = Included(_PLACE, "china", "words", None, "Post", None, whole)
    said = Said(1, "china", "aa11", "one.txt", 0, 40, "", "words")
    changes = Changes("edition 1", (EditionChange(sort, said),))

    found = changed_since(changes, Desk("d", Settings(), (item,)))

    known = {
        ChangeSort.CONTRADICTED, ChangeSort.CORROBORATED, ChangeSort.CORRECTED, ChangeSort.WITHDRAWN
    }  # fmt: skip
    assert found == (frozenset({whole}) if sort in known else frozenset())
    assert changed_since(None, Desk("d", Settings(), (item,))) == frozenset()


def test_a_changed_card_says_so_to_eye_and_ear(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    card = window.cards.cards()[0]

    window.model.set_changed(frozenset({card.passage}))

    assert window.model.signs(card) == (CHANGED,)
    spoken = window.model.index(0, 0).data(int(Qt.ItemDataRole.AccessibleTextRole))
    assert "Changed." in str(spoken)


def test_cards_follow_what_changed_since_the_edition(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    with qtbot.waitSignal(window.bench.live.found, timeout=LONG) as found:
        window.bench.set("title", "Another", "Change the title")
    (drafted,) = found.args
    item = window.bench.desk.included[0]
    said = Said(
        1, item.theme, item.passage.source, "one.txt", item.passage.start, item.passage.end,
        "", item.text,
    )  # fmt: skip
    changes = Changes("edition 1", (EditionChange(ChangeSort.CORROBORATED, said),))

    window.bench.live.found.emit(replace(drafted, changes=changes))

    card = next(
        card for card in map(window.model.card, range(40)) if card and card.passage == item.whole
    )
    assert CHANGED in window.model.signs(card)


def _menu_line(window: Window, words: str) -> None:
    window.cards.menu_wanted.emit(window.cards.cards(), window.mapToGlobal(window.rect().center()))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(one for one in menu.actions() if one.text().startswith(words))
    menu.close()
    action.trigger()


def test_speaker_and_date_are_corrected_from_the_menu_by_keys(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    card = window.cards.cards()[0]

    _menu_line(window, "Correct speaker or date…")
    line = window.source.facts.line
    qtbot.waitUntil(lambda: window.focusWidget() is line, timeout=LONG)
    QTest.keyClicks(line, "Wu Qian")
    QTest.keyClick(line, Qt.Key.Key_Return)

    def named() -> None:
        (item,) = [one for one in window.bench.desk.included if one.whole == card.passage]
        assert item.by == "Wu Qian"

    qtbot.waitUntil(named, timeout=LONG)
    window.bench.undo()
    qtbot.waitUntil(lambda: window.bench.desk.included[-1].by != "Wu Qian", timeout=LONG)


def test_f3_goes_from_match_to_match_while_words_are_searched(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    inside = window.bench.desk.chosen()
    QTest.keyClicks(window.search, "japan")
    qtbot.waitUntil(lambda: 3 < window.model.rowCount() < 40, timeout=LONG)
    qtbot.waitUntil(lambda: window.model.card(3) is not None, timeout=LONG)
    window.bench.toggle(
        [card for card in (window.model.card(1),) if card and card.passage not in inside]
    )
    window.cards.choose(0)

    QTest.keyClick(window.cards, Qt.Key.Key_F3)
    assert window.cards.currentIndex().row() == 1
    QTest.keyClick(window.cards, Qt.Key.Key_F3)
    assert window.cards.currentIndex().row() == 2
    QTest.keyClick(window.cards, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert window.cards.currentIndex().row() == 1


def test_a_search_that_drops_the_chosen_card_goes_on_at_its_neighbour(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    every = list(window.model.numbers)
    QTest.keyClicks(window.search, "japan")
    qtbot.waitUntil(lambda: 3 < window.model.rowCount() < len(every), timeout=LONG)
    stay = set(window.model.numbers)
    window.search.clear()
    qtbot.waitUntil(lambda: window.model.rowCount() == len(every), timeout=LONG)
    row = next(row for row in range(20, len(every)) if every[row] not in stay)
    window.cards.choose(row)

    QTest.keyClicks(window.search, "japan")
    qtbot.waitUntil(lambda: window.model.rowCount() == len(stay), timeout=LONG)

    places = {number: place for place, number in enumerate(every)}
    far = min(abs(places[number] - row) for number in stay)
    chosen = window.model.number(window.cards.currentIndex().row())
    assert abs(places[chosen] - row) == far


def test_who_rests_on_a_clamped_card_is_told_all_of_it(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.settings.keep("density", "Compact")
    window.dress()
    cards, port = window.cards, window.cards.viewport()
    card = cards.cards()[0]
    point = cards.visualRect(window.model.index(0, 0)).center()
    port.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)

    move = QMouseEvent(
        QMouseEvent.Type.MouseMove, QPointF(point), QPointF(port.mapToGlobal(point)),
        Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, _NONE,
    )  # fmt: skip
    QApplication.sendEvent(port, move)
    qtbot.waitUntil(lambda: card.text[-20:] in QToolTip.text(), timeout=LONG)
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible(), timeout=LONG)
    assert isinstance(card.published, date)


def test_tab_leads_from_the_search_into_the_list(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.activateWindow()
    window.search.setFocus()

    QTest.keyClick(window.search, Qt.Key.Key_Tab)
    assert window.focusWidget() is window.cards
    QTest.keyClick(window.cards, Qt.Key.Key_Tab)
    assert window.chips.isAncestorOf(window.focusWidget())
    window.lists.setCurrentIndex(ORDER_TAB)
    window.search.setFocus()
    QTest.keyClick(window.search, Qt.Key.Key_Tab)
    assert window.focusWidget() is window.order


def test_who_types_a_search_sees_the_candidates(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.lists.setCurrentIndex(ORDER_TAB)
    window.search.setFocus()

    QTest.keyClicks(window.search, "treaty")

    assert window.lists.currentIndex() == CANDIDATES_TAB
    assert window.focusWidget() is window.search
    qtbot.waitUntil(lambda: 0 < window.model.rowCount() < 20, timeout=LONG)
