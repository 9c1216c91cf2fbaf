"""Where sources are many, their words are let go of; what is found stays the same."""

from datetime import date

import pytest

from briefing.analysis import analyse as module
from briefing.analysis.analyse import Scope, analyse
from briefing.analysis.body import Body
from briefing.analysis.lexicon import parse_lexicon
from briefing.analysis.theme_files import parse_theme
from tests.sources import make_source

THEME = parse_theme('id="port"\ntitle="port"\n[[match]]\nany=["harbour"]\n', "port")
SAME = "The harbour of Moss will close for 14 weeks on 3 May, its biggest closure since 1951"
SOURCES = tuple(
    make_source(
        f"{SAME}, {who} said.", f"{who} spoke of {number} ferries and of the harbour.",
        id=who, published=date(2024, 4, number), publisher=f"{who} Gazette",
    )
    for number, who in enumerate(("Ada Moss", "Leo Brandt", "Ida Vance"), 1)
)  # fmt: skip


def test_what_is_found_does_not_hang_on_how_many_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    lexicon = parse_lexicon("", "")
    few = analyse(SOURCES, (THEME,), lexicon, Scope(4))
    monkeypatch.setattr(module, "_MANY", 0)

    assert analyse(SOURCES, (THEME,), lexicon, Scope(4)) == few
    assert few.events
    assert few.repeats
    assert few.chronology


def test_words_let_go_of_are_cut_again() -> None:
    body = Body(SOURCES[0])
    before = list(body.words.written)

    body.forget()

    assert body.words_at_hand is None
    assert body.words.written == before
