"""Lists without a theme, and libraries in which nothing answers to one: what is said, and the way on."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from briefing.gui.window import Window
from briefing.model.desk import NO_THEME
from tests.gui.acting import ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG


def _ticks(window: Window) -> list[bool]:
    lines = window.sidebar._children(window.sidebar._themes)
    return [line.checkState(0) is Qt.CheckState.Checked for line in lines]


def _are_ticked(window: Window, count: int) -> bool:
    themes = window.bench.desk.settings.themes
    return len(list(filter(None, themes))) == count and bool(themes) and not window.bench._acts


def test_without_a_ticked_theme_the_newest_come_first(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    ranked = list(window.model.numbers)
    for number in range(4):
        line = window.sidebar._children(window.sidebar._themes)[number]
        line.setCheckState(0, Qt.CheckState.Unchecked)
        left = 3 - number
        qtbot.waitUntil(partial(_are_ticked, window, left), timeout=LONG)

    def unranked() -> None:
        assert window.bench.desk.settings.themes == NO_THEME
        cards = [window.model.card(row) for row in range(6)]
        days = [card.published for card in cards if card and card.published]
        assert len(days) == 6
        assert days == sorted(days, reverse=True)
        assert len(window.model.numbers) == len(ranked)

    qtbot.waitUntil(unranked, timeout=LONG)
    assert "nothing is ranked. Showing newest first." in window.notice_text.text()
    assert not any(_ticks(window))
    window.notice_text.linkActivated.emit("themes:all")

    qtbot.waitUntil(lambda: list(window.model.numbers) == ranked, timeout=LONG)
    assert all(_ticks(window))
    assert not window.notice.isVisible()


def test_sources_without_an_excerpt_are_not_called_an_empty_library(
    qtbot: QtBot, open_window: Opener, tmp_path: Path
) -> None:
    (tmp_path / "bread.txt").write_text("Bread\n\nFlour, water and salt. " * 20, encoding="utf-8")
    window = open_window()
    ready(qtbot, window, included=4)
    with qtbot.waitSignal(window.bench.opened, timeout=LONG):
        window.bench.open(own=True)
    qtbot.waitUntil(lambda: "Drop news articles here" in window.empty.text(), timeout=LONG)
    assert window.empty.property("drop")

    window.intake_room.add([tmp_path / "bread.txt"])

    qtbot.waitUntil(lambda: "The only source has no excerpt" in window.empty.text(), timeout=LONG)
    assert not window.empty.property("drop")


def test_further_themes_are_only_proposed_where_some_are_not_ticked(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.search.setText("zzzz")
    qtbot.waitUntil(lambda: "No excerpt has" in window.empty.text(), timeout=LONG)
    assert "tick further themes" not in window.empty.text()

    line = window.sidebar._children(window.sidebar._themes)[0]
    line.setCheckState(0, Qt.CheckState.Unchecked)

    qtbot.waitUntil(lambda: "tick further themes" in window.empty.text(), timeout=LONG)
