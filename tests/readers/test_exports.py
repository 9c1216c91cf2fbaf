"""Exports of news databases are split into their articles and counted against what they say."""

from datetime import date
from pathlib import PurePath

import pytest

from briefing.cleaning import clean
from briefing.model.source import Field, Kind, Source
from briefing.readers import read_file
from briefing.readers.reading import Reading
from tests.readers.packing import paragraphs, word

ARTICLE = """
                               {number} of {all} DOCUMENTS


                               The Harbour Gazette

                              May 4, 2024 Saturday

Port to reopen

BYLINE: By ADA MOSS and PER LUND; Kai Berg contributed reporting.

LENGTH: 12 words

The port of Moss will reopen, the
harbour office said.

LOAD-DATE: May 5, 2024

LANGUAGE: ENGLISH

                      Copyright 2024 Harbour Gazette
"""
NEXIS = (
    "Documents (3)", "1. Port to reopen", "Port to reopen", "The Harbour Gazette",
    "May 4, 2024 Saturday", "Copyright 2024 Harbour Gazette", "Length: 12 words",
    "Byline: By Ada Moss", "Body", "The port will reopen.", "Classification", "Language: ENGLISH",
    "End of Document", "Second", "The Harbour Gazette", "May 5, 2024", "Copyright 2024 Gazette",
    "Length: 5 words", "Body", "Words of the second.", "Correction", "It was the fourth.",
    "End of Document",
)  # fmt: skip
FACTIVA = """<html><title>Factiva</title><body>
<div class="article enArticle"><div>News</div><div id="hd"><span class="enHeadline">Hafen öffnet</span>
</div><div class="author">Von ADA MOSS</div><div>808 Wörter</div><div>9 Januar 2024</div>
<div>Hafenblatt</div><div>HFBL</div><div>Deutsch</div><div>(c) 2024 Hafenblatt</div>
<p class="articleParagraph enarticleParagraph">Der Hafen öffnet.</p>
<p>Document HFBL000020240109ek190000d</p></div></body></html>"""


def sources(data: bytes | str, name: str) -> tuple[Reading, list[Source]]:
    reading = read_file(data.encode() if isinstance(data, str) else data, PurePath(name))
    return reading, [clean(article) for article in reading.articles]


def body(source: Source) -> list[str]:
    return [source.text[part.start : part.end] for part in source.body()]


def test_numbered_articles_of_a_text_export() -> None:
    reading, found = sources(
        ARTICLE.format(number=1, all=3) + ARTICLE.format(number=3, all=3), "x.txt"
    )

    assert [item.title for item in found] == ["Port to reopen"] * 2
    assert found[0].publisher == "The Harbour Gazette"
    assert found[0].published == date(2024, 5, 4)
    assert found[0].authors == ("Ada Moss", "Per Lund")
    assert body(found[0]) == ["The port of Moss will reopen, the harbour office said."]
    assert [notice.text for notice in reading.notices] == [
        "The file says it holds 3 articles; 2 are in it.",
        "Missing in the file’s own numbering: 2.",
    ]


_ABROAD = """
                               {document} 1 {of} 2

                               Hafenblatt

                              3. Mai 2024 Freitag

Hafen öffnet wieder

{author}: Ada Moss

{length}: 120

Der Hafen öffnet im Mai wieder.

{loaded}: 4. Mai 2024

                      Copyright 2024 Hafenblatt GmbH

                               {document} 2 {of} 2

                               Hafenblatt

                              4. Mai 2024 Samstag

Hafen bleibt zu

{length}: 120

Der Hafen bleibt zu.

                      Copyright 2024 Hafenblatt GmbH
"""


@pytest.mark.parametrize(
    ("document", "of", "author", "length", "loaded"),
    [
        ("Dokument", "von", "AUTOR", "LÄNGE", "UPDATE"),
        ("Document", "de", "AUTEUR", "LONGUEUR", "DATE-CHARGEMENT"),
        ("DOCUMENT", "of", "BYLINE", "LENGTH", "LOAD-DATE"),
    ],
)
def test_numbered_articles_of_other_screens(
    document: str, of: str, author: str, length: str, loaded: str
) -> None:
    text = _ABROAD.format(document=document, of=of, author=author, length=length, loaded=loaded)
    _, (first, second) = sources(text, "x.txt")

    assert (first.title, first.publisher, first.published) == (
        "Hafen öffnet wieder", "Hafenblatt", date(2024, 5, 3)
    )  # fmt: skip
    assert first.authors == ("Ada Moss",)
    assert body(first) == ["Der Hafen öffnet im Mai wieder."]
    assert (second.title, body(second)) == ("Hafen bleibt zu", ["Der Hafen bleibt zu."])


