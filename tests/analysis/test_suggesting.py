"""Words are proposed that set a theme's paragraphs apart, and no others."""

import pytest

from briefing.analysis.profiles import corpus, profiles_from_examples
from briefing.analysis.suggesting import WEIGHTS, suggest, with_suggestions
from briefing.model.theme import Match, Theme

THEME = Theme("cables", "Cables", "", (Match(any=("fibre cut",)),))
INSIDE = [
    "The fibre cut near Matsu was mended by a cable ship in the harbour.",
    "A second fibre cut kept the cable ship at sea; the harbour waited.",
    "No cable ship was free when the third fibre cut came.",
    "The cable ship left the harbour after the fibre cut.",
]
OUTSIDE = [
    "The harbour opened a new pier for ferries.",
    "Ferries left the harbour late.",
    "The minister spoke about prices and ferries.",
    "Prices rose again, the minister said.",
    "The harbour authority praised the minister.",
]


def _terms(limit: int = 10) -> list[str]:
    return [item.term for item in suggest(THEME, INSIDE, OUTSIDE, limit)]


def test_a_pair_that_marks_the_theme_comes_first() -> None:
    assert _terms()[0] == "cable ship"


def test_what_stands_everywhere_is_not_proposed() -> None:
    assert "harbour" not in _terms()


def test_what_the_theme_has_already_is_not_proposed() -> None:
    assert not {"fibre", "cut", "fibre cut"} & set(_terms())


def test_once_is_chance() -> None:
    assert "Matsu" not in _terms()


def test_without_paragraphs_nothing_is_proposed() -> None:
    assert suggest(THEME, [], OUTSIDE, 10) == ()
    assert len(_terms(1)) == 1


def test_the_words_proposed_are_the_weightiest_of_the_profile_of_the_examples() -> None:
    articles = corpus([("", text) for text in (*INSIDE, *OUTSIDE)])
    profile, _ = profiles_from_examples(["", ""], [range(4), range(4, 9)], articles)

    found = suggest(THEME, INSIDE, OUTSIDE, 10)

    assert [item.score for item in found] == sorted((item.score for item in found), reverse=True)
    assert found[0].score == pytest.approx(profile["cabl ship"], abs=1e-4)


def test_single_letters_are_not_proposed() -> None:
    inside = [f"{text} So said the U.S. envoy." for text in INSIDE]

    found = {item.term for item in suggest(THEME, inside, OUTSIDE, 20)}

    assert "envoy" in found
    assert not {"U", "S"} & found


def test_a_possessive_is_no_word_of_its_own() -> None:
    inside = [f"{text} Matsu’s mayor spoke." for text in INSIDE]

    found = {item.term for item in suggest(THEME, inside, OUTSIDE, 20)}

    assert "Matsu" in found
    assert "Matsu’s" not in found


def test_the_words_go_into_the_theme_by_their_weight_behind_its_own() -> None:
    found = suggest(THEME, INSIDE, OUTSIDE, 10)

    grown = with_suggestions(THEME, found)

    own, *added = grown.matches
    assert own == THEME.matches[0]
    assert [rule.weight for rule in added] == sorted({item.weight for item in found}, reverse=True)
    assert found[0].weight == WEIGHTS[-1]
    assert {term for rule in added for term in rule.any} == {item.term for item in found}
