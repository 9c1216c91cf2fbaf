"""The head of an article: title, byline, date, section, told by order and company."""

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from briefing.cleaning.bylines import (
    agency_author,
    authors_beside_day,
    in_a_role,
    joined_authors,
    leads,
    listed_author,
    names_its_author,
    reporters,
    tells_age,
    told_authors,
)
from briefing.cleaning.coauthors import is_spoken_of, names_alone, with_others
from briefing.cleaning.issue_lines import issue_line
from briefing.cleaning.known import body_lines
from briefing.cleaning.language import guess_language
from briefing.cleaning.lines import Feature
from briefing.cleaning.names import byline_authors, dated_authors, is_led, lone_author
from briefing.cleaning.titles import WORDS, find_title, opening, shared_words
from briefing.model.source import Article, Field, Kind
from briefing.text.dates import find_day
from briefing.text.lazy import Lazy

_BYLINE_WORDS = 18
_DATE_WORDS = 16
_LABELLED_WORDS = 40
"""Words of a line that may date the article because it says so (“Posted: …”)."""
_DATE_LINE_WORDS = 10
_ABOVE_TITLE, _RIGHT_ABOVE, _NEAR = 4, 2, 20
_OPENING = 3
"""Lines from the first paragraph on that may be the byline all the same."""
_BELOW = 6
"""Lines below the first paragraph in which a byline or a date may still stand."""
_FIELDS_BELOW = 12
"""Lines below the article in which a field with its author may stand."""
_MENU, _MENU_WORDS = 2, 4
"""Lines above and below a line that show it to be one of a menu, and words they have at most."""
_YEAR_OR_MONTH_FIRST = frozenset((None, "en", "ja", "zh", "ko"))
"""Languages that write days in numbers otherwise, or not only with the day first."""
_BODY = Kind.BODY
_NEVER_DATED = frozenset((Kind.CAPTION, Kind.URL))
_FREE = frozenset((Kind.BOILERPLATE, Kind.HEADING, Kind.TEASER, Kind.TITLE))
_SECTION = re.compile(r"^[A-Z][A-Za-z&/ -]{2,30}$")
_NAVIGATION = re.compile(
    r"\b(?:skip to|menu|search|log in|sign in|home page|breadcrumb)\b", re.IGNORECASE
)
_FIRST_DATE = re.compile(
    r"\b(?:published|posted|first published|date|veröffentlicht|publiziert|publié|publicado|publicad[ao]|"
    r"pubblicato|gepubliceerd|opublikowano|publicerad|publisert|udgivet|issued on)(?=\b|\d)",
    re.IGNORECASE,
)
_SLASHED = Lazy(r"\b\d{1,2}/\d{1,2}/(?:19|20)\d\d\b")
_OF_POST = re.compile(r"^\W*[-–—]\W.*\(@\w+\)")
"""How a post stands amid an article: “— Ada Moss (@moss) May 7, 2024”."""
_LATER_DATE = re.compile(r"\b(?:updated?|modified|last|embargo\w*|sperrfrist)\b", re.IGNORECASE)


class Head(Struct, frozen=True):
    """Indices of the lines that make up the head; `None` or empty where there are none."""

    title: int | None = None
    bylines: tuple[int, ...] = ()
    date: int | None = None
    day_first: bool = False
    sections: tuple[int, ...] = ()
    issue: int | None = None
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
    body = body_lines(kinds)
    if not body:
        return Head()
    first = body[0]
    title = _title(article, features, kinds, first)
    page = article.media_type == "text/html"
    begins = first if page else max(first, opening(features, body))
    last = min(begins + _BELOW, len(features))
    # Nothing is looked for farther above the headline.
    reach = [
        index for index in range(max(0, (title or 0) - _ABOVE_TITLE + 1), last) if index != title
    ]
    dated = [index for index in reach if not (article.clues and _is_of_access(article, index))]
    issue = next((index for index in reach if issue_line(features[index].text)), None)
    day = _date(features, kinds, dated, title, page=page) if issue is None else issue
    day_first = day is None and _writes_day_first(features, kinds, dated)
    if day_first:
        day = _date(features, kinds, dated, title, page=page, day_first=True)
    bylines = (
        _of_issue(features, issue)
        or _bylines(features, kinds, reach, title, begins)
        or _below_by(features, kinds, reach, title)
        or _lone_names(
            features, kinds, title, _aged(features, reach, title) if day is None else day
        )
        or _repeated_names(features, kinds, title, body)
        or _name_below(features, kinds, title, body)
        or _in_a_role(features, kinds, title, body)
        or _reporters_below(features, body[-1])
        or _signed_below(features, body[-1])
    )
    return Head(
        title=title,
        bylines=with_others(features, kinds, bylines),
        date=day,
        day_first=day_first,
        sections=_sections(features, kinds, title),
        issue=issue,
    )


