"""Reads the toll that a report gives: how many were killed and how many injured in its event.

A toll stands beside a verb or noun of harm. Parts of a toll (“including eight children”, “22 of
them”) are no toll; what a report says further down is often about another event and is not read.
"""

import re
from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from briefing.analysis.ranges import is_former
from briefing.model.source import Kind, Segment, Source
from briefing.text.lazy import Lazy
from briefing.text.numbers import Amount, find_amounts
from briefing.text.sentences import sentences
from briefing.text.spaces import flat

OPENING = 1100
"""Characters of the body in which the toll of the report's own event is looked for."""


_REACH = 160
"""Characters before an amount that can say what it counts."""
_MOST = 60
"""Most amounts of a sentence that are looked at."""


class Harm(StrEnum):
    """What a toll counts."""

    KILLED = "killed"
    INJURED = "injured"


class People(StrEnum):
    """Whom a toll counts; tolls of different people are not compared."""

    ALL = "people"
    CIVILIANS = "civilians"
    FIGHTERS = "fighters"


class Toll(Struct, frozen=True):
    """A toll: what and whom it counts, the amount as read, and the sentence that gives it."""

    source: str
    harm: Harm
    people: People
    amount: Amount
    start: int
    end: int
    causes: frozenset[str] = frozenset()
    overall: bool = False
    """Whether it is said to be that of all places: of one of them a report may give another."""


