"""Names of people and houses, told by how they are written."""

import re

_PARTICLE = r"(?:de|da|di|del|della|der|den|van|von|bin|ibn|al|el|la|le|du|dos|ten|ter)"
_GIVEN = r"(?:[A-ZÀ-ÖØ-ÞŁŚŻ][\w’'.-]*[\w.]|[A-Z]\.?)"
NAME = rf"{_GIVEN}(?: (?:{_PARTICLE} )?{_GIVEN}){{1,3}}"
PERSON = re.compile(rf"^{NAME}$")
_BYLINE = re.compile(
    r"^(?:(?:Written |Story |Report |Analysis |Words )?[Bb]y:? |BY:? |Authors?: ?)(?P<names>.{3,120})$"
)
_PLACED = re.compile(rf"^(?P<names>{NAME}(?:(?:, | and ){NAME}){{0,3}}) in [A-Z][\w’'. -]{{2,40}}$")
_SPLIT = re.compile(r"\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\by\b| \| )\s*")
_TAIL = re.compile(
    r"(?:\s[-–—|•·]\s.*| for .*| in [A-Z].*| \d.*|,? (?:[Pp]ublished|[Uu]pdated|[Pp]osted).*|"
    r",? (?:[A-Z][\w ]+ )?(?:[Cc]orrespondent|[Rr]eporter|[Ee]ditor|[Ww]riter|[Ss]taff).*)$"
)
_NO_PERSON = re.compile(
    r"\b(?:News|Staff|Desk|Editors?|Times|Post|Press|Agency|Agencies|Team|Media|Magazine|Reuters|"
    r"AFP|Bureau|Board|Newsroom|Home|Menu|World|Politics|Business|Sports?|Video|Read|More|Minutes?|"
    r"January|February|March|April|June|July|August|September|October|November|December)\b"
)
_COLLECTIVE = re.compile(
    r"\b(?:[Ss]taff|[Dd]esk|[Nn]ewsroom|[Tt]eam|[Aa]gencies|[Aa]gency|[Bb]oard)\b"
)


def byline_authors(words: str) -> tuple[str, ...]:
    """The names in a byline (“By Ada Moss and Per Lund”, “Ada Moss in Lund”); empty if it is none."""
    words = words.strip()
    if found := _PLACED.match(words):
        return split_authors(found["names"])
    if found := _BYLINE.match(words):
        return split_authors(_TAIL.sub("", found["names"]), collective=True)
    return ()


def split_authors(words: str, *, collective: bool = False) -> tuple[str, ...]:
    """The single names in a list of authors; a desk or staff counts only if `collective`."""
    names = []
    for part in _SPLIT.split(re.sub(r"^[Bb]y:? ", "", words.strip())):
        name = part.strip(" .,|•·-–—").removeprefix("the ")
        if is_person(name) or (collective and _COLLECTIVE.search(name) and len(name) < 40):  # noqa: PLR2004
            names.append(_case(name))
    return tuple(dict.fromkeys(names))


def is_person(name: str) -> bool:
    """Whether `name` is written like a person's: two to four capitalised words, no house's word."""
    return PERSON.match(_case(name)) is not None and not _NO_PERSON.search(name)


def _case(name: str) -> str:
    return name.title() if name.isupper() and len(name) > 5 else name  # noqa: PLR2004 - initials
