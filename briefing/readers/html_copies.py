"""What a page's copy went through before it came here: an archive, a cache, a machine translation.

An archive's frame is none of the page: its words, its address and its days would pass for the page's own.
"""

import re
from collections.abc import Iterator
from typing import cast

from lxml import etree, html

from briefing.model.source import Clue, Field

_TRANSLATED = (
    "A browser or a service had translated the page by machine when it was saved:"
    " its words are not the publisher’s own."
)
TRANSLATED = (
    "translated-ltr", "translated-rtl", "-x-mtfrom", "_msttexthash", "ya-tr-span",
    "data-moz-translations-id", ".translate.goog",
)  # fmt: skip
"""One of these stands in a page that was translated: they are looked for before its elements are."""
COPIED = (
    "web.archive.org/web/", "__wm.wombat", "FILE ARCHIVED ON", "google-cache-hdr", "archive.today/",
    "archive.is/", "archive.ph/", "archive.vn/", "archive.li/", "archive.md/", "archive.fo/",
)  # fmt: skip
"""The same for a page that an archive or a search engine kept."""
_BY_BROWSER = etree.XPath(
    "boolean(/html[contains(@class, 'translated-ltr') or contains(@class, 'translated-rtl')]"
    " | /html[contains(@lang, '-x-mtfrom')] | //*[@_msttexthash][1] | //ya-tr-span[1]"
    " | //*[@data-moz-translations-id][1] | //base[contains(@href, '.translate.goog')]"
    " | //link[@rel='canonical' and contains(@href, '.translate.goog')])"
)
"""Marks that Chrome, Safari, Edge, Yandex, Firefox and Google’s service leave on what they translate."""
_FRAMES = etree.XPath(
    "//*[@id='wm-ipp-base' or @id='wm-ipp' or @id='wm-ipp-print' or @id='donato']"
    " | //*[contains(@id, 'google-cache-hdr')]"
)
_ARCHIVE_HEAD = etree.XPath("//*[@id='HEADER' or @id='FOOTER'][ancestor::body]")
_COPY = re.compile(
    r"https?://(?:web\.archive\.org/web|archive\.(?:today|is|ph|vn|li|md|fo))/"
    r"(?P<year>\d{4})\.?(?P<month>\d\d)\.?(?P<day>\d\d)[-\d]{0,8}(?:[a-z]{2}_)?/(?P<url>https?:/.{4,2000})"
)
_ARCHIVES = re.compile(
    r"^(?:archive\.(?:today|is|ph|vn|li|md|fo)|wayback machine|internet archive)$", re.IGNORECASE
)
_FILED = re.compile(r"FILE ARCHIVED ON \d\d:\d\d:\d\d (?P<day>[A-Z][a-z]{2} \d\d, \d{4})")
_WOMBAT = re.compile(
    r"__wm\.wombat\(\s*[\"'](?P<url>https?:[^\"']{4,2000})[\"']\s*,\s*[\"'](?P<stamp>\d{8})"
)
_SNAPSHOT = re.compile(r"as it appeared on (?P<day>\d{1,2} [A-Z][a-z]{2} \d{4})")
_LOCKED = re.compile(r"\"isAccessibleForFree\"\s*:\s*\"?false", re.IGNORECASE)
_FREE = re.compile(r"\"isAccessibleForFree\"\s*:\s*\"?true", re.IGNORECASE)
_SAVED = re.compile(r"(?:saved from url=\(\d{4}\)|url:\s*)(https?://\S{1,2000})")
_OFFICE = re.compile(
    r"(?:Microsoft|WPS|Kingsoft).*(?:Word|OneNote|Writer|Office)|OneNote|LibreOffice|OpenOffice|StarOffice"
    r"|Cocoa HTML Writer|Word\.Document",
    re.IGNORECASE,
)
_GENERATORS = ("generator", "progid")
_ARCHIVE = "archive’s copy of the page"
_CACHE = "search engine’s copy of the page"


def without_frame(tree: html.HtmlElement) -> tuple[Clue, ...]:
    """What the archive that kept a copy says of it; its frame is taken out of `tree`."""
    clues = tuple(_archived(tree) or _cached(tree))
    for frame in cast("list[html.HtmlElement]", _FRAMES(tree)):
        frame.drop_tree()
    if clues and any(_COPY.match(address) and "/web/" not in address for address in _own(tree)):
        for frame in cast("list[html.HtmlElement]", _ARCHIVE_HEAD(tree)):
            frame.drop_tree()
    return clues


def is_archive(clue: Clue) -> bool:
    """Whether `clue` names an archive as the page's publisher."""
    return clue.field is Field.PUBLISHER and _ARCHIVES.match(clue.value.strip()) is not None


def is_translated(tree: html.HtmlElement) -> Iterator[str]:
    """A sentence if the page bears the marks of a machine translation."""
    if _BY_BROWSER(tree):
        yield _TRANSLATED


def is_of_office(tree: html.HtmlElement) -> bool:
    """Whether a word processor saved a document as this page: its data tell of that file alone."""
    named = [meta for meta in tree.iter("meta") if (meta.get("name") or "").lower() in _GENERATORS]
    return any(_OFFICE.search(meta.get("content") or "") for meta in named)


def is_locked(tree: html.HtmlElement) -> bool:
    """Whether the page's data say that its article is for those who pay."""
    data = [
        script.text or ""
        for script in tree.iter("script")
        if "ld+json" in (script.get("type") or "")
    ]
    return any(map(_LOCKED.search, data)) and not any(map(_FREE.search, data))


def _archived(tree: html.HtmlElement) -> list[Clue]:
    for address in _own(tree):
        if found := _COPY.match(address):
            day = f"{found['year']}-{found['month']}-{found['day']}"
            return [Clue(Field.URL, found["url"], _ARCHIVE), Clue(Field.ACCESSED, day, _ARCHIVE)]
    for script in tree.iter("script"):
        if found := _WOMBAT.search(script.text or ""):
            stamp = found["stamp"]
            day = f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:]}"
            return [Clue(Field.URL, found["url"], _ARCHIVE), Clue(Field.ACCESSED, day, _ARCHIVE)]
    comments = [*tree.itersiblings(etree.Comment), *tree.iter(etree.Comment)]
    filed = (_FILED.search(comment.text or "") for comment in comments)
    return [Clue(Field.ACCESSED, found["day"], _ARCHIVE) for found in filed if found]


def _cached(tree: html.HtmlElement) -> Iterator[Clue]:
    for head in cast("list[html.HtmlElement]", _FRAMES(tree)):
        if "google-cache-hdr" not in (head.get("id") or ""):
            continue
        for link in head.iter("a"):
            if (link.get("href") or "").startswith("http"):
                yield Clue(Field.URL, link.get("href"), _CACHE)
                break
        if found := _SNAPSHOT.search(head.text_content()):
            yield Clue(Field.ACCESSED, found["day"], _CACHE)
        return


def _own(tree: html.HtmlElement) -> Iterator[str]:
    """The addresses that the page gives as its own, and those under which it was saved."""
    for link in tree.iter("link", "base"):
        if link.tag == "base" or (link.get("rel") or "").lower() in ("canonical", "bookmark"):
            yield (link.get("href") or "").strip()
    for meta in tree.iter("meta"):
        if (meta.get("property") or "").lower() == "og:url":
            yield (meta.get("content") or "").strip()
    for comment in tree.itersiblings(etree.Comment, preceding=True):
        if found := _SAVED.search(comment.text or ""):
            yield found[1]
