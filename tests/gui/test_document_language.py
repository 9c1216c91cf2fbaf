"""The language of the document is chosen above its page; the window goes on in the person's own."""

from pytestqt.qtbot import QtBot

from briefing import words
from briefing.gui.window import Window
from briefing.verify.pdf import read_pdf
from tests.gui.acting import printed, ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG


def _says(window: Window, *sentences: str) -> bool:
    text = "\n".join(line.text for line in read_pdf(printed(window).data).paragraphs)
    return all(sentence in text for sentence in sentences)


def test_the_page_is_in_the_language_that_is_chosen_above_it(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    pane = window.preview
    assert pane._language.accessibleName() == "Language: English"
    assert _says(window, "Quotations are verbatim")

    german = next(one for one in pane._language.menu().actions() if one.text() == "Deutsch")
    german.trigger()
    qtbot.waitUntil(lambda: _says(window, "Zitate sind wörtlich"), timeout=LONG)
    assert pane._language.accessibleName() == "Language: Deutsch"
    assert window.bench.desk.settings.language == "de"
    assert words.spoken() == "en"

    qtbot.waitUntil(lambda: window.bench.desk.undo == "Language: Deutsch", timeout=LONG)
    window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: _says(window, "Quotations are verbatim"), timeout=LONG)
    assert pane._language.accessibleName() == "Language: English"
