"""Who is given as the source of a clause without quotation marks."""

import pytest

from briefing.analysis.lexicon import CueVerbs
from briefing.analysis.speech import attributions
from briefing.model.findings import Attribution
from tests.sources import make_source

VERBS = CueVerbs(frozenset("said told".split()), frozenset())
FELL = "the bridge fell on Monday night"


def _said(*paragraphs: str) -> tuple[Attribution, ...]:
    return attributions(make_source(*paragraphs, publisher=None), VERBS)


@pytest.mark.parametrize(
    ("text", "source", "clause"),
    [
        pytest.param(f"According to Ada Moss, {FELL}.", "Ada Moss", FELL, id="in front"),
        pytest.param(f"According to Ada Moss, a pilot in Vance, {FELL}.", "Ada Moss", FELL,
                     id="with a role"),
        pytest.param(f"According to the mayor, Ada Moss, {FELL}.", "Ada Moss", FELL, id="behind a role"),
        pytest.param("The bridge fell on Monday night, according to Ada Moss.", "Ada Moss",
                     FELL.replace("the", "The"), id="behind"),
        pytest.param("The bridge fell on Monday night, according to Ada Moss, but nobody was hurt.",
                     "Ada Moss", FELL.replace("the", "The"), id="and the sentence goes on"),
        pytest.param(f"According to Ada Moss, the port, which is old, was shut when {FELL}.", "Ada Moss",
                     f"the port, which is old, was shut when {FELL}", id="no role but the clause"),
        pytest.param(f"According to police, Leo Brandt, 36, was hurt when {FELL}.", "police",
                     f"Leo Brandt, 36, was hurt when {FELL}", id="of whom they tell"),
        pytest.param(f"It was stormy and, according to Ada Moss, {FELL}.", "Ada Moss", FELL, id="within"),
        pytest.param("The bridge fell on Monday night, according to people familiar with the plans.",
                     "people familiar with the plans", FELL.replace("the", "The"), id="several"),
        pytest.param("The bridge fell on Monday night, according to the harbour ministry.",
                     "the harbour ministry", FELL.replace("the", "The"), id="a body"),
    ],
)  # fmt: skip
def test_the_source_and_its_clause(text: str, source: str, clause: str) -> None:
    assert [(one.as_written, one.text) for one in _said(text)] == [(source, clause)]


@pytest.mark.parametrize(
    "behind",
    [
        "a report by the Harbour Board",
        "Harbour Board data",
        "the Harbour Board (HB) filing",
        "an affidavit filed in court",
        "early results of polls for the Harbour Board",
        "the law",
        "the Harbour Act",
        "plans that were drawn by Ada Moss",
    ],
)
def test_papers_and_figures_are_nobody(behind: str) -> None:
    assert _said(f"The bridge fell on Monday night, according to {behind}.") == ()
    assert _said(f"According to {behind}, {FELL}.") == ()


def test_what_goes_on_behind_the_source_is_not_cut_in_two() -> None:
    assert _said("The bridge, according to Ada Moss, was closed when the storm began.") == ()


def test_a_clause_behind_the_source_is_no_role() -> None:
    said = _said(f"According to Ada Moss, {FELL}.", "“It was old,” said Moss.")

    assert [(one.speaker, one.role) for one in said] == [("Ada Moss", None)] * 2


def test_the_source_is_who_speaks_next() -> None:
    said = _said(f"According to Leo Brandt, {FELL}. “It was old,” he said.")

    assert [one.speaker for one in said] == ["Leo Brandt", "Leo Brandt"]
