"""After a crash the window says what is here, and what is not."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from briefing.errors import LibraryFullError
from briefing.gui.window import Window
from briefing.workflow.session import Session
from tests.gui.acting import first_out, ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG


def _refuse(*_: object) -> None:
    raise LibraryFullError("the disk has no room left")


def _put_one_in(qtbot: QtBot, window: Window) -> None:
    before = len(window.bench.desk.included)
    window.cards.choose(first_out(window))
    QTest.keyClick(window.cards, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(window.bench.desk.included) == before + 1, timeout=LONG)


def _said_after_a_crash(qtbot: QtBot, window: Window, open_window: Opener) -> str:
    """What the next start says, while the first window is still as it was: as after `kill -9`."""
    window.place._keep()
    again = open_window()
    qtbot.waitUntil(lambda: "ended unexpectedly" in again.notice_text.text(), timeout=LONG)
    said = again.notice_text.text()
    again.notice_text.linkActivated.emit("crash:history")
    qtbot.waitUntil(lambda: bool(again.findChildren(QDialog)), timeout=LONG)
    return said


def test_all_changes_are_here_where_all_were_on_the_disk(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    before = window.settings.blob("geometry")
    window.resize(1300, 800)
    qtbot.waitUntil(lambda: window.settings.blob("geometry") != before, timeout=LONG)
    _put_one_in(qtbot, window)
    qtbot.waitUntil(lambda: window.saved.text().startswith("Saved"), timeout=LONG)

    assert "All changes up to then are here" in _said_after_a_crash(qtbot, window, open_window)


def test_of_what_was_in_memory_only_it_is_said_that_it_is_gone(
    qtbot: QtBot, open_window: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.bench._again.setInterval(600_000)
    monkeypatch.setattr(Session, "include", _refuse)
    _put_one_in(qtbot, window)
    qtbot.waitUntil(lambda: "in memory only" in window.saved.text(), timeout=LONG)

    said = _said_after_a_crash(qtbot, window, open_window)
    monkeypatch.undo()
    window.bench.retry()
    qtbot.waitUntil(lambda: window.saved.text().startswith("Saved"), timeout=LONG)

    assert "kept in memory only" in said
    assert "All changes" not in said
    assert window.place._sign.exists()
