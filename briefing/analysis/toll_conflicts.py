"""Where reports of one event give different tolls.

No difference is claimed where one toll is a rounding of the other, where “at least” or “nearly”
covers it, where different people are counted, or where a later report counts more (a toll grows).
Reports without a date differ only if what they open with is of one time.
Two reports of one paper do not differ: the second brings the first up to date, or is of something
else. Nor do the parts that one report gives differ from the sum that another gives.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from briefing.analysis.body import Said, Wording
from briefing.analysis.one_matter import CALENDAR, long_before
from briefing.analysis.report_days import of_one_time, opening_of
from briefing.analysis.rounding import NEAR, rounds
from briefing.analysis.tolls import Harm, People, Toll, main_tolls
from briefing.model.findings import Bound, Conflict, Event, Position
from briefing.model.passage import Excerpt
from briefing.model.source import Source
from briefing.text.lazy import Lazy
from briefing.text.number_words import ONES, TENS
from briefing.text.spaces import flat
from briefing.text.times import MONTHS

APART = 3
"""Days between two reports from which on their tolls are not compared."""
_LONG = 14
"""Days before a report from which on a toll that it dates is that of another event."""
_WHOLE = 2
"""How many times the toll of one place that of all places is from which on both may be true."""
_ROUND = 10
_NAMES_UNDATED = 2
"""Names that two reports must share beside their tolls if one of them bears no date."""
_OF_THEM = Lazy(
    r"(?P<part>[\w,-]+) (?:people )?of (?:them|whom|those|the (?:dead|victims|killed|injured|wounded))\b"
    r"|\b(?:including|among them) (?:at least )?(?P<named>[\w,-]+)\b"
)
"""“40 people, 22 of them in Moss”."""
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][\w’'-]+")
_TWO_PLACES = Lazy(
    r"\b(?:in|at|near) ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)*)?,? and "
    r"(?:(?:in|at|near) )?([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"
)
"""“In Moss, Norway, and Vance, Norway”."""
_IN_PART = Lazy(
    r"(?:kill|dead|died?|deaths|injur|wound)[^.;\n]{0,60}\bin (?:(?:the )?(?:[a-z]+ )?"
    r"(?:province|district|town|city|state|village|region|county|suburb|municipality|island) of "
    r"(?P<place>[A-Z][\w’'-]+)|(?P<alone>[A-Z][\w’'-]+) alone\b)"
)
"""A place that is but a part: “seven in the province of Moss”."""
_DATED_BY_MONTH = Lazy(
    rf"\b(?:[Ii]n|[Ll]ast|[Ss]ince) (?:early |late |mid-)?(?:{'|'.join(MONTHS)})\b(?!,? \d)"
    r"|\b[Ii]n (?:19|20)\d\d\b"
)
"""“A quake killed seven people in September”: it is not that of which a report without a date tells."""
_BEFORE_IT = Lazy(
    r"\b(?:previous|earlier|initial|preliminary|prior|provisional|updat(?:ed?|es|ing)|revis(?:ed?|es|ing)|"
    r"rais(?:ed?|es|ing)|(?:up|rose|risen|rising|increased|climbed|jumped) from)\b[^.;\n]{0,60}"
)
"""Before a toll that the report replaces by its own: “126 people, updating a previous toll of 112”."""
_HARMED_ON = Lazy(
    r"\b(?:kill|dead\b|died?\b|injur|wound)[a-z]*(?:(?!\b(?:said|says|told|reported|announced|rose|risen)\b)[^.;\n])"
    r"{0,60}? (?:on )?(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
"""A day right behind those who were harmed on it, and no day on which that was said."""
_MAGNITUDE = re.compile(r"\bmagnitude[- ](?:of )?(\d\. ?\d)|\b(\d\. ?\d)[- ]+magnitude")
_ONE_QUAKE = 0.4
"""How far apart the magnitudes may lie that are first measured of one earthquake."""


def toll_conflicts(events: Sequence[Event], sources: Mapping[str, Source]) -> Iterator[Conflict]:
    """The differences in tolls within each of `events`, killed before injured."""
    for event in events:
        read = {source: _of_now(sources[source]) for source in event.sources}
        for harm in Harm:
            tolls = [found[harm] for found in read.values() if harm in found]
            given = list(map(_settled, tolls))
            parts = {pair for several in tolls for pair in _parts(several)}
            apart = {
                toll.amount.number
                for pair in combinations(given, 2)
                if _differ(*pair, sources) and _numbers(*pair) not in parts
                for toll in pair
            }
            if apart:
                sides = [toll for toll in given if toll.amount.number in apart]
                yield _conflict(harm, sides, sources)


def _of_now(source: Source) -> dict[Harm, tuple[Toll, ...]]:
    """The tolls of a report's own event: not of what it says was long before."""
    read = main_tolls(source)
    kept = {
        harm: tuple(toll for toll in tolls if not _of_another_time(toll, source))
        for harm, tolls in read.items()
    }
    return {harm: tolls for harm, tolls in kept.items() if tolls}


