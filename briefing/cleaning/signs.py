"""What speaks for and against each line of a text copy: signs, for the scorer to weigh.

A sign is a level of one of the `SCALES`: of a line's shape, of the words it shares with the page's
paragraphs, of its place and company. None of them is a phrase of one site, and all but a few marks
hold in any language.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain, compress

from briefing.cleaning.headline import beginning, find_headline
from briefing.cleaning.lines import Feature

_SIZES = (1, 2, 3, 5, 7, 10, 15, 25, 40, 70)
_SHARES = (0.001, 0.12, 0.25, 0.4, 0.55, 0.7, 0.85)
_MOST_COUNTED = 70
_SIZE = tuple(bisect_right(_SIZES, count) for count in range(_MOST_COUNTED + 1))
_NEAR = (1, 15, 40, 80, 160, 300)
_FAR = _NEAR[-1]
_NEAR_LEVEL = tuple(bisect_right(_NEAR, words) for words in range(_FAR + 1))
_LONG_LINE = 15
_LONG_WORD = 5
_COMMON = 0.3
"""Share of a page's paragraphs that a short word stands in, if it is one that holds sentences together."""
_BELOW_HEADLINE = (1, 4, 12, 30, 60)
_GLUED = re.compile(r"[a-zß-ÿ.!?][A-ZÀ-Þ][a-zß-ÿ]+ ")
_DIGITS = frozenset("0123456789")
_MANY, _DEEP = 3, 4
"""Sentence ends, commas and blank lines from which on it makes no difference; and spaces of indent."""
_QUOTES = re.compile("[“„«”»]")
_CUTS = frozenset("….]")
_REACH = 6
"""Lines around a sentence that may belong to its article."""
_SHORT = 5
"""Words below which a line only does right beside a sentence: it is a heading, or of a menu."""
_REMARK = 20
"""Characters up to which a line with an end says nothing (“Menu.”)."""

SCALES: dict[str, int] = {
    "shape": 66,
    "shape above": 67,
    "shape below": 67,
    "shape two above": 67,
    "shape two below": 67,
    "size above and below": 144,
    "small words": 24,
    "words shared": 24,
    "capitals": 24,
    "gap and indent": 20,
    "gap below": 4,
    "sentences within": 4,
    "commas": 4,
    "prose near": 49,
    "prose wide": 49,
    "place to the core": 9,
    "prose read": 24,
    "ended": 6,
    "same shape near": 18,
    "place to the headline": 24,
    "words of the headline": 12,
}
"""Each scale with the number of its levels."""
FLAGS = (
    "repeated", "credit", "caption", "promotion", "asked", "blurb", "edited", "end", "url",
    "legal", "tight", "quotation marks", "begins small", "figures", "menu marks", "cut short",
    "question", "glued", "address",
)  # fmt: skip
"""Marks that a line bears or not."""
AROUND = 10
"""So many of the first `FLAGS` are also looked at in the lines above and below."""


def near_prose(features: Sequence[Feature]) -> list[bool]:
    """Whether each line has a sentence within reach; far from any no line is the article's.

    Three of four lines of a page are menus of that sort, and need not be weighed.
    """
    count = len(features)
    near = [False] * count
    begins = beginning(features)
    sentences = [
        index
        for index, feature in enumerate(features[begins:], begins)
        if feature.prose
        or (feature.ends and feature.clean and not feature.bullet and len(feature.text) > _REMARK)
    ]
    reached = begins
    for index in sentences:
        for at in range(max(index - _REACH, reached), min(index + _REACH + 1, count)):
            near[at] = features[at].count >= _SHORT
        reached = max(reached, min(index + _REACH + 1, count))
    for index in sentences:
        first = max(index - 1, begins)
        near[first : index + 2] = [True] * (min(index + 2, count) - first)
    return near


