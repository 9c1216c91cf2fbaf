"""What several sources carry is printed only if it is whole: begun where it begins, ended where it ends."""

import pytest

from briefing.analysis.body import Body
from briefing.analysis.claims import shared_claims
from tests.sources import make_source


def carried(one: str, other: str) -> list[str]:
    """What two reports carry, one sentence each."""
    sources = [make_source(f"{words}.", id=name) for name, words in (("a", one), ("b", other))]
    told = {source.id: source for source in sources}
    claims = shared_claims(list(map(Body, sources)), dict.fromkeys(told, 0), told, {}, {})
    return [claim.excerpts[0].exact for claim in claims]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "The rebuilding of all piers in Vance has been estimated by the board at nine millions",
            "The rebuilding of all piers in Vance has been estimated to cost nine millions",
            id="an estimate without its amount",
        ),
        pytest.param(
            "The mayors of Vance were plainly tipping in favour of cheap ferries",
            "The mayors of Vance were plainly tipping in favour of larger quays",
            id="what belongs to “of” behind it",
        ),
        pytest.param(
            "They would move the next Vance Board meeting on pier dues, and would decide to close it",
            "They spoke of an early Vance Board meeting on pier dues, and would decide to close it",
            id="a second verb without the subject of the first",
        ),
        pytest.param(
            "Iceland and Norway both announced that cheap ferries carried timber",
            "Denmark and Norway both announced that cheap ferries carried timber",
            id="the last of two who act together",
        ),
        pytest.param(
            "“I have not broken any U.S. rules and regulations, and I have told the board no lies”",
            "“I have not broken any port rules or regulations, and I have told the board no lies”",
            id="behind the letters of a name",
        ),
        pytest.param(
            "Boards often “face harbour problems beyond their own means to address”",
            "Towns rarely “face harbour problems beyond their own means to address”",
            id="half of a sentence in quotation marks",
        ),
        pytest.param(
            "It rained at noon, when a harbour judge blocked the board from closing the pier",
            "It snowed at eight, when a harbour judge blocked the board from closing the pier",
            id="only when something was",
        ),
        pytest.param(
            "He took three ferries in what the harbour church calls “a fair trade”",
            "He took three ferries in what the harbour church calls “an old right”",
            id="what somebody calls something",
        ),
        pytest.param(
            "Boards lend far more than Norway asked before the last fall of timber prices",
            "Boards lend twice more money than Norway asked before the last fall of timber prices",
            id="behind “than”",
        ),
        pytest.param(
            "The board wanted to publish all harbour papers, along with the letters of the mayor",
            "The town asked them to publish all harbour papers, along with the names of ships",
            id="what goes along with something",
        ),
        pytest.param(
            "Ida Lund, who formally opened the harbour inquiry last week, left",
            "Ada Moss, who formally opened the harbour inquiry last week, stayed",
            id="an adverb and no subject",
        ),
        pytest.param(
            "They hold that, as acting harbour master, he could close the pier",
            "They fear that, as acting harbour master, he could close the pier or sell it",
            id="what somebody acts as",
        ),
    ],
)
def test_a_part_of_a_sentence_is_not_carried(one: str, other: str) -> None:
    assert carried(one, other) == []


@pytest.mark.parametrize(
    ("one", "other", "claim"),
    [
        pytest.param(
            "The paper told how Gov. Moss used harbour money to buy ferries",
            "The court heard how Gov. Moss used harbour money to buy ferries",
            "Gov. Moss used harbour money to buy ferries",
            id="the title of a name",
        ),
        pytest.param(
            "The mayor has the power to close old harbours even without the board",
            "The mayor has the power to close old harbours even in winter",
            "The mayor has the power to close old harbours",
            id="without “even”",
        ),
        pytest.param(
            "The board had been looking into the harbour fire for months, one officer said",
            "The board had been looking into the harbour fire for months, one officer told us",
            "The board had been looking into the harbour fire for months",
            id="without who said it",
        ),
        pytest.param(
            "If the mayor wants cheap ferries, let the harbour board decide",
            "If the mayor wants cheap ferries, let the harbour board decide, Moss said",
            "If the mayor wants cheap ferries, let the harbour board decide",
            id="a clause of “if” with what follows of it",
        ),
    ],
)
def test_what_is_carried_is_whole(one: str, other: str, claim: str) -> None:
    assert carried(one, other) == [claim]
