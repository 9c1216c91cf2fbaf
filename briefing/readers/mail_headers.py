"""Reads the headers of a mail by rules of our own: those of strangers trip the standard ones."""

import binascii
import quopri
import re
from collections.abc import Iterator
from datetime import datetime
from email.message import Message
from email.utils import parsedate_to_datetime

from msgspec import Struct

from briefing.text.decoding import decode

_LONGEST = 65_536
_ENCODED = re.compile(
    r"=\?(?P<charset>[\w.:-]{1,40})(?:\*[\w-]*)?\?(?P<how>[bBqQ])\?(?P<words>[^?]*)\?="
)
_BETWEEN = re.compile(r"(\?=)\s+(?==\?)")
_ADDRESS = re.compile(r"^(?P<name>[^<>@]*)<(?P<address>[^<>\s@]{1,100}@[^<>\s@]{1,200})>\s*$")
_BARE = re.compile(r"^[^<>\s@\"]{1,100}@[^<>\s@\"]{1,200}$")
_OLD_STYLE = re.compile(r"^[^<>\s@\"()]{1,100}@[^<>\s@\"()]{1,200}(?: \([^()]{0,200}\))?$")
_ANSWER = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr|rv|sv|vs|antw)\s*(?:\[\d+\])?:\s*)+", re.IGNORECASE)
_FORWARDED = re.compile(r"^\s*(?:fwd?|wg|tr|rv)\s*:", re.IGNORECASE)
_MESSAGE_ID = re.compile(r"^<[^<>\s\[\]]+@?[^<>\s]*>$")


class Headers(Struct, frozen=True):
    """What the head of a mail says; `remarks` tells what in it could not be believed."""

    subject: str = ""
    title: str = ""
    sender: str = ""
    address: str = ""
    day: datetime | None = None
    is_list: bool = False
    is_forwarded: bool = False
    remarks: tuple[str, ...] = ()


def read_headers(message: Message) -> Headers:
    """The headers of `message`."""
    subject = header(message, "Subject")
    sender = header(message, "From")
    day = _day(header(message, "Date"))
    found = _ADDRESS.match(sender)
    name = (found["name"] if found else "").strip(" \"'")
    address = found["address"] if found else (sender if _BARE.match(sender) else "")
    return Headers(
        subject,
        _ANSWER.sub("", subject).strip(),
        name,
        address,
        day,
        any(message.get(key) for key in ("List-Unsubscribe", "List-Id", "List-Post")),
        _FORWARDED.match(subject) is not None,
        tuple(_remarks(message, sender, day)),
    )


def header(message: Message, name: str) -> str:
    """The first header called `name`, decoded, on one line."""
    values = message.get_all(name) or [""]
    return decoded(str(values[0]))


def decoded(words: str) -> str:
    """The words of a header, or of one of its parts, decoded, on one line."""
    raw = words[:_LONGEST]
    if any(ord(sign) > 0x7F for sign in raw):  # noqa: PLR2004 - eight bits that should not be there
        raw = decode(raw.encode("utf-8", "surrogateescape")).text
    joined = _BETWEEN.sub(r"\1", raw)
    return " ".join(_ENCODED.sub(_decoded, joined).replace("\x00", " ").split())


def _decoded(found: re.Match[str]) -> str:
    words = found["words"].encode("ascii", "replace")
    try:
        data = (
            binascii.a2b_base64(words + b"==")
            if found["how"] in "bB"
            else quopri.decodestring(words, header=True)
        )
    except (binascii.Error, ValueError):
        return found.group()
    return decode(data, found["charset"]).text


def _day(words: str) -> datetime | None:
    try:
        return parsedate_to_datetime(words) if words else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _remarks(message: Message, sender: str, day: datetime | None) -> Iterator[str]:
    twice = [name for name in ("From", "Subject", "Date") if len(message.get_all(name) or ()) > 1]
    if twice:
        yield f"The mail has several headers {', '.join(twice)}; the first of each was taken."
    if not message.get("Date"):
        yield "The mail bears no date."
    elif day is None:
        yield f"The mail’s date cannot be read: “{header(message, 'Date')[:60]}”."
    if sender and not (_ADDRESS.match(sender) or _OLD_STYLE.match(sender)):
        yield "The mail’s sender cannot be read."
    key = header(message, "Message-ID")
    if key and not _MESSAGE_ID.match(key):
        yield "The mail’s own number is malformed."
    if any(_is_raw(str(value)) for value in message.values()):
        yield "A header holds bytes that mails may not hold."


def _is_raw(value: str) -> bool:
    return "\x00" in value or any(ord(sign) > 0x7F for sign in value)  # noqa: PLR2004 - not ASCII
