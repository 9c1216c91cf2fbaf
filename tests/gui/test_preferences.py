"""Preferences apply at once: contrast, stillness, fonts, keys of one's own; each page can be reset."""

from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSlider,
    QStyle,
    QStyleOptionSlider,
    QWidget,
)
from pytestqt.qtbot import QtBot

from briefing.gui import appearance
from briefing.gui.dialogs.preferences import PreferencesDialog
from briefing.gui.own_keys import Keys, refusal
from briefing.gui.preferring.advanced import AdvancedPage
from briefing.gui.preferring.keys import KeysPage
from briefing.gui.preferring.looks import SAMPLE
from briefing.gui.settings import WindowSettings
from briefing.gui.window import Window
from tests.gui.acting import first_out, ready
from tests.gui.conftest import Opener
from tests.gui.test_accessible import _luminance, _ratio
from tests.gui.waiting import LONG

_CONTROL = Qt.KeyboardModifier.ControlModifier
_HIGH = 7.0
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)


def _asked(qtbot: QtBot, window: Window) -> PreferencesDialog:
    ready(qtbot, window, included=4)
    window.actions_by_name["show_preferences"].trigger()
    return window.findChildren(PreferencesDialog)[-1]


def _tick(page: QWidget, words: str) -> None:
    box = next(one for one in page.findChildren(QCheckBox) if words in one.text())
    QTest.keyClick(box, Qt.Key.Key_Space)


def _push(page: QWidget, words: str) -> None:
    button = next(one for one in page.findChildren(QPushButton) if one.text() == words)
    assert button.isEnabled()
    button.click()


@pytest.mark.parametrize("dark", [False, True])
def test_high_contrast_keeps_all_text_seven_to_one(dark: bool) -> None:
    worn = appearance.tokens(dark=dark, clear=True)
    inks = (worn.text, worn.secondary, worn.accent, worn.agree, worn.conflict, *worn.themes)
    grounds = (worn.ground, worn.card, worn.selected)
    pairs = [*product(inks, grounds), (worn.text, worn.highlight), (worn.on_accent, worn.accent)]

    ratios = {
        (ink, ground): _ratio(_luminance(QColor(ink)), _luminance(QColor(ground)))
        for ink, ground in pairs
    }

    assert {pair: round(ratio, 1) for pair, ratio in ratios.items() if ratio < _HIGH} == {}
    assert len(ratios) >= 20


@pytest.mark.parametrize("dark", [False, True])
def test_in_high_contrast_a_button_that_cannot_be_pressed_is_told_from_one_that_can(
    qapp: QApplication, dark: bool
) -> None:
    worn = appearance.tokens(dark=dark, clear=True)
    faint, ground, text = (_luminance(QColor(one)) for one in (worn.faint, worn.ground, worn.text))
    holder = QWidget()
    holder.setStyleSheet(appearance.style_sheet(worn, 14))
    pictures = []
    for on in (True, False):
        button = QPushButton("I", holder)
        button.setEnabled(on)
        button.resize(200, 40)
        image = button.grab().toImage()
        pictures.append([image.pixelColor(x, 0).name() for x in range(20, 180)])

    assert _ratio(faint, ground) >= 4.5
    assert _ratio(faint, text) >= 3
    assert [len(set(line)) for line in pictures] == [1, 2]  # the border of one is whole


