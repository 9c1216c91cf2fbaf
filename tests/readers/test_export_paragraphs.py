"""Exports of ProQuest, EBSCO and Genios are the same in text, Word, PDF and HTML files."""

import io
import textwrap
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import PurePath

import pytest
from reportlab.pdfgen.canvas import Canvas

from briefing.cleaning import clean
from briefing.model.source import Field, Kind, Source
from briefing.readers import read_file
from tests.readers.packing import paragraphs, word
from tests.readers.told import PARAGRAPHS, said

_BODY = PARAGRAPHS[:2]
_HEAD = (
    "Author: Moss, Ada; Lund, Per . Harbour Gazette ; Lund [Lund]. 03 May 2024: A.1.",
    "ProQuest document link", "ABSTRACT (ENGLISH)", "The port reopens soon, it is said.",
    "FULL TEXT", *_BODY, "DETAILS",
)  # fmt: skip
_DETAILS = (
    "Subject: Ports; Ships", "Location: Moss Norway", "Title: Port to reopen in May after two years",
    "Publication title: Harbour Gazette; Lund", "Pages: A1", "Publication date: May 3, 2024",
    "Language of publication: English", "Document type: News", "ProQuest document ID: 300111",
    "Document URL: https://proquest.example/301", "Last updated: 2024-05-04",
    "Database: ProQuest Central",
)  # fmt: skip
_FOOT = (
    "LINKS",
    "Check for full text via Linking Service",
    "Database copyright 2024 ProQuest LLC.",
)
_PROQUEST = ("Port to reopen in May after two years", *_HEAD, *_DETAILS, *_FOOT)


def _word(lines: Sequence[str]) -> bytes:
    return word(paragraphs(*lines))


def _table(lines: Sequence[str]) -> bytes:
    """The fields of an article in a table of two columns."""
    markup = ""
    for line in lines:
        label, colon, value = line.partition(": ")
        if colon and line in _DETAILS:
            cells = "".join(f"<w:tc>{paragraphs(each)}</w:tc>" for each in (f"{label}:", value))
            markup += f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
        else:
            markup += paragraphs(line)
    return word(markup)


def _page(lines: Sequence[str]) -> bytes:
    return f"<html><body>{''.join(f'<p>{line}</p>' for line in lines)}</body></html>".encode()


def _text(lines: Sequence[str]) -> bytes:
    return "\n\n".join(lines).encode()


def _pdf(lines: Sequence[str]) -> bytes:
    """A page an article; the values of its fields stand in a second column."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(612, 792), invariant=True)
    at = 0
    for line in lines:
        if line == lines[0]:
            if at:
                canvas.showPage()
            at = 740
        label, colon, value = line.partition(": ")
        canvas.setFont("Helvetica", 16 if line == lines[0] else 10)
        if colon and line in _DETAILS:
            canvas.drawString(54, at, f"{label}:")
            canvas.drawString(190, at, value)
            at -= 14
            continue
        for each in textwrap.wrap(line, 90):
            canvas.drawString(54, at, each)
            at -= 13
        at -= 8
    canvas.save()
    return buffer.getvalue()


def _sources(data: bytes, name: str) -> list[Source]:
    return [clean(article) for article in read_file(data, PurePath(name)).articles]


@pytest.mark.parametrize(
    ("make", "name"),
    [(_word, "a.docx"), (_table, "a.docx"), (_page, "a.html"), (_text, "a.txt"), (_pdf, "a.pdf")],
)
def test_articles_of_proquest_in_every_kind_of_file(
    make: Callable[[Sequence[str]], bytes], name: str
) -> None:
    first, second = _sources(make(_PROQUEST * 2), name)

    assert said(first) == said(second) == _BODY
    assert (second.title, second.publisher) == (
        "Port to reopen in May after two years", "Harbour Gazette"
    )  # fmt: skip
    assert (second.authors, second.published) == (("Ada Moss", "Per Lund"), date(2024, 5, 3))
    assert (second.url, second.language) == ("https://proquest.example/301", "en")


def test_where_a_heading_stands_above_the_fields_a_label_in_the_text_ends_nothing() -> None:
    quay = "Location: the quay of Moss, where all began."
    lines = [*_HEAD[:-1], quay, "DETAILS", *_DETAILS]
    (source,) = _sources(_word(lines), "a.docx")

    assert said(source) == [*_BODY, quay]


def test_a_title_that_goes_on_in_the_next_line_is_whole() -> None:
    lines = list(_PROQUEST)
    at = lines.index("Title: Port to reopen in May after two years")
    lines[at : at + 1] = ["Title: Port to reopen in May", "after two years"]
    (source,) = _sources(_word(lines), "a.docx")

    assert source.title == "Port to reopen in May after two years"


def test_proquest_with_a_german_screen() -> None:
    text = "\n".join(
        (
            "_" * 60, "Hafen öffnet", "Autor: Moss, Ada", f"Volltext: {_BODY[0]}", _BODY[1],
            "Thema: Häfen", "Titel: Hafen öffnet", "Titel der Publikation: Hafenblatt; Lund",
            "Publikationsdatum: 3. Mai 2024", "Publikationssprache: Deutsch",
            "ProQuest-Dokument-ID: 30011", "Datenbank: ProQuest Central",
        )
    )  # fmt: skip
    (source,) = _sources(text.encode(), "a.txt")

    assert (source.title, source.publisher, source.language) == ("Hafen öffnet", "Hafenblatt", "de")
    assert (source.authors, source.published) == (("Ada Moss",), date(2024, 5, 3))
    assert said(source) == _BODY


_RECORD = """Record: {0}

