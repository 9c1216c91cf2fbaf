"""Electronic books: reports, issues of articles, and what is refused."""

from pathlib import PurePath

import pytest

from briefing.cleaning import clean
from briefing.errors import SourceError
from briefing.model.source import Kind, Source
from briefing.readers import read_file
from tests.readers.packing import packed

_CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>"
)
_METADATA = """
  <dc:title>Ports under strain</dc:title>
  <dc:creator opf:role="aut">Ada Moss</dc:creator><dc:creator opf:role="aut">Per Lund</dc:creator>
  <dc:creator opf:role="edt">Eva Holm</dc:creator>
  <dc:publisher>Institute of Harbours</dc:publisher><dc:language>en</dc:language>
  <dc:date opf:event="modification">2025-01-01</dc:date>
  <dc:date opf:event="publication">2024-05-03</dc:date>
  <dc:source>https://harbours.example/ports</dc:source>"""
_PAGE = (
    '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "x.dtd">'
    '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
    "<head><title/>{head}</head><body>{body}</body></html>"
)
_LONG = "The port of Lund will reopen in June, the minister said on Friday in the harbour. " * 8


def _page(body: str, head: str = "") -> str:
    return _PAGE.format(body=body, head=head)


def _book(*pages: str, metadata: str = _METADATA, **more: str) -> bytes:
    names = [f"text/c%20{number}.xhtml" for number in range(len(pages))]
    items = "".join(
        f'<item id="i{number}" href="{name}" media-type="application/xhtml+xml"/>'
        for number, name in enumerate(names)
    )
    spine = "".join(f'<itemref idref="i{number}"/>' for number in range(len(pages)))
    opf = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:opf="http://www.idpf.org/2007/opf"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>{metadata}</metadata>'
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    texts = {f"OPS/text/c {number}.xhtml": page for number, page in enumerate(pages)}
    return packed(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": _CONTAINER,
            "OPS/book.opf": opf,
            **texts,
            **{f"META-INF/{name}.xml": words for name, words in more.items()},
        }
    )


def _sources(data: bytes) -> list[Source]:
    return [clean(article) for article in read_file(data, PurePath("a.epub")).articles]


def _words(source: Source, kind: Kind) -> list[str]:
    return [source.text[part.start : part.end] for part in source.segments if part.kind is kind]


def test_a_report_is_one_source_with_the_metadata_of_its_package() -> None:
    (source,) = _sources(_book(_page("<h1>Ports under strain</h1>"), _page("<p>All is well.</p>")))

    assert source.title == "Ports under strain"
    assert source.authors == ("Ada Moss", "Per Lund")
    assert (source.publisher, str(source.published)) == ("Institute of Harbours", "2024-05-03")
    assert source.url == "https://harbours.example/ports"


def test_chapters_are_told_from_contents_notes_and_captions() -> None:
    pages = (
        _page('<nav epub:type="toc"><ol><li>One, which is about the port of Lund.</li></ol></nav>'),
        _page(
            "<h2>One</h2><p>The port&nbsp;closed<a id='x'/>"
            "<sup><a epub:type='noteref' href='#n'>1</a></sup> in May.</p>"
            "<figure><figcaption>The port of Lund.</figcaption></figure>"
            "<aside epub:type='footnote'><p>See the report of May.</p></aside>"
        ),
    )
    (source,) = _sources(_book(*pages))

    assert _words(source, Kind.BODY) == ["The port closed in May."]
    assert _words(source, Kind.HEADING) == ["One"]
    assert _words(source, Kind.CAPTION) == ["The port of Lund."]
    assert _words(source, Kind.NOTE) == ["See the report of May."]


_BAR = (
    '<div class="calibre_navbar">| Next | Section menu | <p>This article was downloaded by '
    '<strong>calibre</strong> from <a rel="calibre-downloaded-from" href="{0}">{0}</a></p></div>'
)


def test_an_issue_is_a_source_for_each_article_with_its_address() -> None:
    made = "<dc:title>Gazette [Fri, 03 May]</dc:title><dc:creator>calibre</dc:creator>"
    pages = [
        _page(f"<h2>Port {name} reopens</h2><p>By Ada Moss</p><p>{_LONG}</p>"
              + _BAR.format(f"https://gazette.example/{name}"))
        for name in ("Lund", "Holm")
    ]  # fmt: skip
    first, second = _sources(
        _book(_page("<ul><li>Port Lund reopens</li></ul>"), *pages, metadata=made)
    )

    assert [first.url, second.url] == [
        "https://gazette.example/Lund",
        "https://gazette.example/Holm",
    ]
    assert first.title == "Port Lund reopens"
    assert first.authors == ("Ada Moss",)
    assert "downloaded" not in first.text
    assert first.id != second.id


def test_veiled_fonts_lock_nothing_and_anything_else_does() -> None:
    key = (
        '<encryption xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData>'
        '<enc:EncryptionMethod Algorithm="{}"/></enc:EncryptedData></encryption>'
    )
    fonts = key.format("http://www.idpf.org/2008/embedding")
    words = key.format("http://www.w3.org/2001/04/xmlenc#aes256-cbc")

    assert _sources(_book(_page("<p>All is well.</p>"), encryption=fonts))
    with pytest.raises(SourceError, match="locked") as caught:
        read_file(_book(_page("<p>x</p>"), encryption=words), PurePath("a.epub"))
    assert "DRM" in caught.value.remedy


@pytest.mark.parametrize(
    ("page", "what"),
    [
        pytest.param(_page("<img src='scan.png'/>"), "no words", id="pictures alone"),
        pytest.param(f"<!DOCTYPE html [<!ENTITY a 'b'>]>{_page('<p>&a;</p>')}", "entities", id="entities"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_in_a_sentence(page: str, what: str) -> None:
    with pytest.raises(SourceError, match=what) as caught:
        read_file(_book(page), PurePath("a.epub"))

    assert caught.value.remedy
