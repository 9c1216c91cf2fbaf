"""Names as an article writes them: capitalised runs, without titles and opening words."""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from briefing.analysis.callings import CALLINGS, is_calling
from briefing.analysis.given_names import pronoun_of
from briefing.text.lazy import Lazy
from briefing.text.times import DAYS, MONTHS

# Patterns begin with the capital itself, so that only capitals are tried.
_INITIAL = r"[A-ZÀ-ÖØ-Þ]"
PARTICLE = r"(?:de|van|von|der|bin|al|el|da|la|del)"
"""Small words within names."""
ARTICLE = r"(?:al|el|as|ash|ad|an|ar|at|az|ul|ur)-"
"""The Arabic article, as it is tied to a name: “Bashar al-Assad”."""
_REST = r"(?:(?<=U)\.[SKN]\.|[\w’'&․-]*)"
_RUN = re.compile(
    rf"{_INITIAL}(?<![\w’'-].){_REST}(?:(?<!\w{{6}})\.(?= [A-Z]))?"
    rf"(?: (?:{PARTICLE} |{ARTICLE})?{_INITIAL}{_REST}"
    r"(?:(?<= [A-Z])\.|(?<=Jr|Sr)\.)?)*"
)
_NAME = re.compile(_RUN.pattern.removesuffix("*") + "+")
_TITLES_LIST = """
President PM Prime Premier Chancellor Vice Secretary Minister Foreign Defense Defence Senator Sen
Sens Representative Rep Reps Governor Gov General Gen Admiral Adm Colonel Col Captain Capt
Lieutenant Lt Major Maj Sergeant Sgt Ambassador Professor Prof Dr Mr Mrs Ms Miss Judge Justice Sir
Lord Lady Dame Pope King Queen Prince Princess Congressman Congresswoman Chairman Chair Speaker
Mayor Sheriff Attorney State House Senate Majority Minority Leader Deputy Director Chief
Commissioner Councilman Former Late Then Acting Republican Democrat Democratic Conservative Labour
Liberal Father Rev Reverend Bishop Archbishop Cardinal Rabbi Imam U.S U․S US UK Japanese Chinese
American British French German Russian Korean Australian Philippine Canadian Indian Israeli
Iranian Ukrainian European GOP Ranking Member Charge Rear Brigadier Marshal Commander Cmdr Cpl
Outgoing Incoming Ousted Interim Retired Embattled Caretaker
Superintendent Supt Inspector Constable Solicitor Senators Representatives Presidents
CEO CFO COO CTO MP MEP MSP TD Councilor Councillor
"""
TITLES = frozenset(_TITLES_LIST.split())
_OFFICES = frozenset(
    "President Minister Secretary Senator Sen Representative Governor Gov Ambassador Professor "
    "Chancellor CEO CFO COO CTO Leader Member Director Commissioner Chairman Chairwoman Judge Justice "
    "Detective Mayor Attorney Charge MP MEP MSP TD Secretary-General Director-General Attorney-General "
    "Governor-General Vice-President".split()
)
"""Titles that go before a name even where other words stand before them."""
_ALSO_SURNAMES = frozenset({"Justice", "Judge", "Member", "Mayor"})
_HEADS_OF_OFFICES = frozenset(
    "Affairs Whip Counsel Officer Spokesman Spokeswoman Spokesperson Adviser Advisor Analyst Administrator "
    "Commander Prosecutor Manager Agent Chief Sheriff Superintendent Supervisor Strategist Executive "
    "Correspondent Columnist Editor".split()
)
"""The same, where no body is named by what stands behind: “Fire Chief Otto Vance”."""
_BEFORE_GIVEN = frozenset(
    "Agriculture Budget Chair Commerce Defence Defense Democrat Democrats Development Education "
    "Energy Executive Father Finance Foreign General Health Homeland IG Intelligence Interior Justice "
    "Labor Policy Republican Republicans SEAL Security Services Staff State Tem Trade Transportation "
    "Treasury U.N U․N Agency Alliance Association Authority Board Bureau Coalition Commission Committee "
    "Council Federation Foundation Institute League Network Party Society Trust Union".split()
)
"""Words that an office or a body ends with where a given name follows: “Treasury Otto Vance”."""
_LESSER = frozenset("Assistant Associate Under Undersecretary Principal Special Permanent".split())
_PARTS_OF_NAMES = frozenset(
    "North South East West Northern Southern Eastern Western Korean Department Ministry".split()
)
_NOT_NAMES_LIST = """
The This That These Those It Its But And Or In On At By For From With As If When While After
Before So Yet Then There Here He She They We You I His Her Their Our My A An No Not Now Also Both
Some Many Most All Each Every One Two Three Even Still Asked Speaking Like Although Though Because
Since During Until Once Later Earlier Meanwhile However According What Who Why How Where Which
Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June
July August September October November December To Of Just Only Instead Such Despite Among Under
Over About Another Other Last Next Yes Well MORE Sometimes Often Perhaps Maybe Today Yesterday Did
Does Is Are Was Were Has Have Can Could Should Would Unlike Within Without Behind Beyond Against Amid
Others Alongside Either Neither Whether Indeed Thus Moreover Again Always Never
"""
_NOT_NAMES = frozenset(_NOT_NAMES_LIST.split())
_OPENING_WORDS = frozenset(
    "FOR ALL THE THIS THAT WITH AFTER WHEN AND BUT THERE THEY FROM THESE".split()
)
"""The same in the capitals with which a paper opens an article: “FOR ALL his talk”."""
_CUT_OFF = (
    _NOT_NAMES | _OPENING_WORDS | TITLES | _OFFICES | CALLINGS | _HEADS_OF_OFFICES | _BEFORE_GIVEN
)
"""What is looked for in a capitalised run that goes in front of the name."""
NATIONS = frozenset(
    "U.S U․S US UK Japanese Chinese American British French German Russian Korean Australian "
    "Philippine Canadian Indian Israeli Iranian Ukrainian European GOP".split()
)
"""What alone before a name makes nobody a person: “Korean People’s Army”."""
_IN_WORD, _IN_BEHIND = ("’", "'", "-"), ("-",)
_LONGEST_NAME = 7
"""Words of the longest name that is one person’s, his office with it."""
_WHOLE_NAME = 2
"""Words of a name: “Attorney General Moss” may be of an office that ends before the name."""
_SENTENCE_WITHIN = re.compile(r"(?<!\bSt)(?<!\bMt)(?<!\bFt)(?<!\b[A-Z])\. ")
"""Where a sentence ends within words with capitals: “… in Moss. Eyewitnesses”."""
_PARTY = Lazy(r"[DRI]-[A-Z][a-z]*[.․]?$")
"""What stands behind the name of who sits in a parliament: “R-Calif.”."""
_POSSESSIVE, _POSSESSIVE_ENDS = re.compile(r"[’']s?$"), ("’s", "'s", "’", "'")
_BEFORE_NAME = Lazy(rf"^(?:Al-|El-|{ARTICLE})(?=[A-Z])")
"""The article before the name proper: Bashar al-Assad is later called Assad."""
_SUFFIX = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III"})
_BODIES_LIST = """
ministry government statement report company newspaper agency paper department committee campaign
party embassy commission court bureau administration council group union office association
network army navy military police university college institute school hospital foundation
"""
BODIES = frozenset(_BODIES_LIST.split())
_OWNER = Lazy(r"^(?:(?!(?:in|at|of|for|from|with|near) )[^\s’']+ )*?[^\s’']+[’']s? (?=[A-ZÀ-Þ])")
_PICTURES = frozenset(
    "Chart Graph Graphic Diagram Map Table Photo Photos Drawing Caption Video".split()
)
"""What stands before a caption, and says nothing: “Chart: “Ships a Year””."""
_NO_SPEAKER = (TITLES - {"US", "U.S", "U․S", "UK", "GOP"}) | _PARTS_OF_NAMES | _PICTURES
_OF_A_TIME = Lazy(rf"[’']s (?:{'|'.join((*MONTHS, *DAYS))})$")
"""Behind the name of whose it was: “Ada Moss’s July” testimony."""


