"""A theme has a colour of its own that can be read, and a changed starter has a way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QColor, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from briefing.gui.appearance import DARK, LIGHT
from briefing.gui.theme_colours import NAMES, colour_of, contrast
from briefing.gui.window import Window
from briefing.model.theme import Match, Theme
from tests.gui.acting import ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG


@given(st.integers(0, 0xFFFFFF), st.sampled_from([LIGHT, DARK]))
def test_any_colour_is_brought_to_where_it_can_be_read(number: int, tokens: object) -> None:
    scheme = LIGHT if tokens is LIGHT else DARK

    shown = QColor(colour_of(f"#{number:06x}", scheme, 0))

    assert contrast(shown, QColor(scheme.card)) >= 4.5
    assert contrast(shown, QColor(scheme.selected)) >= 4.5


def test_names_lead_to_the_colours_of_each_scheme_and_nothing_to_that_of_the_place() -> None:
    assert [colour_of(name, DARK, 0) for name in NAMES] == list(DARK.themes)
    assert colour_of("", LIGHT, 9) == LIGHT.themes[1]
    assert colour_of("no colour", LIGHT, 2) == LIGHT.themes[2]
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)


def _menu(window: Window, theme: str) -> QMenu:
    (found,) = (one for one in window.bench.themes() if one.id == theme)
    return window.theme_menu.menu(found)


def _line(menu: QMenu, *names: str) -> QAction:
    for name in names[:-1]:
        menu = next(one for one in menu.findChildren(QMenu) if one.title() == name)
    return next(one for one in menu.actions() if one.text().split("\t")[0] == names[-1])


def test_a_colour_is_chosen_in_the_menu_of_a_theme_and_undone(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    colours = window.cards.painter_of_cards.colours
    assert colours["china"] == LIGHT.themes[1]
    opened: list[str] = []
    window.sidebar.theme_menu_wanted.connect(lambda theme, _: opened.append(theme))
    line = window.sidebar._children(window.sidebar._themes)[1]
    window.sidebar.setCurrentItem(line)
    here = QPoint(1, 1)
    by_key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, here, here)
    QApplication.sendEvent(window.sidebar.viewport(), by_key)
    assert opened == ["china"]
    for popup in window.findChildren(QMenu):
        popup.close()

    _line(_menu(window, "china"), "Colour", "Violet").trigger()

    assert window.cards.painter_of_cards.colours["china"] == LIGHT.themes[2]
    assert _line(_menu(window, "china"), "Colour", "Violet").isChecked()
    qtbot.waitUntil(lambda: window.bench.desk.undo == "Colour of theme China", timeout=LONG)
    window.undo()
    qtbot.waitUntil(
        lambda: window.cards.painter_of_cards.colours["china"] == LIGHT.themes[1], timeout=LONG
    )
    window.close()


def _changed(qtbot: QtBot, window: Window) -> Theme:
    """The theme on China, changed: kept as a copy that is ticked in its place."""
    (china,) = (one for one in window.bench.themes() if one.id == "china")
    mine = replace(china, id="china-own", title="China (own)", matches=(Match(any=("Beijing",)),))
    window.bench.keep_theme(mine)
    qtbot.waitUntil(lambda: "china-own" in window.bench.desk.settings.themes, timeout=LONG)
    return mine


def test_a_changed_starter_goes_back_with_what_stood_under_it(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    mine = _changed(qtbot, window)
    (item,) = (one for one in window.bench.desk.included if one.theme == "china")
    window.bench.place([item.whole], mine.id)
    window.bench.trim(
        replace(item, theme=mine.id), item.whole.start, item.whole.end - 12
    )  # fmt: skip
    ready(qtbot, window, included=4)
    before = window.bench.desk

    _line(_menu(window, mine.id), "Reset to bundled").trigger()

    def is_back() -> bool:
        return mine.id not in [theme.id for theme in window.bench.themes()]

    qtbot.waitUntil(is_back, timeout=LONG)
    desk = window.bench.desk
    assert "china" in desk.settings.themes
    moved = desk.item(item.whole)
    assert moved is not None
    assert (moved.theme, moved.passage.end) == ("china", item.whole.end - 12)
    ready(qtbot, window, included=4)
    window.undo()
    qtbot.waitUntil(lambda: not is_back(), timeout=LONG)
    assert window.bench.desk.included == before.included


def test_the_editor_offers_the_way_back_only_where_there_is_one(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    mine = _changed(qtbot, window)
    window.theme_room.edit("industry")
    assert not window.theme_editor.reset.isVisible()
    assert window.theme_editor.colour.isVisible()

    window.theme_room.edit(mine.id)
    assert window.theme_editor.reset.isVisible()
    QTest.mouseClick(window.theme_editor.reset, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: len(window.bench.themes()) == 4, timeout=LONG)
    assert not window.theme_editor.isVisible()
