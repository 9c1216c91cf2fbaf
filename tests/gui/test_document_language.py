"""The language of the document is chosen above its page; the window goes on in the person's own."""

import pytest
from pytestqt.qtbot import QtBot

from briefing import words
from briefing.compose.markup import Parser
from briefing.compose.sealing import Seals
from briefing.gui.page_links import section_of
from briefing.gui.window import Window
from briefing.model.document import Heading
from briefing.tongue import document_languages, tongue
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


@pytest.mark.parametrize("language", document_languages())
def test_headings_lead_where_they_lead_in_english(language: str) -> None:
    speech = tongue(language)
    since = speech.say("What changed since %(since)s").replace("%(since)s", "12")
    text = f"# {speech.say('Key points')}\n\n# {since}\n\n# China\n"

    blocks = Parser(Seals("x", speech), ()).parse(text)

    found = [section_of(one.anchor, language) for one in blocks if isinstance(one, Heading)]
    assert found == ["key-points", "changes", "china"]
