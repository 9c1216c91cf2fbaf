"""Articles led to themes by the themes' names, and by examples."""

import pytest

from briefing.analysis.profiles import (
    corpus,
    nearest,
    profiles_from_examples,
    standard_scores,
)

ARTICLES = (
    ("Harbour to grow", "The harbour of Moss will get a second crane for containers and a lock."),
    ("Ships wait", "Ships wait outside the harbour because the crane for containers stands still."),
    ("A crane falls", "In the storm a crane fell on containers at the lock; two ships were hit."),
    ("Schools to close", "Three schools will close because teachers and pupils are too few."),
    ("Teachers strike", "Teachers at two schools go on strike, and pupils stay at home."),
    ("Pupils read more", "Pupils at the schools of Moss read more, say their teachers."),
)


@pytest.mark.parametrize(
    ("name", "others", "found"),
    [
        pytest.param("Harbour", ["Schools"], {0, 1, 2}, id="the third without the word itself"),
        pytest.param("Schools", ["Harbour"], {3, 4, 5}, id="the other theme"),
        pytest.param("Opera", ["Harbour"], set(), id="nothing answers to it"),
    ],
)
def test_articles_are_found_by_the_name_of_a_theme(
    name: str, others: list[str], found: set[int]
) -> None:
    assert set(nearest(name, others, corpus(ARTICLES), 5)) == found


def test_examples_lead_to_the_other_articles_of_their_theme() -> None:
    articles = corpus(ARTICLES)
    ports, schools = profiles_from_examples(["Ports", "Learning"], [[0], [3]], articles)

    answers = list(zip(articles.likeness(ports), articles.likeness(schools), strict=True))
    assert [port > school for port, school in answers] == [True] * 3 + [False] * 3


@pytest.mark.parametrize(
    ("values", "scores"),
    [
        pytest.param([1.0, 3.0], [-1.0, 1.0], id="below and above the mean"),
        pytest.param([2.0, 2.0], [0.0, 0.0], id="none differs"),
        pytest.param([], [], id="nothing"),
    ],
)
def test_standard_scores(values: list[float], scores: list[float]) -> None:
    assert standard_scores(values) == scores
