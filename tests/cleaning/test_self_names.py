"""What a copied page calls itself: the name that two kinds of places share, no section and no owner."""

from pathlib import PurePath

import pytest

from briefing.cleaning import clean
from briefing.readers import read

_BODY = (
    "Der Hafen von Moss wird nach zwei Jahren im Mai wieder eröffnet, sagte der Rat am Dienstag.\n\n"
    "Schiffe aus Lund sollen dort zweimal in der Woche anlegen, und die alte Fähre wird verkauft.\n\n"
    "Die Fischer hatten einen längeren Steg gefordert, doch der Rat fand dafür in diesem Jahr kein Geld."
)
_HEADLINE = "Hafen von Moss öffnet im Mai wieder"
_MENU = "\n".join(
    f"{word} {end}" for word in ("Alles über", "Bilder aus", "Karten von", "Wege nach") for end in
    ("Moss", "Lund", "Berg", "Tal", "See", "Wald", "Feld", "Steg", "Hang", "Ufer", "Bach", "Hof",
     "Ried", "Au", "Kamm", "Furt")
)  # fmt: skip
"""So many lines as copies of whole pages have."""


def _publisher(*, first: str = "Zum Inhalt", menu: str = "", foot: str = "") -> str | None:
    text = f"{first}\n{menu}\n{_MENU}\n\n{_HEADLINE}\n\n{_BODY}\n\nImpressum\nKontakt\n{foot}"
    return clean(read(text.encode(), PurePath("copy.txt"))[0]).publisher


@pytest.mark.parametrize(
    ("first", "menu", "foot"),
    [
        pytest.param(f"{_HEADLINE} | Hafenblatt", "", "kontakt@hafenblatt.example.de", id="title"),
        pytest.param(f"{_HEADLINE} - Hafenblatt - Region", "Hafenblatt-Shop", "", id="title within"),
        pytest.param(f"Hafenblatt | Region | {_HEADLINE}", "", "© Hafenblatt 2024", id="title above"),
        pytest.param("Menü", "Hafenblatt Newsletter", "www.hafenblatt.de", id="offer and address"),
        pytest.param("Menü", "Jetzt das Hafenblatt testen", "www.hafenblatt.de", id="to be tested"),
        pytest.param("Menü", "Newsletter des Hafenblatt", "hafenblatt.co.uk", id="offer before it"),
        pytest.param("Menü", "Hafenblatt auf Facebook", "www.hafenblatt.de", id="elsewhere"),
        pytest.param("Menü", "Hafenblatt’s Newsletter", "www.hafenblatt.de", id="possessive"),
        pytest.param("Menü", "Hafenblatt-App", "© 2024 Hafenblatt", id="offer and rights"),
        pytest.param("Menü", "Hafenblatt Shop\nJetzt Hafenblatt testen", "", id="two offers"),
    ],
)  # fmt: skip
def test_a_name_that_two_kinds_of_places_share_is_the_outlets(
    first: str, menu: str, foot: str
) -> None:
    assert _publisher(first=first, menu=menu, foot=foot.replace(".example", "")) == "Hafenblatt"


@pytest.mark.parametrize(
    ("first", "menu", "foot"),
    [
        pytest.param(
            "Menü", "Wetter Newsletter", "www.hafenblatt.de", id="an offer of another name"
        ),
        pytest.param("Menü", "Sport-Newsletter\nSport-Podcast", "", id="offers of a section"),
        pytest.param("Menü", "Fährhaus App\nFährhaus Apps", "", id="one offer twice"),
        pytest.param("Menü", "Facebook App", "www.facebook.com", id="a site that all point to"),
        pytest.param(_HEADLINE, "", "© 2024 Lund Holding", id="who is named in no other place"),
        pytest.param(_HEADLINE, "Bergmann baut", "© 2024 Bergmann Media Group", id="a company"),
        pytest.param(f"{_HEADLINE} - Moss, Lund", "", "", id="a place"),
        pytest.param(f"{_HEADLINE} - Was morgen kommt", "", "", id="a slogan"),
    ],
)
def test_sections_owners_and_other_sites_are_not_the_outlet(
    first: str, menu: str, foot: str
) -> None:
    assert _publisher(first=first, menu=menu, foot=foot) is None