def test_contrast_and_stillness_apply_at_once_and_are_reset(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    dialog = _asked(qtbot, window)
    page = dialog.page("Appearance")
    before = window.palette().text().color().name()

    _tick(page, "&High contrast")
    _tick(page, "Reduce &motion")
    clear = window.palette().text().color().name()
    assert window.preview.page.still
    assert QApplication.cursorFlashTime() == 0
    _push(dialog, "Reset page")
    qtbot.waitUntil(lambda: dialog.page("Appearance") is not page)

    assert clear in ("#000000", "#ffffff")
    assert window.palette().text().color().name() == before != clear
    assert not window.preview.page.still
    assert QApplication.cursorFlashTime() > 0
    boxes = dialog.page("Appearance").findChildren(QCheckBox)
    assert not any(box.isChecked() for box in boxes)
    dialog.close()


def test_quotations_are_shown_in_the_font_that_is_chosen(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    dialog = _asked(qtbot, window)
    box = next(
        one for one in dialog.page("Appearance").findChildren(QComboBox)
        if one.findData(appearance.SANS_FONT) >= 0
    )  # fmt: skip

    box.setCurrentIndex(box.findData(appearance.SANS_FONT))
    chosen = (appearance.reading_family(), window.source.words.font().family())
    shown = next(
        one for one in dialog.page("Appearance").findChildren(QLabel) if one.text() == SAMPLE
    )
    assert appearance.SANS_FONT in shown.styleSheet()  # at once, not with the next choice
    box.setCurrentIndex(box.findData(""))

    assert chosen == (appearance.SANS_FONT, appearance.SANS_FONT)
    assert appearance.reading_family() == appearance.READING_FONT
    dialog.close()


def test_the_slider_is_whole_however_large_the_text_is(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    dialog = _asked(qtbot, window)
    slider = dialog.page("Appearance").findChildren(QSlider)[0]

    slider.setValue(200)
    QTest.qWait(50)  # the layout follows
    option = QStyleOptionSlider()
    slider.initStyleOption(option)
    handle = slider.style().subControlRect(
        QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderHandle, slider
    )

    assert handle.height() > slider.fontMetrics().ascent() // 2
    assert slider.rect().contains(handle), (slider.rect(), handle)
    dialog.close()


def test_a_font_that_is_not_there_any_more_is_ours(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    window.settings.keep("reading_font", "No Such Font 9")
    window.dress()
    ready(qtbot, window, included=4)

    assert appearance.reading_family() == appearance.READING_FONT


def test_nothing_pulses_once_motion_is_reduced(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    window.settings.keep("still", "yes")
    window.dress()
    ready(qtbot, window, included=4)
    fresh: list[frozenset[object]] = []
    window.preview.page.swapped.connect(lambda: fresh.append(window.preview.page._fresh))

    window.cards.choose(first_out(window))
    QTest.keyClick(window.cards, Qt.Key.Key_Space)
    ready(qtbot, window, included=5)

    assert fresh
    assert set(fresh) == {frozenset()}


# Keys


@pytest.fixture
def keys(qapp: QApplication, tmp_path: object) -> tuple[Keys, WindowSettings]:
    del qapp
    actions = {}
    for name, given in (("export", ["Ctrl+E"]), ("redo", ["Ctrl+Shift+Z", "Ctrl+Y"]), ("copy", [])):
        actions[name] = QAction(f"&{name.title()}…")
        actions[name].setShortcuts([QKeySequence(one) for one in given])
    settings = WindowSettings(tmp_path / "window.ini")  # type: ignore[operator]
    return Keys(actions, settings), settings


def test_a_key_that_is_taken_is_another_commands_no_more(
    keys: tuple[Keys, WindowSettings],
) -> None:
    mine, settings = keys
    assert mine.holder("Ctrl+E", "copy") == "export"

    mine.give("copy", "Ctrl+E")
    assert (mine.key("copy"), mine.key("export")) == ("Ctrl+E", "")
    assert [one.toString() for one in mine._actions["copy"].shortcuts()] == ["Ctrl+E"]
    assert mine._actions["export"].shortcuts() == []
    mine.give("redo", "Alt+R")
    assert [one.toString() for one in mine._actions["redo"].shortcuts()] == ["Alt+R", "Ctrl+Y"]
    mine.give("export", "Ctrl+Y")
    assert [one.toString() for one in mine._actions["redo"].shortcuts()] == ["Alt+R"]
    assert Keys(mine._actions, settings).titles["export"] == "Export…"

    settings.forget("keys")
    mine.apply()
    assert [mine.key(name) for name in mine.first] == list(mine.first.values())
    assert mine.listed().startswith("Ctrl+E\tExport…\n")


@pytest.mark.parametrize(
    ("key", "refused"),
    [
        ("Ctrl+Alt+G", False),
        ("F9", False),
        ("", False),
        ("G", True),
        ("Shift+G", True),
        ("Space", True),
        ("Ctrl+C", True),
        ("Alt+Up", True),
    ],
)
def test_keys_of_lists_and_texts_stay_theirs(key: str, refused: bool) -> None:
    assert bool(refusal(key)) is refused


@pytest.mark.parametrize(
    "written",
    ["garbage", "export", "export\t\tx", "nobody\tCtrl+1", "export\tG", "export\tCtrl+C",
     "export\tCtrl+Q\ncopy\tCtrl+Q", "\t\n\t"],
)  # fmt: skip
def test_kept_keys_that_make_no_sense_are_passed_over(
    keys: tuple[Keys, WindowSettings], written: str
) -> None:
    mine, settings = keys

    settings.keep("keys", written)
    mine.apply()

    given = [mine.key(name) for name in mine.first if mine.key(name)]
    assert len(given) == len(set(given))
    assert mine.key("redo") == "Ctrl+Shift+Z"


def test_a_conflict_is_named_before_a_key_is_taken_and_the_page_is_reset(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    dialog = _asked(qtbot, window)
    dialog.names.setCurrentRow(4)
    page = dialog.page("Keyboard")
    assert isinstance(page, KeysPage)
    line = page.list.findItems("Larger text", Qt.MatchFlag.MatchExactly)[0]
    page.list.setCurrentItem(line)

    page.edit.setKeySequence(QKeySequence("Ctrl+J"))
    assert "Ctrl+J is the key of “Jobs and attention”" in page.told.text()
    page.take.setFocus()
    _push(page, "Take it")
    assert dialog.focusWidget() is page.list
    larger, jobs = (window.actions_by_name[name] for name in ("larger", "show_jobs"))
    assert larger.shortcut().toString() == "Ctrl+J"
    assert jobs.shortcut().isEmpty()
    page.edit.setKeySequence(QKeySequence("G"))
    assert not page.take.isEnabled()
    _push(dialog, "Reset page")
    qtbot.waitUntil(lambda: dialog.page("Keyboard") is not page)

    assert jobs.shortcut().toString() == "Ctrl+J"
    assert larger.shortcut().toString() == "Ctrl+Alt++"
    dialog.close()


def test_the_page_of_keys_is_told_and_is_no_trap(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    dialog = _asked(qtbot, window)
    dialog.names.setCurrentRow(4)
    page = dialog.page("Keyboard")
    assert isinstance(page, KeysPage)
    lines = [page.list.topLevelItem(row) for row in range(page.list.topLevelItemCount())]
    spoken = {line.text(0): line.data(1, _SPOKEN) for line in lines if line}
    assert spoken["Export…"] == "Ctrl+E"
    assert spoken["Print…"] == "Ctrl+P"
    assert spoken["New theme…"] == "no key"
    line = page.edit.findChildren(QLineEdit)[0]
    assert line.accessibleName() == page.edit.accessibleName() != ""
    before = page.edit.keySequence()

    page.edit.setFocus()
    QTest.keyPress(dialog.focusWidget(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)

    assert dialog.focusWidget() is page.list
    assert page.edit.keySequence() == before
    dialog.close()


def test_a_key_of_ones_own_works_in_a_text_field_and_after_a_restart(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    window.settings.keep("keys", "show_jobs\tCtrl+U")
    window.close()
    again = open_window()
    ready(qtbot, again, included=4)
    again.activateWindow()
    assert QTest.qWaitForWindowActive(again)
    again.search.setFocus()

    QTest.keyClick(again.search, Qt.Key.Key_U, _CONTROL)

    qtbot.waitUntil(again.library_room.jobs.isVisible, timeout=LONG)


def test_letters_can_be_turned_off(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    dialog = _asked(qtbot, window)
    _tick(dialog.page("Keyboard"), "&Single letters")
    dialog.close()
    passage = window.cards.cards()[0].passage

    QTest.keyClick(window.cards, Qt.Key.Key_X)
    QTest.keyClick(window.cards, Qt.Key.Key_J)
    qtbot.wait(100)
    assert window.bench.desk.dismissed == frozenset()
    assert window.cards.cards()[0].passage == passage
    QTest.keyClick(window.cards, Qt.Key.Key_Down)

    assert window.cards.cards()[0].passage != passage


def test_the_report_is_shown_before_it_can_be_copied(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    dialog = _asked(qtbot, window)
    dialog.names.setCurrentRow(7)
    page = dialog.page("Advanced")
    assert isinstance(page, AdvancedPage)
    assert not page.copy.isVisible()

    _push(page, "Show diagnostic report")
    qtbot.waitUntil(page.copy.isVisible, timeout=LONG)
    text = page.report.toPlainText()
    qtbot.waitUntil(lambda: not page.copy.visibleRegion().isEmpty(), timeout=LONG)
    assert page.report.visibleRegion().boundingRect().height() > page.report.height() / 2
    page.copy.click()

    assert QApplication.clipboard().text() == text
    assert text.startswith("Briefing ")
    assert "12 sources" in text
    assert not any(item.text[:20] in text for item in window.bench.desk.included)
    dialog.close()


def test_resetting_the_layout_changes_nothing_else(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    first = window.splitter.sizes()
    window.splitter.setSizes([200, 900, 340])
    window.strip_room.swap_pages()
    window.settings.keep("density", "Roomy")
    dialog = _asked(qtbot, window)
    dialog.names.setCurrentRow(7)

    _push(dialog.page("Advanced"), "Reset layout")
    dialog.close()

    assert [abs(a - b) < 40 for a, b in zip(window.splitter.sizes(), first, strict=True)] == (
        [True] * 3
    )
    assert not window.preview.strip.isVisible()
    assert window.settings.density == "Roomy"


def test_the_key_of_a_label_leads_to_what_it_names(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    dialog = _asked(qtbot, window)
    window.theme_room.edit("china")
    named = [
        (label, buddy)
        for place in (dialog, window.theme_editor)
        for label in place.findChildren(QLabel)
        if "&" in label.text() and (buddy := label.buddy())
    ]

    assert [
        one.text() for one, buddy in named if buddy.focusPolicy() is Qt.FocusPolicy.NoFocus
    ] == []
    assert {"&Weight", "&House document", "&Folder"} <= {label.text() for label, _ in named}
    dialog.close()
    weight = window.theme_editor.weight
    QTest.keyClick(window, Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)
    assert weight.slider.hasFocus()
    QTest.keyClick(weight.slider, Qt.Key.Key_Right)
    assert weight.weight() == 1.5
    QTest.keyClick(weight.slider, Qt.Key.Key_Backtab)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert weight.slider.hasFocus()
