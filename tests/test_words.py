"""What the program says in the language of the person."""

from collections.abc import Iterator

import pytest

from briefing import words
from tests.gui.pseudo import Pseudo, pseudo


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    words.use(None)


def test_a_sentence_is_english_where_nothing_else_is_spoken() -> None:
    assert words.say("{n} of {whole}", n=3, whole=12000) == "3 of 12,000"
    assert words.say("Set { and } as they are") == "Set { and } as they are"
    assert words.say_many("{n} source", "{n} sources", 1) == "1 source"
    assert words.say_many("{n} source of {whom}", "{n} sources of {whom}", 2, whom="a") == (
        "2 sources of a"
    )


def test_a_sentence_is_said_by_the_catalogue_that_is_used() -> None:
    words.use(Pseudo(), "xx")
    assert words.say("&Open {name}", name="letter") == "⟦&Opéñ letter⟧"
    assert words.say_many("{n} excerpt", "{n} excerpts", 1200) == "⟦1,200 éxçérptš~~⟧"
    assert words.spoken() == "xx"


def test_what_has_no_letters_is_the_same_in_every_language() -> None:
    assert pseudo("{n} · {m}") == "{n} · {m}"


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (["C.UTF-8"], "en"),
        (["en_GB.UTF-8", "de"], "en"),
        (["xx_YY", "en"], "en"),
        (["../../etc"], "en"),
        ([""], "en"),
        ([], "en"),
    ],
)
def test_what_is_not_spoken_is_english(wanted: list[str], code: str) -> None:
    words.speak(wanted)
    assert words.spoken() == code


def test_the_first_variable_that_is_set_says_which_languages_are_wanted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    assert words.of_environment() == []
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    assert words.of_environment() == ["fr_FR.UTF-8"]
    monkeypatch.setenv("LANGUAGE", "de_AT:de")
    assert words.of_environment() == ["de_AT", "de"]


def test_no_words_are_no_sentence_in_any_language() -> None:
    words.speak(["de"])
    assert words.spoken() == "de"
    assert words.say("") == ""
