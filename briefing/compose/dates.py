"""Days in words."""

from datetime import date
from typing import assert_never

from briefing.model.findings import Precision
from briefing.words import Speech, mark

_MONTHS = (
    mark("January"), mark("February"), mark("March"), mark("April"), mark("May"), mark("June"),
    mark("July"), mark("August"), mark("September"), mark("October"), mark("November"),
    mark("December"),
)  # fmt: skip


def month_of(day: date, tongue: Speech) -> str:
    """April."""
    return tongue.say(_MONTHS[day.month - 1])


def number_of(day: date, tongue: Speech) -> str:
    """12; the first of a month is written otherwise in some languages."""
    # For translators: the first day of a month, where it is written otherwise than the others.
    return tongue.say("1") if day.day == 1 else str(day.day)


def spell_day(day: date, tongue: Speech) -> str:
    """12 April 2024."""
    return tongue.say(
        "{day} {month} {year}",
        day=number_of(day, tongue),
        month=month_of(day, tongue),
        year=str(day.year),
    )


def spell_day_american(day: date, tongue: Speech) -> str:
    """April 12, 2024, as Chicago and APA references have it in English."""
    # For translators: as the day stands in a reference.
    return tongue.say(
        "{month} {day}, {year}",
        day=number_of(day, tongue),
        month=month_of(day, tongue),
        year=str(day.year),
    )


def spell_time(day: date, precision: Precision, tongue: Speech) -> str:
    """A time as exactly as it is known: 12 April 2024, April 2024, 2024, the 2020s."""
    year = str(day.year)
    match precision:
        case Precision.DAY:
            return spell_day(day, tongue)
        case Precision.MONTH:
            return tongue.say("{month} {year}", month=month_of(day, tongue), year=year)
        case Precision.YEAR:
            return year
        case Precision.DECADE:
            return tongue.say("the {year}s", year=year)
        case _:
            assert_never(precision)


def spell_span(first: date, last: date, tongue: Speech) -> str:
    """1–12 April 2024; the shortest form that says both days."""
    if first == last:
        return spell_day(first, tongue)
    begins, ends = number_of(first, tongue), number_of(last, tongue)
    month, year = month_of(last, tongue), str(last.year)
    if (first.year, first.month) == (last.year, last.month):
        return tongue.say(
            "{first}–{last} {month} {year}", first=begins, last=ends, month=month, year=year
        )
    if first.year == last.year:
        return tongue.say(
            "{first} {from_month} – {last} {month} {year}",
            first=begins, from_month=month_of(first, tongue), last=ends, month=month, year=year,
        )  # fmt: skip
    return f"{spell_day(first, tongue)} – {spell_day(last, tongue)}"
