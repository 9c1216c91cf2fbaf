"""What analysts drop in besides the usual: notes, messages, letters, saved pages of odd makes."""

import json
import time
from pathlib import PurePath

import pytest

from briefing.cleaning import clean
from briefing.errors import SourceError
from briefing.model.source import Field, Kind, Source
from briefing.readers import read_file
from tests.readers.packing import packed, paragraphs, word

_SAID = (
    "The port of Lund will reopen in June after two years of works, the minister said on Friday.",
    "The works cost 340 million crowns, a third more than planned, the audit office said in March.",
    "Shipping companies welcomed the decision and said that they would need time to come back.",
)
_BODY = "".join(f"<p>{words}</p>" for words in _SAID)


def _sources(data: bytes | str, name: str) -> list[Source]:
    data = data if isinstance(data, bytes) else data.encode("utf-8")
    return [clean(article) for article in read_file(data, PurePath(name)).articles]


def _words(source: Source, *kinds: Kind) -> list[str]:
    return [source.text[part.start : part.end] for part in source.segments if part.kind in kinds]


def test_an_article_in_shadow_roots_is_read() -> None:
    page = (
        f"<html><head><title>Port to reopen</title></head><body><x-app><template shadowrootmode=open>"
        f"<x-article><template shadowrootmode=open><h1>Port to reopen</h1>{_BODY}</template>"
        "</x-article></template></x-app><template><p>Never shown.</p></template></body></html>"
    )
    (source,) = _sources(page, "a.html")

    assert _words(source, Kind.BODY) == list(_SAID)
    assert "Never shown" not in source.text


@pytest.mark.parametrize(
    "mark",
    [
        '<sup><a href="#fn1">1</a></sup>',
        '<sup class="reference"><a href="#cite_note-1">[1]</a></sup>',
        '<a class="footnote-anchor" href="#footnote-1">1</a>',
        '<a href="#ftnt1" id="ftnt_ref1">[a]</a>',
    ],
)
def test_numbers_of_notes_are_no_words(mark: str) -> None:
    (source,) = _sources(
        f"<html><body><h1>Port</h1>{_BODY}<p>It costs 4{mark} crowns.</p>", "a.html"
    )

    assert source.text.endswith("It costs 4 crowns.")


@pytest.mark.parametrize(
    ("link", "shown"),
    [
        ('<a href="/a">1</a>', "1"),
        ('<a href="#top">Top</a>', "Top"),
        ('<a href="#p">12</a>', "12"),
    ],
)
def test_other_links_stay(link: str, shown: str) -> None:
    (source,) = _sources(f"<html><body><h1>Port</h1>{_BODY}<p>See page {link}.</p>", "a.html")

    assert source.text.endswith(f"See page {shown}.")


@pytest.mark.parametrize(
    "page",
    [
        "<h1>a.example</h1><p>Verifying you are human. This may take a few seconds.</p><p>Wait.</p>",
        "<h1>Access Denied</h1><p>You don't have permission to access this page on this server.</p>",
        "<h1>404</h1><p>Sorry, the page you were looking for cannot be found. Try the search.</p>",
    ],
)
def test_a_page_that_was_not_shown_says_so_and_is_never_quoted(page: str) -> None:
    (source,) = _sources(f"<html><body>{page}</body></html>", "a.html")

    assert not _words(source, Kind.BODY)
    assert any("open it in a browser" in notice.text for notice in source.notices)


def test_an_article_may_speak_of_what_was_denied() -> None:
    (source,) = _sources(
        f"<html><body><h1>Access to the port denied to 404 ships</h1>{_BODY}", "a.html"
    )

    assert _words(source, Kind.BODY) == list(_SAID)


def test_the_day_above_a_note_is_not_that_of_the_article_clipped_in_it() -> None:
    made = word(
        paragraphs(
            "Port to reopen in June", "Friday, May 3, 2024", "10:15 AM", "By Ada Moss", *_SAID
        )
        + paragraphs("Clipped from: &lt;https://gazette.example/port&gt;")
    )
    (source,) = _sources(made, "note.docx")

    assert (source.published, str(source.accessed)) == (None, "2024-05-03")
    assert source.url == "https://gazette.example/port"
    assert _words(source, Kind.BODY) == list(_SAID)


def test_a_mail_as_apple_keeps_it_is_a_mail() -> None:
    mail = (
        b"From: Gazette <g@g.example>\nSubject: Port to reopen\nMessage-ID: <a@g>\n\n"
        + _SAID[0].encode()
    )
    data = b"%d\n%s<?xml version='1.0'?>\n<plist version='1.0'></plist>\n" % (len(mail), mail)
    (source,) = _sources(data, "a.emlx")

    assert source.title == "Port to reopen"
    assert "plist" not in source.text


