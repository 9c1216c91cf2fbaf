"""What a document says of itself, each value with the place it was found in.

The page's own data come first, then the words of the copy. A value that only might be meant is
left out: a wrong one costs more than a missing one.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from briefing.cleaning.about_names import about_name
from briefing.cleaning.bylines import (
    agency_author,
    authors_beside_day,
    in_a_role,
    joined_authors,
    listed_author,
    names_its_author,
    told_authors,
)
from briefing.cleaning.coauthors import without_and
from briefing.cleaning.days import addressed_day, printed_day, searched_day, told_day
from briefing.cleaning.heads import Head
from briefing.cleaning.houses import RIGHTS, is_outlet_name, own_house
from briefing.cleaning.issue_lines import dated_house, is_paper, issue_line
from briefing.cleaning.known import Known, body_lines
from briefing.cleaning.language import stated_tag
from briefing.cleaning.lines import Feature
from briefing.cleaning.names import (
    NAME,
    byline_authors,
    dated_authors,
    is_person,
    lone_author,
    split_authors,
    told_names,
    turned,
)
from briefing.cleaning.self_names import own_rights, self_name
from briefing.cleaning.sites import (
    address_house,
    goes_with_address,
    is_of_the_house,
    page_house,
)
from briefing.model.source import Article, Clue, Field, Kind
from briefing.text.links import CUT_SHORT, URL, unwrap
from briefing.text.plain import plain
from briefing.text.words import content_stems

_BLURB_AUTHOR = re.compile(rf"^(?P<name>{NAME}) (?:is|was) (?:an?|the|our|[A-Z])")
_BLURB_TITLE = re.compile(
    rf"^(?P<name>{NAME}) (?:Journalist|Reporter|Correspondent|Writer|Editor|Columnist)\b"
)
_AUTHOR_WORD = re.compile(
    r"^(?:(?:Author|Autor|Auteur|Autore|By|Von|Par|Por|Di)(?:in|e|s)?\b:?\s*)+", re.IGNORECASE
)
_ADDRESS = re.compile(r"^\S+\.[a-z]{2,24}$")
_LEADING = re.compile(r"^(?:[:|·*•–—☀-➿-]\s+)+")
_NOTE, _ADDRESS_LINE = Kind.NOTE, Kind.URL
_ELEMENT = "author element"
_RUNNING_HEAD = "running head of the browser"
"""Where the page's own title stands in a print-out; it counts when no line reads like the headline."""
_FORWARDED = "subject of the forwarded mail"
_NEAR = 0.5
"""Share of words that a printed headline and the page's own title have in common at the least."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_SITE_SUFFIX = re.compile(r"\s+[|–—-]\s+(?P<site>[^|–—]{2,40})$")


def collect(
    article: Article, features: Sequence[Feature], kinds: Sequence[Kind], head: Head
) -> dict[Field, Known]:
    """Everything `article` says of itself."""
    clues: dict[Field, list[Clue]] = {field: [] for field in Field}
    for clue in article.clues:
        clues[clue.field].append(clue)
    whole = [clue for clue in clues[Field.URL] if not clue.found_in.endswith(CUT_SHORT)]
    url = _first(whole, unwrap) or _url(article, features, kinds)
    address = url or _first(clues[Field.URL])
    titles = [clue for clue in clues[Field.TITLE] if clue.found_in != _RUNNING_HEAD]
    found: dict[Field, Known | None] = {
        Field.TITLE: _printed_title(article, titles, head)
        or _forwarded_title(titles, article, head)
        or _page_title(titles, clues[Field.PUBLISHER])
        or _title(article, head)
        or _page_title(clues[Field.TITLE], clues[Field.PUBLISHER]),
        Field.PUBLISHER: page_house(clues)
        or _copied_publisher(article, features, kinds, head, clues)
        or address_house(clues),
        Field.AUTHORS: _named(_page_authors(_no_staff(clues), split_authors), clues)
        or _named(_marked_authors(clues[Field.AUTHORS]), clues)
        or _authors(article, features, kinds, head)
        or _named(_page_authors(_no_staff(clues), told_names), clues),
        Field.PUBLISHED: _published(
            article, features, kinds, head, clues[Field.PUBLISHED], address
        ),
        Field.ACCESSED: told_day(clues[Field.ACCESSED]),
        Field.URL: url,
        Field.LANGUAGE: _first(clues[Field.LANGUAGE], stated_tag),
    }
    return {field: value for field, value in found.items() if value}


def _published(
    article: Article,
    features: Sequence[Feature],
    kinds: Sequence[Kind],
    head: Head,
    clues: Sequence[Clue],
    url: Known | None,
) -> Known | None:
    """The day: what the data say, then the address of a page, then what is printed."""
    address = addressed_day(url)
    data = told_day(clues, address) or (address if article.media_type == "text/html" else None)
    return data or printed_day(article, features, kinds, head) or searched_day(clues) or address


def _first(clues: Sequence[Clue], change: Callable[[str], str] = str.strip) -> Known | None:
    for clue in clues:
        if value := change(clue.value):
            return Known((value,), clue.found_in)
    return None


def _page_title(clues: Sequence[Clue], houses: Sequence[Clue]) -> Known | None:
    """The page's title; a site's name behind a dash is left off where another clue shows it."""
    if not clues:
        return None
    plain = [clue.value for clue in clues]
    named = {house.value.casefold() for house in houses}
    for clue in clues:
        suffix = _SITE_SUFFIX.search(clue.value)
        shorter = clue.value[: suffix.start()] if suffix else clue.value
        if suffix and (shorter in plain or suffix["site"].strip().casefold() in named):
            return Known((shorter,), clue.found_in)
    last_resort = clues[0].found_in == "title element"
    value = _SITE_SUFFIX.sub("", plain[0]) if last_resort else plain[0]
    return Known((value,), clues[0].found_in)


def _printed_title(article: Article, clues: Sequence[Clue], head: Head) -> Known | None:
    """The headline on the page itself, where it says what the page's data say.

    Data written for search engines often word it otherwise than the reader sees it.
    """
    if head.title is None or article.lines[head.title].tag != "h1":
        return None
    printed = _title(article, head)
    if printed is None:
        return None
    words = frozenset(content_stems(printed.values[0]))
    told = [frozenset(content_stems(_SITE_SUFFIX.sub("", clue.value))) for clue in clues]
    near = any(len(words & other) > _NEAR * min(len(words), len(other)) for other in told)
    return printed if near else None


def _forwarded_title(clues: Sequence[Clue], article: Article, head: Head) -> Known | None:
    """The headline of what a mail passes on, where byline or day stand below it: subjects say less."""
    if not any(clue.found_in == _FORWARDED for clue in clues) or not head.title:
        return None  # or the subject's own line is the headline
    told = {*head.bylines, head.date}
    return None if told.isdisjoint(range(head.title + 1, head.title + 4)) else _title(article, head)


def _title(article: Article, head: Head) -> Known | None:
    if head.title is None:
        return None
    line = article.lines[head.title]
    words = article.text[line.start : line.end]
    start = (
        line.start + len(words) - len(_LEADING.sub("", words))
    )  # behind a kicker that is no more
    return Known((article.text[start : line.end],), "headline", start, line.end)


def _copied_publisher(
    article: Article,
    features: Sequence[Feature],
    kinds: Sequence[Kind],
    head: Head,
    clues: Mapping[Field, Sequence[Clue]],
) -> Known | None:
    """The house that the words name; a name that does not go with the page's address is another's."""
    found = _houses(article, features, kinds, head)
    return next(
        (known for known in found if known and goes_with_address(known.values[0], clues)), None
    )


def _houses(
    article: Article, features: Sequence[Feature], kinds: Sequence[Kind], head: Head
) -> Iterator[Known | None]:
    """What each way to the house finds, the surest first."""
    if head.issue is not None and (told := issue_line(features[head.issue].text)):
        start = article.lines[head.issue].start + told.start
        yield Known((told.house,), "line of the issue", start, start + len(told.house))
    signs = list(_signs(article, features, kinds))
    if article.media_type == "text/html":
        yield _publisher(signs)
        return
    yield self_name(article, features, kinds, [sign for sign, _ in signs])
    yield _titled_publisher(article, features, head)
    yield _publisher(list(own_rights(features, kinds, signs)))
    yield about_name(article, features, kinds)
    yield _dated_house(article, features, head)


def _dated_house(article: Article, features: Sequence[Feature], head: Head) -> Known | None:
    """The paper before the day right below the headline, or by itself between the two."""
    if head.title is None or head.date not in (head.title + 1, head.title + 2):
        return None
    told = dated_house(features[head.date].text)
    line = article.lines[head.date]
    if told is None and head.date == head.title + 2 and is_paper(features[head.date - 1].text):
        line = article.lines[head.date - 1]
        told = 0, features[head.date - 1].text
    if told is None:
        return None
    start = line.start + told[0]
    return Known((told[1],), "line of the date", start, start + len(told[1]))


def _titled_publisher(article: Article, features: Sequence[Feature], head: Head) -> Known | None:
    """The name behind the headline in a copy's first line, which is often the page's own title."""
    if not head.title:
        return None
    first = article.lines[0]
    tail = _SITE_SUFFIX.search(article.text, first.start, first.end)
    if tail is None:
        return None
    name = tail["site"].rpartition(" - ")[2].strip()
    start = tail.end("site") - len(name)
    words = frozenset(features[head.title].tokens)
    said = frozenset(plain(article.text[first.start : tail.start()]).split())
    alike = len(words & said) >= _NEAR * len(words) and not words.issuperset(plain(name).split())
    named = is_outlet_name(name) and not _YEAR.search(name)
    return (
        Known((name,), "end of the first line", start, start + len(name))
        if alike and named
        else None
    )


def _publisher(found: Sequence[tuple[Known, bool]]) -> Known | None:
    """The house that the document names as its own, by the greatest number of signs."""
    sure = [known for known, bare in found if not bare]
    signs = sure or [known for known, _ in found]
    votes = Counter(sign.values[0].casefold() for sign in signs)
    if not signs or (not sure and len(votes) > 1):
        return None  # or several have taken its pictures
    name, _ = votes.most_common(1)[0]
    return next(sign for sign in signs if sign.values[0].casefold() == name)


def _signs(
    article: Article, features: Sequence[Feature], kinds: Sequence[Kind]
) -> Iterator[tuple[Known, bool]]:
    """Each sign of the house, and whether it is a bare one."""
    body = body_lines(kinds)
    first_body, last = (body[0], body[-1]) if body else (None, -1)
    signs = [sign for sign in RIGHTS if sign in article.text]
    for index, feature in enumerate(features):
        may = feature.house or feature.end or index == first_body or kinds[index] is _NOTE
        if not may and not any(sign in feature.text for sign in signs):
            continue
        sign = own_house(feature.text, kinds[index], opens=index == first_body, foot=index > last)
        if sign:
            start = article.lines[index].start + sign.start
            yield Known((sign.name,), sign.found_in, start, start + len(sign.name)), sign.bare


def _no_staff(clues: Mapping[Field, Sequence[Clue]]) -> list[Clue]:
    """The clues to authors without those that only name the house and its staff."""
    houses = {clue.value.casefold() for clue in clues[Field.PUBLISHER]}
    return [
        clue
        for clue in clues[Field.AUTHORS]
        if not any(clue.value.casefold().startswith(f"{house} ") for house in houses)
        and not is_of_the_house(clue.value, clues)
    ]


def _named(known: Known | None, clues: Mapping[Field, Sequence[Clue]]) -> Known | None:
    """`known` without names among people's that are the site's or an address."""
    if known is None:
        return None
    names = tuple(
        name
        for name in known.values
        if not is_of_the_house(name, clues) and not _ADDRESS.search(name)
    )
    return Known(names, known.found_in, known.start, known.end) if names else None


def _page_authors(clues: Sequence[Clue], read: Callable[[str], tuple[str, ...]]) -> Known | None:
    """The names of the first place that names any, as `read` takes them from its words."""
    for source in dict.fromkeys(clue.found_in for clue in clues):
        if source == _ELEMENT:
            continue
        values = [turned(clue.value) for clue in clues if clue.found_in == source]
        if any(read(value) for value in values):
            names = [name for value in values for name in told_names(value)]
            return Known(tuple(dict.fromkeys(names)), source)
    return None


def _marked_authors(clues: Sequence[Clue]) -> Known | None:
    """The people named by the first element that is marked as the author's and names any."""
    for clue in clues:
        names = split_authors(_AUTHOR_WORD.sub("", clue.value))
        if clue.found_in == _ELEMENT and names:
            return Known(names, clue.found_in)
    return None


