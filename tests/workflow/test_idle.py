"""A wish for a kind of file that is not written is told, and changes nothing."""

from datetime import date
from pathlib import Path

import pytest

from briefing.model.brief import Brief
from briefing.model.output import WordWishes
from briefing.workflow.idle import idle
from briefing.workflow.order import Order

BRIEF = Brief(date=date(2024, 4, 12))
WORD = WordWishes(endnotes=True, citation_fields="word", styles=(("quotation", "Quote"),))
WISHED = {"reference-doc", "endnotes", "citation-fields", "styles"}


@pytest.mark.parametrize(
    ("outputs", "lost"),
    [
        (["a.docx", "a.pdf"], set()),
        (["a.DOCX"], {"archival"}),
        (["a.pdf", "a.md"], WISHED),
        (["a.html"], {*WISHED, "archival"}),
    ],
)
def test_what_no_output_can_bear_is_told(outputs: list[str], lost: set[str]) -> None:
    order = Order(
        BRIEF, (), tuple(map(Path, outputs)), reference=Path("house.docx"), word=WORD, archival=True
    )

    told = [notice.text for notice in idle(order)]

    assert {text.split("”")[0].strip("“") for text in told} == lost


def test_who_wishes_nothing_is_told_nothing() -> None:
    assert list(idle(Order(BRIEF, (), (Path("a.md"),)))) == []
