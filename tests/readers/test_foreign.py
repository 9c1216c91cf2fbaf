"""Files that are not read: one sentence says what they are and names the way out."""

from pathlib import PurePath

import pytest

from briefing.errors import SourceError
from briefing.readers import read_file
from tests.readers.packing import packed

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def _old(stream: str) -> bytes:
    return _OLE + stream.encode("utf-16-le") + bytes(100)


@pytest.mark.parametrize(
    ("data", "name", "what", "remedy"),
    [
        (_old("WordDocument"), "a.doc", "old Word document", ".docx"),
        (_old("EncryptedPackage"), "a.docx", "password", "without the password"),
        (_old("Workbook"), "a.xls", "spreadsheet", "Word"),
        (packed({"ppt/presentation.xml": "x"}), "a.pptx", "presentation", "PDF"),
        (packed({"xl/workbook.xml": "x"}), "a.xlsx", "spreadsheet", "Word"),
        (bytes(60) + b"BOOKMOBI" + bytes(90), "a.mobi", "electronic book", "Calibre"),
        (packed({"Index/Document.iwa": "x"}), "a.pages", "iWork", "Word or PDF"),
        (b"\xff\xd8\xff" + bytes(90), "a.jpg", "picture", "OCR"),
        (bytes(4) + b"ftypheic" + bytes(90), "a.heic", "picture", "OCR"),
        (bytes(4) + b"ftypisom" + bytes(90), "a.mp4", "sound or film", "transcript"),
        (b"\x1f\x8b" + bytes(90), "a.gz", "compressed", "Unpack"),
        (b"[InternetShortcut]\r\nURL=https://x.example/\r\n", "a.url", "link", "browser"),
        (b"country,ships\nLund,4\n", "a.csv", "spreadsheet", "Word"),
        (b"<?xml version='1.0'?><ships><ship/></ships>", "a.xml", "data (XML)", "Word"),
        (b"<?xml version='1.0'?><opml/>", "a.opml", "list of feeds", "browser"),
        (b"<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL>", "a.html", "list of links", "browser"),
        (b"<html><title>Pocket Export</title><ul>", "a.html", "list of links", "browser"),
        (b"URL,Title,Selection,Folder\nhttps://x.example,a,,", "a.csv", "list of links", "browser"),
        (b"\xfe\x01" + bytes(300), "a.enl", "library of EndNote", "XML or RIS"),
        (b"%0 Newspaper Article\n%T Port to reopen\n", "a.enw", "list of references", "RIS"),
    ],
)
def test_what_is_not_read_has_a_way_out(data: bytes, name: str, what: str, remedy: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_file(data, PurePath(name))

    assert what in caught.value.what
    assert remedy in caught.value.remedy


_SEALED = (
    b"From: Ada <a@x.example>\r\nSubject: For you\r\nMIME-Version: 1.0\r\n"
    b"Content-Type: application/pkcs7-mime; name=smime.p7m\r\n\r\nMIIB\r\n"
)


@pytest.mark.parametrize(
    ("data", "name", "remedy"),
    [
        (b"", "a.txt", "saved whole"),
        (b"<html><body></body></html>", "a.html", "saved whole"),
        (b"%PDF-1.7 and nothing else", "a.pdf", "save it again"),
        (packed({"[Content_Types].xml": "<T/>"}), "a.docx", "save it again"),
        (b"<rss><channel><item><title>x</title></item></channel></rss>", "a.xml", "one by one"),
        (b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]><rss> </rss>", "a.xml", "harm"),
        (_SEALED, "a.eml", "mail program"),
    ],
)
def test_whatever_cannot_be_read_has_a_way_out(data: bytes, name: str, remedy: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_file(data, PurePath(name))

    assert remedy in caught.value.remedy
    assert str(caught.value).count("\n") == 0
