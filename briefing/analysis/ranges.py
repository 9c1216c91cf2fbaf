"""Amounts that are the two ends of a range: “2% to 5%”, “zwischen 2 und 5 Prozent”."""

import re

from briefing.text.numbers import Amount

_REACH = 20
"""Characters before an amount in which “between” stands."""
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
    return link in TO and not text[: low.start].endswith("from ")


def range_begin(text: str, low: int) -> int:
    """Where a range begins whose lower end begins at `low`: with “between”, if that stands before."""
    lead = max(0, low - _REACH)
    between = _BETWEEN.search(text[lead:low])
    return lead + between.start() if between else low
