"""Sources that were read without a date: listed under Jobs, and dated there."""

import os
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from briefing.gui.dialogs.dating import DateDialog
from briefing.gui.dialogs.jobs import JobsDialog
from briefing.gui.window import Window
from tests.gui.acting import ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG

_CONTROL = Qt.KeyboardModifier.ControlModifier
_TEXT = "China sent {} ships to the strait, the harbour office of Moss said to those who asked. "


def _window_with(qtbot: QtBot, opener: Opener, folder: Path, names: list[str]) -> Window:
    window = opener()
    ready(qtbot, window, included=4)
    folder.mkdir()
    for name in names:
        text = f"Ships of {name}\n\n" + _TEXT.format(name) * 12
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    with qtbot.waitSignal(window.bench.intake.ended, timeout=LONG):
        window.intake_room.add([folder])
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_J, _CONTROL)
    qtbot.waitUntil(lambda: bool(_rows(window, names[0])), timeout=LONG)
    return window


def _rows(window: Window, name: str) -> list[int]:
    listed = window.library_room.jobs.list
    lines = [listed.model().index(row, 0).data() for row in range(listed.model().rowCount())]
    return [row for row, line in enumerate(lines) if line.startswith(name)]


def _click(window: Window, name: str, *, more: bool = False) -> None:
    listed = window.library_room.jobs.list
    line = listed.model().index(_rows(window, name)[0], 0)
    listed.scrollTo(line)
    held = _CONTROL if more else Qt.KeyboardModifier.NoModifier
    point = listed.visualRect(line).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, held, point)


def _button(jobs: JobsDialog, name: str) -> QPushButton:
    return next(one for one in jobs.findChildren(QPushButton) if one.text() == name)


def _day(window: Window, name: str) -> date | None:
    found: list[date | None] = []
    window.bench._with(
        lambda session: session.library.search(f"title:{name}").hits[0].kept.published,
        found.append,
    )
    while not found:
        QTest.qWait(10)
    return found[0]


def test_a_source_without_a_date_is_given_one_and_undo_takes_it_back(
    qtbot: QtBot, open_window: Opener, tmp_path: Path
) -> None:
    window = _window_with(qtbot, open_window, tmp_path / "in", ["one", "other"])
    jobs = window.library_room.jobs
    given, again = _button(jobs, "Set date…"), _button(jobs, "Try again")
    assert not given.isEnabled()
    _click(window, "empty.txt")
    assert (given.isEnabled(), again.isEnabled()) == (False, True)

    _click(window, "one.txt")
    assert (given.isEnabled(), again.isEnabled()) == (True, False)
    QTest.mouseClick(given, Qt.MouseButton.LeftButton)
    dialog = jobs.findChildren(DateDialog)[0]
    take = dialog.findChildren(QPushButton)[0]
    QTest.keyClicks(dialog.line, "14 Mar")
    assert not take.isEnabled()
    QTest.keyClicks(dialog.line, "ch 2025")
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not _rows(window, "one.txt"), timeout=LONG)

    assert _rows(window, "other.txt")
    assert _day(window, "one") == date(2025, 3, 14)
    qtbot.waitUntil(lambda: window.bench.desk.undo == "Set the date of 1 source", timeout=LONG)
    window.bench.undo()
    qtbot.waitUntil(lambda: bool(_rows(window, "one.txt")), timeout=LONG)


def test_the_date_of_the_file_is_taken_for_those_selected_in_one_act(
    qtbot: QtBot, open_window: Opener, tmp_path: Path
) -> None:
    window = _window_with(qtbot, open_window, tmp_path / "in", ["one", "other", "third"])
    noon = datetime(2025, 3, 12, 12, tzinfo=UTC).timestamp()
    os.utime(tmp_path / "in" / "one.txt", (noon, noon))
    (tmp_path / "in" / "other.txt").unlink()

    _click(window, "one.txt")
    _click(window, "other.txt", more=True)
    _click(window, "empty.txt", more=True)
    use = _button(window.library_room.jobs, "Use file date")
    QTest.mouseClick(use, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not _rows(window, "one.txt"), timeout=LONG)

    assert _day(window, "one") == date(2025, 3, 12)
    assert _rows(window, "other.txt")
    assert _rows(window, "third.txt")
    assert "1 original is no longer there" in window.notice_text.text()
