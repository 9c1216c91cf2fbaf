"""What differs in a word that matters is not the same, however much else is."""

import pytest

from briefing.analysis.analyse import Scope, analyse
from briefing.analysis.gainsaying import gainsay
from briefing.analysis.lexicon import CueVerbs, Lexicon, Outlets
from briefing.analysis.theme_files import parse_theme
from tests.sources import make_source

SAID = (
    "Moss will send 40 ships to the exercise in the Norland Sea in May, the minister told people."
)
LEXICON = Lexicon(Outlets({}), CueVerbs(frozenset(), frozenset()))
THEME = parse_theme('id="t"\ntitle="T"\n[[match]]\nany=["exercise", "ships"]\n', "t.toml")


@pytest.mark.parametrize(
    ("other", "gainsays"),
    [
        pytest.param(SAID.replace("will send", "will not send"), True, id="not"),
        pytest.param(SAID.replace("40", "60"), True, id="another figure"),
        pytest.param(SAID.replace("in May", "in June"), True, id="another month"),
        pytest.param(SAID.replace("40 ", ""), False, id="no figure"),
        pytest.param(SAID.replace("in May", "this spring"), False, id="no month"),
        pytest.param(SAID.replace("40", "the 40"), False, id="a small word"),
        pytest.param(f"No port was named. {SAID}", False, id="another sentence denies"),
        pytest.param("Moss has no ships.", False, id="another thing"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_a_word_that_matters(other: str, *, gainsays: bool) -> None:
    assert gainsay(SAID, other) is gainsays
    assert gainsay(other, SAID) is gainsays


@pytest.mark.parametrize(("verb", "places"), [("will", 1), ("will not", 0)])
def test_a_place_that_says_the_contrary_is_not_cited_for_it(verb: str, places: int) -> None:
    sources = [
        make_source(SAID, id="a", publisher="Gazette"),
        make_source(f"Last week. {SAID.replace('will', verb)}", id="b", publisher="Post"),
    ]

    (theme,) = analyse(sources, [THEME], LEXICON, Scope(4)).themes

    assert len(theme.excerpts[0].also_in) == places