_KILLED = (
    r"kill(?:ed|ing|s)?|dead|deaths|died|dies|die|slain|martyr(?:s|ed)?|lives|executed|perished|"
    r"massacred"
)
_INJURED = r"injur(?:ed|ing|ies|es)|wound(?:ed|ing|s)|hurt|hospitali[sz]ed"
_KILLED_IN = Lazy(_KILLED)
_OF_HARM = (
    "kill dead death die slain martyr lives executed perished massacred injur wound hurt hospitali "
    "toll claim"
).split()
"""Letters of which some stand wherever harm is told."""
_HARM = Lazy(rf"\b(?:{_KILLED}|{_INJURED}|toll|claim)", re.IGNORECASE)
_BEFORE = Lazy(
    rf"\b(?:(?P<killed>(?:{_KILLED})(?: and (?:{_INJURED}))?|(?:death )?toll\b[^.;]{{0,90}}?"
    rf"(?:to|at|of|reach(?:ed|es)|hits?|is|was|as)|lea(?:ves|ving|ft)|claim(?:ed|s|ing)?(?: the lives of)?)"
    rf"|(?P<injured>{_INJURED}))(?: (?:a|an|another|some|the|of|its|total|further|other|"
    r"civilians|people)){0,3} ?$",
    re.IGNORECASE,
)
_BEHIND = Lazy(
    r"(?:(?! (?:and|but|while|including|among|who|when|after|killing|wounding|injuring)\b)"
    r" [\w’'()-]+){0,6}?(?:,? (?:including|among them)(?: (?:at least|about))?(?: [\w-]+){1,4}?,?)?"
    rf" (?:(?P<killed>{_KILLED})|(?P<injured>{_INJURED}))\b",
    re.IGNORECASE,
)
_OR_ELSE = Lazy(
    r",?(?: (?:wounded|injured|hurt),?)? or (?:(?:were|are) )?(?:wounded|injured|hurt|missing|captured)\b",
    re.IGNORECASE,
)
"""Behind a verb of harm: “killed or wounded” counts neither the killed nor the wounded."""
_LEFT = Lazy(r"^lea(?:ves|ving|ft)", re.IGNORECASE)
# What did the harm: tolls of a mine and of an air raid are not tolls of one event.
_CAUSES = {
    name: Lazy(rf"\b(?:{words})\b", re.IGNORECASE)
    for name, words in {
        "bombardment": r"(?:air|jet|plane|drone|missile)[ -]?(?:strikes?|raids?)|raids?|strikes?|"
        r"airstrikes?|shell(?:ing|ed|s)|bombard\w*|barrel bombs?|missiles?|rockets?|warplanes?|jets",
        "bomb": r"suicide|car[ -]bomb\w*|bomb(?:er|ing|ings|s)?|blasts?|explosi\w+|exploded|detonat\w+",
        "mine": r"(?:land ?)?mines?",
        "fighting": r"clash(?:es)?|fighting|battles?|ambush\w*|firefight\w*|offensive",
        "crash": r"crash\w*|collision|collided|derail\w*|capsiz\w*|sank",
        "nature": r"(?:earth)?quakes?|tsunami|floods?|flooding|\w*storms?|hurricane|typhoon|cyclone|"
        r"landslides?|avalanche|eruption|tornado(?:es)?|heat ?wave",
        "fire": r"fire(?!d)|blaze|wildfires?",
        "shooting": r"shootings?|gunm[ae]n|shot|gunfire|sniper",
        "illness": r"virus|outbreak|epidemic|cholera|ebola|covid\S*|coronavirus|flu|poison\w*",
    }.items()
}
_PART = Lazy(
    r"\b(?:including|among (?:them|those|whom)|of them|comprising)\b[^.;]{0,40}$", re.IGNORECASE
)
_OF_THEM = Lazy(
    r" (?:of (?:them|whom|(?:at least )?(?:\d|two|three|four|five|six|seven|eight|nine|ten)\b|"
    r"the (?:\d[\d,]*|dead|victims|wounded|injured))\b|were among\b)",
    re.IGNORECASE,
)
_NO_TOLL_BEFORE = Lazy(
    r"(?:\b(?:mother|father|parent|mom|mum|dad|couple|one|widow|widower) of|\d\.) $", re.IGNORECASE
)
"""“A mother of two died”; and where a text has spaces in its numbers, a part of one is none."""
_NUMBER_GOES_ON = Lazy(r"[.,] \d{3}\b| ?- ?(?:year|magnitude)\b")
_FEARED = Lazy(r"\b(?:feared|presumed|believed|thought)\b", re.IGNORECASE)
"""Before “dead”: nobody has counted them yet."""
_OVERALL = Lazy(
    r"\b(?:overall|nationwide|worldwide|combined|statewide|across the (?:country|state|region|world))\b",
    re.IGNORECASE,
)
_ADDED = Lazy(r"(?: (?![a-z]+ed )[\w’'-]+)?,? and ")
"""Between two amounts of one sum: “one Australian and one English climber have fallen”."""
_SUBSET = Lazy(
    r"\b(?:child(?:ren)?|kids?|boys?|girls?|women|woman|men|medics?|doctors?|nurses?|teachers?|"
    r"students?|pupils?|journalists?|babies|infants?|relief workers|aid workers|elderly|families|"
    r"commanders?|officers?)\b",
    re.IGNORECASE,
)
_FIGHTERS = Lazy(
    r"\b(?:rebels?|soldiers?|fighters?|militants?|terrorists?|troops?|insurgents?|gunmen|loyalists?|"
    r"militia(?:men)?|police(?:men)?|forces|jihadis(?:ts)?|troopers?|personnel)\b",
    re.IGNORECASE,
)
_CIVILIANS = Lazy(r"\b(?:civilians?|residents?|villagers?|evacuees?)\b", re.IGNORECASE)
_OTHER_UNIT = Lazy(
    r"\b(?:years?|months?|weeks?|days?|hours?|minutes?|kilomet(?:er|re)s?|miles?|km|attacks?|raids?|"
    r"strikes?|airstrikes?|bombs?|rockets?|shells?|missiles?|times|percent|villages?|towns?|buses|"
    r"vehicles?|tanks?|homes?|houses?|buildings?|countries|states|governments?|bullets?|shots?|"
    r"rounds?)\b",
    re.IGNORECASE,
)


def find_tolls(source: Source) -> tuple[Toll, ...]:
    """The tolls in the title and the opening of `source`, in that order."""
    text = flat(source.text)
    return tuple(
        toll
        for start, end in _opening(source, text)
        for toll in _of_sentence(source.id, text, start, end)
    )


