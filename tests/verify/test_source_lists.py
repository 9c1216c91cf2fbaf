"""Briefings set one behind the other: each number means the entry of its own list."""

import pytest

from briefing.model.report import Standing
from briefing.model.source import Source
from briefing.verify.paper import Mark, Paper, Part, Printed
from briefing.verify.proving import prove
from briefing.verify.shelf import Held, Sources

HARBOUR = "The port of Moss will reopen on 4 May."
STRAIT = "Nobody counted the ships in the strait."
SOURCES = tuple(
    Source(name * 16, f"{title}.txt", name * 64, "text/plain", f"{title}\n\n{words}\n", (), title=title)
    for name, title, words in (("a", "The port of Moss", HARBOUR), ("b", "The strait of Moss", STRAIT))
)  # fmt: skip


def two_briefings(first: str, second: str, *, numbers: tuple[int, int] = (1, 1)) -> Paper:
    """A paper of two, each with a quotation and a list of its own."""
    parts = (
        (Part.QUOTATION, first), (Part.ENTRY, "[1] “The port of Moss.”"),
        (Part.QUOTATION, second), (Part.ENTRY, f"[{numbers[1]}] “The strait of Moss.”"),
    )  # fmt: skip
    lines = [
        Printed(text, part, at, f"paragraph {at}",
                (Mark(len(text), str(at)),) if part is Part.QUOTATION else ())
        for at, (part, text) in enumerate(parts, 1)
    ]  # fmt: skip
    return Paper("word", tuple(lines), {"1": f"[{numbers[0]}]", "3": f"[{numbers[1]}]"})


@pytest.mark.parametrize(
    ("first", "second", "standings"),
    [
        pytest.param(HARBOUR, STRAIT, ["proven", "proven"], id="as they are"),
        pytest.param(STRAIT, HARBOUR, ["altered", "altered"], id="exchanged"),
    ],
)
def test_each_briefing_has_its_own_list(first: str, second: str, standings: list[str]) -> None:
    report = prove(two_briefings(first, second), Sources(tuple(map(Held, SOURCES))), "both")

    assert [verdict.standing for verdict in report.verdicts] == [*map(Standing, standings)]
    assert [finding.text for finding in report.findings] == []


def test_a_number_that_the_next_list_lacks_is_looked_for_in_another() -> None:
    paper = two_briefings(STRAIT, HARBOUR, numbers=(2, 2))

    first, second = prove(paper, Sources(tuple(map(Held, SOURCES))), "both").verdicts

    assert (first.standing, second.standing) == (Standing.PROVEN, Standing.ALTERED)
