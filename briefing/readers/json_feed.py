"""JSON feeds (jsonfeed.org): an entry a source, as in RSS and Atom."""

import json
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from briefing.digests import digest
from briefing.errors import SourceError
from briefing.model.source import Article, Field, Kind, Notice
from briefing.readers.feeds import SUMMARY, lines_of
from briefing.readers.reading import Reading
from briefing.readers.setting import Part, article_of
from briefing.text.decoding import decode

MEDIA_TYPE = "application/json"


def read_json_feed(data: bytes, path: PurePath) -> Reading:
    """The articles in the feed `data`.

    Raises:
        SourceError: if it is no valid JSON, or no entry has words.
    """
    try:
        feed = json.loads(decode(data, "utf-8").text, strict=False)
    except (ValueError, RecursionError):
        raise SourceError("the feed is no valid JSON", where=path) from None
    held = feed.get("items") if isinstance(feed, dict) else None
    entries = [each for each in held if isinstance(each, dict)] if isinstance(held, list) else []
    sha256 = digest(data)
    articles: list[Article] = []
    for index, entry in enumerate(entries):
        parts = list(_parts(entry, feed))
        if any(part.kind is Kind.BODY for part in parts):
            whole = _words(entry, "content_html") or _words(entry, "content_text")
            notices = () if whole else (Notice(str(path), SUMMARY),)
            article = article_of(parts, path, sha256, MEDIA_TYPE, index=index, notices=notices)
            articles.append(article)
    if not articles:
        raise SourceError("the feed has no entry with words", where=path)
    silent = len(entries) - len(articles)
    told = f"{silent} entries of the feed have no words of their own and were left out."
    return Reading(tuple(articles), notices=(Notice(str(path), told),) if silent else ())


def _words(held: dict[str, Any], key: str) -> str:
    value = held.get(key)
    return value.strip() if isinstance(value, str) else ""


def _parts(entry: dict[str, Any], feed: dict[str, Any]) -> Iterator[Part]:
    title = _words(entry, "title")
    fields = (
        (title, Kind.TITLE, Field.TITLE, "title of the entry"),
        (_words(feed, "title"), Kind.NOTE, Field.PUBLISHER, "title of the feed"),
        *((name, Kind.BYLINE, Field.AUTHORS, "author of the entry") for name in _authors(entry)),
        (_words(entry, "date_published"), Kind.DATE, Field.PUBLISHED, "date of the entry"),
        (_words(entry, "url"), Kind.URL, Field.URL, "link of the entry"),
        (
            _words(entry, "language") or _words(feed, "language"),
            Kind.NOTE,
            Field.LANGUAGE,
            "language of the feed",
        ),
    )
    yield from (
        Part(words, kind, field, None, place) for words, kind, field, place in fields if words
    )
    if markup := _words(entry, "content_html"):
        yield from lines_of(markup, title)
        return
    text = _words(entry, "content_text") or _words(entry, "summary")
    yield from (Part(line, Kind.BODY) for line in text.split("\n") if line.strip())


def _authors(entry: dict[str, Any]) -> list[str]:
    """Their names: a list, or one author, as the first version of the format had it."""
    several = entry.get("authors")
    people = several if isinstance(several, list) else [entry.get("author")]
    return [name for each in people if isinstance(each, dict) and (name := _words(each, "name"))]
