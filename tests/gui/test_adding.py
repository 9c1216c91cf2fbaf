"""Sources that are pasted, and a folder that is watched."""

import threading
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from briefing.gui.dialogs.pasting import PasteDialog
from briefing.gui.dialogs.preferences import PreferencesDialog
from briefing.workflow.pasting import FOLDER
from tests.gui.acting import ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG

if TYPE_CHECKING:
    from briefing.gui.window import Window

ARTICLE = "\n\n".join(
    f"China has sent {count} ships to the strait, the harbour office of Moss said on Monday, and "
    "nobody there could say how long they would stay or what they had been sent for."
    for count in ("two", "nine", "forty")
)
_CONTROL = Qt.KeyboardModifier.ControlModifier


def _paste(window: "Window") -> None:
    window.activateWindow()
    window.cards.setFocus()
    assert QTest.qWaitForWindowActive(window)
    QTest.keyClick(window.cards, Qt.Key.Key_V, _CONTROL)


def _show_arrivals(qtbot: QtBot, window: "Window") -> None:
    qtbot.waitUntil(window.arrivals.isVisible, timeout=LONG)
    QTest.mouseClick(window.arrivals, Qt.MouseButton.LeftButton)


def test_text_is_pasted_as_a_source(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    QGuiApplication.clipboard().setText(ARTICLE)
    _paste(window)
    dialog = window.findChildren(PasteDialog)[0]
    add = dialog.findChildren(QDialogButtonBox)[0].findChildren(QPushButton)[0]
    QTest.keyClicks(dialog.title, "Ships in the strait")
    QTest.keyClicks(dialog.day, "14 Mar")
    assert not add.isEnabled()

    QTest.keyClicks(dialog.day, "ch 2025")
    assert add.isEnabled()
    QTest.keyClick(dialog.day, Qt.Key.Key_Return)
    _show_arrivals(qtbot, window)
    QTest.keyClicks(window.search, '"forty ships"')
    qtbot.waitUntil(
        lambda: ["forty ships" in card.text for card in window.cards.cards()] == [True],
        timeout=LONG,
    )

    card = window.cards.cards()[0]
    assert card.text in ARTICLE
    assert card.label == "Ships in the strait"
    assert card.published == date(2025, 3, 14)
    qtbot.waitUntil(lambda: window.bench.desk.undo == "Add 1 source", timeout=LONG)
    window.bench.undo()
    qtbot.waitUntil(lambda: window.cards.model().rowCount() == 0, timeout=LONG)
    assert len(list((window.bench.intake.library.parent / FOLDER).iterdir())) == 1


def test_files_that_were_copied_are_added(
    qtbot: QtBot, open_window: Opener, tmp_path: Path
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    for name in ("one", "other"):
        (tmp_path / f"{name}.txt").write_text(f"Ships, the {name}\n\n{ARTICLE}", encoding="utf-8")
    told: list[str] = []
    window.bench.intake.told.connect(told.append)

    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / "one.txt"))])
    QGuiApplication.clipboard().setMimeData(files)
    _paste(window)
    qtbot.waitUntil(lambda: "1 of 1 files added" in told, timeout=LONG)
    QGuiApplication.clipboard().setText(f"{tmp_path / 'other.txt'}\n")
    _paste(window)
    qtbot.waitUntil(lambda: told.count("1 of 1 files added") == 2, timeout=LONG)

    _paste(window)
    qtbot.waitUntil(lambda: "0 of 1 files added, 1 was there already" in told, timeout=LONG)
    assert not window.findChildren(PasteDialog)


def test_nothing_is_pasted_where_the_clipboard_holds_nothing(
    qtbot: QtBot, open_window: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    ready(qtbot, window)
    monkeypatch.setattr(QClipboard, "mimeData", lambda _: None)  # as where who held it has gone

    window.actions_by_name["paste"].trigger()

    assert "nothing to paste" in window.notice_text.text()


def test_a_word_is_pasted_into_the_search_as_ever(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    QGuiApplication.clipboard().setText("missile")
    window.search.setFocus()

    QTest.keyClick(window.search, Qt.Key.Key_V, _CONTROL)

    assert window.search.text() == "missile"
    assert not window.findChildren(PasteDialog)


def test_a_watched_folder_is_taken_in_and_the_watch_ends_with_the_window(
    qtbot: QtBot, open_window: Opener, home: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "incoming"
    folder.mkdir()
    (folder / "first.txt").write_text(f"Ships, first\n\n{ARTICLE}", encoding="utf-8")
    window = open_window()
    ready(qtbot, window, included=4)
    window.bench.open(own=True)
    qtbot.waitUntil(window.empty.isVisible, timeout=LONG)
    window.preference_room.show_preferences()
    dialog = window.findChildren(PreferencesDialog)[0]
    box = next(one for one in dialog.findChildren(QCheckBox) if "Watch" in one.text())
    assert not box.isChecked()
    assert window.bench.watching.folder is None

    QTest.keyClicks(_named(dialog, "Folder to watch"), str(folder))
    box.click()
    dialog.close()
    qtbot.waitUntil(lambda: window.cards.model().rowCount() > 0, timeout=LONG)
    before = window.cards.model().rowCount()
    for name in ("second", "third"):
        words = ARTICLE.replace("strait", f"{name} strait")
        (folder / f"{name}.txt").write_text(f"Ships, {name}\n\n{words}", encoding="utf-8")
    qtbot.waitUntil(lambda: window.counts.text().startswith("3 sources"), timeout=LONG)
    qtbot.waitUntil(window.arrivals.isVisible, timeout=LONG)
    assert "new excerpt" in window.arrivals.text()
    assert window.cards.model().rowCount() == before
    QTest.mouseClick(window.arrivals, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.cards.model().rowCount() > before, timeout=LONG)

    window.close()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("watch")]


def _named(dialog: QWidget, name: str) -> QLineEdit:
    return next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == name)


def test_the_samples_are_not_mixed_with_a_watched_folder(
    qtbot: QtBot, open_window: Opener, home: Path, tmp_path: Path
) -> None:
    (home / "window.ini").write_text(f"[General]\nwatching=yes\nwatched_folder={tmp_path}\n")
    window = open_window()
    ready(qtbot, window, included=4)

    assert window.settings.watched_folder() == tmp_path
    assert window.bench.watching.folder is None


def test_files_that_still_cannot_be_read_are_not_said_to_be_there(
    qtbot: QtBot, open_window: Opener, tmp_path: Path
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "one.txt").write_text(f"Ships\n\n{ARTICLE}", encoding="utf-8")
    (folder / "scan.pdf").write_bytes(b"%PDF-1.4 nothing")
    told: list[str] = []
    window.bench.intake.told.connect(told.append)

    window.intake_room.add([folder])
    first = "1 of 2 files added, 1 could not be read"
    qtbot.waitUntil(lambda: first in told, timeout=LONG)
    window.intake_room.add([folder])

    again = "0 of 2 files added, 1 was there already, 1 could not be read"
    qtbot.waitUntil(lambda: again in told, timeout=LONG)
