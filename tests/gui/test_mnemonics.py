"""A letter chooses one line of a menu and no other, in every language that the window speaks."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QLabel,
    QMainWindow,
    QMenu,
    QMenuBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from briefing import words
from briefing.gui.actions import COMMANDS, add_actions
from briefing.gui.dialogs.pasting import PasteDialog
from briefing.gui.dialogs.preferences import PreferencesDialog
from briefing.gui.frame import Frame
from briefing.gui.mnemonics import escaped, letter_of, lettered, plain, with_letter
from briefing.gui.window import Window
from tests.gui.acting import ready
from tests.gui.conftest import Opener
from tests.gui.spoken_words import tops
from tests.gui.waiting import LONG

_LETTERS = 26


@pytest.fixture
def _english_again() -> Iterator[None]:
    yield
    words.use(None)


class _Doer:
    """Can do whatever is asked for."""

    def __getattr__(self, name: str) -> object:
        return lambda: None


def test_each_line_gets_a_letter_of_its_own_and_the_beginning_of_a_word_if_it_can() -> None:
    assert lettered(["Add sources", "Add a folder", "Quit"]) == [
        "&Add sources", "Add a &folder", "&Quit",
    ]  # fmt: skip
    assert lettered(["Print", "&Names", "Pin"]) == ["&Print", "&Names", "P&in"]


def test_a_line_yields_its_letter_to_one_that_has_no_other() -> None:
    assert lettered(["ab", "a"]) == ["a&b", "&a"]


def test_an_ampersand_of_the_words_is_no_sign() -> None:
    told = with_letter("Undo R&D", "u")

    assert told == "&Undo R&&D"
    assert plain(told) == "Undo R&D"
    assert letter_of(told) == "u"
    assert letter_of(escaped("R&D")) == ""
    assert letter_of(with_letter("R&D", "d")) == "d"
    assert with_letter("Redo", "x") == "Redo"


@pytest.mark.usefixtures("_english_again")
@pytest.mark.parametrize("language", words.languages())
def test_no_two_lines_of_a_menu_have_one_letter(qtbot: QtBot, language: str) -> None:
    words.speak([language])
    window = Frame()
    qtbot.addWidget(window)
    actions = add_actions(window, [_Doer()])

    menus: list[QMenu | QMenuBar] = [window.menuBar(), *window.menuBar().findChildren(QMenu)]
    found = 0
    for menu in menus:
        lines = [line for line in menu.actions() if not line.isSeparator() and line.text()]
        letters = Counter(filter(None, (letter_of(line.text()) for line in lines)))
        found += letters.total()
        assert [letter for letter, count in letters.items() if count > 1] == []
        assert letters.total() == min(len(lines), _LETTERS), _without(lines)
    assert found > len(actions)


def _without(lines: list[QAction]) -> list[str]:
    return [line.text() for line in lines if not letter_of(line.text())]


def test_menus_are_short_enough_for_a_small_screen() -> None:
    lines = Counter(menu for menu, *_ in COMMANDS)

    assert max(lines.values()) < 28


def test_undo_keeps_its_letter_whatever_it_undoes_and_letters_do_what_they_say(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    undo = window.actions_by_name["undo"]
    window.bench.set("title", "R&D", "Change the title")

    qtbot.waitUntil(lambda: undo.text() == "&Undo Change the title", timeout=LONG)
    assert undo.toolTip().startswith("Undo Change")
    menu = undo.associatedObjects()
    edit = next(one for one in menu if isinstance(one, QMenu))
    edit.popup(window.pos())
    qtbot.waitUntil(edit.isVisible)
    QTest.keyClick(edit, Qt.Key.Key_U)
    qtbot.waitUntil(lambda: window.bench.desk.settings.title != "R&D", timeout=LONG)


@pytest.mark.usefixtures("_english_again")
@pytest.mark.parametrize("language", words.languages())
def test_so_it_is_in_the_dialogs(qtbot: QtBot, open_window: Opener, language: str) -> None:
    words.speak([language])
    window = open_window()
    ready(qtbot, window, included=4)
    twice, seen = set(), 0
    for where, top in _screens(qtbot, window):
        letters = Counter(_letters(top))
        seen += letters.total()
        twice |= {(where, letter) for letter, count in letters.items() if count > 1}

    assert twice == set()
    assert seen > 25


def _screens(qtbot: QtBot, window: Window) -> Iterator[tuple[str, QWidget]]:
    """The window with a theme that is changed, the dialogs, and each page of the preferences."""
    window.theme_room.edit("china")
    qtbot.waitUntil(window.theme_editor.isVisible, timeout=LONG)
    yield "theme", window
    for name in ("ask_export", "show_briefings", "show_preferences"):
        window.actions_by_name[name].trigger()
        qtbot.waitUntil(lambda: any(isinstance(top, QDialog) for top in tops()), timeout=LONG)
        (dialog,) = (top for top in tops() if isinstance(top, QDialog))
        pages = dialog.names.count() if isinstance(dialog, PreferencesDialog) else 1
        for page in range(pages):
            if isinstance(dialog, PreferencesDialog):
                dialog.names.setCurrentRow(page)
            yield f"{name} {page}", dialog
        dialog.close()
    paste = PasteDialog("Some words.", window)
    paste.show()
    yield "paste", paste
    paste.close()


def _letters(top: QWidget) -> Iterator[str]:
    """The letters that lead somewhere in `top` with Alt."""
    if isinstance(top, QMainWindow):
        yield from filter(None, (letter_of(line.text()) for line in top.menuBar().actions()))
    for part in top.findChildren(QWidget):
        leads = isinstance(part, QAbstractButton) or (isinstance(part, QLabel) and part.buddy())
        if leads and part.isVisible() and part.window() is top:
            assert isinstance(part, QAbstractButton | QLabel)
            yield from filter(None, [letter_of(part.text())])
