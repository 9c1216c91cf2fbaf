"""Who can speak: names, roles, pronouns, and to whom in the article they lead."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_UPPER = r"[A-Z][\w’'-]*[\w]"
_TITLES = (
    r"(?:(?:U\.?S\.?|US|UK|Japanese|Chinese|American|British|North Korean|South Korean|Philippine|"
    r"Australian|former|then|acting|deputy|vice|senior) )*"
    r"(?:(?:President|Prime Minister|Premier|Chancellor|Vice President|Secretary(?: of \w+)?|Minister|"
    r"Foreign Minister|Defen[sc]e Minister|Senator|Sen\.|Representative|Rep\.|Governor|Gov\.|General|"
    r"Gen\.|Admiral|Adm\.|Colonel|Col\.|Captain|Capt\.|Ambassador|Professor|Prof\.|Dr\.?|Mr\.?|Mrs\.?|"
    r"Ms\.?|Judge|Justice|Sir|Lord|Lady|Pope|King|Queen|Prince|Princess|Congress(?:man|woman)|"
    r"spokes(?:man|woman|person)) )?"
)
PERSON = rf"{_TITLES}{_UPPER}(?: (?:[A-Z]\. )?(?:(?:de|van|von|bin|al|el|da) )?{_UPPER}){{0,3}}(?: Jr\.?)?"
PRONOUN = r"(?:[Hh]e|[Ss]he|[Tt]hey)"
ROLE = (
    r"[Tt]he (?:[\w’'-]+ ){0,3}?(?:professor|president|prime minister|minister|secretary|senator|"
    r"spokes(?:man|woman|person)|ministry|official|officials|leaders?|government|statement|report|"
    r"analyst|expert|researcher|admiral|general|commander|ambassador|chief|chairman|chairwoman|"
    r"director|lawmaker|diplomat|mayor|governor|judge|source|sources|company|newspaper|agency|paper)"
)
_NAME = re.compile(
    rf"(?<![\w-])(?P<title>{_TITLES})"
    rf"(?P<name>{_UPPER}(?: (?:[A-Z]\. )?(?:(?:de|van|von|bin|al|el|da) )?{_UPPER}){{1,3}}(?: Jr\.?)?)"
)
_TITLE = re.compile(rf"^{_TITLES}")
_ROLE_AFTER = re.compile(r"^, (?P<role>(?:an?|the|who) [^,.;“”\"]{3,90}|[a-z][^,.;“”\"]{5,90})(?=[,.;])")
_NOT_NAMES = frozenset(
    "The This That These Those It But And In On At By For From With As If When While After Before "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June "
    "July August September October November December Washington Tokyo Beijing However".split()
)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in full: name, where, and the role that stands with the name, if any."""

    name: str
    start: int
    role: str | None


def people(text: str, start: int, end: int) -> tuple[Person, ...]:
    """Everybody named in full in `text[start:end]`."""
    found = []
    for hit in _NAME.finditer(text, start, end):
        name = hit["name"]
        if name.split()[0] not in _NOT_NAMES:
            after = _ROLE_AFTER.match(text, hit.end(), end)
            role = after["role"] if after else hit["title"].strip() or None
            found.append(Person(name, hit.start("name"), role))
    return tuple(found)


def resolve(
    words: str, at: int, known: Sequence[Person], last: str | None
) -> tuple[str | None, str | None]:
    """The full name and the role that `words`, at offset `at`, lead to; `None` where unsure.

    `known` is everybody named in full in the article, `last` the speaker before.
    """
    if re.fullmatch(PRONOUN, words):
        return (last, _role(last, known)) if words.lower() != "they" else (None, None)
    if re.fullmatch(ROLE, words):
        return _by_role(words, at, known, last)
    name = _TITLE.sub("", words).strip()
    fits = {person.name for person in known if _same(name, person.name)}
    if len(fits) == 1:
        (full,) = fits
        return full, _role(full, known)
    return (name or None), _role(name, known)


def _by_role(
    words: str, at: int, known: Sequence[Person], last: str | None
) -> tuple[str | None, str | None]:
    """“The professor” is the one professor named before; a body speaks for itself."""
    noun = words.split()[-1].lower()
    fits = {person.name for person in known if person.start < at and noun in (person.role or "").lower()}
    if len(fits) == 1:
        (full,) = fits
        return full, _role(full, known)
    if noun in ("ministry", "government", "statement", "report", "company", "newspaper", "agency"):
        return words, None
    return None, None


def _role(name: str | None, known: Sequence[Person]) -> str | None:
    return next((person.role for person in known if person.name == name and person.role), None)


def _same(short: str, full: str) -> bool:
    """Whether `short` is `full` or its family name."""
    return short == full or (" " not in short and full.removesuffix(" Jr.").split()[-1] == short)