def main_tolls(source: Source) -> dict[Harm, tuple[Toll, ...]]:
    """For each harm the toll that the report gives first, and what it says of it otherwise."""
    found: dict[Harm, tuple[Toll, ...]] = {}
    for toll in find_tolls(source):
        known = found.get(toll.harm, ())
        found[toll.harm] = (*known, toll)
    return found


def _opening(source: Source, text: str) -> Iterator[tuple[int, int]]:
    """The sentences of the title and of the opening of the body."""
    titles = [part for part in source.segments if part.kind is Kind.TITLE]
    for part in titles[:1]:
        yield part.start, part.end
    left = OPENING
    for part in source.body():
        if left <= 0:
            return
        yield from _within(text, part, part.start + left)
        left -= part.end - part.start


def _within(text: str, part: Segment, limit: int) -> Iterator[tuple[int, int]]:
    small = text[part.start : part.end].lower()
    if not any(map(small.__contains__, _OF_HARM)):
        return
    for start, end in sentences(text, part.start, part.end):
        if start < limit:
            yield start, end


def _of_sentence(source: str, text: str, start: int, end: int) -> Iterator[Toll]:
    if not _HARM.search(text, start, end):
        return
    amounts = [one for one in find_amounts(text, start, end) if one.unit != "%" and one.number > 0]
    causes = frozenset(name for name, words in _CAUSES.items() if words.search(text, start, end))
    overall = _OVERALL.search(text, start, end) is not None
    addend: Amount | None = None
    for before, amount in zip([None, *amounts], amounts[:_MOST], strict=False):
        harm = _harm(text, start, end, amount)
        added = addend is not None and _ADDED.fullmatch(text, addend.end, amount.start)
        addend = amount if (harm is None and _counts_people(amount)) or added else None
        if harm is None or added or _is_part(text, start, amount):
            continue
        if is_former(text, amount, before):
            continue
        people = _people(amount.unit, text[amount.end : amount.end + 24])
        yield Toll(source, harm, people, amount, start, end, causes, overall)


def _harm(text: str, start: int, end: int, amount: Amount) -> Harm | None:
    number_end = amount.end - len(amount.unit)
    if not _counts_people(amount):
        return None
    before = _BEFORE.search(text[max(start, amount.start - _REACH) : amount.start])
    if before and not _LEFT.match(before.group()):
        return Harm.INJURED if before["injured"] else Harm.KILLED
    behind = _BEHIND.match(text, number_end - (text[number_end - 1] == " "), end)
    if behind is None or _OR_ELSE.match(text, behind.end(), end) or _FEARED.search(behind.group()):
        return None
    return Harm.KILLED if behind["killed"] else Harm.INJURED


def _counts_people(amount: Amount) -> bool:
    return not _OTHER_UNIT.search(amount.unit) or _KILLED_IN.search(amount.unit) is not None


def _is_part(text: str, start: int, amount: Amount) -> bool:
    """Whether the amount is a part of another one, of one sort of people only, or counts no dead."""
    if _NO_TOLL_BEFORE.search(text, max(start - 3, 0, amount.start - _REACH), amount.start):
        return True
    if _NUMBER_GOES_ON.match(text, amount.end - len(amount.unit)):
        return True
    if _SUBSET.search(amount.unit) or _SUBSET.match(text[amount.end : amount.end + 12].lstrip()):
        return True
    if _OF_THEM.match(text, amount.end) and not amount.unit.endswith("dead"):
        return True
    return _PART.search(text[max(start, amount.start - _REACH) : amount.start]) is not None


def _people(unit: str, behind: str) -> People:
    words = f"{unit}{behind}"
    if _FIGHTERS.search(unit) or (not unit and _FIGHTERS.match(behind.lstrip())):
        return People.FIGHTERS
    return People.CIVILIANS if _CIVILIANS.search(words) else People.ALL
