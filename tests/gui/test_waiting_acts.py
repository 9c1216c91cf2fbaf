"""Acts that the disk has not taken yet count as done for the person at the window."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing.errors import UsageError
from briefing.gui.item_models.cards import INCLUDED
from briefing.gui.window import Window
from briefing.model.desk import Listed, Settings
from briefing.model.library import Act
from tests.gui.acting import first_out, ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG

_CONTROL = Qt.KeyboardModifier.ControlModifier


@contextmanager
def _disk_held(qtbot: QtBot, window: Window, home: Path) -> Iterator[None]:
    """Another program holds the library: acts wait until it lets go."""
    window.bench._again.setInterval(100)
    window.bench._with(
        lambda session: session.library.store.connection.execute("PRAGMA busy_timeout = 50")
    )
    other = sqlite3.connect(home / "data/briefing/samples.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
        # It still waits, or the test would show nothing.
        qtbot.waitUntil(lambda: window.saved.text().startswith("Changes are kept"), timeout=LONG)
    finally:
        other.execute("ROLLBACK")
        other.close()


def _all_done(qtbot: QtBot, window: Window) -> None:
    qtbot.waitUntil(lambda: not window.bench._acts, timeout=LONG)
    assert window.saved.text().startswith("Saved")


def _space(window: Window) -> None:
    QTest.keyClick(window.cards, Qt.Key.Key_Space)


def _shown(window: Window) -> tuple[bool, str]:
    """Whether the selected card is ticked, and how many are in, as it is written."""
    return bool(window.cards.currentIndex().data(INCLUDED)), window.lists.tabText(1)


def _choose(window: Window) -> None:
    window.cards.setFocus()
    window.cards.setCurrentIndex(window.model.index(first_out(window), 0))


def test_space_again_takes_out_what_still_waits_to_come_in(
    qtbot: QtBot, open_window: Opener, home: Path
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    _choose(window)
    seen = []

    with _disk_held(qtbot, window, home):
        for _ in range(2):
            _space(window)
            seen.append(_shown(window))
    _all_done(qtbot, window)

    assert seen == [(True, "In briefing 5"), (False, "In briefing 4")]
    assert _shown(window) == (False, "In briefing 4")
    ready(qtbot, window, included=4)
    assert window.bench.desk.undo == "Leave out 1 excerpt"


def test_a_tick_never_flickers_while_acts_are_done_one_by_one(
    qtbot: QtBot, open_window: Opener, home: Path
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    _choose(window)
    seen: list[tuple[bool, str]] = []

    with _disk_held(qtbot, window, home):
        for _ in range(3):
            _space(window)
        window.bench.at_hand.connect(lambda *_: seen.append(_shown(window)))
    _all_done(qtbot, window)

    assert seen == [(True, "In briefing 5")] * 3
    ready(qtbot, window, included=5)


def test_undo_and_redo_of_what_waits_show_at_once(
    qtbot: QtBot, open_window: Opener, home: Path
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    _choose(window)
    seen = []

    with _disk_held(qtbot, window, home):
        _space(window)
        for shift in (False, True):
            keys = _CONTROL | Qt.KeyboardModifier.ShiftModifier if shift else _CONTROL
            QTest.keyClick(window.cards, Qt.Key.Key_Z, keys)
            seen.append(_shown(window))
    _all_done(qtbot, window)

    assert seen == [(False, "In briefing 4"), (True, "In briefing 5")]
    ready(qtbot, window, included=5)


def test_a_trimmed_quotation_is_taken_out_and_a_parked_one_put_in_by_their_keys(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    first, second = window.bench.desk.included[:2]
    window.bench.trim(first, first.whole.start, first.whole.end - 20)
    ready(qtbot, window, included=4)
    window.lists.setCurrentIndex(1)
    window.order.go_to(window.bench.desk.included[0])
    window.order.setFocus()

    QTest.keyClick(window.order, Qt.Key.Key_Delete)
    ready(qtbot, window, included=3)
    assert first.whole not in window.bench.desk.chosen()

    window.bench.park(second, on=True)
    ready(qtbot, window, included=2)
    window.lists.setCurrentIndex(0)
    qtbot.waitUntil(lambda: window.model.row_of(second.whole) is not None, timeout=LONG)
    window.cards.setCurrentIndex(window.model.index(window.model.row_of(second.whole) or 0, 0))
    _space(window)
    ready(qtbot, window, included=3)
    assert second.whole in window.bench.desk.chosen()


def test_the_list_and_the_page_follow_before_the_disk_does(
    qtbot: QtBot, open_window: Opener, home: Path
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    _choose(window)
    (card,) = window.cards.cards()
    item = window.bench.desk.included[0]

    with _disk_held(qtbot, window, home):
        _space(window)
        window.bench.park(item, on=True)
        ready(qtbot, window, included=4)
        assert card.passage in window.bench.desk.places()
        assert card.text[:30] in _listed(window)
        assert "Parked (1)" in _listed(window)
    _all_done(qtbot, window)

    ready(qtbot, window, included=4)
    assert card.passage in window.bench.desk.places()


def _listed(window: Window) -> str:
    """All that "In briefing" shows."""
    return "\n".join(line.text(0) for line in window.order._lines())


def test_an_act_that_cannot_be_done_is_taken_back_and_told(
    qtbot: QtBot, open_window: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    _choose(window)
    session, refuse = window.bench._session, UsageError("this shelf takes nothing more")
    assert session is not None
    seen = []

    def include(_: object) -> None:
        raise refuse

    monkeypatch.setattr(session, "include", include)
    _space(window)
    seen.append(_shown(window))
    item = window.bench.desk.included[0]
    window.bench.move(item, 1)
    _all_done(qtbot, window)

    assert seen == [(True, "In briefing 5")]
    assert _shown(window) == (False, "In briefing 4")
    assert "This shelf takes nothing more" in window.notice_text.text()
    ready(qtbot, window, included=4)


@contextmanager
def _slow_disk(window: Window, seconds: float) -> Iterator[None]:
    """Every act takes so long to reach the disk."""
    session = window.bench._session
    assert session is not None
    library, decide = session.library, session.library.decide

    def slowly(*told: Any) -> Act | None:
        time.sleep(seconds)
        return decide(*told)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(library, "decide", slowly)
        yield


def test_quick_ticks_on_a_slow_disk_are_all_kept_also_where_the_window_closes(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    _choose(window)
    wanted = set()

    with _slow_disk(window, 0.2):
        for _ in range(6):
            QTest.keyClick(window.cards, Qt.Key.Key_F3)
            wanted |= {card.passage for card in window.cards.cards()}
            _space(window)
        shown = window.lists.tabText(1)
        window.close()

    assert len(wanted) == 6
    assert shown == "In briefing 10"
    again = open_window()
    ready(qtbot, again, included=10)
    assert wanted <= again.bench.desk.chosen()


def test_ticks_while_the_list_is_made_anew_are_kept(qtbot: QtBot, open_window: Opener) -> None:
    """Dismissing lists anew; the next card is ticked whatever has come of the new list by then."""
    window = open_window()
    ready(qtbot, window, included=4)
    _choose(window)
    ticked = 0

    with _slow_disk(window, 0.1):
        for _ in range(4):
            # What is dismissed is taken out, so it is not the one that was ticked just now.
            QTest.keyClick(window.cards, Qt.Key.Key_F3)
            QTest.keyClick(window.cards, Qt.Key.Key_X)
            QTest.keyClick(window.cards, Qt.Key.Key_F3)
            before = len(window.bench.desk.included)
            _space(window)
            ticked += 1
            assert len(window.bench.desk.included) == before + 1
            qtbot.wait(130)
        _all_done(qtbot, window)

    ready(qtbot, window, included=4 + ticked)


def test_a_card_that_is_on_its_way_is_ticked_once_it_has_come(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    _choose(window)
    (card,) = window.cards.cards()
    model = window.model
    model.show(Listed(list(model.numbers)))
    model._before.clear()
    assert window.cards.cards() == []

    row = list(model.numbers).index(card.number)
    window.cards.setCurrentIndex(model.index(row, 0))
    assert window.cards.cards() == []
    _space(window)

    qtbot.waitUntil(lambda: card.passage in window.bench.desk.chosen(), timeout=LONG)
    ready(qtbot, window, included=5)


def test_acts_that_wait_belong_to_the_briefing_in_which_they_were_done(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    _choose(window)
    first = window.bench.desk.name

    with _slow_disk(window, 0.2):
        for _ in range(3):
            QTest.keyClick(window.cards, Qt.Key.Key_F3)
            _space(window)
        window.bench.start_briefing("Another", Settings())
        qtbot.waitUntil(lambda: window.bench.desk.name == "Another", timeout=LONG)
        _all_done(qtbot, window)

    assert window.bench.desk.included == ()
    window.bench.open_briefing(first)
    ready(qtbot, window, included=7)


def test_a_window_whose_changes_the_disk_refuses_asks_once_before_it_closes(
    qtbot: QtBot, open_window: Opener, home: Path
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    _choose(window)

    with _disk_held(qtbot, window, home):
        _space(window)
        assert not window.close()
        assert "in memory only" in window.notice_text.text()
    _all_done(qtbot, window)

    assert window.close()


def test_of_several_acts_that_waited_only_the_last_has_the_list_made_anew(
    qtbot: QtBot, open_window: Opener, home: Path
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    anew: list[int] = []
    window.bench.relisted.connect(lambda: anew.append(len(window.bench._acts)))
    gone: list[int] = []

    with _disk_held(qtbot, window, home):
        for _ in range(3):
            _choose(window)
            row = window.cards.currentIndex().row() + len(gone)
            window.cards.setCurrentIndex(window.model.index(row, 0))
            gone.append(window.cards.cards()[0].number)
            QTest.keyClick(window.cards, Qt.Key.Key_X)
        assert anew == []
    _all_done(qtbot, window)

    assert anew == [0]
    qtbot.waitUntil(lambda: not set(gone) & set(window.model.numbers), timeout=LONG)
    assert len(set(gone)) == 3
