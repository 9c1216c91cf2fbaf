"""The file of a source that has gone from its place is told of, and found again."""

from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from briefing.gui.window import Window
from tests.gui.acting import ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    files: list[str] = []

    def note(url: object) -> bool:
        files.append(url.toLocalFile())  # type: ignore[attr-defined]
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    return files


def _choose(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))


def test_an_original_that_has_gone_is_told_of_and_located(
    qtbot: QtBot, open_window: Opener, tmp_path: Path, opened: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    window = open_window()
    moved, other = tmp_path / "moved.txt", tmp_path / "other.txt"
    moved.write_bytes(b"the very words")
    other.write_bytes(b"other words")
    digest = sha256(b"the very words").hexdigest()

    window.source.original_wanted.emit(str(tmp_path / "gone.txt"), digest)
    assert "The stored text is intact." in window.notice_text.text()
    assert not opened

    _choose(monkeypatch, other)
    window.notice_text.linkActivated.emit("locate:")
    assert "other.txt is not the file" in window.notice_text.text()
    assert not opened

    window.source.original_wanted.emit(str(tmp_path / "gone.txt"), digest)
    _choose(monkeypatch, moved)
    window.notice_text.linkActivated.emit("locate:")
    assert opened == [str(moved)]
    window.source.original_wanted.emit(str(tmp_path / "gone.txt"), digest)
    assert opened == [str(moved)] * 2


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
