"""Whether two reports speak of one matter, and not of two that are told in the same words.

What is stated every week, or of every firm, is told alike each time: only the names, the other
figures and the times beside it show that another week or another firm is meant.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from briefing.analysis.body import Said
from briefing.analysis.report_days import of_one_time
from briefing.model.findings import Precision
from briefing.model.source import Source
from briefing.text.calendar import Moment
from briefing.text.lazy import Lazy
from briefing.text.times import DAYS, MONTHS
from briefing.text.words import is_function_word

_NAME = Lazy(r"(?<!\A)\b[A-Z][\w’'-]+|\A[A-Z][\w’'-]+(?= [A-Z])")
_LONG = 10
"""Stems from which on a sentence says what it is about with one name; a shorter one needs two."""
_LEAD = 350
"""Characters at the head of a report whose names say what it is about."""
_SHARED, _LEAD_SHARED = 0.7, 0.5
"""Share of the names of a sentence, and of a lead, that the other report must know."""
CALENDAR = frozenset((*MONTHS, *DAYS, *(month[:3] for month in MONTHS), "Sept"))
"""Names of months and days: they stand in every report."""
BODIES = frozenset(
    "Congress Senate House Senators Parliament Government Republicans Democrats".split()
)
"""Of these all that is told of a state's politics speaks: who names one means no other matter."""
_WHO_SAYS = Lazy(
    r",[”\"]? (?:(?:according to|said|says) [^;“”\"]{3,90}"
    r"|[^,;“”\"]{2,80}? (?:said|says|announced|reported|told [^,;]{2,40})"
    r"(?: (?:on|in|at|late|early|this|last|yesterday|today)\b[^,;“”\"]{0,50})?)[.”\"]*$"
)
"""Behind a statement: “…, Norway’s foreign ministry said.”"""
_NUMBER = Lazy(r"\d(?:[\d.,/-]*\d)?")
_BOTH = 2
"""Names at the head of a report that another of the same matter knows at the least."""


def name_the_same(one: Said, other: Said) -> bool:
    """Whether both sentences have names, and the other report knows most names of each."""
    mine, theirs = names_in(stated(one.text)), names_in(stated(other.text))
    if len(mine) < _least_names(one) or len(theirs) < _least_names(other):
        return False
    mine_known, theirs_known = _known(mine, other.source), _known(theirs, one.source)
    if mine_known < _SHARED * len(mine) or theirs_known < _SHARED * len(theirs):
        return False
    strangers = mine_known < len(mine) and theirs_known < len(theirs)
    return not strangers and leads_alike(one.source, other.source)


def stated(text: str) -> str:
    """A sentence without who says so behind it: two ministries may say it of one matter."""
    found = _WHO_SAYS.search(text)
    return text[: found.start()] if found else text


def name_strangers(one: Said, other: Said, besides: frozenset[str] = frozenset()) -> bool:
    """Whether each sentence names somebody the other report does not know, and `besides` nobody."""
    mine, theirs = names_in(one.text) - besides, names_in(other.text) - besides
    return _known(mine, other.source) < len(mine) and _known(theirs, one.source) < len(theirs)


def _least_names(said: Said) -> int:
    return 1 if len(said.stems) >= _LONG else 2


@lru_cache(maxsize=5_000)
def names_in(text: str) -> frozenset[str]:
    """The names in `text`, whoever's they are (“Lund’s” is Lund); those of months and days are none."""
    words = (name.replace("’", "'").removesuffix("'s") for name in _NAME.findall(text))
    return frozenset(name for name in words if not is_function_word(name)) - CALENDAR


def _known(names: Iterable[str], source: Source) -> int:
    text = source.text
    return sum(name in text or name.replace("'", "’") in text for name in names)


def leads_alike(one: Source, other: Source) -> bool:
    """Whether each of two reports knows at least half of the names at the head of the other."""
    mine, theirs = names_in(_lead(one)), names_in(_lead(other))
    return _known(mine, other) >= _LEAD_SHARED * len(mine) and _known(
        theirs, one
    ) >= _LEAD_SHARED * len(theirs)


def share_names(one: Source, other: Source) -> bool:
    """Whether each of two reports knows two names, or all, of those at the head of the other."""
    mine, theirs = names_in(_lead(one)), names_in(_lead(other))
    return _known(mine, other) >= min(_BOTH, len(mine)) and _known(theirs, one) >= min(
        _BOTH, len(theirs)
    )


def _lead(source: Source) -> str:
    first = next(iter(source.body()), None)
    return source.text[first.start : min(first.end, first.start + _LEAD)] if first else ""


def same_figures(one: Said, other: Said, apart: tuple[str, str]) -> bool:
    """Whether half of the other numbers agree; `apart` are the words of the amounts that do not."""
    mine, theirs = _figures(one, apart[0]), _figures(other, apart[1])
    return 2 * len(mine & theirs) >= min(len(mine), len(theirs))


def _figures(said: Said, left_out: str) -> frozenset[str]:
    """The numbers in a sentence but for one amount and for what belongs to a time."""
    at = said.text.find(left_out)
    taken = [(at, at + len(left_out)), *((words.start, words.end) for words, _ in said.times)]
    return frozenset(
        found[0]
        for found in _NUMBER.finditer(said.text)
        if not any(start < found.end() and found.start() < end for start, end in taken)
    )


def same_time(one: Said, other: Said) -> bool:
    """Whether the times in both sentences can be one, and if they say none, the days of the news.

    What goes on, as a strike or a price, is told in the same words on the next day, with another amount.
    """
    early, late = _finest(one), _finest(other)
    shared = [
        (left, right)
        for left in early
        for right in late
        if left.on <= right.end and right.on <= left.end
    ]
    if early and late and not shared:
        return False
    if any(_is_exact(left) and _is_exact(right) for left, right in shared):
        return True
    if one.day is None or other.day is None:
        return of_one_time(one.source, other.source, 0)
    return one.day == other.day


def _finest(said: Said) -> list[Moment]:
    """The times in a sentence, those that are most exact."""
    moments = [time for words, time in said.times if words.sort not in ("clock", "anaphoric")]
    least = min((_length(time) for time in moments), default=timedelta())
    return [time for time in moments if _length(time) == least]


def _length(time: Moment) -> timedelta:
    return time.end - time.on


def _is_exact(time: Moment) -> bool:
    """Whether a time tells one matter from the next: a day, or a month with its year."""
    return time.precision is Precision.DAY or (
        time.precision is Precision.MONTH and not time.inferred
    )


def long_before(said: Said, day: date, days: int) -> bool:
    """Whether a sentence speaks of what was more than `days` before `day`, and of nothing later."""
    times = _finest(said)
    return bool(times) and all((day - time.end).days > days for time in times)
