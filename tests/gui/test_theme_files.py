"""Themes as files, and words proposed from the excerpts of the theme."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from briefing.gui.dialogs.proposing import ProposalDialog
from briefing.gui.widgets.theme_editor import ThemeEditor
from briefing.workflow.catalogue import find_themes
from tests.gui.acting import ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG


def _words(editor: ThemeEditor) -> str:
    return editor._rows[0].phrases.text()


def test_a_theme_goes_out_as_a_file_and_comes_back_with_its_effect_in_sight(
    qtbot: QtBot, open_window: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    editor, file = window.theme_editor, tmp_path / "mine.toml"
    chosen = {"getSaveFileName": tmp_path / "mine", "getOpenFileName": file}
    for name, path in chosen.items():
        monkeypatch.setattr(QFileDialog, name, lambda *_, path=path, **__: (str(path), ""))
    window.theme_room.edit("china")
    QTest.keyClicks(editor._rows[0].phrases, "steel; ")

    QTest.mouseClick(editor.share, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(file.exists, timeout=LONG)
    (given,) = find_themes([str(file)])
    assert given == editor.theme()
    QTest.mouseClick(editor.share, Qt.MouseButton.LeftButton)
    assert "There is a file mine.toml already" in window.notice_text.text()
    editor.left.emit()
    window.theme_room.edit("china")
    assert not _words(editor).startswith("steel")
    editor.left.emit()

    window.actions_by_name["open_theme_file"].trigger()
    qtbot.waitUntil(lambda: _words(editor).startswith("steel; "), timeout=LONG)
    qtbot.waitUntil(lambda: "U.S. Steel" in editor.result.toPlainText(), timeout=LONG)
    assert given.id not in {theme.id for theme in window.bench.themes()}
    QTest.mouseClick(editor.done, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: given in window.bench.themes(), timeout=LONG)


def test_a_file_that_is_no_theme_is_told_in_a_sentence(
    qtbot: QtBot, open_window: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    file = tmp_path / "odd.toml"
    file.write_text("title = 3\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(file), ""))

    window.actions_by_name["open_theme_file"].trigger()
    qtbot.waitUntil(lambda: "odd.toml" in window.notice_text.text(), timeout=LONG)

    assert window.right.indexOf(window.theme_editor) < 0


def test_words_are_proposed_from_the_excerpts_of_the_theme_alone(
    qtbot: QtBot, open_window: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    mine = [item.text for item in window.bench.desk.included if item.theme == "china"]
    assert 0 < len(mine) < 4
    asked: list[list[str]] = []
    monkeypatch.setattr(window.theme_room._desk, "suggest", asked.append)

    window.theme_room.edit("china")
    editor = window.theme_editor
    assert editor.suggest.text() == f"Suggest from my excerpts ({len(mine)})"
    QTest.mouseClick(editor.suggest, Qt.MouseButton.LeftButton)

    assert asked == [mine]


def test_the_words_that_are_ticked_are_added_together(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.theme_room.edit("china")
    editor = window.theme_editor
    before = _words(editor)
    QTest.mouseClick(editor.suggest, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(window.findChildren(ProposalDialog)), timeout=LONG)
    dialog = window.findChildren(ProposalDialog)[0]
    add = dialog.findChildren(QPushButton)[0]
    assert not add.isEnabled()

    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space):
        QTest.keyClick(dialog.list, key)
    ticked = dialog.terms()
    assert (len(ticked), add.text()) == (2, "Add 2")
    QTest.mouseClick(add, Qt.MouseButton.LeftButton)

    assert _words(editor) == before
    rules = {word: rule.weight for rule in editor.theme().matches for word in rule.any}
    assert {item.term: rules[item.term] for item in ticked} == {
        item.term: item.weight for item in ticked
    }

    def studied() -> None:
        told = editor.result.toPlainText()
        assert "Live result" in told
        assert "＋0 −0" not in told

    qtbot.waitUntil(studied, timeout=LONG)


def test_esc_puts_the_editor_away_and_what_was_changed_can_be_gone_on_with(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    editor = window.theme_editor
    window.theme_room.edit("china")
    QTest.keyClick(editor.name, Qt.Key.Key_Escape)
    assert not editor.isVisible()
    assert not window.notice.isVisible()

    window.theme_room.edit("china")
    QTest.keyClicks(editor.name, "!")
    changed = editor.theme()
    QTest.keyClick(editor.name, Qt.Key.Key_Escape)
    assert not editor.isVisible()
    assert "was not kept" in window.notice_text.text()
    window.notice_text.linkActivated.emit("theme:again")

    assert editor.isVisible()
    assert editor.theme() == changed
    QTest.keyClick(editor.name, Qt.Key.Key_Escape)
    assert "was not kept" in window.notice_text.text()
