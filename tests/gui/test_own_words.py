"""Own words are typed, and cite quotations that are chosen after two brackets."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from briefing.gui.dialogs.own_words import Names, OwnWordsDialog
from briefing.gui.dialogs.writing import WritingDialog
from briefing.gui.window import Window
from briefing.model.citing import mentions_in
from tests.gui.acting import ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG


def _dialog(window: Window) -> OwnWordsDialog:
    (found,) = (one for one in window.findChildren(OwnWordsDialog) if one.isVisible())
    return found


def test_two_brackets_offer_the_quotations_and_enter_takes_one(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.order.own_text_wanted.emit("key-points", "Key points")
    dialog = _dialog(window)

    QTest.keyClicks(dialog.edit, "Ships went [[")
    assert dialog.menu.isVisible()
    QTest.keyClick(dialog.menu, Qt.Key.Key_Down)
    QTest.keyClick(dialog.menu, Qt.Key.Key_Return)
    QTest.keyClicks(dialog.edit, " there.")
    assert dialog.edit.toPlainText().startswith("Ships went [[2 ")
    dialog.keep()

    ready(qtbot, window, included=4)
    (note,) = window.bench.desk.notes
    item = window.bench.desk.included[1]
    (mention,) = mentions_in(note.text)
    assert item.whole.source.startswith(mention.source)
    assert (mention.start, mention.end) == (item.whole.start, item.whole.end)
    listed = [line.text(0) for line in window.order._lines()]
    assert f"✎ Ships went [{item.label}] there." in listed
    qtbot.waitUntil(lambda: window.preview.page.printed is not None, timeout=LONG)


def test_names_are_read_again_and_strangers_are_told(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    names = Names(window.bench.desk.included)
    text = "".join(f"Word {number} [[{name}]]. " for number, name in enumerate(names.items))
    assert names.shown(names.kept(text)) == text
    window.order.own_text_wanted.emit("key-points", "Key points")
    dialog = _dialog(window)

    QTest.keyClicks(dialog.edit, "Ships [[nowhere]].")
    QTest.keyClick(dialog.menu, Qt.Key.Key_Escape)
    dialog.keep()

    assert dialog.isVisible()
    assert "“[[nowhere]]” is no quotation" in dialog.fault.text()
    assert window.bench.desk.notes == ()


def test_what_was_written_and_not_kept_can_be_gone_on_with(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.order.own_text_wanted.emit("key-points", "Key points")
    QTest.keyClick(_dialog(window).edit, Qt.Key.Key_Escape)
    assert not window.notice.isVisible()
    window.order.own_text_wanted.emit("key-points", "Key points")
    QTest.keyClicks(_dialog(window).edit, "Ships went there.")
    QTest.keyClick(_dialog(window).edit, Qt.Key.Key_Escape)
    assert "What you wrote was not kept." in window.notice_text.text()
    assert window.bench.desk.notes == ()

    window.notice_text.linkActivated.emit("words:again")
    assert not window.notice.isVisible()
    assert _dialog(window).edit.toPlainText() == "Ships went there."
    qtbot.waitUntil(_dialog(window).edit.hasFocus, timeout=LONG)
    QTest.keyClick(_dialog(window).edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: len(window.bench.desk.notes) == 1, timeout=LONG)


def test_a_note_is_written_and_kept_with_the_keys(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    (card, *_) = window.cards.cards()
    QTest.keyClick(window.cards, Qt.Key.Key_N)
    (dialog,) = (one for one in window.findChildren(WritingDialog) if one.isVisible())
    qtbot.waitUntil(dialog.edit.hasFocus, timeout=LONG)
    QTest.keyClicks(dialog.edit, "Ask the desk.")

    QTest.keyClick(dialog.edit, Qt.Key.Key_Tab)
    button = dialog.focusWidget()
    assert isinstance(button, QPushButton)
    QTest.keyClick(button, Qt.Key.Key_Return)

    qtbot.waitUntil(
        lambda: window.bench.desk.remarks.get(card.passage) == "Ask the desk.", timeout=LONG
    )
    assert not dialog.isVisible()
