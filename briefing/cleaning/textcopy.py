"""Finds the article in a page that was copied as text.

Each line gets a weight: paragraphs speak for the article, short and promotional lines against it.
The article is the run of lines with the greatest sum (Kadane's maximum subarray), so a menu above
and a foot below fall off, while a heading, a caption or a teaser inside is bridged.
"""

from collections.abc import Sequence

from briefing.cleaning.lines import Feature
from briefing.model.source import Kind

_MOST_WEIGHT = 40.0
_END_WEIGHT = -160.0
_AGAINST = -7.0
_HEADING_WORDS = 6


def find_article(features: Sequence[Feature]) -> tuple[int, int]:
    """Half-open range of the lines between the article's first and last paragraph; (0, 0): none."""
    best, best_range = 0.0, (0, 0)
    total, start, seen = 0.0, 0, 0.0
    for index, feature in enumerate(features):
        if total <= 0:
            total, start = 0.0, index
        weight = _weight(feature, after_prose=seen > 2 * _MOST_WEIGHT)
        total += weight
        seen += max(weight, 0.0)
        if total > best:
            best, best_range = total, (start, index + 1)
    return best_range


def _weight(feature: Feature, *, after_prose: bool) -> float:
    if feature.end and after_prose:
        return _END_WEIGHT
    if feature.prose:
        return min(float(feature.count), _MOST_WEIGHT)
    if feature.blurb or feature.edited:
        return 2 * _AGAINST
    if feature.promotion or feature.repeated:
        return 3 * _AGAINST
    if feature.clean and feature.ends and not feature.bullet:
        return 2.0
    return _AGAINST


def kinds(features: Sequence[Feature]) -> tuple[Kind, ...]:
    """The kind of each line, title and byline and date apart (see `metadata`)."""
    first, last = find_article(features)
    return tuple(
        _inside(feature)
        if first <= index < last
        else _outside(feature, after=index >= last > 0)
        for index, feature in enumerate(features)
    )


def _inside(feature: Feature) -> Kind:
    special = _special(feature)
    if special is not None:
        return special
    if feature.prose or (feature.ends and not feature.bullet):
        return Kind.BODY
    if feature.text.endswith(":") and feature.count >= _HEADING_WORDS:
        return Kind.BODY
    if feature.bullet:
        return Kind.BOILERPLATE
    return Kind.HEADING if feature.count <= _HEADING_WORDS else Kind.TEASER


def _outside(feature: Feature, *, after: bool) -> Kind:
    special = _special(feature)
    if special is not None:
        return special
    if after and (feature.prose or feature.count > _HEADING_WORDS):
        return Kind.TEASER
    return Kind.BOILERPLATE


def _special(feature: Feature) -> Kind | None:
    """The kind that a line shows by itself, wherever it stands."""
    if feature.url:
        return Kind.URL
    if feature.caption:
        return Kind.CAPTION
    if feature.asked or feature.edited or feature.blurb:
        return Kind.NOTE
    if feature.promotion or feature.repeated or feature.end:
        return Kind.BOILERPLATE
    return None
