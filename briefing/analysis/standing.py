"""Whether words stand by themselves: can a reader understand them without what came before?"""

import re

from msgspec import Struct

# A first word that points back at something the reader does not see.
_POINTS_BACK = re.compile(
    r"(?:He|She|They|It|This|That|These|Those|His|Her|Their|Its|Such|Both|One|Another|Others?|"
    r"Some of|Each|Neither|Either|Here|There|Then|So|Thus|Therefore|Hence|Otherwise|Likewise|"
    r"Similarly|For (?:example|instance)|As a result|In (?:turn|response|contrast)|By contrast|"
    r"On the other hand|According to (?:him|her|them))\b"
)
# A first word that only ties the sentence to the one before.
_TIES_BACK = re.compile(
    r"(?:But|And|Or|Yet|Still|Instead|However|Nevertheless|Nonetheless|Moreover|Furthermore|Also|"
    r"Besides|Additionally|Meanwhile|Afterwards?|Later|Earlier|Unusually|In addition|Of course|"
    r"That said|At the same time)\b"
)
_QUOTED_BACK = re.compile(r"[\"“‘'](?:He|She|They|It|This|That|These|Those|But|And|So)\b")
_PRONOUN = re.compile(r"\b(?:he|she|they|it|his|her|their|him|them|its)\b", re.IGNORECASE)
_DEFINITE = re.compile(
    r"[\"“‘']*The (?:move|plan|deal|agreement|agreements|change|changes|decision|announcement|"
    r"proposal|proposals|model|leaders|former|latter|specifics|statement|pact|shift|measure|"
    r"measures|country|countries|group|company|bill|law|report|visit|meeting|summit|pair|two|"
    r"three|upgrade|step|steps|official|officials|initiative|initiatives)\b"
)
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
    first_clause = re.split(r"[,;:—–]", text, maxsplit=1)[0]
    if _POINTS_BACK.match(text):
        return 0.0
    if _TIES_BACK.match(text):
        return 0.6
    if _QUOTED_BACK.match(text):
        return 0.55
    if _DEFINITE.match(text):
        return 0.8
    if text[0].islower() or text.startswith("("):
        return 0.4
    return 0.75 if _PRONOUN.search(first_clause) else 1.0


def _closing_factor(text: str) -> float:
    end = text.rstrip("\"'”’)]")
    if not end or end[-1] not in ".!?…":
        return 0.4
    if end[-1] == "?":
        return 0.7
    opened = text.count("“") - text.count("”")
    return 0.9 if opened or text.count('"') % 2 else 1.0
