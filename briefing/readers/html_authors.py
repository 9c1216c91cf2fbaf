"""The authors whom a page names in elements that are marked for it, when its data name none."""

import re
from collections.abc import Iterator
from typing import cast

from lxml import etree, html

from briefing.model.source import Clue, Field
from briefing.readers.html_days import is_elsewhere

_CLASS = re.compile(
    r"(?:^|[\s_-])(?:author|byline|writer|contributor)s?(?:[_-]{1,2}?(?:name|link|text|content))?(?:$|\s)",
    re.IGNORECASE,
)
_MARKED = etree.XPath(
    "//*[self::a or self::span or self::div or self::p or self::address or self::li or self::h4 or"
    " self::h5 or self::strong][@rel='author' or @itemprop='author' or contains(@class, 'uthor') or"
    " contains(@class, 'yline') or contains(@class, 'riter') or contains(@class, 'ontributor')]"
)
LINK = "link to the author"
ELEMENT = "author element"
_LONGEST = 80
_MOST = 6


def element_authors(tree: html.HtmlElement) -> Iterator[Clue]:
    """The words of elements marked as the author's name, the surest mark first."""
    by_mark: dict[str, list[str]] = {LINK: [], ELEMENT: []}
    for element in cast("list[html.HtmlElement]", _MARKED(tree)):
        mark = _mark(element)
        if mark is None or len(by_mark[mark]) >= _MOST or is_elsewhere(element):
            continue
        words = " ".join(element.text_content().split())
        if 1 < len(words) <= _LONGEST:
            _add(by_mark[mark], words)
    for mark, names in by_mark.items():
        yield from (Clue(Field.AUTHORS, name, mark) for name in names)


def _add(found: list[str], words: str) -> None:
    """Add `words`; elements come outermost first, and what the inner one says is more exact."""
    for index, outer in enumerate(found):
        if words in outer:
            found[index] = words
            return
    found.append(words)


def _mark(element: html.HtmlElement) -> str | None:
    if "author" in (element.get("rel") or "").split():
        return LINK
    if (element.get("itemprop") or "").lower() == "author" or _CLASS.search(
        element.get("class") or ""
    ):
        return ELEMENT
    return None
