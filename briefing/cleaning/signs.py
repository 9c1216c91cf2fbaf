"""What speaks for and against each line of a text copy: signs, for the scorer to weigh.

A sign is a level of one of the `SCALES`: of a line's shape, of its place and company. None of them
is a phrase of one site, and all but a few marks hold in any language.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from briefing.cleaning.headline import Headline, beginning, find_headline
from briefing.cleaning.lines import Feature

_SIZES = (1, 2, 3, 5, 7, 10, 15, 25, 40, 70)
_SHARES = (0.001, 0.12, 0.25, 0.4, 0.55, 0.7, 0.85)
_MOST_COUNTED = 70
_SIZE = tuple(bisect_right(_SIZES, count) for count in range(_MOST_COUNTED + 1))
_THIRD = (0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2)
_NOTHING = (66, 11)
"""The shape and size of what stands above the first line and below the last."""
_NEAR = (1, 15, 40, 80, 160, 300)
_WIDE = 3
"""Lines above and below in which prose is near."""
_LONG_LINE = 15
_BELOW_HEADLINE = (1, 4, 12, 30, 60)
_BEGINNING = 160
"""Characters of a line whose capitals are counted."""
_FIRST_FIGURES = 30
"""Characters of a short line in which its figures are looked for."""
_figure = re.compile("[0-9]").search
_quote = re.compile("[“„«”»]").search
_MANY, _DEEP = 3, 4
"""Blank lines, and spaces of indent, from which on it makes no difference."""
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
    "size above and below": 144,
    "capitals": 24,
    "gap and indent": 20,
    "prose near": 49,
    "place to the core": 9,
    "prose read": 24,
    "ended": 6,
    "place to the headline": 24,
    "words of the headline": 12,
}
"""Each scale with the number of its levels."""
FLAGS = (
    "repeated", "credit", "caption", "promotion", "asked", "blurb", "edited", "end", "url",
    "legal", "tight", "quotation marks", "begins small", "figures", "menu marks", "cut short",
    "question", "address",
)  # fmt: skip
"""Marks that a line bears or not."""
AROUND = 10
"""So many of the first `FLAGS` are also looked at in the lines above and below."""


def near_prose(features: Sequence[Feature]) -> list[int]:
    """The lines that have a sentence within reach; far from any no line is the article's.

    Three of four lines of a page are menus of that sort, and need not be weighed.
    """
    count = len(features)
    near: list[int] = []
    begins = beginning(features)
    sentences = [
        index
        for index, feature in enumerate(features[begins:], begins)
        if feature.prose
        or (feature.ends and feature.clean and not feature.bullet and len(feature.text) > _REMARK)
    ]
    reached = begins
    beside = {at for index in sentences for at in (index - 1, index, index + 1)}
    for index in sentences:
        end = min(index + _REACH + 1, count)
        near += [
            at
            for at in range(max(index - _REACH, reached), end)
            if at in beside or features[at].count >= _SHORT
        ]
        reached = max(reached, end)
    return near


def flags(features: Iterable[Feature]) -> list[int]:
    """The flags of each line, one bit for each of `FLAGS`."""
    rows = []
    for feature in features:
        text, found = feature.text, 0
        if not feature.clean or feature.legal:
            found = (
                feature.repeated | feature.credit << 1 | feature.caption << 2
                | feature.promotion << 3 | feature.asked << 4 | feature.blurb << 5
                | feature.edited << 6 | feature.end << 7 | feature.url << 8 | feature.legal << 9
            )  # fmt: skip
        if feature.tight:
            found |= 1 << 10
        if '"' in text or (not text.isascii() and _quote(text)):
            found |= 1 << 11
        if text[0].islower():
            found |= 1 << 12
        if feature.count < _LONG_LINE:
            if _figure(text, 0, _FIRST_FIGURES):
                found |= 1 << 13
            if "@" in text or "©" in text or ".com" in text:
                found |= 1 << 17
        if "|" in text or " / " in text or " > " in text or text[-1] == "»":
            found |= 1 << 14
        if text[-1] in _CUTS and text.endswith(("…", "...", "[…]")):
            found |= 1 << 15
        elif text[-1] == "?":
            found |= 1 << 16
        rows.append(found)
    return rows


def levels(
    features: Sequence[Feature], core: tuple[int, int], near: Sequence[int]
) -> list[tuple[int, ...]]:
    """The level of each `near` line on each of the `SCALES`; `core` is the densest run of paragraphs.

    What stands above all of them counts for nothing.
    """
    if not near:
        return []
    first, last = near[0], near[-1] + 1
    read = _read(features, first, last)
    whole = read[-1] or 1
    headline = find_headline(features)
    ends = [at for at in range(first, last) if features[at].end and read[at + _WIDE - first] > 0]
    rows: list[tuple[int, ...]] = []
    before = -_WIDE
    above = own = below = _NOTHING
    for at in near:
        feature = features[at]
        if at == before + 1:
            above, own = own, below
        else:
            above, own = _shape(features, at - 1), _shape(features, at)
        below = _shape(features, at + 1)
        before = at
        shape, size = own
        third = _THIRD[size]
        here = at + _WIDE - first
        prose = read[here]
        rows.append(
            (
                shape,
                above[0],
                below[0],
                above[1] * 12 + below[1],
                _capitals(feature.text) * 3 + third,
                (gap if (gap := feature.gap) < _MANY else _MANY) * 5
                + (indent if (indent := feature.indent) < _DEEP else _DEEP),
                bisect_right(_NEAR, prose - read[here - _WIDE]) * 7
                + bisect_right(_NEAR, read[here + _WIDE + 1] - read[here + 1]),
                _place(at, core),
                bisect_right(_SHARES, prose / whole) * 3 + third,
                min(bisect_right(ends, at), 2) * 2 + feature.prose,
                third if headline is None else _below_headline(headline, at) * 3 + third,
                third if headline is None else _of_headline(headline, feature) * 3 + third,
            )
        )
    return rows


def _read(features: Sequence[Feature], first: int, last: int) -> list[int]:
    """Words of prose above each line from `_WIDE` above `first` to as many below `last`."""
    counted = [feature.count if feature.prose else 0 for feature in features[first:last]]
    read = [*[0] * (_WIDE + 1), *accumulate(counted)]
    return [*read, *[read[-1]] * _WIDE]


def _shape(features: Sequence[Feature], at: int) -> tuple[int, int]:
    """How long the line at `at` is, and how it ends and begins; and its size alone."""
    if not 0 <= at < len(features):
        return _NOTHING
    feature = features[at]
    size = _SIZE[count if (count := feature.count) < _MOST_COUNTED else _MOST_COUNTED]
    if feature.text[-1] == ":":
        return size * 6 + 4 + feature.bullet, size
    return size * 6 + 2 * feature.bullet + feature.ends, size


def _capitals(text: str) -> int:
    """How many of a line's words, or of its first ones, are not in small letters."""
    words = text[:_BEGINNING].split()
    return bisect_right(_SHARES, 1 - sum(map(str.islower, words)) / len(words))


def _place(at: int, core: tuple[int, int]) -> int:
    """How far the line at `at` is above or below the core; 0 in it."""
    first, last = core
    if at < first:
        return _step(first - at)
    return _step(at - last + 1) + 4 if at >= last else 0


def _step(distance: int) -> int:
    return 1 if distance <= 1 else 2 if distance <= 3 else 3 if distance <= 10 else 4  # noqa: PLR2004


def _below_headline(headline: Headline, at: int) -> int:
    """Where the line at `at` stands to the page's headline."""
    return 1 if at < headline.line else 2 + bisect_right(_BELOW_HEADLINE, at - headline.line)


def _of_headline(headline: Headline, feature: Feature) -> int:
    """How many of the headline's words a line takes up."""
    return min(1 + len(headline.words.intersection(feature.tokens)), 3)
