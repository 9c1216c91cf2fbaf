"""The kinds of a web page's lines: the reader's judgment of where the article is, then the words."""

from collections.abc import Sequence

from briefing.cleaning.lines import Feature
from briefing.cleaning.textcopy import kinds
from briefing.model.source import Article, Kind, Line

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LINKED = 0.6
_TOO_LITTLE = 40
"""Words of article below which the page's structure says nothing and the words alone decide."""


def page_kinds(article: Article, features: Sequence[Feature]) -> tuple[Kind, ...]:
    """The kind of each line of a page."""
    ranges = set(article.main)
    inside = [(line.start, line.end) in ranges for line in article.lines]
    words = sum(feature.count for feature, main in zip(features, inside, strict=True) if main)
    if words < _TOO_LITTLE:
        return kinds(features)
    rows = zip(article.lines, features, inside, strict=True)
    return tuple(_kind(line, feature, main=main) for line, feature, main in rows)


def _kind(line: Line, feature: Feature, *, main: bool) -> Kind:
    if "figcaption" in line.within or (feature.caption and not feature.repeated):
        return Kind.CAPTION
    if feature.url:
        return Kind.URL
    if feature.asked or feature.edited or (feature.blurb and feature.count < 60):  # noqa: PLR2004
        return Kind.NOTE
    if not main:
        return Kind.TEASER if feature.prose else Kind.BOILERPLATE
    if line.tag in _HEADINGS:
        return Kind.HEADING
    if (feature.promotion and feature.count < 45) or line.link_share > _LINKED:  # noqa: PLR2004
        return Kind.BOILERPLATE
    return Kind.BODY
