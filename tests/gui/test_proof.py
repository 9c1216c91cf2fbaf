"""A finished file is proven in the window: what was edited since is shown beside its source."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from briefing.gui.window import Window
from tests.gui.acting import ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG

WORDS = "ruled out all contact"


def _finished(qtbot: QtBot, window: Window, target: Path) -> Path:
    """The briefing of the window as a Word file."""
    window.bench.export((target,), None)
    qtbot.waitUntil(target.is_file, timeout=LONG)
    return target


def _edited(file: Path, before: str, after: str) -> Path:
    """A copy in which somebody changed words."""
    target = file.with_stem("edited")
    with zipfile.ZipFile(file) as read, zipfile.ZipFile(target, "w") as write:
        for name in read.namelist():
            data = read.read(name)
            if name == "word/document.xml":
                assert before.encode() in data
                data = data.replace(before.encode(), after.encode())
            write.writestr(name, data)
    return target


def _proven(qtbot: QtBot, window: Window, file: Path) -> str:
    window.proof_room.prove(file)
    page = window.proof.page
    qtbot.waitUntil(lambda: "Proving" not in page.toPlainText(), timeout=LONG)
    return page.toPlainText()


def test_what_was_changed_since_is_shown_beside_its_source(
    qtbot: QtBot, open_window: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    file = _finished(qtbot, window, tmp_path / "brief.docx")

    told = _proven(qtbot, window, file)
    assert "● 4 proven" in told
    assert "compared with the library" in told
    assert window.right.currentWidget() is window.proof
    told = _proven(qtbot, window, _edited(file, WORDS, "ruled in all contact"))
    assert "▲ 3 proven, 1 altered" in told
    assert told.index("▲ altered") < told.index("ruled in all contact") < told.index(WORDS)
    assert "“in” is printed where the source has “out”" in told

    page = tmp_path / "proof"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (f"{page}.html", ""))
    window.proof.save.click()
    qtbot.waitUntil(page.with_suffix(".html").is_file, timeout=LONG)
    source = next(iter(window.proof.page._acts.values()))
    source()
    qtbot.waitUntil(lambda: window.right.currentWidget() is window.source, timeout=LONG)


def test_what_is_no_finished_file_is_told_and_the_way_back_is_one_key(
    qtbot: QtBot, open_window: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    here = window.right.currentWidget()
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.4 nothing")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(broken), ""))

    window.actions_by_name["choose_finished"].trigger()
    page = window.proof.page
    qtbot.waitUntil(lambda: "Proving" not in page.toPlainText(), timeout=LONG)
    assert page.toPlainText().startswith("The PDF file cannot be opened")
    assert not window.proof.save.isEnabled()
    QTest.keyClick(page, Qt.Key.Key_Escape)

    assert window.right.currentWidget() is here
    assert window.right.indexOf(window.proof) < 0