class Named(Struct, frozen=True):
    """A name of two words or more: the name, where it stands, the title before it."""

    name: str
    start: int
    end: int
    title: str


def names(text: str, start: int, end: int) -> Iterator[Named]:
    """Names in `text[start:end]`, titles and opening words cut off."""
    for run in _NAME.finditer(text, start, end):
        found = _trimmed(run.group())
        if found is not None and " " in found[1]:
            at = run.start() + found[0]
            yield Named(found[1], at, at + len(found[1]), found[2])


def trim(words: str, start: int) -> Named | None:
    """A capitalised run at offset `start` without opening words, titles and possessive."""
    found = _trimmed(words)
    if found is None:
        return None
    at = start + found[0]
    return Named(found[1], at, at + len(found[1]), found[2])


@lru_cache(maxsize=20_000)
def _trimmed(words: str) -> tuple[int, str, str] | None:
    """How many characters go in front, the name that is left, and its titles: names come again."""
    tokens = words.split(" ")
    at, titles = 0, ""
    if "." in words or "․" in words or not _CUT_OFF.isdisjoint(tokens):
        at, titles, tokens = _without_titles(words, tokens)
    name = " ".join(tokens)
    name = _OF_A_TIME.sub("", name)
    bare = _POSSESSIVE.sub("", name) if name.endswith(_POSSESSIVE_ENDS) else name
    if not bare or not tokens[0][0].isupper() or _PARTY.match(bare):
        return None
    if len(tokens) > _LONGEST_NAME and BODIES.isdisjoint(bare.lower().split()):
        return None  # A page puts the names of several people in a row.
    if ". " in bare and (stops := list(_SENTENCE_WITHIN.finditer(bare))):
        before, rest = bare[: stops[-1].start()], bare[stops[-1].end() :]
        at += stops[-1].end()
        titles = before if without_stop(before.rsplit(" ", 1)[-1]) in TITLES else ""
        if (behind := _trimmed(rest)) is None:
            return at, rest, titles
        # The next sentence may begin with a title too: “… in Vance. Mr Moss”.
        return at + behind[0], behind[1], behind[2] or titles
    return at, bare, titles


