"""The house of a page is the name that goes with its address."""

import json
from pathlib import PurePath

import pytest

from briefing.cleaning import clean
from briefing.cleaning.sites import address_house, page_house
from briefing.model.source import Clue, Field
from briefing.readers import read


def _clues(url: str, title: str, *publishers: str) -> dict[Field, list[Clue]]:
    return {
        Field.URL: [Clue(Field.URL, url, "link")] if url else [],
        Field.TITLE: [Clue(Field.TITLE, title, "title element")],
        Field.PUBLISHER: [Clue(Field.PUBLISHER, name, "meta") for name in publishers],
    }


@pytest.mark.parametrize(
    ("clues", "house"),
    [
        pytest.param(
            _clues("https://www.harbour.example/a", "Port opens", "Nord AG", "Harbour"),
            "Harbour",
            id="address before order",
        ),
        pytest.param(
            _clues("https://harbour-gazette.co.uk/a", "Port opens | Harbour Gazette"),
            "Harbour Gazette",
            id="end of the title",
        ),
        pytest.param(_clues("", "Port opens", "Nord AG", "Lund"), "Lund", id="no company"),
        pytest.param(
            _clues("https://harbour.example/a", "Port opens | Harbour West", "@harbour"),
            "Harbour West",
            id="a name before an account",
        ),
        pytest.param(_clues("", "Port opens", "@harbour"), "harbour", id="only an account"),
        pytest.param(_clues("", "Port", "www.harbour.example"), "harbour.example", id="an address"),
        pytest.param(_clues("", "Port opens | Lund"), None, id="nothing says so"),
        pytest.param(_clues("http://[broken", "Port opens", "Lund"), "Lund", id="broken address"),
    ],
)
def test_page_house(clues: dict[Field, list[Clue]], house: str | None) -> None:
    found = page_house(clues)

    assert (found.values[0] if found else None) == house


def test_the_address_is_the_last_resort() -> None:
    found = address_house(_clues("https://www.harbour.example/a", "Port opens"))

    assert found is not None
    assert found.values == ("harbour.example",)
    assert found.found_in == "address in link"


@pytest.mark.parametrize(
    "author", ["By The Harbour Gazette", "Harbour Gazette", "The Harbour Gazette"]
)
def test_a_byline_of_the_house_names_nobody(author: str) -> None:
    data = {
        "@type": "NewsArticle",
        "headline": "Port of Lund &amp;#8217; to reopen",
        "author": {"name": author},
        "publisher": {"name": "Harbour Gazette (Online"},
    }
    words = "<p>The port of Lund will reopen in June after two years of works, she said.</p>" * 4
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    page = f"<html><head>{head}</head><body><article>{words}</article></body></html>"

    source = clean(read(page.encode(), PurePath("a.html"))[0])

    assert (source.title, source.publisher, source.authors) == (
        "Port of Lund ’ to reopen",
        "Harbour Gazette",
        (),
    )


def test_a_copy_of_the_house_names_no_author() -> None:
    words = (
        "The port of Lund will reopen in June after two years of works, the minister said.\n\n" * 4
    )
    text = (
        f"Port of Lund to reopen in June after works\n\nBy Lund Examiner\n3 May 2024\n\n{words}"
        "© 2024 Lund Examiner. All rights reserved."
    )

    source = clean(read(text.encode(), PurePath("a.txt"))[0])

    assert (source.publisher, source.authors) == ("Lund Examiner", ())
