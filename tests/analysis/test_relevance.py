"""A whole article answers to a theme by its words, its title, and the theme's name."""

import pytest

from briefing.analysis.relevance import Article, relevance
from briefing.analysis.themes import compile_theme
from briefing.model.source import Kind, Segment, Source
from briefing.model.theme import Exclusion, Match, Theme

SHIPS = Theme(
    "ships",
    "Shipping",
    "",
    (Match(any=("freight rate", "canal"), weight=2.0), Match(any=("harbour",), weight=0.5)),
    (Exclusion(any=("canal street",)),),
)


def _article(*body: str, title: str = "Untitled") -> Article:
    text = "\n".join((title, *body))
    places, start = [], 0
    for line in text.split("\n"):
        places.append((start, start + len(line)))
        start += len(line) + 1
    kinds = [Kind.TITLE] + [Kind.BODY] * len(body)
    parts = tuple(Segment(*place, kind) for place, kind in zip(places, kinds, strict=True))
    return Article.of(Source("a", "a", "", "text/plain", text, parts, title=title))


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        pytest.param(
            _article("The canal is shut."), _article("The harbour is shut."), id="a weightier word"
        ),
        pytest.param(
            _article("The canal is shut. Freight rates rise."),
            _article("The canal is shut. The canal is dry."),
            id="two words before one twice",
        ),
        pytest.param(
            _article("It is shut.", title="Canal shut"),
            _article("The canal is shut."),
            id="the title before the body",
        ),
        pytest.param(
            _article("Shipping is late."), _article("Trains are late."), id="the name of the theme"
        ),
        pytest.param(
            _article("The canal is shut."), _article("Canal Street is shut."), id="an exclusion"
        ),
    ],
)
def test_one_article_answers_better_than_another(better: Article, worse: Article) -> None:
    matcher = compile_theme(SHIPS)

    assert relevance(matcher, better) > relevance(matcher, worse)


def test_what_has_none_of_its_words_does_not_answer() -> None:
    assert relevance(compile_theme(SHIPS), _article("A cat sat there.")) == 0.0
    assert relevance(compile_theme(SHIPS), _article()) == 0.0


def test_a_theme_with_more_words_is_not_favoured_for_their_number() -> None:
    article = _article("The canal is shut.")
    short = Theme("a", "A", "", (Match(any=("canal",)),))
    long = Theme("b", "B", "", (Match(any=("canal", "lock", "barge", "quay")),))

    assert relevance(compile_theme(short), article) > relevance(compile_theme(long), article)