def flags(features: Iterable[Feature]) -> list[int]:
    """The flags of each line, one bit for each of `FLAGS`."""
    rows = []
    for feature in features:
        text = feature.text
        found = 0
        if not feature.clean or feature.legal:
            found = (
                feature.repeated | feature.credit << 1 | feature.caption << 2
                | feature.promotion << 3 | feature.asked << 4 | feature.blurb << 5
                | feature.edited << 6 | feature.end << 7 | feature.url << 8 | feature.legal << 9
            )  # fmt: skip
        if feature.tight:
            found |= 1 << 10
        if '"' in text or (not text.isascii() and _QUOTES.search(text)):
            found |= 1 << 11
        if text[0].islower():
            found |= 1 << 12
        if feature.count < _LONG_LINE:
            if not _DIGITS.isdisjoint(text[:30]):
                found |= 1 << 13
            if "@" in text or "©" in text or ".com" in text:
                found |= 1 << 18
        if "|" in text or " / " in text or " > " in text or text[-1] == "»":
            found |= 1 << 14
        if text[-1] in _CUTS and text.endswith(("…", "...", "[…]")):
            found |= 1 << 15
        elif text[-1] == "?":
            found |= 1 << 16
        if feature.count < 60 and _GLUED.search(text):  # noqa: PLR2004
            found |= 1 << 17
        rows.append(found)
    return rows


