"""Libraries that are damaged, newer, full or none: what the window says, and the way out it offers."""

import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from briefing.errors import LibraryFullError
from briefing.gui.trouble_room import LIBRARY_LINK
from briefing.gui.window import Window
from briefing.places import sample_library
from briefing.workflow.samples import filled
from briefing.workflow.workbench import open_workbench
from tests.gui.acting import first_out, ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG

COMMAND = "briefing library"
"""Of what is to be typed elsewhere a window does not speak."""


@pytest.fixture
def shelf(home: Path) -> Path:
    """A library of one's own with the samples in it, and a briefing of four quotations."""
    session = filled(open_workbench(samples=True)).session
    file = home / "data/briefing/library.db"
    session.library.copy(file)
    session.library.close()
    sample_library().unlink()
    return file


def _zero(file: Path, begin: float, end: float) -> bytes:
    """Zero the bytes between two parts of the file; returns what it holds then."""
    data = bytearray(file.read_bytes())
    first, last = int(len(data) * begin), int(len(data) * end)
    data[first:last] = bytes(last - first)
    file.write_bytes(data)
    return bytes(data)


def _links(window: Window) -> list[str]:
    text = window.notice_text.text()
    return [part.partition('"')[0] for part in text.split(f'href="{LIBRARY_LINK}')[1:]]


def _follow(window: Window, link: str) -> None:
    assert link in _links(window), window.notice_text.text()
    window.notice_text.linkActivated.emit(f"{LIBRARY_LINK}{link}")


def test_a_holed_library_says_so_and_is_made_anew(
    qtbot: QtBot, open_window: Opener, shelf: Path
) -> None:
    spoilt = _zero(shelf, 0.3, 0.7)

    window = open_window()
    qtbot.waitUntil(lambda: "rebuild" in _links(window), timeout=LONG)
    said, beside = window.notice_text.text(), window.empty.text()
    _follow(window, "rebuild")
    qtbot.waitUntil(lambda: "made anew: 12 sources" in window.notice_text.text(), timeout=LONG)
    qtbot.waitUntil(lambda: bool(window.cards.cards()), timeout=LONG)

    assert "he library is damaged" in said
    assert COMMAND not in said + beside
    assert "Rebuild the library" in beside
    # Opening it turned its log on, which is noted in its head.
    assert shelf.with_name("library.db.damaged-1").read_bytes()[100:] == spoilt[100:]
    assert window.bench.intake.library == shelf


def test_of_what_shows_all_can_be_read_on_when_the_index_is_holed(
    qtbot: QtBot, open_window: Opener, shelf: Path
) -> None:
    _spoil_index(shelf)

    window = open_window()
    qtbot.waitUntil(lambda: bool(window.cards.cards()), timeout=LONG)
    window.search.setText("destroyer")
    qtbot.waitUntil(lambda: "rebuild" in _links(window), timeout=LONG)
    said = window.notice_text.text()
    window.search.clear()
    _follow(window, "rebuild")
    qtbot.waitUntil(lambda: "made anew: 12 sources" in window.notice_text.text(), timeout=LONG)
    ready(qtbot, window, included=4)

    assert "What can be read is shown" in said
    assert COMMAND not in said


def _spoil_index(file: Path) -> None:
    """Let the index of words hold what is none."""
    connection = sqlite3.connect(file)
    names = [row[0] for row in connection.execute(
        "SELECT name FROM sqlite_master WHERE name LIKE '%_data' AND type = 'table'"
    )]  # fmt: skip
    assert names
    for name in names:
        connection.execute(f"UPDATE {name} SET block = zeroblob(length(block)) WHERE id > 10")
    connection.commit()
    connection.close()


def test_a_library_of_which_nothing_can_be_read_is_set_aside(
    qtbot: QtBot, open_window: Opener, shelf: Path
) -> None:
    spoilt = _zero(shelf, 0.0002, 0.05)

    window = open_window()
    qtbot.waitUntil(lambda: "rebuild" in _links(window), timeout=LONG)
    _follow(window, "rebuild")
    qtbot.waitUntil(lambda: "anew" in _links(window), timeout=LONG)
    assert shelf.read_bytes() == spoilt
    _follow(window, "anew")
    qtbot.waitUntil(lambda: "A new library was begun" in window.notice_text.text(), timeout=LONG)
    qtbot.waitUntil(lambda: "Drop news articles here" in window.empty.text(), timeout=LONG)

    assert shelf.with_name("library.db.damaged-1").read_bytes() == spoilt


def test_of_a_newer_library_a_copy_can_be_read(
    qtbot: QtBot, open_window: Opener, shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection = sqlite3.connect(shelf)
    connection.execute("PRAGMA user_version = 999")
    connection.execute("CREATE TABLE later (a)")
    connection.commit()
    connection.close()
    before = shelf.read_bytes()

    window = open_window()
    qtbot.waitUntil(lambda: "copy" in _links(window), timeout=LONG)
    assert "newer version" in window.notice_text.text()
    _follow(window, "copy")
    ready(qtbot, window, included=4)
    assert window.bench.intake.library == shelf.with_name("library-copy.db")

    # It is for reading; what is done in it is kept once there is a place for it.
    window.cards.choose(first_out(window))
    QTest.keyClick(window.cards, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "folder" in _links(window), timeout=LONG)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(elsewhere))
    _follow(window, "folder")
    ready(qtbot, window, included=5)
    qtbot.waitUntil(lambda: window.saved.text().startswith("Saved"), timeout=LONG)

    assert window.bench.intake.library == elsewhere / "library-copy.db"
    assert shelf.read_bytes() == before
    kept = open_workbench(elsewhere / "library-copy.db").session
    assert len(kept.desk().included) == 5
    kept.library.close()


