"""What amounts are together: the two ends of a range (“2% to 5%”), or what goes over a time."""

import re

from briefing.text.lazy import Lazy
from briefing.text.numbers import MEASURES, Amount

_REACH = 20
"""Characters before an amount in which “between” stands."""
_BY = Lazy(
    r"\b(?:by|up|down|r[io]se|f[ae]ll|grew|grow|jumped|climbed|dropped|slid|slipped|declined|increased?|gained|"
    r"edged|surged|plunged|decreased?) $"
)
"""Before a change and what it led to: “rose by 4 percentage points to 52 percent” is no range."""
_GREW = (
    r"(?:up|down|higher|lower|increased?|increases|decreased?|decreases|declined?|declines|rise|rises|rose|"
    r"risen|rising|grew|grown|grows|growing|shrank|shrunk|unchanged)"
)
_MOVED = (
    r"(?:f[ae]ll|falls|fallen|falling|jump(?:ed|s)?|climb(?:ed|s)?|drop(?:ped|s)?|slid|slipped|gained|edged|"
    r"surged?|surges|plunged?|plunges|dipped|cuts?|raised?|raises|lowered|lowers|reduced?|trimmed|revised|"
    r"changed?|soared|tumbled)"
)
_WAS = r"(?: (?:up|down|\w+ly))? from (?:(?:an?|the|its|their|just|only|a record) )?$"
_GREW_FROM, _MOVED_FROM = Lazy(rf"\b{_GREW}{_WAS}"), Lazy(rf"\b{_MOVED}{_WAS}")
"""Before what an amount was: “14 percent, up from 13.2 percent”. People and things fall from roofs too."""
_FORMER_REACH = 44
_HELD_AGAINST = Lazy(
    r"\b(?:from|(?:compared|versus|against)(?: with| to)?) (?:an? |the |just |only )?$"
)
_EARLIER = Lazy(
    r",? (?:\w+ (?:week|month|quarter|year|decade)s? (?:ago|earlier|before|previously)\b"
    r"|(?:in )?(?:the )?(?:last|previous|prior|same|year-ago|year-earlier) \w+)"
)
"""Behind what an amount was: “compared with 13.2 percent a year earlier”."""
_GIVEN_FIRST = Lazy(
    r"\b(?:initially|originally|previously|formerly)(?: been)? (?:(?:put|set|estimated|expected|forecast|"
    r"projected|thought|believed|feared|said)\b[^.;,\d]{0,40}|[a-z]+ed [^.;,\d]{2,40})[$€£¥]?$"
    r"|\b(?:initial|original|previous|earlier|prior) (?:[a-z]+ )?(?:estimates?|forecasts?|tolls?|figures?|"
    r"counts?|guidance|outlook|targets?|projections?|reports?|tall(?:y|ies))\b[^.;,\d]{0,40}[$€£¥]?$"
)
"""Before what was said at first: “initially put at 20”, “a previous forecast of $3 billion”."""
_FIRST_SIGNS = ("initial", "origina", "previou", "formerl", "earlier", "prior")
_FIRST_REACH = 90
CORRECTED = Lazy(
    r"\b(?:earlier|previous|original|first) version of th(?:is|e) (?:article|story|report|post)\b|"
    r"\b(?:misstated|misreported|(?:incorrectly|wrongly|mistakenly) (?:said|stated|reported|gave))\b"
)
"""What says so takes a figure back."""
SPAN = Lazy(
    r"\b(?:past|last|previous|preceding|first|next) (?:\w+ )?(?:days?|weeks?|months?|quarters?|years?)\b"
    r"|\b(?:an?|per|each|every) (?:hour|day|week|month|quarter|year)\b"
    r"|\b(?:hour|dai|week|month|quarter|year|annual)ly\b|\bannual\b"
)
"""A stretch of time that an amount goes over: that of a month is not that of twelve."""
_BETWEEN = re.compile(
    r"(?:between|zwischen|entre|tra|fra|tussen|mellan|mellem|między|между) $", re.IGNORECASE
)
_AND = frozenset(f" {word} " for word in "and und et y e en och og a и".split())
TO = (" to ", " or ", "-", "–", " bis ", " à ", " a ", " tot ", " do ", " до ", " till ", " til ")
"""What stands between the ends of a range."""


def is_range(text: str, low: Amount, high: Amount) -> bool:
    """Whether two amounts are the ends of a range: “2% to 5%”, “between 2% and 5%”."""
    link = text[low.end : high.start]
    if low.unit not in ("", high.unit):
        return False
    if link in _AND and range_begin(text, low.start) < low.start:
        return True
    if low.unit and _BY.search(text, max(0, low.start - _REACH), low.start):
        return False
    return link in TO and not text[: low.start].endswith("from ")


def range_begin(text: str, low: int) -> int:
    """Where a range begins whose lower end begins at `low`: with “between”, if that stands before."""
    lead = max(0, low - _REACH)
    between = _BETWEEN.search(text[lead:low])
    return lead + between.start() if between else low


def is_former(text: str, amount: Amount, before: Amount | None) -> bool:
    """Whether an amount is what another was: “14%, up from 13%”, “to 14% from 13%”.

    `before` is the amount in front of it.
    """
    lead = text[max(0, amount.start - _FORMER_REACH) : amount.start]
    if _GREW_FROM.search(lead) or (amount.unit in MEASURES and _MOVED_FROM.search(lead)):
        return True
    far = text[max(0, amount.start - _FIRST_REACH) : amount.start]
    if any(sign in far for sign in _FIRST_SIGNS) and _GIVEN_FIRST.search(far):
        return True
    if _HELD_AGAINST.search(lead) and _EARLIER.match(text, amount.end):
        return True
    return (
        before is not None
        and before.unit == amount.unit
        and text[before.end : amount.start] in (" from ", ", from ")
    )
