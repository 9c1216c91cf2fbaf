"""Themes changed in the window, briefings switched, the command line copied."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from briefing.gui.window import Window
from briefing.model.theme import Match, Theme
from tests.gui.acting import ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG


def test_a_theme_is_changed_with_its_effect_in_sight(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    editor = window.theme_editor

    window.theme_room.edit("china")
    qtbot.waitUntil(lambda: "＋0 −0" in editor.result.toPlainText(), timeout=LONG)
    editor._rows[0].phrases.setFocus()
    editor._rows[0].phrases.end(False)
    QTest.keyClicks(editor._rows[0].phrases, "; steel")
    qtbot.waitUntil(lambda: "＋0" not in editor.result.toPlainText(), timeout=LONG)
    gained = editor.result.toPlainText()
    QTest.mouseClick(editor.done, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "china-own" in window.bench.desk.settings.themes, timeout=LONG)
    qtbot.waitUntil(lambda: any("China (own)" in text for text in _themes(window)), timeout=LONG)

    assert "U.S. Steel" in gained
    qtbot.waitUntil(lambda: window.bench.desk.undo == "Make theme China (own)", timeout=LONG)
    window.bench.undo()
    qtbot.waitUntil(lambda: window.bench.desk.settings.themes == (), timeout=LONG)
    qtbot.waitUntil(lambda: not any("(own)" in text for text in _themes(window)), timeout=LONG)


def test_a_new_rule_is_in_sight_and_done_without_a_change_makes_no_copy(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    editor, before = window.theme_editor, window.bench.desk
    window.theme_room.edit("china")
    qtbot.waitUntil(lambda: "＋0 −0" in editor.result.toPlainText(), timeout=LONG)
    sight = editor._area.viewport()

    add = next(one for one in editor.findChildren(QPushButton) if one.text() == "+ Not")
    QTest.mouseClick(add, Qt.MouseButton.LeftButton)

    line = editor._rows[-1].phrases
    bottom = line.rect().bottomLeft()
    qtbot.waitUntil(lambda: sight.rect().contains(line.mapTo(sight, bottom)), timeout=LONG)
    assert line.hasFocus()
    QTest.mouseClick(editor.done, Qt.MouseButton.LeftButton)
    window.theme_room.edit(_ids(window)[2])
    assert editor._area.verticalScrollBar().value() == 0
    assert window.bench.desk.undo == before.undo
    assert not any(name.endswith("-own") for name in _ids(window))


def _ids(window: Window) -> list[str]:
    return [theme.id for theme in window.bench.themes()]


def _themes(window: object) -> list[str]:
    return [theme.title for theme in window.bench.themes()]  # type: ignore[attr-defined]


def test_briefings_are_begun_copied_and_gone_back_to(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    first = window.bench.desk.name

    window.bench.start_briefing("Second", window.settings.standard())
    qtbot.waitUntil(lambda: window.bench.desk.name == "Second", timeout=LONG)
    qtbot.waitUntil(lambda: window.preview.page.printed is None, timeout=LONG)
    window.bench.open_briefing(first)
    ready(qtbot, window, included=4)
    window.bench.duplicate_briefing()
    qtbot.waitUntil(lambda: window.bench.desk.name.endswith("(copy)"), timeout=LONG)

    assert len(window.bench.desk.included) == 4


def test_the_command_line_is_copied_and_tried(
    qtbot: QtBot, open_window: Opener, home: Path
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.settings.keep("folder", str(home))

    with qtbot.waitSignal(window.bench.commanded, timeout=LONG) as told:
        window.actions_by_name["copy_command"].trigger()

    assert told.args is not None
    assert told.args[0].exact
    assert QGuiApplication.clipboard().text().startswith("briefing build --recipe ")
    assert "to the byte" in window.notice_text.text()


def test_the_weight_of_a_theme_moves_its_excerpts_at_once(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    first = window.cards.cards()[0].themes[0]
    other = next(theme for theme in window.bench.themes() if theme.id not in (first, "china"))
    window.theme_room.edit(other.id)
    slider = window.theme_editor.weight.slider
    assert window.theme_editor.theme().weight == 1.0

    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_End)
    assert window.theme_editor.theme().weight == 2.0
    assert slider.accessibleDescription() == "high"
    window.theme_editor.done.click()
    qtbot.waitUntil(
        lambda: (
            bool(window.model.numbers)
            and (card := window.model.card(0)) is not None
            and card.themes[0].removesuffix("-own") == other.id
        ),
        timeout=LONG,
    )


def test_a_new_theme_is_begun_below_the_others(
    qtbot: QtBot, open_window: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("Harbours", True))
    side, editor = window.sidebar, window.theme_editor
    (line,) = side.findItems("+ New theme", Qt.MatchFlag.MatchRecursive)
    point = side.visualItemRect(line).center()

    QTest.mouseClick(side.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert window.right.currentWidget() is editor
    phrases = window.focusWidget()
    assert isinstance(phrases, QLineEdit)
    QTest.keyClicks(phrases, "harbour; port")
    (rule,) = editor.theme().matches
    assert rule == Match(any=("harbour", "port"))
    editor.kept.emit(editor.theme())
    qtbot.waitUntil(
        lambda: "Harbours" in [theme.title for theme in window.bench.themes()], timeout=LONG
    )

    lines = map(side._themes.child, range(side._themes.childCount()))
    assert [line.text(0) for line in lines if line][-2:] == ["Harbours", "+ New theme"]


def test_a_new_theme_takes_the_place_of_none_that_there_is(
    qtbot: QtBot, open_window: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    before, editor = window.bench.themes(), window.theme_editor

    def make(title: str, words: str) -> None:
        monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: (title, True))
        window.theme_room.new_theme()
        editor._rows[0].phrases.setText(words)
        editor.done.click()
        qtbot.waitUntil(lambda: title in _themes(window), timeout=LONG)

    make("中国", "Beijing")
    make("日本", "Tokyo")
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("china", True))
    window.theme_room.new_theme()

    assert "There is a theme “China” already" in window.notice_text.text()
    assert editor.name.text() == "China (own)"
    assert {*before} < {*window.bench.themes()}
    assert [one.title for one in window.bench.themes()][-2:] == ["中国", "日本"]


def test_a_theme_is_made_with_the_keys_alone(
    qtbot: QtBot, open_window: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("Harbours", True))
    window.theme_room.new_theme()
    line = window.theme_editor._rows[0].phrases
    qtbot.waitUntil(line.hasFocus, timeout=LONG)
    QTest.keyClicks(line, "harbour")
    QTest.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: "Harbours" in _themes(window), timeout=LONG)
    assert window.right.indexOf(window.theme_editor) < 0


def test_tab_goes_from_rule_to_rule_and_on_to_what_adds_more(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    editor = window.theme_editor
    window.theme_room.edit_theme()
    *_, before, last = editor._rows
    qtbot.waitUntil(last.isVisible, timeout=LONG)
    acts = [button for button in editor.findChildren(QPushButton) if "Phrases" in button.text()]

    before.phrases.setFocus()
    QTest.keyClick(before.phrases, Qt.Key.Key_Tab)
    assert last.isAncestorOf(window.focusWidget())
    last.phrases.setFocus()
    QTest.keyClick(last.phrases, Qt.Key.Key_Tab)
    assert window.focusWidget() in acts
    window.right.tabBar().setFocus()
    QTest.keyClick(window.right.tabBar(), Qt.Key.Key_Tab)
    assert editor.isAncestorOf(window.focusWidget())


def test_few_rules_of_a_theme_stand_together(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    editor = window.theme_editor
    window.theme_room._begin(Theme("", "Harbours", "", ()), None)
    editor.begin_rule()
    qtbot.waitUntil(editor._rows[0].phrases.isVisible, timeout=LONG)
    (row,) = editor._rows

    apart = row.phrases.y() - row.kind.geometry().bottom()
    assert 0 < apart < row.kind.height()
    assert row.y() < row.kind.height()


def test_what_words_are_proposed_from_is_said(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.theme_room._begin(Theme("", "Harbours", "", ()), None)
    assert window.theme_editor.suggest.text() == "Suggest from my excerpts (4)"
    window.theme_editor.show_included(0)
    assert window.theme_editor.suggest.text() == "Suggest words"


def test_a_theme_of_ones_own_is_removed_in_its_menu(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.bench.keep_theme(Theme("ships", "Ships", "", (Match(any=("ship",)),)))
    qtbot.waitUntil(lambda: "Ships" in _themes(window), timeout=LONG)

    def ends(theme: Theme) -> list[QAction]:
        actions = window.theme_menu.menu(theme).actions()
        return [action for action in actions if action.text() == "Remove theme"]

    *starters, ships = window.bench.themes()
    assert not [action for theme in starters for action in ends(theme)]
    ends(ships)[0].trigger()
    qtbot.waitUntil(lambda: "Ships" not in _themes(window), timeout=LONG)
    qtbot.waitUntil(lambda: window.bench.desk.undo == "Remove theme Ships", timeout=LONG)
