"""Where a page says when it was published: in its data, its elements, its address.

The order is that of trust: what is meant for machines and only for this, then elements that are
marked as the day of publication, then what may also be the day of a change or of the visit.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import cast

from lxml import etree, html

from briefing.model.source import Clue, Field
from briefing.text.dates import find_day
from briefing.text.times import spell_day

SURE = frozenset(
    "article:published_time og:article:published_time article.published article:published "
    "article:published_date article:publicationdate article:post_date article_date_original "
    "article_publication_date article.created bt:pubdate citation_date citation_publication_date "
    "cxenseparse:recs:publishtime date_published datepublished dc.date.issued dc.date.publication "
    "dcterms.issued dcsext.articlefirstpublished displaydate mediator_published_time "
    "og:article:published og:datepublished og:pubdate og:publish_date og:published_time "
    "originalpublicationdate parsely-pub-date pdate pub_date pubdate publish-date publish_date "
    "publish_time publishdate published-date published_date published_time publisheddate "
    "publication_date rbpubdate rnews:datepublished sailthru.date "
    "shareaholic:article_published_time vr:published_time vr:published-time".split()
)
LOOSE = frozenset(
    "date dc.date dc:date dcterms.date dc.created dc.date.created dcterms.created created "
    "date_created datecreated content_create_date doc_date timestamp".split()
)
"""Also written for the day of a change, of the visit, or of the file."""
_PUBLISHED = re.compile(r"publi(?!c\b)|pubdate|posted|entry-date|post-date", re.IGNORECASE)
_CHANGED = re.compile(r"updat|modif|chang", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"related|sidebar|teaser|comment|widget|recommend|popular|latest|footer|ticker", re.IGNORECASE
)
_HEAD = re.compile(r"byline|meta\b|article-?head|entry-?head|dateline", re.IGNORECASE)
_MARKED = etree.XPath("//time | //*[@itemprop]")
_SCRIPTS = etree.XPath("//script[not(@src) and not(@type='application/ld+json')]/text()")
_PRINTING = etree.XPath("//body//script[not(@src) and string-length() < 300]/text()")
_IN_DATA = (
    r"\b(?:date_?published|publish(?:ed)?_?(?:date|time|at|on)|(?:date|time)_?published|pub_?date|"
    r"publication_?date|article_?publish\w*|post_?date|first_?published?\w*|display_?date)[\"']?"
    r"\s{0,3}[:=]\s{0,3}[\"']([^\"'<>]{8,40})[\"']"
)
"""A field of the data that a page hands to its scripts: `"publishDate": "2024-03-14T10:00"`."""
_PRINTED = r"\w\s{0,3}\(\s{0,3}[\"']([^\"'<>]{8,40})[\"']"
"""A call that writes a day where it stands: `showDate("2024/03/14 10:00")`."""
_SCHEMA = etree.XPath("//script[@type='application/ld+json']/text()")
_PUBLISHED_ON = re.compile(r"[\"']datePublished[\"']\s*:\s*[\"'](\d{4}-\d\d-\d\d)")
_CHANGED_ON = re.compile(r"[\"']dateModified[\"']\s*:\s*[\"'](\d{4}-\d\d-\d\d)")
_SOON = timedelta(days=31)
"""Within it a change is hardly more than a correction."""
_LONGEST = 60
_ANCESTORS = 8


def element_days(tree: html.HtmlElement) -> Iterator[Clue]:
    """The days in elements marked as the day of publication, then in other time elements."""
    marked: list[Clue] = []
    others: list[Clue] = []
    for element in cast("list[html.HtmlElement]", _MARKED(tree)):
        name = str(element.tag)
        item = element.get("itemprop") or ""
        if name == "time" or (item and "datepublished" in item.lower()):
            _sort(element, name, item, marked, others)
    yield from marked
    yield from others


def _sort(
    element: html.HtmlElement, name: str, item: str, marked: list[Clue], others: list[Clue]
) -> None:
    value = (element.get("datetime") or element.get("content") or "").strip()
    value = value or " ".join(element.text_content().split())[:_LONGEST]
    outer = element.getparent()
    around = "" if outer is None else outer.get("class") or ""
    label = f"{element.get('class') or ''} {item} {around}"
    if not value or (_CHANGED.search(label) and not _PUBLISHED.search(label)):
        return
    if is_elsewhere(element):
        return
    if element.get("pubdate") is not None or _PUBLISHED.search(label):
        marked.append(Clue(Field.PUBLISHED, value, f"{name} element marked as published"))
    else:
        others.append(Clue(Field.PUBLISHED, value, "time element"))


def script_day(tree: html.HtmlElement) -> Clue | None:
    """The day in the data that the page keeps for its scripts, else one that a script writes.

    No script is run: the words between the quotation marks are read.
    """
    for scripts, pattern in ((_SCRIPTS, _IN_DATA), (_PRINTING, _PRINTED)):
        for words in cast("list[str]", scripts(tree)):
            for found in re.finditer(pattern, words, re.IGNORECASE):
                if find_day(found[1].replace("T", " ")):
                    return Clue(Field.PUBLISHED, found[1], "search of the page’s scripts")
    return None


def changed_long_after(tree: html.HtmlElement) -> list[str]:
    """That the page's own data name a day of change long after that of publication, if so."""
    for data in cast("list[str]", _SCHEMA(tree)):
        first, last = _PUBLISHED_ON.search(data), _CHANGED_ON.search(data)
        if first is None or last is None:
            continue
        try:
            published, changed = date.fromisoformat(first[1]), date.fromisoformat(last[1])
        except ValueError:
            continue
        if changed - published > _SOON:
            days = f"is of {spell_day(published)} and was changed on {spell_day(changed)}"
            return [f"The page {days}: its words may be younger than its day of publication."]
    return []


def is_elsewhere(element: html.HtmlElement) -> bool:
    """Whether the element stands among links to other articles."""
    for above, outer in enumerate(element.iterancestors()):
        if above > _ANCESTORS or outer.tag in ("body", "article", "main", "h1"):
            return False
        label = f"{outer.get('class') or ''} {outer.get('id') or ''}"
        own = _PUBLISHED.search(label) or _HEAD.search(label)
        if (outer.tag == "a" and not own) or (outer.tag in ("aside", "footer", "nav") and not own):
            return True
        if _ELSEWHERE.search(label) and not own:
            return True
    return False
