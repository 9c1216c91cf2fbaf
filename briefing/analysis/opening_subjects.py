"""Whom “he” and “she” lead to: the person with whom the nearest sentence before them opens.

The subject of the sentence before is likelier meant than whoever was named last (centering: Grosz,
Joshi and Weinstein 1995).
"""

from bisect import bisect_left

from briefing.analysis.names import TITLES, is_body, owned, runs, trim
from briefing.analysis.roles import ROLE_NOUN
from briefing.analysis.speakers import Cast
from briefing.analysis.subjects import masked
from briefing.text.lazy import Lazy

_BEGINS = Lazy(r"[A-ZÀ-Þ](?:(?<=[.!?] .)|(?<=[.!?][”\"’)] .)|(?<=[.!?][”\"’)]{2} .))")
"""The capital with which a sentence begins within a paragraph."""
_ABBREVIATED = Lazy(
    r"(?:\b[A-Z]|\b(?:St|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Capt|Sgt|Jr|Sr|vs|No|Inc|Co|Corp))\. $"
)
"""Before what looks like the beginning of a sentence, and is none."""
_AND_ANOTHER = Lazy(
    r"(?:, [^,.;:“”\"]{2,80},)? and (?:the [^,.;:“”\"]{2,60}, |(?:[a-z-]+ ){0,4})(?=[A-ZÀ-Þ])"
)
"""Behind a name, before that of another who does the same: “Ada Moss, the mayor, and Leo Brandt met”."""
_SHORT = 6
"""Characters that an abbreviation has at most, stop and space counted."""
_LEAD = Lazy(
    r"(?:(?:But|And|Yet|Still|Then|Later|Meanwhile|However|Also|Now) |"
    r"[A-ZÀ-Þ][\w’'-]*(?: [^\s.,;:“”\"]+){0,11}, )"
)
"""What may stand before the name: “For her part,”, “A spokesman for the front,”."""
_TITLED = Lazy(r"(?:[A-ZÀ-Þ][\w’'-]*\.? )*")
"""Titles before a name: “Prime Minister ”."""
_OTHERS = Lazy(
    r"(?: (?:[a-z-]+|[A-Z][a-z]+)){0,2}? (?![a-z]+(?:ed|ing|s)\b)"
    r"(?!(?:told|said|met|saw|and|or|of|in|on|at|by|for|with|to|from|gave|sent|led|beat|has|had|did|who|that|as|than|both|not|won|ran|hit)\b)"
    r"[a-z-]{3,} (?=[A-Z][\w’'-]+ [A-Z])"
)
"""Behind a name that only belongs to who is named next: “Moss campaign manager Leo Brandt”."""
_BESIDE = Lazy(
    r"(?:With|Without|For|Under|Unlike|Like|During|In|On|At|By|From|Against|Among|Despite|Besides|Behind|To|"
    r"Of) "
)
"""Before a name that is not the subject of its sentence: “With Ada Moss gone, …”."""
_SUBORDINATE = (
    "When ",
    "While ",
    "After ",
    "Before ",
    "As ",
    "Although ",
    "Though ",
    "Because ",
    "Once ",
)
"""How a clause begins behind which the sentence names who does it."""
_MAIN = Lazy(
    r"[A-Z][a-z]+ (?:(?:Mrs?|Ms|Dr|Sen|Rep|Gov|Gen)\.|[^.!?“”\"\n]){5,160}?, "
    r"(?=(?:(?:Mrs?|Ms|Dr|Sen|Rep|Gov|Gen)\. )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]*){0,2} "
    r"(?!(?:and|or|of|in|on|at|for|with|to|from|who|said|told|added)\b)[a-z]{2,})"
)
"""A clause that leads in the name of who does it: “When Ada Moss left, Leo Brandt spoke”."""
_CLEFT = Lazy(r"\b[Ii]t (?:was|is) (?=[A-Z][^,;.]{2,60} who\b)")
"""Before who does it: “After the storm, it was Ada Moss who …”."""
_CLEFT_SIGNS = ("t was ", "t is ")
_RELATED = Lazy(
    rf"[’'‘]s? (?:[a-z-]+ ){{0,2}}(?:{ROLE_NOUN}|mom|mum|dad|bishop|coach|captain|boss)\b"
)
"""Behind the name of whom somebody else belongs to: “Ada Moss’s father spoke”."""
_NO_NAME = Lazy(r"[a-z]{2}\. |^[A-Z]-")
"""A name that goes over the end of a sentence, or begins with a party’s letter."""
_CLAUSES = ("If ", "Asked ")
"""How a clause begins that may be of somebody else than the rest of its sentence."""
_ENDED = (".", "!", "?", "”", '"')
_ITSELF = (", he ", ", she ")
"""Behind a name that is part of what is said: “Moss, he said, was empty.”"""
_REACH, _FAR = 120, 2000
"""Characters in which a name stands, and before a pronoun in which it is looked for."""
_OPENS_CLAUSE = ("ing", "ed")
"""How a capital word ends that is a verb: “Speaking to reporters”."""
_GOES_ON = (" ", ",")
_POSSESSIVE = ("’s", "'s", "‘s", "s’", "s'", "’ ", "' ")


