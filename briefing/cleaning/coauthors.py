"""People named on lines of their own, and who of them wrote together."""

import re
from collections.abc import Sequence

from briefing.cleaning.bylines import joined_authors, listed_author
from briefing.cleaning.houses import has_outlet_word
from briefing.cleaning.known import body_lines
from briefing.cleaning.lines import Feature
from briefing.cleaning.names import lone_author
from briefing.model.source import Kind
from briefing.text.lazy import Lazy
from briefing.text.plain import plain

_AND = Lazy(r"^(?:and|und|et|y|e|en|og|och|i|&) ")
_ROLE = Lazy(
    r"redakt|rédact|korrespond|correspond|journalist|reporter|editor|leiter|chef|autor|writer|direkt|direct|"
    r"analyst|kolumn|column|producer|fotograf|photograph",
    re.IGNORECASE,
)
"""What a person is, written like a name: “Leitender Wirtschaftsredakteur”."""
_MOST = 3
"""Lines below a byline that may go on with it."""


def without_and(words: str) -> str:
    """A line of names without the “and” that leads on from the line above."""
    return _AND.sub("", words)


def names_alone(words: str) -> tuple[str, ...]:
    """The people whom a line names, if it has nothing else."""
    words = listed_author(words)
    lone = lone_author(words)
    return (lone,) if lone else joined_authors(words)


def is_spoken_of(name: str, features: Sequence[Feature], kinds: Sequence[Kind]) -> bool:
    """Whether the article names the person: then a tag or a caption did so above it, and no byline."""
    family = plain(name).split()[-1:]
    body = [features[index] for index in body_lines(kinds)]
    return any(not frozenset(family).isdisjoint(feature.tokens) for feature in body)


def with_others(
    features: Sequence[Feature], kinds: Sequence[Kind], bylines: tuple[int, ...]
) -> tuple[int, ...]:
    """`bylines` and the lines right below that name others alone, of whom the article does not speak."""
    found = list(bylines)
    for index in range(bylines[-1] + 1, bylines[-1] + 1 + _MOST) if bylines else ():
        words = features[index].text if index < len(features) else ""
        names = names_alone(without_and(words))
        if not names or kinds[index] is Kind.BODY or _ROLE.search(words) or has_outlet_word(words):
            break
        if any(is_spoken_of(name, features, kinds) for name in names):
            break
        found.append(index)
    return tuple(found)
