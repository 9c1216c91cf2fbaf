"""The palette finds whatever has a name; versions are gone back to; a copy opens by itself."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QInputDialog, QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from briefing.gui.dialogs.commands import Chooser
from briefing.gui.dialogs.palette import Palette
from briefing.gui.dialogs.preferences import PreferencesDialog
from briefing.gui.window import Window
from tests.gui.acting import first_out, printed, ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG


def _typed(qtbot: QtBot, window: Window, text: str) -> tuple[Palette, QListWidget]:
    window.actions_by_name["show_commands"].trigger()
    palette = window.findChildren(Palette)[-1]
    qtbot.wait(200)
    QTest.keyClicks(palette.findChildren(QLineEdit)[0], text)
    return palette, palette.findChildren(QListWidget)[0]


def _left(lines: QListWidget) -> list[str]:
    rows = map(lines.item, range(lines.count()))
    return [line.text() for line in rows if not line.isHidden()]


def test_the_palette_finds_commands_themes_people_and_sources(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    qtbot.waitUntil(lambda: bool(window.palette_room._people), timeout=LONG)
    person = window.palette_room._people[0]

    palette, lines = _typed(qtbot, window, ">prnt")
    assert "Print…" in _left(lines)
    palette.close()
    palette, lines = _typed(qtbot, window, "#chi")
    assert _left(lines) == ["China"]
    palette.close()
    palette, lines = _typed(qtbot, window, f"@{person[:6]}")
    assert person in _left(lines)
    QTest.keyClick(palette.findChildren(QLineEdit)[0], Qt.Key.Key_Return)
    assert window.search.text().startswith("speaker:")
    qtbot.waitUntil(lambda: window.cards.model().rowCount() > 0, timeout=LONG)
    window.search.clear()
    qtbot.waitUntil(lambda: bool(window.cards.cards()), timeout=LONG)

    window.evidence_room.open_source(window.cards.cards()[0].passage)
    qtbot.waitUntil(lambda: window.source.shown() is not None, timeout=LONG)
    shown = window.source.shown()
    assert shown is not None
    assert shown.source.title
    title, word = shown.source.title, max(shown.source.title.split(), key=len)
    palette, lines = _typed(qtbot, window, word)
    qtbot.waitUntil(lambda: title in _left(lines), timeout=LONG)
    palette.close()


def test_the_palette_has_what_can_be_done_with_the_selected_card(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.cards.choose(first_out(window))

    palette, lines = _typed(qtbot, window, ">put under: chi")
    assert _left(lines) == ["Put under: China"]
    palette.close()
    palette, lines = _typed(qtbot, window, ">include")
    assert _left(lines) == ["Undo Include 4 excerpts", "Include"]
    QTest.keyClick(palette.findChildren(QLineEdit)[0], Qt.Key.Key_Return)

    ready(qtbot, window, included=5)


def test_what_cannot_be_done_says_why(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.bench.leave_out([item.passage for item in window.bench.desk.included])
    qtbot.waitUntil(lambda: not window.bench.desk.included, timeout=LONG)

    palette, lines = _typed(qtbot, window, "export again")
    palette.close()

    assert _left(lines) == ["Export again – nothing is in the briefing yet"]


def test_a_named_version_is_gone_back_to_and_that_is_undone(
    qtbot: QtBot, open_window: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    before = window.bench.desk.places()
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("For the minister", True))
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "For the minister" in (window.bench.desk.undo or ""), timeout=LONG)
    window.cards.choose(first_out(window))
    QTest.keyClick(window.cards, Qt.Key.Key_Space)
    ready(qtbot, window, included=5)
    after = window.bench.desk.places()

    window.actions_by_name["show_versions"].trigger()
    qtbot.waitUntil(lambda: bool(window.findChildren(Chooser)), timeout=LONG)
    chooser = window.findChildren(Chooser)[-1]
    QTest.keyClick(chooser.findChildren(QLineEdit)[0], Qt.Key.Key_Return)
    ready(qtbot, window, included=4)
    assert window.bench.desk.places() == before
    window.bench.undo()
    ready(qtbot, window, included=5)
    assert window.bench.desk.places() == after


def test_a_copy_holds_the_briefing_and_never_replaces_a_file(
    qtbot: QtBot, open_window: Opener, tmp_path: Path
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    there = tmp_path / "there.db"
    there.write_text("mine")
    window.keeping_room.copy_to(there)
    qtbot.waitUntil(
        lambda: "here is a file of that name" in window.notice_text.text(), timeout=LONG
    )
    assert there.read_text() == "mine"

    window.keeping_room.copy_to(tmp_path / "copy.db")
    qtbot.waitUntil(lambda: "Saved a copy" in window.notice_text.text(), timeout=LONG)
    places = window.bench.desk.places()
    window.open(tmp_path / "copy.db")
    qtbot.waitUntil(lambda: window.bench.intake.library.name == "copy.db", timeout=LONG)
    ready(qtbot, window, included=4)
    assert window.bench.desk.places() == places


def test_the_page_is_printed_by_the_system(
    qtbot: QtBot, open_window: Opener, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "cache"))
    ready(qtbot, window, included=4)
    opened: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)

    window.actions_by_name["print_page"].trigger()

    (url,) = opened
    assert Path(url.toLocalFile()).read_bytes() == printed(window).data
    assert Path(url.toLocalFile()).is_relative_to(home / "cache")


def test_preferences_are_found_by_their_words(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.actions_by_name["show_preferences"].trigger()
    dialog = window.findChildren(PreferencesDialog)[-1]

    QTest.keyClicks(dialog.finder, "watch a folder")
    assert dialog.names.currentItem().text() == "Library"
    assert [box.text() for box in dialog.findChildren(QCheckBox) if box.font().bold()] == [
        "&Watch a folder for new articles"
    ]
    dialog.finder.clear()
    assert not any(box.font().bold() for box in dialog.findChildren(QCheckBox))
    dialog.close()


def test_the_size_of_the_page_is_remembered(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.preview.page.setFocus()
    QTest.keyClick(window.preview.page, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    zoom = window.preview.page.zoom
    assert zoom
    window.close()

    again = open_window()
    assert again.preview.page.zoom == pytest.approx(zoom, abs=0.01)
    ready(qtbot, again, included=4)
    again.preview.page.setFocus()
    QTest.keyClick(again.preview.page, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert again.settings.text("page_zoom") == ""
