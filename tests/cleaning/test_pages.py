"""What a web page says of itself: its day, authors and house, and which of its lines are the article."""

from datetime import date
from pathlib import PurePath

import pytest

from briefing.cleaning import clean
from briefing.errors import SourceError
from briefing.model.source import Field, Kind, Source
from briefing.readers import read
from tests.readers.told import PARAGRAPHS, read_source

_WORDS = (
    "The port of Moss will reopen in May after two years of repairs, the council said on Tuesday.",
    "Ships from Lund are to call there twice a week, and the old ferry is to be sold at auction.",
    "Fishermen had asked for a longer pier, but the council found no money for it this year.",
    "The mayor, who has held her office since the storm, promised to look at the matter again.",
)


def _page(head: str = "", body: str = "", inside: str = "") -> Source:
    paragraphs = "".join(f"<p>{words}</p>" for words in _WORDS)
    markup = (
        f"<!doctype html><html lang='en'><head><title>Port of Moss to reopen</title>{head}</head>"
        f"<body>{body}<article class='story'><h1>Port of Moss to reopen</h1>{inside}{paragraphs}"
        "</article></body></html>"
    )
    return clean(read(markup.encode(), PurePath("page.html"))[0])


def _meta(name: str, value: str) -> str:
    return f"<meta name='{name}' content='{value}'>"


_ADDRESS = "<link rel='canonical' href='https://gazette.example/2024/03/14/port'>"
_UNIVERSAL = _meta("article:published_time", "2024-03-15T01:49:09Z")


@pytest.mark.parametrize(
    ("page", "day", "found_in"),
    [
        pytest.param(_page(_meta("pubdate", "14 Mart 2024")), 14, "pubdate", id="meta element"),
        pytest.param(_page(_ADDRESS), 14, "address", id="address alone"),
        pytest.param(_page(_UNIVERSAL + _ADDRESS), 14, "address", id="evening west of Greenwich"),
        pytest.param(_page(_UNIVERSAL), 15, "published_time", id="nothing shows where it was"),
        pytest.param(
            _page(_UNIVERSAL + _meta("sailthru.date", "2024-03-14 17:49:09")),
            14,
            "sailthru",
            id="the same minute by the publisher's clock",
        ),
        pytest.param(
            _page(_meta("date", "2024-03-20"), inside="<time datetime='2024-03-14'>x</time>"),
            14,
            "time element",
            id="an element before a loose field",
        ),
        pytest.param(
            _page(inside="<span itemprop='datePublished'>14. März 2024</span>"),
            14,
            "marked as published",
            id="marked words",
        ),
        pytest.param(_page(inside="<p>14 maaliskuuta 2024</p>"), 14, "line", id="printed"),
        pytest.param(
            _page(_ADDRESS + _meta("pubdate", "2024-03-25")),
            14,
            "address",
            id="published again ten days later",
        ),
        pytest.param(
            _page('<script>var page = {"publishDate": "2024-03-14T10:00"};</script>'),
            14,
            "scripts",
            id="data for a script",
        ),
        pytest.param(
            _page(inside="<p><script>showDate('2024/03/14 01:43')</script></p>"),
            14,
            "scripts",
            id="a script writes it",
        ),
    ],
)
def test_the_day_of_a_page(page: Source, day: int, found_in: str) -> None:
    assert page.published == date(2024, 3, day)
    assert found_in in page.evidence[Field.PUBLISHED].found_in


def test_a_day_among_links_to_others_is_not_the_pages() -> None:
    page = _page(
        body="<div class='related'><time datetime='2021-01-02'>then</time></div>",
        inside="<p class='meta'><time datetime='2024-03-14T09:00:00+01:00'>now</time></p>",
    )

    assert page.published == date(2024, 3, 14)


def test_a_page_that_only_its_scripts_fill_says_what_to_do() -> None:
    empty = b"<!doctype html><html><body><div id=app></div><script>fill()</script></body></html>"

    with pytest.raises(SourceError, match="no words in the page") as told:
        read(empty, PurePath("page.html"))

    assert "save what is shown" in str(told.value)


