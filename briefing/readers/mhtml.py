"""Saved pages in one file (MHTML): the page itself, its address, and the day it was saved."""

import re
from email.message import Message
from pathlib import PurePath
from urllib.parse import urlsplit

from msgspec.structs import replace

from briefing.digests import digest
from briefing.errors import SourceError
from briefing.model.source import Clue, Field, Notice
from briefing.readers.html import read_html
from briefing.readers.mail import parse
from briefing.readers.mail_headers import header, read_headers
from briefing.readers.reading import Reading

_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def read_mhtml(data: bytes, path: PurePath) -> Reading:
    """The page saved in `data`.

    Raises:
        SourceError: if there is no page in it, or the page has no words.
    """
    message = parse(data, path)
    pages = [part for part in message.walk() if part.get_content_type() in _PAGES]
    if not pages:
        raise SourceError("there is no page in the file", where=path)
    page = _root(message, pages)
    payload = page.get_payload(decode=True)
    charset = str(page.get_param("charset") or "").strip("\"' ") or None
    article = read_html(payload if isinstance(payload, bytes) else b"", path, declared=charset)[0]
    clues, remarks = _about(message, page)
    twins = sum(
        header(item, "Content-Location") == header(page, "Content-Location") for item in pages
    )
    if twins > 1:
        remarks.append("Several pages in the file bear the same address; the first was taken.")
    notices = tuple(Notice(str(path), remark) for remark in remarks)
    return Reading(
        (
            replace(
                article,
                sha256=digest(data),
                clues=(*article.clues, *clues),
                notices=(*notices, *article.notices),
            ),
        )
    )


_PAGES = frozenset({"text/html", "application/xhtml+xml"})


def _root(message: Message, pages: list[Message]) -> Message:
    """The page the file is about: the one named as its start, else the first."""
    start = str(message.get_param("start") or "").strip("<> ")
    named = [page for page in pages if start and header(page, "Content-ID").strip("<> ") == start]
    return (named or pages)[0]


def _about(message: Message, page: Message) -> tuple[list[Clue], list[str]]:
    remarks: list[str] = []
    clues: list[Clue] = []
    saved = header(message, "Snapshot-Content-Location")
    own = header(page, "Content-Location")
    if saved and own and saved != own:
        remarks.append("The file gives two addresses of its page; the page’s own was taken.")
    address = own or saved
    if _is_plain(address):
        clues.append(Clue(Field.URL, address, "address in the saved page"))
    elif address:
        remarks.append("The file’s address is no plain web address; it was left out.")
    if day := read_headers(message).day:
        clues.append(Clue(Field.ACCESSED, day.date().isoformat(), "day the page was saved"))
    return clues, remarks


def _is_plain(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return (
        parts.scheme in ("http", "https")
        and bool(parts.hostname)
        and parts.username is None
        and not _MARKS.search(address)
    )
