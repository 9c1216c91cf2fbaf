"""Days that the engine spelt in English, as the person's language has them."""

import re

from briefing.words import mark, say

_MONTHS = (
    mark("January"), mark("February"), mark("March"), mark("April"), mark("May"), mark("June"),
    mark("July"), mark("August"), mark("September"), mark("October"), mark("November"),
    mark("December"),
)  # fmt: skip
_DAY = re.compile(rf"(\d\d?) ({'|'.join(_MONTHS)}) (\d{{4}})")


def day_said(text: str) -> str:
    """`12 April 2024` in the person's language; anything else as it is."""
    found = _DAY.fullmatch(text)
    if not found:
        return text
    # For translators: the first day of a month, where it is written otherwise than the others.
    day = say("1") if found[1] == "1" else found[1]
    return say("{day} {month} {year}", day=day, month=say(found[2]), year=found[3])
