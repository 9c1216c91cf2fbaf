"""What news agencies and editorial systems send, and feeds as JSON."""

import json
from datetime import date

import pytest

from briefing.errors import SourceError
from tests.readers.told import PARAGRAPHS, TITLE, read_source, said

_BODY = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
_NITF = (
    "<?xml version='1.0'?><!DOCTYPE nitf SYSTEM 'nitf-3-4.dtd'><nitf><head><title>Port</title>"
    "<docdata><date.issue norm='20240507T184000Z'/></docdata><pubdata name='The Moss Gazette'/></head>"
    f"<body><body.head><hedline><hl1>{TITLE}</hl1></hedline><byline>By <person>Ada Moss</person> and "
    f"<person>Tom Lund</person><byttl>Staff</byttl></byline></body.head><body.content>{_BODY}"
    "<media><media-caption>The quay.</media-caption></media></body.content></body></nitf>"
)
_NEWSML = (
    "<?xml version='1.0'?><NewsML><NewsItem><NewsManagement><FirstCreated>20240507T184000Z</FirstCreated>"
    f"</NewsManagement><NewsComponent><NewsLines><HeadLine>{TITLE}</HeadLine>"
    "<ByLine>Ada Moss and Tom Lund</ByLine>"
    "</NewsLines><AdministrativeMetadata><Provider><Party FormalName='The Moss Gazette'/></Provider>"
    f"</AdministrativeMetadata><ContentItem><DataContent>{_BODY}</DataContent></ContentItem></NewsComponent>"
    "</NewsItem></NewsML>"
)
_G2 = (
    "<?xml version='1.0'?><newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'><itemMeta><provider>"
    "<name>The Moss Gazette</name></provider>"
    "<versionCreated>2024-05-07T18:40:00Z</versionCreated></itemMeta>"
    f"<contentMeta><by>Ada Moss</by><by>Tom Lund</by><headline>{TITLE}</headline></contentMeta><contentSet>"
    f"<inlineXML><html xmlns='http://www.w3.org/1999/xhtml'><head><title>x</title></head>"
    f"<body>{_BODY}</body></html>"
    "</inlineXML></contentSet></newsItem>"
)
_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Moss Gazette",
        "items": [
            {"id": "0", "title": "A picture"},
            {
                "id": "1",
                "title": TITLE,
                "content_html": _BODY,
                "date_published": "2024-05-07T18:40:00+02:00",
                "authors": [{"name": "Ada Moss"}, {"name": "Tom Lund"}],
            },
        ],
    }
)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        pytest.param(_NITF, "a.xml", id="NITF"),
        pytest.param(_NEWSML, "a.xml", id="NewsML 1"),
        pytest.param(_G2, "a.xml", id="NewsML-G2"),
        pytest.param(
            _G2.replace("inlineXML><html", "inlineXML><html lang='en'"), "a", id="no name"
        ),
        pytest.param(_FEED, "a.json", id="JSON feed"),
    ],
)
def test_an_item_is_read_with_what_it_states(data: str, name: str) -> None:
    source = read_source(data, name)

    assert said(source) == PARAGRAPHS
    assert (source.title, source.publisher) == (TITLE, "The Moss Gazette")
    assert (source.authors, source.published) == (("Ada Moss", "Tom Lund"), date(2024, 5, 7))


@pytest.mark.parametrize("data", [_NITF, _NEWSML, _G2], ids=["NITF", "NewsML 1", "NewsML-G2"])
def test_an_item_without_words_is_none(data: str) -> None:
    with pytest.raises(SourceError, match="no item in the file has words"):
        read_source(data.replace(_BODY, ""), "a.xml")


def test_a_book_in_xml_is_no_page() -> None:
    with pytest.raises(SourceError, match="an electronic book"):
        read_source(
            f"<?xml version='1.0'?><FictionBook><body>{_BODY}</body></FictionBook>", "a.fb2"
        )
