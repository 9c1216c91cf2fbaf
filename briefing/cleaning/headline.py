"""The headline that a copied page repeats: as its own title, in its path, above the article.

Such a line tells where the article begins and what it is about. Found before any line is judged.
"""

from collections.abc import Sequence

from msgspec import Struct

from briefing.cleaning.lines import Feature

_FEWEST, _MOST = 4, 28
_LONGEST_SENTENCE = 20
"""Words of a headline that ends like a sentence at the most."""
_SAME = 0.75
"""Share of a line's words that stand in the page's title."""
_FEWEST_SHARED = 3
_REACH = 14
"""Lines below a headline within which its article begins."""
_LONG_WORD = 4
_EDGES = ".,:;!?\"'“”‘’«»()[]|-–—…*•"


class Headline(Struct, frozen=True):
    """Where the headline stands that is nearest above the article, and its longer words."""

    line: int
    words: frozenset[str]


def find_headline(features: Sequence[Feature]) -> Headline | None:
    """The line that repeats the page's title, or stands twice itself, with most prose below it."""
    if not features:
        return None
    title = _words(features[0])
    plain = frozenset(features[0].tokens)
    seen = set()
    best, most = None, 0.0
    for index, feature in enumerate(features):
        count = feature.count
        if not _FEWEST <= count <= _MOST or (count > _LONGEST_SENTENCE and feature.prose):
            continue
        if feature.promotion:
            continue
        tokens = frozenset(feature.tokens)
        if len(tokens) < _FEWEST_SHARED:
            continue
        repeats = False
        if index and not plain.isdisjoint(tokens):
            words = _words(feature)
            repeats = len(words & title) >= max(_FEWEST_SHARED, _SAME * len(words))
        if not repeats and tokens not in seen:
            seen.add(tokens)
            continue
        below = features[index + 1 : index + 1 + _REACH]
        prose = sum(each.count for each in below if each.prose) * (2 if repeats else 1)
        if prose and prose >= most:
            best, most = index, float(prose)
    return None if best is None else Headline(best, topic(features[best].tokens))


def topic(tokens: Sequence[str]) -> frozenset[str]:
    """The longer words of a headline."""
    plain = (token.strip(_EDGES) for token in tokens)
    return frozenset(word for word in plain if len(word) >= _LONG_WORD)


def _words(feature: Feature) -> frozenset[str]:
    return frozenset([token.strip(_EDGES) for token in feature.tokens]) - {""}
