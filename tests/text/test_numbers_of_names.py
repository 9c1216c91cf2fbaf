"""A number that belongs to a name counts nothing: “Boeing 737 jets”, “die S 21”."""

import pytest

from briefing.text.numbers import find_amounts
from briefing.text.numbers_abroad import find_amounts_abroad


def units(text: str, language: str = "en") -> list[str]:
    """What the amounts in `text` are printed as, those without a unit left out."""
    found = find_amounts(text) if language == "en" else find_amounts_abroad(text, language)
    return [text[one.start : one.end] for one in found if one.unit]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Norland ordered Vance 737 jets for its fleet.", id="a model"),
        pytest.param("The Vance 737 Max jets were grounded.", id="with more of its name"),
        pytest.param("Falke 57 fighters flew over the harbour.", id="at the head of a sentence"),
        pytest.param("The board honoured the Moss 11 astronauts.", id="a mission"),
        pytest.param("Many Harbour 10 users complained.", id="a version"),
    ],
)
def test_the_number_of_a_name_is_no_figure(text: str) -> None:
    assert units(text) == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        pytest.param("In Vance 43 people were saved.", "43 people", id="behind a place"),
        pytest.param("On Monday 12 ships sailed.", "12 ships", id="behind a day"),
        pytest.param("Some 43 jets flew.", "Some 43 jets", id="behind a bound"),
        pytest.param("Norland’s 24 jets flew.", "24 jets", id="behind an owner"),
        pytest.param("They fired 12 Vance missiles.", "12 Vance missiles", id="before a name"),
        pytest.param("The 19 euro area countries agreed.", "19 euro area countries", id="no money"),
    ],
)
def test_a_count_beside_a_name_stays_one(text: str, figure: str) -> None:
    assert units(text) == [figure]


@pytest.mark.parametrize(
    ("language", "text", "figures"),
    [
        pytest.param("de", "Die V 21 genannte Verbindung kostet 3 Euro.", ["3 Euro"], id="a line"),
        pytest.param("de", "In Vance wurden 43 Menschen verletzt.", ["43 Menschen"], id="a count"),
        pytest.param("fr", "Il reçoit des Vance 737 livrés hier.", [], id="a model"),
        pytest.param("fr", "En Norlande 43 bateaux sont perdus.", ["43 bateaux"], id="a place"),
        pytest.param("es", "Los 43 barcos zarparon.", ["43 barcos"], id="an article"),
        pytest.param("es", "Superó los 19,8 consignados en Vance.", [], id="tenths of nothing"),
        pytest.param(
            "es", "Alcanzó los 19,8 grados en Vance.", ["19,8 grados"], id="tenths of degrees"
        ),
        pytest.param("de", "Die 40 000 müssen ihre Waffen abgeben.", [], id="a verb"),
        pytest.param("fr", "Il en avait perdu 32 lors de la tempête.", [], id="a time"),
    ],
)
def test_the_number_of_a_name_abroad(language: str, text: str, figures: list[str]) -> None:
    assert units(text, language) == figures
