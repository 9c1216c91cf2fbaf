"""On which days a report is, where nobody says when it was published.

Without a day two bombings of one town are told in the same words. What a report opens with may say
when: a day with its year, or a day of the week.
"""

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from briefing.model.findings import Precision
from briefing.model.source import Source
from briefing.text.calendar import times_in
from briefing.text.spaces import flat
from briefing.text.times import DAYS

_OPENING = 350
"""Characters of a report that say of which day it is."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class ReportDays(Struct, frozen=True):
    """The days a report is of, as far as it is said, and their names, Monday being 0."""

    days: frozenset[date]
    weekdays: frozenset[int]


def report_days(source: Source) -> ReportDays:
    """The day on which `source` was published, else the days that it opens with."""
    days = frozenset((source.published,)) if source.published else frozenset(_days(source))
    opening = flat(opening_of(source))
    named = (at for at, name in enumerate(DAYS) if name in opening)
    return ReportDays(days, frozenset((*named, *(day.weekday() for day in days))))


def of_one_time(one: Source, other: Source, apart: int) -> bool:
    """Whether two reports say that they are of one time.

    That is so if both name one day of the week, and days of theirs, where both give some, lie no
    more than `apart` days from one another.
    """
    mine, theirs = report_days(one), report_days(other)
    if mine.weekdays.isdisjoint(theirs.weekdays):
        return False
    pairs = [abs((left - right).days) for left in mine.days for right in theirs.days]
    return not pairs or min(pairs) <= apart


def opening_of(source: Source) -> str:
    """The title and the first words of the body."""
    first = next(iter(source.body()), None)
    opening = source.text[first.start : first.start + _OPENING] if first else ""
    return f"{source.title or ''}\n{opening}"


def _days(source: Source) -> Iterator[date]:
    """The days that are written with their year at the head of `source`."""
    opening = flat(opening_of(source))
    if _YEAR.search(opening) is None:
        return
    for _, moment in times_in(opening, None):
        if moment.precision is Precision.DAY:
            yield moment.on