def _of_issue(features: Sequence[Feature], issue: int | None) -> tuple[int, ...]:
    """The line of the issue, if it names who wrote."""
    told = None if issue is None else issue_line(features[issue].text)
    return (issue,) if issue is not None and told and told.authors else ()


def _bylines(
    features: Sequence[Feature],
    kinds: Sequence[Kind],
    reach: Sequence[int],
    title: int | None,
    begins: int,
) -> tuple[int, ...]:
    """The lines near the head that say who wrote; within the article only those that say “By”."""
    # Far above an article without a headline, “First Steps in Moss” is a menu's.
    top = max(0, begins - _NEAR) if title is None else 0
    found = [
        index
        for index in reach
        if (kinds[index] is not _BODY or (index < begins + _OPENING and _says_by(features[index])))
        and features[index].count <= _BYLINE_WORDS
        and _is_byline(features[index].text, above=top <= index <= begins)
    ]
    # A motto above the headline may read like one (“Justice Lives in Moss”).
    below = [index for index in found if index > (title or 0)]
    return tuple(below or (index for index in found if is_led(features[index].text)))


def _says_by(feature: Feature) -> bool:
    """Whether a line that passes for a paragraph is short, has no stop, and begins with “By”."""
    return feature.count <= _DATE_LINE_WORDS and not feature.ends and is_led(feature.text)


def _is_byline(words: str, *, above: bool) -> bool:
    named = byline_authors(words) and (above or is_led(words))
    return bool(named or told_authors(words))


def _reporters_below(features: Sequence[Feature], last: int) -> tuple[int, ...]:
    """The article's last line, or one right below it, that names reporters, as Korean papers do."""
    return tuple(
        at for at in range(last, min(last + 3, len(features))) if reporters(features[at].text)
    )


def _in_a_role(
    features: Sequence[Feature], kinds: Sequence[Kind], title: int | None, body: Sequence[int]
) -> tuple[int, ...]:
    """The lines below the headline that name a person and that they are a journalist."""
    if title is None or title > body[0]:
        return ()
    below = range(title + 1, min(body[0] + _BELOW, len(features)))
    named = (at for at in below if kinds[at] is not _BODY and in_a_role(features[at].text))
    return tuple(named)


def _signed_below(features: Sequence[Feature], last: int) -> tuple[int, ...]:
    """The last line, if it names people and nothing else; or a field below that names the author."""
    if joined_authors(features[last].text):
        return (last,)
    below = range(last, min(last + 1 + _FIELDS_BELOW, len(features)))
    return tuple(at for at in below if names_its_author(features[at].text))[:1]


def _title(
    article: Article, features: Sequence[Feature], kinds: Sequence[Kind], first: int
) -> int | None:
    """A heading of the first rank above the article, or a line that says what the page's data say.

    Else the line that reads like its headline.
    """
    headings = [
        index
        for index in range(first)
        if article.lines[index].tag == "h1"
        and kinds[index] in _FREE
        and features[index].count in WORDS
    ]
    if headings:
        return max(headings, key=lambda index: (shared_words(features, kinds, index), index))
    told = [
        index
        for index in range(first)
        if kinds[index] is Kind.TITLE and article.lines[index].kind is None
    ]
    if told:
        return told[-1]
    # Running heads often say the title.
    seen = [index for index, line in enumerate(article.lines) if line.kind is None]
    if len(seen) == len(features) or not (article.pages or article.media_type == "text/plain"):
        return find_title(features, kinds)
    found = find_title([features[at] for at in seen], [kinds[at] for at in seen])
    return None if found is None else seen[found]


