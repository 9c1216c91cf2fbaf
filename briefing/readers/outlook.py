"""Mails as Outlook saves them (`.msg`, MS-OXMSG): made into mails of the internet and read as such."""

import struct
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email import message_from_string, policy
from email.message import EmailMessage
from email.utils import format_datetime, formataddr
from pathlib import PurePath

from msgspec.structs import replace

from briefing.digests import digest
from briefing.errors import SourceError
from briefing.readers.compound import Folder, read_compound
from briefing.readers.mail import read_mail
from briefing.readers.outlook_text import page_in, unpacked
from briefing.readers.reading import Reader, Reading

_SUBJECT, _BODY, _PAGE, _PACKED = "0037", "1000", "1013", "1009"
_SENDER = (("0C1A", "5D01"), ("0C1A", "0C1F"), ("0042", "5D02"), ("0042", "0065"))
"""Name and address of who sent the mail, and of whom it was sent for."""
_HEADERS, _DATA, _NAMES, _MEDIA = "007D", "3701", ("3707", "3704", "3001"), "370E"
_DAYS = (0x0039, 0x0E06)
"""When it was sent, when it arrived."""
_CODEPAGES = (0x3FDE, 0x3FFD)
_TIME, _LONG, _HIDDEN = 0x0040, 0x0003, 0x7FFE
_STREAM = "__substg1.0_"
_PROPERTIES = "__properties_version1.0"
_ATTACHED = "__attach_version1.0_"
_KEPT = ("List-Unsubscribe", "List-Id", "List-Post", "Message-ID", "Date", "From")
_ROW = 16
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_DEEPEST = 4


def read_outlook(data: bytes, path: PurePath, inner: Reader) -> Reading:
    """The article in Outlook's mail `data`, and those in its attachments, which `inner` reads.

    Raises:
        SourceError: if it is damaged, or there are no words in it, nor in what is attached.
    """
    mail = _mail(read_compound(data, path), 0)
    if mail is None:
        raise SourceError("there is no mail in the file", where=path, remedy="Save it again.")
    reading = read_mail(mail.as_bytes(), path, inner)
    own = tuple(
        replace(article, sha256=digest(data)) if article.path == path else article
        for article in reading.articles
    )
    return replace(reading, articles=own)


def _mail(folder: Folder, depth: int) -> EmailMessage | None:
    """The mail in `folder`; one within another, within another and so on is left out."""
    if depth > _DEEPEST:
        return None
    mail = EmailMessage(policy=policy.SMTP)
    numbers = _numbers(folder, 24 if depth else 32)
    for name, value in _headers(folder, numbers):
        if name not in mail:
            mail[name] = " ".join(value.split())
    _set_body(mail, folder, numbers)
    for name, held in sorted(folder.items()):
        if name.startswith(_ATTACHED) and isinstance(held, dict):
            _attach(mail, held, depth)
    return mail


def _headers(folder: Folder, numbers: dict[tuple[int, int], int]) -> Iterator[tuple[str, str]]:
    """Those that the mail came with, and what Outlook knows where it came with none."""
    sent = message_from_string(_words(folder, _HEADERS, numbers), policy=policy.compat32)
    yield "Subject", _words(folder, _SUBJECT, numbers)
    for name in _KEPT:
        if value := sent.get(name):
            yield name, str(value)
    for name, address in _SENDER:
        if known := _words(folder, name, numbers):
            where = _words(folder, address, numbers)
            yield "From", formataddr((known, where if "@" in where else "unknown@invalid"))
    for tag in _DAYS:
        if stamp := numbers.get((tag, _TIME)):
            try:
                yield "Date", format_datetime(_EPOCH + timedelta(microseconds=stamp // 10))
            except OverflowError:
                continue


def _set_body(mail: EmailMessage, folder: Folder, numbers: dict[tuple[int, int], int]) -> None:
    """The page, be it as it is or within RTF, else the plain words."""
    page = _stream(folder, _PAGE, "0102")
    if page:
        mail.set_content(page, maintype="text", subtype="html")
        return
    words = _words(folder, _PAGE, numbers) or page_in(unpacked(_stream(folder, _PACKED, "0102")))
    if words:
        mail.set_content(words, subtype="html")
    else:
        mail.set_content(_words(folder, _BODY, numbers))


def _attach(mail: EmailMessage, held: Folder, depth: int) -> None:
    numbers = _numbers(held, 8)
    name = next(filter(None, (_words(held, tag, numbers) for tag in _NAMES)), "attachment")
    inside = held.get(f"{_STREAM}{_DATA}000D")
    if isinstance(inside, dict):
        other = _mail(inside, depth + 1)
        if other is not None:
            mail.add_attachment(other, filename=f"{name}.eml")
        return
    data = _stream(held, _DATA, "0102")
    kind, _, subtype = _words(held, _MEDIA, numbers).partition("/")
    shown = kind in ("image", "audio", "video") or numbers.get((_HIDDEN, 0x000B))
    if data and not shown:
        mail.add_attachment(data, "application", subtype or "octet-stream", filename=name)


def _stream(folder: Folder, tag: str, sort: str) -> bytes:
    held = folder.get(f"{_STREAM}{tag}{sort}")
    return held if isinstance(held, bytes) else b""


def _words(folder: Folder, tag: str, numbers: dict[tuple[int, int], int]) -> str:
    """A property that holds words, in either of the two ways they may be written."""
    if wide := _stream(folder, tag, "001F"):
        return wide.decode("utf-16-le", "replace").rstrip("\x00")
    narrow = _stream(folder, tag, "001E")
    page = next((numbers[key, _LONG] for key in _CODEPAGES if (key, _LONG) in numbers), 1252)
    try:
        return narrow.decode("utf-8" if page == 65001 else f"cp{page}", "replace").rstrip("\x00")  # noqa: PLR2004
    except LookupError:
        return narrow.decode("cp1252", "replace").rstrip("\x00")


def _numbers(folder: Folder, head: int) -> dict[tuple[int, int], int]:
    """The properties of fixed length, by their number and sort."""
    data = folder.get(_PROPERTIES)
    if not isinstance(data, bytes):
        return {}
    rows = (data[at : at + _ROW] for at in range(head, len(data) - _ROW + 1, _ROW))
    found = {}
    for row in rows:
        sort, tag, _, value = struct.unpack("<HHIQ", row)
        found[tag, sort] = value & 0xFFFFFFFF if sort == _LONG else value
    return found
