"""A source as an item of CSL-JSON, the form in which reference programs exchange sources (CSL 1.0.2).

What a source does not say is left out; nothing is filled in.
"""

import datetime
import re
from typing import Any, NamedTuple

from briefing.model.document import Facts

CslItem = dict[str, Any]
_PARTICLES = frozenset(
    "al bin da dal de del della den der di do dos du e el ibn la las le los "
    "san st te ten ter van vom von y zu zum zur".split()
)
_DEGREES = frozenset({"dr", "prof", "professor", "dipl.-ing", "mag", "drs"})
"""Academic titles before a name: part of none, as reference lists have it."""
_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|[IV]{2,4}")
_NAME_WORD = re.compile(r"(?:[^\W\d_]\.?-?)+(?:[’'‘-]?[^\W\d_]+)*\.?")
_COLLECTIVE = frozenset(
    "agence agencies agency associated association authority board bulletin bureau center centre "
    "chronicle club college commission committee company conference correspondents council court "
    "courier daily defence defense department desk dispatch editor editorial editors embassy "
    "federation forces foundation gazette government group guardian herald house independent "
    "institute insider journal league letter ltd magazine ministry monitor navy network news "
    "newspaper newsroom observer office organisation organization party police post presse press "
    "project radio reporters reuters review service society staff standard station street studies "
    "team telegraph television times today tribune union university watch weekly wire writers "
    "actu agentur agenzia amt belga bundesamt bundesministerium feuerwehr gesellschaft gmbh hochschule "
    "ministère ministero ministerium nachrichten polizei presseagentur presseportal presse-agentur "
    "redacción redaktion redazione rédaction reporter the tv universität verband verein zeitung".split()
)
_MOST_WORDS = 5


class Name(NamedTuple):
    """A person's name in its parts."""

    family: str
    given: str
    suffix: str = ""


def split_name(name: str) -> Name | None:
    """The parts of a person's name; `None` where it is not plainly one, as with a news desk."""
    plain, _, suffix = name.rpartition(" ")
    if not plain or not _SUFFIX.fullmatch(suffix):
        plain, suffix = name, ""
    words = plain.rstrip(",").split()
    while len(words) > 2 and words[0].lower().rstrip(".") in _DEGREES:  # noqa: PLR2004
        del words[0]
    if not 2 <= len(words) <= _MOST_WORDS or not all(map(_belongs_to_a_name, words)):  # noqa: PLR2004
        return None
    if len(words[0]) > 1 and all(word.isupper() for word in words):
        return None
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in _PARTICLES:
        first -= 1
    return Name(" ".join(words[first:]), " ".join(words[:first]), suffix)


def csl_item(facts: Facts, key: str) -> CslItem:
    """`facts` as an item named `key`."""
    item: CslItem = {"id": key, "type": "article-newspaper"}
    if facts.title:
        item["title"] = facts.title
    if facts.authors:
        item["author"] = list(map(_csl_name, facts.authors))
    if facts.publisher:
        item["container-title"] = facts.publisher
    for name, day in (("issued", facts.published), ("accessed", facts.accessed)):
        if day:
            item[name] = _csl_date(day)
    if facts.url:
        item["URL"] = facts.url
    if facts.language:
        item["language"] = facts.language
    return item


def _csl_name(name: str) -> dict[str, str]:
    parts = split_name(name)
    if parts is None:
        return {"literal": name}
    named = {"family": parts.family, "given": parts.given}
    return {**named, "suffix": parts.suffix} if parts.suffix else named


def _csl_date(day: datetime.date) -> dict[str, list[list[int]]]:
    return {"date-parts": [[day.year, day.month, day.day]]}


def _belongs_to_a_name(word: str) -> bool:
    if word in _PARTICLES:
        return True
    plain = word.lower() not in _COLLECTIVE and _NAME_WORD.fullmatch(word) is not None
    return plain and word[0].isupper()
