"""Sentences with exact offsets: sentencex finds the boundaries, a thin layer mends news prose.

sentencex keeps a quotation of several sentences whole and survives “U.S. officials” and “$14.9
billion”. What it splits wrongly in news prose, `_belongs_before` joins again.
"""

import re

from sentencex import get_sentence_boundaries

# A stop that ends an abbreviation which cannot end a sentence before what follows it.
_OPEN_ABBREVIATION = re.compile(
    r"\b(?:Ft|Vol|No|Nos|pp?|pts?|approx|Corps|Adm|Gen|Lt|Col|Maj|Capt|Cmdr|Sgt|Sen|Rep|Gov|Amb|"
    r"Messrs|Mr|Mrs|Ms|Dr|Prof|Rev|Hon|vs?|cf|ca|est|Mt|St|[A-Z])\.$"
)
_CLOCK = re.compile(r"\b[ap]\.m\.$")
_AFTER_CLOCK = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:GMT|UTC|EST|EDT|CET|JST|ET|PT)\b|local\b"
)

_BLANK = (
    " \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200a\u2028\u2029\u202f\u205f\u3000\u200b\u2060\ufeff"
)
"""White space, and what takes no place at the end of words."""


def sentences(
    text: str, start: int = 0, end: int | None = None, language: str = "en"
) -> tuple[tuple[int, int], ...]:
    """Half-open ranges of the sentences in `text[start:end]`, trimmed of white space.

    Offsets are code points of `text`; every character that is not white space (or a space without
    width) lies in exactly one range. Call it a paragraph at a time: a quotation that is never
    closed then ends with its paragraph.
    """
    end = len(text) if end is None else end
    part = text[start:end]
    ranges: list[tuple[int, int]] = []
    for found in get_sentence_boundaries(language, part):
        words = part[found["start_index"] : found["end_index"]]
        left = start + found["start_index"] + len(words) - len(words.lstrip(_BLANK))
        right = left + len(words.strip(_BLANK))
        if left == right:
            continue
        if ranges and _belongs_before(text[ranges[-1][0] : ranges[-1][1]], text[left:right]):
            left = ranges.pop()[0]
        ranges.append((left, right))
    return tuple(ranges)


def _belongs_before(before: str, after: str) -> bool:
    """Whether the boundary between two neighbours is none."""
    tail = before[-24:]
    if after[0].islower() and not before.endswith(("!", "?")):
        return True
    if not any(character.isalnum() for character in after):
        return True
    if _CLOCK.search(tail):
        return _AFTER_CLOCK.match(after) is not None
    return _OPEN_ABBREVIATION.search(tail) is not None
