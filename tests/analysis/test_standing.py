"""An excerpt must be understood without what came before it."""

import pytest

from briefing.analysis.standing import judge, signs_of

WHOLE = "The harbour office of Moss opened the northern lock on Monday morning."


def _factor(text: str, language: str = "en") -> float:
    return judge(signs_of(text, language)).factor


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It opened the northern lock of the harbour on Monday.", id="pronoun"),
        pytest.param("This surprised the pilots of the northern harbour a lot.", id="this"),
        pytest.param("His office opened the northern lock on Monday morning.", id="possessive"),
        pytest.param(
            "Mayor Ada Moss Ada Carla MossFerry line to close Pilots on strike MORE opened the lock.",
            id="the links of a page",
        ),
        pytest.param(
            "The crane fell in May. Hide Caption 3 of 8 Photos: Photos: Ada Moss lit 12 candles.",
            id="a gallery",
        ),
        pytest.param(
            "Ada Moss, mayor of Vance, opens the lock, Friday, Feb. 9, 2018.", id="a caption"
        ),
        pytest.param(
            "Pilots wait at the lock of the harbour of Moss, Norway, October 23, 2019.",
            id="a caption dated at its end",
        ),
        pytest.param(
            "Ada Moss (left) meets Leo Brandt (right) at the lock in 2012.", id="who is where"
        ),
        pytest.param("Map of Moss, with the lock where ships were held.", id="what a map shows"),
        pytest.param(
            "Station transcripts are created on a rush deadline by a house in Moss.",
            id="what stands below every article of a house",
        ),
        pytest.param("Through all this, the office kept the lock of Moss.", id="through all this"),
        pytest.param("After that, the office opened the lock of Moss.", id="after that"),
        pytest.param("In reality, it led to a longer wait at the lock.", id="behind an opening"),
    ],
)
def test_words_that_point_back_never_stand(text: str) -> None:
    assert _factor(text) == 0


@pytest.mark.parametrize(
    "weaker",
    [
        pytest.param("But " + WHOLE, id="ties back"),
        pytest.param("Hours later, the harbour office of Moss shut it.", id="ties back in time"),
        pytest.param("“It is open,” the harbour office of Moss told the pilots.", id="quoted it"),
        pytest.param("The lock opened.", id="too short"),
        pytest.param(WHOLE.rstrip("."), id="cut off"),
        pytest.param(" ".join([WHOLE] * 12), id="too long"),
        pytest.param("The move opened the northern lock of the harbour early.", id="the move"),
        pytest.param(
            "The flood came a day after the northern lock had opened.", id="the one thing"
        ),
        pytest.param(
            "Only a few months later, the harbour office of Moss opened the lock.",
            id="counted later",
        ),
        pytest.param("The survey’s sampling error was 3 points in the harbour.", id="its survey"),
        pytest.param("Not surprisingly, the office of Moss opened the lock.", id="a remark"),
        pytest.param("No, the harbour office of Moss is not opening the lock.", id="an answer"),
        pytest.param("First, the harbour office of Moss opened the lock.", id="one of several"),
    ],
)
def test_words_that_stand_less_well(weaker: str) -> None:
    assert 0 < _factor(weaker) < _factor(WHOLE)


def test_figures_are_worth_something() -> None:
    with_figures = judge(signs_of(WHOLE.replace("the northern lock", "3 of 4 locks at $2 million")))

    assert "gives figures or dates" in with_figures.because


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("de", "Seine Verwaltung öffnete am Montag die Schleuse von Moss.", id="his"),
        pytest.param("de", "Auch hier öffnete das Amt am Montag die Schleuse.", id="here too"),
        pytest.param("de-AT", "Für ihn ist die Schleuse von Moss am Montag wichtig.", id="for him"),
        pytest.param(
            "fr", "C’est vrai, le port de Moss a ouvert son écluse lundi.", id="it is true"
        ),
        pytest.param(
            "fr", "Cette écluse du port de Moss a été ouverte lundi matin.", id="this lock"
        ),
        pytest.param("es", "Sin embargo, el puerto de Moss abrió la esclusa el lunes.", id="yet"),
        pytest.param("it", "Questo ha sorpreso i piloti del porto di Moss lunedì.", id="this"),
        pytest.param("nl", "Daarom ging de sluis van de haven van Moss maandag open.", id="so"),
        pytest.param("de", "Der hatte die Schleuse von Moss am Montag geöffnet.", id="he"),
        pytest.param(
            "de", "Lesen Sie auch: Die Schleuse von Moss ist wieder offen.", id="a link on"
        ),
        pytest.param("fr", "À LIRE AUSSI Le port de Moss a ouvert son écluse.", id="a link on too"),
        pytest.param(
            "en", "The lock of Moss is at https://moss.example/lock since Monday.", id="a link"
        ),
    ],
)
def test_words_of_other_languages_that_point_back_never_stand(language: str, text: str) -> None:
    assert _factor(text, language) == 0


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param(
            "de", "Die Schleuse von Moss öffnete am Montag nach elf Wochen.", id="a thing"
        ),
        pytest.param(
            "de", "In dieser Woche öffnet die Schleuse des Hafens von Moss.", id="this week"
        ),
        pytest.param(
            "de", "Mit dem Bericht des Amtes öffnete auch die Schleuse von Moss.", id="with the"
        ),
        pytest.param(
            "fr", "Cette semaine, le port de Moss a ouvert son écluse nord.", id="cette semaine"
        ),
        pytest.param(
            "en", "Car ferries of the harbour of Moss sailed on Monday morning.", id="car"
        ),
    ],
)
def test_words_of_other_languages_that_stand(language: str, text: str) -> None:
    assert _factor(text, language) >= 1


@pytest.mark.parametrize(
    ("language", "whole", "tied"),
    [
        (
            "de",
            "Das Hafenamt von Moss öffnete die Schleuse.",
            "Doch das Hafenamt von Moss öffnete sie.",
        ),
        (
            "de",
            "Das Hafenamt von Moss öffnete die Schleuse.",
            "Das Hafenamt aber öffnete die Schleuse.",
        ),
        (
            "fr",
            "Le port de Moss a ouvert son écluse.",
            "Le port de Moss a pourtant ouvert son écluse.",
        ),
        (
            "es",
            "El puerto de Moss abrió la esclusa.",
            "Por su parte, el puerto de Moss abrió la esclusa.",
        ),
    ],
)
def test_what_only_ties_a_sentence_to_the_one_before_makes_it_weaker(
    language: str, whole: str, tied: str
) -> None:
    # So many words that none is too short to stand.
    more = " Zehn Schiffe aus Norland fuhren am Montag in den Hafen von Vance."

    assert 0 < _factor(tied[:-1] + more, language) < _factor(whole[:-1] + more, language)