def test_the_house_is_no_author_and_an_element_names_one() -> None:
    house = _meta("author", "Harbour Gazette") + _meta("application-name", "Harbour Gazette")
    page = _page(house, inside="<div class='byline'>By <a rel='author'>Ada Moss</a></div>")

    assert page.authors == ("Ada Moss",)
    assert page.publisher == "Harbour Gazette"


@pytest.mark.parametrize(
    ("site", "title"),
    [
        ("harbour gazette", "A quay is closed"),
        ("Other Post", "A quay is closed - Harbour Gazette"),
    ],
)
def test_the_houses_name_behind_a_title_is_left_off_where_the_page_names_it(
    site: str, title: str
) -> None:
    head = _meta("og:title", "A quay is closed - Harbour Gazette") + _meta("og:site_name", site)
    told = "".join(f"<p>{words}</p>" for words in _WORDS)
    markup = f"<html><head>{head}</head><body><article>{told}</article></body></html>"

    assert clean(read(markup.encode(), PurePath("page.html"))[0]).title == title


def test_an_offer_is_no_house() -> None:
    address = "<link rel='canonical' href='https://www.harbourgazette.example/a'>"

    assert _page(address + _meta("application-name", "Harbour Gazette Premium")).publisher == (
        "Harbour Gazette"
    )


def test_words_for_reading_aloud_and_authors_notes_are_not_quoted() -> None:
    page = _page(
        inside="<p>Ada Moss</p><p class='visually-hidden'>Here the article begins for you now.</p>"
        "<div class='author biography'><p>Ada Moss has reported on ports since the year 2001.</p></div>"
    )
    body = [page.text[part.start : part.end] for part in page.segments if part.kind is Kind.BODY]

    assert body == list(_WORDS)


def test_a_page_that_leaves_out_what_html_lets_it_leave_out() -> None:
    markup = (
        f"<!doctype html><title>Port</title><article><h1>Port of Moss</h1><p>{_WORDS[0]}</article>"
    )

    assert read(markup.encode(), PurePath("x.html"))[0].text == f"Port of Moss\n\n{_WORDS[0]}"


@pytest.mark.parametrize("label", ["Anzeige", "© 2024 Harbour Gazette", "Article continues below"])
def test_what_only_says_that_an_advertisement_follows_or_whose_it_is_is_no_paragraph(
    label: str,
) -> None:
    told = [f"The port of {place} will reopen in May after two years of repairs, the council said."
            for place in ("Moss", "Lund", "Holm")]  # fmt: skip
    inner = "".join(f"<p>{words}</p>" for words in (*told[:2], label, told[2]))
    page = f"<html><body><article><h1>Ports to reopen</h1>{inner}</article></body></html>"
    source = clean(read(page.encode(), PurePath("page.html"))[0])

    assert [source.text[part.start : part.end] for part in source.body()] == told


def test_the_day_of_a_post_amid_an_article_is_not_the_articles() -> None:
    words = ["Ports reopen", "By Ada Lund", "— Moss (@moss) May 7, 2024", *PARAGRAPHS]

    assert read_source("\n\n".join(words), "a.txt").published is None


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("<span>Harbour news</span>Port of Moss to reopen", "Harbour news Port of Moss to reopen"),
        ("<span>“Soon!”</span><span>Port of Moss to reopen", "“Soon!” Port of Moss to reopen"),
        ("The i<span>Phone</span> of Moss is sold", "The iPhone of Moss is sold"),
        ("Port of M<span>oss</span> to reopen", "Port of Moss to reopen"),
    ],
)
def test_a_kicker_that_only_its_style_sets_apart_is_no_part_of_a_word(
    heading: str, title: str
) -> None:
    markup = (
        f"<html><body><article><h1>{heading}</h1>{''.join(f'<p>{each}</p>' for each in _WORDS)}"
    )

    assert clean(read(f"{markup}</article>".encode(), PurePath("page.html"))[0]).title == title
