"""A document that changes is built anew to the very file, regions and all, that it has when built first."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from briefing.model.document import (
    Block,
    BulletList,
    Citation,
    Cite,
    Contents,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Quotation,
    Quoted,
    Reference,
    Role,
    SourceLink,
    SourceList,
    Table,
    Text,
)
from briefing.model.passage import Excerpt, Passage
from briefing.writers.pdf import Press, parting, write_pdf
from briefing.writers.pdf.keeping import Keeper
from briefing.writers.pdf.paging import Layout
from briefing.writers.pdf.setting import Setter

WORDS = (
    "the harbour office gave notice that a survey of the channel would be published by may ".split()
)


def said(number: int, count: int) -> str:
    """So many words, others for each number."""
    return " ".join([WORDS[at * (number + 3) % 16] for at in range(count)]) + f" {number}."


def cite(number: int) -> Cite:
    link = SourceLink(number % 9, (Text(f"[{number % 9}]"),))
    return Cite((Citation(1, "s", (Text(said(number, 9 + number % 30)), link)),))


def quotation(number: int) -> Quotation:
    words = said(number, 40 + number % 50)
    excerpt = Excerpt(Passage("s", number * 1000, number * 1000 + len(words)), words)
    lead = (Text(said(number, 3)),)
    return Quotation((Quoted(excerpt, "en"), cite(number)), lead, changed=number % 3 == 0)


def paragraph(number: int) -> Paragraph:
    role = (Role.BODY, Role.JUDGMENT, Role.LEAD)[number % 3]
    return Paragraph((Text(said(number, 5 + number % 150)), cite(number), Text(" שלום.")), role)


def table(number: int) -> Table:
    head = ((Text("Day"),), (Text("Said"),))
    rows = tuple(((), (Text(said(at, 12)), cite(at))) for at in range(number % 9 + 1))
    return Table(head, rows, (0.3, 0.7))


def sources(number: int) -> SourceList:
    """Of nine sources all but one, so that links to that one lead nowhere."""
    kept = [at for at in range(9) if at != number % 12]
    return SourceList(tuple(Reference(at, f"s{at}", (Text(said(at, 12)),)) for at in kept))


KINDS: list[Callable[[int], Block]] = [
    quotation, quotation, quotation, paragraph, paragraph, table, sources,
    lambda number: Heading(number % 3 + 1, (Text(said(number, 4)),), f"h{number}"),
    lambda number: BulletList(((paragraph(number),), (paragraph(number + 1),))),
    lambda number: Paragraph((Text(said(number, 4)),), Role.TITLE),
    lambda _: PageBreak(),
    lambda _: Contents(2),
]  # fmt: skip
BLOCKS = st.builds(
    lambda kind, number: KINDS[kind](number),
    st.integers(0, len(KINDS) - 1),
    st.integers(0, 400),
)
STEPS = st.tuples(st.floats(0, 1), st.integers(0, 2), st.lists(BLOCKS, max_size=2))


def document(blocks: list[Block], title: str = "Channel") -> Document:
    return Document(title, "en", date(2024, 5, 3), tuple(blocks), "Channel", marking="TLP:RED")


def follow(blocks: list[Block], steps: list[tuple[float, int, list[Block]]]) -> None:
    """Build `blocks`, and anew after each of `steps`: where, how many blocks go, which come."""
    press = Press()
    assert press.write(document(blocks)) == write_pdf(document(blocks), live=True)
    for share, lost, new in steps:
        at = round(share * len(blocks))
        blocks = [*blocks[:at], *new, *blocks[at + lost :]]
        assert press.write(document(blocks)) == write_pdf(document(blocks), live=True)


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(BLOCKS, max_size=40), st.lists(STEPS, max_size=6))
def test_any_changes_give_the_file_that_a_fresh_build_gives(
    blocks: list[Block], steps: list[tuple[float, int, list[Block]]]
) -> None:
    follow(blocks, steps)


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 300), st.lists(STEPS, min_size=3, max_size=5))
@example(0, [(0.0, 1, []), (1.0, 0, [quotation(7)]), (0.5, 2, []), (0.0, 0, [PageBreak()])])
def test_so_do_changes_of_a_long_document(
    seed: int, steps: list[tuple[float, int, list[Block]]]
) -> None:
    """Notes have one, two and three digits there, and pages come and go."""
    follow([KINDS[at % 7](seed + at) for at in range(110)], steps)


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 300), st.lists(STEPS, min_size=3, max_size=5))
def test_so_do_changes_of_a_document_whose_pages_are_parted(
    seed: int, steps: list[tuple[float, int, list[Block]]]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parting, "LONG", 4)
        follow([KINDS[at % 7](seed + at) for at in range(50)], steps)


def test_a_list_whose_notes_come_to_have_more_digits_is_set_anew() -> None:
    """Those of the table are 5 to 11 before, 6 to 12 after: the ends have as many digits."""
    blocks: list[Block] = [*map(quotation, range(4)), table(6)]

    follow(blocks, [(0.0, 0, [quotation(9)])])


def test_another_title_of_the_document_is_a_document_of_its_own() -> None:
    blocks: list[Block] = [paragraph(3)]
    press = Press()
    press.write(document(blocks))

    assert press.write(document(blocks, "Quay")) == write_pdf(document(blocks, "Quay"), live=True)


def test_pages_meet_again_behind_a_change_that_takes_as_much_room() -> None:
    """They are the same pages, not only like ones."""
    setter = Setter(document([Paragraph((Text(said(at, 60)),)) for at in range(90)]))
    pieces = Keeper(setter).pieces()
    layout = Layout(setter.house.height)
    before = layout.lay(pieces)
    after = layout.lay([*pieces[:40], pieces[41], pieces[40], *pieces[42:]])

    assert after[-1] is before[-1]
    assert [page is old for page, old in zip(after, before, strict=True)].count(False) < 3