def _authors(
    article: Article, features: Sequence[Feature], kinds: Sequence[Kind], head: Head
) -> Known | None:
    named: dict[str, None] = {}
    for at, index in enumerate(head.bylines):
        if at and index != head.bylines[at - 1] + 1:
            break
        named.update(dict.fromkeys(_names(features[index].text)))
    if named:
        line = article.lines[head.bylines[0]]
        return Known(tuple(named), "byline", line.start, line.end)
    for index in [index for index, kind in enumerate(kinds) if kind is _NOTE]:
        feature = features[index]
        found = _BLURB_AUTHOR.match(feature.text) or _BLURB_TITLE.match(feature.text)
        if found and is_person(found["name"]):
            start = article.lines[index].start
            return Known((found["name"],), "note on the author", start, start + len(found["name"]))
    return None


def _names(words: str) -> tuple[str, ...]:
    """Those in a line that is known to be a byline."""
    issue = issue_line(words)
    if issue and issue.authors:
        return issue.authors
    words = without_and(words)
    lone = lone_author(listed_author(words))
    named = byline_authors(words) or told_authors(words)
    if named or lone:
        return named or (str(lone),)
    named = (
        dated_authors(words)
        or joined_authors(listed_author(words))
        or in_a_role(words)
        or names_its_author(words)
        or authors_beside_day(words)
    )
    agency = None if named else agency_author(words)
    return (agency,) if agency else named


def _url(article: Article, features: Sequence[Feature], kinds: Sequence[Kind]) -> Known | None:
    """An address that stands on a line of its own in the head is the document's own."""
    body = body_lines(kinds)
    reach = body[min(1, len(body) - 1)] if body else len(features)
    named = [index for index, kind in enumerate(kinds[:reach]) if kind is _ADDRESS_LINE]
    if not body and len({features[index].text for index in named}) > 1:
        return None  # of a list of links
    amid = [index for index in range(reach, len(kinds)) if kinds[index] is _ADDRESS_LINE]
    if named and named[0] and amid and features[named[0] - 1].prose:
        return None  # of a letter: each paragraph has its own
    for index in named:
        if found := URL.search(features[index].text):
            start = article.lines[index].start + found.start()
            real = unwrap(found.group())
            how = (
                "address line"
                if real == found.group()
                else "address line, unwrapped from a proxy’s"
            )
            return Known((real,), how, start, start + len(found.group()))
    return None
