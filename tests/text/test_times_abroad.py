"""Days of other languages than English are read where their words name them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.findings import Precision
from briefing.text.calendar import led_to_calendar
from briefing.text.times_abroad import find_times_abroad, tells_of_the_future

THURSDAY = date(2024, 4, 11)
_LENGTHS = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}


def _read(text: str, language: str = "") -> list[tuple[str, str]]:
    found = tuple(find_times_abroad(text, language))
    return [
        (text[words.start : words.end], time.on.isoformat()[: _LENGTHS[time.precision]])
        for words, time in led_to_calendar(found, text, THURSDAY)
    ]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Am 12. März 2024 trafen sie sich.", ("12. März 2024", "2024-03-12")),
        ("Der Hafen schloss am 3. April.", ("3. April", "2024-04-03")),
        ("am 12.03.2023 in Moss", ("12.03.2023", "2023-03-12")),
        ("Im Jahr 2019 kamen 600.", ("2019", "2019")),
        ("Seit 1951 gilt der Vertrag.", ("1951", "1951")),
        ("Le 1er avril, à Moss", ("1er avril", "2024-04-01")),
        ("le 12 mars 2024", ("12 mars 2024", "2024-03-12")),
        ("le 4 mars, à Moss", ("4 mars", "2024-03-04")),
        ("le 1er mai, à Moss", ("1er mai", "2024-05-01")),
        ("am 1. Mai", ("1. Mai", "2024-05-01")),
        ("el 12 set 2023", ("12 set 2023", "2023-09-12")),
        ("am 31. März", ("31. März", "2024-03-31")),
        ("am 31.12.2023", ("31.12.2023", "2023-12-31")),
        ("am 1.1.2024", ("1.1.2024", "2024-01-01")),
        ("el 12 de marzo de 2024", ("12 de marzo de 2024", "2024-03-12")),
        ("en mayo de 2023", ("mayo de 2023", "2023-05")),
        ("12 марта 2024 года", ("12 марта 2024", "2024-03-12")),
    ],
)
def test_time_is_led_to_the_calendar(text: str, meant: tuple[str, str]) -> None:
    assert _read(text) == [meant]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("de", "Der Hafen wurde am Dienstag geöffnet.", "2024-04-09"),
        ("de", "Das sagte Moss am Donnerstag.", "2024-04-11"),
        ("de", "Am Freitag wird der Hafen geöffnet.", "2024-04-12"),
        ("de", "Am vergangenen Freitag kam Moss.", "2024-04-05"),
        ("de", "Am kommenden Donnerstag kommt Moss.", "2024-04-18"),
        ("de", "Am Dienstagabend schloss der Hafen, sagte Moss.", "2024-04-09"),
        ("de", "Gestern kam Moss.", "2024-04-10"),
        ("de", "Vorgestern kam Moss.", "2024-04-09"),
        ("fr", "Le port a été fermé mardi soir.", "2024-04-09"),
        ("fr", "Mardi dernier, Moss est venue.", "2024-04-09"),
        ("fr", "Le port rouvrira vendredi.", "2024-04-12"),
        ("fr", "Lundi prochain, le port ouvre.", "2024-04-15"),
        ("fr", "Moss est venue hier.", "2024-04-10"),
        ("es", "Moss llegó el martes.", "2024-04-09"),
        ("es", "El pasado viernes abrió el puerto.", "2024-04-05"),
        ("es", "El puerto abrirá el viernes.", "2024-04-12"),
        ("es", "Ayer llegó Moss.", "2024-04-10"),
        ("it", "Moss è arrivata martedì.", "2024-04-09"),
        ("it", "Lunedì scorso il porto era chiuso.", "2024-04-08"),
        ("nl", "De haven werd dinsdag geopend.", "2024-04-09"),
        ("nl", "Afgelopen vrijdag ging de haven dicht.", "2024-04-05"),
        ("pt", "Moss chegou na terça-feira.", "2024-04-09"),
        ("pt", "Moss chegou ontem.", "2024-04-10"),
    ],
)
def test_days_of_the_week_are_led_to_the_calendar(language: str, text: str, day: str) -> None:
    ((_, meant),) = _read(text, language)

    assert meant == day


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("de", "Jeden Dienstag kam Moss.", id="every week"),
        pytest.param("de", "Der Dienstag war schön.", id="the day itself"),
        pytest.param("de", "Moss am Dienstag in Bremen", id="no verb"),
        pytest.param("de", "Moss sagte am Dienstag, der Hafen soll öffnen.", id="both sides"),
        pytest.param("fr", "Le mardi, le port a fermé.", id="a habit"),
        pytest.param("fr", "Le vendredi saint a été calme.", id="a feast"),
        pytest.param("es", "Los martes llegó Moss.", id="several"),
        pytest.param("en", "Der Hafen wurde am Dienstag geöffnet.", id="another language"),
        pytest.param("sv", "Hamnen öppnades i tisdags.", id="unknown words"),
    ],
)
def test_days_of_which_nothing_says_the_week_are_left_out(language: str, text: str) -> None:
    assert _read(text, language) == []


def test_a_day_with_its_date_is_read_by_the_date() -> None:
    assert _read("Am Dienstag, 12. März 2024, kam Moss.", "de") == [("12. März 2024", "2024-03-12")]


@pytest.mark.parametrize(
    "text",
    ["2000 Soldaten", "von 2000 Soldaten", "am Montag", "im April", "12 set", "am 32. Mai",
     "am 0. Mai", "am 12.13.2024", "am 12.0.2024", "am 0.12.2024", "am 32.12.2024",
     "in 1500 Meter Höhe", "Version 3.12.2024.1"],
)  # fmt: skip
def test_what_is_no_time_or_cannot_be_told_is_left_alone(text: str) -> None:
    assert _read(text) == []


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("Sie treffen sich am kommenden 29. April.", True),
        ("Le port sera ouvert le 29 avril.", True),
        ("El puerto se abrirá el 29 de abril.", True),
        ("Die E-Mail vom 29. April wurde gelöscht.", False),
        ("El correo está fechado el 29 de abril.", False),
    ],
)
def test_words_tell_of_what_is_to_come(text: str, ahead: bool) -> None:
    assert tells_of_the_future(text) == ahead


@given(st.text(alphabet="0123456789. MaiärzdeJhrsApl,/-", max_size=60))
def test_places_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    done = 0
    for found in find_times_abroad(text):
        assert done <= found.start < found.end <= len(text)
        done = found.end
