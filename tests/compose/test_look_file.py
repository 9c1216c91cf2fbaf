"""Look files: what they say is taken, what they leave out stays, faults are all told at once."""

import pytest

from briefing.compose import parse_look
from briefing.errors import RecipeError
from briefing.model.look import Look


def test_an_empty_file_changes_nothing() -> None:
    look = parse_look("", "look.toml")

    assert (look.page, look.size, look.accent) == ("A4", 10.5, Look().accent)
    assert look.left == pytest.approx(Look().left)


def test_what_the_file_says_is_taken() -> None:
    look = parse_look('page = "Letter"\naccent = "#801020"\nmargin-left = 25.4\n', "look.toml")

    assert (look.page, look.accent) == ("Letter", "#801020")
    assert look.left == pytest.approx(72.0)


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(RecipeError) as raised:
        parse_look('accent = "red"\nsize = 40\nmargin-top = 2\nfont = "x"\n', "look.toml")

    for key in ("accent", "size", "margin-top", "font"):
        assert key in str(raised.value)
