"""Tells formats by what the bytes are. A name decides only where the bytes allow both."""

import codecs
import io
import re
from enum import Enum, auto
from pathlib import PurePath

from briefing.readers.foreign import (
    ENDNOTE,
    Foreign,
    foreign_bytes,
    foreign_document,
    foreign_name,
    foreign_package,
    foreign_page,
    foreign_words,
)
from briefing.readers.own_files import are_settings
from briefing.text.decoding import wide_codec

_HEAD = 4096
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_MOST_CONTROLS = 0.1
_MOST_ODD = 0.02
"""Share of signs that cannot be printed in words of two bytes a letter."""
_CONTROL_BYTES = bytes((*range(9), *range(14, 27), *range(28, 32)))
_PAGE = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_WHOLE_PAGE = re.compile(rb"<!doctype\s+html|<head[\s>]|<body[\s>]|DOCUMENTS", re.IGNORECASE)
_FRAGMENT = re.compile(
    rb"^\s*(?:<!--.*?-->\s*)?<(?:article|div|p|h1|meta|title|span|table|section|main|link)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_AGENCY = re.compile(rb"<(?:nitf|NewsML|newsItem|newsMessage)[\s>]")
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF|channel)[\s>]")
_HEADERS = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{0,60}:[^\n]*\n(?:[ \t][^\n]*\n)*)+")
_HEADER_NAME = re.compile(rb"^([A-Za-z][A-Za-z0-9-]*):", re.MULTILINE)
_MAIL_NAMES = frozenset(
    b"from to cc date subject message-id mime-version received return-path delivered-to reply-to "
    b"sender content-type content-transfer-encoding list-unsubscribe x-mailer in-reply-to "
    b"snapshot-content-location".split()
)
_MAIL_ONLY = _MAIL_NAMES - set(b"from to cc date subject sender".split())
_MBOX = re.compile(rb"^From \S+@?\S* +\w{3},? +\w{3}.*\d{4}")
_APPLE_MAIL = re.compile(rb"\d{2,9} *\r?\n[A-Za-z][A-Za-z0-9-]{0,60}:")
"""How many bytes the mail has that Apple's Mail keeps in a file (`.emlx`), before the mail itself."""
_SAVED = re.compile(
    rb"^Snapshot-Content-Location:|^From: ?<Saved by|Content-Type:\s*multipart/related",
    re.IGNORECASE | re.MULTILINE,
)
_BIBTEX = re.compile(rb"^\s*(?:%[^\n]*\n\s*)*@[A-Za-z]{3,30}\s*\{", re.MULTILINE)
_RIS = re.compile(rb"^\s*TY  ?- ?[A-Z]{3,6}\s*$", re.MULTILINE)
_CSL = re.compile(rb"\"(?:container-title|issued|DOI|citation-key|citationKey)\"\s*:")
_OBJECT = re.compile(rb"\s*\[?\s*\{\s*\"[^\"\n]{1,60}\"\s*:")
"""How JSON begins that holds objects, whether or not its end is there."""
_TELEGRAM = re.compile(rb"\"type\"\s*:\s*\"(?:public|private)_(?:channel|supergroup|group)\"")
_NUMBERED = re.compile(
    rb"^\s*\d{1,6} (?:of|von|de|sur|van|di) \d{1,6} DO[CK]UMENT\w*\s*$", re.MULTILINE
)
_NUMBERED_PAGE = re.compile(rb">\s*\d{1,6} (?:of|von|de|sur|van|di) \d{1,6} DO[CK]UMENT\w*\s*<")
_NUMBERED_FIRST = re.compile(
    rb"^\s*DO[CK]UMENTO? \d{1,6} (?:of|von|de|sur|van|di) \d{1,6}\s*$", re.MULTILINE | re.IGNORECASE
)
_LENGTH = re.compile(rb"^(?:LENGT[HE]|L.{1,2}NGE|LONGUEUR|LONGITUD|LUNGHEZZA): ", re.MULTILINE)
"""The one field that no article of LexisNexis lacks; the number may stand behind “Document”, too."""
_SUBTITLES = re.compile(rb"\s*(?:WEBVTT\b|(?:\d+\s*\n)?\d\d:\d\d:\d\d[,.]\d{3} --> )")
_PROQUEST = re.compile(rb"^(?:Publication title|Full text): ", re.MULTILINE)
_FACTIVA_LABEL = re.compile(rb"<td[^>]*>\s*(?:<b>)?HD\b")
_MARKDOWN = (".md", ".markdown")


