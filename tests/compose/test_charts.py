"""Charts: what they show is what was found, and their words say all of it."""

from datetime import date

import pytest

from briefing.compose.charts import chronology, coverage
from briefing.model.drawing import Box, Label
from briefing.model.findings import DatedStatement, Selected, ThemeFindings
from briefing.model.passage import Excerpt, Passage
from briefing.model.theme import Theme
from briefing.words import Speech

ENGLISH = Speech()

NUMBERS = {"one": 1, "two": 2}


def excerpt(source: str) -> Excerpt:
    return Excerpt(Passage(source, 0, 4), "quay")


def theme(title: str, *sources: str) -> ThemeFindings:
    chosen = [Selected(rank, excerpt(source), 1.0, ()) for rank, source in enumerate(sources)]
    return ThemeFindings(Theme(title.lower(), title, "", ()), tuple(chosen))


def test_coverage_counts_excerpts_by_theme_and_source() -> None:
    figure = coverage([theme("Trade", "one", "two", "one"), theme("Ports")], NUMBERS, ENGLISH)

    assert figure
    assert "Trade: source 1: 2, source 2: 1; Ports: none" in figure.alt
    assert [m.text for m in figure.drawing.marks if isinstance(m, Label) and m.bold] == ["2", "1"]


def test_coverage_draws_nothing_where_nothing_was_found() -> None:
    assert coverage([theme("Trade")], NUMBERS, ENGLISH) is None


@pytest.mark.parametrize("count", [1, 40, 90], ids=["one source", "many", "too many"])
def test_charts_stay_within_their_frame(count: int) -> None:
    sources = [f"s{at}" for at in range(count)]
    figure = coverage(
        [theme("A theme of a name " * 6, *sources)], {s: n for n, s in enumerate(sources)}, ENGLISH
    )

    assert figure
    for mark in figure.drawing.marks:
        if isinstance(mark, Box):
            assert mark.x >= 0
            assert mark.x + mark.width <= figure.drawing.width
            assert mark.y + mark.height <= figure.drawing.height


def test_chronology_sets_days_in_order_and_marks_the_inferred() -> None:
    said = [
        DatedStatement(date(2024, 5, 9), excerpt("two"), "the article's date"),
        DatedStatement(date(2024, 5, 1), excerpt("one")),
    ]
    figure = chronology(said, NUMBERS, ENGLISH)

    assert figure
    assert "1 May 2024: source 1; 9 May 2024 (inferred): source 2" in figure.alt
    places = [mark.x for mark in figure.drawing.marks if isinstance(mark, Box)]
    assert places == sorted(places)


def test_one_day_makes_no_line() -> None:
    said = [DatedStatement(date(2024, 5, 1), excerpt("one"))] * 2

    assert chronology(said, NUMBERS, ENGLISH) is None
