"""Where reports of one event date the same thing differently.

Two sentences must say nearly the same, with the same names and figures, and give one day each.
When something was said or reported is not when it happens; and of neighbouring days, where one is
only reckoned from the day of publication, none is wrong: it was evening here and morning there.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from msgspec import Struct

from briefing.analysis.body import Said
from briefing.analysis.contraries import contrary
from briefing.analysis.evidence import least_stems
from briefing.analysis.one_matter import name_the_same, stated
from briefing.model.findings import Conflict, Position, Precision
from briefing.text.lazy import Lazy
from briefing.text.times import TimeWords

LIKE = 0.6
"""Share of the shorter sentence's stems, times left aside, in common."""
_LEAST_LIKE = 6
_WEEK = 7
_SAME_NEWS = 1
"""Days between two reports up to which they are news of one occasion."""
_LONG_AGO = 30
"""Days from which on what happened is no news any more, and there is only one of it."""
_MOST = 150
"""Most sentences of an event that are compared with one another."""
_SORTS = frozenset({"date", "weekday", "deictic", "feast"})
_DATE_OF_REPORT = Lazy(
    r"\b(?:said|says|told [\w’' -]{1,40}|announced|reported|wrote|added|published|released|statement|"
    r"interview|according to [\w’' -]{1,40})(?: late| early)?(?: on)?,? $"
)
_REACH = 60
_FIGURE = Lazy(r"\d[\d.,]*")
_NAME = Lazy(r"(?<=[a-z,;] )[A-Z][\w’'-]+")


class _Dated(Struct, frozen=True):
    said: Said
    words: str
    on: date
    inferred: bool
    stems: frozenset[str]
    names: frozenset[str]
    figures: frozenset[str]


def date_conflicts(said: Iterable[Said], event_of: Mapping[str, int]) -> Iterator[Conflict]:
    """The differences in days among `said`; `event_of` leads from a source to its event."""
    by_event: defaultdict[int, list[_Dated]] = defaultdict(list)
    for one in said:
        event = event_of.get(one.source.id)
        if event is not None and len(by_event[event]) < _MOST and (read := _read(one)):
            by_event[event].append(read)
    for dated in by_event.values():
        told: set[frozenset[date]] = set()
        for left, right in combinations(dated, 2):
            days = frozenset((left.on, right.on))
            if days not in told and _differ(left, right):
                told.add(days)
                yield _conflict(sorted((left, right), key=lambda item: item.on))


def _read(said: Said) -> _Dated | None:
    """The one day that a sentence gives to what happens; `None` where it gives none or several."""
    found = [
        (words, moment) for words, moment in said.times if words.sort not in ("clock", "anaphoric")
    ]
    if len(found) != 1:
        return None
    words, moment = found[0]
    day = moment.precision is Precision.DAY and words.sort in _SORTS and moment.sure
    lead = said.text[max(0, words.start - _REACH) : words.start]
    if not day or _DATE_OF_REPORT.search(lead):
        return None
    rest = stated(said.text[: words.start] + said.text[words.end :])
    dated = _stems_of(said, words)
    names = frozenset(_NAME.findall(rest))
    figures = frozenset(_FIGURE.findall(rest))
    written = said.text[words.start : words.end]
    return _Dated(said, written, moment.on, moment.inferred, dated, names, figures)


def date_claims(said: Said) -> Iterator[tuple[str, float]]:
    """The one day that a sentence gives, under a few of its stems."""
    if (read := _read(said)) is None or len(read.stems) < _LEAST_LIKE:
        return
    for drawn in least_stems(read.stems):
        yield f"day {drawn}", float(read.on.toordinal())


def _stems_of(said: Said, words: TimeWords) -> frozenset[str]:
    times = {part.lower() for part in said.text[words.start : words.end].split()}
    return frozenset(
        stem
        for stem in said.stems
        if not stem[0].isdigit() and not any(word.startswith(stem) for word in times)
    )


def _differ(one: _Dated, other: _Dated) -> bool:
    if one.said.source.id == other.said.source.id or one.on == other.on:
        return False
    apart = abs((one.on - other.on).days)
    if (one.inferred or other.inferred) and apart == 1:
        return False
    if (one.inferred or other.inferred) and (one.on.month, one.on.day) == (
        other.on.month,
        other.on.day,
    ):
        return False  # The year is only reckoned: “Sept. 11” need not be that of this year.
    if one.inferred and other.inferred and (apart % _WEEK == 0 or one.words == other.words):
        # The same weekday, or “yesterday” in both: rather one of them was printed again later.
        return False
    fewer, more = sorted((one.names, other.names), key=len)
    if not fewer <= more or one.figures != other.figures:
        return False
    shorter = min(len(one.stems), len(other.stems))
    alike = shorter >= _LEAST_LIKE and len(one.stems & other.stems) >= LIKE * shorter
    if not alike or contrary(one.said.text, other.said.text):
        return False
    return _one_occasion(one, other) and name_the_same(one.said, other.said)


def _one_occasion(one: _Dated, other: _Dated) -> bool:
    """Whether both can mean one occasion of what may happen every week.

    That is so in the news of one day, of what is long past, and of what is still to come for both.
    """
    if one.said.day is None or other.said.day is None:
        return True
    early, late = sorted((one.said.day, other.said.day))
    if (late - early).days <= _SAME_NEWS:
        return True
    first, last = sorted((one.on, other.on))
    return first > late or (early - last).days > _LONG_AGO


def _conflict(sides: Sequence[_Dated]) -> Conflict:
    return Conflict(
        "On which day it is",
        tuple(Position(_value(side), side.said.cut()) for side in sides),
        ("reports of one event say the same and give another day",),
    )


def _value(side: _Dated) -> str:
    return f"{side.words} ({side.on.isoformat()})" if side.inferred else side.words
