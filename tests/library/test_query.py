"""What a person types is read as meant, and never reaches SQLite's own syntax."""

import sqlite3
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.errors import UsageError
from briefing.library.query import parse_query


@pytest.mark.parametrize(
    ("typed", "expression"),
    [
        pytest.param("joint command", '"joint" AND "command"', id="all words"),
        pytest.param('"joint command"', '"joint command"', id="phrase"),
        pytest.param("missil*", '"missil"*', id="prefix"),
        pytest.param("mi*", '"mi"', id="prefix too short"),
        pytest.param("ships -exercise", '("ships") NOT ("exercise")', id="without"),
        pytest.param("F-16", '"F 16"', id="joined by a hyphen"),
        pytest.param("https://x.org/a", '"https x org a"', id="address"),
        pytest.param("AT&T don't", '"AT T" AND "don t"', id="signs within"),
        pytest.param("title:port", 'title : "port"', id="in the title"),
        pytest.param('"never closed', '"never closed"', id="open quotation mark"),
        pytest.param("( NEAR OR )", '"NEAR" AND "OR"', id="words of SQLite"),
    ],
)
def test_terms(typed: str, expression: str) -> None:
    assert parse_query(typed).expression() == expression


@pytest.mark.parametrize("typed", ["", "  ", "++", '"', "-", "speaker:wu", "-ships"])
def test_nothing_to_look_for(typed: str) -> None:
    assert parse_query(typed).expression() is None


def test_filters() -> None:
    query = parse_query('speaker:"Wu Qian" source:xinhua after:2025-03-01 is:new theme:china port')

    assert query.speakers == ("Wu Qian",)
    assert query.publishers == ("xinhua",)
    assert query.after == date(2025, 3, 1)
    assert (query.states, query.themes) == (("new",), ("china",))
    assert query.expression() == '"port"'


@pytest.mark.parametrize(
    "typed", ["after:yesterday", "is:red", "a " * 40, "port -theme:china", "-source:wu"]
)
def test_what_cannot_be_meant_is_told(typed: str) -> None:
    with pytest.raises(UsageError):
        parse_query(typed)


def test_a_word_being_typed_counts_by_its_beginning() -> None:
    assert parse_query("joint comm", unfinished=True).expression() == '"joint" AND "comm"*'
    assert parse_query("joint command ", unfinished=True).expression() == '"joint" AND "command"'


@given(st.text() | st.text(alphabet='ab"*-:^(){}+ \x00é', max_size=30))
@example("\ud800")
def test_any_text_is_an_expression_that_sqlite_takes(typed: str) -> None:
    try:
        query = parse_query(typed)
    except UsageError:
        return
    for expression in (query.expression(), query.barred()):
        if expression is not None:
            find(expression)


def find(expression: str) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE word USING fts5 (title, text, content='')")
    connection.execute("SELECT rowid FROM word WHERE word MATCH ?", (expression,)).fetchall()
    connection.close()


@pytest.mark.parametrize(
    ("typed", "states", "after"),
    [
        pytest.param("is:disp", ("disputed",), None, id="a state begun"),
        pytest.param("port is:d", ("disputed",), None, id="behind words"),
        pytest.param("after:20", (), None, id="a year begun"),
        pytest.param("after:2024", (), date(2024, 1, 1), id="a year"),
        pytest.param("after:2024-0", (), date(2024, 1, 1), id="a month begun"),
        pytest.param("after:2024-04", (), date(2024, 4, 1), id="a month"),
        pytest.param("after:2024-04-1", (), date(2024, 4, 1), id="a day begun"),
        pytest.param("after:2024-04-12", (), date(2024, 4, 12), id="a day"),
    ],
)
def test_a_filter_that_is_being_typed_counts_as_far_as_it_goes(
    typed: str, states: tuple[str, ...], after: date | None
) -> None:
    query = parse_query(typed, unfinished=True)

    assert (query.states, query.after) == (states, after)


@pytest.mark.parametrize("typed", ["is:disp ", "is:nothing", "after:2024-04 port", "after:May"])
def test_what_was_typed_and_is_none_is_told(typed: str) -> None:
    with pytest.raises(UsageError):
        parse_query(typed, unfinished=True)