def _of_another_time(toll: Toll, source: Source) -> bool:
    """Whether a toll is dated long before its report, or if that has no date, by a month or year alone."""
    if source.published is None:
        return _DATED_BY_MONTH.search(source.text, toll.start, toll.end) is not None
    return long_before(_said(toll, source), source.published, _LONG)


def _said(toll: Toll, source: Source) -> Said:
    text = flat(source.text[toll.start : toll.end])
    return Said(source, toll.start, toll.end, Wording(text))


def toll_claims(source: Source) -> Iterator[tuple[str, float]]:
    """The tolls that `source` settles on, each under every name that stands with it.

    Two reports can only differ in a toll if they share such a name.
    """
    for harm, tolls in main_tolls(source).items():
        toll = _settled(tolls)
        for name in _names(toll, source):
            yield f"{harm} {name}", toll.amount.number


def _settled(tolls: Sequence[Toll]) -> Toll:
    """The toll that a report settles on: the first one, or a firmer one that it covers."""
    first = tolls[0]
    firmer = [
        toll
        for toll in tolls[1:]
        if toll.amount.bound is Bound.EXACT and _same(first, toll) and _comparable(first, toll)
    ]
    return firmer[0] if first.amount.bound is not Bound.EXACT and firmer else first


def _differ(one: Toll, other: Toll, sources: Mapping[str, Source]) -> bool:
    if not _comparable(one, other) or _same(one, other):
        return False
    left, right = sources[one.source], sources[other.source]
    mine, theirs = _harmed_on(left), _harmed_on(right)
    if mine and theirs and mine.isdisjoint(theirs):
        return False
    more_places = _of_more_places(one, other, sources) or _of_a_part(one, other, sources)
    if more_places or _is_part(one, other, sources) or _replaces(one, other, sources):
        return False
    if left.publisher and left.publisher == right.publisher:
        return False
    shared = len(_names(one, left) & _names(other, right))
    if left.published is None or right.published is None:
        alike = shared >= _NAMES_UNDATED and not one.causes.isdisjoint(other.causes)
        return alike and of_one_time(left, right, APART) and _of_one_quake(left, right)
    if not shared or abs((left.published - right.published).days) > APART:
        return False
    early, late = (one, other) if left.published < right.published else (other, one)
    return left.published == right.published or late.amount.number < early.amount.number


def _harmed_on(source: Source) -> set[str]:
    """The days of the week on which people were harmed, as a report opens: “were killed Thursday”."""
    return {found["day"] for found in _HARMED_ON.finditer(opening_of(source))}


def _of_more_places(one: Toll, other: Toll, sources: Mapping[str, Source]) -> bool:
    """Whether the higher toll is that of two places, of which the other's words lack one."""
    fewer, more = (
        sources[toll.source].text[toll.start : toll.end]
        for toll in sorted((one, other), key=lambda toll: toll.amount.number)
    )
    return any(
        place not in fewer for found in _TWO_PLACES.finditer(more) for place in found.groups()
    )


def _of_a_part(one: Toll, other: Toll, sources: Mapping[str, Source]) -> bool:
    """Whether the lower toll is that of a town or province which the other’s words do not name."""
    fewer, more = sorted((one, other), key=lambda toll: toll.amount.number)
    report, whole = sources[fewer.source], sources[more.source].text[more.start : more.end]
    found = _IN_PART.search(f"{opening_of(report)}\n{report.text[fewer.start : fewer.end]}")
    return found is not None and (found["place"] or found["alone"]) not in whole


def _is_part(one: Toll, other: Toll, sources: Mapping[str, Source]) -> bool:
    """Whether the report with the higher toll gives the lower one as a part of it."""
    fewer, more = sorted((one, other), key=lambda toll: toll.amount.number)
    report = sources[more.source]
    words = f"{opening_of(report)}\n{report.text[more.start : more.end]}"
    parts = (found["part"] or found["named"] for found in _OF_THEM.finditer(words))
    return any(_number(part) == fewer.amount.number for part in parts)


