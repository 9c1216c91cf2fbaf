"""One house under several names: “The Guardian” and “Guardian”, “CNN (Web News)” and “CNN”."""

import re

from briefing.text.lazy import Lazy

_ASIDE = Lazy(r"\s*(?:[(\[|]|--|\s[-–—]\s).*$")
"""What databases and sites put behind a name: an edition, a language, the owner."""
_ARTICLE = Lazy(r"^the ", re.IGNORECASE)
_KINDS = frozenset({"news", "online", "tv", "com", "network", "channel", "magazine", "radio"})
_HOST = Lazy(r"^(?:www\.)?((?:[\w-]+\.)+[a-z]{2,})$")


def house_key(name: str) -> str:
    """What is the same in all ways to write a house's name; two houses have two."""
    return "".join(_words(name)) or name.casefold()


def bare_key(name: str) -> str:
    """The same without the kind at its end: “CBS” of “CBS News”. Two houses may have one."""
    words = _words(name)
    while len(words) > 1 and words[-1] in _KINDS:
        words.pop()
    return "".join(words)


def host_of(name: str) -> str | None:
    """The host, where a house is named by its site alone: “www.gazette.example”."""
    found = _HOST.match(name.strip().casefold())
    return found[1] if found else None


def _words(name: str) -> list[str]:
    return re.findall(r"\w+", _ARTICLE.sub("", _ASIDE.sub("", name.strip())).casefold())
