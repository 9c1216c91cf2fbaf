"""What a page says of itself outside its text: meta elements, schema.org data, links."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any, cast

from lxml import etree, html

from briefing.model.source import Clue, Field
from briefing.readers.html_authors import element_authors
from briefing.readers.html_days import LOOSE, SURE, element_days

_META = {
    "og:title": Field.TITLE,
    "twitter:title": Field.TITLE,
    "dc.title": Field.TITLE,
    "og:site_name": Field.PUBLISHER,
    "application-name": Field.PUBLISHER,
    "dc.publisher": Field.PUBLISHER,
    "author": Field.AUTHORS,
    "article:author": Field.AUTHORS,
    "parsely-author": Field.AUTHORS,
    "sailthru.author": Field.AUTHORS,
    "dc.creator": Field.AUTHORS,
    "byl": Field.AUTHORS,
    "citation_author": Field.AUTHORS,
    "cxenseparse:author": Field.AUTHORS,
    "og:url": Field.URL,
}
_ARTICLE_TYPES = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BlogPosting "
    "LiveBlogPosting BackgroundNewsArticle ReviewNewsArticle Report WebPage".split()
)
_COMMENTS = 12
_SINGLE_FILE = re.compile(
    r"Page saved with SingleFile\s+url:\s*(?P<url>https?://\S{1,2000})\s+"
    r"saved date:\s*(?P<day>[^\n]{6,80})"
)
_SAVED_DAY = re.compile(r"(?P<month>[A-Z][a-z]{2}) (?P<day>\d{1,2}) (?P<year>\d{4})")
_SAVED_FROM = re.compile(r"saved from url=\(\d{4}\)(?P<url>https?://\S{1,2000})")
_ACCOUNT = etree.XPath("//*[@id='js_name']")
"""On a platform (WeChat) that names itself as the site, whose account an article is of."""
_READER = etree.XPath("//a[contains(@class, 'reader-domain')][starts-with(@href, 'http')]")
_MOST_JSON = 2_000_000


def page_clues(tree: html.HtmlElement) -> Iterator[Clue]:
    """Hints at the page's metadata, the most trustworthy kind first."""
    loose: list[Clue] = []
    told = [*_account_clues(tree), *_schema_clues(tree)]
    told += _saved_clues(tree)
    for meta in tree.iter("meta"):
        told += _meta_clues(meta, loose)
    yield from told
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and link.get("href"):
            yield Clue(Field.URL, link.get("href").strip(), 'link rel="canonical"')
    if not any(clue.field is Field.AUTHORS and " " in clue.value for clue in told):
        yield from element_authors(tree)
    yield from element_days(tree)
    yield from loose
    if language := (tree.get("lang") or "").strip():
        # Safari notes the language that it translated from behind the one it translated to.
        language = language.partition("-x-mtfrom")[0]
        yield Clue(Field.LANGUAGE, language, "html lang attribute")
    for title in tree.iter("title"):
        if title.text and title.text.strip():
            yield Clue(Field.TITLE, " ".join(title.text.split()), "title element")
            break


def _meta_clues(meta: html.HtmlElement, loose: list[Clue]) -> Iterator[Clue]:
    """What one meta element says; days that may mean something else go to `loose`."""
    # Tools that tidy pages for an archive write “value”.
    value = unescape(meta.get("content") or meta.get("value") or "").strip()
    if not value:
        return
    for key in ("property", "name", "itemprop"):
        name = meta.get(key) or ""
        low = name.lower()
        if wanted := _META.get(low):
            yield Clue(wanted, value, f'meta {key}="{name}"')
        elif low in SURE:
            yield Clue(Field.PUBLISHED, value, f'meta {key}="{name}"')
        elif low in LOOSE:
            loose.append(Clue(Field.PUBLISHED, value, f'meta {key}="{name}"'))


def _saved_clues(tree: html.HtmlElement) -> Iterator[Clue]:
    """What the program that saved the page wrote on top of it (SingleFile, a browser)."""
    comments = [*tree.itersiblings(etree.Comment, preceding=True), *tree.iter(etree.Comment)]
    for comment in comments[:_COMMENTS]:
        if found := _SINGLE_FILE.search(comment.text or ""):
            yield Clue(Field.URL, found["url"], "SingleFile’s comment on the page")
            if day := _SAVED_DAY.search(found["day"]):
                saved = f"{day['day']} {day['month']} {day['year']}"
                yield Clue(Field.ACCESSED, saved, "SingleFile’s comment on the page")
        elif found := _SAVED_FROM.search(comment.text or ""):
            yield Clue(Field.URL, found["url"], "the browser’s comment on the saved page")


def _account_clues(tree: html.HtmlElement) -> Iterator[Clue]:
    """Who publishes on a platform, and the page that a browser's reading view shows."""
    for element in cast("list[html.HtmlElement]", _ACCOUNT(tree)):
        if name := " ".join(element.text_content().split()):
            yield Clue(Field.PUBLISHER, name, "account on the platform")
    for link in cast("list[html.HtmlElement]", _READER(tree)):
        yield Clue(Field.URL, link.get("href") or "", "browser’s reading view")


def _schema_clues(tree: html.HtmlElement) -> Iterator[Clue]:
    for script in tree.iter("script"):
        kind = (script.get("type") or "").lower()
        if kind != "application/ld+json" or not script.text or len(script.text) > _MOST_JSON:
            continue
        try:
            data = json.loads(script.text, strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _articles(data):
            yield from _article_clues(item)


def _articles(data: Any) -> Iterator[dict[str, Any]]:
    """The article objects in a schema.org document, its graph included."""
    items = data if isinstance(data, list) else [data]
    for item in items:
        if not isinstance(item, dict):
            continue
        graph = item.get("@graph")
        if isinstance(graph, list):
            yield from (part for part in graph if _is_article(part))
        if _is_article(item):
            yield item


def _is_article(item: Any) -> bool:
    if not isinstance(item, dict):
        return False
    kinds = item.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(name in _ARTICLE_TYPES for name in names if isinstance(name, str))


def _article_clues(item: dict[str, Any]) -> Iterator[Clue]:
    where = "schema.org data of the page"
    page = item.get("@type") == "WebPage"
    if not page:
        yield from (Clue(Field.TITLE, name, where) for name in _texts(item.get("headline")))
        yield from (Clue(Field.AUTHORS, name, where) for name in _names(item.get("author")))
    yield from (Clue(Field.PUBLISHER, name, where) for name in _names(item.get("publisher")))
    yield from (Clue(Field.PUBLISHED, day, where) for day in _texts(item.get("datePublished")))
    language = item.get("inLanguage")
    yield from (Clue(Field.LANGUAGE, name, where) for name in _texts(language))


def _names(value: Any) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        yield from _texts(item.get("name") if isinstance(item, dict) else item)


def _texts(value: Any) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str) and item.strip():
            yield " ".join(unescape(item).split())
