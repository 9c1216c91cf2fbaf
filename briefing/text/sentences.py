"""Sentences with exact offsets: sentencex finds the boundaries, a thin layer mends news prose.

sentencex keeps a quotation of several sentences whole and survives “U.S. officials” and “$14.9
billion”. What it splits wrongly in news prose, `_belongs_before` joins again.
"""

import re

from sentencex import segment

# With a stop, these cannot end a sentence before what follows; nor can a single capital.
_ABBREVIATIONS = frozenset(
    "Ft Vol No Nos p pp pt pts approx Corps Adm Gen Lt Col Maj Capt Cmdr Sgt Sen Rep Gov Amb Messrs Mr "
    "Mrs Ms Dr Prof Rev Hon v vs cf ca est Mt St Dl Dna str Mme Mlle MM Mgr Sra Dra Dott Dipl".split()
)
_BEFORE_A_NUMBER = frozenset("ok kb Nr nr núm art Art poz pos".split())
"""What is cut short before a number in other languages: “ok. 70 osób”, “kb. 70 ember”, “Nr. 5”."""
_STATES = frozenset(
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla "
    "Ore Pa Tenn Tex Va Vt Wash Wis Wyo".split()
)
_OF_A_STATE = re.compile(
    r"(?:Gov|Sen|Rep|Lt|Attorney General|State|Governor|Senator|Secretary|Republicans?|Democrats?)\b"
)
"""Behind the short name of a state, whose they are: “Wash. Gov. Ada Moss”."""
_CLOCK = ("a.m.", "p.m.")
_AFTER_CLOCK = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:GMT|UTC|EST|EDT|CET|JST|ET|PT)\b|local\b"
)

_SITE = re.compile(r"[A-Z]{2,4}\b(?!\.)")
"""Behind a stop without a space: the end of a name such as “MLB.TV”."""

_ORDINAL = re.compile(
    r"(?:^|[\s(„»])(?:[Dd](?:er|ie|as|em|en|es)|[Ii]m|[Aa]m|[Zz]um|[Zz]ur|[Vv]om|[Bb]eim|[Ii]ns|[Aa]b|"
    r"[Ss]eit|[Bb]is|und|oder|[Ee]in(?:e[mnrs]?)?|[Jj]ede[mnrs]?|[Dd]iese[mnrs]?|"
    r"(?:[Ii]hr|[Ss]ein|[Uu]nser|[Mm]ein)(?:e[mnrs]?)?)\s\d{1,3}\.$"
)
"""A German number with a stop behind what a noun follows."""
_GERMAN_OPENERS = frozenset(
    "Der Die Das Des Dem Den Es Er Sie Wir Ich Ihr Ein Eine Einen Einem Einer Im In Am An Auf Aus Bei Mit "
    "Nach Von Vor Zu Zum Zur Für Und Aber Doch Danach Dann Auch So Damit Dabei Dort Da Denn Dies Diese "
    "Dieser Dieses Hier Wie Wer Was Wo Wann Warum Als Wenn Weil Ob Seit Bis Jetzt Nun Noch Nur Man Alle "
    "Viele Manche Jeder Beide".split()
)
"""With which a German sentence begins, and no noun does."""

_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
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
    closed then ends with its paragraph. `language` is a BCP 47 tag: “am 3. Oktober” is no end in German.
    """
    end = len(text) if end is None else end
    at = start
    ranges: list[tuple[int, int]] = []
    before = ""
    for piece in segment(language[:2], text[start:end]):
        words = piece.strip(_BLANK)
        left = at + len(piece) - len(piece.lstrip(_BLANK))
        at += len(piece)
        if not words:
            continue
        right = left + len(words)
        if ranges and (
            _belongs_before(before, words)
            or (ranges[-1][1] == left and _is_site(before, words))
            or (language.startswith("de") and _is_ordinal(before, words))
        ):
            left = ranges.pop()[0]
            words = text[left:right]
        ranges.append((left, right))
        before = words
    return tuple(ranges)


def _belongs_before(before: str, after: str) -> bool:
    """Whether the boundary between two neighbours is none."""
    if after[0].islower() and not before.endswith(("!", "?")):
        return True
    if not after[0].isalnum() and not any(character.isalnum() for character in after):
        return True
    if not before.endswith("."):
        return False
    if after[0].isdigit() and _last_word(before) in _BEFORE_A_NUMBER:
        return True
    if before.endswith(_CLOCK) and not before[-5:-4].isalnum():
        return _AFTER_CLOCK.match(after) is not None
    if _last_word(before) in _STATES and _OF_A_STATE.match(after):
        return True
    return _ends_in_abbreviation(before)


def _is_ordinal(before: str, after: str) -> bool:
    """Whether a stop is that of a German ordinal: “im 19. Jahrhundert”, “der 1. FC Moss”."""
    if not before[-2:-1].isdigit() or _ORDINAL.search(before) is None:
        return False
    return after.split(maxsplit=1)[0] not in _GERMAN_OPENERS


def _is_site(before: str, after: str) -> bool:
    """Whether a stop that no space follows stands within a name: “MLB.TV”, or opens one: “ .MLB”."""
    if before.endswith(" ."):
        return True
    named = before.endswith(".") and _last_word(before)[:1].isupper()
    return named and _SITE.match(after) is not None


def _last_word(before: str) -> str:
    """The word before the stop that ends `before`."""
    return before[:-1].rpartition(" ")[2].lstrip("(“„«\"'")


def _ends_in_abbreviation(before: str) -> bool:
    """Whether the stop that ends `before` is that of an abbreviation."""
    rest = before[:-1].rstrip(_LETTERS)
    word = before[len(rest) : -1]
    if rest[-1:].isalnum() or rest[-1:] == "_":
        return False  # The end of a longer word.
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isupper())
