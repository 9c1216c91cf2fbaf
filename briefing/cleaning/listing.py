"""Lists that an article ends in or is broken by: dates of a tour, tables of results, numbered things.

Their lines have no sentences, so that line by line they look like links to other stories. What tells
them apart is that they follow right upon the article and are built alike, each line with figures and
the same marks around them, or numbered by hand one after the other. Lists that the page itself
numbers are indented in a copy and are mostly links (“Most read”).
"""

import re
from collections.abc import Sequence

from briefing.cleaning.lines import Feature

_FEWEST = 4
_HEAD = 1
"""Lines between the article and its list: a heading."""
_APART = 2
"""Lines between two numbered things: their address or price."""
_FIGURE = re.compile(r"\d")
"""No list is told by lines without one."""
_NUMBER = re.compile(r"\W{0,2}(\d{1,3})(?:[.):]|\s[-–—])")
_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]")
_TOKENS = 3
_PLAIN = frozenset("0a*•+-")
"""What says nothing of how a line is built: a figure, a word, a bullet."""


def with_lists(features: Sequence[Feature], judged: Sequence[bool]) -> list[bool]:
    """`judged`, with the lists that follow right upon a piece of the article."""
    found = list(judged)
    for index in range(len(judged) - 1):
        if judged[index] and not judged[index + 1]:
            for line in _list_below(features, judged, index):
                found[line] = True
    return found


def _list_below(features: Sequence[Feature], judged: Sequence[bool], index: int) -> range:
    """The lines of a list that goes on below the article's line at `index`, or begins there."""
    first = index + features[index].prose
    while 0 < first <= index and judged[first - 1] and not features[first - 1].prose:
        first -= 1
    for top in range(first, min(index + 2 + _HEAD, len(features))):
        feature = features[top]
        if top > index and (feature.end or feature.promotion or feature.indent):
            break
        if _FIGURE.search(feature.text) is None:
            continue
        for found in (_numbered(features, top), _alike(features, top)):
            if len(found) >= _FEWEST and found.stop > index + 1 and not features[top].indent:
                return found
    return range(0)


def _numbered(features: Sequence[Feature], first: int) -> range:
    number = _number(features[first])
    last, items = first, 1
    if number is None:
        return range(0)
    for index in range(first + 1, len(features)):
        if features[index].indent or index - last > _APART + 1:
            break
        if _number(features[index]) == number + items:
            last, items = index, items + 1
    return range(first, last + 1) if items >= _FEWEST else range(0)


def _number(feature: Feature) -> int | None:
    found = _NUMBER.match(feature.text)
    return int(found[1]) if found else None


def _alike(features: Sequence[Feature], first: int) -> range:
    beginning, marks = _built(features[first].text)
    if not _tells(beginning):
        beginning = ()
    if not _tells(marks):
        marks = ()
    end = first
    while end < len(features) and (beginning or marks):
        feature = features[end]
        if feature.prose or feature.repeated or feature.indent:
            break
        other, others = _built(feature.text)
        if other != beginning and others != marks:
            break
        end += 1
    return range(first, end)


def _built(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a line begins with, words and figures as such, and its figures and marks in order."""
    signs = [
        "0" if token[0].isdigit() else "a" if token[0].isalpha() else token
        for token in _TOKEN.findall(text)
    ]
    return tuple(signs[:_TOKENS]), tuple(sign for sign in signs if sign != "a")


def _tells(signs: Sequence[str]) -> bool:
    """Whether figures and marks stand among `signs`."""
    return "0" in signs and not _PLAIN.issuperset(signs)
