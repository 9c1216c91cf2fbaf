"""What amounts are together: the two ends of a range (“2% to 5%”), or what goes over a time."""

import re

from briefing.text.lazy import Lazy
from briefing.text.numbers import Amount

_REACH = 20
"""Characters before an amount in which “between” stands."""
_BY = Lazy(
    r"\b(?:by|up|down|r[io]se|f[ae]ll|grew|grow|jumped|climbed|dropped|slid|slipped|declined|increased?|gained|"
    r"edged|surged|plunged|decreased?) $"
)
"""Before a change and what it led to: “rose by 4 percentage points to 52 percent” is no range."""
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
TO = (" to ", "-", "–", " bis ", " à ", " a ", " tot ", " do ", " до ", " till ", " til ")
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
