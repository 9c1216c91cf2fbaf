"""Reported speech without quotation marks: what is a clause, where it ends, and whose it is."""

import pytest

from briefing.analysis.lexicon import CueVerbs
from briefing.analysis.speech import attributions
from briefing.model.findings import Attribution, Form
from tests.sources import make_source

VERBS = CueVerbs(
    frozenset(
        "said says saying told claimed maintained announced declaring suggested insisted denied".split()
    ),
    frozenset("asked called".split()),
)


def _said(*paragraphs: str) -> tuple[Attribution, ...]:
    return attributions(make_source(*paragraphs, publisher=None), VERBS)


def _reported(text: str) -> list[tuple[str | None, str]]:
    return [(item.as_written, item.text) for item in _said(text) if item.form is Form.INDIRECT]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Vance has maintained a high level of readiness in its harbour.", id="a level"
        ),
        pytest.param("Ada Moss claimed victory as the last ballots came in.", id="victory"),
        pytest.param(
            "The board fell short of declaring the flood an emergency.", id="an emergency"
        ),
        pytest.param("Ada Moss claimed ownership of the wharf with all its sheds.", id="ownership"),
        pytest.param(
            "The flood hit the wharf and two pilots said Harbour director Ada Moss.", id="a name"
        ),
        pytest.param(
            "However, witnesses to the storm said that the wharf is lost to the sea.",
            id="of whom nobody can be told",
        ),
    ],
)
def test_a_thing_is_no_clause(text: str) -> None:
    assert _reported(text) == []


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        pytest.param("Ada Moss claimed the wharf was hers by right.", "the wharf was hers by right",
                     id="an auxiliary"),
        pytest.param("Ada Moss claimed the board misled the tenants of the wharf.",
                     "the board misled the tenants of the wharf", id="a past without an end"),
        pytest.param("Ada Moss insisted she’d leave the wharf by summer.",
                     "she’d leave the wharf by summer", id="a pronoun"),
        pytest.param("Ada Moss insisted all along the fire wasn’t her fault.",
                     "all along the fire wasn’t her fault", id="no auxiliary without not"),
        pytest.param("Ada Moss suggested the owners closed the wharf too soon.",
                     "the owners closed the wharf too soon", id="what is done to something"),
        pytest.param("Ada Moss said that, after the fire, the wharf would be sold.",
                     "after the fire, the wharf would be sold", id="that and a comma"),
    ],
)  # fmt: skip
def test_a_clause_has_a_verb_of_its_own(text: str, clause: str) -> None:
    assert _reported(text) == [("Ada Moss", clause)]


def test_what_is_announced_is_told() -> None:
    assert _reported("Ada Moss announced a second inquiry into the fire.") == [
        ("Ada Moss", "a second inquiry into the fire")
    ]


def test_who_claims_a_thing_has_spoken() -> None:
    *_, last = _said(
        "“The wharf is mine,” said Leo Brandt.",
        "On Monday, Leo Brandt claimed the wharf. Then Ada Moss claimed the sheds behind it.",
        "“It will be short,” she said.",
    )

    assert last.speaker == "Ada Moss"


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        pytest.param("Ada Moss said in a letter on Monday that the whole wharf would be sold.",
                     "the whole wharf would be sold", id="where and when"),
        pytest.param("Ada Moss announced late Sunday that they would sell the wharf and its sheds.",
                     "they would sell the wharf and its sheds", id="when"),
        pytest.param("Ada Moss said earlier this year that Leo Brandt had sold the wharf.",
                     "Leo Brandt had sold the wharf", id="a time before that"),
    ],
)  # fmt: skip
def test_where_and_when_it_was_said_is_no_part_of_it(text: str, clause: str) -> None:
    assert _reported(text) == [("Ada Moss", clause)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ada Moss said at a dinner that drew hundreds of guests.", id="which drew"),
        pytest.param("Ada Moss said on the condition that the wharf be sold.", id="a condition"),
        pytest.param(
            "Ada Moss denied this and had hoped that the wharf would be sold.", id="another verb"
        ),
    ],
)
def test_not_every_that_opens_what_was_said(text: str) -> None:
    assert not any(words.startswith(("drew", "the wharf")) for _, words in _reported(text))


def test_a_clause_ends_where_somebody_else_speaks() -> None:
    assert _reported(
        "Experts suggested that the cladding made the fire worse, but the mayor said it was too early "
        "to tell what had done so."
    ) == [
        ("Experts", "the cladding made the fire worse"),
        ("the mayor", "it was too early to tell what had done so"),
    ]


def test_a_clause_goes_on_where_nobody_else_speaks() -> None:
    assert _reported(
        "Ada Moss said the wharf was open, but the sheds behind it would stay closed."
    ) == [("Ada Moss", "the wharf was open, but the sheds behind it would stay closed")]


def test_a_party_behind_a_name_does_not_speak() -> None:
    text = "Jan Brandt, I-Mich., insisted that the wharf was shut to all ships."

    assert _reported(text) == [("Jan Brandt", "the wharf was shut to all ships")]
