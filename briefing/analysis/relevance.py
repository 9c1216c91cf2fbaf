"""How well a whole article answers to a theme: by its words, its title, and the theme's name.

Terms are weighed as in ranked retrieval: the logarithm of how often one stands there (Salton and
Buckley, “Term-weighting approaches in automatic text retrieval”, 1988), times its weight in the
theme, which is where rarity comes in.
"""

from collections import Counter
from math import log, sqrt

from msgspec import Struct

from briefing.analysis.body import Body
from briefing.analysis.themes import Matcher, find_everywhere, find_hits
from briefing.model.source import Source
from briefing.model.theme import Theme
from briefing.text.phrases import Words
from briefing.text.spaces import flat
from briefing.text.words import content_stems, stem

_TITLE = 3
"""How often a term of the title counts."""
_BONUS = 3.0
"""What it brings besides, as a share of its weight: few words are chosen with such care."""
_NAME = 0.4
"""Weight of the theme's name beside all its phrases."""


class Article(Struct, frozen=True):
    """A source made ready to be held against many themes."""

    body: Body
    title: str
    stems: Counter[str]
    title_stems: frozenset[str]

    @classmethod
    def of(cls, source: Source) -> "Article":
        """Read `source` once."""
        body = Body(source)
        written = Counter(map(str.lower, body.words.written))
        stems: Counter[str] = Counter()
        for word, count in written.items():
            stems[stem(word)] += count
        title = flat(source.title or "")
        return cls(body, title, stems, frozenset(content_stems(title)))


def relevance(matcher: Matcher, article: Article) -> float:
    """How well `article` answers to the theme: 0 where not at all, without an upper limit.

    The answers of several themes to one article are best compared as `standard_scores`, each over
    the same articles; those of a long and a short article only roughly.
    """
    counts: Counter[str] = Counter()
    weights: dict[str, float] = {}
    body, title = article.body, article.title
    for hit in find_everywhere(matcher, body.text, body.stretches, body.words):
        term = _term(hit.words)
        counts[term] += 1
        weights[term] = max(hit.weight, weights.get(term, 0.0))
    in_title: set[str] = set()
    for hit in find_hits(matcher, title, 0, len(title), Words(title, ((0, len(title)),))):
        term = _term(hit.words)
        in_title.add(term)
        weights[term] = max(hit.weight, weights.get(term, 0.0))
    found = sum(weights[term] * _worth(counts[term], term in in_title) for term in sorted(weights))
    return found / _length(matcher.theme) + _NAME * _by_name(matcher.theme, article)


def _length(theme: Theme) -> float:
    """The length of the theme as a vector: of two themes the one with more words is not favoured."""
    return sqrt(sum(rule.weight**2 * max(1, len(rule.any)) for rule in theme.matches)) or 1.0


def _by_name(theme: Theme, article: Article) -> float:
    """How well `article` answers to the words of the theme's name."""
    names = dict.fromkeys(content_stems(theme.title))
    found = sum(_worth(article.stems[name], name in article.title_stems) for name in names)
    return found / (sqrt(len(names)) or 1.0)


def _worth(found: int, in_title: bool) -> float:
    """How much more than nothing it says that a term stands `found` times in the body."""
    count = found + _TITLE * in_title
    return (1 + log(count) if count else 0.0) + _BONUS * in_title


def _term(words: str) -> str:
    return " ".join(content_stems(words)) or words.lower()
