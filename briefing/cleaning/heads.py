"""The head of an article: title, byline, date, section, told by order and company."""

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from briefing.cleaning.lines import Feature
from briefing.cleaning.names import byline_authors, lone_author
from briefing.model.source import Article, Kind
from briefing.text.dates import find_day
from briefing.text.words import content_stems

_TITLE_WORDS = (3, 28)
_BYLINE_WORDS = 18
_DATE_WORDS = 16
_BELOW = 6
"""Lines below the first paragraph in which a byline or a date may still stand."""
_LEAST_TITLE = 2.0
_LEAST_HEADLINE = 1.4
"""Least score of a line right above one that reads like a headline but stands under it."""
_HEADING_TAGS = {"h1": 4.0, "h2": 1.0}
_SECTION = re.compile(r"^[A-Z][A-Za-z&/ -]{2,30}$")
_NAVIGATION = re.compile(
    r"\b(?:skip to|menu|search|log in|sign in|home page|breadcrumb)\b", re.IGNORECASE
)
_BYLINE = re.compile(r"^(?:By|BY|Von|Par|Por)\b:? [A-Z]")
_FIRST_DATE = re.compile(r"\b(?:published|posted|first published|publi|date)\b", re.IGNORECASE)
_LATER_DATE = re.compile(r"\b(?:updated?|modified|last)\b", re.IGNORECASE)


class Head(Struct, frozen=True):
    """Indices of the lines that make up the head; `None` or empty where there are none."""

    title: int | None = None
    bylines: tuple[int, ...] = ()
    date: int | None = None
    sections: tuple[int, ...] = ()
    others: Mapping[int, Kind] = field(default_factory=dict)

    def kinds(self) -> dict[int, Kind]:
        """The kinds of the head's lines."""
        named = dict.fromkeys(self.sections, Kind.SECTION)
        named |= dict.fromkeys(self.bylines, Kind.BYLINE)
        named |= self.others
        if self.date is not None and self.date not in self.bylines:
            named[self.date] = Kind.DATE
        if self.title is not None:
            named[self.title] = Kind.TITLE
        return named


def read_head(article: Article, features: Sequence[Feature], kinds: Sequence[Kind]) -> Head:
    """Find the head of the article."""
    body = [index for index, kind in enumerate(kinds) if kind is Kind.BODY]
    if not body:
        return Head()
    first = body[0]
    title = _title(article, features, kinds, first)
    reach = [index for index in range(min(first + _BELOW, len(features))) if index != title]
    bylines = tuple(
        index
        for index in reach
        if kinds[index] is not Kind.BODY
        and features[index].count <= _BYLINE_WORDS
        and (title is None or index > title - 4)
        and byline_authors(features[index].text)
    )
    day = _date(features, kinds, reach, title)
    return Head(
        title=title,
        bylines=bylines or _lone_names(features, kinds, title, day),
        date=day,
        sections=_sections(features, kinds, title),
    )


def _title(
    article: Article, features: Sequence[Feature], kinds: Sequence[Kind], first: int
) -> int | None:
    """The line above the first paragraph that reads most like a headline of what follows."""
    body = frozenset(
        stem
        for index, kind in enumerate(kinds)
        if kind is Kind.BODY
        for stem in content_stems(features[index].text)
    )
    scored = [
        (
            _title_score(article, features[index], index, first, body)
            + _company(features, index, first),
            index,
        )
        for index in range(first)
        if kinds[index] in (Kind.BOILERPLATE, Kind.HEADING, Kind.TEASER, Kind.TITLE)
    ]
    best = max(scored, default=(0.0, -1), key=lambda pair: (pair[0], pair[1]))
    if best[0] < _LEAST_TITLE:
        return None
    above = best[1] - 1
    heads = any(index == above and score >= _LEAST_HEADLINE for score, index in scored)
    shorter = heads and features[above].count <= features[best[1]].count
    return above if shorter and article.lines[best[1]].tag != "h1" else best[1]


def _lone_names(
    features: Sequence[Feature], kinds: Sequence[Kind], title: int | None, day: int | None
) -> tuple[int, ...]:
    """A name that stands alone between the headline and the article, right beside the date."""
    if title is None or day is None or day < title:
        return ()
    near = range(max(title + 1, day - 2), min(day + 3, len(features)))
    free = (Kind.BOILERPLATE, Kind.HEADING)
    named = [at for at in near if kinds[at] in free and lone_author(features[at].text)]
    return tuple(named[:1])


def _company(features: Sequence[Feature], index: int, first: int) -> float:
    """What a line gains by where it stands: a headline opens a copy, and a byline follows it."""
    if not _may_be_title(features[index]):
        return 0.0
    below = features[index + 1]
    dated = below.count <= _DATE_WORDS and find_day(below.text) is not None
    followed = index + 1 == first or dated or bool(byline_authors(below.text))
    return (1.3 if followed else 0.0) + (0.8 if index == 0 else 0.0)


def _may_be_title(feature: Feature) -> bool:
    few, many = _TITLE_WORDS
    if not few <= feature.count <= many or feature.bullet or feature.promotion or feature.end:
        return False
    byline = _BYLINE.match(feature.text) or byline_authors(feature.text)
    return not (_NAVIGATION.search(feature.text) or byline)


def _title_score(
    article: Article, feature: Feature, index: int, first: int, body: frozenset[str]
) -> float:
    if not _may_be_title(feature):
        return 0.0
    stems = content_stems(feature.text)
    shared = sum(stem in body for stem in stems) / len(stems) if stems else 0.0
    score = 3.2 * shared + (0.6 if feature.count >= 5 else 0.0) - 0.02 * min(first - index, 40)  # noqa: PLR2004
    if feature.ends and feature.text[-1] in ".…":
        score -= 1.2
    if find_day(feature.text) and feature.count < 8:  # noqa: PLR2004 - a date line
        score -= 2.0
    return score + _HEADING_TAGS.get(article.lines[index].tag, 0.0)


def _date(
    features: Sequence[Feature], kinds: Sequence[Kind], reach: Sequence[int], title: int | None
) -> int | None:
    """The line that dates the article: near the head, short, and a first date before a later one."""
    found = [
        index
        for index in reach
        if features[index].count <= _DATE_WORDS
        and kinds[index] not in (Kind.BODY, Kind.CAPTION, Kind.URL)
        and find_day(features[index].text)
        and (title is None or index > title - 4)
    ]
    labelled = [index for index in found if _FIRST_DATE.search(features[index].text)]
    plain = [index for index in found if not _LATER_DATE.search(features[index].text)]
    return next(iter(labelled or plain or found), None)


def _sections(
    features: Sequence[Feature], kinds: Sequence[Kind], title: int | None
) -> tuple[int, ...]:
    """A lone word or two right above the title names the section."""
    if not title:
        return ()
    above = features[title - 1]
    names = _SECTION.match(above.text) and above.count <= 3 and not above.bullet  # noqa: PLR2004
    lone = kinds[title - 1] is Kind.BOILERPLATE and not _NAVIGATION.search(above.text)
    return (title - 1,) if names and lone else ()
