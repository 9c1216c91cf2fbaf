"""Days are read as newspapers write them, and what is ambiguous is not read."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.dates import address_day, find_day

_DAY = date(2024, 3, 14)


@pytest.mark.parametrize(
    "written",
    [
        "March 14, 2024", "Mar. 14 2024", "14th of March 2024", "14-Mar-2024", "2024-03-14",
        "14. März 2024", "14 de marzo de 2024", "14 mars 2024", "14 марта 2024", "14 Mart 2024",
        "14 مارس 2024", "١٤ مارس ٢٠٢٤", "14 במרץ 2024", "14 मार्च 2024", "14 Μαρτίου 2024",
        "14 maaliskuuta 2024", "14 ožujka 2024", "14 tháng 3 năm 2024", "2024. március 14",
        "2024年3月14日", "令和6年3月14日", "2024년 3월 14일", "14.03.2024", "3/14/2024",
    ],
)  # fmt: skip
def test_one_day_in_many_hands(written: str) -> None:
    found = find_day(f"Posted {written}")

    assert found == (_DAY, 7, 7 + len(written))


@pytest.mark.parametrize(
    ("words", "day"),
    [
        pytest.param("Harbour PressApril 28, 2023", date(2023, 4, 28), id="glued to a name"),
        pytest.param("Apr 28 20232:23 PM", date(2023, 4, 28), id="hour glued to the year"),
        pytest.param("03/04/2024", None, id="day or month first is unknown"),
        pytest.param("Publiziert17. Mai 2024", date(2024, 5, 17), id="glued to a label"),
        pytest.param("Montag17. Mai 2024", None, id="glued to a weekday"),
        pytest.param("17.05.202417. Mai", date(2024, 5, 17), id="a second one glued to it"),
        pytest.param("31 February 2024", None, id="no such day"),
        pytest.param("14 Auguſt 2024", None, id="a letter that only matches"),
        pytest.param("version 2024", None, id="no day"),
        pytest.param("14. listopada 2024", None, id="a name of two months"),
        pytest.param("Sofas 14 2024, Mar 9, 2023", date(2023, 3, 9), id="a word that is no month"),
    ],
)
def test_days_at_the_edge(words: str, day: date | None) -> None:
    found = find_day(words)

    assert (found[0] if found else None) == day


def test_the_day_comes_first_where_the_language_writes_it_first() -> None:
    found = [find_day(words, day_first=True) for words in ("03/04/2024", "03/14/2024")]

    assert [each[0] if each else None for each in found] == [date(2024, 4, 3), date(2024, 3, 14)]


@given(st.dates(date(1990, 1, 1), date(2029, 12, 31)), st.text(max_size=8))
def test_the_range_is_where_the_day_stands(day: date, before: str) -> None:
    text = f"{before} | {day.isoformat()} |"
    found = find_day(text)

    assert found is not None
    again = find_day(text[found[1] : found[2]])
    assert again is not None
    assert again[0] == found[0]


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://gazette.example/2024/03/14/port", _DAY),
        ("https://gazette.example/2024/3/14", _DAY),
        ("https://gazette.example/2024/mar/14/port", _DAY),
        ("https://gazette.example/2024-03-14-port", _DAY),
        ("https://gazette.example/20240314/port", _DAY),
        ("https://gazette.example/2024/03/14-fishermen-asked-for-a-pier/", None),
        ("https://gazette.example/2024/03/3-questions/", None),
    ],
)
def test_the_day_in_an_address(address: str, day: date | None) -> None:
    assert address_day(address) == day


def test_a_day_in_korean_with_stops_and_spaces() -> None:
    found = find_day("2024. 3. 14. 08:30")

    assert found is not None
    assert found[0] == date(2024, 3, 14)
