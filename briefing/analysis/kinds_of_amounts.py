"""Amounts that are no rivals: a poll’s and a count’s, a part and the whole, a fine and damages.

And years that are a figure: those to which somebody is sentenced.
"""

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from briefing.text.lazy import Lazy
from briefing.text.numbers import MEASURES, Amount

_NOT_ALL = Lazy(
    r"\b(?:exit polls?|polls?|surveys?|projections?|projected|partial|preliminary|so far|"
    r"early (?:results|returns|counts?)|"
    r"(?:ballots?|votes?|precincts?|districts) (?:were |had been )?counted)\b"
)
"""A poll and a count, a count of some and that of all, give two amounts of what is called alike."""
_OF_ALL = Lazy(
    r"\b(?:a total of|in total|so far|thus far|to date|in all|altogether|combined|overall)\b",
    re.IGNORECASE,
)
"""One of several operations, and all of them."""
_LACKING = Lazy(r" (?:shy|short|away|fewer|less|too)\b")
"""Behind an amount that is what something lacks: “29 delegates shy of the number”."""
_FURTHER = Lazy(r"\b(?:first|initially|another|additional|extra|further)(?: [a-z]+){0,2} [$€£¥]?$")
_MORE = Lazy(r"\b(?:more|additional|extra|further|others?)\b(?! than)")
_FURTHER_REACH, _MORE_REACH = 40, 10
"""Beside an amount that is but a part of all, or comes on top of it."""
_SORT = Lazy(r" in (?!cash\b|all\b|total\b|value\b|size\b)([a-z]{3,})(?= |[.,;]|$)")
"""Behind a sum, what it is for: “$17 million in damages”."""

IN_PRISON = " in prison"
"""How the unit of a term of imprisonment ends."""
_TERM = Lazy(r" (?:in (?:(?:a|federal|state) )?(?:(?:[a-z]+ )?prison|jail)|behind bars)\b")
_SENTENCED = Lazy(r"\b(?:sentenced|jailed|imprisoned|(?:got|received|given))\b")
_NOT_YET = Lazy(
    r"\b(?:fac(?:e[sd]?|ing)|up to|maximum|minimum|could|may|might|would|carr(?:y|ies)|sought|seek\w*|"
    r"asked|recommend\w*|guidelines|already|served?|serving|suspended|plea|least)\b"
)
"""Beside a term that is none to which somebody is sentenced, or not the whole of it."""


def with_terms(text: str, amounts: Iterable[Amount]) -> Iterator[Amount]:
    """`amounts` of a sentence, years and months in prison with what they are."""
    for amount in amounts:
        term = amount.unit in ("years", "months") and _TERM.match(text, amount.end)
        if term:
            yield replace(amount, unit=amount.unit + IN_PRISON, end=term.end())
        else:
            yield amount


def of_another_kind(one: tuple[str, Amount], other: tuple[str, Amount]) -> bool:
    """Whether of two amounts with their sentences only one is a poll’s, a part, or for something named."""
    if one[1].unit.endswith(IN_PRISON) and not all(
        _SENTENCED.search(text) and not _NOT_YET.search(text) for text, _ in (one, other)
    ):
        return True
    if (_NOT_ALL.search(one[0]) is None) != (_NOT_ALL.search(other[0]) is None):
        return True
    if (_OF_ALL.search(one[0]) is None) != (_OF_ALL.search(other[0]) is None):
        return True
    if (_LACKING.match(one[0], one[1].end) is None) != (
        _LACKING.match(other[0], other[1].end) is None
    ):
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
