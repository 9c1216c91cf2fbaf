"""Walking through a source, its excerpts and its words; the page before the last change."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing.gui.page_layout import excerpts
from briefing.model.passage import Passage
from tests.gui.acting import click_on_page, first_out, idle, letters, printed, ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG

_CONTROL = Qt.KeyboardModifier.ControlModifier


def test_keys_lead_through_the_excerpts_of_a_source_and_the_sources_of_the_list(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.evidence_room.open_source(window.cards.cards()[0].passage)
    qtbot.waitUntil(lambda: bool(window.source.text()), timeout=LONG)
    shown = window.source.shown()
    assert shown is not None
    places = shown.excerpts
    assert len(places) > 2
    assert list(places) == sorted(places)
    window.activateWindow()
    window.source.setFocus()

    for _ in places:
        QTest.keyClick(window.source, Qt.Key.Key_B)
    assert window.source.text() == _words(shown.source.text, places[0])
    QTest.keyClick(window.source, Qt.Key.Key_N)
    assert window.source.text() == _words(shown.source.text, places[1])

    QTest.keyClick(window.source, Qt.Key.Key_PageDown, _CONTROL)
    qtbot.waitUntil(lambda: window.source.shown() != shown, timeout=LONG)
    assert window.cards.cards()[0].passage.source != shown.source.id
    QTest.keyClick(window.source, Qt.Key.Key_PageUp, _CONTROL)
    qtbot.waitUntil(lambda: window.source.shown() == shown, timeout=LONG)


def _words(text: str, place: Passage) -> str:
    return text[place.start : place.end]


def test_words_are_found_in_the_source_that_is_open(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.evidence_room.open_source(window.cards.cards()[0].passage)
    qtbot.waitUntil(lambda: bool(window.source.text()), timeout=LONG)
    shown = window.source.shown()
    assert shown is not None
    text = window.source._text
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    text.setFocus()

    QTest.keyClick(text, Qt.Key.Key_F, _CONTROL)
    assert window.source.find_line.words.hasFocus()
    QTest.keyClicks(window.source.find_line.words, "the ")

    count = shown.source.text.casefold().count("the ")
    assert count > 1
    assert window.source.find_line.told.text() == f"{count} found"
    places = {text.textCursor().selectionStart()}
    for _ in range(count):
        QTest.keyClick(window.source.find_line.words, Qt.Key.Key_Return)
        assert text.textCursor().selectedText().casefold() == "the "
        places.add(text.textCursor().selectionStart())
    assert len(places) == count
    QTest.keyClick(window.source.find_line.words, Qt.Key.Key_Escape)
    assert text.hasFocus()


def test_an_excerpt_is_compared_from_its_source(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    click_on_page(window, excerpts(printed(window).regions)[0], double=True)
    qtbot.waitUntil(window.source.words.hasFocus, timeout=LONG)
    words = window.source.text()

    QTest.keyClick(window.source.words, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: "Compared among" in window.compare.toPlainText(), timeout=LONG)

    assert window.right.currentWidget() is window.compare
    assert letters(words) in letters(window.compare.toPlainText())


def test_the_page_before_the_last_change_is_shown_while_its_key_is_held(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.cards.setCurrentIndex(window.cards.model().index(first_out(window), 0))
    QTest.keyClick(window.cards, Qt.Key.Key_Space)
    ready(qtbot, window, included=5)
    page = window.preview.page
    page.setFocus()
    idle(qtbot, window)  # what came in pulses for a while
    now, picture = printed(window), page.grab().toImage()

    QTest.keyPress(page, Qt.Key.Key_QuoteLeft)
    assert len({region.passage for region in excerpts(printed(window).regions)}) == 4
    assert page.grab().toImage() != picture
    QTest.keyRelease(page, Qt.Key.Key_QuoteLeft)

    assert printed(window) is now
    assert page.grab().toImage() == picture


def test_enter_gives_the_source_the_keys_and_so_does_its_own_key(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.cards.setFocus()
    QTest.keyClick(window.cards, Qt.Key.Key_Return)
    qtbot.waitUntil(window.source.words.hasFocus, timeout=LONG)
    before = window.source.text()

    QTest.keyClick(window.source.words, Qt.Key.Key_BracketRight)
    qtbot.waitUntil(lambda: window.source.text() != before, timeout=LONG)
    assert before.endswith(window.source.text())
    QTest.keyClick(window.source.words, Qt.Key.Key_Escape)
    assert window.cards.hasFocus()

    for key in (Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_6):
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        assert window.right.isAncestorOf(window.focusWidget())
