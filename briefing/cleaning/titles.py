"""Which line of a text copy is its headline: signs of place, shape, company and words, weighed.

The weights are learnt by `tools/learn_titles.py`. A line is only taken where they speak for it: a
wrong headline costs more than a missing one.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cache
from operator import getitem

from msgspec import Struct

from briefing.cleaning import title_weights
from briefing.cleaning.headline import find_headline
from briefing.cleaning.lines import Feature
from briefing.cleaning.names import byline_authors
from briefing.model.source import Kind
from briefing.text.dates import find_day
from briefing.text.words import WORD, is_function_word

LEAST = 0.4
"""Least sum of weights of a line that is taken for the headline."""
_KINDS = {Kind.BOILERPLATE: 0, Kind.HEADING: 1, Kind.TEASER: 2, Kind.BODY: 3}
WORDS = range(3, 33)
_REACH = 80
"""Lines above the article in which its headline is looked for; and the first few of the copy."""
_OPENING = 4
_INSIDE = 3
"""Lines below the article's first one in which a headline may still stand."""
_CLOSE = 5
_STEPS = 5
"""Lines below a headline in which its date or byline may stand."""
_SAME = 0.75
_HALF = 0.5
_STEM = 6
_EDGES = ".,:;!?\"'“”‘’«»()[]|-–—…*•"
_SHORT = 16
"""Words of a line that may only say when, or by whom."""
_SHARES = (0.001, 0.2, 0.34, 0.5, 0.67, 0.8, 0.95)
_SIZES = (5, 7, 10, 15, 21)
_AWAY = (-1, 1, 2, 3, 4, 6, 9, 15, 31)
_PROSE = (1, 40, 80, 160, 300)
_CUTS = frozenset("….]")
_QUOTES = frozenset("\"“'‘„«")
_MENU = re.compile(r" [»›|>/•·] |\b(?:skip to|log in|sign in|breadcrumb)\b", re.IGNORECASE)
_MOST_KEPT = 50_000

SCALES: dict[str, int] = {
    "words shared with the article": 8,
    "words": 6,
    "lines above the article": 10,
    "first lines": 4,
    "prose below": 6,
    "line above": 6,
    "words the line above shares": 9,
    "line below": 7,
    "dated below": 5,
    "byline below": 5,
    "gaps": 9,
    "kind": 5,
}
FLAGS = (
    "repeated headline", "says the same as the first line", "stands twice", "more words shared below",
    "full stop", "cut short", "question", "colon", "bullet", "promotion", "end mark", "dated",
    "menu marks", "byline", "all capitals", "quotation marks", "begins small", "credit", "prose",
    "begins with a figure", "first line, worded otherwise below", "longer than the line above",
)  # fmt: skip


class _Beginnings(dict[str, str]):
    """The beginning of each word, empty for one that carries no meaning; each is looked at once."""

    def __missing__(self, word: str) -> str:
        if len(self) > _MOST_KEPT:
            self.clear()
        found = self[word] = "" if is_function_word(word) else word[:_STEM]
        return found


_BEGINNINGS = _Beginnings()


def find_title(features: Sequence[Feature], kinds: Sequence[Kind]) -> int | None:
    """The index of the headline's line; `None` where no line reads like one."""
    best, most = None, LEAST
    for index, row, flags in title_signs(features, kinds):
        score = sum(map(getitem, title_weights.SCALED.values(), row)) + _flagged(flags)
        if score > most:
            best, most = index, score
    return best


@cache
def _flagged(row: int) -> float:
    return sum(weight for place, weight in enumerate(title_weights.FLAGGED) if row >> place & 1)


def forget() -> None:
    """Forget the sums that were kept: the tables have changed."""
    _flagged.cache_clear()


class _Page(Struct, frozen=True):
    """What a line is held against: the page's lines, and what is known of them."""

    features: Sequence[Feature]
    kinds: Sequence[Kind]
    first: int
    may: list[int]
    shares: dict[int, float]
    dated: frozenset[int]
    repeated: int | None
    bylines: frozenset[int]
    words: dict[int, frozenset[str]]
    times: Counter[frozenset[str]]
    top: frozenset[str]


def title_signs(
    features: Sequence[Feature], kinds: Sequence[Kind]
) -> list[tuple[int, list[int], int]]:
    """Each line that may be the headline: its index, its level on each of the `SCALES`, its flags."""
    body = [index for index, kind in enumerate(kinds) if kind is Kind.BODY]
    if not body:
        return []
    first = opening(features, body)
    last = min(first + _INSIDE, len(features) - 1)
    near = max(first - _REACH, 0)
    reach = [*range(min(_OPENING, near)), *range(near, last)]
    may = [index for index in reach if features[index].count in WORDS and not features[index].url]
    stems = _stems(features, kinds)
    short = [
        (index, features[index].text)
        for index in range(near, min(last + _STEPS, len(features)))
        if features[index].count <= _SHORT
    ]
    headline = find_headline(features)
    words = {index: frozenset(features[index].tokens) for index in may}
    page = _Page(
        features,
        kinds,
        first,
        may,
        {index: _share(features[index], stems) for index in may},
        frozenset([index for index, text in short if find_day(text)]),
        headline.line if headline else None,
        frozenset([index for index, text in short if byline_authors(text)]),
        words,
        Counter(words.values()),
        frozenset(features[0].tokens),
    )
    rows = []
    best_below = -1.0
    for index in reversed(may):
        rows.append((index, _levels(page, index), _flags(page, index, best_below)))
        best_below = max(best_below, page.shares[index])
    return rows[::-1]