def _below_by(
    features: Sequence[Feature], kinds: Sequence[Kind], reach: Sequence[int], title: int | None
) -> tuple[int, ...]:
    """The names right below a line that says “By” and nothing else."""
    named: list[int] = []
    for index in reach:
        if index <= (title or 0) or kinds[index] is _BODY:
            continue
        begins = leads(features[index - 1].text) or (named and named[-1] == index - 1)
        if begins and lone_author(listed_author(features[index].text)):
            named.append(index)
    return tuple(named)


def _aged(features: Sequence[Feature], reach: Sequence[int], title: int | None) -> int | None:
    """The line below the headline that says how long ago the article was published."""
    short = (
        index for index in reach if index > (title or 0) and features[index].count <= _BYLINE_WORDS
    )
    return next((index for index in short if tells_age(features[index].text)), None)


def _repeated_names(
    features: Sequence[Feature], kinds: Sequence[Kind], title: int | None, body: Sequence[int]
) -> tuple[int, ...]:
    """A person named alone between headline and article, and once more below it, by a note on them.

    Not where the name stands above the headline, too: then it is that of a topic.
    """
    if title is None or title >= body[0]:
        return ()
    for index in range(title + 1, body[0]):
        name = lone_author(features[index].text)
        if not name or kinds[index] not in (Kind.BOILERPLATE, Kind.HEADING):
            continue
        again = any(feature.text.startswith(name) for feature in features[body[-1] + 1 :])
        topic = any(name in feature.text for feature in features[:title])
        if again and not topic and not is_spoken_of(name, features, kinds):
            return () if _is_listed(features, kinds, index) else (index,)
    return ()


def _name_below(
    features: Sequence[Feature], kinds: Sequence[Kind], title: int | None, body: Sequence[int]
) -> tuple[int, ...]:
    """The only line close below the headline that is a person's name, of whom nothing else speaks.

    Or several people's, as on the cover of a report.
    """
    if title is None or title >= body[0]:
        return ()
    named = [
        index
        for index in range(title + 1, min(body[0], title + 1 + _BELOW))
        if kinds[index] in (Kind.BOILERPLATE, Kind.HEADING)
        and (names := names_alone(features[index].text))
        and not any(_is_topic(name, features, kinds, title) for name in names)
        and not _is_listed(features, kinds, index)
    ]
    return tuple(named) if len(named) == 1 else ()


def _is_listed(features: Sequence[Feature], kinds: Sequence[Kind], index: int) -> bool:
    """Whether a line is one of a menu's: most around it are short, without a figure and of no picture."""
    around = (*range(max(0, index - _MENU), index), *range(index + 1, index + 1 + _MENU))
    short: int = sum(
        features[at].count <= _MENU_WORDS and not any(map(str.isdigit, features[at].text))
        for at in around
        if at < len(features) and kinds[at] is not Kind.CAPTION
    )
    return short > _MENU


def _lone_names(
    features: Sequence[Feature], kinds: Sequence[Kind], title: int | None, day: int | None
) -> tuple[int, ...]:
    """A line between the headline and the article, right beside the date, that names people.

    It has nothing else, or begins with them and goes on with the date or their house; or it is the
    line of the date and one of its fields is a name.
    """
    if title is None or day is None:
        return ()
    free = (Kind.BOILERPLATE, Kind.HEADING, Kind.TEASER)
    if day < title:
        return _above_title(features, kinds, title, day)
    near = range(max(title + 1, day - 2), min(day + 3, len(features)))
    named = [
        at
        for at in near
        if (at == day or kinds[at] is not _BODY) and dated_authors(features[at].text)
    ] or [
        at
        for at in near
        if kinds[at] in free
        and (names := names_alone(features[at].text))
        and not any(is_spoken_of(name, features, kinds) for name in names)
    ]
    beside = authors_beside_day(features[day].text) if not named else ()
    if (
        beside
        and not _lists_days(features, day)
        and not any(_is_topic(name, features, kinds, title) for name in beside)
    ):
        named = [day]
    return tuple(named[:1]) or tuple(at for at in near if agency_author(features[at].text))[:1]


