"""The command line speaks the language of the environment; what programs read is the same in all."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from briefing import words
from briefing.cli.commands.verify import COUNTED
from tests.house.code import ROOT

ARTICLES = str(ROOT / "seeds" / "articles")
UNKNOWN = ["themes", "show", "no-such-thing"]


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    words.use(None)


def _run(arguments: list[str], language: str) -> subprocess.CompletedProcess[str]:
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))
    }
    return subprocess.run(
        [sys.executable, "-m", "briefing", *arguments], env={**kept, "LANG": language},
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


@pytest.mark.parametrize("language", [code for code in words.languages() if code != "en"])
def test_a_fault_is_told_in_the_language_of_the_environment(language: str) -> None:
    told = _run(UNKNOWN, f"{language}.UTF-8")
    words.speak([language])
    fault = words.say("there is no theme “{name}”", name="no-such-thing")

    assert fault != "there is no theme “no-such-thing”"
    assert told.stderr.startswith(f"briefing: error: {fault}.")
    assert told.returncode == _run(UNKNOWN, "C").returncode


def test_what_programs_read_is_the_same_in_every_language() -> None:
    arguments = ["excerpts", ARTICLES, "--limit", "1", "--json", "--quiet"]
    english = _run(arguments, "C.UTF-8").stdout

    assert "speaks of" in english
    assert {_run(arguments, code).stdout for code in words.languages()} == {english}


@pytest.mark.parametrize("language", ["", "C", "C.UTF-8", "en_GB.UTF-8", "xx_YY.UTF-8"])
def test_it_is_english_where_nothing_else_is_asked_for(language: str) -> None:
    assert "there is no theme “no-such-thing”" in _run(UNKNOWN, language).stderr


def test_a_word_goes_with_the_number_of_things_it_is_said_of() -> None:
    words.speak(["fr"])

    assert [words.say_many(*COUNTED["proven"], n, count=str(n)) for n in (1, 28)] == [
        "1 prouvée",
        "28 prouvées",
    ]
    assert words.say_many(*COUNTED["missing"], 2, count="2") == "2 absentes"
