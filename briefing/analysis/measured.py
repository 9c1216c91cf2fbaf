"""Of what an amount is, by the words that stand beside it."""

import re

from briefing.analysis.body import Said
from briefing.text.lazy import Lazy
from briefing.text.numbers import MEASURES, Amount
from briefing.text.times import DAYS, MONTHS
from briefing.text.variants import compared_stems
from briefing.text.words import stem

_BESIDE = 4
"""Words of meaning on either side of an amount that say what it is."""
_REACH = 80
_ENDED = (".", "!", "”", '"', "’", "?", "…", ":", ";", ")", "»", "'")
"""How a sentence ends that is no line of a list."""
_LEAST_TOLD = 3
"""Fewest words besides amounts that tell of what a figure is."""
_MEASURING = frozenset(
    stem(word)
    for word in "percent per cent million billion trillion hundred thousand dollars people number "
    "average total nearly almost least roughly estimated annual annually".split()
)
"""Stems beside an amount that do not say of what it is."""
_WHOLE = frozenset(
    stem(word) for word in (*DAYS, *MONTHS, *"imports imported goods products everything".split())
)
"""Stems of what says nothing of which thing it is: when, and that it is a thing."""
_OF = re.compile(
    r" of (?:the |its |their )?(?P<of>[A-Z]{2,}(?![\w’'])"
    r"|(?!(?:the|its|their|his|her|our|those|these|that|this|them|all|it)\b)[a-z]+(?:-[a-z]+)*(?![\w’'])"
    r"(?! [a-z-]+[’']s\b)"
    r"(?: (?!(?:in|on|at|to|for|from|and|or|that|who|which|do|does|are|is|was|were|have|had|has|with|by|as|"
    r"than|will|said|[a-z]+ing)\b)[a-z]+(?:-[a-z]+)*(?![\w’']))?)"
)
_NOT_OF = (
    r"(?!(?:and|or|but|that|which|who|while|as|if|when|after|before|in|on|at|to|by|from|until|unless|with|"
    r"will|would|is|are|was|were|has|have|had|could|may|might|said|says|beginning|starting|effective)\b)"
)
_WORDS = rf"{_NOT_OF}[$€£¥]?[\w’'.-]+(?:,? (?:(?:and|or) )?{_NOT_OF}[\w’'-]+){{0,7}}"
_THING = rf"(?P<thing>{_WORDS})(?: from (?P<place>{_WORDS}))?"
_BEHIND = Lazy(rf"[ -](?:[a-z][\w-]* ){{1,3}}(?:on|in) {_THING}")
_BEFORE = Lazy(
    rf"\b(?:tariffs?|dut(?:y|ies)|tax(?:es)?|lev(?:y|ies)|rates?|sales|prices?|stakes?|shares?|spending|support"
    rf"|turnout) (?:on|in|for|of) {_THING}(?: (?:was|were|is|are|rose|fell|stood))?"
    r"(?: (?:of|to|at|by))?(?: a| about)? $"
)
_LEAD = 110
_NUMBER = re.compile(r"\d[\d.,]*(?<![.,])")


def stems_beside(text: str, amount: Amount) -> frozenset[str]:
    """The stems of the words of meaning nearest to an amount that say of what it is."""
    before = compared_stems(text[max(0, amount.start - _REACH) : amount.start])[-_BESIDE:]
    behind = compared_stems(text[amount.end : amount.end + _REACH])[:_BESIDE]
    return frozenset(
        word for word in (*before, *behind) if not word[0].isdigit() and word not in _MEASURING
    )


def things_of(text: str, amount: Amount) -> frozenset[str]:
    """The stems of what a share or a sum is on or in: “25 percent tariffs on steel”; empty if unsaid."""
    if amount.unit not in MEASURES:
        return frozenset()
    found = _BEHIND.match(text, amount.end) or _BEFORE.search(
        text[max(0, amount.start - _LEAD) : amount.start]
    )
    if found is None:
        return frozenset()
    if numbers := _NUMBER.findall(found["thing"]):
        return frozenset(numbers)  # “Tariffs on $50bn of goods” are none on $200bn of them.
    things = frozenset(compared_stems(found["thing"])) - _WHOLE
    # “All goods from Canada” are told from others by the land alone.
    return things or frozenset(compared_stems(found["place"] or "")) - _WHOLE


def subject_of(text: str, amount: Amount) -> str | None:
    """What a share or a sum is of, as written: “2% of GDP”; what is counted, of a count."""
    if amount.unit in MEASURES:
        after = _OF.match(text, amount.end)
        return after["of"] if after else None
    return amount.unit


def tells_of_what(said: Said) -> bool:
    """Whether a sentence says by itself of what its amounts are: no line of a list, no bare price."""
    signs = said.signs
    if not signs.opening or signs.furniture or not said.text.endswith(_ENDED):
        return False
    of_amounts = sum(len(said.text[one.start : one.end].split()) for one in said.amounts)
    return signs.words - of_amounts >= _LEAST_TOLD
