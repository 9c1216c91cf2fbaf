"""Expressions of time are found and led to the day they mean, or to none."""

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.findings import Precision
from briefing.text.calendar import times_in
from briefing.text.times import find_times

THURSDAY = date(2024, 4, 11)


def _read(text: str, today: date | None = THURSDAY) -> list[tuple[str, str]]:
    length = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4, Precision.DECADE: 3}
    return [
        (text[words.start : words.end], time.on.isoformat()[: length[time.precision]])
        for words, time in times_in(text, today)
    ]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        pytest.param("It sank last April 26.", ("last April 26", "2023-04-26"), id="last year's"),
        pytest.param("They met on Wednesday.", ("Wednesday", "2024-04-10"), id="day gone by"),
        pytest.param("He will speak on Monday.", ("Monday", "2024-04-15"), id="day to come"),
        pytest.param(
            "He speaks to Congress on Friday.", ("Friday", "2024-04-12"), id="present tense"
        ),
        pytest.param("The port closed last Thursday.", ("last Thursday", "2024-04-04"), id="last"),
        pytest.param("It was signed in September 1951.", ("September 1951", "1951-09"), id="month"),
        pytest.param("since the 1960s", ("the 1960s", "196"), id="decade"),
        pytest.param("on 7 April warships met", ("7 April", "2024-04-07"), id="year inferred"),
        pytest.param("It ended on Dec. 15.", ("Dec. 15", "2023-12-15"), id="nearest year"),
        pytest.param("In the year ended July 31 it lost.", ("July 31", "2023-07-31"), id="over"),
        pytest.param("They joined the pact in June.", ("June", "2023-06"), id="a month gone by"),
        pytest.param(
            "They had joined the pact of the seven states in June.",
            ("June", "2023-06"),
            id="far from the verb",
        ),
        pytest.param("They announced a summit in June.", ("June", "2024-06"), id="announced for"),
        pytest.param("Moss announced in May that it sold.", ("May", "2023-05"), id="announced in"),
        pytest.param(
            "He is upbeat about the chances of winning in November.",
            ("November", "2024-11"),
            id="what is to be won",
        ),
        pytest.param(
            "The goal of defeating Moss in December remained.",
            ("December", "2024-12"),
            id="who is to be defeated",
        ),
        pytest.param("Moss beat Vance in November.", ("November", "2023-11"), id="who was beaten"),
        pytest.param(
            "The ads reserved in May and those on air cost more.", ("May", "2024-05"), id="reserved"
        ),
        pytest.param(
            "He claims Tuesday that he is “going to stay,” which nobody believes.",
            ("Tuesday", "2024-04-09"),
            id="what is to come in the words of others",
        ),
        pytest.param(
            "It asked the board to lift the Oct. 20 deadline.",
            ("Oct. 20", "2024-10-20"),
            id="a deadline",
        ),
        pytest.param("They were named as hosts in June.", ("June", "2024-06"), id="named for"),
        pytest.param("It sank last June.", ("last June", "2023-06"), id="last month of a name"),
        pytest.param("It sank last April.", ("last April", "2023-04"), id="a year ago this month"),
        pytest.param("It sails next March.", ("next March", "2025-03"), id="next of a name"),
        pytest.param("It sails this coming April.", ("this coming April", "2025-04"), id="coming"),
        pytest.param("It sailed this January.", ("this January", "2024-01"), id="this of a name"),
        pytest.param("It will sail this January.", ("this January", "2025-01"), id="this to come"),
        pytest.param("It would be paid as agreed in June.", ("June", "2024-06"), id="month ahead"),
        pytest.param("It is to be held on July 31.", ("July 31", "2024-07-31"), id="not over"),
        pytest.param(
            "In this Thursday, Aug. 31, 2017, photo",
            ("Thursday, Aug. 31, 2017", "2017-08-31"),
            id="a picture's day",
        ),
        pytest.param("It is paid for through September.", ("September", "2024-09"), id="through"),
        pytest.param("He left yesterday.", ("yesterday", "2024-04-10"), id="yesterday"),
        pytest.param(
            "Moss wouldn’t say Tuesday how it would go.",
            ("Tuesday", "2024-04-09"),
            id="who would not say",
        ),
        pytest.param(
            "On Monday, Moss vowed to close it.", ("Monday", "2024-04-08"), id="vowed on the day"
        ),
        pytest.param(
            "Of these 70 were freed by Tuesday.", ("Tuesday", "2024-04-09"), id="done by then"
        ),
        pytest.param(
            "He said he looked forward to his part in the race on Sunday.",
            ("Sunday", "2024-04-14"),
            id="looked forward to",
        ),
        pytest.param(
            "They were told to leave the pier by Friday.",
            ("Friday", "2024-04-12"),
            id="to be done by then",
        ),
        pytest.param(
            "The message from Monday is clear.", ("Monday", "2024-04-08"), id="written that day"
        ),
        pytest.param(
            "It ends if a pilot is elected in February.", ("February", "2025-02"), id="if it is so"
        ),
        pytest.param(
            "The term, which ends Sept. 30, is wet.", ("Sept. 30", "2024-09-30"), id="ends"
        ),
        pytest.param(
            "It may have begun in July, when he won.", ("July", "2023-07"), id="when it was over"
        ),
        pytest.param("They voted last month.", ("last month", "2024-03"), id="last month"),
        pytest.param(
            "It began exactly two years ago.",
            ("exactly two years ago", "2022-04-11"),
            id="to the day",
        ),
        pytest.param(
            "It sank on Novemer 5, 2023.", ("Novemer 5, 2023", "2023-11-05"), id="misspelt"
        ),
        pytest.param(
            "They spent the night there.", ("the night", "2024-04-10"), id="night gone by"
        ),
        pytest.param(
            "It burns for a third night.", ("third night", "2024-04-11"), id="one of many"
        ),
        pytest.param("on Easter Sunday 2024", ("Easter Sunday 2024", "2024-03-31"), id="feast"),
    ],
)
def test_time_is_led_to_the_calendar(text: str, meant: tuple[str, str]) -> None:
    assert _read(text) == [meant]


