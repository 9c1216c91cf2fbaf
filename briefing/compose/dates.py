"""Days in words."""

from datetime import date
from typing import assert_never

from briefing.model.findings import Precision
from briefing.text.times import MONTHS, spell_day


def spell_day_american(day: date) -> str:
    """April 12, 2024, as Chicago and APA references have it."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def spell_time(day: date, precision: Precision) -> str:
    """A time as exactly as it is known: 12 April 2024, April 2024, 2024, the 2020s."""
    match precision:
        case Precision.DAY:
            return spell_day(day)
        case Precision.MONTH:
            return f"{MONTHS[day.month - 1]} {day.year}"
        case Precision.YEAR:
            return str(day.year)
        case Precision.DECADE:
            return f"the {day.year}s"
        case _:
            assert_never(precision)


def spell_span(first: date, last: date) -> str:
    """1–12 April 2024; the shortest form that says both days."""
    if first == last:
        return spell_day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{spell_day(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} – {spell_day(last)}"
    return f"{spell_day(first)} – {spell_day(last)}"