def _without_titles(words: str, tokens: list[str]) -> tuple[int, str, list[str]]:
    """How many characters go in front of `tokens`, the titles among these, and the tokens left."""
    at = 0
    titles: list[str] = []
    while tokens and (without_stop(tokens[0]) in _NOT_NAMES or tokens[0] in _OPENING_WORDS):
        at += len(tokens.pop(0)) + 1
    while len(tokens) > _WHOLE_NAME and is_calling(*tokens[:2]):
        titles.append(tokens[0])
        at += len(tokens.pop(0)) + 1
    body = not BODIES.isdisjoint(words.lower().split(" "))
    while len(tokens) > 1 and without_stop(tokens[0]) in (TITLES - NATIONS if body else TITLES):
        titles.append(tokens[0])
        at += len(tokens.pop(0)) + 1
    inner = [number for number in range(len(tokens) - 2) if _ends_office(tokens, number)]
    if inner:
        # “First Minister Arlene Foster”: what goes before the office belongs to it.
        titles += tokens[: inner[-1] + 1]
        at += sum(len(token) + 1 for token in tokens[: inner[-1] + 1])
        tokens = tokens[inner[-1] + 1 :]
        while len(tokens) > _WHOLE_NAME and without_stop(tokens[0]) in TITLES:
            titles.append(tokens[0])
            at += len(tokens.pop(0)) + 1
    return at, " ".join(titles), tokens


def _ends_office(tokens: list[str], number: int) -> bool:
    """Whether an office ends with a word, and the name of who holds it follows."""
    word = without_stop(tokens[number])
    if word in _OFFICES:
        return True
    if word in _HEADS_OF_OFFICES:
        return BODIES.isdisjoint(token.lower() for token in tokens[number + 1 :])
    return word in _BEFORE_GIVEN and pronoun_of(tokens[number + 1]) is not None


def owned(words: str) -> str:
    """The person whom `words` name behind what he belongs to: “Iran’s President Hassan Rouhani”."""
    behind = _OWNER.sub("", words)
    found = trim(behind, 0) if behind != words else None
    if found is None or " " not in found.name or not BODIES.isdisjoint(found.name.lower().split()):
        return words
    return found.name


def names_nobody(word: str, text: str) -> bool:
    """Whether words with capitals are no name: part of one, or what `text` has in small letters too."""
    tokens = word.split()
    if all(without_stop(token) in _NO_SPEAKER for token in tokens):
        return True
    small = word.lower()
    return len(tokens) == 1 and small in text and _stands_in(small, text)


def _stands_in(word: str, text: str) -> bool:
    """Whether `word` stands in `text` without a hyphen or an apostrophe that make it another."""
    return any(
        text[at - 1 : at] not in _IN_WORD
        and text[at + len(word) : at + len(word) + 1] not in _IN_BEHIND
        for at in places_of(word, text)
    )


def places_of(word: str, text: str) -> Iterator[int]:
    """Where `word` stands in `text`, and is no part of a longer one."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            yield at
        at = text.find(word, end)


def is_office(words: str) -> bool:
    """Whether `words` only say which office somebody holds: “Assistant Secretary”, “Vance President”."""
    tokens = [without_stop(word) for word in words.split()]
    held = len(tokens) > 1 and tokens[-1] in _OFFICES - _ALSO_SURNAMES
    return held or all(token in TITLES or token in _LESSER for token in tokens)


def is_body(noun: str) -> bool:
    """Whether `noun` names something that speaks for itself, as a ministry does."""
    return noun in BODIES


def runs(words: str) -> list[re.Match[str]]:
    """The capitalised runs in `words`, in which the stops of abbreviations are hidden.

    So any other stop ends a sentence, and with it a run: “It is in Moss. Eyewitnesses say …”.
    """
    found = list(_RUN.finditer(words))
    if ". " not in words:
        return found
    return [run for one in found for run in _within_sentences(one)]


def _within_sentences(run: re.Match[str]) -> Iterator[re.Match[str]]:
    start = run.start()
    while (stop := run.string.find(". ", start, run.end())) >= 0:
        yield from _RUN.finditer(run.string, start, stop)
        start = stop + 2
    yield from _RUN.finditer(run.string, start, run.end())


def without_stop(token: str) -> str:
    """A word without the stop of an abbreviation: “Gov.”."""
    return token.replace("․", ".").rstrip(".") if token.endswith((".", "․")) else token


def last_of(name: str) -> str:
    """The family name, without “Jr.” and the article before it."""
    tokens = name.split()
    while len(tokens) > 1 and tokens[-1] in _SUFFIX:
        tokens.pop()
    return _BEFORE_NAME.sub("", tokens[-1]) if "-" in tokens[-1] else tokens[-1]