def test_closed_articles_of_nexis_uni() -> None:
    reading, found = sources(word(paragraphs(*NEXIS)), "x.docx")

    assert [item.title for item in found] == ["Port to reopen", "Second"]
    assert body(found[0]) == ["The port will reopen."]
    assert found[1].published == date(2024, 5, 5)
    assert [notice.text for notice in found[1].notices] == [
        "Correction appended: It was the fourth."
    ]
    assert [notice.text for notice in reading.notices] == [
        "The file says it holds 3 articles; 2 are in it."
    ]


def test_factiva_with_a_german_screen() -> None:
    _, (source,) = sources(FACTIVA, "x.html")

    assert (source.title, source.publisher, source.language) == ("Hafen öffnet", "Hafenblatt", "de")
    assert source.published == date(2024, 1, 9)
    assert source.authors == ("Ada Moss",)
    assert body(source) == ["Der Hafen öffnet."]


def test_factiva_with_a_russian_screen() -> None:
    abroad = FACTIVA.replace("Deutsch<", "Русский<").replace("Document H", "Документ H")
    _, (source,) = sources(abroad, "x.html")

    assert source.language == "ru"
    assert body(source) == ["Der Hafen öffnet."]


def test_an_article_of_europresse_whose_title_stands_within_its_papers_name_is_read() -> None:
    page = (
        "<table><tr><td><span class='DocPublicationName'>Gazette"
        "<b class='titreArticle'>Le port</b></span></td></tr><tr><td>Le port ouvre.</td></tr></table>"
    )
    _, (source,) = sources(page, "x.html")

    assert source.title is None


def test_each_field_stands_where_its_evidence_says() -> None:
    _, found = sources(ARTICLE.format(number=1, all=1), "x.txt")

    for evidence in found[0].evidence.values():
        if evidence.start is not None:
            assert found[0].text[evidence.start : evidence.end].strip()
    assert all(part.kind in Kind for part in found[0].segments)


_FIELDS = "Copyright 2024 Gazette", "Section: NEWS", "Byline: Ada Moss"
_LONG = "The port of Lund will reopen in June after two years of works, the minister said."


@pytest.mark.parametrize("announced", [("Body",), ("Corps",), ()])
def test_the_text_of_an_article_begins_below_its_fields(announced: tuple[str, ...]) -> None:
    made = word(
        paragraphs("Port to reopen", "Gazette", "3 mai 2024", *_FIELDS, *announced, _LONG, _LONG)
        + paragraphs("Date de chargement: 4 mai 2024", "Fin du document")
    )
    (source,) = [clean(article) for article in read_file(made, PurePath("a.docx")).articles]

    assert (source.title, str(source.published)) == ("Port to reopen", "2024-05-03")
    assert [source.text[part.start : part.end] for part in source.article()] == [_LONG, _LONG]


_PROQUEST = """____________________________________________________________

Document {0} of 3

Port {0} to reopen

Author: Moss, Ada; Lund, Per

ProQuest document link

Full text: {1}
{1}

Subject: Ports

Title: Port {0} to reopen

Publication title: Harbour Gazette; Lund

Publication date: May 3, 2024

Language of publication: English

ProQuest document ID: 30{0}

Document URL: https://proquest.example/30{0}

"""


def test_an_export_of_proquest_is_split_and_counted() -> None:
    reading = read_file(
        "".join(_PROQUEST.format(number, _LONG) for number in (1, 2)).encode(), PurePath("a.txt")
    )
    first, second = [clean(article) for article in reading.articles]

    assert (first.title, second.title) == ("Port 1 to reopen", "Port 2 to reopen")
    assert first.authors == ("Ada Moss", "Per Lund")
    assert (first.publisher, str(first.published)) == ("Harbour Gazette", "2024-05-03")
    assert first.url == "https://proquest.example/301"
    assert [first.text[part.start : part.end] for part in first.article()] == [_LONG, _LONG]
    assert "holds 3 articles; 2 are in it" in reading.notices[0].text


