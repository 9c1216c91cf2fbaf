"""Telegram's own export as JSON (`result.json`): each message with words is a source.

What an account only passed on is another's and is left out and counted; so is what has no words.
"""

import json
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from briefing.digests import digest
from briefing.errors import SourceError
from briefing.model.source import Article, Field, Kind, Notice
from briefing.readers.posts import opening_words
from briefing.readers.reading import Reading
from briefing.readers.setting import Part, article_of
from briefing.text.decoding import decode

MEDIA_TYPE = "application/json"
_ANEW = "Export the chat from Telegram again, as JSON."
_OWN = "If they were passed on from others, export the chats in which they were written."
_DAY = 10
"""Characters of a day within a time as ISO writes it."""


def read_telegram(data: bytes, path: PurePath) -> Reading:
    """The messages in the export `data`.

    Raises:
        SourceError: if it is no valid JSON, or no message in it has words of its own.
    """
    try:
        held = json.loads(decode(data, "utf-8").text, strict=False)
    except (ValueError, RecursionError):
        raise SourceError("the export is no valid JSON", where=path, remedy=_ANEW) from None
    messages = [item for chat in _chats(held) for item in _list(chat.get("messages"))]
    said = [item for item in messages if item.get("type") == "message" and _words(item).strip()]
    own = [item for item in said if not item.get("forwarded_from")]
    if not own:
        raise SourceError("no message in the export has words of its own", where=path, remedy=_OWN)
    sha256 = digest(data)
    articles = tuple(_article(item, path, sha256, index) for index, item in enumerate(own))
    left = len(said) - len(own)
    told = f"Messages that were passed on from others were left out: {left}."
    return Reading(articles, notices=(Notice(str(path), told),) if left else ())


def _chats(held: Any) -> Iterator[dict[str, Any]]:
    """The one chat of an export, or all of a whole account."""
    if not isinstance(held, dict):
        return
    chats = held.get("chats")
    if isinstance(chats, dict):
        yield from _list(chats.get("list"))
    else:
        yield held


def _list(value: Any) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _words(message: dict[str, Any]) -> str:
    """The words of a message, which come in pieces where some are links or set in bold."""
    text = message.get("text")
    pieces = text if isinstance(text, list) else [text]
    found = (piece.get("text") if isinstance(piece, dict) else piece for piece in pieces)
    return "".join(piece for piece in found if isinstance(piece, str))


def _article(message: dict[str, Any], path: PurePath, sha256: str, index: int) -> Article:
    first, *rest = (line.strip() for line in _words(message).split("\n") if line.strip())
    title = opening_words(first)
    parts = [Part(first, Kind.BODY, Field.TITLE, title, "opening words of the message")]
    parts += [Part(line, Kind.BODY) for line in rest]
    author, day = message.get("from"), message.get("date")
    if isinstance(author, str) and author.strip():
        parts.append(Part(author, Kind.BYLINE, Field.AUTHORS, found_in="author of the message"))
    if isinstance(day, str):
        parts.append(Part(day[:_DAY], Kind.DATE, Field.PUBLISHED, found_in="time of the message"))
    parts.append(Part("Telegram", Kind.NOTE, Field.PUBLISHER, found_in="platform"))
    return article_of(parts, path, sha256, MEDIA_TYPE, index=index)