def levels(
    features: Sequence[Feature], core: tuple[int, int], near: Sequence[bool]
) -> list[list[int]]:
    """The level of each `near` line on each of the `SCALES`; `core` is the densest run of paragraphs."""
    sizes = [
        _SIZE[count if (count := feature.count) < _MOST_COUNTED else _MOST_COUNTED]
        for feature in features
    ]
    shapes = [
        size * 6 + (2 if feature.bullet else 0) + (0 if not feature.ends else 1)
        if feature.text[-1] != ":"
        else size * 6 + 4 + feature.bullet
        for size, feature in zip(sizes, features, strict=True)
    ]
    thirds = [size // 4 if size < 8 else 2 for size in sizes]  # noqa: PLR2004
    # Conditions, not `min`: a call would take half the time of these rows.
    gaps = [gap if (gap := feature.gap) < _MANY else _MANY for feature in features]
    read = [0, *accumulate([feature.count if feature.prose else 0 for feature in features])]
    size_above, size_below = [11, *sizes[:-1]], [*sizes[1:], 11]

    def kept(column: Iterable[int]) -> list[int]:
        return list(compress(column, near))

    seen = list(compress(features, near))
    seen_thirds = kept(thirds)
    texts = [feature.text for feature in seen]
    pairs = zip(kept(size_above), kept(size_below), strict=True)
    return [
        *map(kept, _shapes_around(shapes)),
        [one * 12 + other for one, other in pairs],
        *_words(features, seen, seen_thirds),
        [_capitals(feature) * 3 + third for feature, third in zip(seen, seen_thirds, strict=True)],
        [
            gap * 5 + (indent if (indent := feature.indent) < _DEEP else _DEEP)
            for gap, feature in zip(kept(gaps), seen, strict=True)
        ],
        kept([*gaps[1:], 0]),
        [n if (n := text.count(". ") + text.count("? ")) < _MANY else _MANY for text in texts],
        [n if (n := text.count(", ")) < _MANY else _MANY for text in texts],
        kept(_near(read, 3)),
        kept(_near(read, 8)),
        kept(_places(len(features), core)),
        _progress(kept(read[:-1]), read[-1], seen_thirds),
        kept(_ended(features, read)),
        kept(_alike(thirds)),
        *_headline(features, kept(range(len(features))), seen_thirds),
    ]


def _shapes_around(shapes: list[int]) -> tuple[list[int], ...]:
    """Each line's own shape, that of the line above, below, two above and two below."""
    nothing = SCALES["shape above"] - 1
    above, below = [nothing, *shapes[:-1]], [*shapes[1:], nothing]
    return shapes, above, below, [nothing, *above[:-1]], [*below[1:], nothing]


def _capitals(feature: Feature) -> int:
    """How many of a line's words are not in small letters."""
    small = sum(map(str.islower, feature.text.split()))
    return bisect_right(_SHARES, 1 - small / (feature.count or 1))


def _words(
    features: Sequence[Feature], seen: Sequence[Feature], thirds: Sequence[int]
) -> tuple[list[int], list[int]]:
    """How many of the words of those `seen` are the small ones of all paragraphs, and long ones."""
    paragraphs = [feature.tokens for feature in features if feature.prose]
    spread = Counter(chain.from_iterable(map(frozenset, paragraphs)))
    least = max(2, _COMMON * len(paragraphs))
    common = {word for word, times in spread.items() if times >= least and len(word) < _LONG_WORD}
    once = {word for word, times in spread.items() if times > 1 and len(word) >= _LONG_WORD}
    twice = {word for word in once if spread[word] > 2}  # noqa: PLR2004
    small, shared = [], []
    for feature, third in zip(seen, thirds, strict=True):
        tokens = feature.tokens
        # Most lines of a menu share nothing, and that is seen at once.
        level = 0
        if not common.isdisjoint(tokens):
            share = sum(map(common.__contains__, tokens)) / len(tokens)
            level = bisect_right(_SHARES, share)
        small.append(level * 3 + third)
        topic, level = twice if feature.prose else once, 0
        if not topic.isdisjoint(tokens):
            share = 2 * len(topic.intersection(tokens)) / len(tokens)
            level = bisect_right(_SHARES, share)
        shared.append(level * 3 + third)
    return small, shared


def _near(read: Sequence[int], reach: int) -> list[int]:
    """Words of prose in the `reach` lines above and below."""
    count = len(read) - 1
    above = [0] * min(reach, count) + list(read[: max(count - reach, 0)])
    below = [*read[1 + reach :], *[read[-1]] * min(reach, count)]
    level = _NEAR_LEVEL
    return [
        level[over if (over := here - up) < _FAR else _FAR] * 7
        + level[under if (under := down - past) < _FAR else _FAR]
        for here, past, up, down in zip(read[:-1], read[1:], above, below, strict=True)
    ]


def _places(count: int, core: tuple[int, int]) -> list[int]:
    """How far each line is above or below the core; 0 in it."""
    first, last = core
    above = [_step(first - index) for index in range(first)]
    below = [_step(index - last + 1) + 4 for index in range(last, count)]
    return [*above, *[0] * (last - first), *below]


def _step(distance: int) -> int:
    return 1 if distance <= 1 else 2 if distance <= 3 else 3 if distance <= 10 else 4  # noqa: PLR2004


def _progress(read: Sequence[int], whole: int, thirds: Sequence[int]) -> list[int]:
    """How much of the `whole` page's prose stands above, where `read` words of it do."""
    return [
        bisect_right(_SHARES, before / (whole or 1)) * 3 + third
        for before, third in zip(read, thirds, strict=True)
    ]


def _ended(features: Sequence[Feature], read: Iterable[int]) -> list[int]:
    """How many marks of an article's end stand above, and whether the line is prose."""
    rows, times = [], 0
    for feature, before in zip(features, read, strict=False):
        times += feature.end and before > 0
        rows.append(min(times, 2) * 2 + feature.prose)
    return rows


def _alike(thirds: Sequence[int]) -> list[int]:
    """How many of the six nearest lines are as short or as long: menus are, and paragraphs."""
    padded = [-1, -1, -1, *thirds, -1, -1, -1]
    return [
        (same if (same := padded[at : at + 7].count(third) - 1) < 5 else 5) * 3 + third  # noqa: PLR2004
        for at, third in enumerate(thirds)
    ]


def _headline(
    features: Sequence[Feature], places: Sequence[int], thirds: Sequence[int]
) -> tuple[list[int], list[int]]:
    """Where the lines at `places` stand to the page's headline; how many of its words they take up."""
    found = find_headline(features)
    if found is None:
        return list(thirds), list(thirds)
    at, wanted = found.line, found.words
    below = [
        3 * (1 if index < at else 2 + bisect_right(_BELOW_HEADLINE, index - at)) + third
        for index, third in zip(places, thirds, strict=True)
    ]
    words = [
        3 * min(1 + len(wanted.intersection(features[index].tokens)), 3) + third
        for index, third in zip(places, thirds, strict=True)
    ]
    return below, words
