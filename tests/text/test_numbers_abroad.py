"""Amounts of languages with a decimal comma are read as their readers read them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.findings import Bound
from briefing.text.numbers_abroad import find_amounts_abroad, is_comma_language


@pytest.mark.parametrize(
    ("language", "text", "words", "number", "unit", "bound"),
    [
        pytest.param("de", "rund 2,5 Millionen Euro.", "rund 2,5 Millionen Euro", 2.5e6, "€",
                     Bound.ABOUT, id="decimal comma"),
        pytest.param("de", "3.000 Soldaten der Ukraine", "3.000 Soldaten", 3000, "Soldaten",
                     Bound.EXACT, id="thousands with a point"),
        pytest.param("de", "für 3.7 Milliarden Franken", "3.7 Milliarden Franken", 3.7e9, "francs",
                     Bound.EXACT, id="decimal point of Switzerland"),
        pytest.param("de-CH", "um 1’500 alte Schiffe", "1’500 alte Schiffe", 1500, "alte Schiffe",
                     Bound.EXACT, id="apostrophe"),
        pytest.param("de", "mindestens 40 Prozent der Stimmen", "mindestens 40 Prozent", 40, "%",
                     Bound.AT_LEAST, id="share"),
        pytest.param("de", "2023 kamen 600 Menschen", "600 Menschen", 600, "Menschen", Bound.EXACT,
                     id="a year before"),
        pytest.param("de", "es waren $5 Milliarden", "$5 Milliarden", 5e9, "$", Bound.EXACT,
                     id="sign before"),
        pytest.param("fi", "noin 2,5 miljoonaa euroa", "noin 2,5 miljoonaa euroa", 2.5e6, "€",
                     Bound.ABOUT, id="Finnish"),
        pytest.param("fi", "yli 40 prosenttia äänistä", "yli 40 prosenttia", 40, "%", Bound.AT_LEAST,
                     id="Finnish share"),
        pytest.param("hu", "több mint 3 milliárd forint", "több mint 3 milliárd forint", 3e9, "forint",
                     Bound.AT_LEAST, id="Hungarian"),
        pytest.param("ro", "peste 2,5 milioane de lei", "peste 2,5 milioane de lei", 2.5e6, "lei",
                     Bound.AT_LEAST, id="Romanian"),
        pytest.param("el", "περίπου 4 δισ. ευρώ", "περίπου 4 δισ. ευρώ", 4e9, "€", Bound.ABOUT,
                     id="Greek, cut short"),
        pytest.param("pl", "ok. 70 tys. zł", "70 tys. zł", 7e4, "złoty", Bound.EXACT,
                     id="Polish, cut short"),
        pytest.param("cs", "kolem 5 milionů korun", "kolem 5 milionů korun", 5e6, "Kč", Bound.ABOUT,
                     id="Czech"),
        pytest.param("fr", "7 500 kilomètres de frontière", "7 500 kilomètres", 7500, "kilomètres",
                     Bound.EXACT, id="thousands with a space"),
        pytest.param("fr", "plus de 2,5 milliards d'euros", "plus de 2,5 milliards d'euros", 2.5e9,
                     "€", Bound.AT_LEAST, id="elided"),
        pytest.param("es", "3.500 millones de dólares", "3.500 millones de dólares", 3.5e9, "$",
                     Bound.EXACT, id="thousands of millions"),
        pytest.param("it", "circa 2 miliardi di euro", "circa 2 miliardi di euro", 2e9, "€",
                     Bound.ABOUT, id="Italian"),
        pytest.param("ru", "более 40 процентов", "более 40 процентов", 40, "%", Bound.AT_LEAST,
                     id="Russian"),
        pytest.param("pl", "40 proc. głosów", "40 proc.", 40, "%", Bound.EXACT, id="shortened"),
    ],
)  # fmt: skip
def test_amount_is_read(
    language: str, text: str, words: str, number: float, unit: str, bound: Bound
) -> None:
    (amount,) = find_amounts_abroad(text, language)

    assert text[amount.start : amount.end] == words
    assert (amount.number, amount.unit, amount.bound) == (number, unit, bound)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "mehr als 600 als Händler getarnte"),
        ("de", "am 12.03.2024 um 18.30 Uhr"),
        ("de", "am 3. Oktober 2024"),
        ("de", "ein 28-Jähriger, 28 Jahre alt"),
        ("de", "Artikel 50 Absatz 2"),
        ("de", "die Boeing 737 Max"),
        ("de", "die 80er Jahre, die Saison 2023/24"),
        ("de", "eine F-35 und ein 2:0"),
        ("fr", "le 12 mars 2024, à 10 heures"),
        ("es", "hace 12 años"),
        ("de", "1500 Soldaten, oder das Jahr"),
        ("de", "2100 Soldaten, oder das Jahr"),
        ("ru", "12 домов"),
    ],
)
def test_what_is_no_amount_or_cannot_be_told_is_left_alone(language: str, text: str) -> None:
    assert list(find_amounts_abroad(text, language)) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "um 7 bis 10 Prozent"),
        ("de", "um 7–10 Prozent"),
        ("fr", "entre 7 et 10 pour cent"),
        ("es", "entre 7 y 10 por ciento"),
    ],
)
def test_a_range_has_two_ends(language: str, text: str) -> None:
    low, high = find_amounts_abroad(text, language)

    assert (low.number, low.unit, high.number, high.unit) == (7, "", 10, "%")


def test_only_numbers_that_may_be_years_count_nothing() -> None:
    found = find_amounts_abroad("1499 Soldaten und 2101 Soldaten", "de")

    assert [amount.number for amount in found] == [1499, 2101]


def test_the_end_of_a_longer_word_says_nothing_of_a_number() -> None:
    for words in ("por lo menos", "alrededor de"):
        (amount,) = find_amounts_abroad(f"ta{words} 40 por ciento", "es")
        assert (amount.start, amount.bound) == (len(f"ta{words} "), Bound.EXACT)


def test_a_row_of_ranges_without_end_is_read() -> None:
    assert list(find_amounts_abroad("1-2-" * 5_000, "de")) == []
    assert list(find_amounts_abroad("7 bis 8 " * 5_000, "de")) == []


def test_languages_are_told_by_their_code() -> None:
    assert is_comma_language("de-AT")
    assert not is_comma_language("en")
    assert not is_comma_language("ja")


@given(
    st.text(alphabet="0123456789,.$% –-’bisundMillionEuro\u202f", max_size=60),
    st.sampled_from(["de", "fr", "es", "pt", "it", "ru"]),
)
def test_places_lie_in_the_text_and_do_not_overlap(text: str, language: str) -> None:
    done = 0
    for amount in find_amounts_abroad(text, language):
        assert done <= amount.start < amount.end <= len(text)
        done = amount.end