@pytest.mark.parametrize(
    ("foot", "name"),
    [
        pytest.param("© 2024 Bergecho. Alle Rechte vorbehalten", "Bergecho", id="named elsewhere"),
        pytest.param("Bergecho © 2024", "Bergecho", id="before the sign"),
        pytest.param("© Copyright 2024 - Bergecho", "Bergecho", id="behind a dash"),
        pytest.param("© bergecho.de Alle Rechte vorbehalten", "bergecho.de", id="an address"),
        pytest.param(
            "© 2024 BergechoImpressumKontakt Alle Rechte", "Bergecho", id="with links glued to it"
        ),
        pytest.param("© 2024, Горное эхо, ООО. Все права защищены", "Горное эхо", id="Cyrillic"),
    ],
)
def test_rights_name_the_outlet_where_the_page_names_it_elsewhere(foot: str, name: str) -> None:
    assert _publisher(menu=f"Wir sind das {name}: wer dahinter steht", foot=foot) == name


def test_an_article_without_its_page_is_believed_as_to_its_rights() -> None:
    text = f"{_HEADLINE}\n\n{_BODY}\n\n© 2024 Lund Echo. Alle Rechte vorbehalten"

    assert clean(read(text.encode(), PurePath("copy.txt"))[0]).publisher == "Lund Echo"


_ENTRIES = "\n".join(f"Hafenblatt {word}" for word in ("Live", "Regional", "Magazin", "Wetter"))


@pytest.mark.parametrize(
    ("menu", "foot", "name"),
    [
        pytest.param(_ENTRIES, "www.hafenblatt.de", "Hafenblatt", id="entries and an address"),
        pytest.param(_ENTRIES, "© 2024 Hafenblatt", "Hafenblatt", id="entries and rights"),
        pytest.param("* Hafenblatt", "desk@hafenblatt.de", "Hafenblatt", id="alone, and a mailbox"),
        pytest.param(
            "Mehr von Hafenblatt", "www.hafenblatt.de", "Hafenblatt", id="further stories"
        ),
        pytest.param(
            "Folge Moss Echo auf Facebook\nFolge Moss Echo auf Instagram", "", "Moss Echo",
            id="on two networks",
        ),
        pytest.param(
            "Mosser Zeitung lesen", "© Mosser Zeitung GmbH 2001 - 2024", "Mosser Zeitung",
            id="a company that bears the paper's name",
        ),
    ],
)  # fmt: skip
def test_menus_show_what_is_the_pages_own(menu: str, foot: str, name: str) -> None:
    assert _publisher(menu=menu, foot=foot) == name


@pytest.mark.parametrize(
    ("menu", "foot"),
    [
        pytest.param(
            "Fährhaus Nord\nFährhaus Süd\nFährhaus Ost\nFährhaus West\nFährhaus Newsletter", "",
            id="entries and an offer, as a town has them",
        ),
        pytest.param("* Bergauto\n* Autokauf", "bergauto.de autokauf.de", id="partners"),
        pytest.param("Ada Moss", "www.adamoss.de", id="a person"),
        pytest.param("Folgen auf Facebook\nFolgen auf Instagram", "", id="a word that asks to follow"),
        pytest.param("Rein", "© 2024 Rein Verlag GmbH", id="a company that owns papers"),
        pytest.param(_ENTRIES, "", id="entries alone"),
    ],
)  # fmt: skip
def test_menus_of_sections_partners_and_people_are_no_outlets(menu: str, foot: str) -> None:
    assert _publisher(menu=menu, foot=foot) is None
