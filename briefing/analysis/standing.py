"""Whether words stand by themselves: can a reader understand them without what came before?"""

import re

from msgspec import Struct

from briefing.text.lazy import Lazy

_FIRST = re.compile(r"\w+")
# A first word that points back at something the reader does not see.
_POINT_BACK = frozenset(
    "He She They It This That These Those His Her Their Its Such Both One Another Other Others Each "
    "Neither Either Here There Then So Thus Therefore Hence Otherwise Likewise Similarly".split()
)
_POINTING_BACK = Lazy(
    r"(?:Some of|For (?:example|instance)|As a result|In (?:turn|response|contrast)|By contrast|"
    r"On the other hand|According to (?:him|her|them))\b"
)
_MAY_POINT_BACK = frozenset("Some For As In By On According".split())
# A first word that only ties the sentence to the one before.
_TIE_BACK = frozenset(
    "But And Or Yet Still Instead However Nevertheless Nonetheless Moreover Furthermore Also Besides "
    "Additionally Meanwhile Afterward Afterwards Later Earlier Unusually".split()
)
_TYING_BACK = tuple(
    words + behind
    for words in ("In addition", "Of course", "That said", "At the same time")
    for behind in (" ", ",")
)
_QUOTED_BACK = frozenset("He She They It This That These Those But And So".split())
_PRONOUNS = frozenset("he she they it his her their him them its".split())
_DEFINITE = frozenset(
    "move plan deal agreement agreements change changes decision announcement proposal proposals model "
    "leaders former latter specifics statement pact shift measure measures country countries group "
    "company bill law report visit meeting summit pair two three upgrade step steps official "
    "officials initiative initiatives".split()
)
_MARKS = "\"“‘'"
_CLAUSE_END = re.compile(r"[,;:—–]")
_FIGURE = re.compile(
    r"[$€£¥]\s?\d|\d[\d.,]*\s?(?:%|per ?cent|percent|km|kilomet|miles?|billion|million|trillion|"
    r"troops|soldiers|ships|tons?|tonnes|years?|people)|\b(?:19|20)\d\d\b"
)
_NAME_PAIR = re.compile(r"\b[A-Z][a-z]+ (?:[A-Z]\. )?[A-Z][a-z]+")

SHORTEST = 8
"""Fewest words an excerpt may have and still be weighed in full."""
LONGEST = 95
"""Most words an excerpt may have and still be weighed in full."""


class Standing(Struct, frozen=True):
    """How well words stand by themselves (0 to 1), what they bring, and why, in words."""

    factor: float
    because: tuple[str, ...]


def judge(text: str, words: int) -> Standing:
    """Judge the candidate `text` of `words` words."""
    factor = _length_factor(words) * _opening_factor(text) * _closing_factor(text)
    because: list[str] = []
    if _FIGURE.search(text):
        factor *= 1.12
        because.append("gives figures or dates")
    if _NAME_PAIR.search(text):
        factor *= 1.05
        because.append("names names")
    return Standing(factor, tuple(because))


def _length_factor(words: int) -> float:
    if words < SHORTEST:
        return 0.35
    if words > LONGEST:
        return max(0.2, LONGEST / words - 0.25)
    return 1.0


def _opening_factor(text: str) -> float:
    first = _first_word(text)
    if first in _POINT_BACK or (first in _MAY_POINT_BACK and _POINTING_BACK.match(text)):
        return 0.0
    if first in _TIE_BACK or text.startswith(_TYING_BACK):
        return 0.6
    if text[0] in _MARKS and _first_word(text[1:]) in _QUOTED_BACK:
        return 0.55
    bare = text.lstrip(_MARKS)
    if bare.startswith("The ") and _first_word(bare[4:]) in _DEFINITE:
        return 0.8
    if text[0].islower() or text.startswith("("):
        return 0.4
    first_clause = _CLAUSE_END.split(text, maxsplit=1)[0].lower()
    return 1.0 if _PRONOUNS.isdisjoint(_FIRST.findall(first_clause)) else 0.75


def _first_word(text: str) -> str:
    found = _FIRST.match(text)
    return found[0] if found else ""


def _closing_factor(text: str) -> float:
    end = text.rstrip("\"'”’)]")
    if not end or end[-1] not in ".!?…":
        return 0.4
    if end[-1] == "?":
        return 0.7
    opened = text.count("“") - text.count("”")
    return 0.9 if opened or text.count('"') % 2 else 1.0
