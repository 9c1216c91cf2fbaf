"""The house that a copy made by hand names in a line of its head, and nowhere else."""

from pathlib import PurePath

import pytest

from briefing.cleaning import clean, parse_houses
from briefing.model.source import Field, Kind, Source
from briefing.readers import read

_LIST = """
[[outlet]]
name = "Lundico"
aliases = ["Lundico News"]
kind = "site"

[[outlet]]
name = "Norwire"
kind = "agency"
"""
_BODY = (
    "The harbour of Lund will open again on Monday, said the mayor, who had closed it in the spring.\n\n"
    "Ships have waited in the strait for three days, and some of them have turned back to the north.\n"
)


def _read(head: str, below: str = "") -> Source:
    text = f"{head}\n\n{_BODY}{below}"
    (article,) = read(text.encode(), PurePath("port.txt"))
    return clean(article, parse_houses(_LIST))


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("Lund opens its harbour again\nLundico, 3 May 2024\nBy Ada Moss", id="dated"),
        pytest.param("Lund opens its harbour again\nMay 3, 2024 | Lundico", id="behind the day"),
        pytest.param(
            "Lund opens its harbour again\nBy Ada Moss\n3 May 2024\nLundico", id="by itself"
        ),
        pytest.param("Lundico\nLund opens its harbour again\n3 May 2024", id="above"),
        pytest.param(
            "Lund opens its harbour again\nSource: Lundico\n3 May 2024", id="with a label"
        ),
        pytest.param("Lund opens its harbour again\nLundico (Web News)\n3 May 2024", id="aside"),
        pytest.param("Lund opens its harbour again | Lundico\n3 May 2024", id="page title"),
        pytest.param("Lundico | Lund opens its harbour again\n3 May 2024", id="before it"),
    ],
)
def test_a_listed_house_in_the_head_published_it(head: str) -> None:
    source = _read(head)

    assert source.publisher == "Lundico"
    assert source.text[source.evidence[Field.PUBLISHER].start :].startswith("Lundico")


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("Lund opens its harbour again\n3 May 2024\nNorwire", id="an agency"),
        pytest.param("Lund opens its harbour again\nMossy, 3 May 2024", id="nobody listed"),
        pytest.param("Lund opens its harbour again\nLundico\nLundico News\n3 May 2024", id="two"),
        pytest.param("Lund opens its harbour again, says Lundico\n3 May 2024", id="a headline"),
    ],
)
def test_no_other_line_names_the_house(head: str) -> None:
    assert _read(head).publisher is None


def test_a_syndicate_claims_the_rights_of_what_others_publish() -> None:
    below = "\nCopyright 2024 Vance Features"
    head = "Lund opens its harbour again\n3 May 2024"

    assert _read(head, below).publisher == "Vance Features"
    assert _read(f"{head}\nLundico", below).publisher == "Lundico"


_LONG = (
    "Harbour of Lund opens 'very soon', says the mayor, as ships wait in the strait and captains turn back "
    "to the north - and the council asks who will pay for it"
)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        pytest.param(
            "Lundico\nHarbour of Lund opens\nBy Ada Moss | 3 May 2024",
            "Harbour of Lund opens",
            id="house",
        ),
        pytest.param(
            "Lund Evening News\nLund opens its harbour again\nBy Ada Moss | 3 May 2024",
            "Lund opens its harbour again",
            id="a house that is not listed",
        ),
        pytest.param(f"{_LONG}\nLundico, 3 May 2024\nBy Ada Moss", _LONG, id="a long one"),
    ],
)
def test_the_headline_stands_right_above_byline_and_day(head: str, title: str) -> None:
    source = _read(head)

    assert source.title == title
    assert [source.text[part.start : part.end] for part in source.body()] == _BODY.strip().split(
        "\n\n"
    )