class Format(Enum):
    """A format that is read."""

    TEXT = auto()
    MARKDOWN = auto()
    HTML = auto()
    MHTML = auto()
    WEBARCHIVE = auto()
    MAIL = auto()
    OUTLOOK = auto()
    MBOX = auto()
    DOCX = auto()
    ODT = auto()
    EPUB = auto()
    RTF = auto()
    PDF = auto()
    ARCHIVE = auto()
    FEED = auto()
    JSON_FEED = auto()
    AGENCY_XML = auto()
    NOTES = auto()
    LEXIS_TEXT = auto()
    LEXIS_HTML = auto()
    FACTIVA_HTML = auto()
    FACTIVA_XML = auto()
    EUROPRESSE = auto()
    EBSCO_XML = auto()
    BIBTEX = auto()
    RIS = auto()
    CSL_JSON = auto()
    ENDNOTE = auto()
    ZOTERO = auto()
    TELEGRAM = auto()
    SUBTITLES = auto()
    PROQUEST = auto()


IN_THIS_PROCESS = frozenset(
    {Format.TEXT, Format.MARKDOWN, Format.LEXIS_TEXT, Format.PROQUEST, Format.SUBTITLES}
)
"""Formats whose reading cannot take a process down."""


def recognise(data: bytes, path: PurePath) -> Format | Foreign:
    """The format of `data`, or what it is if that is not read."""
    head = data[:_HEAD]
    binary = foreign_name(path) or _binary(data, head)
    if binary is not None:
        is_library = isinstance(binary, Foreign) and path.suffix.lower() == ".enl"
        return ENDNOTE if is_library else binary
    if head.startswith(_WIDE) or _is_wide(head):
        head = head.replace(b"\x00", b"")
    head = head.removeprefix(codecs.BOM_UTF8)
    return _mail(data, head) or _markup(data, head, path) or _words(data, head, path)


def _binary(data: bytes, head: bytes) -> Format | Foreign | None:
    if head.lstrip()[:5] == b"%PDF-" or (b"%PDF-" in data[:1024] and _controls(data[: _HEAD * 4])):
        return Format.PDF
    if head.startswith(b"PK\x03\x04"):
        return _package(data)
    if head.lstrip()[:5] == b"{\\rtf":
        return Format.RTF
    if head.startswith((b"bplist", b"<?xml")) and b"WebMainResource" in data:
        return Format.WEBARCHIVE
    if head.startswith(b"\xd0\xcf\x11\xe0") and "__properties_".encode("utf-16-le") in data:
        return Format.OUTLOOK
    if foreign := foreign_bytes(data):
        return foreign
    if not head.startswith(_WIDE) and _controls(head) and not _mostly_words(data):
        return Foreign("no text (binary data)")
    return None


def _mostly_words(data: bytes) -> bool:
    """Whether `data` is text all the same: UTF-8 with letters, or the head of a mail."""
    if _HEADERS.match(data[:_HEAD]) or _is_wide(data[:_HEAD]):
        return True
    try:
        text = data[: _HEAD * 4].decode("utf-8")
    except UnicodeDecodeError:
        return False
    return sum(map(str.isalpha, text)) > len(text) // 3


def _is_wide(head: bytes) -> bool:
    """Whether `head` is words of two or four bytes a letter, though it does not say so at its top."""
    codec = wide_codec(head)
    text = head.decode(codec, "replace") if codec else ""
    odd = sum(not (sign.isprintable() or sign.isspace()) for sign in text)
    return sum(map(str.isalpha, text)) > len(text) // 3 and odd <= _MOST_ODD * len(text)


def _controls(head: bytes) -> bool:
    controls = len(head) - len(head.translate(None, _CONTROL_BYTES))
    return controls > _MOST_CONTROLS * len(head)


def _package(data: bytes) -> Format | Foreign:
    if b"mimetypeapplication/vnd.oasis.opendocument." in data[:200]:
        return foreign_document(data) or Format.ODT
    import zipfile  # late: a folder of text has none

    try:
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return Format.DOCX if b"word/" in data else Format.ARCHIVE
    if foreign := foreign_package(names):
        return foreign
    if "META-INF/container.xml" in names and b"application/epub+zip" in data[:200]:
        return Format.EPUB
    if "[Content_Types].xml" in names or "word/document.xml" in names:
        return Format.DOCX
    return Format.ARCHIVE