@pytest.mark.parametrize(
    "praise",
    ["Von meinem iPhone gesendet", "Sent from Yahoo Mail for Android, fast and secure."],
)
def test_a_telephone_that_sent_a_mail_is_not_quoted(praise: str) -> None:
    mail = "From: A <a@a.example>\nSubject: Fwd: Port\nMessage-ID: <a@g>\n\n"
    body = "\n\n".join((*_SAID, f"{praise}\n"))
    (source,) = _sources(mail + body, "a.eml")

    assert _words(source, Kind.BODY) == list(_SAID)


def test_messages_of_an_export_are_sources_and_what_was_passed_on_is_counted() -> None:
    said = [
        {"type": "service", "action": "create_channel", "date": "2024-05-01T10:00:00"},
        {"type": "message", "from": "Harbour", "date": "2024-05-03T06:02:00",
         "text": ["Port of ", {"type": "bold", "text": "Lund"}, f" reopens.\n\n{_SAID[0]}"]},
        {"type": "message", "from": "Harbour", "forwarded_from": "Other", "text": _SAID[1]},
        {"type": "message", "from": "Harbour", "photo": "a.jpg", "text": ""},
    ]  # fmt: skip
    data = json.dumps(
        {"name": "Harbour", "type": "public_channel", "id": 1, "messages": said}
    ).encode()
    reading = read_file(data, PurePath("result.json"))
    (source,) = [clean(article) for article in reading.articles]

    assert (source.title, source.authors) == ("Port of Lund reopens.", ("Harbour",))
    assert (source.publisher, str(source.published)) == ("Telegram", "2024-05-03")
    assert "left out: 1." in reading.notices[0].text


def test_a_feed_of_an_aggregator_names_the_outlet_once_and_has_no_words() -> None:
    entry = (
        "<title>Port to reopen - Gazette</title><source url='https://g.example'>Gazette</source>"
        "<link>https://a.example/1</link><description>{}</description>"
    )
    plain = "&lt;a href='x'&gt;Port to reopen&lt;/a&gt;&amp;nbsp;&lt;font&gt;Gazette&lt;/font&gt;"
    items = "".join(f"<item>{entry.format(words)}</item>" for words in (plain, _SAID[0]))
    feed = f"<rss><channel><title>News</title>{items}</channel></rss>"
    (source,) = _sources(feed, "a.xml")

    assert (source.title, source.publisher) == ("Port to reopen", "Gazette")


@pytest.mark.parametrize(
    ("data", "name", "what"),
    [
        (b"<?xml version='1.0'?><plist version='1.0'><dict/></plist>", "a.webloc", "a link"),
        (b'{"url": "https://docs.example/1", "doc_id": "1"}', "a.gdoc", "Google document"),
        (b"\\documentclass{article}\n\\begin{document}Port.\\end{document}", "a.tex", "LaTeX"),
        (b"\xffWPC\x10" + bytes(90), "a.wpd", "WordPerfect"),
        (
            packed({"Contents/content.hpf": "x", "mimetype": "application/hwp+zip"}),
            "a.hwpx",
            "Hangul",
        ),
    ],
)
def test_what_is_not_read_is_named(data: bytes, name: str, what: str) -> None:
    with pytest.raises(SourceError, match=what) as caught:
        read_file(data, PurePath(name))

    assert caught.value.remedy


_SRT = """1
00:00:01,000 --> 00:00:03,500
The port of Lund will <i>reopen</i>
in June, I promise.

2
00:00:07,000 --> 00:00:09,000
{\\an8}We have learnt from it.

3
00:00:09,100 --> 00:00:10,000
- And the costs?
"""
_VTT = """WEBVTT

00:01.000 --> 00:03.500 align:start
<v Moss>The port of Lund will reopen

00:03.600 --> 00:04.000
The port of Lund will reopen
in June.
"""


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (_SRT, ["The port of Lund will reopen in June, I promise.", "We have learnt from it.",
                "And the costs?"]),
        (_VTT, ["The port of Lund will reopen in June."]),
    ],
)  # fmt: skip
def test_subtitles_are_what_was_said(data: str, said: list[str]) -> None:
    (source,) = _sources(data, "talk.srt")

    assert _words(source, Kind.BODY) == said
    assert any("subtitles" in notice.text for notice in source.notices)


