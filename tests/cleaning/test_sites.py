"""The house of a page is the name that goes with its address."""

import pytest

from briefing.cleaning.sites import address_house, page_house
from briefing.model.source import Clue, Field


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