@pytest.mark.parametrize(
    "byline",
    [
        pytest.param("By Ada Moss, LUNDICO NEWS", id="an outlet"),
        pytest.param("By Ada Moss, Lundico Political Director", id="a role"),
        pytest.param("By Ada Moss Staff Writer", id="a role without a comma"),
    ],
)
def test_nobody_else_is_an_author(byline: str) -> None:
    source = _read(f"Lund opens its harbour again\n{byline}\n3 May 2024")

    assert source.authors == ("Ada Moss",)
    assert source.publisher is None


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Lund opens its harbour again - Norwire", "Norwire"),
        ("Headline: Lund opens its harbour again", None),
        ("Headline: Lund opens its harbour again | Norwire", "Norwire"),
        ("Lund opens its harbour again", None),
    ],
)
def test_the_title_is_the_headline_alone(line: str, publisher: str | None) -> None:
    source = _read(f"{line}\n3 May 2024")
    place = source.evidence[Field.TITLE]

    assert source.title == "Lund opens its harbour again" == source.text[place.start : place.end]
    assert source.publisher == publisher


def test_a_headline_with_a_dash_is_whole() -> None:
    assert (
        _read("Lund opens its harbour - again\n3 May 2024").title
        == "Lund opens its harbour - again"
    )


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        ("Lund opens its harbour again\nNorwire, 3 May 2024", "Norwire"),
        ("Norwire\nLund opens its harbour again\n3 May 2024", "Norwire"),
        ("Lund opens its harbour again\nSource: Norwire\n3 May 2024", "Norwire"),
        ("Lundico\nLund opens its harbour again\nNorwire, 3 May 2024", "Lundico"),
    ],
)
def test_an_agency_in_the_place_of_a_house_published_it(head: str, publisher: str) -> None:
    assert _read(head).publisher == publisher


def test_the_headline_of_a_page_stands_below_its_menus() -> None:
    menu = "Home\nWeather\nSport\nCulture\nLetters"
    head = f"Daily tidings for all of Lund\n2 May 2024\n{menu}\nLund opens its harbour again\nBy Ada Moss"

    assert _read(head).title == "Lund opens its harbour again"


_HEAD = "Lund opens its harbour again\nBy Ada Moss\n3 May 2024\nLundico"
_ONE = "The harbour of Lund will open on Monday, said the mayor, who closed it."


@pytest.mark.parametrize(
    ("copied", "article"),
    [
        pytest.param(f"{_HEAD}\n\n{_ONE}", [_ONE], id="one paragraph"),
        pytest.param(
            f"{_HEAD}\n\n{_ONE}\n\nThe tolls stay as they are.  Reuter",
            [_ONE, "The tolls stay as they are.  Reuter"],
            id="signed off by an agency",
        ),
        pytest.param(
            f"{_HEAD}\n\n{_ONE}\n\nShips had waited for three days. (Reuters)",
            [_ONE, "Ships had waited for three days. (Reuters)"],
            id="signed off in brackets",
        ),
        pytest.param(
            "The mayor of Lund opened the harbour on Monday.\n\nShips had waited for three days.",
            [
                "The mayor of Lund opened the harbour on Monday.",
                "Ships had waited for three days.",
            ],
            id="no head at all",
        ),
        pytest.param(
            f"{_HEAD}\n\n{_ONE}\n\nThe financial terms of the lease were not disclosed by the port.",
            [_ONE, "The financial terms of the lease were not disclosed by the port."],
            id="terms that are news",
        ),
    ],
)
def test_a_short_article_is_found_whole(copied: str, article: list[str]) -> None:
    (read_,) = read(copied.encode(), PurePath("port.txt"))
    source = clean(read_, parse_houses(_LIST))

    assert _paragraphs(source) == article


def test_a_sentence_among_many_short_lines_is_no_article() -> None:
    menu = "\n".join(
        f"{name} and more" for name in "Home World Sport Arts Science Opinion Food".split()
    )
    (article,) = read(f"{menu}\n{_ONE}\n{menu}\n".encode(), PurePath("port.txt"))

    assert _paragraphs(clean(article, parse_houses(_LIST))) == []


def _paragraphs(source: Source) -> list[str]:
    return [
        source.text[each.start : each.end] for each in source.segments if each.kind is Kind.BODY
    ]
