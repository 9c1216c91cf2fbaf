"""A fault of the program itself: the window goes on, says so in a line, and has a report to hand on."""

import sys

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from briefing.errors import LibraryFullError
from briefing.gui.fault_room import FaultRoom, ReportDialog
from briefing.gui.window import Window
from briefing.workflow.session import Session
from tests.gui.acting import ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG


def _break_down() -> None:
    raise ValueError("a planted fault")


def _told(qtbot: QtBot, window: Window) -> str:
    qtbot.waitUntil(lambda: "Something went wrong" in window.notice_text.text(), timeout=LONG)
    return window.notice_text.text()


def test_a_fault_on_the_librarys_thread_is_told_and_can_be_copied_once_it_was_seen(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    FaultRoom(window, window.bench)
    ready(qtbot, window, included=4)
    window.bench.do(lambda _: _break_down())
    told = _told(qtbot, window)
    window.notice_text.linkActivated.emit("fault:report")
    (dialog,) = window.findChildren(ReportDialog)
    copy = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Copy report")
    copy.click()

    assert "Your work is saved" in told
    copied = QApplication.clipboard().text()
    assert "ValueError: a planted fault\ntest_faults.py:" in copied
    assert "_break_down" in copied
    window.notice_text.linkActivated.emit("fault:go-on")
    assert not window.notice.isVisible()


def test_a_fault_of_the_windows_own_thread_is_told_too(
    qtbot: QtBot, open_window: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    monkeypatch.setattr(sys, "excepthook", FaultRoom(window, window.bench).hook)
    ready(qtbot, window, included=4)
    QTimer.singleShot(0, _break_down)

    assert "Your work is saved" in _told(qtbot, window)


def test_that_work_is_saved_is_only_said_where_it_is(
    qtbot: QtBot, open_window: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise LibraryFullError("the disk has no room left")

    window = open_window()
    room = FaultRoom(window, window.bench)
    ready(qtbot, window, included=4)
    window.bench._again.setInterval(600_000)
    monkeypatch.setattr(Session, "set", refuse)
    window.bench.set("title", "Another", "Change the title")
    qtbot.waitUntil(window.bench.waits, timeout=LONG)
    room._tell("ValueError: a planted fault")
    told = window.notice_text.text()
    monkeypatch.undo()
    window.bench.retry()
    qtbot.waitUntil(lambda: not window.bench.waits(), timeout=LONG)

    assert "in memory only" in told
    assert "is saved" not in told


def test_what_fails_again_and_again_is_told_once(
    qtbot: QtBot, open_window: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    room = FaultRoom(window, window.bench)
    ready(qtbot, window, included=4)
    told: list[str] = []
    tell = window.tell

    def note(text: str) -> None:
        told.append(text)
        tell(text)

    monkeypatch.setattr(window, "tell", note)
    room._tell("ValueError: in painting")
    room._tell("ValueError: in painting")
    room._tell("KeyError: in something else")
    assert len(told) == 2

    window.notice.hide()
    room._tell("KeyError: in something else")
    assert len(told) == 3
