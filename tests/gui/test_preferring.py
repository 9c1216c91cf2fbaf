"""Pages of the preferences beside looks and keys: languages, performance, and what can be done there."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from briefing.errors import UsageError
from briefing.gui.dialogs.preferences import PreferencesDialog
from briefing.gui.key_files import load_keys, save_keys
from briefing.gui.own_keys import Keys
from briefing.gui.preferring.keys import KeysPage
from briefing.gui.recents import RECENTS
from briefing.gui.settings import WindowSettings
from briefing.gui.window import Window
from briefing.places import cache_folder
from tests.gui.acting import ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG

PAGES = (
    "Appearance", "Briefings", "Library", "Languages", "Keyboard", "Performance", "Privacy",
    "Advanced",
)  # fmt: skip


def _asked(qtbot: QtBot, window: Window) -> PreferencesDialog:
    ready(qtbot, window, included=4)
    window.actions_by_name["show_preferences"].trigger()
    return window.findChildren(PreferencesDialog)[-1]


def _push(page: QWidget, words: str) -> None:
    next(one for one in page.findChildren(QPushButton) if one.text() == words).click()


def _choose(page: QWidget, value: str) -> None:
    box = next(one for one in page.findChildren(QComboBox) if one.findData(value) >= 0)
    box.setCurrentIndex(box.findData(value))


def _keys(tmp_path: Path) -> Keys:
    actions = {}
    for name, key in (("undo", "Ctrl+Z"), ("ask_export", "Ctrl+E"), ("show_jobs", "Ctrl+J")):
        action = QAction(name)
        action.setShortcut(key)
        actions[name] = action
    return Keys(actions, WindowSettings(tmp_path / "window.ini"))


def test_keys_go_to_a_file_and_come_back(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    mine, others = _keys(tmp_path), _keys(tmp_path / "other")
    mine.give("ask_export", "Ctrl+J")
    save_keys(mine, tmp_path / "keys.toml")

    told = load_keys(others, tmp_path / "keys.toml")

    assert [others.key(name) for name in others.titles] == ["Ctrl+Z", "Ctrl+J", ""]
    assert told == "2 keys are others now."


def test_what_a_file_of_keys_has_wrong_is_left_and_told(qapp: QApplication, tmp_path: Path) -> None:
    keys, file = _keys(tmp_path), tmp_path / "keys.toml"
    file.write_text(
        'ask_export = "Ctrl+G"\nshow_jobs = "Ctrl+G"\nundo = "u"\nno_such = "Ctrl+9"\n',
        encoding="utf-8",
    )

    told = load_keys(keys, file)

    assert [keys.key(name) for name in keys.titles] == ["Ctrl+Z", "Ctrl+E", "Ctrl+J"]
    assert told.endswith("Left as they were: ask_export, show_jobs, undo, no_such.")


@pytest.mark.parametrize("written", [b"\xff\xfe\x00", b"undo = ", b"[[[", b"undo"])
def test_a_file_that_has_no_keys_changes_none(
    qapp: QApplication, tmp_path: Path, written: bytes
) -> None:
    keys, file = _keys(tmp_path), tmp_path / "keys.toml"
    file.write_bytes(written)

    with pytest.raises(UsageError, match="no file of keys"):
        load_keys(keys, file)

    assert keys.key("undo") == "Ctrl+Z"


def test_each_page_is_there_and_keys_are_imported_at_once(
    qtbot: QtBot, open_window: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    dialog = _asked(qtbot, window)
    assert tuple(dialog.names.item(row).text() for row in range(dialog.names.count())) == PAGES
    page = dialog.page("Keyboard")
    assert isinstance(page, KeysPage)
    file = tmp_path / "keys.toml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))

    _push(page, "Export…")
    assert page.told.text() == "The keys are in keys.toml."
    file.write_text(
        file.read_text(encoding="utf-8").replace('"Ctrl+J"', '"Ctrl+G"'), encoding="utf-8"
    )
    _push(page, "Import…")

    assert page.told.text() == "1 key is another now."
    assert window.actions_by_name["show_jobs"].shortcut().toString() == "Ctrl+G"


def test_the_machine_is_used_as_much_as_was_chosen(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    dialog = _asked(qtbot, window)
    page = dialog.page("Performance")
    pause = window.bench.live._quiet

    assert (window.bench.intake.jobs, pause.interval()) == (None, 40)
    _choose(page, "1")
    _choose(page, "500")
    assert (window.bench.intake.jobs, pause.interval()) == (1, 500)
    page.reset()
    assert (window.bench.intake.jobs, pause.interval()) == (None, 40)


def test_the_window_runs_from_the_side_that_is_chosen(
    qtbot: QtBot, qapp: QApplication, open_window: Opener
) -> None:
    window = open_window()
    page = _asked(qtbot, window).page("Languages")
    try:
        _choose(page, "right")
        assert window.layoutDirection() is Qt.LayoutDirection.RightToLeft
    finally:
        page.reset()
    assert window.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_the_list_of_recent_briefings_is_cleared(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    page = _asked(qtbot, window).page("Privacy")
    assert window.settings.text(RECENTS)

    _push(page, "Clear the list of recent briefings")

    assert window.briefings_room.recents.all() == []


def test_the_cache_is_named_and_emptied_but_for_what_batches_stopped_at(
    qtbot: QtBot, open_window: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = cache_folder()
    for name in ("prepared/theme", "print/Weekly.pdf", "batches/stopped.jsonl"):
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text("kept", encoding="utf-8")
    page = _asked(qtbot, open_window()).page("Privacy")
    assert str(folder) in [line.text() for line in page.findChildren(QLineEdit)]

    _push(page, "Empty the cache")

    assert [one.name for one in folder.rglob("*") if one.is_file()] == ["stopped.jsonl"]
    button = next(one for one in page.findChildren(QPushButton) if one.text() == "Empty the cache")
    assert not button.isEnabled()


def test_the_index_is_rebuilt_while_one_goes_on(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    dialog = _asked(qtbot, window)
    _push(dialog.page("Advanced"), "Rebuild index")
    dialog.close()
    QTest.keyClick(window.cards, Qt.Key.Key_Down)
    QTest.keyClick(window.cards, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "made anew: 12 sources" in window.notice_text.text(), timeout=LONG)

    ready(qtbot, window, included=5)
    qtbot.waitUntil(lambda: not window.bench._acts, timeout=LONG)
    assert len(window.bench._on_disk.included) == 5
