"""Days in words."""

from datetime import date

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


def spell_day(day: date) -> str:
    """12 April 2024."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def spell_day_american(day: date) -> str:
    """April 12, 2024, as Chicago and APA references have it."""
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


def spell_span(first: date, last: date) -> str:
    """1–12 April 2024; the shortest form that says both days."""
    if first == last:
        return spell_day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{spell_day(last)}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} – {spell_day(last)}"
    return f"{spell_day(first)} – {spell_day(last)}"
