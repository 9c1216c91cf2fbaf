"""What files that are not read are, told by their first bytes, and the way out for each."""

import re
from collections.abc import Sequence
from pathlib import PurePath

from msgspec import Struct


class Foreign(Struct, frozen=True):
    """What a file is, in words, and what a person can do to have it read."""

    name: str
    remedy: str = "Save it as text, Word, PDF or a web page first."


_AS_WORD = "Open it in Word or LibreOffice and save it as .docx."
_TABLE = Foreign(
    "a spreadsheet", "Copy the words that matter into a Word document, with where they come from."
)
_SLIDES = Foreign("a presentation", "Save it as PDF from the program that shows it.")
_BOOK = Foreign("an electronic book", "Turn it into EPUB first, for example with Calibre.")
_PICTURE = Foreign("a picture", "Have its text recognised (OCR) and save that as text or PDF.")
_HEARD = Foreign("a sound or film", "Add a transcript of it as text.")
_PACKED = Foreign("a compressed file", "Unpack it first and add what is in it.")
_LOCKED = Foreign("an Office file locked with a password", "Save it without the password.")
_HANGUL = Foreign("a Hangul document (HWP)", "Save it from Hangul as .docx or PDF.")
_PAGE = "Open it in a browser and save or print the page."
_LINK = Foreign("a link to a page", _PAGE)
_AWAY = Foreign(
    "only the place of a file that is kept in iCloud",
    "Download it in the Finder (“Download Now”) and add it then.",
)
_HALF = Foreign("a download that was not finished", "Download it again and add the whole file.")
_CHAT = Foreign(
    "a chat, exported from a messenger",
    "Copy the messages that matter into a document, with who wrote them and when.",
)
_LINKS = Foreign(
    "a list of links, without the articles they lead to",
    "Open those that matter in a browser and save the pages.",
)
_OF_APPLE = Foreign("an Apple iWork document", "Export it from there as Word or PDF.")
ENDNOTE = Foreign(
    "a library of EndNote", "Export it from there as XML or RIS, and add the articles themselves."
)
_SIGNATURES = (
    (b"PK\x05\x06", Foreign("an empty zip file", "Look whether it was saved whole.")),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\x00", _PICTURE),
    (b"MM\x00*", _PICTURE),
    (b"ID3", _HEARD),
    (b"OggS", _HEARD),
    (b"\x1a\x45\xdf\xa3", _HEARD),
    (b"\x1f\x8b", _PACKED),
    (b"BZh", _PACKED),
    (b"7z\xbc\xaf", _PACKED),
    (b"Rar!", _PACKED),
    (b"\xfd7zXZ", _PACKED),
    (b"\x28\xb5\x2f\xfd", _PACKED),
    (b"AT&TFORM", Foreign("a scanned document (DjVu)", "Save it as PDF with its text.")),
    (b"%!PS", Foreign("a print file (PostScript)", "Turn it into PDF first, as ps2pdf does.")),
    (b"WARC/", Foreign("a web archive (WARC)", _PAGE)),
    (
        b"\x78\x9f\x3e\x22",
        Foreign("Outlook’s package of attachments (winmail.dat)", "Ask for the files themselves."),
    ),
    (b"-----BEGIN PGP MESSAGE", Foreign("encrypted (PGP)", "Open it with its key first.")),
    (b"!BDN", Foreign("an Outlook data file", "Drag the mails out of Outlook into a folder.")),
    (b"\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d", Foreign("a OneNote section", "Save the page as PDF.")),
    (b"L\x00\x00\x00\x01\x14\x02\x00", Foreign("a shortcut", "Add the file that it leads to.")),
    (b"[InternetShortcut]", _LINK),
    (b"[Desktop Entry]", Foreign("a shortcut", "Add the file or the page that it leads to.")),
    (b"window.YTD.", Foreign("data of a program, no article", "Save the pages of the posts.")),
    (b"\xffWPC", Foreign("a WordPerfect document", "Open it in LibreOffice and save it as .docx.")),
    (b"ITSF", Foreign("a help file (CHM)", "Open it and print what matters to PDF.")),
    (b"BEGIN:VCARD", Foreign("an address card", "Add the article instead.")),
    (b"BEGIN:VCALENDAR", Foreign("a calendar entry", "Add the article instead.")),
    (b"\x7fELF", Foreign("a program", "Add the article instead.")),
    (b"MZ", Foreign("a program", "Add the article instead.")),
    (b"SQLite format 3", Foreign("a database", "Save its articles as text, Word or web pages.")),
)
_OLD_OFFICE = (
    ("HwpSummaryInformation", _HANGUL),
    ("EncryptedPackage", _LOCKED),
    ("WordDocument", Foreign("an old Word document (.doc)", _AS_WORD)),
    ("Workbook", _TABLE),
    ("PowerPoint Document", _SLIDES),
)
"""The streams that tell what an OLE file is (MS-CFB), in the order they count."""
_PARTS = (
    ("ppt/presentation.xml", _SLIDES),
    ("xl/workbook.xml", _TABLE),
    ("xl/workbook.bin", _TABLE),
    ("FixedDocSeq.fdseq", Foreign("a print file (XPS)", "Print it to PDF.")),
    ("FixedDocumentSequence.fdseq", Foreign("a print file (XPS)", "Print it to PDF.")),
    ("Index/Document.iwa", _OF_APPLE),
    ("Index.zip", _OF_APPLE),
    ("buildVersionHistory.plist", _OF_APPLE),
    ("index.apxl", _SLIDES),
    ("Contents/content.hpf", _HANGUL),
    ("datapackage.json", Foreign("a web archive (WACZ)", _PAGE)),
)
_OPEN_DOCUMENT = ((b".spreadsheet", _TABLE), (b".presentation", _SLIDES))
_UNFINISHED = frozenset((".crdownload", ".part", ".partial", ".download", ".opdownload"))
_MESSAGE = re.compile(
    rb"^(?:\xe2\x80\x8e)?\[?\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? (?:\xe2\x80\x8e)?\d{1,2}[:.]\d\d(?:[:.]\d\d)?"
    rb"(?:(?: |\xe2\x80\xaf|\xc2\xa0)?[AaPp]\.?[Mm]\.?)?(?:\] | - )[^:\n]{1,60}: ",
    re.MULTILINE,
)
"""How WhatsApp and its like begin each message of a chat: day, time, name."""
_MESSAGES, _OF_LINES = 3, 3
"""Messages of a chat at the least; one of so many lines begins one."""
_NAMES = {".csv": _TABLE, ".tsv": _TABLE}
_LISTS = (
    b"<!DOCTYPE NETSCAPE-Bookmark-file",
    b"<title>Pocket Export</title>",
    b"<title>Instapaper: Export</title>",
)
"""What browsers and services that keep pages for later write: where the pages are, and no words of them."""
_LISTED = (b"URL,Title,Selection,Folder", b"title,url,time_added")
"""The first line of such a list as a table: Instapaper's and Pocket's."""
_TEX = (b"\\documentclass", b"\\documentstyle")
_XML = (
    (b"<svg", _PICTURE),
    (b"Word.Document", Foreign("a Word document in XML", _AS_WORD)),
    (b"<office:document", Foreign("a flat OpenDocument file", "Save it as .odt or .docx.")),
    (b"<opml", Foreign("a list of feeds", _PAGE)),
)
_OLE = b"\xd0\xcf\x11\xe0"
_WHERE_MARKUP = 400