def opening_subjects(people: Cast, start: int, end: int) -> tuple[str, ...]:
    """The full name with which the last sentence in `[start, end)` opens that opens with one.

    Where two open it together, both names; none where no sentence opens so.
    """
    text = people.text
    near = max(start, end - _FAR)
    begins = [start] if near == start else []
    for found in _BEGINS.finditer(text, near, end):
        at = found.start()
        if not _ABBREVIATED.search(text, max(near, at - _SHORT), at):
            begins.append(at)
    for begin in reversed(begins):
        if names := _subjects(people, begin, end):
            return names
    return ()


def _subjects(people: Cast, begin: int, end: int) -> tuple[str, ...]:
    """Who is named where a sentence begins, or behind what leads it in."""
    text = people.text
    if text.startswith(_CLAUSES, begin) and not text[begin:end].rstrip().endswith(_ENDED):
        return ()
    if text.startswith(_SUBORDINATE, begin) and (clause := _MAIN.match(text, begin, end)):
        return _together(people, clause.end(), end)
    lead = _LEAD.match(text, begin, end)
    places = (begin, lead.end()) if lead else (begin,)
    near = min(end, begin + _REACH)
    if any(text.find(sign, begin, near) >= 0 for sign in _CLEFT_SIGNS):
        cleft = _CLEFT.search(text, begin, end)
        places = (cleft.end(),) if cleft else places
    return next(filter(None, (_together(people, at, end) for at in places)), ())


def _together(people: Cast, at: int, end: int) -> tuple[str, ...]:
    """Who is named at `at`, with another who is named beside him as the same subject."""
    one = _named_at(people, at, end)
    if one is None:
        return ()
    last = one.rsplit(maxsplit=1)[-1]
    found = people.text.find(last, at, end)
    joined = _AND_ANOTHER.match(people.text, found + len(last), end) if found >= 0 else None
    other = _named_at(people, joined.end(), end) if joined else None
    return (one, other) if other and other != one else (one,)


def _named_at(people: Cast, at: int, end: int) -> str | None:
    """Who is named at `at`, in full or by a name that leads to one in full."""
    text = people.text
    if text.startswith("The ", at) or _BESIDE.match(text, at):
        return None
    for number in range(bisect_left(people.starts, at), len(people.starts)):
        one = people.everybody[number]
        if one.start >= end or not _TITLED.fullmatch(text, at, one.start):
            break
        if not _is_title(one.name):
            other = text.startswith(_ITSELF, one.end) or _RELATED.match(text, one.end)
            return None if other else _person(people, one.name)
    found = next(iter(runs(masked(text[at : min(end, at + _REACH)]))), None)
    if found is None or found.start() or found.group().endswith(_OPENS_CLAUSE):
        return None
    named = trim(found.group(), at)
    if named is None:
        return None
    if other := _OTHERS.match(text, at + found.end(), end):
        return _named_at(people, other.end(), end)
    if found.group().endswith(_POSSESSIVE) or text.startswith(_POSSESSIVE, at + found.end()):
        return None
    if not text.startswith(_GOES_ON, named.end):
        return None
    if text.startswith(_ITSELF, named.end):
        return None
    return _person(people, text[named.start : named.end])


def _is_title(name: str) -> bool:
    return name.rsplit(maxsplit=1)[-1] in TITLES


def _person(people: Cast, name: str) -> str | None:
    """The full name that `name` leads to, if it is a person's."""
    if any(map(is_body, name.lower().split())) or _is_title(name):
        return None
    full = people.full(owned(name))
    if " " not in full or full not in people.by_name or _NO_NAME.search(full):
        return None
    return full