_PATH = r"C\:\\Zotero\\storage\\AB12\\port_1.html"
_ENTRY = r"""@misc{{a, title = {{Port of {{Lund}}}}, langid = {{english}}, author = {{M\"uller, Ada}},
  file = {{{}}}}}"""


@pytest.mark.parametrize(
    ("held", "path"),
    [
        (_PATH, "C:/Zotero/storage/AB12/port_1.html"),
        (f"Snapshot:{_PATH}:text/html", "C:/Zotero/storage/AB12/port_1.html"),
        ("Snapshot:/srv/zotero/port.html:text/html", "/srv/zotero/port.html"),
        ("files/12/port.html", "files/12/port.html"),
    ],
)
def test_paths_in_a_bibliography_are_no_latex(held: str, path: str) -> None:
    (reference,) = read_file(_ENTRY.format(held).encode(), PurePath("a.bib")).references

    assert reference.files == (path,)
    assert reference.get(Field.LANGUAGE) == "en"
    assert reference.every(Field.AUTHORS) == ("Ada Müller",)


def test_zoteros_own_json_is_a_bibliography() -> None:
    item = {
        "itemType": "newspaperArticle", "title": "Port to reopen", "publicationTitle": "Gazette",
        "date": "2024-05-03", "citationKey": "a", "url": "https://g.example/1",
        "creators": [{"creatorType": "author", "firstName": "Ada", "lastName": "Moss"},
                     {"creatorType": "editor", "name": "Nobody"}],
        "attachments": [{"path": "C:\\Zotero\\port.html"}],
    }  # fmt: skip
    (reference,) = read_file(json.dumps({"items": [item]}).encode(), PurePath("a.json")).references

    assert reference.get(Field.PUBLISHER) == "Gazette"
    assert reference.get(Field.PUBLISHED) == "2024-05-03"
    assert reference.every(Field.AUTHORS) == ("Ada Moss",)


def test_a_mailbox_without_line_feeds_is_read_at_once() -> None:
    mail = "From a@gazette.example Fri May  3 10:00:00 2024\rSubject: Port of Lund\r\r"
    filler = "2024 " * 30_000
    data = f"{mail}{' '.join(_SAID)}\r\r{filler}\r".encode()

    began = time.process_time()
    (source,) = _sources(data, "a.mbox")

    assert time.process_time() - began < 5, "a pattern looked at each pair of places in a line"
    assert _SAID[0] in source.text


def test_a_mail_nested_too_deeply_leaves_the_others_of_its_mailbox() -> None:
    opens = "From a@gazette.example Fri May  3 10:00:00 2024\n"
    nest = "Content-Type: message/rfc822\n\n" * 600
    deep = f"{opens}From: a@gazette.example\n{nest}x\n\n"
    good = f"{opens}From: a@gazette.example\nSubject: Port of Lund\n\n{' '.join(_SAID)}\n"

    reading = read_file((deep + good).encode(), PurePath("a.mbox"))

    assert [_SAID[0] in article.text for article in reading.articles] == [True]
    assert len(reading.refused) == 1


def test_a_mail_of_nothing_but_mails_nested_too_deeply_says_so() -> None:
    mail = "From: a@gazette.example\nSubject: Fwd\nMIME-Version: 1.0\n"
    for level in range(9):
        mail = (
            f"From: a@gazette.example\nSubject: Fwd\nMIME-Version: 1.0\n"
            f'Content-Type: multipart/mixed; boundary="b{level}"\n\n--b{level}\n'
            f"Content-Type: message/rfc822\n\n{mail}\n--b{level}--\n"
        )

    with pytest.raises(
        SourceError, match=r"nothing to read in the mail: .*lies too deep in others"
    ):
        read_file(mail.encode(), PurePath("a.eml"))
    with pytest.raises(SourceError, match=r"nothing to read in the mailbox: .*lies too deep"):
        read_file(
            f"From a@gazette.example Fri May  3 10:00:00 2024\n{mail}".encode(), PurePath("a.mbox")
        )


def test_the_name_of_an_attachment_is_decoded() -> None:
    mail = (
        "From: a@gazette.example\nSubject: Port\nMIME-Version: 1.0\n"
        'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain\n\nSee below.\n'
        '--b\nContent-Type: text/plain; name="=?UTF-8?Q?H=C3=A4fen.txt?="\n'
        'Content-Disposition: attachment; filename="=?UTF-8?Q?H=C3=A4fen.txt?="\n\n'
        f"{' '.join(_SAID)}\n--b--\n"
    )
    (source,) = _sources(mail, "a.eml")

    assert PurePath(source.path).name == "Häfen.txt"
