"""Themes find what they are about, and only that."""

import pytest

from briefing.analysis.theme_files import parse_theme
from briefing.analysis.themes import compile_theme, find_hits
from briefing.errors import RecipeError
from briefing.workflow.catalogue import starter_themes

SHIPS = """
id = "ships"
title = "Ships"
[[match]]
any = ["frigate", "Coast Guard"]
[[match]]
near = ["build", "ship"]
within = 3
[[match]]
all = ["harbour", "toll"]
[[exclude]]
any = ["Coast Guard Road"]
"""


def _words(theme: str, text: str) -> list[str]:
    matcher = compile_theme(parse_theme(theme, "ships.toml"))
    return [hit.words for hit in find_hits(matcher, text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Two frigates sailed.", ["frigates"], id="word form"),
        pytest.param("They built and build new ships.", ["build new ships"], id="near"),
        pytest.param("They build homes far from any old ship.", [], id="too far"),
        pytest.param("The harbour raised its toll.", ["harbour", "toll"], id="all"),
        pytest.param("The harbour was quiet.", [], id="only one of all"),
        pytest.param("A shop on Coast Guard Road.", [], id="excluded"),
        pytest.param("The coast guard left.", [], id="a name keeps its capitals"),
    ],
)
def test_find_hits(text: str, words: list[str]) -> None:
    assert _words(SHIPS, text) == words


@pytest.mark.parametrize(
    ("theme", "text", "answers"),
    [
        pytest.param("china", "Beijing protested.", True, id="capital"),
        pytest.param("china", "A China expert at the institute agreed.", False, id="profession"),
        pytest.param("china", "An expert on China agreed.", False, id="profession, turned"),
        pytest.param("china", "The South China Morning Post said so.", False, id="newspaper"),
        pytest.param("north-korea", "Pyongyang tested a missile.", True, id="capital NK"),
        pytest.param("north-korea", "South Korea agreed.", False, id="the other Korea"),
        pytest.param("command-structure", "A joint task force is planned.", True, id="task force"),
        pytest.param("command-structure", "She has a good command of Greek.", False, id="language"),
        pytest.param("industry", "They will jointly develop a missile.", True, id="develop"),
        pytest.param("industry", "Exports of defence equipment rose.", True, id="British spelling"),
    ],
)
def test_starter_themes(theme: str, text: str, answers: bool) -> None:
    found = {item.id: compile_theme(item) for item in starter_themes()}[theme]

    assert bool(find_hits(found, text, 0, len(text))) is answers


def test_no_words_between_phrases_is_no_distance_and_not_the_usual_one() -> None:
    near = 'id = "a"\ntitle = "A"\n[[match]]\nnear = ["port", "strike"]\n'
    assert parse_theme(near, "a.toml").matches[0].within == 8
    assert parse_theme(f"{near}within = 1\n", "a.toml").matches[0].within == 1

    with pytest.raises(RecipeError, match="line 5: “within” must be a whole number of 1 or more"):
        parse_theme(f"{near}within = 0\n", "a.toml")


def test_parse_theme_tells_all_faults_at_once() -> None:
    text = 'id = "Ships!"\ntitel = "Ships"\n[[match]]\nregex = "("\n'

    with pytest.raises(RecipeError) as told:
        parse_theme(text, "ships.toml")

    for part in (
        "line 1",
        "line 2: unknown key “titel”, did you mean “title”",
        "line 4",
        "ships.toml",
    ):
        assert part in str(told.value)
