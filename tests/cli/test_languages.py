"""The command line speaks the language of the environment; what programs read is the same in all."""

import os
import subprocess
import sys
from collections.abc import Iterator
from inspect import cleandoc

import click
import pytest
from click.testing import CliRunner

from briefing import words
from briefing.cli.group import briefing
from briefing.cli.run import run
from briefing.cli.showing import sentences_of
from briefing.retold.standings import COUNTED
from tests.gui.pseudo import CLOSES, OPENS, Pseudo
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


def _every(command: click.Command, context: click.Context) -> Iterator[tuple[click.Command, str]]:
    """A command and all below it, each with the help it shows, on one line."""
    with context:
        yield command, " ".join(command.get_help(context).split())
        if isinstance(command, click.Group):
            for name in command.list_commands(context):
                below = command.get_command(context, name)
                assert below is not None
                yield from _every(below, _context(below, name, context))


def _context(
    command: click.Command, name: str, parent: click.Context | None = None
) -> click.Context:
    return click.Context(
        command, info_name=name, parent=parent, terminal_width=400, max_content_width=400
    )


def _explained(command: click.Command) -> Iterator[str]:
    """What stands in the code to explain a command."""
    helps = [command.help, command.epilog]
    helps += [one.help for one in command.params if isinstance(one, click.Option)]
    for text in filter(None, helps):
        yield from sentences_of(cleandoc(text))


@pytest.mark.parametrize("language", [code for code in words.languages() if code != "en"])
def test_no_help_stays_english(language: str) -> None:
    words.speak([language])
    stays, seen = set(), 0
    for command, shown in _every(briefing, _context(briefing, "briefing")):
        for sentence in (*_explained(command), "Usage:", "Example:", "Show this message and exit."):
            seen += 1
            if sentence in shown:
                stays.add(sentence)
            said = words.say(sentence)
            if sentence not in ("Example:", "Show the version and exit."):
                assert said in shown or sentence in stays, (command.name, sentence)

    assert stays == set()
    assert seen > 250


@pytest.mark.parametrize("language", words.languages())
def test_the_first_help_is_told_in_the_language_too(language: str) -> None:
    for arguments in ([], ["--help"]):
        done = _run(arguments, f"{language}.UTF-8")
        words.speak([language])

        assert done.returncode == 0
        assert done.stdout.startswith(words.say("Usage:"))
        assert words.say("Search the library.") in done.stdout


@pytest.mark.parametrize(
    "call",
    [
        "build --nope", "build --librari x", "build --limit 0", "build --limit many", "build --limit",
        "build --citation-fields own", "build --archival=1", "doctor one", "doctor one two",
        "library edition", "uses", "library nope", "themes suggest",
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_call_is_told_in_the_language(
    call: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.cli.run.speak", lambda _: words.use(Pseudo(), "xx"))

    assert run(call.split()) == 2

    told = capsys.readouterr().err.removeprefix("briefing: error: ")
    assert told.startswith(OPENS)
    what = told.rpartition(f" {OPENS}")[0] or told
    for english in (
        "No such",
        "Invalid",
        "Missing",
        "Option",
        "Got",
        "is not",
        "Did you",
        "one of",
    ):
        assert english not in what
    assert told.rstrip().endswith(CLOSES)


def test_the_help_of_a_group_has_whole_sentences() -> None:
    told = CliRunner().invoke(briefing, ["library", "--help"]).output

    assert "what was put in; status 1 if" in told
    assert "..." not in told.split("Commands:")[1]
