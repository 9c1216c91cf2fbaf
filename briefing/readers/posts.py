"""Pages of posts (X, Telegram): each post of the account that the page is about is a source.

What others wrote below it is left out, and so is all that stands around: a post has its own words,
day, address and author, or it is none.
"""

from collections.abc import Iterator
from pathlib import PurePath
from typing import cast
from urllib.parse import urljoin, urlsplit

from lxml import etree, html
from msgspec import Struct

from briefing.digests import digest
from briefing.model.source import Article, Field, Kind, Notice
from briefing.readers.html_lines import lay_out
from briefing.readers.reading import Reading
from briefing.readers.setting import Part, article_of
from briefing.text.dates import find_day
from briefing.text.decoding import decode

MEDIA_TYPE = "text/html"
_LONGEST_TITLE = 160


class _Platform(Struct, frozen=True):
    """How a platform marks its posts; each is a path from the post, the first from the page."""

    name: str
    posts: str
    words: str
    author: str
    day: str
    link: str
    titles: tuple[str, ...] = ()
    base: str = ""


_PLATFORMS = (
    _Platform(
        "X",
        "//article[@data-testid='tweet']",
        ".//div[@data-testid='tweetText']",
        ".//div[@data-testid='User-Name']//a[starts-with(@href, '/') or contains(@href, '://')]",
        ".//a[contains(@href, '/status/')]/time/@datetime",
        ".//a[contains(@href, '/status/')][time]/@href",
        ("/ X", "/ Twitter"),
        "https://x.com/",
    ),
    _Platform(
        "Telegram",
        "//div[@data-post][contains(@class, 'tgme_widget_message')]",
        ".//div[contains(@class, 'tgme_widget_message_text')]",
        ".//a[contains(@class, 'tgme_widget_message_owner_name')]",
        ".//a[contains(@class, 'tgme_widget_message_date')]/time/@datetime",
        ".//a[contains(@class, 'tgme_widget_message_date')]/@href",
        ("Telegram",),
    ),
    _Platform(
        "Telegram",
        "//div[starts-with(@id, 'message')][contains(@class, 'message default')]",
        "./div[@class='body']/div[@class='text']",
        "./div[@class='body']/div[@class='from_name']",
        "./div[@class='body']/div[contains(@class, 'date')]/@title",
        "",
        ("Exported Data",),
    ),
)


def posts_of(data: bytes, path: PurePath) -> Reading | None:
    """The posts on the page `data`, none if it is no page of posts."""
    try:
        tree = html.document_fromstring(decode(data, None).text)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    title = " ".join((tree.findtext(".//title") or "").split())
    for platform in _PLATFORMS:
        if not title.endswith(platform.titles):
            continue
        found = cast("list[html.HtmlElement]", tree.xpath(platform.posts))
        if not found:
            continue
        about = _about(tree)
        kept = [post for post in found if _is_own(post, platform, about)]
        articles = tuple(_articles(kept or found, platform, path, digest(data)))
        if not articles:
            return None
        left = len(found) - len(kept) if kept else 0
        told = f"Posts of others on the page were left out: {left}."
        return Reading(articles, notices=(Notice(str(path), told),) if left else ())
    return None


def _about(tree: html.HtmlElement) -> str:
    """The address of the page: a single post's, or an account's."""
    links = cast(
        "list[str]",
        tree.xpath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content"),
    )
    return urlsplit(links[0]).path.rstrip("/").lower() if links else ""


def _is_own(post: html.HtmlElement, platform: _Platform, about: str) -> bool:
    if platform.name != "X" or not about:
        return True
    address = urlsplit(_link(post, platform)).path.lower()
    return (
        address.startswith(about) if "/status/" in about else address.startswith(f"{about}/status/")
    )


def _articles(
    posts: list[html.HtmlElement], platform: _Platform, path: PurePath, sha256: str
) -> Iterator[Article]:
    author = ""
    for number, post in enumerate(posts):
        # A second post in a row of one author does not name them again.
        author = _text(post, platform.author) or author
        lines = list(_lines(post, platform))
        if not lines:
            continue
        opening = Part(
            lines[0], Kind.BODY, Field.TITLE, opening_words(lines[0]), "opening words of the post"
        )
        parts = [opening, *(Part(line, Kind.BODY) for line in lines[1:])]
        if author:
            parts.append(Part(author, Kind.BYLINE, Field.AUTHORS, found_in="author of the post"))
        day = find_day(_first(post, platform.day).replace("T", " "))
        if day:
            words = day[0].isoformat()
            parts.append(Part(words, Kind.DATE, Field.PUBLISHED, found_in="time of the post"))
        if link := _link(post, platform):
            parts.append(Part(link, Kind.URL, Field.URL, found_in="link of the post"))
        parts.append(Part(platform.name, Kind.NOTE, Field.PUBLISHER, found_in="platform"))
        yield article_of(parts, path, sha256, MEDIA_TYPE, index=number)


def opening_words(words: str) -> str:
    """The first words, which stand for a post's title (Chicago Manual of Style 14.209)."""
    if len(words) <= _LONGEST_TITLE:
        return words
    return words[:_LONGEST_TITLE].rpartition(" ")[0] or words[:_LONGEST_TITLE]


def _lines(post: html.HtmlElement, platform: _Platform) -> Iterator[str]:
    for element in cast("list[html.HtmlElement]", post.xpath(platform.words))[:1]:
        own = html.fromstring(
            f"<div>{etree.tostring(element, encoding='unicode', with_tail=False)}</div>"
        )
        layout = lay_out(own)
        yield from (layout.text[line.start : line.end] for line in layout.lines)


def _text(post: html.HtmlElement, where: str) -> str:
    found = cast("list[html.HtmlElement]", post.xpath(where))
    return " ".join(found[0].text_content().split()) if found else ""


def _first(post: html.HtmlElement, where: str) -> str:
    found = cast("list[str]", post.xpath(where)) if where else []
    return str(found[0]).strip() if found else ""


def _link(post: html.HtmlElement, platform: _Platform) -> str:
    address = urljoin(platform.base, _first(post, platform.link))
    return address if address.startswith(("http://", "https://")) else ""
