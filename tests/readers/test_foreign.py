"""Files that are not read: one sentence says what they are and names the way out."""

import ast
import inspect
from collections.abc import Iterator
from pathlib import PurePath
from types import ModuleType

import pytest

from briefing import words
from briefing.errors import SourceError
from briefing.readers import foreign, read_file, sniff
from briefing.retold import retell
from tests.gui.pseudo import OPENS, Pseudo
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
        (packed({"Index.zip": "x", "preview.jpg": "x"}), "a.key", "iWork", "Word or PDF"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "a.svg", "picture", "OCR"),
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
        (b"bplist00\xd1\x01\x02\\NSURLNameKey", ".port.pdf.icloud", "iCloud", "Download"),
        (b"bplist00\xd1\x01\x02SURL_https://x.example", "a.webloc", "link", "browser"),
        (b"<?xml version='1.0'?><plist><key>A</key></plist>", "a.xml", "property list", "browser"),
        (b"[Desktop Entry]\nType=Link\nURL=https://x.example", "a.desktop", "shortcut", "leads to"),
        (b"%PDF-1.7 half of a file", "a.pdf.crdownload", "not finished", "Download it again"),
        (b"window.YTD.tweets.part0 = [ {} ]", "tweets.js", "data of a program", "posts"),
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


@pytest.mark.parametrize(
    "begin",
    [
        "[03.05.24, 14:0{}:11] Ada Moss: ",
        "03/05/2024, 14:0{} - Ada Moss: ",
        "[5/3/24, 2:0{}:11\u202fPM] Ada Moss: ",
    ],
)
def test_a_chat_is_no_article(begin: str) -> None:
    chat = "\n".join(f"{begin.format(n)}The port reopens in May, they say." for n in range(5))

    with pytest.raises(SourceError, match="a chat, exported from a messenger"):
        read_file(chat.encode(), PurePath("chat.txt"))


def test_an_article_that_quotes_a_chat_is_one() -> None:
    quoted = "\n\n".join(f"03/05/2024, 14:0{n} - Ada Moss: It reopens in May." for n in range(3))
    told = "The council of Moss said on Tuesday that its port will reopen in May."
    article = f"Port to reopen\n\n{told}\n\n{quoted}\n\n{told}\n\n{told}\n"

    assert len(read_file(article.encode(), PurePath("a.txt")).articles) == 1


def test_what_files_are_is_said_in_the_language_of_the_person() -> None:
    words.use(Pseudo(), "xx")
    kinds = [*_foreign_kinds(foreign), *_foreign_kinds(sniff)]
    said = [text for kind in kinds for text in kind]
    try:
        untold = [text for text in said if not retell(text).startswith(OPENS)]
    finally:
        words.use(None)

    assert len(kinds) > 40
    assert untold == []


def _foreign_kinds(module: ModuleType) -> Iterator[list[str]]:
    """The sentences of each kind of file that `module` names."""
    names = {name: value for name, value in vars(module).items() if isinstance(value, str)}
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Foreign":
            yield [
                str(names[part.id] if isinstance(part, ast.Name) else ast.literal_eval(part))
                for part in node.args
            ]
