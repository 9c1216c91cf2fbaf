"""The head of a source says when it was added."""

from pytestqt.qtbot import QtBot

from briefing.gui.window import Window
from tests.gui.acting import ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG


def test_the_head_of_a_source_says_when_it_was_added(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.evidence_room.open_source(window.cards.cards()[0].passage)
    qtbot.waitUntil(lambda: bool(window.source.text()), timeout=LONG)

    shown = window.source.shown()
    assert shown is not None
    assert shown.added is not None
    assert shown.source.published is not None
    assert shown.added.year != shown.source.published.year
    assert f"added {shown.added.day} {shown.added:%b %Y}" in _head(window)


def _head(window: Window) -> str:
    return window.source._known.text()
