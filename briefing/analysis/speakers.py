"""Who can speak: names and roles as an article writes them, and the full name they lead to."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from briefing.analysis.given_names import pronoun_of
from briefing.analysis.names import (
    BODIES,
    NATIONS,
    Named,
    last_of,
    names,
    owned,
    places_of,
    without_stop,
)
from briefing.analysis.roles import is_aside, is_role
from briefing.text.lazy import Lazy

_HIGH_OFFICE = (
    r"(?P<office>President|Minister|Chancellor|Senator|Sen\.|Governor|Gov\.|King|Queen|Pope)"
)
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
_NO_ROLE = NATIONS | frozenset(
    "Then Late Former Acting House Senate State Foreign Defense Defence Prime Vice Mr Mrs Ms Miss Sir "
    "Dame Lord Lady".split()
)
"""Titles that say nothing by themselves of what somebody is."""
_ROLE_OPENS = (", ", " (")
_LEAD_OF_ROLE, _TAIL_OF_ROLE = 40, 140
"""Characters before a name and behind it in which its role stands."""
_ROLE_BEFORE = re.compile(
    r"(?:[\w’'-]+ ){0,4}(?!(?:told|tells|asked|said|says|and|or|but|to|by|with|from|of|in|at|for|on|about|"
    r"against|when|while|that|as|than|after|before|met|is|was|named|called|the|an?|his|her|its|their)\b)"
    r"[a-z][\w-]+ $"
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
_OFFICE_REACH = 40
_ACCORDING = "According to "
_OPENS = re.compile(r"(?!Moham)[A-Z](?:[a-z]{3,}(?:ing|ly)|[a-z]{4,}ed) ")
"""How a sentence may open in front of a name: “Hosting Moss”, “Surely Moss”."""


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
        last = last_of(found.name)
        self.by_last.setdefault(last, []).append(found)

    def full(self, name: str) -> str:
        """The name as first given in full; `name` itself where that is not certain."""
        tokens = name.split()
        known = self.by_last.get(last_of(name), [])
        if not known and len(tokens) == 1:
            return self._by_first(name) or name
        if len(tokens) > 1 and (whole := self._by_two_last(name, known)):
            return whole
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
        return owned(fits[0])

    def _by_two_last(self, name: str, known: Sequence[Named]) -> str | None:
        """The one full name that ends in `name`, where this is a family name of two words."""
        if pronoun_of(name.split(maxsplit=1)[0]) is not None:
            return None
        first = self.by_name[name].start if name in self.by_name else len(self.text)
        longer = {one.name for one in known if one.name.endswith(f" {name}") and one.start < first}
        given = {one for one in longer if pronoun_of(one.split(maxsplit=1)[0]) is not None}
        return given.pop() if len(given) == 1 else None

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
        last = last_of(name)
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
        here = [one for one in every if BODIES.isdisjoint(one.name.lower().split())]
        if len(here) != 1 or NATIONS.issuperset(map(without_stop, here[0].title.split())):
            return None
        return self.full(here[0].name)

    def role(self, name: str | None) -> str | None:
        """The role that stands with the first mention of `name`."""
        found = self.by_name.get(name or "")
        if found is None:
            return None
        after = _ROLE_AFTER.match(self.text, found.end, found.end + _TAIL_OF_ROLE)
        if after and is_role(after["role"]) and self._is_no_clause(found, after):
            return after["role"].strip()
        return self._office(found) if found.title else None

    def _is_no_clause(self, found: Named, after: re.Match[str]) -> bool:
        """Whether what stands in commas is no clause: “According to Ada Moss, the port fell”."""
        lead = self.text[max(0, found.start - _LEAD_OF_ROLE) : found.start]
        if _ACCORDING not in lead:
            return True
        return self.text.startswith(",", after.end()) and is_aside(after["role"])

    def _office(self, found: Named) -> str | None:
        """The title before a name, with the office that it ends: “Secretary of State”."""
        start = found.start - len(found.title) - 1
        lead = _OFFICE.search(self.text, max(0, start - _OFFICE_REACH), max(0, start))
        if lead:
            return f"{lead.group()}{found.title}"
        plain = all(without_stop(token) in _NO_ROLE for token in found.title.split())
        return None if plain else found.title

    def pronoun(self, name: str) -> str | None:
        """“he” or “she”, as the text calls `name` elsewhere, or else as the given name has it.

        `None` where that is not plain.
        """
        if name not in self.called:
            told = list(self._told(last_of(name)))
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


def cast(text: str, ranges: tuple[tuple[int, int], ...]) -> Cast:
    """Everybody named in full in the given ranges of `text`."""
    found = Cast(text)
    for start, end in ranges:
        for one in names(text, start, end):
            found.add(one)
    return found
