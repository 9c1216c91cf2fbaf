"""Which numbers an amount that is rounded may stand for, so that no difference is claimed."""

from datetime import date

import pytest

from briefing.analysis.analyse import Scope, analyse
from briefing.analysis.lexicon import CueVerbs, Lexicon, Outlets
from briefing.analysis.theme_files import parse_theme
from briefing.model.findings import Conflict
from tests.sources import make_source

THEME = parse_theme('id="moss"\ntitle="Moss"\n[[match]]\nany=["Moss"]\n', "m.toml")
LEXICON = Lexicon(Outlets({}), CueVerbs(frozenset({"said"}), frozenset()))
SPENT = "The Moss harbour board spent {} on new Rygge cranes and ferry ramps in Skarven."


def _conflicts(*texts: str) -> tuple[Conflict, ...]:
    sources = [
        make_source(text, id=f"id{at}", publisher=f"Paper {at}", published=date(2024, 5, 4))
        for at, text in enumerate(texts)
    ]
    return analyse(sources, [THEME], LEXICON, Scope(4)).conflicts


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        pytest.param("about $1 million", "$1.2 million", False, id="a digit that rounds to it"),
        pytest.param("some $1 million", "$5 million", True, id="far from it"),
        pytest.param("about $1.2 million", "$1.5 million", True, id="given to two digits"),
        pytest.param("nearly $200", "$250", False, id="half a step above"),
        pytest.param("around $1 million", "$700,000", True, id="below, where steps are smaller"),
        pytest.param("more than $40 million", "$48 million", False, id="more than so much"),
        pytest.param("more than $40 million", "$55 million", True, id="much more than so much"),
        pytest.param("up to $300", "$200", True, id="less than the most by a whole step"),
        pytest.param("$2 billion", "$2.4 billion", False, id="a round number without a word"),
        pytest.param("$14 billion", "$14.9 billion", True, id="not what it is rounded to"),
        pytest.param("20 dollars", "24 dollars", True, id="a small number without a word"),
    ],
)
def test_a_rounded_amount_differs_only_from_what_it_cannot_stand_for(
    one: str, other: str, *, differ: bool
) -> None:
    assert bool(_conflicts(SPENT.format(one), SPENT.format(other))) is differ
