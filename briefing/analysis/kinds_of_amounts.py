"""Amounts that are no rivals: a poll’s and a count’s, a part and the whole, a fine and damages."""

from briefing.text.lazy import Lazy
from briefing.text.numbers import MEASURES, Amount

_NOT_ALL = Lazy(
    r"\b(?:exit polls?|polls?|surveys?|projections?|projected|partial|preliminary|so far|"
    r"early (?:results|returns|counts?)|"
    r"(?:ballots?|votes?|precincts?|districts) (?:were |had been )?counted)\b"
)
"""A poll and a count, a count of some and that of all, give two amounts of what is called alike."""
_FURTHER = Lazy(r"\b(?:first|initially|another|additional|extra|further)(?: [a-z]+){0,2} [$€£¥]?$")
_MORE = Lazy(r"\b(?:more|additional|extra|further|others?)\b(?! than)")
_FURTHER_REACH, _MORE_REACH = 40, 10
"""Beside an amount that is but a part of all, or comes on top of it."""
_SORT = Lazy(r" in (?!cash\b|all\b|total\b|value\b|size\b)([a-z]{3,})(?= |[.,;]|$)")
"""Behind a sum, what it is for: “$17 million in damages”."""


def of_another_kind(one: tuple[str, Amount], other: tuple[str, Amount]) -> bool:
    """Whether of two amounts with their sentences only one is a poll’s, a part, or for something named."""
    if (_NOT_ALL.search(one[0]) is None) != (_NOT_ALL.search(other[0]) is None):
        return True
    return (
        _is_further(*one) != _is_further(*other)
        or _is_for_another(*one, other[0])
        or _is_for_another(*other, one[0])
    )


def _is_further(text: str, amount: Amount) -> bool:
    """Whether it is said to be a part or to come on top: “first 300”, “another 300”, “300 more”."""
    lead = text[max(0, amount.start - _FURTHER_REACH) : amount.start]
    behind = text[amount.start : amount.end + _MORE_REACH]
    return _FURTHER.search(lead) is not None or _MORE.search(behind) is not None


def _is_for_another(text: str, amount: Amount, other: str) -> bool:
    """Whether a sum is said to be for what the `other` sentence does not name."""
    found = _SORT.match(text, amount.end)
    return amount.unit in MEASURES and found is not None and found[1] not in other
