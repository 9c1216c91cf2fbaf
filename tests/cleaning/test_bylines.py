"""Bylines that say more than names, and lines beside which names stand alone."""

from pathlib import PurePath

import pytest

from briefing.cleaning import clean
from briefing.cleaning.bylines import leads, listed_author, tells_age, told_authors
from briefing.readers import read

_TEXT = (
    "The port of Lund will reopen in June after two years of works, the minister said on Friday.\n\n"
    "The works cost 340 million crowns, a third more than planned, the audit office said in March.\n\n"
    "Shipping companies welcomed the decision and said that they would need time to come back.\n\n"
)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        pytest.param("Von Ada Moss, Redakteurin für Finanzen", ("Ada Moss",), id="a role"),
        pytest.param("von Ada Moss, MDR THÜRINGEN", ("Ada Moss",), id="a house in capitals"),
        pytest.param("Von Ada Moss 28.04.2023, 18:11 Uhr", ("Ada Moss",), id="a day"),
        pytest.param("* Von Ada Moss und Per Lund, dpa", ("Ada Moss", "Per Lund"), id="an agency"),
        pytest.param("Autor: Ada Moss und Per Lund, Holm", ("Ada Moss", "Per Lund"), id="a place"),
        pytest.param("Kolumne von Ada Moss - 28.04.2024", ("Ada Moss",), id="a sort of article"),
        pytest.param("News | 5 hours ago | Written by Ada Moss", ("Ada Moss",), id="among fields"),
        pytest.param("Ada Moss/Per Lund", ("Ada Moss", "Per Lund"), id="a stroke"),
        pytest.param("Von unserer Korrespondentin Ada Moss", ("Ada Moss",), id="the house's own"),
        pytest.param("Von Ada Moss kam nichts, sagte er.", (), id="a sentence"),
        pytest.param("Lund Publishing/Getty Images", (), id="who took a picture"),
        pytest.param("Par Le Figaro", (), id="a paper"),
        pytest.param("It was written by hand in the harbour", (), id="by hand"),
    ],
)
def test_names_beside_something_else(words: str, names: tuple[str, ...]) -> None:
    assert told_authors(words) == names


@pytest.mark.parametrize(
    "heading",
    ["Pyrotechnische Waren in Hallen verboten", "Neue Züge in Lund", "Lunds Hafen in Not"],
)
def test_a_heading_within_the_article_names_no_author(heading: str) -> None:
    parts = _TEXT.strip().split("\n\n")
    text = "\n\n".join(("Port of Lund to reopen", parts[0], heading, *parts[1:]))

    assert clean(read(text.encode(), PurePath("a.txt"))[0]).authors == ()


def test_lines_that_lead_to_names() -> None:
    assert [leads(words) for words in ("By", "Kommentar von:", "* von", "By the way")] == [
        True,
        True,
        True,
        False,
    ]
    assert listed_author("  * Ada Moss0,") == "Ada Moss"
    assert tells_age("Published 3 hours ago")
    assert not tells_age("Published long ago")