def _lists_days(features: Sequence[Feature], day: int) -> bool:
    """Whether the line of the date is one of a list's: a story, its day, the next story, its day."""
    below = features[day + 2 : day + 3]
    return any(
        each.count <= _BYLINE_WORDS and find_day(each.text, day_first=True) is not None
        for each in below
    )


def _above_title(
    features: Sequence[Feature], kinds: Sequence[Kind], title: int, day: int
) -> tuple[int, ...]:
    """The person named alone right beside a date that stands above the headline, and spoken of nowhere."""
    for at in (day - 1, day + 1):
        name = lone_author(features[at].text) if 0 <= at < title else None
        if name and kinds[at] is Kind.BOILERPLATE and not is_spoken_of(name, features, kinds):
            return (at,)
    return ()


def _is_topic(name: str, features: Sequence[Feature], kinds: Sequence[Kind], title: int) -> bool:
    """Whether the article speaks of what `name` says, or the page has it in what stands above."""
    above = any(name in feature.text for feature in features[: title + 1])
    return above or is_spoken_of(name, features, kinds)


def _date(
    features: Sequence[Feature],
    kinds: Sequence[Kind],
    reach: Sequence[int],
    title: int | None,
    *,
    page: bool,
    day_first: bool = False,
) -> int | None:
    """The line that dates the article.

    It is near the head and short, or says that it dates something; a first date goes before a later
    one; in a text copy, what stands below the headline before what stands above it, where today's
    date may be.
    """
    above = -1 if title is None else title
    opens = kinds.index(_BODY) + 1
    near = [
        index
        for index in reach
        if features[index].count <= (_DATE_WORDS if page else _LABELLED_WORDS)
        and kinds[index] not in _NEVER_DATED
        and not ("(@" in features[index].text and _OF_POST.match(features[index].text))
        and (kinds[index] is not _BODY or _opens_with_day(features[index], first=index <= opens))
        and find_day(features[index].text, day_first=day_first)
    ]
    labelled = [index for index in near if _FIRST_DATE.search(features[index].text)]
    found = [index for index in near if features[index].count <= _DATE_WORDS]
    plain = [index for index in found if not _LATER_DATE.search(features[index].text)]
    below = [] if page else [index for index in plain if index > above]
    if below and below[0] > opens and title is not None:
        # Amid the article stand days of other stories.
        below = [at for at in plain if title - _RIGHT_ABOVE <= at < title] or below
    if title is None and not page and not labelled:
        # Without a headline nothing tells the article's day from that on which the page was shown.
        told = {find_day(features[index].text, day_first=day_first) for index in below}
        if len({day[0] for day in told if day}) > 1:
            return None
    return next(iter(labelled or below or plain or found), None)


def _opens_with_day(feature: Feature, *, first: bool) -> bool:
    """Whether a line that passes for the article's, maybe its `first`, is that of date or author."""
    if dated_authors(feature.text):
        return True
    if not first or feature.prose or feature.count > _DATE_LINE_WORDS:
        return False
    found = find_day(feature.text, day_first=True)
    return found is not None and found[1] == 0


def _writes_day_first(
    features: Sequence[Feature], kinds: Sequence[Kind], reach: Sequence[int]
) -> bool:
    """Whether a day stands in numbers near the head of an article that is not in English."""
    if not any(_SLASHED.search(features[at].text) for at in reach if "/" in features[at].text):
        return False
    body = (feature.text for feature, kind in zip(features, kinds, strict=True) if kind is _BODY)
    return guess_language(body) not in _YEAR_OR_MONTH_FIRST


def _is_of_access(article: Article, index: int) -> bool:
    """Whether the day in a line is told to be that on which the page was saved or printed."""
    line = article.lines[index]
    return any(
        clue.field is Field.ACCESSED
        and clue.start is not None
        and line.start <= clue.start < line.end
        for clue in article.clues
    )


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
