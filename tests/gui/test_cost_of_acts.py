"""What an act makes the window do beside the disk: only what has changed is placed anew."""

from collections import Counter

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPixmap
from pytestqt.qtbot import QtBot

from briefing.gui.widgets.card_pictures import Look, Paint
from briefing.gui.window import Window
from tests.gui.acting import idle, ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG


class _Placings(QObject):
    """Counts how often the parts of a window are placed or painted anew, by the names of their types."""

    def __init__(self, window: Window, sort: QEvent.Type = QEvent.Type.LayoutRequest) -> None:
        super().__init__(window)
        self._sort = sort
        self.counted: Counter[str] = Counter()
        window.preview.installEventFilter(self)
        window.lists.installEventFilter(self)
        window.splitter.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt names it
        if event.type() is self._sort:
            self.counted[type(watched).__name__] += 1
        return False


def _calm(qtbot: QtBot, window: Window, sort: QEvent.Type = QEvent.Type.LayoutRequest) -> None:
    """Wait until nothing further comes by itself, and let no page come between."""
    ready(qtbot, window)
    idle(qtbot, window)
    window.bench.live.wait_for(60_000)
    placings = _Placings(window, sort)
    for _ in range(40):
        placings.counted.clear()
        qtbot.wait(700)
        if not placings.counted:
            break
    placings.deleteLater()


def _written(qtbot: QtBot, window: Window, text: str) -> None:
    with qtbot.waitSignal(window.bench.saved):
        window.bench.write("china", [text])


def test_an_own_sentence_places_neither_the_choices_nor_the_tabs_anew(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    _calm(qtbot, window)
    _written(qtbot, window, "One.")
    placings = _Placings(window)

    _written(qtbot, window, "Two.")
    qtbot.wait(50)

    assert not placings.counted


def test_a_template_that_is_chosen_names_the_choice_anew(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    _calm(qtbot, window)
    placings = _Placings(window)

    with qtbot.waitSignal(window.bench.saved):
        window.bench.set("template", "full", "Template")
    qtbot.wait(50)

    assert placings.counted["PreviewPane"]
    assert "Full briefing" in window.preview._template.text()


def test_a_card_is_painted_before_it_is_scrolled_into_sight(
    qtbot: QtBot, open_window: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    ready(qtbot, window)
    cards, bar = window.cards, window.cards.verticalScrollBar()
    bar.setValue(60)
    pictures = cards.painter_of_cards._pictures
    idle(qtbot, window)
    made: list[object] = []
    put = Look.put

    def counted(look: Look, paint: Paint, picture: QPixmap) -> None:
        made.append(look.state)
        put(look, paint, picture)

    monkeypatch.setattr(Look, "put", counted)

    for _ in range(3):
        bar.setValue(bar.value() + cards.gridSize().height())
        cards.viewport().repaint()
        assert not made
        qtbot.waitUntil(lambda: bool(made), timeout=LONG)  # the next one, ahead
        idle(qtbot, window)  # who says so too comes for the one that rests in sight now
        made.clear()
    bar.setValue(bar.value() - cards.gridSize().height())
    cards.viewport().repaint()

    assert not made
    assert len(pictures._kept) > 3


def test_nothing_behind_the_list_is_painted_with_it(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window)
    window.swap_scheme()
    _calm(qtbot, window, QEvent.Type.Paint)
    paints = _Placings(window, QEvent.Type.Paint)

    window.cards.viewport().repaint()

    assert not paints.counted
    assert (
        window.cards.viewport().grab().toImage().pixelColor(1, 1)
        == window.palette().window().color()
    )
