"""Who can speak: names and roles as an article writes them, and the full name they lead to."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct, field

from briefing.analysis.callings import CALLINGS, is_calling
from briefing.analysis.given_names import pronoun_of
from briefing.analysis.roles import is_role
from briefing.text.lazy import Lazy

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
Superintendent Supt Inspector Constable CEO CFO COO CTO MP MEP MSP TD
"""
TITLES = frozenset(_TITLES_LIST.split())
_OFFICES = frozenset(
    "President Minister Secretary Senator Sen Representative Governor Gov Ambassador Professor "
    "Chancellor CEO CFO COO CTO Leader Member Director Commissioner Chairman Chairwoman Judge Justice "
    "Detective Mayor Attorney Charge MP MEP MSP TD Secretary-General Director-General Attorney-General "
    "Governor-General Vice-President".split()
)
"""Titles that go before a name even where other words stand before them."""
_HIGH_OFFICE = (
    r"(?P<office>President|Minister|Chancellor|Senator|Sen\.|Governor|Gov\.|King|Queen|Pope)"
)
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
_CUT_OFF = _NOT_NAMES | TITLES | _OFFICES | CALLINGS
"""What is looked for in a capitalised run that goes in front of the name."""
# A point does not end a role where it ends an initial or a short form: “the head of U.S. forces”.
_IN_ROLE = r"(?:[^.;“”\"\n,]|(?<=\b[A-Z])\.|(?<=Sen|Rep|Gov|Gen)\.|(?<=Mr|Ms|Dr|St|Lt)\.)"
_ROLE_AFTER = re.compile(
    r"(?: \([^()\n]{1,30}\))?, (?:\d\d, )?(?P<role>(?:an?|the|who) "
    rf"{_IN_ROLE}{{3,90}}|[a-z]{_IN_ROLE}{{5,90}})(?=[,.;\n]|$)"
)
_OFFICE = Lazy(
    r"(?:(?:Deputy|Assistant|Under|Former|former|Acting|acting) )?"
    r"(?:Secretary|Minister|Speaker|Director|Department) (?:of|for) (?:the )?$"
)
"""Before “State” and a name."""
_NATIONS = frozenset(
    "U.S U․S US UK Japanese Chinese American British French German Russian Korean Australian "
    "Philippine Canadian Indian Israeli Iranian Ukrainian European GOP".split()
)
"""What alone before a name makes nobody a person: “Korean People’s Army”."""
_NO_ROLE = _NATIONS | frozenset(
    "Then Late Former Acting House Senate State Foreign Defense Defence Prime Vice Mr Mrs Ms Miss Sir "
    "Dame Lord Lady".split()
)
"""Titles that say nothing by themselves of what somebody is."""
_ROLE_OPENS = (", ", " (")
_LEAD_OF_ROLE, _TAIL_OF_ROLE = 40, 140
"""Characters before a name and behind it in which its role stands."""
_ROLE_BEFORE = re.compile(
    r"(?:[\w’'-]+ ){0,4}(?!told|tells|asked|said|says|and|or|but|to|by|with|from|of|in|at|for|on|about|"
    r"against|when|while|that|as|than|after|before|met|is|was|named|called\b)[a-z][\w-]+ $"
)
"""“A spokesman told Ada Moss” does not make her one."""
_GO_FIRST = frozenset(
    "Xi Li Wang Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Hu Zhu Gao Lin Guo Luo Mao Hua Geng Qin "
    "Deng Jiang Peng Zeng Xie Song Tang Han Feng Dong Cheng Cao Yuan Fu Shen Lu Jia Ding Wei Xue Ye "
    "Kim Lee Park Choi Jung Jeong Kang Cho Yoon Jang Lim Moon Shin Kwon Hwang Ahn Ryu Hong Roh "
    "Nguyen Tran Pham Vo Phan Vu Dang Bui Orban".split()
)
"""Family names that go before the given one."""
_HONORIFIC = Lazy(r"\b(Mr|Mrs|Ms|Miss)\.? $")
_HONORIFIC_REACH = 6
_CALLED = Lazy(
    r"(?!\w)(?:(?!\b[A-ZÀ-Þ])[^.!?\n“”\"]){1,80}?\b(he|his|him|himself|she|her|herself)\b"
)
"""Behind a name: the first pronoun in its clause, with no other name between them."""
_SHE = frozenset(("mrs", "ms", "miss", "she", "her", "herself"))
_CLEAR = 3
"""How often a name must be called the one for each time it is called the other."""
_IN_WORD, _IN_BEHIND = ("’", "'", "-"), ("-",)
_OFFICE_REACH = 40
_WHOLE_NAME = 2
"""Words of a name: “Attorney General Moss” may be of an office that ends before the name."""
_SENTENCE_WITHIN = re.compile(r"(?<!\bSt)(?<!\bMt)(?<!\bFt)(?<!\b[A-Z])\. ")
"""Where a sentence ends within words with capitals: “… in Moss. Eyewitnesses”."""
_OPENS = re.compile(r"(?!Moham)[A-Z](?:[a-z]{3,}(?:ing|ly)|[a-z]{4,}ed) ")
"""How a sentence may open in front of a name: “Hosting Moss”, “Surely Moss”."""
_POSSESSIVE, _POSSESSIVE_ENDS = re.compile(r"[’']s?$"), ("’s", "'s", "’", "'")
_BEFORE_NAME = Lazy(rf"^(?:Al-|El-|{ARTICLE})(?=[A-Z])")
"""The article before the name proper: Bashar al-Assad is later called Assad."""
_SUFFIX = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III"})
_BODIES_LIST = """
ministry government statement report company newspaper agency paper department committee campaign
party embassy commission court bureau administration council group union office association
network army navy military police university college institute school hospital foundation
"""
_BODIES = frozenset(_BODIES_LIST.split())
_OWNER = Lazy(r"^(?:(?!(?:in|at|of|for|from|with|near) )[^\s’']+ )*?[^\s’']+[’']s? (?=[A-ZÀ-Þ])")
_NO_SPEAKER = (TITLES - {"US", "U.S", "U․S", "UK", "GOP"}) | _PARTS_OF_NAMES