Title:
   Port {0} to reopen.
Authors:
   MOSS, ADA (AUTHOR)
   LUND, PER (AUTHOR)
Source:
   Harbour Gazette. 5/3/2024, Vol. 173 Issue 60, pA1-A6. 2p.
Document Type:
   Article
Subject Terms:
   *HARBORS
Abstract:
   The article reports on the port.
ISSN:
   0362-4331
Accession Number:
   1234567{0}
Persistent link to this record (Permalink):
   https://ebsco.example/login?AN=1234567{0}
Database:
   Newspaper Source Plus

"""
_SAID = f"""Section: NEWS
Port {{0}} to reopen
By ADA MOSS

{_BODY[0]}

{_BODY[1]}

PHOTO (COLOR): The port of Moss

Copyright of Harbour Gazette is the property of Gazette Ltd and its content may not be copied.

"""


def _record(number: int, text: str = _SAID) -> str:
    return (_RECORD + text).format(number)


def test_records_of_ebsco_as_text() -> None:
    reading = read_file((_record(1) + _record(2) + _record(3, "")).encode(), PurePath("a.txt"))
    first, second = [clean(article) for article in reading.articles]
    (unread,) = reading.references

    assert (first.title, second.title) == ("Port 1 to reopen", "Port 2 to reopen")
    assert (second.publisher, second.published) == ("Harbour Gazette", date(2024, 5, 3))
    assert second.authors == ("Ada Moss", "Per Lund")
    assert second.url == "https://ebsco.example/login?AN=12345672"
    assert said(second) == _BODY
    assert [
        second.text[part.start : part.end] for part in second.segments if part.kind is Kind.CAPTION
    ] == ["PHOTO (COLOR): The port of Moss"]
    assert (unread.get(Field.TITLE), unread.get(Field.PUBLISHED)) == (
        "Port 3 to reopen",
        "2024-05-03",
    )
    assert ["1 of its 3 records" in notice.text for notice in reading.notices] == [True]


@pytest.mark.parametrize(("make", "name"), [(_word, "a.docx"), (_page, "a.html")])
def test_records_of_ebsco_in_other_files(make: Callable[[Sequence[str]], bytes], name: str) -> None:
    lines = [line.strip() for line in (_record(1) + _record(2)).split("\n") if line.strip()]
    found = _sources(make(lines), name)

    assert [source.title for source in found] == ["Port 1 to reopen", "Port 2 to reopen"]
    assert said(found[1]) == _BODY


def test_the_short_form_of_a_record_of_ebsco() -> None:
    title = "Title: Port to reopen. By: Moss, Ada, Harbour Gazette, 03624331, 13/3/2024"
    lines = (title, "Database: Newspaper Source", "Accession Number: 123456", *_BODY)
    (source,) = _sources(_text(lines), "a.txt")

    assert (source.title, source.publisher, source.authors) == (
        "Port to reopen", "Harbour Gazette", ("Ada Moss",)
    )  # fmt: skip
    assert source.published is None  # no month has the number 13
    assert said(source) == _BODY


_GENIOS = (
    "Hafen öffnet wieder", "Quelle: Hafenblatt vom 03.05.2024, Nr. 103, Seite 5",
    "Ressort: Politik", "Dokumentnummer: HBL_0305", "Von Ada Moss", *_BODY,
    "Dauerhafte Adresse des Dokuments: https://genios.example/document/HBL__0305",
    "Alle Rechte vorbehalten: (c) Hafenblatt GmbH",
    "© GBI-Genios Deutsche Wirtschaftsdatenbank GmbH",
)  # fmt: skip


@pytest.mark.parametrize(
    ("make", "name"), [(_word, "a.docx"), (_page, "a.html"), (_text, "a.txt"), (_pdf, "a.pdf")]
)
def test_articles_of_genios(make: Callable[[Sequence[str]], bytes], name: str) -> None:
    found = _sources(make(_GENIOS * 2), name)

    assert [source.title for source in found] == ["Hafen öffnet wieder"] * 2
    assert {source.publisher for source in found} == {"Hafenblatt"}
    assert {source.published for source in found} == {date(2024, 5, 3)}
    assert {source.authors for source in found} == {("Ada Moss",)}
    assert {source.url for source in found} == {"https://genios.example/document/HBL__0305"}
    assert [said(source) for source in found] == [_BODY] * 2


@pytest.mark.parametrize(
    ("quelle", "house", "day"),
    [
        ("Hafenblatt, 03.05.2024, S. 5", "Hafenblatt", date(2024, 5, 3)),
        ("Hafenblatt Nr. 103 vom 3. Mai 2024", "Hafenblatt", date(2024, 5, 3)),
        ("HAFENBLATT", "HAFENBLATT", None),
    ],
)
def test_the_source_line_of_genios(quelle: str, house: str, day: date | None) -> None:
    lines = (_GENIOS[0], f"Quelle: {quelle}", *_GENIOS[2:])
    (source,) = _sources(_text(lines), "a.txt")

    assert (source.publisher, source.published) == (house, day)


@pytest.mark.parametrize(
    "words",
    [
        "ProQuest document ID: 300111",
        "Dauerhafte Adresse des Dokuments: https://genios.example/1",
        "Accession Number: 1234",
    ],
)
def test_a_text_that_only_speaks_of_a_database_is_no_export(words: str) -> None:
    (source,) = _sources(_text(("Port to reopen in May", *PARAGRAPHS, words)), "a.txt")

    assert source.title == "Port to reopen in May"
    assert said(source)[:4] == PARAGRAPHS
