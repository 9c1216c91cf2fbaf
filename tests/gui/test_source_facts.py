"""Source: who, when and where, corrected where it stands; adding, going back, more like this."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from briefing.gui.dialogs.proposing import ProposalDialog
from briefing.gui.page_layout import excerpts
from briefing.gui.source_facts import Fact
from briefing.gui.widgets.overflow import Overflow
from briefing.gui.window import Window
from tests.gui.acting import click_on_page, printed, ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG

_NONE = Qt.KeyboardModifier.NoModifier


def _open_source(qtbot: QtBot, window: Window) -> None:
    ready(qtbot, window, included=4)
    window.evidence_room.open_source(window.bench.desk.included[0].passage)
    qtbot.waitUntil(lambda: bool(window.source.text()), timeout=LONG)
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)


def _fact(window: Window, name: str) -> Fact:
    return next(fact for fact in window.source.facts.facts() if fact.name == name)


def _type(window: Window, name: str, text: str) -> None:
    window.source.facts.begin(name)
    line = window.source.facts.line
    assert line.hasFocus()
    QTest.keyClicks(line, text)  # in the place of what is selected there
    QTest.keyClick(line, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("name", "typed", "shown"),
    [
        pytest.param("speaker", "Ann Moss", "Ann Moss", id="speaker"),
        pytest.param("published", "14 March 2025", "14 Mar 2025", id="date"),
        pytest.param("publisher", "Courier of Moss", "Courier of Moss", id="publisher"),
    ],
)
def test_a_fact_is_corrected_where_it_stands_and_that_is_undone(
    qtbot: QtBot, open_window: Opener, name: str, typed: str, shown: str
) -> None:
    window = open_window()
    _open_source(qtbot, window)
    before = _fact(window, name)
    assert not before.yours

    _type(window, name, typed)
    qtbot.waitUntil(lambda: _fact(window, name).yours, timeout=LONG)
    after = _fact(window, name)
    assert window.source.words.hasFocus()
    window.bench.undo()
    qtbot.waitUntil(lambda: _fact(window, name) == before, timeout=LONG)

    assert (after.shown, after.line()) == (shown, f"{after.label}: {shown} (yours) ✎")
    found = before.shown if before.value else {"speaker": "speaker unknown"}.get(name, before.shown)
    assert f"<s>{found.partition(', ')[0]}" in after.told


def test_a_long_fact_still_shows_that_it_can_be_changed(qtbot: QtBot) -> None:
    row, button = Overflow(1), QToolButton()
    qtbot.addWidget(row)
    row.add(button, "")
    row.resize(200, 30)
    row.rename(button, f"Who: {'an assistant professor of ' * 9} ✎")
    row.show()

    assert button.text().endswith("… ✎")
    assert button.width() <= row.width()


def test_what_is_no_day_is_not_kept_and_esc_leaves_the_line(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    _open_source(qtbot, window)
    before, line = _fact(window, "published"), window.source.facts.line
    undo = window.bench.desk.undo

    _type(window, "published", "the day before")
    assert line.isVisible()
    QTest.keyClick(line, Qt.Key.Key_Escape)

    assert not line.isVisible()
    assert window.source.words.hasFocus()
    assert (_fact(window, "published"), window.bench.desk.undo) == (before, undo)


def test_an_empty_line_goes_back_to_what_was_found(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    _open_source(qtbot, window)
    before = _fact(window, "publisher")
    _type(window, "publisher", "Another")
    qtbot.waitUntil(lambda: _fact(window, "publisher").yours, timeout=LONG)

    window.source.facts.begin("publisher")
    window.source.facts.line.clear()
    QTest.keyClick(window.source.facts.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _fact(window, "publisher") == before, timeout=LONG)


def _select(window: Window, start: int, end: int) -> str:
    text = window.source.words
    cursor = text.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    return text.selected_words()


def test_what_is_selected_is_added_by_the_button_beside_it(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    _open_source(qtbot, window)
    floating = window.source.words.floating
    assert not floating.isVisible()
    shown = window.source.shown()
    assert shown is not None
    start = next(
        part.start
        for part in shown.source.body()
        if not any(
            place.start < part.start + 40 and part.start < place.end for place in shown.excerpts
        )
    )

    words = _select(window, start, start + 40)
    assert floating.isVisible()
    assert window.source.words.viewport().rect().contains(floating.geometry())
    QTest.mouseClick(floating, Qt.MouseButton.LeftButton)
    ready(qtbot, window, included=5)

    assert words in [item.text for item in window.bench.desk.included]
    _select(window, start, start)
    assert not floating.isVisible()


def test_esc_goes_back_to_the_page_or_the_comparison_one_came_from(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    page = window.preview.page
    page.setFocus()
    region = next(iter(excerpts(printed(window).regions)))
    click_on_page(window, region, double=True)
    qtbot.waitUntil(lambda: window.right.currentWidget() is window.source, timeout=LONG)
    window.source.words.setFocus()

    QTest.keyClick(window.source.words, Qt.Key.Key_Escape)
    assert window.right.currentWidget() is window.preview
    assert page.hasFocus()
    window.right.setCurrentWidget(window.changes)
    window.cards.setFocus()
    QTest.keyClick(window.cards, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.right.currentWidget() is window.source, timeout=LONG)
    QTest.keyClick(window.cards, Qt.Key.Key_Escape)

    assert window.right.currentWidget() is window.changes
    assert window.cards.hasFocus()


def _drop_on_theme(window: Window, title: str, data: QMimeData) -> None:
    found = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
    line = window.sidebar.findItems(title, found)[0]
    point = QPointF(window.sidebar.visualItemRect(line).center())
    event = QDropEvent(point, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, _NONE)
    window.sidebar._aim(window.sidebar.itemAt(point.toPoint()))
    window.sidebar.dropEvent(event)


def test_a_phrase_dragged_from_the_source_onto_a_theme_is_tried_there(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    _open_source(qtbot, window)
    words = _select(window, *_two_words(window))

    _drop_on_theme(window, "Industry", window.source.words.createMimeDataFromSelection())
    editor = window.theme_editor
    qtbot.waitUntil(lambda: "Live" in editor.result.toPlainText(), timeout=LONG)

    phrases = [phrase for match in editor.theme().matches for phrase in match.any]
    assert words in phrases
    assert editor.theme().id == "industry-own"
    assert [theme.id for theme in window.bench.themes()][-1] != "industry-own"
    editor.left.emit()
    assert window.right.currentWidget() is window.source


def _two_words(window: Window) -> tuple[int, int]:
    """Two words whose letters Qt counts as we do."""
    text = window.source.words.toPlainText()
    start = text.index("the Pentagon") if "the Pentagon" in text else text.index(" ") + 1
    return start, text.index(" ", text.index(" ", start) + 1)


def test_of_a_passage_words_are_proposed_by_key(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    _open_source(qtbot, window)
    window.source.words.setFocus()

    QTest.keyClick(window.source.words, Qt.Key.Key_M)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == [
        theme.title for theme in window.bench.themes()
    ]
    menu.actions()[1].trigger()
    menu.close()
    qtbot.waitUntil(lambda: bool(window.findChildren(ProposalDialog)), timeout=LONG)

    assert window.right.currentWidget() is window.theme_editor


def test_in_little_room_the_words_come_first_and_each_act_stays_in_reach(
    qtbot: QtBot, open_window: Opener
) -> None:
    before = QApplication.font()
    window = open_window()
    window.settings.keep("text_size", f"{before.pointSizeF() * 2:.1f}")
    window.dress()
    window.resize(1024, 640)
    try:
        _open_source(qtbot, window)
        qtbot.wait(50)
        row = window.source.findChild(Overflow)
        assert row is not None
        menu = next(b.menu() for b in row.findChildren(QToolButton) if b.menu())
        menu.aboutToShow.emit()
        listed = {action.text().partition("\t")[0] for action in menu.actions()}
        shown = {b.accessibleName() for b in row.findChildren(QToolButton) if b.isVisible()}
        text = window.source.words
        lines = text.viewport().height() / text.fontMetrics().lineSpacing()
    finally:
        QApplication.setFont(before)

    assert lines >= 5
    assert {"Start earlier", "End later", "Open original", "Next source of the list"} <= (
        listed | shown
    )
    assert {line for line in listed if line.startswith(("Who: ", "When: ", "Publisher: "))}
    assert any(line.startswith("Verbatim") for line in listed)


def test_buttons_keep_their_words_once_there_is_room_again(
    qtbot: QtBot, qapp: QApplication
) -> None:
    row = Overflow(1)
    names = [f"A long name of number {number}" for number in range(4)]
    for name in names:
        button = QToolButton()
        button.setText(name)
        row.add(button, name)
    qtbot.addWidget(row)
    row.show()
    shown = []
    for wide in (2000, 30, 2000):
        row.resize(wide, 40)
        qapp.processEvents()
        shown.append([b.text() for b in row.findChildren(QToolButton) if b.isVisible()])

    assert shown[0] == shown[2] == names
    assert shown[1] == ["More ▾"]
    assert all(row.rect().contains(b.geometry().topLeft() + QPoint(1, 1))
               for b in row.findChildren(QToolButton) if b.isVisible())  # fmt: skip
