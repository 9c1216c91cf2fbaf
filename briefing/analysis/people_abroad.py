"""Everybody whom an article in another language than English names, and whom short forms lead to."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from briefing.analysis.given_names import pronoun_of
from briefing.analysis.phrases_abroad import Reading, Token, name_run, titles_before, tokens_at
from briefing.analysis.quotemarks import marks_of
from briefing.analysis.tongues import Tongue

_CAPITAL = re.compile(r"(?<![\w’'-])[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]*")
_GOES_ON = re.compile(r"\.? (?:[a-zà-ÿ]{1,4} ){0,2}[A-ZÀ-ÖØ-ÞĀ-Ž]|[’'.]")
"""Behind a word with a capital: what may be more of a name."""
_WHOLE_NAME = 2
_BEFORE, _BEHIND = 60, 90
"""Characters before a name and behind it in which what somebody is stands."""
_BREAK = re.compile(r"[.!?:;,()„“”«»\"]")
_NOUNS = re.compile(
    r"\b(?:der|die|das|des|dem|den|eine?[nmrs]?|keine?|im|am|zum|zur|vom|beim) ([A-ZÀ-Þ][\w-]*)"
)
"""Nouns behind an article, where nouns are written with a capital."""


class Mention(Struct, frozen=True):
    """A name of two words or more, and where it stands."""

    name: str
    start: int
    end: int


class People:
    """Everybody named in full in the body of an article."""

    def __init__(self, tongue: Tongue, text: str, stretches: Sequence[tuple[int, int]]) -> None:
        self.tongue = tongue
        self.text = text
        self.marks = marks_of(text, tongue.language)
        self.pronouns: dict[str, str] = {}
        self._nouns: frozenset[str] | None = None
        self.reading = Reading(tongue, text, self._is_noun, self.is_given)
        self.mentions: list[Mention] = []
        self.singles: list[tuple[int, str]] = []
        self._by_name: dict[str, Mention] = {}
        self._by_part: dict[str, list[str]] = {}
        self._roles: dict[str, str] = {}
        self._persons: dict[str, bool] = {}
        for start, end in stretches:
            for one in self._found(start, end):
                self._add(one)
        self._starts = [one.start for one in self.mentions]

    def _found(self, start: int, end: int) -> Iterator[Mention]:
        """The names in a stretch of the text, and beside them the single words with a capital."""
        done = start
        for capital in _CAPITAL.finditer(self.text, start, end):
            at = capital.start()
            if at < done or capital.group() in self.tongue.not_names:
                continue
            if not _GOES_ON.match(self.text, capital.end(), end):
                self.singles.append((at, capital.group()))
                continue
            tokens, _ = tokens_at(self.text, at, end, self.tongue)
            skipped = titles_before(self.reading, tokens)
            many = name_run(self.reading, tokens, skipped)
            if many >= _WHOLE_NAME:
                skipped, many = self._own(tokens, skipped, many)
                first, last = tokens[skipped], tokens[skipped + many - 1]
                done = last.end
                name = self.text[first.start : last.end]
                yield Mention(name.removesuffix("’s").removesuffix("'s"), first.start, last.end)
            elif many:
                self.singles.append((tokens[skipped].start, tokens[skipped].word))
                done = tokens[skipped].end

    def _own(self, tokens: Sequence[Token], at: int, many: int) -> tuple[int, int]:
        """Where the name proper begins: “Tax Network Leo Brandt” ends in the name of a man."""
        run = [self.is_given(token.word) for token in tokens[at : at + many]]
        if not run[0]:
            for later in range(1, many - 1):
                if run[later]:
                    return at + later, many - later
        return at, many

    def _add(self, one: Mention) -> None:
        self.mentions.append(one)
        if one.name in self._by_name:
            return
        self._by_name[one.name] = one
        for part in one.name.split()[1:]:
            self._by_part.setdefault(part, []).append(one.name)

    def _is_noun(self, word: str) -> bool:
        """Whether a word stands behind an article somewhere, as a noun does and no name."""
        if self._nouns is None:
            self._nouns = frozenset(_NOUNS.findall(self.text))
        return word in self._nouns

    def is_common(self, word: str) -> bool:
        """Whether a single word with a capital is a noun where nouns are written with one."""
        return self.tongue.capital_nouns and self._is_noun(word)

    def is_given(self, word: str) -> bool:
        """Whether a word is a given name."""
        return word in self.tongue.given or _known(word) is not None

    def knows(self, word: str) -> bool:
        """Whether somebody named in full bears a name by itself."""
        return word in self._by_part or self.full(word) != word

    def full(self, name: str) -> str:
        """The name as given in full; `name` itself where that is not certain."""
        tokens = name.split()
        if len(tokens) >= _WHOLE_NAME:
            longer = {one for one in self._by_name if one.endswith(f" {name}")}
            return longer.pop() if len(longer) == 1 else name
        fits = self._by_part.get(name, [])
        last = [one for one in fits if one.endswith(f" {name}")]
        fits = last or fits
        given = [one for one in fits if self.is_given(one.split()[0])]
        fits = given or fits
        shortest = [one for one in fits if not any(one.endswith(f" {other}") for other in fits)]
        if len(set(shortest)) == 1:
            return shortest[0]
        if (
            not fits
            and self.is_given(name)
            and (firsts := {one for one in self._by_name if one.split()[0] == name})
        ):
            return firsts.pop() if len(firsts) == 1 else name
        return name

    def named_in(self, start: int, end: int) -> list[str]:
        """The persons named in `[start, end)`, each once, in order."""
        found = [
            (one.start, one.name) for one in self._between(start, end) if self.is_person(one.name)
        ]
        for at, word in self.singles[bisect_left(self.singles, (start, "")) :]:
            if at >= end:
                break
            full = self.full(word)
            if (full != word and self.is_person(full)) or (full == word and self.is_given(word)):
                found.append((at, full))
        return list(dict.fromkeys(self.full(name) for _, name in sorted(found)))

    def _between(self, start: int, end: int) -> list[Mention]:
        first = bisect_left(self._starts, start)
        return self.mentions[first : bisect_left(self._starts, end, first)]

    def mentioned(self, start: int, end: int) -> bool:
        """Whether anything with a name stands in `[start, end)`."""
        first = bisect_left(self.singles, (start, ""))
        single = first < len(self.singles) and self.singles[first][0] < end
        return single or bool(self._between(start, end))

    def names_others(self, start: int, end: int) -> bool:
        """Whether there are names in `[start, end)` of which it is not plain whether they are persons'."""
        return any(not self.is_person(self.full(one.name)) for one in self._between(start, end))

    def is_person(self, name: str) -> bool:
        """Whether a name is a person's, by its first part or by a role beside it."""
        if name not in self._persons:
            one = self._by_name.get(name)
            self._persons[name] = self.is_given(name.split(maxsplit=1)[0]) or (
                one is not None and any(map(self.tongue.is_role, self._beside(one)))
            )
        return self._persons[name]

    def _beside(self, one: Mention) -> list[str]:
        """The words that stand right before a name, over a comma too."""
        lead = self.text[max(0, one.start - _BEFORE) : one.start]
        close = lead.removesuffix(" ")
        if close.endswith(","):
            return re.findall(r"\w[\w-]*", re.split(r"[.!?:;,()„“”«»\"]", close[:-1])[-1])[:6]
        return re.findall(r"\w[\w-]*$", close)

    def pronoun(self, name: str) -> str | None:
        """“he” or “she” for who is called `name`; `None` where that is not plain."""
        first = name.split(maxsplit=1)[0].split("-", maxsplit=1)[0]
        if " " not in name:
            return None
        if first in self.tongue.women:
            return "she"
        known = "he" if first in self.tongue.men else _known(first)
        return known or self._by_role(name)

    def _by_role(self, name: str) -> str | None:
        """What the ending of a German role tells: “den Autor”, “die Sprecherin”."""
        one = self._by_name.get(name) if self.tongue.capital_nouns else None
        roles = [word for word in self._beside(one) if self.tongue.is_role(word)] if one else []
        return None if not roles else "she" if roles[-1].endswith("in") else "he"

    def is_owner(self, name: str) -> bool:
        """Whether a name only says whose something is: “Moss’ Formel”, in German “Brandts Formel”."""
        *others, _ = name.split()
        return self.tongue.capital_nouns and any(
            word.endswith("s") and self.knows(word[:-1]) for word in others
        )

    def note_role(self, name: str, role: str | None) -> None:
        """Remember what the text says that somebody is; the first word on it counts."""
        if role:
            self._roles.setdefault(name, role)

    def role(self, name: str | None) -> str | None:
        """What the text says that somebody is."""
        return self._roles.get(name or "")

    def named_by_role(self, noun: str, at: int) -> str | None:
        """The one person before offset `at` beside whose name a noun says that he is that."""
        sought = noun.casefold()
        fits = {
            self.full(one.name)
            for one in self.mentions[: bisect_left(self._starts, at)]
            if sought in self._around(one) and self.is_person(one.name)
        }
        return fits.pop() if len(fits) == 1 else None

    @lru_cache(maxsize=512)  # noqa: B019 - lives as long as one article is looked at
    def _around(self, one: Mention) -> frozenset[str]:
        """The words right before and behind a mention, and what compounds of them end in."""
        before = _BREAK.split(self.text[max(0, one.start - _BEFORE) : one.start])[-1]
        behind = self.text[one.end : one.end + _BEHIND]
        behind = behind[2:].split(",")[0].split(".")[0] if behind.startswith(", ") else ""
        words = re.findall(r"[^\W\d_]+", f"{before} {behind}".casefold())
        if self.tongue.capital_nouns:
            words += [role for word in words for role in self.tongue.roles if word.endswith(role)]
        return frozenset(words)


def _known(word: str) -> str | None:
    return pronoun_of(word.split("-", maxsplit=1)[0])
