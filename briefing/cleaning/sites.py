"""The house that a web page names as its own, weighed against the page's address."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from briefing.cleaning.known import Known
from briefing.model.source import Clue, Field

_TAIL = re.compile(r"\s+[|–—:·•*-]+\s+(?P<site>[^|–—·•*]{2,40})$")
_COMPANY = re.compile(
    r"\b(?:AG|GmbH|Inc|LLC|Ltd|S\.?A|S\.?L|S\.?L\.?U|S\.?p\.?A|S\.?r\.?l|A/S|KG|Verlag|Holdings?|Corporation|"
    r"Limited)\b\.?$|\bKG\b|株式会社|有限公司"
)
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "ac", "or", "ne", "edu"})
_SHORTEST = 3
_PAPER = re.compile(
    r"(?:--|[-_|｜丨–—:：])\s*(?P<site>[\u3040-\u30ff\u3400-\u9fff\w!！]{0,12}"
    r"(?:新聞|ニュース|デジタル|通信|放送|オンライン|电视台|電視台|网|網|报|報|新闻|日报|社|台))\s*$"
)
"""How Chinese and Japanese pages end their title: an outlet's name behind any line, without a space."""
_OWNER = re.compile(r"\s+[-–—|]\s+")
_LEAD = re.compile(r"^(?:[Bb]y:? )?(?:[Tt]he |THE )?")
_OFFER = re.compile(r"\s+(?:Premium|Plus|Pro|Online|Digital|\+)$")


def page_house(clues: Mapping[Field, Sequence[Clue]]) -> Known | None:
    """The name that goes with the page's address; without one the first that is no company's."""
    stated = sorted(clues[Field.PUBLISHER], key=_is_account)
    told = [Known((_called(clue.value),), clue.found_in) for clue in stated]
    site = _site(clues)
    tails = [
        Known((_called(found["site"].strip()),), f"end of the title in {clue.found_in}")
        for clue in clues[Field.TITLE]
        if (found := _TAIL.search(clue.value))
    ]
    if site:
        names = len(told) - sum(map(_is_account, stated))
        every = (*told[:names], *tails, *told[names:])
        fitting = [known for known in every if _fits(known.values[0], site)]
        plain = [known for known in fitting if not _COMPANY.search(known.values[0])]
        if fitting:
            return _whole((plain or fitting)[0], site)
    plain_ones = (known for known in told if not _COMPANY.search(known.values[0]))
    return next(plain_ones, None) or next(iter(told), None) or _paper(clues[Field.TITLE])


def _is_account(clue: Clue) -> bool:
    """Whether a house is named only by its account on a platform: “@harbour”."""
    return clue.value.startswith("@")


def _called(name: str) -> str:
    """A house's name without what makes it an account or an address."""
    return name.removeprefix("@").removeprefix("www.") or name


def _paper(titles: Sequence[Clue]) -> Known | None:
    """The outlet that a Chinese or Japanese title names at its end."""
    for clue in titles:
        if found := _PAPER.search(clue.value):
            return Known((found["site"],), f"end of the title in {clue.found_in}")
    return None


def _whole(known: Known, site: str) -> Known:
    """“Gazette Premium” as “Gazette”, where the address is the Gazette's: an offer is no house."""
    shorter = _OFFER.sub("", known.values[0])
    if squeezed(shorter) == site:
        return Known((shorter,), known.found_in)
    if not _COMPANY.search(known.values[0]):
        return known
    # “Harbour Gazette – Lund Press and Print Ltd”: the paper, then its owner.
    parts = _OWNER.split(known.values[0])
    fitting = (part for part in parts if _fits(part, site) and not _COMPANY.search(part))
    return Known((next(fitting, known.values[0]),), known.found_in)


def is_of_the_house(name: str, clues: Mapping[Field, Sequence[Clue]]) -> bool:
    """Whether `name` is that of the page's house or site, so that it names no author."""
    own = house_key(name)
    site = _site(clues)
    houses = {house_key(clue.value) for clue in clues[Field.PUBLISHER]}
    hosts = {squeezed((_host(clue.value) or "").removeprefix("www.")) for clue in clues[Field.URL]}
    return bool(own) and (own in houses or own in hosts or own == site)


def house_key(name: str) -> str:
    """What stays of a house's name however a byline has it: “By The Daily Harbour”, “Daily Harbour”."""
    return squeezed(_LEAD.sub("", name))


def goes_with_address(name: str, clues: Mapping[Field, Sequence[Clue]]) -> bool:
    """Whether a name that is printed on the page can be that of its site; true without address."""
    site = _site(clues)
    return not site or _fits(name, site)


def address_house(clues: Mapping[Field, Sequence[Clue]]) -> Known | None:
    """The site's name in the address that the page gives as its own."""
    for clue in clues[Field.URL]:
        host = (_host(clue.value) or "").removeprefix("www.")
        if "." in host:
            return Known((host,), f"address in {clue.found_in}")
    return None


def _site(clues: Mapping[Field, Sequence[Clue]]) -> str:
    """The name within the page's address: “harbour-gazette” of “www.harbour-gazette.co.uk”."""
    hosts = filter(None, (_host(clue.value) for clue in clues[Field.URL]))
    parts = next(hosts, "").split(".")[:-1]
    while len(parts) > 1 and parts[-1] in _SECOND_LEVEL:
        parts.pop()
    return squeezed(parts[-1]) if parts else ""


def _host(address: str) -> str | None:
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None


def _fits(name: str, site: str) -> bool:
    words = squeezed(name.removeprefix("The "))
    initials = "".join(word[0] for word in re.findall(r"\w+", _folded(name)))
    short = min(len(words), len(site))
    alike = words in site or site in words
    return (alike and short >= _SHORTEST) or (site in initials and len(site) >= _SHORTEST - 1)


def squeezed(name: str) -> str:
    """The letters and figures of a name alone, small and without accents, as addresses have them."""
    return "".join(filter(str.isalnum, name.lower() if name.isascii() else _folded(name)))


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(character for character in plain if not unicodedata.combining(character))