def test_from_a_full_disk_one_goes_on_in_another_folder(
    qtbot: QtBot, open_window: Opener, shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.bench._again.setInterval(50)
    pages = _ask(window, "PRAGMA page_count")
    _ask(window, f"PRAGMA max_page_count = {pages}")
    window.bench.write("china", ["Our own words. " * 3000])
    qtbot.waitUntil(lambda: "folder" in _links(window), timeout=LONG)
    assert "Changes are kept in memory only" in window.notice_text.text()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    _follow(window, "folder")
    qtbot.waitUntil(lambda: window.saved.text().startswith("Saved"), timeout=LONG)
    ready(qtbot, window, included=4)

    assert window.bench.intake.library == tmp_path / "library.db"
    assert [len(note.text) for note in window.bench.desk.notes] == [44999]


def _ask(window: Window, question: str) -> object:
    """Ask the library something once it is up to date: what that writes may make room."""
    QApplication.processEvents()
    window.bench.intake._lane.wait_for(lambda: None)
    return window.bench._library.wait_for(
        lambda: window.bench._session.library.store.connection.execute(question).fetchone()[0]  # type: ignore[union-attr]
    )


def test_a_library_for_which_there_is_no_room_is_opened_in_another_folder(
    qtbot: QtBot, open_window: Opener, shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.bench.not_opened.emit(LibraryFullError("the disk has no room left", where=shelf))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    _follow(window, "room")

    qtbot.waitUntil(lambda: window.bench.intake.library == tmp_path / "library.db", timeout=LONG)
    ready(qtbot, window, included=4)


def test_a_locked_library_is_waited_for_and_then_told(
    qtbot: QtBot, open_window: Opener, shelf: Path
) -> None:
    other = sqlite3.connect(shelf, isolation_level=None)
    other.execute("PRAGMA journal_mode = DELETE")
    other.execute("BEGIN EXCLUSIVE")
    window = open_window()
    qtbot.waitUntil(lambda: "The library is being opened" in window.empty.text(), timeout=LONG)
    qtbot.waitUntil(lambda: "again" in _links(window), timeout=LONG)
    assert "nother program is writing to the library" in window.notice_text.text()
    other.execute("ROLLBACK")
    other.close()

    _follow(window, "again")
    ready(qtbot, window, included=4)


def test_what_waits_for_another_program_is_only_tried_again(
    qtbot: QtBot, open_window: Opener, shelf: Path
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.bench._again.setInterval(600_000)
    _ask(window, "PRAGMA busy_timeout = 50")
    other = sqlite3.connect(shelf, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    window.cards.choose(first_out(window))
    QTest.keyClick(window.cards, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: _links(window) == ["retry"], timeout=LONG)
    other.execute("ROLLBACK")
    other.close()

    _follow(window, "retry")
    qtbot.waitUntil(lambda: window.saved.text().startswith("Saved"), timeout=LONG)
    ready(qtbot, window, included=5)


def test_closing_is_put_off_each_time_that_something_would_be_lost(
    qtbot: QtBot, open_window: Opener, shelf: Path
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.bench._again.setInterval(600_000)
    offered = []
    for included in (5, 6):
        pages = _ask(window, "PRAGMA page_count")
        _ask(window, f"PRAGMA max_page_count = {pages}")
        window.bench.write("china", [f"Our own words {included}. " * 3000])
        window.cards.choose(first_out(window))
        QTest.keyClick(window.cards, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: "folder" in _links(window), timeout=LONG)
        assert not window.close()
        offered.append((window.notice_text.text(), _links(window)))
        _ask(window, "PRAGMA max_page_count = 1000000")
        _follow(window, "retry")
        ready(qtbot, window, included=included)
        qtbot.waitUntil(lambda: window.saved.text().startswith("Saved"), timeout=LONG)
        assert not window.notice.isVisible()

    assert all("in memory only. Close again to let it go" in told for told, _ in offered)
    assert [ways for _, ways in offered] == [["folder", "retry"]] * 2
    assert window.close()


def test_what_is_refused_again_is_told_again(
    qtbot: QtBot, open_window: Opener, shelf: Path
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.bench._again.setInterval(600_000)
    _ask(window, f"PRAGMA max_page_count = {_ask(window, 'PRAGMA page_count')}")
    window.bench.write("china", ["Our own words. " * 3000])
    qtbot.waitUntil(window.notice.isVisible, timeout=LONG)
    _follow(window, "retry")
    assert not window.notice.isVisible()

    qtbot.waitUntil(window.notice.isVisible, timeout=LONG)
    _ask(window, "PRAGMA max_page_count = 1000000")
    _follow(window, "retry")
    qtbot.waitUntil(lambda: window.saved.text().startswith("Saved"), timeout=LONG)
