"""Beside the page stands how full it is, what takes long, and what changed where it cannot be seen."""

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from briefing.gui.fitting import room_on
from briefing.gui.page_text import Line, PageText
from briefing.gui.widgets.preview_pane import BEST, PreviewPane
from briefing.gui.window import Window
from briefing.model.desk import Desk, Settings
from tests.gui.acting import ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG

_HIGH = 800.0


def _page(words: str, *tops: float) -> PageText:
    """A page on which `words` stand as lines ten points high at `tops`."""
    count = len(words)
    text = words * len(tops)
    lines = tuple(
        Line(at * count, (at + 1) * count, (80.0, top, 500.0, top + 10.0))
        for at, top in enumerate(tops)
    )
    return PageText(text, ((0.0, 0.0, 1.0, 1.0),) * len(text), lines)


@pytest.mark.parametrize(
    ("page", "room"),
    [
        pytest.param(_page("ship", 100, 115, 130), (700 - 140) // 15, id="room below"),
        pytest.param(_page("ship", *range(100, 691, 15)), 0, id="full"),
        pytest.param(_page("ship", 100, 115, 130, 670, 685), (670 - 140) // 15, id="notes at foot"),
        pytest.param(_page("12", 100, 115), 0, id="nothing but numbers"),
    ],
)
def test_room_is_told_in_lines(page: PageText, room: int) -> None:
    taken, lines = room_on(page, _HIGH, "")

    assert lines == room
    assert 0 <= taken <= 1


def test_choices_are_labelled_where_there_is_room(qtbot: QtBot) -> None:
    pane = PreviewPane()
    qtbot.addWidget(pane)
    pane.show_desk(Desk("one", Settings(template="one-page")))
    pane.resize(QSize(900, 500))
    pane.show()
    assert pane._template.text() == "Template: One-page note ▾"
    assert pane._marking.text() == "Marking: none ▾"

    pane.resize(QSize(360, 500))

    assert pane._template.text() == "One-page note ▾"
    assert pane._marking.accessibleName() == "Marking: No marking"


def test_a_page_that_takes_long_need_not_be_waited_for(qtbot: QtBot) -> None:
    pane = PreviewPane()
    qtbot.addWidget(pane)
    pane.show()
    pane.show_fit("3 pages", over=False)
    pane.show_busy(True)
    pane._late.setInterval(1)
    qtbot.waitUntil(pane._leave.isVisible, timeout=LONG)
    assert pane._fit.text() == "Updating preview…"

    with qtbot.waitSignal(pane.cancel_wanted):
        pane._leave.click()
    pane.show_busy(False)
    assert "before the last change" in pane._fit.text()
    with qtbot.waitSignal(pane.build_wanted):
        pane._leave.click()
    assert pane._fit.text() == "3 pages"


def test_what_is_taken_out_of_sight_is_told(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.preview.page.set_zoom(3.0)
    bar = window.preview.page.verticalScrollBar()
    bar.setValue(bar.maximum())
    first = next(
        item for item in window.bench.desk.included if window.preview.page.is_above(item.passage)
    )

    window.bench.leave_out([first.whole])

    ready(qtbot, window, included=3)
    qtbot.waitUntil(lambda: _pill(window).startswith("Taken out on page "), timeout=LONG)
    assert _pill(window).endswith("↑")
    window.preview.pill.click()
    assert not _pill(window)


def test_where_nothing_is_in_the_best_can_be_put_in_at_once(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    assert not window.preview.best.isVisible()

    window.bench.leave_out([item.whole for item in window.bench.desk.included])
    qtbot.waitUntil(window.preview.best.isVisible, timeout=LONG)
    titles = {theme.title for theme in window.bench.themes()}
    assert titles.issuperset(window.preview.page.ghost)
    assert window.preview.page.ghost

    window.preview.best.click()
    ready(qtbot, window, included=BEST)
    assert not window.preview.best.isVisible()
    window.bench.undo()
    qtbot.waitUntil(window.preview.best.isVisible, timeout=LONG)


def _pill(window: Window) -> str:
    return window.preview.pill.text() if window.preview.pill.isVisible() else ""


@pytest.mark.parametrize("points", [10, 20])
def test_how_full_the_page_is_is_told_in_full_also_in_large_letters(
    qtbot: QtBot, points: int
) -> None:
    pane = PreviewPane()
    qtbot.addWidget(pane)
    font = pane.font()
    font.setPointSize(points)
    pane.setFont(font)
    pane.show()
    pane.meter.show_share(0.7)
    pane.show_fit("1 page · room for about 13 lines", over=False)
    words, meter = pane._fit.sizeHint().width(), pane.meter.sizeHint().width()

    pane.resize(QSize(words + 40, 500))  # no room for the meter beside the words
    qtbot.waitUntil(lambda: pane._fit.geometry().top() >= pane.meter.geometry().bottom())
    assert pane._fit.width() >= words
    assert pane.meter.geometry().left() < meter

    pane.resize(QSize(words + meter + 600, 500))
    qtbot.waitUntil(lambda: pane._fit.geometry().left() > pane.meter.geometry().right())
    assert pane._fit.width() >= words
