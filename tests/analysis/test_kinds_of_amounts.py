"""Pairs of reports that differ in an amount, and their look-alikes that do not."""

from datetime import date

import pytest

from briefing.analysis.analyse import Scope, analyse
from briefing.analysis.lexicon import CueVerbs, Lexicon, Outlets
from briefing.model.findings import Findings
from tests.sources import make_source

LEXICON = Lexicon(Outlets({}), CueVerbs(frozenset({"said"}), frozenset()))
SAID = ", the {} in Vance said on Wednesday."


def _found(*texts: str, days: tuple[int, int] = (5, 5)) -> Findings:
    sources = [
        make_source(
            text,
            id=f"id{at}",
            title="Norland and Moss in Vance",
            publisher=f"Paper {at}",
            published=date(2025, 3, day),
        )
        for at, (text, day) in enumerate(zip(texts, days, strict=True))
    ]
    return analyse(sources, [], LEXICON, Scope(4))


def _differ(one: str, other: str) -> bool:
    return bool(_found(one, other).conflicts)


YARD = "Brandt Yards posted {} of {} for the first quarter of 2025" + SAID.format("shipbuilder")
VOTE = "Ada Moss won the presidential election in Norland with {} of the vote" + SAID
SENT = "Norland will {} soldiers to Moss under the defence pact" + SAID.format("ministry")
SALES = "Brandt Yards {} sales of {} in 2025" + SAID.format("shipbuilder")
COURT = "A court in Vance {} on Wednesday for dumping oil in the port of Moss."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(YARD.format("a net profit", "$340 million"),
                     YARD.format("a net profit", "$290 million"), id="profits"),
        pytest.param(VOTE.format("54 percent", "commission"), VOTE.format("61 percent", "commission"),
                     id="shares of a vote"),
        pytest.param(SENT.format("send 500"), SENT.format("send 900"), id="soldiers"),
        pytest.param(SALES.format("expects", "$5.2 billion"), SALES.format("expects", "$6.1 billion"),
                     id="forecasts"),
        pytest.param(COURT.format("fined Brandt Yards $12 million"),
                     COURT.format("fined Brandt Yards $17 million"), id="fines"),
        pytest.param(COURT.format("fined Brandt Yards $12 million in damages"),
                     COURT.format("fined Brandt Yards $17 million in damages"), id="damages"),
        pytest.param(COURT.format("sentenced Leo Brandt to five years in prison"),
                     COURT.format("sentenced Leo Brandt to nine years in prison"), id="terms"),
    ],
)  # fmt: skip
def test_amounts_of_one_kind_differ(one: str, other: str) -> None:
    assert _differ(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(YARD.format("a net profit", "$340 million"),
                     YARD.format("an operating profit", "$410 million"), id="another profit"),
        pytest.param(COURT.format("sentenced Leo Brandt to five years in prison"),
                     COURT.format("may have sentenced Leo Brandt to 20 years in prison"),
                     id="a term that may be"),
        pytest.param(SENT.format("send 500"), SENT.format("send a total of 900"), id="all of them"),
        pytest.param(SENT.format("send 500"), SENT.format("be 900") .replace("soldiers", "soldiers short"),
                     id="what is lacking"),
        pytest.param(VOTE.format("54 percent", "commission"),
                     VOTE.format("51 percent", "exit poll"), id="an exit poll"),
        pytest.param(VOTE.format("54 percent", "commission"),
                     "With half of the ballots counted, " + VOTE.format("51 percent", "commission"),
                     id="a part of the count"),
        pytest.param(SENT.format("send 900"), SENT.format("first send 300"), id="the first of them"),
        pytest.param(SENT.format("send 900"), SENT.format("send another 300"), id="more of them"),
        pytest.param(SALES.format("expects", "$5.2 billion"),
                     SALES.format("had previously expected", "$4.6 billion"), id="what was so before"),
        pytest.param(COURT.format("fined Brandt Yards $12 million"),
                     COURT.format("told Brandt Yards to pay $17 million in damages"), id="for else"),
    ],
)  # fmt: skip
def test_amounts_of_two_kinds_do_not(one: str, other: str) -> None:
    assert not _differ(one, other)


STORM = "Storm Otto killed {} on the coast of Norland on Wednesday, the ministry in Vance said."


@pytest.mark.parametrize(
    ("other", "differ"),
    [
        pytest.param(STORM.format("31 people"), True, id="another toll"),
        pytest.param(STORM.format("7 people in the province of Moss"), False, id="a province"),
        pytest.param("The toll of storm Otto on the coast of Norland, initially put at 25 dead, is now "
                     "18 dead, the ministry in Vance said.", False, id="what was said at first"),
        pytest.param(STORM.format("18 people") + " A previous count had been of 25 dead.", False,
                     id="a previous count"),
    ],
)  # fmt: skip
def test_a_toll_of_a_part_or_of_before_is_no_other(other: str, *, differ: bool) -> None:
    assert _differ(STORM.format("18 people"), other) is differ


@pytest.mark.parametrize(
    ("report", "overtaken"),
    [
        pytest.param("The bridge between Vance and Moss reopened on Friday after two years of work.", True,
                     id="the same thing"),
        pytest.param("The school between Vance and Moss reopened on Friday after two years of work.", False,
                     id="another thing"),
        pytest.param("The bridge between Vance and Moss reopened last year after two years of work.", False,
                     id="long before"),
    ],
)  # fmt: skip
def test_what_comes_about_by_itself_is_told_by_its_subject(report: str, *, overtaken: bool) -> None:
    plan = "The bridge between Vance and Moss will reopen on Friday, the mayor of Vance said."

    assert bool(_found(plan, report, days=(5, 8)).overtaken) is overtaken
