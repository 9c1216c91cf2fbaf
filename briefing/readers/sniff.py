"""Tells formats by their first bytes."""

import codecs
import re

_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a Word, OpenDocument or zip file"),
    (b"PK\x05\x06", "an empty zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a sound, film or picture"),
    (b"ID3", "a sound file"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3", "a database"),
)
_HEAD = 4096
_HTML = re.compile(
    rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<article[\s>]|<(?:div|p|h1|meta|title|span)[\s>]",
    re.IGNORECASE,
)
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_MOST_CONTROLS = 0.1


def foreign_format(data: bytes) -> str | None:
    """What `data` is, in words, if it is plainly neither text nor a web page."""
    head = data[:_HEAD]
    for signature, name in _SIGNATURES:
        if head.startswith(signature) and (signature != b"MZ" or b"\x00" in head):
            return name
    if head.startswith(_WIDE):
        return None
    controls = sum(byte < 9 or 13 < byte < 32 for byte in head)  # noqa: PLR2004 - C0 but tab, lines
    return "no text (binary data)" if controls > _MOST_CONTROLS * len(head) else None


def looks_like_html(data: bytes) -> bool:
    """Whether `data` begins like a web page."""
    head = data[:_HEAD]
    if head.startswith(_WIDE):
        head = head.replace(b"\x00", b"")
    return _HTML.search(head) is not None and head.count(b"<") >= 3  # noqa: PLR2004 - not a stray <p>