class Named(Struct, frozen=True):
    """A name of two words or more: the name, where it stands, the title before it."""

    name: str
    start: int
    end: int
    title: str


class Cast(Struct):
    """Everybody an article names, as first given, found by any later short form."""

    text: str
    small: str = ""
    by_last: dict[str, list[Named]] = field(default_factory=dict)
    by_name: dict[str, Named] = field(default_factory=dict)
    starts: list[int] = field(default_factory=list)
    everybody: list[Named] = field(default_factory=list)
    pronouns: dict[str, str] = field(default_factory=dict)
    roles: dict[int, str] = field(default_factory=dict)
    called: dict[str, str | None] = field(default_factory=dict)
    office: dict[str, bool] = field(default_factory=dict)

    def add(self, found: Named) -> None:
        """Take in one mention; the first one of a name stands for it."""
        self.starts.append(found.start)
        self.everybody.append(found)
        if found.name in self.by_name:
            return
        self.by_name[found.name] = found
        last = _last(found.name)
        self.by_last.setdefault(last, []).append(found)

    def full(self, name: str) -> str:
        """The name as first given in full; `name` itself where that is not certain."""
        tokens = name.split()
        known = self.by_last.get(_last(name), [])
        if not known and len(tokens) == 1:
            return self._by_first(name) or name
        fits = [
            one.name
            for one in known
            if len(tokens) == 1 or one.name.split()[0] == tokens[0] or one.name == name
        ]
        fits = [one for one in fits if not any(one.endswith(" " + other) for other in fits)]
        fits = [one for one in fits if not _OPENS.match(one)] or fits
        firsts = {one.split()[0] for one in fits}
        if len(firsts) != 1 or (len(tokens) == 1 and self._holds_office(name, fits[0])):
            return name
        return fits[0]

    def _holds_office(self, last: str, full: str) -> bool:
        """Whether somebody else of that last name holds an office: “President Moss”, then Ada Moss."""
        if last not in self.office:
            first = self.by_name[full].start
            held = re.search(rf"\b{_HIGH_OFFICE} {re.escape(last)}\b", self.text[:first])
            titles = {
                one.title.split()[-1] for one in self.everybody if one.name == full and one.title
            }
            self.office[last] = held is not None and held["office"] not in titles
        return self.office[last]

    def _by_first(self, name: str) -> str | None:
        """The one full name that begins with `name`: a given name, or a family name that goes first."""
        if name not in _GO_FIRST and pronoun_of(name) is None:
            return None
        fits = {one for one in self.by_name if one.startswith(f"{name} ")}
        return fits.pop() if len(fits) == 1 else None

    def holds(self, name: str, noun: str) -> bool:
        """Whether a title or role that stands with `name` holds `noun`."""
        last = _last(name)
        self.small = self.small or self.text.casefold()
        told = rf"\b{re.escape(noun)} {re.escape(last)}\b"
        if f"{noun} {last}".casefold() in self.small and re.search(told, self.text, re.IGNORECASE):
            return True
        return any(self._is(noun, self._around(one)) for one in self.everybody if one.name == name)

    def knows(self, last: str) -> bool:
        """Whether somebody is named in full whose last name is `last`."""
        return last in self.by_last

    def only_one(self, start: int, end: int) -> str | None:
        """The one person named with a title in `[start, end)`; `None` where there is another name."""
        every = self.everybody[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        here = [one for one in every if _BODIES.isdisjoint(one.name.lower().split())]
        if len(here) != 1 or _NATIONS.issuperset(map(_bare, here[0].title.split())):
            return None
        return self.full(here[0].name)

    def role(self, name: str | None) -> str | None:
        """The role that stands with the first mention of `name`."""
        found = self.by_name.get(name or "")
        if found is None:
            return None
        after = _ROLE_AFTER.match(self.text, found.end, found.end + _TAIL_OF_ROLE)
        if after and is_role(after["role"]):
            return after["role"].strip()
        return self._office(found) if found.title else None

    def _office(self, found: Named) -> str | None:
        """The title before a name, with the office that it ends: “Secretary of State”."""
        start = found.start - len(found.title) - 1
        lead = _OFFICE.search(self.text, max(0, start - _OFFICE_REACH), max(0, start))
        if lead:
            return f"{lead.group()}{found.title}"
        plain = all(_bare(token) in _NO_ROLE for token in found.title.split())
        return None if plain else found.title

    def pronoun(self, name: str) -> str | None:
        """“he” or “she”, as the text calls `name` elsewhere, or else as the given name has it.

        `None` where that is not plain.
        """
        if name not in self.called:
            told = list(self._told(_last(name)))
            she = sum(word.lower() in _SHE for word in told)
            clear = max(she, len(told) - she) >= _CLEAR * min(she, len(told) - she)
            if told:
                self.called[name] = None if not clear else "she" if 2 * she > len(told) else "he"
            else:
                self.called[name] = pronoun_of(name.split(maxsplit=1)[0]) if " " in name else None
        return self.called[name]

    def _told(self, last: str) -> Iterator[str]:
        """The titles and pronouns that go with each place of a last name."""
        for at in places_of(last, self.text):
            if found := _HONORIFIC.search(self.text, max(0, at - _HONORIFIC_REACH), at):
                yield found[1]
            if found := _CALLED.match(self.text, at + len(last)):
                yield found[1]

    def named_by_role(self, noun: str, at: int) -> str | None:
        """The one person before offset `at` whose role holds `noun`."""
        fits = {
            one.name
            for one in self.everybody[: bisect_left(self.starts, at)]
            if self._may_be(one, noun) and self._is(noun, self._around(one))
        }
        return fits.pop() if len(fits) == 1 else None

    @staticmethod
    def _is(noun: str, role: str) -> bool:
        """Whether `role` holds `noun` as a word, and not as “vice president” holds “president”."""
        if noun not in role:
            return False
        bare = role.replace(f"vice {noun}", "").replace(f"vice-{noun}", "")
        return any(True for _ in places_of(noun, bare))

    def _may_be(self, one: Named, noun: str) -> bool:
        """Whether `noun` stands near a mention at all."""
        start = max(0, one.start - _LEAD_OF_ROLE - len(one.title))
        return noun in self.text[start : one.end + _TAIL_OF_ROLE].casefold()

    def _around(self, one: Named) -> str:
        """The words of a role before and behind a mention."""
        if one.start not in self.roles:
            after = before = None
            if self.text.startswith(_ROLE_OPENS, one.end):
                after = _ROLE_AFTER.match(self.text, one.end, one.end + _TAIL_OF_ROLE)
            if self.text[one.start - 1 : one.start] == " ":
                lead = self.text[max(0, one.start - _LEAD_OF_ROLE) : one.start]
                before = _ROLE_BEFORE.search(lead)
            self.roles[one.start] = " ".join(
                (one.title, after["role"] if after else "", before.group() if before else "")
            ).casefold()
        return self.roles[one.start]


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
    bare = _POSSESSIVE.sub("", name) if name.endswith(_POSSESSIVE_ENDS) else name
    if not bare or not tokens[0][0].isupper():
        return None
    if ". " in bare and (stops := list(_SENTENCE_WITHIN.finditer(bare))):
        before, bare = bare[: stops[-1].start()], bare[stops[-1].end() :]
        at += stops[-1].end()
        titles = before if _bare(before.rsplit(" ", 1)[-1]) in TITLES else ""
    return at, bare, titles


def _without_titles(words: str, tokens: list[str]) -> tuple[int, str, list[str]]:
    """How many characters go in front of `tokens`, the titles among these, and the tokens left."""
    at = 0
    titles: list[str] = []
    while tokens and _bare(tokens[0]) in _NOT_NAMES:
        at += len(tokens.pop(0)) + 1
    while len(tokens) > _WHOLE_NAME and is_calling(*tokens[:2]):
        titles.append(tokens[0])
        at += len(tokens.pop(0)) + 1
    body = not _BODIES.isdisjoint(words.lower().split(" "))
    while len(tokens) > 1 and _bare(tokens[0]) in (TITLES - _NATIONS if body else TITLES):
        titles.append(tokens[0])
        at += len(tokens.pop(0)) + 1
    inner = [number for number, token in enumerate(tokens[:-2]) if _bare(token) in _OFFICES]
    if inner:
        # “First Minister Arlene Foster”: what goes before the office belongs to it.
        titles += tokens[: inner[-1] + 1]
        at += sum(len(token) + 1 for token in tokens[: inner[-1] + 1])
        tokens = tokens[inner[-1] + 1 :]
        while len(tokens) > _WHOLE_NAME and _bare(tokens[0]) in TITLES:
            titles.append(tokens[0])
            at += len(tokens.pop(0)) + 1
    return at, " ".join(titles), tokens


def cast(text: str, ranges: tuple[tuple[int, int], ...]) -> Cast:
    """Everybody named in full in the given ranges of `text`."""
    found = Cast(text)
    for start, end in ranges:
        for one in names(text, start, end):
            found.add(one)
    return found


def owned(words: str) -> str:
    """The person whom `words` name behind what he belongs to: “Iran’s President Hassan Rouhani”."""
    behind = _OWNER.sub("", words)
    found = trim(behind, 0) if behind != words else None
    if found is None or " " not in found.name or not _BODIES.isdisjoint(found.name.lower().split()):
        return words
    return found.name


def names_nobody(word: str, text: str) -> bool:
    """Whether words with capitals are no name: part of one, or what `text` has in small letters too."""
    tokens = word.split()
    if all(_bare(token) in _NO_SPEAKER for token in tokens):
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
    """Whether `words` only say which office somebody holds: “Assistant Secretary”."""
    return all(_bare(word) in TITLES or _bare(word) in _LESSER for word in words.split())


def is_body(noun: str) -> bool:
    """Whether `noun` names something that speaks for itself, as a ministry does."""
    return noun in _BODIES


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


def _bare(token: str) -> str:
    return token.replace("․", ".").rstrip(".") if token.endswith((".", "․")) else token


def _last(name: str) -> str:
    tokens = name.split()
    while len(tokens) > 1 and tokens[-1] in _SUFFIX:
        tokens.pop()
    return _BEFORE_NAME.sub("", tokens[-1]) if "-" in tokens[-1] else tokens[-1]
