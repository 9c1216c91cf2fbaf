"""Acts that the disk has not taken yet count as done for the person at the window."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

pytest.importorskip(
    "PySide6.QtWidgets", reason="Qt's screen libraries are missing", exc_type=ImportError
)

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing.gui.item_models.cards import INCLUDED
from briefing.gui.view_models import foreseen
from briefing.gui.view_models.foreseen import Effect, Foreseen, foresee
from briefing.gui.window import Window
from briefing.model.desk import Desk, Included, Settings
from briefing.model.passage import Passage
from tests.gui.acting import LONG, first_out, ready
from tests.gui.conftest import Opener

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
        window.bench.desk_changed.connect(lambda _: seen.append(_shown(window)))
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


_PLACES = [Passage("a" * 64, start, start + 5) for start in (0, 10, 20)]
_EFFECTS: list[Callable[[Passage], Effect]] = [
    lambda place: foreseen.with_included([(place, "china")]),
    lambda place: foreseen.without([place]),
    lambda place: foreseen.placed_under([place], "japan"),
    lambda place: foreseen.dismissed([place], on=True),
]
_SOME = st.builds(lambda make, place: make(place), st.sampled_from(_EFFECTS),
                  st.sampled_from(_PLACES))  # fmt: skip


def _desk() -> Desk:
    item = Included(_PLACES[0], "china", "words", None, "Moss Courier", None, _PLACES[0])
    return Desk("one", Settings(), (item,))


def _seen(effects: list[Effect]) -> Foreseen:
    return replace(foresee(_desk(), effects), undo=None, redo=None)


@given(st.lists(_SOME, max_size=5), st.integers(0, 7))
def test_as_many_redos_as_undos_lead_back(acts: list[Effect], times: int) -> None:
    back = [*acts, *[foreseen.undone] * times]

    assert _seen([*back, *[foreseen.redone] * times]) == _seen(acts)
    assert _seen(back) == _seen(acts[: max(len(acts) - times, 0)])


@given(st.lists(_SOME, max_size=5))
def test_an_act_done_leaves_what_is_foreseen_as_it_was(acts: list[Effect]) -> None:
    """What the first act makes of the desk, and the others then, is what all make of it."""
    first = foresee(_desk(), acts[:1])
    items = tuple(
        Included(place, theme, "words", None, "", None, place) for place, theme in first.placed
    )

    then = Desk("one", Settings(), items, dismissed=first.dismissed)

    after = replace(foresee(then, acts[1:]), undo=None, redo=None)
    assert after == _seen(acts)
