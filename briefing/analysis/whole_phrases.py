"""Where a noun phrase begins whose end is a name: “a spokesman for the ministry in Moss”.

Such a name is never the subject of the verb behind it. The phrase is taken apart from its end, one
preposition after the other, up to the noun that all of it hangs on.
"""

import re

from briefing.analysis.names import is_body
from briefing.analysis.roles import ROLE_NOUN
from briefing.text.lazy import Lazy

PREPOSITIONS = frozenset("of at for with in near from on inside outside under".split())
_ARTICLES = frozenset(
    "the a an one another his her its their some several many two three four five six seven eight nine "
    "ten both all most".split()
)
_NO_PART = frozenset(
    "but or nor who whom which that what when while where as if because to on by into over about after "
    "before during between through than not he she they it we i you is are was were be been being has "
    "have had will would can could may might must should do does did said says told met saw".split()
)
"""What no phrase of a person goes over."""
_BEHIND_NOUN = frozenset(
    "familiar close briefed involved privy aware acquainted working based living stationed".split()
)
"""What stands between a noun and its preposition: “people familiar with the talks”."""
_TIMES = "second|minute|hour|day|week|month|year|decade|time"
_THINGS = (
    "letter|order|number|paper|power|matter|offer|tower|error|answer|chapter|labou?r|floor|colou?r|border|"
    "earlier|later|former|over|under"
)
"""What ends as words for persons do, and is none."""
_PEOPLE = Lazy(
    rf"(?:{ROLE_NOUN}|(?!(?:{_TIMES})s$)[a-z]\w*(?:[^s]s|eople|olice|men|taff)|(?!(?:{_THINGS})$)[a-z]{{3,}}(?:er|or)"
    r"|group|family|source|mission|[Oo]rgani[sz]ation|[Ff]ederation|[Aa]lliance|[Ll]eague|[Cc]ent(?:er|re)|[Ss]ociety"
    r"|percent|cent|[Hh]alf|majority|[Mm]ost|third|quarter)$"
)
"""What speaks, or answers those who ask."""
_SEVERAL = Lazy(
    rf"(?:{ROLE_NOUN}|(?!(?:{_THINGS})s$)[a-z]{{3,}}(?:er|or|ent|ant|st)s"
    r"|authorities|witnesses|sources|critics|friends|relatives|families|groups|police|press|congress)$"
)
"""What tells of several people by itself."""
SOME = Lazy(
    r"(?<![\w’'-])(?<! in )(?<! of )"
    r"(?:(?:(?:[Mm]ore|[Ff]ewer) than|[Aa]t least|[Aa]bout|[Nn]early|[Aa]lmost|[Uu]p to) )?"
    r"(?:[Aa] )?(?:[Ss]ome|[Ss]everal|[Mm]any|[Mm]ost|[Ff]ew|[Oo]ther|[Bb]oth|"
    r"(?:[Hh]alf[- ](?:a )?)?[Dd]ozen|\d+|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|"
    r"[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty)"
    r"(?: [a-z]+(?<!s)(?<!ago))?(?: [A-Z][a-z]+(?: and [A-Z][a-z]+)?)? [A-Z][a-z]+s$"
)
"""Several people of one name are not all of them: “Some Republicans said”, “two House Democrats said”."""
_WORD = Lazy(r"\S+")
_STOPS = (",", ";", ":", "—", "–", ".", "”", '"', ")")
_MOST_WORDS = 6
"""Words of one noun with all that stands before it."""
_REACH = 140
"""Characters looked back over."""


def tells_of_people(noun: str) -> bool:
    """Whether `noun` by itself tells of a person, of several, or of a body that speaks.

    Not every plural does: “results”, “figures”.
    """
    if noun.endswith("s") and not _SEVERAL.match(noun):
        return False
    return _PEOPLE.match(noun) is not None or is_body(noun)


def phrase_before(words: str, end: int, *, nearest: bool = False) -> int | None:
    """Where the phrase begins that goes on with the name at `end`, if it tells of a person or several.

    `words[:end]` ends in a preposition, which an article may follow. What the phrase itself hangs on is
    not asked for where the `nearest` will do: “help from a sailor in Moss, who”.
    """
    near = max(0, end - _REACH)
    found = list(_WORD.finditer(words, near, end))
    if near and found:
        del found[0]  # it may be cut
    upto = len(found)
    while True:
        link = _link(found, upto)
        if link < 1:
            return None
        if link > 1 and found[link - 1][0] in _BEHIND_NOUN:
            link -= 1
        begin, opened = _noun(found, link)
        if begin is None:
            return None
        head = found[link - 1][0]
        if link - 1 == begin and (not begin or found[begin - 1][0].endswith(_STOPS)):
            head = head.lower()  # it opens the sentence
        tells = _PEOPLE.match(head) or head.endswith("%") or is_body(head.lower())
        if tells and nearest and opened:
            return found[begin].start()
        if begin and found[begin - 1][0].lower() in PREPOSITIONS:
            upto = begin
            continue
        if not opened and begin and not _ends_before(found[begin - 1][0]):
            return None
        return found[begin].start() if tells else None


def _link(found: list[re.Match[str]], upto: int) -> int:
    """The place of the preposition before `upto`; -1 where there is none."""
    at = upto - 1
    if at > 0 and found[at][0].lower() in _ARTICLES:
        at -= 1
    if at < 1:
        return -1
    to = found[at][0] == "to" and found[at - 1][0] in _BEHIND_NOUN
    return at if to or found[at][0] in PREPOSITIONS else -1


def _noun(found: list[re.Match[str]], end: int) -> tuple[int | None, bool]:
    """Where the noun that ends before `end` begins with all before it, and whether an article opens it."""
    at = end
    while at and end - at < _MOST_WORDS:
        word = found[at - 1][0]
        small = word.lower()
        if small in _ARTICLES or small.isdigit():
            return at - 1, True
        if small in PREPOSITIONS or word.endswith(_STOPS):
            break
        if small in _NO_PART:
            return (at, False) if at < end else (None, False)
        if small == "and" and (at == 1 or found[at - 2][0].endswith(_STOPS)):
            break
        at -= 1
    return (at if at < end else None), False


def _ends_before(word: str) -> bool:
    """Whether a phrase may begin behind `word` without an article."""
    return word.endswith(_STOPS) or word.lower() in _NO_PART or word in ("and", "And", "But")
