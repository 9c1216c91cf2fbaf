"""One house under several names: “The Guardian” and “Guardian”, “CNN (Web News)” and “CNN”."""

import re

from briefing.text.lazy import Lazy

_ASIDE = Lazy(r"\s*(?:[(\[|]|--|\s[-–—]\s).*$")
"""What databases and sites put behind a name: an edition, a language, the owner."""
_ARTICLE = Lazy(r"^the ", re.IGNORECASE)
_KINDS = frozenset(
    "news online tv com network channel magazine radio blogs english uk us nachrichten fr de net "
    "org".split()
)
_ARTICLES = frozenset("der die das le la les el il".split())
_HOST = Lazy(r"^(?:www\.)?((?:[\w-]+\.)+[a-z]{2,})$")
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "ac"})


def house_key(name: str) -> str:
    """What is the same in all ways to write a house's name, its site among them; two houses have two."""
    if host := host_of(name):
        *labels, _ = host.split(".")
        site = labels[-2] if len(labels) > 1 and labels[-1] in _SECOND_LEVEL else labels[-1]
        return site.replace("-", "")
    return "".join(_words(name)) or name.casefold()


def bare_key(name: str) -> str:
    """The same without the kind at its end: “CBS” of “CBS News”, “Welt” of “Die Welt”.

    Two houses may have one.
    """
    words = _words(name)
    if len(words) > 1 and words[0] in _ARTICLES:
        first = name.split(maxsplit=1)[0]
        if name.isupper() or not first.isupper():  # “LA Times” has none
            del words[0]
    while len(words) > 1 and words[-1] in _KINDS:
        words.pop()
    return "".join(words)


def host_of(name: str) -> str | None:
    """The host, where a house is named by its site alone: “www.gazette.example”."""
    found = _HOST.match(name.strip().casefold())
    return found[1] if found else None


def _words(name: str) -> list[str]:
    return re.findall(r"\w+", _ARTICLE.sub("", _ASIDE.sub("", name.strip())).casefold())
