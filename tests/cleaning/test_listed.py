"""A known outlet that most entries of a copied page's menus name published it."""

from pathlib import PurePath

import pytest

from briefing.cleaning import clean, parse_houses
from briefing.readers import read

_HOUSES = parse_houses(
    "".join(
        f'[[outlet]]\nname = "{name}"\nkind = "newspaper"\ndomains = ["{site}.example"]\n'
        for name, site in (
            ("Lundico Post", "lundico"),
            ("Vance Herald", "vance"),
            ("Mossy", "mossy"),
        )
    )
)
_ARTICLE = (
    "Lund opens its harbour again",
    "3 May 2024",
    "The harbour of Lund will open again on Monday, said the mayor, who had closed it in the spring.",
    "Ships have waited in the strait for three days, and some of them have turned back to the north.",
    "The mayor said that the council of the town would look at the cranes again before the summer comes.",
)
_MENU = ("News", "Sport", "Weather", "Culture", "Jobs", "Letters", "Archive", "Contact")


def _publisher(*entries: str) -> str | None:
    text = "\n".join((*_MENU, *entries, *_ARTICLE, *_MENU))
    return clean(read(text.encode(), PurePath("copy.txt"))[0], _HOUSES).publisher


def test_the_outlet_of_several_entries_is_the_house() -> None:
    entries = ("Games in the Lundico Post", "The Lundico Post abroad", "Vance Herald")

    assert _publisher(*entries, "Lundico Post for schools") == "Lundico Post"


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param(("Lundico Post abroad", "Games in the Lundico Post"), id="few"),
        pytest.param(("See the Lundico Post",) * 3, id="all alike"),
        pytest.param(
            (
                "Lundico Post abroad",
                "Games in Lundico Post",
                "On Lundico Post",
                "Vance Herald",
                "On Vance Herald",
            ),
            id="another outlet nearly as often",
        ),
        pytest.param(
            ("Lund Star abroad", "Games in the Lund Star", "On the Lund Star"), id="not known"
        ),
    ],
)
def test_else_nobody_is_named(entries: tuple[str, ...]) -> None:
    assert _publisher(*entries) is None


@pytest.mark.parametrize(
    ("host", "publisher"),
    [
        ("www.lundico.example", "Lundico Post"),
        ("north.vance.example", "Vance Herald"),
        ("lund.example", None),
    ],
)
def test_the_address_leads_to_a_known_outlet(host: str, publisher: str | None) -> None:
    text = "\n".join((f"https://{host}/2024/port", *_ARTICLE))
    source = clean(read(text.encode(), PurePath("copy.txt"))[0], _HOUSES)

    assert source.publisher == publisher


def test_a_mark_beside_a_name_is_no_part_of_it() -> None:
    entries = ("Lundico Post - games", "Lundico Post - abroad", "The Lundico Post for schools")

    assert _publisher(*entries) == "Lundico Post"
