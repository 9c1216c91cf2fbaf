"""Mails, saved pages, feeds and archives: what they hold, and what they say of it."""

import io
import zipfile
from datetime import date
from pathlib import PurePath

import pytest

from briefing.cleaning import clean
from briefing.errors import SourceError
from briefing.model.source import Source
from briefing.readers import read_file
from briefing.readers.markdown import looks_like_markdown

WORDS = "The port of Moss will reopen on 4 May, the harbour office said on Friday."
MAIL = f"""From: "Harbour Letter" <news@gazette.example>
To: desk@office.example
Subject: =?utf-8?q?Fwd=3A_Port_to_reop=C3=A9n?=
Date: Sat, 4 May 2024 08:00:00 +0200
List-Unsubscribe: <https://gazette.example/stop>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain; charset=utf-8

{WORDS}
--b
Content-Type: text/plain; name="../../annex.txt"
Content-Disposition: attachment; filename="../../annex.txt"

Annex words of the second source that is attached.
--b
Content-Type: application/octet-stream
Content-Disposition: attachment; filename="tool.exe"
Content-Transfer-Encoding: base64

TVoAAAAAAAAAAAAAAAAAAAAA
--b--
"""
MHTML = f"""From: <Saved by Blink>
Snapshot-Content-Location: https://gazette.example/port
Subject: Port
Date: Sun, 5 May 2024 10:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary=b

--b
Content-Type: text/html
Content-Location: https://gazette.example/port

<html><head><title>Port to reopen</title></head><body>
<article><h1>Port to reopen</h1><p>{WORDS}</p></article></body></html>
--b--
"""
FEED = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Gazette</title>
<item><title>Port to reopen</title><link>https://gazette.example/port</link>
<pubDate>Sat, 04 May 2024 08:00:00 GMT</pubDate><description>&lt;p&gt;{WORDS}&lt;/p&gt;</description></item>
<item><title>Nothing</title></item></channel></rss>"""


def first(words: str, name: str) -> Source:
    return clean(read_file(words.encode(), PurePath(name)).articles[0])


def test_a_newsletter_with_attachments() -> None:
    reading = read_file(MAIL.encode(), PurePath("letter.eml"))
    letter, annex = map(clean, reading.articles)

    assert letter.title == "Port to reopén"
    assert letter.publisher == "Harbour Letter"
    assert WORDS in letter.text
    assert annex.path == "letter.eml/_.._annex.txt"
    assert [notice.where for notice in reading.refused] == ["letter.eml/tool.exe"]


def test_a_saved_page_has_its_address_and_its_day() -> None:
    page = first(MHTML, "page.mhtml")

    assert page.url == "https://gazette.example/port"
    assert page.accessed == date(2024, 5, 5)
    assert page.title == "Port to reopen"


def test_a_page_that_singlefile_saved() -> None:
    page = first(
        "<!DOCTYPE html><html><!--\n Page saved with SingleFile \n url: https://gazette.example/p "
        "\n saved date: Sun May 05 2024 10:00:00 GMT+0200 (CEST)\n-->"
        f"<body><article><h1>Port to reopen</h1><p>{WORDS}</p></article></body></html>",
        "page.html",
    )

    assert page.url == "https://gazette.example/p"
    assert page.accessed == date(2024, 5, 5)


def test_a_feed_with_an_old_document_type_and_html_entities() -> None:
    doctype = '<!DOCTYPE rss [<!ENTITY % latin PUBLIC "-//W3C//x" "http://www.w3.org/x.ent">]>'
    feed = FEED.replace("?>", f"?>{doctype}").replace(
        "Port to reopen", "Port&nbsp;to reop&eacute;n"
    )

    assert "reopén" in read_file(feed.encode(), PurePath("feed.xml")).articles[0].text


def test_a_feed_that_breaks_the_rules_is_read_as_far_as_it_goes() -> None:
    reading = read_file(FEED.replace("</title>", "<b></title>", 1).encode(), PurePath("feed.xml"))

    assert WORDS in reading.articles[0].text
    assert "rules of XML" in reading.notices[0].text


def test_a_feed_with_entities_of_its_own_is_refused() -> None:
    feed = FEED.replace("?>", '?><!DOCTYPE rss [<!ENTITY a "b">]>')

    with pytest.raises(SourceError, match="defines entities"):
        read_file(feed.encode(), PurePath("feed.xml"))


def test_a_feed_has_an_article_for_each_entry_with_words() -> None:
    reading = read_file(FEED.encode(), PurePath("feed.xml"))
    entry = clean(reading.articles[0])

    assert len(reading.articles) == 1
    assert (entry.title, entry.publisher) == ("Port to reopen", "Harbour Gazette")
    assert entry.published == date(2024, 5, 4)
    assert len(reading.notices) == 1


def test_an_archive_is_read_like_a_folder() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("a/one.txt", WORDS)
        file.writestr("__MACOSX/a/._one.txt", "x")
        file.writestr("b.bin", b"\x00\x01\x02\x03" * 40)
    reading = read_file(buffer.getvalue(), PurePath("all.zip"))

    assert [str(article.path) for article in reading.articles] == ["all.zip/a/one.txt"]
    assert [notice.where for notice in reading.refused] == ["all.zip/b.bin"]


def test_a_damaged_file_in_an_archive_is_told_as_a_file() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("one.txt", WORDS)
        file.writestr("two.txt", f"Damaged on its way. {WORDS}")
    data = buffer.getvalue().replace(b"Damaged on its way", b"DAMAGED on its way")
    reading = read_file(data, PurePath("all.zip"))
    (refused,) = reading.refused

    assert [str(article.path) for article in reading.articles] == ["all.zip/one.txt"]
    assert refused.where == "all.zip/two.txt"
    assert refused.text.startswith("the file is damaged in the archive. ")


def test_markdown_is_read_as_it_is_shown() -> None:
    note = first(
        "---\ntitle: Port to reopen\nsource: https://gazette.example/port\n---\n# Port to reopen\n\n"
        f"**{WORDS[:8]}**{WORDS[8:]}\nIt is [open](https://x.example) now.\n\n- one\n- two\n",
        "note.md",
    )

    assert note.title == "Port to reopen"
    assert note.url == "https://gazette.example/port"
    assert f"{WORDS} It is open now.\n\none\n\ntwo" in note.text


@pytest.mark.parametrize("words", ["Plain words.", "# one hash", "Costs *rose* by 3*4."])
def test_plain_text_is_no_markdown(words: str) -> None:
    assert not looks_like_markdown(words)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        pytest.param(b"", "empty", id="nothing"),
        pytest.param(b"PK\x03\x04", "damaged", id="four bytes of a package"),
        pytest.param(b"%PDF-1.7", "damaged", id="only a head"),
        pytest.param(b"\x89PNG\r\n", "a picture", id="picture"),
        pytest.param(b'{"a": 1, "b": [2]}', "JSON", id="data"),
    ],
)
def test_what_cannot_be_read_says_so_in_one_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(SourceError, match=sentence):
        read_file(data, PurePath("x"))