def _replaces(one: Toll, other: Toll, sources: Mapping[str, Source]) -> bool:
    """Whether one report says that the other's toll is that of before."""
    return any(
        _number(word.strip(",.")) == old.amount.number
        for new, old in ((one, other), (other, one))
        for found in _BEFORE_IT.finditer(sources[new.source].text, new.start, new.end)
        for word in found.group().split()
    )


def _number(word: str) -> float:
    """The whole number that a word is, in figures or letters; -1 of any other word."""
    digits = word.replace(",", "")
    if digits.isdecimal():
        return float(digits)
    parts = word.lower().split("-")
    known = [ONES.get(part) or TENS.get(part) for part in parts]
    return float(sum(filter(None, known))) if all(known) else -1.0


def _of_one_quake(one: Source, other: Source) -> bool:
    """Whether two reports may be of one earthquake, by the magnitudes that they open with."""
    mine, theirs = _magnitudes(one), _magnitudes(other)
    return not (mine and theirs) or any(
        abs(left - right) <= _ONE_QUAKE for left in mine for right in theirs
    )


def _magnitudes(source: Source) -> list[float]:
    found = _MAGNITUDE.findall(opening_of(source))
    return [float("".join(parts).replace(" ", "")) for parts in found]


def _parts(tolls: Sequence[Toll]) -> Iterator[tuple[float, float]]:
    """Parts and their sum: “22 in one town and nine in the other” makes 22 and nine parts of 31."""
    by_sentence: defaultdict[int, list[float]] = defaultdict(list)
    for toll in tolls:
        by_sentence[toll.start].append(toll.amount.number)
    for numbers in by_sentence.values():
        yield from ((number, sum(numbers)) for number in numbers)


def _numbers(one: Toll, other: Toll) -> tuple[float, float]:
    low, high = sorted((one.amount.number, other.amount.number))
    return low, high


def _comparable(one: Toll, other: Toll) -> bool:
    """Whether both count the same people, harmed by the same cause as far as is said."""
    if {one.people, other.people} == {People.CIVILIANS, People.FIGHTERS}:
        return False
    fewer, more = sorted((one, other), key=lambda toll: toll.amount.number)
    if fewer.people is People.FIGHTERS and more.people is People.ALL:
        return False  # The soldiers may be among the people.
    if more.overall and not fewer.overall and more.amount.number > _WHOLE * fewer.amount.number:
        return False  # The storm killed more than died in one house.
    return not one.causes or not other.causes or not one.causes.isdisjoint(other.causes)


def _names(toll: Toll, source: Source) -> set[str]:
    """The names in the sentence that gives the toll, in the title and in the first words."""
    words = f"{opening_of(source)}\n{source.text[toll.start : toll.end]}"
    return set(_NAME.findall(words)) - CALENDAR


def _same(one: Toll, other: Toll) -> bool:
    """Whether both can be true of one count."""
    low, high = sorted((one.amount, other.amount), key=lambda amount: amount.number)
    if low.number == high.number or rounds(low, high.number) or rounds(high, low.number):
        return True
    near = high.number <= low.number * NEAR
    if low.bound in (Bound.AT_LEAST, Bound.ABOUT) or high.bound in (Bound.AT_MOST, Bound.ABOUT):
        return near
    rounded = any(amount.number % _ROUND == 0 for amount in (low, high))
    return near and rounded and high.number - low.number < _ROUND / 2


def _conflict(harm: Harm, given: Sequence[Toll], sources: Mapping[str, Source]) -> Conflict:
    by_value: dict[float, list[Toll]] = {}
    for toll in given:
        by_value.setdefault(toll.amount.number, []).append(toll)
    positions = tuple(
        Position(
            _value(tolls[0], sources),
            *_words(tolls, sources),
        )
        for _, tolls in sorted(by_value.items())
    )
    return Conflict(f"How many were {harm.value}", positions, (_because(given),))


def _words(
    tolls: Sequence[Toll], sources: Mapping[str, Source]
) -> tuple[Excerpt, tuple[Excerpt, ...]]:
    first, *others = (Excerpt.cut(sources[toll.source], toll.start, toll.end) for toll in tolls)
    return first, tuple(others)


def _value(toll: Toll, sources: Mapping[str, Source]) -> str:
    words = sources[toll.source].text[toll.amount.start : toll.amount.end]
    return " ".join(words.split())


def _because(given: Sequence[Toll]) -> str:
    return f"{len(given)} reports of one event give it, and not the same"
