"""What one source says and another denies is carried by neither of them together."""

import pytest

from briefing.analysis.body import Body
from briefing.analysis.claims import shared_claims
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