def test_two_months_are_of_the_year_behind_them() -> None:
    assert _read("In April and May of 2012 it sank.") == [
        ("April", "2012-04"),
        ("May of 2012", "2012-05"),
    ]


@pytest.mark.parametrize(
    "text",
    ["They may meet.", "Theresa May said so.", "It cost $1960.", "some 2000 troops", "10.5.3"],
)
def test_what_is_no_time_is_left_alone(text: str) -> None:
    assert _read(text) == []


def test_a_weekday_that_is_pointed_at_is_not_that_beside_the_day_of_writing() -> None:
    assert _read("I recall that Saturday, when they came.") == []
    assert _read("It was said that on Saturday they came.") == [("Saturday", "2024-04-06")]


def test_the_year_behind_a_day_is_reckoned_from_that_of_writing() -> None:
    assert _read("It opens on May 2 of next year.")[0] == ("May 2", "2025-05-02")


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("On Dec. 31 that year, the House met.", id="that year"),
        pytest.param("The House changed after the Sept. 11 terrorist attacks.", id="September 11"),
        pytest.param("They spend their Friday nights in the House.", id="many nights"),
        pytest.param("On Dec. 31 of that year, the House met.", id="a year told of before"),
        pytest.param("They stood in line on the first Sunday of the vote.", id="first of several"),
        pytest.param("They meet every Tuesday.", id="every week"),
    ],
)
def test_a_day_of_a_week_or_year_that_is_not_named_is_not_led_to_one(words: str) -> None:
    assert _read(words) == []


@pytest.mark.parametrize("words", ["last March", "the previous May", "the following June"])
def test_a_month_that_may_be_of_either_year_is_not_led_to_one(words: str) -> None:
    assert _read(f"They met {words}.") == []


def test_a_time_of_day_goes_with_the_day_beside_it() -> None:
    text = "Crowds met at 9:30 PM on Saturday, for a third straight night Wednesday."
    days = [("9:30 PM", 6), ("Saturday", 6), ("third straight night", 10), ("Wednesday", 10)]

    assert _read(text) == [(words, f"2024-04-{day:02}") for words, day in days]


def test_without_a_day_of_writing_only_what_is_written_out_is_known() -> None:
    text = "On Wednesday, or on 10 April 2024, or in 1951."

    assert _read(text, None) == [("10 April 2024", "2024-04-10"), ("1951", "1951")]


@given(st.text(alphabet="MondayApril 0123456789,./-:'stagolTh\n", max_size=80))
def test_places_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    spans = [(found.start, found.end) for found in find_times(text)]

    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert len(list(times_in(text, THURSDAY))) <= len(spans)


_WRITTEN = """
last late May; the previous May; this coming June; this past July
the past week; the coming year; this past Friday; the previous Monday; the following Tuesday; last night
this morning; earlier this month; earlier that day; earlier in the day; the same evening; the day before
the day before yesterday; the day after tomorrow; a day later; one day after; the next morning
exactly a couple of days ago; ten weeks earlier; 3 days from now; early 1990s; the late 1960s
mid-September; early May 2019; the Fourth of July; New Year's Eve; Valentine's Day; last Thanksgiving
second straight night; tenth consecutive day; third successive night; noon; midnight; 10 a.m.
"""


@pytest.mark.parametrize("words", [one.strip() for one in re.split("[;\n]", _WRITTEN.strip())])
def test_a_time_is_tried_by_its_first_words(words: str) -> None:
    text = f"It began, he said, {words} as planned."
    assert [text[one.start : one.end] for one in find_times(text)] == [words.rstrip(".")]
