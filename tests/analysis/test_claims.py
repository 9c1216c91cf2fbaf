"""What several sources share, and whether they agree on it."""

import pytest

from briefing.analysis.body import paragraphs
from briefing.analysis.claims import agrees, shared_claims
from briefing.model.findings import Claim
from briefing.model.passage import Excerpt
from tests.sources import make_source


@pytest.mark.parametrize(
    ("words", "enough"),
    [
        pytest.param("abuse of power and obstruction of the council", False, id="only names it"),
        pytest.param("a naval exercise with Iceland", False, id="four words"),
        pytest.param("the harbour board was charged with fraud", True, id="four words and a verb"),
        pytest.param(
            "cheap ferry tickets for pupils, nurses and young teachers", True, id="many words"
        ),
    ],
)
def test_only_who_shares_a_statement_agrees(words: str, enough: bool) -> None:
    excerpt = Excerpt.cut(make_source(words), 0, 0 + len(words))

    assert agrees(Claim((excerpt,), 2)) is enough


@pytest.mark.parametrize("lead", ["Last month", "If", "As no", "Until every"])
def test_a_claim_begins_with_what_leads_it_in(lead: str) -> None:
    shared = "ferry boats carried timber to Iceland"
    sources = [
        make_source(f"{lead} {shared}, {who} said.", id=who) for who in ("Ada Moss", "Leo Brandt")
    ]
    claims = shared_claims(
        [part for source in sources for part in paragraphs(source)],
        {source.id: 0 for source in sources},
        {source.id: source for source in sources},
        {},
        {},
    )

    assert claims[0].excerpts[0].exact.startswith(f"{lead} ferry")
