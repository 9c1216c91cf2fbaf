"""Each theme of the briefing says how many lines of the page it fills."""

import re

import pytest
from pytestqt.qtbot import QtBot

from briefing.gui import theme_lines
from briefing.gui.page_text import Line, PageText
from briefing.gui.theme_lines import lines_by_theme
from briefing.gui.window import Window
from briefing.model.desk import Desk, Included, Settings
from briefing.model.output import Region, RegionKind
from briefing.model.passage import Passage
from tests.gui.acting import ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG

_ONE, _TWO = Passage("a" * 16, 0, 9), Passage("b" * 16, 0, 9)


def _item(place: Passage, theme: str) -> Included:
    return Included(place, theme, "words", None, "", None, place)


def test_lines_are_counted_where_a_quotation_lies() -> None:
    lines = tuple(
        Line(0, 0, (left, top, left + 100.0, top + 10.0))
        for left, top in ((50.0, 100.0), (50.0, 112.0), (50.0, 124.0), (300.0, 112.0))
    )
    texts = {0: PageText("", (), lines), 1: PageText("", (), lines[:1])}
    regions = (
        Region(RegionKind.EXCERPT, 1, 50, 99, 160, 123, passage=_ONE),
        Region(RegionKind.EXCERPT, 2, 50, 99, 160, 111, passage=_ONE),
        Region(RegionKind.EXCERPT, 1, 50, 123, 160, 135, passage=_TWO),
        Region(RegionKind.CITATION, 1, 50, 99, 160, 135, passage=_TWO),
        Region(RegionKind.EXCERPT, 9, 50, 99, 160, 135, passage=_TWO),
    )
    desk = Desk("one", Settings(), (_item(_ONE, "china"), _item(_TWO, "industry")))

    assert lines_by_theme(regions, texts, desk) == {"china": 3, "industry": 1}


def _heads(window: Window) -> list[str]:
    return [line.text(0) for line in window.order._lines() if line.parent() is None]


def _counted(window: Window) -> list[str]:
    """The heads that end in a number of lines; one is called “Bottom line”."""
    return [head for head in _heads(window) if re.search(r" \d+ lines?$", head)]


def test_the_list_says_lines_once_it_shows(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    assert sum(head.endswith(" words") for head in _heads(window)) == 4

    window.lists.setCurrentIndex(1)

    qtbot.waitUntil(lambda: len(_counted(window)) == 4, timeout=LONG)
    window.bench.leave_out([window.bench.desk.included[0].whole])
    ready(qtbot, window, included=3)
    qtbot.waitUntil(lambda: len(_counted(window)) == 3, timeout=LONG)


def test_pages_are_counted_one_after_the_other(
    qtbot: QtBot, open_window: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.lists.setCurrentIndex(1)
    qtbot.waitUntil(lambda: len(_counted(window)) == 4, timeout=LONG)
    monkeypatch.setattr(theme_lines, "_AT_ONCE", 1)

    window.bench.write("china", ["Our own words. " * 900])
    window.bench.set("template", "full", "Template")

    def counted() -> None:
        printed = window.preview.page.printed
        assert printed is not None
        pages = {one.page for one in printed.regions if one.kind is RegionKind.EXCERPT}
        assert len(pages) > 1
        assert len(_counted(window)) == 4
        counts = [int(head.split()[-2]) for head in _counted(window)]
        assert min(counts) >= 1

    qtbot.waitUntil(counted, timeout=LONG)
