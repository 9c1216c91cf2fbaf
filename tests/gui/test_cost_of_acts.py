"""What an act makes the window do beside the disk: only what has changed is placed anew."""

from collections import Counter

from PySide6.QtCore import QEvent, QObject
from pytestqt.qtbot import QtBot

from briefing.gui.window import Window
from tests.gui.acting import ready
from tests.gui.conftest import Opener


class _Placings(QObject):
    """Counts how often the parts of a window are placed anew, by the names of their types."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.counted: Counter[str] = Counter()
        window.preview.installEventFilter(self)
        window.lists.installEventFilter(self)
        window.splitter.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.counted[type(watched).__name__] += 1
        return False


def _written(qtbot: QtBot, window: Window, text: str) -> None:
    with qtbot.waitSignal(window.bench.saved):
        window.bench.write("china", [text])


def test_an_own_sentence_places_neither_the_choices_nor_the_tabs_anew(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window)
    window.bench.live.wait_for(60_000)  # no page comes between
    _written(qtbot, window, "One.")
    placings = _Placings(window)

    _written(qtbot, window, "Two.")
    qtbot.wait(50)

    assert not placings.counted


def test_a_template_that_is_chosen_names_the_choice_anew(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window)
    window.bench.live.wait_for(60_000)
    placings = _Placings(window)

    with qtbot.waitSignal(window.bench.saved):
        window.bench.set("template", "full", "Template")
    qtbot.wait(50)

    assert placings.counted["PreviewPane"]
    assert "Full briefing" in window.preview._template.text()
