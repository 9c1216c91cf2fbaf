"""What one source says and another denies is carried by neither of them together."""

import pytest

from briefing.analysis.body import Body
from briefing.analysis.claims import shared_claims
from briefing.analysis.evidence import sentences_of
from briefing.analysis.figures import find_figures, read_figures
from tests.sources import make_source

SAID = "The talks between Norland and Sudland ended on Friday with a deal on grain."


@pytest.mark.parametrize(
    ("other", "count"),
    [
        pytest.param("The talks between Norland and Sudland ended on Friday with a grain deal.", 1,
                     id="the same"),
        pytest.param("The talks between Norland and Sudland ended on Friday without a deal on grain.",
                     0, id="without"),
        pytest.param("The talks between Norland and Sudland hadn’t ended on Friday with a deal on grain.",
                     0, id="not"),
        pytest.param("Nobody said that talks between Norland and Sudland ended on Friday with a deal.",
                     0, id="denied before"),
        pytest.param("No news, but the talks between Norland and Sudland ended on Friday with a deal.",
                     1, id="denied of something else"),
    ],
)  # fmt: skip
def test_a_denial_is_no_agreement(other: str, count: int) -> None:
    sources = [make_source(SAID, id="one"), make_source(other, id="other")]
    by_id = {source.id: source for source in sources}

    found = shared_claims(list(map(Body, sources)), dict.fromkeys(by_id, 0), by_id, {}, {})

    assert len(found) == count


@pytest.mark.parametrize(
    ("other", "count"),
    [
        pytest.param("On Friday Norland said that it will buy 40 harbour jets.", 2, id="the same"),
        pytest.param("On Friday Norland said that it will not buy 40 harbour jets.", 1, id="not"),
        pytest.param("Norland said that 40 harbour jets won’t be bought.", 1, id="not, behind it"),
        pytest.param("In Norland the buying of 40 harbour jets was not told of.", 2,
                     id="denied of what is bought"),
        pytest.param("On Friday Norland did not like the 40 harbour jets it will buy.", 2, id="known jets"),
        pytest.param("On Friday Norland denied that 40 harbour jets are bought.", 1, id="denied"),
        pytest.param("Norland will buy no fewer than 40 harbour jets.", 2, id="no limit"),
        pytest.param("Norland, which does not say why, will buy 40 harbour jets.", 2,
                     id="denied of something else"),
    ],
)  # fmt: skip
def test_a_figure_and_its_denial_are_two(other: str, count: int) -> None:
    said = "On Friday Norland told Sudland that it will buy 40 harbour jets."
    sources = [make_source(text, id=text, publisher=text) for text in (said, other)]
    by_id = {source.id: source for source in sources}

    found = find_figures(
        read_figures(sentences_of(list(map(Body, sources)), ())), by_id, {}, {}, frozenset(by_id)
    )

    assert max(figure.independent_origins for figure in found) == count