@pytest.mark.parametrize(
    ("head", "foot", "names"),
    [
        pytest.param("Ada Moss\nPublished 3 hours ago", "", ("Ada Moss",), id="beside an age"),
        pytest.param("Ada Moss, New York\n3 May 2024", "", ("Ada Moss",), id="a place behind"),
        pytest.param(
            "By Ada Moss, Hong Kong\n3 May 2024", "", ("Ada Moss",), id="led, and a place"
        ),
        pytest.param(
            "By Ada Moss in Lund and Per Lund in New York",
            "",
            ("Ada Moss", "Per Lund"),
            id="where each was",
        ),
        pytest.param("By Ada Moss\nand Eva Strand", "", ("Ada Moss", "Eva Strand"), id="two lines"),
        pytest.param(
            "Ada Moss\nEva Strand\n3 May 2024",
            "",
            ("Ada Moss", "Eva Strand"),
            id="a line for each",
        ),
        pytest.param(
            "By Ada Moss\nLeitende Redakteurin", "", ("Ada Moss",), id="what she is, like a name"
        ),
        pytest.param("By Ada Moss\nLund Courier", "", ("Ada Moss",), id="a paper below"),
        pytest.param("By\n\nAda Moss0\n\nPer Lund", "", ("Ada Moss", "Per Lund"), id="a list"),
        pytest.param(
            "Ada Moss", "Share\n\nAda Moss\n\nAll articles", ("Ada Moss",), id="once more below"
        ),
        pytest.param(
            "Ada Moss, Kai Berg\n3 May 2024", "", ("Ada Moss", "Kai Berg"), id="two by a day"
        ),
        pytest.param("Ada Moss", "", ("Ada Moss",), id="alone"),
        pytest.param("Ada Moss\nKai Berg", "", (), id="two lines, each a name"),
        pytest.param("Getty Images", "", (), id="who sells pictures"),
        pytest.param("Link Copied", "", (), id="a button"),
        pytest.param("Von dpa\n3 May 2024", "", ("dpa",), id="an agency"),
        pytest.param("dpa\n3 May 2024", "", ("dpa",), id="an agency by a day"),
        pytest.param("3 May 2024, 14:26 Uhr, Ada Moss", "", ("Ada Moss",), id="a field of the day"),
        pytest.param("Ada Moss, 3 May 2024", "", ("Ada Moss",), id="before the day"),
        pytest.param("3 May 2024 by Ada Moss", "", ("Ada Moss",), id="by, behind the day"),
        pytest.param("New York, 3 May 2024", "", (), id="a place by the day"),
        pytest.param("3 May 2024 | Port Lund", "", (), id="what the article speaks of by the day"),
        pytest.param("By Ada Moss on May 3, 2024", "", ("Ada Moss",), id="on a day"),
        pytest.param("Ada Moss (Senderin)\n3 May 2024", "", ("Ada Moss",), id="a role in brackets"),
        pytest.param("", "모스일보 홍길동 기자 hong@moss.kr", ("홍길동",), id="a Korean reporter"),
        pytest.param("", "홍길동 특파원", ("홍길동",), id="a Korean correspondent"),
        pytest.param("", "[모스일보=홍길동 기자]", ("홍길동",), id="a Korean reporter in brackets"),
        pytest.param("Port Lund", "Port Lund", (), id="whom the article speaks of"),
        pytest.param("Home\nSport\nAda Moss\nCulture\nTravel", "Ada Moss", (), id="one of a menu"),
    ],
)
def test_who_wrote_a_copy(head: str, foot: str, names: tuple[str, ...]) -> None:
    copy = f"Port of Lund to reopen in June after two years of works\n\n{head}\n\n{_TEXT}\n{foot}\n"
    source = clean(read(copy.encode(), PurePath("a.txt"))[0])

    assert source.authors == names


@pytest.mark.parametrize(
    ("above", "below", "names"),
    [
        pytest.param(
            "", "Ada Moss, Per Lund, Kai Berg", ("Ada Moss", "Per Lund", "Kai Berg"), id="signed"
        ),
        pytest.param("", "Ada Moss", (), id="a lone name may be a topic's"),
        pytest.param(
            "", "* Datum 3.5.2024\n\n* Autorin/Autor Ada Moss", ("Ada Moss",), id="a field"
        ),
        pytest.param(
            "", "Autor: Ada Moss und Per Lund", ("Ada Moss", "Per Lund"), id="two in a field"
        ),
        pytest.param("", "Autor Lund Publishing", (), id="a house in a field"),
        pytest.param(
            "Ada Moss – Journalist Journalist\n\nPer Lund – Journalist i Holm",
            "",
            ("Ada Moss", "Per Lund"),
            id="a role",
        ),
        pytest.param("Lund Publishing – Journalist", "", (), id="no person"),
        pytest.param("Foto: REUTERS/Per Holm\n\nAda Moss", "", ("Ada Moss",), id="below a credit"),
    ],
)
def test_who_signs_an_article(above: str, below: str, names: tuple[str, ...]) -> None:
    text = f"Port of Lund to reopen in June after two years\n\n{above}\n\n{_TEXT}\n\n{below}"

    assert clean(read(text.encode(), PurePath("a.txt"))[0]).authors == names


def test_names_below_an_article_are_none_of_it() -> None:
    text = f"Port of Lund to reopen in June\n\n{_TEXT}Ada Moss, Per Lund"
    source = clean(read(text.encode(), PurePath("a.txt"))[0])

    assert [source.text[part.start : part.end] for part in source.body()] == _TEXT.strip().split(
        "\n\n"
    )


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ada Holt and Per Grieg", ("Ada Holt", "Per Grieg")),
        ("Ada Holt, Per Grieg", ("Ada Holt", "Per Grieg")),
        ("Per Grieg and the Council", ()),
        ("Karin Strand and Per Grieg", ()),
    ],
)
def test_people_named_alone_on_a_cover_wrote_it_if_it_speaks_of_none_of_them(
    line: str, names: tuple[str, ...]
) -> None:
    told = (
        "The cables that cross the strait carry most of what the region says, and three were cut.",
        "Karin Strand, who leads the port, told the inquiry that she had not known of the cables.",
        "The report asks who can repair the cables that cross the strait, and how fast it is done.",
    )
    report = ("Cables that cross the strait", "What can be done", line, *told)
    source = clean(read("\n\n".join(report).encode(), PurePath("report.txt"))[0])

    assert source.authors == names


def test_a_chinese_field_beside_the_day_names_the_author_and_no_editor() -> None:
    assert told_authors("2027-03-15 18:04 来源：海峡日报 作者：林海") == ("林海",)
    assert told_authors("2027-03-15 来源：海峡日报 责任编辑：王岚") == ()
