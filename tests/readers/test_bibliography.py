"""Bibliographies name who publishes where each program writes it."""

import json
from pathlib import PurePath

import pytest

from briefing.errors import SourceError
from briefing.model.source import Field
from briefing.readers import read_file

_RIS = (
    "TY  - NEWS\nT1  - Port to reopen\nT2  - {second}\nJO  - {short}\nJF  - {full}\n{more}ER  - \n"
)


@pytest.mark.parametrize(
    ("second", "more", "house"),
    [
        pytest.param("Harbour Gazette", "", "Harbour Gazette", id="in the second title"),
        pytest.param("A new dawn", "DP  - EBSCOhost\n", "Harbour Gazette", id="by EBSCO"),
    ],
)
def test_ris_names_the_outlet(second: str, more: str, house: str) -> None:
    words = _RIS.format(second=second, short="Harb. Gaz.", full="Harbour Gazette", more=more)
    (entry,) = read_file(words.encode(), PurePath("refs.ris")).references

    assert entry.get(Field.PUBLISHER) == house


_ENDNOTE = """<?xml version="1.0" encoding="UTF-8"?><xml><records><record>
<ref-type name="Newspaper Article">23</ref-type><contributors><authors>
<author><style face="normal">Moss, Ada</style></author><author>Lund, Per</author></authors></contributors>
<titles><title><style face="normal">Port to reopen</style></title>
<secondary-title>Harbour Gazette</secondary-title></titles>
<dates><year>2024</year><pub-dates><date>{date}</date></pub-dates></dates>
<urls><related-urls><url>https://gazette.example/port</url></related-urls>
<pdf-urls><url>internal-pdf://0123456789/port.pdf</url></pdf-urls></urls>
<language>English</language></record></records></xml>"""


@pytest.mark.parametrize(
    ("printed", "day"),
    [("May 3, 2024", "2024-05-03"), ("May 3", "2024-05-03"), ("May", None), ("", None)],
)
def test_entries_of_endnote(printed: str, day: str | None) -> None:
    data = _ENDNOTE.format(date=printed).encode()
    (entry,) = read_file(data, PurePath("my.xml")).references

    assert (entry.get(Field.TITLE), entry.get(Field.PUBLISHER)) == (
        "Port to reopen", "Harbour Gazette"
    )  # fmt: skip
    assert entry.every(Field.AUTHORS) == ("Ada Moss", "Per Lund")
    assert (entry.get(Field.PUBLISHED), entry.get(Field.LANGUAGE)) == (day, "en")
    assert (entry.get(Field.URL), entry.files) == ("https://gazette.example/port", ("port.pdf",))


_ZOTERO = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:bib="http://purl.org/net/biblio#"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"
 xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:link="http://purl.org/rss/1.0/modules/link/">
<bib:Article rdf:about="#item_1"><z:itemType>newspaperArticle</z:itemType>
<dcterms:isPartOf><bib:Newspaper><dc:title>Harbour Gazette</dc:title></bib:Newspaper></dcterms:isPartOf>
<bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Moss</foaf:surname>
<foaf:givenName>Ada</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors>
<link:link rdf:resource="#item_2"/><dc:title>Port to reopen</dc:title><dc:date>2024-05-03</dc:date>
<dcterms:dateSubmitted>2024-05-04 10:00:00</dcterms:dateSubmitted><z:language>en</z:language>
<dc:identifier><dcterms:URI><rdf:value>https://gazette.example/port</rdf:value></dcterms:URI></dc:identifier>
</bib:Article>
<z:Attachment rdf:about="#item_2"><rdf:resource rdf:resource="files/12/port.html"/>
<dc:title>Snapshot</dc:title></z:Attachment></rdf:RDF>"""


def test_entries_of_zotero_with_the_files_that_belong_to_them() -> None:
    (entry,) = read_file(_ZOTERO.encode(), PurePath("my.rdf")).references

    assert dict(entry.fields) == {
        Field.TITLE: "Port to reopen",
        Field.PUBLISHER: "Harbour Gazette",
        Field.URL: "https://gazette.example/port",
        Field.LANGUAGE: "en",
        Field.PUBLISHED: "2024-05-03",
        Field.ACCESSED: "2024-05-04",
        Field.AUTHORS: "Ada Moss",
    }
    assert entry.files == ("files/12/port.html",)


@pytest.mark.parametrize("indent", [None, 2])
def test_a_bibliography_cut_at_its_end_is_no_source(indent: int | None) -> None:
    entries = [{"id": "a", "title": "Port to reopen", "container-title": "Harbour Gazette"}] * 3
    whole = json.dumps(entries, indent=indent)

    with pytest.raises(SourceError, match="the bibliography is no valid JSON"):
        read_file(whole[: len(whole) * 3 // 4].encode(), PurePath("a.json"))