def _mail(data: bytes, head: bytes) -> Format | None:
    if _MBOX.match(head):
        return Format.MBOX
    if _APPLE_MAIL.match(head) and data.rstrip().endswith(b"</plist>"):
        return Format.MAIL
    top = data[: 16 * _HEAD] if head[:1].isalpha() else head
    found = _HEADERS.match(top.replace(b"\r\n", b"\n").lstrip(b"\n"))
    names = {name.lower() for name in _HEADER_NAME.findall(found.group())} if found else set()
    known = names & _MAIL_NAMES
    if len(known) < 2 or not (names & _MAIL_ONLY or {b"from", b"subject"} <= names):  # noqa: PLR2004
        return None
    saved = found is not None and _SAVED.search(found.group()) is not None
    page = b"text/html" in data[: _HEAD * 16].lower() or b"xhtml" in data[: _HEAD * 4].lower()
    return Format.MHTML if saved and page and b"received" not in names else Format.MAIL


def _markup(data: bytes, head: bytes, path: PurePath) -> Format | Foreign | None:
    start = head.lstrip()
    if start[:7].lower().startswith((b"<style", b"<script")):
        head = data[: 32 * _HEAD]  # a page that begins with what belongs into its head
    if not start.startswith(b"<") and not _PAGE.search(head):
        return None
    if b"global.factiva.com" in head or b"<PPSResponse" in head:
        return Format.FACTIVA_XML
    if b"shortDbName=" in head and b"<controlInfo" in head:
        return Format.EBSCO_XML
    if b"<en-export" in head[:1000]:
        return Format.NOTES
    if b"<records><record>" in head and b"<ref-type" in head:
        return Format.ENDNOTE
    if b"www.zotero.org/namespaces/export" in head:
        return Format.ZOTERO
    if foreign := foreign_page(head):
        return foreign
    if start.startswith((b"<?xml", b"<rss", b"<feed", b"<rdf")) and _FEED.search(head):
        return Format.FEED
    if start.startswith((b"<?xml", b"<nitf", b"<News", b"<news")) and _AGENCY.search(head):
        return Format.AGENCY_XML
    fragment = _FRAGMENT.match(head) is not None and head.count(b"<") >= 3  # noqa: PLR2004
    as_text = path.suffix.lower() in (".txt", *_MARKDOWN) and not _WHOLE_PAGE.search(head)
    if as_text or not (fragment or _PAGE.search(head)):
        return None
    return _page(data)


def _page(data: bytes) -> Format:
    """Whose page it is: an export of a news database is a page too."""
    if b"DocPublicationName" in data:
        return Format.EUROPRESSE
    if b"DOCUMENTS" in data and _NUMBERED_PAGE.search(data):
        return Format.LEXIS_HTML
    labelled = b'class="article' in data and _FACTIVA_LABEL.search(data)
    if labelled or (b"articleParagraph" in data and b"activa" in data):
        return Format.FACTIVA_HTML
    return Format.HTML


def _json(data: bytes, head: bytes) -> Format | Foreign:
    if b"jsonfeed.org/version" in data:
        return Format.JSON_FEED
    if _CSL.search(data):
        return Format.CSL_JSON
    if _TELEGRAM.search(head) and b'"messages"' in head:
        return Format.TELEGRAM
    if b'"doc_id"' in head and b'"url"' in head:
        return Foreign("a link to a Google document", "Download it from there as Word or PDF.")
    # A recipe begins and ends in brackets too.
    return Format.TEXT if are_settings(data) else Foreign("data (JSON), no article")


def _words(data: bytes, head: bytes, path: PurePath) -> Format | Foreign:
    # The words are looked for first: that is a hundred times as fast as the pattern.
    if (b" DOCUMENT" in data or b" DOKUMENT" in data) and _NUMBERED.search(data):
        return Format.LEXIS_TEXT
    if b"ProQuest document ID" in data and _PROQUEST.search(data):
        return Format.PROQUEST
    if _LENGTH.search(data) and _NUMBERED_FIRST.search(data):
        return Format.LEXIS_TEXT
    if b" --> " in head and _SUBTITLES.match(head):
        return Format.SUBTITLES
    if _BIBTEX.match(head):
        return Format.BIBTEX
    if _RIS.match(head):
        return Format.RIS
    start = head.lstrip()
    if start.startswith((b"[", b"{")) and b'"' in head:
        whole = data.rstrip().endswith((b"]", b"}"))
        if whole or _OBJECT.match(start):
            return _json(data, head)
    if path.suffix.lower() in _MARKDOWN:
        return Format.MARKDOWN
    return foreign_words(head, path) or Format.TEXT
