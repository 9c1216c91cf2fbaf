"""The headline that a copied page repeats: a copy's first line is often the page's own title.

The line that says the same again tells where the article begins and what it is about. It is found
before any line is judged. (Lines that merely stand twice are mostly of boxes and forms.)
"""

import math
from collections.abc import Sequence

from msgspec import Struct

from briefing.cleaning.lines import Feature

_FEWEST, _MOST = 3, 28
_SAME = 0.75
"""Share of a line's words that stand in the page's title."""
_COVERED = 0.5
"""Share of the title's words that stand in the line: the rest may name the site."""
_FEWEST_SHARED = 3
_REACH = 14
"""Lines below a headline within which its article begins."""
_ARTICLE_WORDS = 80
"""Words of paragraphs that stand below a headline at the least, if the article does."""
_LONG_WORD = 4


class Headline(Struct, frozen=True):
    """Where the headline stands, the first line that may be the article's, its longer words."""

    line: int
    begins: int
    words: frozenset[str]


class _Last:
    """The page that was asked for last, and its headline: lines and titles ask one after another."""

    answer: tuple[Sequence[Feature], Headline | None] = ((), None)


def find_headline(features: Sequence[Feature]) -> Headline | None:
    """The line that repeats the page's title best, with most prose below it."""
    page, found = _Last.answer
    if page is not features:
        found = _find_headline(features)
        _Last.answer = features, found
    return found


def _find_headline(features: Sequence[Feature]) -> Headline | None:
    title = frozenset(features[0].tokens if features else ())
    # Of these any line has one that has enough of the title: most have none, and that is seen at once.
    enough = len(title) - math.ceil(max(_FEWEST_SHARED, _COVERED * len(title))) + 1
    strange = frozenset(sorted(title, key=len)[-enough:] if enough > 0 else ()).isdisjoint
    best, most = 0, (0.0, 0)
    for index, feature in enumerate(features):
        if not _FEWEST <= feature.count <= _MOST or strange(feature.tokens) or not index:
            continue
        words = frozenset(feature.tokens)
        shared = len(words & title)
        if shared < max(_FEWEST_SHARED, _SAME * len(words), _COVERED * len(title)):
            continue
        prose = sum(each.count for each in features[index + 1 : index + 1 + _REACH] if each.prose)
        alike = round(shared / len(title | words), 1)
        if prose and (alike, prose) > most:
            best, most = index, (alike, prose)
    if not best:
        return None
    below = sum([each.count for each in features[best:] if each.prose])
    begins = best + 1 if below >= _ARTICLE_WORDS else 0
    return Headline(best, begins, topic(features[best].tokens))


def beginning(features: Sequence[Feature]) -> int:
    """The first line that may be the article's: none above its headline is, if much stands below."""
    found = find_headline(features)
    return found.begins if found else 0


def topic(tokens: Sequence[str]) -> frozenset[str]:
    """The longer words of a headline."""
    return frozenset([word for word in tokens if len(word) >= _LONG_WORD])
