"""Charts: what they show is what was found, and their words say all of it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.compose.charts import WIDTH, chronology, coverage, ticks
from briefing.model.drawing import Anchor, Box, Label, Line
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


@pytest.mark.parametrize(
    ("first", "last", "named"),
    [
        (date(2024, 4, 10), date(2024, 4, 12), ["2024-04-10", "2024-04-11", "2024-04-12"]),
        (date(2024, 4, 10), date(2024, 4, 26), ["2024-04-10", "2024-04-17", "2024-04-24"]),
        (date(2024, 4, 10), date(2024, 7, 20), ["2024-05-01", "2024-06-01", "2024-07-01"]),
        (date(2001, 9, 11), date(2025, 11, 10), ["2005", "2010", "2015", "2020", "2025"]),
        (date(2023, 1, 1), date(2024, 12, 31), ["2023-01", "2023-07", "2024-01", "2024-07"]),
    ],
)
def test_an_axis_names_round_times(first: date, last: date, named: list[str]) -> None:
    found = [day.isoformat() for day in ticks(first, last)[0]]

    assert [day[: len(name)] for day, name in zip(found, named, strict=True)] == named


@given(st.dates(max_value=date(9000, 1, 1)), st.integers(1, 300_000))
def test_names_of_times_never_run_into_each_other(first: date, days: int) -> None:
    last = min(first + timedelta(days), date.max)
    said = [DatedStatement(first, excerpt("one")), DatedStatement(last, excerpt("two"))]
    figure = chronology(said, NUMBERS, ENGLISH)

    assert figure
    edge = -1.0
    names = [mark for mark in figure.drawing.marks if isinstance(mark, Label) and mark.y == 10.0]
    for name in names:
        wide = len(name.text) * name.size / 2
        left = name.x - (wide if name.anchor is Anchor.END else wide / 2)
        assert left > edge
        edge = left + wide
    assert len(names) in range(1, 6)
    assert edge <= WIDTH


def test_lines_of_time_end_with_the_last_row() -> None:
    said = [DatedStatement(date(2024, 5, day), excerpt("one")) for day in (1, 9)]
    figure = chronology(said, NUMBERS, ENGLISH)

    assert figure
    lines = [mark for mark in figure.drawing.marks if isinstance(mark, Line)]
    assert len({max(line.y1, line.y2) for line in lines}) == 1
