"""The day on which a document was published: what its data say, what is printed, what its address shows.

Data in universal time are led back to the day at the publisher's, where the address or another
place of the page shows it.
"""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from briefing.cleaning.heads import Head
from briefing.cleaning.known import Known
from briefing.cleaning.lines import Feature
from briefing.model.source import Article, Clue, Kind
from briefing.text.dates import address_day, find_day
from briefing.text.lazy import Lazy

_SEARCH = "search of the page’s "
"""How the places begin that a reader looked in for want of a better one."""
_MOVED = timedelta(days=1)
"""Days by which an address may be before the page's data and mean the same; see `told_day`."""
_LABEL = re.compile(
    r"^\W*(?:(?:first |originally )?published|posted|date|veröffentlich\w*|erschienen|erstellt|datum|"
    r"publi[ée]e?|paru|mis en ligne|publicado|publicad[ao]|pubblicat[oa]|gepubliceerd|geplaatst|"
    r"opublikowano|dodano|publicerad|publisert|udgivet|julkaistu|опубликован\w*|дата|تاريخ)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(r"[^\W\d_][\w .’'/-]{1,30}[,:]? ?\(?")
_PLACES = Lazy(r"\(?[^\W\d_](?:[\w .’'/-]|, ){1,40}?,? ?\(?(?:(?:le|den|am|on) )?")
_PARTED = Lazy(r"\)?(?:,? ?/[^/]{2,24}/| ?\([^()]{2,40}\))?[.,:]? ?[-–—]")
"""A place, maybe with its state; behind the day an agency, and the dash before the first sentence."""
_LABELLED_WORDS = 10
_BESIDE_TITLE = 3
"""Lines below the title in which a short one with a day in it is taken for the article's own."""
_DAY_LINE_WORDS = 12
_LONG_LINE_WORDS = 16
_LINKED = 0.9
"""Share of link text above which a line points to something else."""
_QUARTER = timedelta(minutes=15)
_FARTHEST = timedelta(hours=14)
_WEST = 14
"""Hour in universal time before which it can still be the day before at the publisher's."""


def told_day(clues: Sequence[Clue], address: Known | None = None) -> Known | None:
    """The day that the page's data give, as it was where the page was published.

    `address` is the day that its address shows. It stays when a page is published again, and the
    data often do not: the earlier one is the day of first publication.
    """
    sure = [clue for clue in clues if not clue.found_in.startswith(_SEARCH)]
    for index, clue in enumerate(sure):
        if found := find_day(clue.value.replace("T", " ")):
            if address and found[0] - date.fromisoformat(address.values[0]) > _MOVED:
                return address
            lead = Known((found[0].isoformat(),), clue.found_in)
            return _at_the_publishers(clue, found[0], sure[index + 1 :], address) or lead
    return None


def addressed_day(url: Known | None) -> Known | None:
    """The day in the document's address."""
    day = address_day(url.values[0]) if url else None
    return Known((day.isoformat(),), "address of the page") if day else None


def searched_day(clues: Sequence[Clue]) -> Known | None:
    """The day that a search of the page's elements found."""
    return _first([clue for clue in clues if clue.found_in.startswith(_SEARCH)])


def printed_day(
    article: Article, features: Sequence[Feature], kinds: Sequence[Kind], head: Head
) -> Known | None:
    """The day printed at the head of the document, or anywhere with a word that says so."""
    page = article.media_type == "text/html"
    if head.date is not None and not (page and _is_of_another(article, head.date, features, kinds)):
        return _in_line(article, head.date, "date line", day_first=head.day_first)
    if not page:
        return _parted_dateline(article, kinds)
    if head.title is not None:
        below = range(head.title + 1, min(head.title + 1 + _BESIDE_TITLE, len(features)))
        for index in below:
            short = features[index].count <= _DAY_LINE_WORDS and kinds[index] is not Kind.HEADING
            if short and (known := _in_line(article, index, "line under the title")):
                return known
    for index, feature in enumerate(features):
        labelled = feature.count <= _LABELLED_WORDS and _LABEL.search(feature.text)
        if labelled and (known := _in_line(article, index, "line that says so")):
            return known
    return _dateline(article, kinds)


def _dateline(article: Article, kinds: Sequence[Kind]) -> Known | None:
    """The day behind the place with which a report opens: “LUND, March 14, 2024 – …”."""
    if Kind.BODY not in kinds:
        return None
    index = kinds.index(Kind.BODY)
    opens = article.lines[index].start
    known = _in_line(article, index, "dateline")
    before = article.text[opens : known.start] if known else ""
    return known if _PLACE.fullmatch(before) else None


def _parted_dateline(article: Article, kinds: Sequence[Kind]) -> Known | None:
    """The day behind the place with which a report opens, where a dash parts both from its words."""
    if Kind.BODY not in kinds:
        return None
    index = kinds.index(Kind.BODY)
    line = article.lines[index]
    known = _in_line(article, index, "dateline")
    if known is None or known.start is None or known.end is None:
        return None
    before, behind = article.text[line.start : known.start], article.text[known.end : line.end]
    return known if _PLACES.fullmatch(before) and _PARTED.match(behind) else None


def _is_of_another(
    article: Article, index: int, features: Sequence[Feature], kinds: Sequence[Kind]
) -> bool:
    """Whether the day in a line is that of something else.

    It is in a heading or a link, or below the article or in a long line without a word that it
    dates it.
    """
    labelled = _LABEL.search(features[index].text)
    below = Kind.BODY not in kinds[index:]
    long = features[index].count > _LONG_LINE_WORDS
    pointer = article.lines[index].link_share > _LINKED
    return kinds[index] is Kind.HEADING or pointer or ((below or long) and not labelled)


def _in_line(
    article: Article, index: int, found_in: str, *, day_first: bool = False
) -> Known | None:
    line = article.lines[index]
    found = find_day(article.text[line.start : line.end], day_first=day_first)
    if found is None:
        return None
    day, start, end = found
    return Known((day.isoformat(),), found_in, line.start + start, line.start + end)


def _first(clues: Sequence[Clue]) -> Known | None:
    for clue in clues:
        if found := find_day(clue.value.replace("T", " ")):
            return Known((found[0].isoformat(),), clue.found_in)
    return None


def _at_the_publishers(
    lead: Clue, day: date, others: Sequence[Clue], address: Known | None
) -> Known | None:
    """The day at the publisher's when it differs from that in universal time."""
    instant = _instant(lead.value)
    if instant is None or instant.utcoffset() != timedelta(0):
        return None
    if address and instant.hour < _WEST:
        gone = day - date.fromisoformat(address.values[0])
        if gone == timedelta(days=1):
            return address
    for clue in others:
        there = _instant(clue.value)
        if there is not None and there.date() != day and _is_same(instant, there):
            return Known((there.date().isoformat(),), clue.found_in)
    return None


def _is_same(instant: datetime, there: datetime) -> bool:
    """Whether `there` is `instant` by another clock; without an offset minute and second tell."""
    if there.tzinfo is not None:
        return there == instant
    apart = abs(there.replace(tzinfo=UTC) - instant)
    told = instant.minute * 60 + instant.second
    return apart <= _FARTHEST and not apart % _QUARTER and told % _QUARTER.seconds != 0


def _instant(value: str) -> datetime | None:
    """The time that `value` is in the form of ISO 8601; without an offset it is local."""
    try:
        return datetime.fromisoformat(value.strip()) if len(value) > len("2024-03-14") else None
    except ValueError:
        return None
