"""A recipe says what to make; its faults are told all at once."""

from datetime import date
from pathlib import Path

import pytest

from briefing.errors import RecipeError
from briefing.model.brief import Drop, Note, Pin
from briefing.model.passage import Passage
from briefing.workflow.recipes import read_recipe

WHOLE = """
[brief]
title = "Harbour"
for = "Harbour master"
date = 2024-04-12
marking = "TLP:AMBER"
themes = ["china"]
template = "one-page"
limit = 2
source-list = false
language = "de"
sources = ["articles/"]
outputs = ["out/brief.pdf"]

[[note]]
section = "key-points"
text = "The lock matters more than the toll."

[[pin]]
source = "4f56e7"
start = 10
end = 20
theme = "china"

[[drop]]
source = "4f56e7"
start = 30
end = 40
"""


def _recipe(folder: Path, text: str) -> Path:
    file = folder / "brief.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_recipe_is_an_order(tmp_path: Path) -> None:
    order = read_recipe(_recipe(tmp_path, WHOLE))

    assert order.brief.title == "Harbour"
    assert order.brief.recipient == "Harbour master"
    assert not order.brief.source_list
    assert order.brief.language == "de"
    assert order.brief.date == date(2024, 4, 12)
    assert order.brief.notes == (Note("key-points", "The lock matters more than the toll."),)
    assert order.brief.pins == (Pin(Passage("4f56e7", 10, 20), "china"),)
    assert order.brief.drops == (Drop(Passage("4f56e7", 30, 40)),)
    assert order.sources == (tmp_path.resolve() / "articles/",)
    assert order.outputs == (tmp_path.resolve() / "out/brief.pdf",)


def test_a_day_may_stand_in_quotation_marks(tmp_path: Path) -> None:
    quoted = WHOLE.replace("date = 2024-04-12", 'date = "2024-04-12"')

    assert read_recipe(_recipe(tmp_path, quoted)).brief.date == date(2024, 4, 12)


@pytest.mark.parametrize("day", ['"2024-02-31"', '"12 April"', '""', "true"])
def test_what_is_no_day_is_told(day: str, tmp_path: Path) -> None:
    with pytest.raises(RecipeError, match=r"line 2: “since” must be a day such as 2024-04-12"):
        read_recipe(_recipe(tmp_path, f"[brief]\nsince = {day}\n"))


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    brief = '[brief]\ntitel = "Harbour"\nlimit = "two"\n\n'
    text = brief + '[[pin]]\nsource = "4f"\nend = 3\ntheme = "x"\n'

    with pytest.raises(RecipeError) as told:
        read_recipe(_recipe(tmp_path, text))

    for part in (
        "line 2: unknown key “titel”, did you mean “title”?",
        "line 3: “limit” must be a whole number",
        "line 5: “start” is missing",
    ):
        assert part in str(told.value)


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        pytest.param("", r"needs a \[brief\] table", id="empty"),
        pytest.param("[brief", "not valid TOML", id="broken"),
        pytest.param('[brief]\ntitle = "x\\u0000"', r"line 2: the sign U\+0000", id="a NUL"),
        pytest.param("brief = 3", "must be a table", id="wrong type"),
        pytest.param("a = " + "[" * 5000, "not valid TOML", id="nested deep"),
        pytest.param("[brief]\nlimit = -1", "whole number of 0 or more", id="less than nothing"),
    ],
)
def test_a_faulty_recipe(tmp_path: Path, text: str, trouble: str) -> None:
    with pytest.raises(RecipeError, match=trouble):
        read_recipe(_recipe(tmp_path, text))


def test_names_that_lead_nowhere_are_told_with_the_other_faults(tmp_path: Path) -> None:
    file = tmp_path / "weekly.toml"
    file.write_text(
        '[brief]\ntitel = "x"\nthemes = ["chinna"]\ntemplate = "fulll"\noutputs = ["a.xyz"]\n'
    )

    with pytest.raises(RecipeError) as caught:
        read_recipe(file)

    told = str(caught.value)
    assert all(word in told for word in ("titel", "“china”", "“full”", "a.xyz"))
    assert all(f"line {number}" in told for number in (2, 3, 4, 5))


def test_faults_are_told_in_the_order_of_their_lines(tmp_path: Path) -> None:
    file = _recipe(tmp_path, '[brief]\nlimt = 2\ntitle = 5\n[[note]]\nsection = 1\ntext = ""\n')

    with pytest.raises(RecipeError) as told:
        read_recipe(file)

    lines = [int(part.split(":")[0].split()[-1]) for part in str(told.value).split("; ")]
    assert len(lines) >= 4
    assert lines == sorted(lines)


def test_a_value_of_the_wrong_kind_is_not_called_missing_too(tmp_path: Path) -> None:
    file = _recipe(
        tmp_path, '[brief]\ncitation-style = "apaa"\n[[note]]\nsection = 4\ntext = " "\n'
    )

    with pytest.raises(RecipeError) as caught:
        read_recipe(file)
    assert caught.value.what == (
        "line 2: there is no citation style “apaa”. Did you mean “apa”?; "
        "line 3: “text” is missing; line 4: “section” must be text in quotation marks"
    )
