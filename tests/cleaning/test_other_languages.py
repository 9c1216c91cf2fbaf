"""What pages in other languages say of themselves: outlets, bylines, tags of languages."""

from pathlib import PurePath

import pytest

from briefing.cleaning import clean
from briefing.cleaning.names import lone_author
from briefing.model.source import Source
from briefing.readers import read


def _page(head: str, *, lang: str = "de", top: str = "") -> Source:
    told = (
        "<p>The port of Moss will reopen in May after two years of repairs, the council said.</p>"
        * 4
    )
    page = (
        f"<html lang='{lang}'><head>{head}</head><body><article>{top}{told}</article></body></html>"
    )
    return clean(read(page.encode(), PurePath("page.html"))[0])


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Von Ada Moss", "Ada Moss"),
        ("Par Anne Lund", "Anne Lund"),
        ("Por Juana Moss", "Juana Moss"),
        ("Av Kari Lund", "Kari Lund"),
        ("Van Moss", "Van Moss"),
        ("Von DPA", None),
    ],
)
def test_the_word_before_a_name_is_none_of_it(words: str, name: str | None) -> None:
    assert lone_author(words) == name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("港口将于五月重新开放--国际--人民网", "人民网"),
        ("港口将于五月重新开放_新华网", "新华网"),
        ("港は五月に再開する：朝日新聞デジタル", "朝日新聞デジタル"),
        ("港口将于五月重新开放", None),
    ],
)
def test_the_outlet_at_the_end_of_a_title(title: str, name: str | None) -> None:
    assert _page(f"<title>{title}</title>", lang="zh").publisher == name


def test_the_owner_behind_a_papers_name_is_left_off() -> None:
    named = (
        '{"@type":"NewsArticle","publisher":{"name":"Harbour Gazette - Lund Press GmbH & Co. KG"}}'
    )
    address = "<link rel='canonical' href='https://www.harbourgazette.example/a'>"
    source = _page(f"<script type='application/ld+json'>{named}</script>{address}")

    assert source.publisher == "Harbour Gazette"


@pytest.mark.parametrize(("tag", "language"), [("jp", "ja"), ("EN", "en"), ("de_AT", "de-AT")])
def test_tags_of_languages_are_put_right(tag: str, language: str) -> None:
    assert _page("", lang=tag).language == language


def test_a_site_among_its_authors_is_none() -> None:
    named = '{"@type":"NewsArticle","author":[{"name":"Ada Moss"},{"name":"gazette.example"}]}'

    assert _page(f"<script type='application/ld+json'>{named}</script>").authors == ("Ada Moss",)


def test_what_is_left_of_a_kicker_is_no_part_of_the_title() -> None:
    assert _page("", top="<h1>: The port of Moss reopens in May</h1>").title == (
        "The port of Moss reopens in May"
    )