def foreign_bytes(data: bytes) -> Foreign | None:
    """What `data` is by its first bytes, if that is nothing that is read."""
    for signature, kind in _SIGNATURES:
        if data.startswith(signature) and (signature != b"MZ" or b"\x00" in data[:4096]):
            return kind
    if data.startswith(_OLE):
        names = ((name.encode("utf-16-le"), kind) for name, kind in _OLD_OFFICE)
        return next(
            (kind for name, kind in names if name in data), Foreign("an old Office file", _AS_WORD)
        )
    if data.startswith(b"bplist"):
        return _property_list(data)
    if data.startswith(b"RIFF"):
        return _PICTURE if data[8:12] == b"WEBP" else _HEARD
    if data[4:8] == b"ftyp":
        return _PICTURE if data[8:12] in (b"heic", b"heix", b"mif1", b"avif") else _HEARD
    if data[257:262] == b"ustar":
        return _PACKED
    return _BOOK if data[60:68] == b"BOOKMOBI" else None


def _property_list(data: bytes) -> Foreign:
    """What Apple's programs keep in a list of properties: an address, or the place of a file."""
    if b"NSURLNameKey" in data:
        return _AWAY
    return _LINK if b"URL" in data else Foreign("a property list of Apple’s programs", _PAGE)


def foreign_name(path: PurePath) -> Foreign | None:
    """What a file is by its name alone: browsers name what they have not wholly downloaded so."""
    return _HALF if path.suffix.lower() in _UNFINISHED else None


def foreign_package(names: Sequence[str]) -> Foreign | None:
    """What a zip package with parts of these `names` is, if that is nothing that is read."""
    return next((kind for part, kind in _PARTS if part in names), None)


def foreign_document(data: bytes) -> Foreign | None:
    """What a package of OpenDocument is, if it is no text."""
    return next((kind for part, kind in _OPEN_DOCUMENT if part in data[:200]), None)


def foreign_page(head: bytes) -> Foreign | None:
    """What a page is that only lists others, or what only looks like one."""
    start = head[:_WHERE_MARKUP]
    if b"<FictionBook" in start:
        return _BOOK
    return _LINKS if any(mark in start for mark in _LISTS) else None


def foreign_words(head: bytes, path: PurePath) -> Foreign | None:
    """What text is that is no article: tables by their name, data in XML by how they begin."""
    if head.startswith(_LISTED):
        return _LINKS
    if head.startswith(b"PMID- ") or (head.startswith(b"%0 ") and b"\n%" in head):
        return Foreign("a list of references", "Export it as RIS or BibTeX, beside the articles.")
    messages = len(_MESSAGE.findall(head)) if _MESSAGE.search(head[:_WHERE_MARKUP]) else 0
    if messages >= max(_MESSAGES, head.strip().count(b"\n") // _OF_LINES):
        return _CHAT
    if kind := _NAMES.get(path.suffix.lower()):
        return kind
    start = head.lstrip()[:_WHERE_MARKUP]
    if start.startswith(_TEX):
        return Foreign("the source of a LaTeX document", "Add the PDF that was made from it.")
    if not start.startswith(b"<?xml"):
        return _PICTURE if start.startswith(b"<svg") else None
    if b"<plist" in start:
        return _LINK if path.suffix.lower() == ".webloc" else _property_list(head)
    return next((kind for mark, kind in _XML if mark in start), Foreign("data (XML), no article"))
