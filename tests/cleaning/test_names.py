"""Names in bylines and in fields for authors."""

import pytest

from briefing.cleaning.names import (
    byline_authors,
    dated_authors,
    lone_author,
    told_names,
    turned,
)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        pytest.param("By Ada Moss and Per Lund", ("Ada Moss", "Per Lund"), id="two"),
        pytest.param("By ADA MOSS FOR THE GAZETTE", ("Ada Moss",), id="for a house"),
        pytest.param("By Ada Moss Jul. 19, 2026", ("Ada Moss",), id="with a day"),
        pytest.param("By Ada Moss – The Gazette", ("Ada Moss",), id="behind a dash"),
        pytest.param("Ada Moss in Lund", ("Ada Moss",), id="with a place"),
        pytest.param("By the way, it rained.", (), id="a sentence"),
        pytest.param("By Gazette Staff", (), id="nothing but staff"),
        pytest.param("By Reuters", ("Reuters",), id="an agency"),
        pytest.param("Von Ada Moss und Per Lund", ("Ada Moss", "Per Lund"), id="German"),
        pytest.param("Par Ada Moss", ("Ada Moss",), id="French"),
        pytest.param("Von Ada Moss kam nichts", (), id="a German sentence"),
        pytest.param("Moss’s Harbour in Lund", (), id="a thing of somebody’s"),
        pytest.param("By Ada Moss ada.moss@gazette.example", ("Ada Moss",), id="with a mailbox"),
        pytest.param("By [email protected] Ada Moss", ("Ada Moss",), id="with a hidden mailbox"),
        pytest.param("By a.moss@gazette.example", (), id="nothing but a mailbox"),
        pytest.param("Von Neuen Firmenfahrzeugen", (), id="German things"),
    ],
)
def test_bylines(words: str, names: tuple[str, ...]) -> None:
    assert byline_authors(words) == names


@pytest.mark.parametrize(
    ("words", "name"),
    [
        pytest.param("Published May", None, id="a day cut off"),
        ("Ada Moss", "Ada Moss"),
        ("Ada Moss Politics reporter", "Ada Moss"),
        ("Von Ada Moss", "Ada Moss"),
        ("World News", None),
        ("WATCH LIVE", None),
        ("Ada Moss went home", None),
    ],
)
def test_a_name_that_stands_alone(words: str, name: str | None) -> None:
    assert lone_author(words) == name


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Ada Moss · Harbour News · Posted: Aug 8, 2024", ("Ada Moss",)),
        ("Ada Moss and Per Lund Published Jul 17, 2024", ("Ada Moss", "Per Lund")),
        ("Ada MossPublished Jul 17, 2024", ("Ada Moss",)),
        ("Ada Moss @adamoss", ("Ada Moss",)),
        ("Published Jul 17, 2024", ()),
        ("Harbour News · Aug 8, 2024", ()),
    ],
)
def test_people_before_the_date(words: str, names: tuple[str, ...]) -> None:
    assert dated_authors(words) == names


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Gazette Staff", ("Gazette Staff",)),
        ("Ada Moss, dpa", ("Ada Moss", "dpa")),
        ("By ADA MOSS, AP National Security Writer", ("Ada Moss",)),
        ("Ada Moss, M.D., PhD, and Per Lund, RDN", ("Ada Moss", "Per Lund")),
        ("Ada Moss, Senior Fellow at the Harbour Centre", ("Ada Moss",)),
        ("Political Editor", ("Political Editor",)),
        ("https://gazette.example/moss", ()),
        ("admin", ()),
        ("105092", ()),
        ("amoss gazette example", ()),
        ("ada.moss", ()),
        ("Ada Moss <ada.moss@gazette.example>", ("Ada Moss",)),
        ("ada.moss@gazette.example (Ada Moss)", ("Ada Moss",)),
        ("von Firmenfahrzeugen", ()),
        ("von Ada Moss", ("Ada Moss",)),
    ],
)
def test_fields_for_authors(words: str, names: tuple[str, ...]) -> None:
    assert told_names(words) == names


@pytest.mark.parametrize(
    ("words", "right"),
    [("Moss, Ada", "Ada Moss"), ("Ada Moss, Per Lund", "Ada Moss, Per Lund"), ("Moss", "Moss")],
)
def test_family_name_first_is_turned(words: str, right: str) -> None:
    assert turned(words) == right


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Ada LundenStaff", "Ada Lunden"),
        ("By Ada LundenHARBOURNews", "Ada Lunden"),
        ("By Ada MacArthur", "Ada MacArthur"),
        ("By Ada LaMotte", "Ada LaMotte"),
        ("By Ada VanderSloot", "Ada VanderSloot"),
        ("By Ada Moss On 11/19/19", "Ada Moss"),
        ("Von Ada Moss Korrespondentin", "Ada Moss"),
    ],
)
def test_what_stands_beside_a_name_is_no_part_of_it(line: str, name: str) -> None:
    assert byline_authors(line) == (name,)
