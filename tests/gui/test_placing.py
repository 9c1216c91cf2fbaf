"""Excerpts put where they belong: dragged by a real mouse, by number, from a menu."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from briefing.gui.page_layout import note_numbers
from briefing.gui.widgets.landing import landing_at
from briefing.gui.widgets.list_tabs import ORDER_TAB
from briefing.model.passage import Passage
from tests.gui.acting import first_out, printed, ready
from tests.gui.conftest import ON_SCREEN, Opener
from tests.gui.waiting import LONG

ROOT = Path(__file__).resolve().parents[2]
_CONTROL = Qt.KeyboardModifier.ControlModifier
_PLACES = [Passage("a" * 64, number, number + 1) for number in range(5)]


@pytest.mark.skipif(
    not all(map(shutil.which, ("Xvfb", "xdotool"))), reason="needs Xvfb and xdotool"
)
def test_excerpts_are_dragged_by_the_mouse_of_a_screen() -> None:
    """Qt carries nothing on its screen in memory, so that this needs one of an X server."""
    told, tell = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(tell), "-noreset", "-screen", "0", "1600x1000x24"],
        pass_fds=[tell], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(tell)
    try:
        with os.fdopen(told) as answer:
            display = f":{answer.readline().strip()}"
        tests = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
        done = subprocess.run(
            [*tests, "tests/gui/mouse_dragging.py"], cwd=ROOT, capture_output=True, text=True,
            check=False,
            env=os.environ | {"DISPLAY": display, ON_SCREEN: "yes", "QT_QPA_PLATFORM": "xcb"},
        )  # fmt: skip
    finally:
        server.terminate()
        server.wait()

    assert done.returncode == 0, done.stdout
    assert "4 passed" in done.stdout


def test_digits_and_the_menu_put_excerpts_under_a_theme(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    themes = [theme.id for theme in window.bench.themes()]
    window.cards.setCurrentIndex(window.cards.model().index(first_out(window), 0))
    passage = window.cards.cards()[0].passage

    def stands_under(theme: str) -> bool:
        return (passage, theme) in [(one.whole, one.theme) for one in window.bench.desk.included]

    QTest.keyClick(window.cards, Qt.Key.Key_3)
    qtbot.waitUntil(lambda: stands_under(themes[2]), timeout=LONG)
    assert len(window.bench.desk.included) == 5
    QTest.keyClick(window.cards, Qt.Key.Key_Return, _CONTROL)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: stands_under(themes[1]), timeout=LONG)
    QTest.keyClick(window.cards, Qt.Key.Key_9)

    assert window.notice_text.text() == f"There is no theme 9: the sidebar lists {len(themes)}."
    window.bench.undo()
    window.bench.undo()
    ready(qtbot, window, included=4)


def test_quotations_go_to_the_section_beside_and_to_the_ends_by_keys(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.lists.setCurrentIndex(ORDER_TAB)
    item = window.bench.desk.included[1]
    window.order._choose(item)
    themes = [theme.id for theme in window.bench.themes()]

    QTest.keyClick(window.order, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: window.bench.desk.included[1].theme == themes[0], timeout=LONG)
    qtbot.waitUntil(
        lambda: window.bench.desk.undo == "Move quotation 2 to Command structure", timeout=LONG
    )
    assert window.order.selected() == window.bench.desk.included[1]
    held = _CONTROL | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window.order, Qt.Key.Key_Up, held)
    qtbot.waitUntil(lambda: window.bench.desk.included[0].whole == item.whole, timeout=LONG)


def test_the_briefing_lists_the_numbers_of_the_page(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.lists.setCurrentIndex(ORDER_TAB)

    numbers = note_numbers(printed(window).regions)

    assert sorted(numbers[item.passage] for item in window.bench.desk.included) == [1, 2, 3, 4]
    for item in window.bench.desk.included:
        window.order._choose(item)
        line = window.order.currentItem()
        assert line is not None
        assert line.text(0).startswith(f"{numbers[item.passage]}  ")


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_quotation_that_is_printed_ahead_too_has_the_number_of_its_place(
    qtbot: QtBot, open_window: Opener, language: str
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.bench.set("template", "full", "Template: Full briefing")
    window.bench.set("language", language, "Language: German")
    window.lists.setCurrentIndex(ORDER_TAB)

    def numbers() -> list[str]:
        lines = [line.text(0) for line in window.order._lines()]
        return [line.split()[0] for line in lines if line[:1].isdigit()]

    # Each of the four themes has one quotation, which the key points have too.
    qtbot.waitUntil(lambda: numbers() == ["5", "6", "7", "8"], timeout=LONG)


def test_the_menu_of_a_card_does_what_its_keys_do(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.cards.setCurrentIndex(window.cards.model().index(first_out(window), 0))
    window.cards.menu_wanted.emit(window.cards.cards(), window.mapToGlobal(window.rect().center()))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)

    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)

    ready(qtbot, window, included=5)


@given(st.data())
def test_a_place_is_where_its_line_is_drawn(data: st.DataObject) -> None:
    sizes = data.draw(st.lists(st.integers(0, 3), min_size=1, max_size=4))
    lines, y, places = [], 0, iter(Passage("a" * 64, n, n + 1) for n in range(20))
    for section, count in enumerate(sizes):
        for passage in (None, None, *(next(places) for _ in range(count))):
            lines.append((f"theme-{section}", passage, QRect(0, y, 300, 20)))
            y += 20
    at = data.draw(st.integers(0, y + 50))

    found = landing_at(lines, at)

    here = [line for line in lines if line[2].top() <= at][-1]
    if found is None:
        assert here[1] is None
        return
    assert found.section == here[0]
    below = [line for line in lines if line[2].top() >= found.y - 1 and line[0] == found.section]
    assert found.before == (below[0][1] if below else None)
