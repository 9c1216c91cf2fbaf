"""A document read line by line: what each line is, and its notes in their order."""

import pytest

from briefing.model.document import (
    Block,
    BulletList,
    Citation,
    Cite,
    Document,
    Heading,
    Judgment,
    Paragraph,
    Quotation,
    Quoted,
    Reference,
    Role,
    SourceList,
    Table,
    Text,
)
from briefing.model.passage import Excerpt
from briefing.workflow.spoken import Line, Sort, spoken
from tests.sources import make_source

SOURCE = make_source()
WORDS = Quoted(Excerpt.cut(SOURCE, 0, 16))
CITE = Cite((Citation(1, SOURCE.id, (Text("Courier, para. 1."),)),))


def _lines(*blocks: Block) -> tuple[Line, ...]:
    return spoken(Document(title="T", language="en", date=None, blocks=blocks))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("block", "line"),
    [
        pytest.param(Heading(2, (Text("China"),), "china"), Line(Sort.HEADING, "China", 2),
                     id="heading"),
        pytest.param(Paragraph((Judgment("It matters."),)), Line(Sort.OWN, "It matters."),
                     id="own words in a paragraph"),
        pytest.param(Paragraph((Text("It matters."),), Role.JUDGMENT), Line(Sort.OWN, "It matters."),
                     id="a paragraph of judgment"),
        pytest.param(Quotation((WORDS,), (Text("Moss:"),)),
                     Line(Sort.QUOTATION, "The port of Moss", lead="Moss:"), id="quotation"),
        pytest.param(BulletList(((Paragraph((WORDS,)),),)), Line(Sort.WORDS, "The port of Moss"),
                     id="item of a list"),
        pytest.param(Table(((Text("Port"),), (Text("Day"),)), (((Text("Moss"),), (Text("3"),)),),
                           (0.5, 0.5)), Line(Sort.WORDS, "Port: Moss; Day: 3"), id="row of a table"),
        pytest.param(SourceList((Reference(4, SOURCE.id, (Text("Courier."),)),)),
                     Line(Sort.ENTRY, "[4] Courier."), id="entry"),
    ],
)  # fmt: skip
def test_each_line_says_what_it_is(block: Block, line: Line) -> None:
    assert _lines(block) == (line,)


def test_notes_are_numbered_where_they_stand_and_come_last() -> None:
    lines = _lines(Quotation((WORDS, CITE)), Paragraph((WORDS, CITE)))

    assert [line.text for line in lines] == [
        "The port of Moss (note 1)",
        "The port of Moss (note 2)",
        "Notes",
        "1. Courier, para. 1.",
        "2. Courier, para. 1.",
    ]