def _levels(page: _Page, index: int) -> list[int]:
    feature, shares = page.features[index], page.shares
    near = range(1, _STEPS)
    return [
        bisect_right(_SHARES, shares[index]),
        bisect_right(_SIZES, feature.count),
        bisect_right(_AWAY, page.first - index),
        min(index, _OPENING - 1),
        bisect_right(_PROSE, _prose(page.features, index)),
        _above(page.features, index),
        bisect_right(_SHARES, shares[index - 1]) if index - 1 in shares else 8,
        _below(page.features, index),
        next((step for step in near if index + step in page.dated), 0),
        next((step for step in near if index + step in page.bylines), 0),
        min(feature.gap, 2) * 3 + (min(page.features[index + 1].gap, 2)),
        _KINDS.get(page.kinds[index], 4),
    ]


def _flags(page: _Page, index: int, best_below: float) -> int:
    feature, top = page.features[index], page.top
    text, tokens, first, last = feature.text, feature.tokens, feature.text[0], feature.text[-1]
    above = index - 1
    byline = index in page.bylines if feature.count <= _SHORT else bool(byline_authors(text))
    return (
        (page.repeated == index)
        | (index > 0 and len(top.intersection(tokens)) >= _SAME * len(tokens)) << 1
        | (page.times[page.words[index]] > 1) << 2
        | (best_below > page.shares[index]) << 3
        | (last == ".") << 4
        | (last in _CUTS and text.endswith(("…", "...", "[…]"))) << 5
        | (last == "?") << 6
        | (last == ":") << 7
        | feature.bullet << 8
        | feature.promotion << 9
        | feature.end << 10
        | (index in page.dated) << 11
        | (_MENU.search(text) is not None) << 12
        | byline << 13
        | text.isupper() << 14
        | (first in _QUOTES) << 15
        | first.islower() << 16
        | (feature.credit or feature.caption) << 17
        | feature.prose << 18
        | first.isdigit() << 19
        | (index == 0 and any(_alike(top, page.features[other]) for other in page.may[1:])) << 20
        | (above in page.shares and feature.count > page.features[above].count) << 21
    )


def opening(features: Sequence[Feature], body: Sequence[int]) -> int:
    """Where the article's paragraphs, the lines of `body`, begin to stand close together."""
    for index in body:
        if sum(each.prose for each in features[index : index + _CLOSE]) > _CLOSE // 2:
            return index
    return body[0]


def _alike(top: frozenset[str], feature: Feature) -> bool:
    """Whether a line says much of what `top` says, and says it otherwise."""
    shared = len(top.intersection(feature.tokens))
    return _HALF * len(feature.tokens) <= shared < len(top)


def shared_words(features: Sequence[Feature], kinds: Sequence[Kind], index: int) -> float:
    """The share of a line's words that carry meaning which the article takes up."""
    return _share(features[index], _stems(features, kinds))


def _stems(features: Sequence[Feature], kinds: Sequence[Kind]) -> frozenset[str]:
    """The beginnings of the article's words, which their forms have in common."""
    body = (each.tokens for each, kind in zip(features, kinds, strict=True) if kind is Kind.BODY)
    return frozenset(
        [
            word[:_STEM] if word.isalnum() else word.strip(_EDGES)[:_STEM]
            for word in frozenset().union(*body)
        ]
    )


def _share(feature: Feature, stems: frozenset[str]) -> float:
    """The share of a line's words that carry meaning which the article takes up."""
    begun = map(_BEGINNINGS.__getitem__, WORD.findall(feature.text.lower()))
    words = [word for word in begun if word]
    return sum(map(stems.__contains__, words)) / len(words) if words else 0.0


def _prose(features: Sequence[Feature], index: int) -> int:
    return sum(each.count for each in features[index + 1 : index + 10] if each.prose)


def _above(features: Sequence[Feature], index: int) -> int:
    if not index:
        return 0
    other = features[index - 1]
    if other.bullet:
        return 1
    return 2 if other.count <= 3 else 3 if other.prose else 4 if other.count <= 6 else 5  # noqa: PLR2004


def _below(features: Sequence[Feature], index: int) -> int:
    other = features[index + 1]
    if other.prose:
        return 1 if other.count < 35 else 2  # noqa: PLR2004 - a deck, or the article
    if other.bullet:
        return 3
    return 4 if other.count <= 3 else 5 if other.count <= 6 else 6  # noqa: PLR2004
