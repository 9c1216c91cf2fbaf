"""Phrases are found in their word forms and nowhere else."""

import re

import pytest

from briefing.text.forms import phrase_pattern


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        pytest.param("exercise", "joint exercises", "exercises", id="plural"),
        pytest.param("upgrade", "was upgraded", "upgraded", id="past"),
        pytest.param("plan", "planning staff", "planning", id="doubled consonant"),
        pytest.param("ally", "the allies' ships", "allies'", id="y to ies, possessive"),
        pytest.param("command structure", "Command-structure reform", "Command-structure", id="hyphen"),
        pytest.param("China", "China’s coast guard", "China’s", id="possessive of a name"),
        pytest.param("China", "fine china", None, id="a name keeps its capital"),
        pytest.param("US", "tell us more", None, id="initials keep their capitals"),
        pytest.param("defence industry", "the defense industries", "defense industries", id="US"),
        pytest.param("art", "party", None, id="not inside a word"),
    ],
)
def test_phrase_pattern(phrase: str, text: str, found: str | None) -> None:
    match = re.search(phrase_pattern(phrase), text)

    assert (match and match.group()) == found
