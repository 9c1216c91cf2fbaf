"""Who speaks in the five real documents on one event, and on whom they lean."""

from pathlib import Path

import pytest

from briefing.model.findings import Findings
from briefing.workflow.inspect import show_excerpts

LEANING = ("001", "004")
TOGETHER = "Fumio Kishida and Joe Biden"


@pytest.fixture(scope="module")
def findings(shared: Path) -> Findings:
    return show_excerpts([shared / "seeds"], ("command-structure",), 6).findings


@pytest.fixture(scope="module")
def order(shared: Path) -> list[str]:
    return [path.name[:3] for path in sorted((shared / "seeds").iterdir())]


def test_the_paper_behind_the_plan_is_named_by_both_that_lean_on_it(
    findings: Findings, order: list[str]
) -> None:
    leaning = [
        number
        for number, found in zip(order, findings.by_source, strict=True)
        if "Financial Times" in {origin.name for origin in found.origins}
    ]

    assert leaning == list(LEANING)


def test_the_two_that_lean_on_one_paper_are_one_voice(findings: Findings, order: list[str]) -> None:
    number = {found.source: at for at, found in zip(order, findings.by_source, strict=True)}

    assert [[number[one] for one in group] for group in findings.voices] == [
        ["000"], ["001", "004"], ["002"], ["003"],
    ]  # fmt: skip


def test_the_professor_speaks_wherever_he_does(findings: Findings, order: list[str]) -> None:
    said = findings.by_source[order.index("002")].attributions
    his = [item.speaker for item in said if item.as_written == "he"]

    assert len(his) >= 6
    assert set(his) == {"Ryo Hinata-Yamaguchi"}


def test_who_announce_together_are_both_named(findings: Findings, order: list[str]) -> None:
    said = findings.by_source[order.index("002")].attributions

    assert [item.speaker for item in said if item.cue == "announced"] == [TOGETHER]


def test_what_the_leaders_say_of_one_of_them_is_not_his(
    findings: Findings, order: list[str]
) -> None:
    said = findings.by_source[order.index("001")].attributions
    (found,) = [item for item in said if "confirmed" in item.text]

    assert (found.speaker, found.as_written) == (None, "the leaders")


def test_the_exercise_with_another_country_is_carried_by_two(findings: Findings) -> None:
    carried = [claim for claim in findings.claims if "Kingdom" in claim.excerpts[0].exact]

    assert [(len(claim.excerpts), claim.independent_origins) for claim in carried] == [(2, 2)]