EBSCO = """<?xml version="1.0" encoding="utf-8"?><records>
<rec resultID="1"><plink>https://search.example/login?db=n5h&amp;AN=1</plink>
<header shortDbName="n5h" uiTerm="1" longDbName="Newspapers" uiTag="AN"><controlInfo>
<jinfo><jtl>Harbour Gazette</jtl></jinfo>
<pubinfo><dt year="2024" month="05" day="03">5/3/2024</dt></pubinfo>
<artinfo><tig><atl>Port to reopen.</atl></tig><aug><au>Moss, Ada</au><au>Lund, Per</au></aug>
<su>PORTS</su><ab>What the port does.</ab></artinfo><language code="en">English</language>
</controlInfo></header>{text}</rec>
<rec resultID="2"><header shortDbName="n5h" uiTerm="2"><controlInfo>
<jinfo><jtl>Lund Echo</jtl></jinfo><pubinfo><dt year="2024" month="06" day="01">Jun2024</dt></pubinfo>
<artinfo><tig><atl>Lund builds a new bridge</atl></tig><aug><au>Berg, Kai</au></aug></artinfo>
</controlInfo></header></rec></records>"""
_RIGHTS = (
    "Copyright of Harbour Gazette is the property of Gazette Ltd and its content may not be copied."
)


@pytest.mark.parametrize(
    "text",
    [
        f"<abody><p>The port reopens.</p><p>In <b>May</b>.</p><p>{_RIGHTS}</p></abody>",
        f"<abody>The port reopens.<br/>In May.<br/>{_RIGHTS}</abody>",
        f"<abody>The port reopens.\n\nIn May.\n\n{_RIGHTS}</abody>",
    ],
)
def test_records_of_ebsco_with_their_text_are_articles(text: str) -> None:
    reading, (source,) = sources(EBSCO.format(text=text), "records.xml")

    assert body(source) == ["The port reopens.", "In May."]
    assert (source.title, source.publisher, source.published) == (
        "Port to reopen", "Harbour Gazette", date(2024, 5, 3)
    )  # fmt: skip
    assert (source.authors, source.language) == (("Ada Moss", "Per Lund"), "en")
    assert source.url == "https://search.example/login?db=n5h&AN=1"
    assert ["1 of its 2 records" in notice.text for notice in reading.notices] == [True]


def test_records_of_ebsco_without_text_speak_of_other_files() -> None:
    reading = read_file(EBSCO.format(text="").encode(), PurePath("records.xml"))
    first, second = reading.references

    assert (reading.articles, first.get(Field.PUBLISHED)) == ((), "2024-05-03")
    assert first.every(Field.AUTHORS) == ("Ada Moss", "Per Lund")
    assert (second.get(Field.TITLE), second.get(Field.PUBLISHED)) == (
        "Lund builds a new bridge", None
    )  # fmt: skip


def test_the_sentence_on_rights_below_a_databases_article_names_the_paper() -> None:
    text = (
        "Port to reopen\n\nThe port of Moss reopens in May, the council said on Tuesday.\n\n"
        + _RIGHTS
    )
    _, (source,) = sources(text, "port.txt")

    assert body(source) == ["The port of Moss reopens in May, the council said on Tuesday."]
    assert source.publisher == "Harbour Gazette"


@pytest.mark.parametrize(
    ("dated", "coded"),
    [
        ('year="²" month="05" day="03"', 'code="EN"'),
        (f'year="{"9" * 5000}" month="5" day="3"', 'code="12"'),
        ('year="0" month="0" day="0"', 'code=""'),
        ("", ""),
    ],
)
def test_odd_days_and_codes_of_ebsco_are_none(dated: str, coded: str) -> None:
    text = "<abody>The port <!-- of Lund -->reopens.</abody>"
    odd = EBSCO.format(text=text).replace('year="2024" month="05" day="03"', dated)
    _, (source,) = sources(odd.replace('code="en"', coded), "records.xml")

    assert (source.published, source.language) == (None, "en")
    assert body(source) == ["The port reopens."]
