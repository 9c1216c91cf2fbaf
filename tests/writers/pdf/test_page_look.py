"""What the eye of a typographer sees first: figures, numbers, rules, titles, gaps, the head of the page."""

from itertools import pairwise

import pytest
from msgspec.structs import replace

from briefing.model.document import (
    Block,
    BulletList,
    Contents,
    Document,
    Heading,
    Inlines,
    PageBreak,
    Paragraph,
    Quotation,
    Role,
    Table,
    Text,
)
from briefing.model.look import Look, logo_place
from briefing.writers.pdf.columns import columns
from briefing.writers.pdf.items import Item, TableRow
from briefing.writers.pdf.keeping import Keeper
from briefing.writers.pdf.look import dress
from briefing.writers.pdf.paging import paginate
from briefing.writers.pdf.setting import Setter
from tests.writers.pdf.test_writing_pdf import HARBOUR, cite, document, laid_out, words

HOUSE = dress(Look())
LONG_NAME = "Directorate-General for Harbours, Channels and Coastal Waters of the Northern Region"


def cells(*texts: str) -> tuple[Inlines, ...]:
    return tuple((Text(text),) for text in texts)


def items(whole: Document) -> list[Item]:
    return [piece for piece in Keeper(Setter(whole)).pieces() if isinstance(piece, Item)]


def rows(*blocks: Block) -> list[TableRow]:
    return [
        piece for piece in Keeper(Setter(document(*blocks))).pieces() if isinstance(piece, TableRow)
    ]


def test_figures_of_a_column_end_below_each_other() -> None:
    texts = ("7", "1,250", "84")
    made = rows(
        Table(cells("Port", "Ships"), tuple(cells("Quay", one) for one in texts), (0.5, 0.5))
    )

    ends = {round(row.cells[1].x + row.cells[1].lines.wide, 2) for row in made[1:]}

    assert len(ends) == 1


def test_words_of_a_column_begin_below_each_other() -> None:
    made = rows(
        Table(
            cells("Port", "Ships"), (cells("Quay", "7"), cells("Quay", "1,250 ships")), (0.5, 0.5)
        )
    )

    assert len({row.cells[1].x for row in made}) == 1


def test_a_column_that_has_room_to_spare_gives_it_to_one_that_wants_it() -> None:
    table = Table(cells("Ships", "Port"), (cells("7", LONG_NAME),), (0.5, 0.5))

    (_, wide, _), (left, room, _) = columns(table, HOUSE)
    row = rows(table)[1]

    assert wide < HOUSE.measure / 2 < room
    assert row.count == 1
    assert left + room <= HOUSE.measure


def test_columns_that_want_nothing_are_as_wide_as_they_are_said_to_be() -> None:
    found = columns(Table(cells("Ships", "Port"), (cells("7", "Quay"),), (0.3, 0.7)), HOUSE)

    assert [left for left, *_ in found] == pytest.approx([0.0, 0.3 * HOUSE.measure])


def test_a_table_is_closed_by_a_rule_at_its_own_end_and_takes_no_room_of_its_own_for_it() -> None:
    made = rows(Table(cells("Port"), (cells("Quay"), cells("Pier")), (1.0,)))

    assert [row.ends for row in made] == [False, False, True]
    assert made[2].after > made[1].after


@pytest.mark.parametrize("number", [1, 10, 100, 1000])
def test_the_number_of_a_note_never_touches_its_words(number: int) -> None:
    setter = Setter(replace(document(), look=Look(size=16.0)))
    setter.go_on(number - 1, (0, False))
    (item,) = setter._paragraph((Text("Quay"), cite()), setter.house.body, setter.root, 0.0)
    (note,) = item.notes
    label = note.item.label

    assert label is not None
    assert note.number == number
    assert label.x + label.lines.wide + 0.3 * label.style.size < note.item.x


def test_entries_of_lists_are_ragged_and_whole() -> None:
    (item,) = items(document(BulletList(((Paragraph((Text(HARBOUR * 3),)),),))))
    shown = [words(item, line) for line in range(item.count)]

    assert not item.style.justified
    assert not any("\xad" in line for line in shown)
    assert " ".join("".join(shown).split()) == " ".join((HARBOUR * 3).split())


def test_a_title_of_two_lines_has_lines_of_a_like_width() -> None:
    title = "Briefing: Command structure, China, North Korea, the Gulf, Industry"
    (item,) = items(document(Paragraph((Text(title),), Role.TITLE)))

    first, second = (len(words(item, line)) for line in (0, 1))

    assert item.count == 2
    assert abs(first - second) < len(title) * 0.2


def test_no_gap_stands_at_the_head_of_a_page() -> None:
    """Whatever the number of lines before, what follows a page break begins at the head."""
    for count in range(30, 50):
        texts = tuple(Paragraph((Text("Quay"),)) for _ in range(count))
        heads = (Heading(1, (Text("Quay"),), "a"), PageBreak(), Heading(1, (Text("End"),), "b"))
        setter = Setter(document(*texts, Contents(1), *heads))
        pages = paginate(Keeper(setter).pieces(), setter.house.height)

        piece, _, _, down = pages[-1].parts[0]
        assert isinstance(piece, Item)
        assert (words(piece).strip(), down) == ("End", 0.0)


@pytest.mark.parametrize(("entries", "parted"), [(12, False), (24, True)])
def test_contents_are_whole_if_short_and_no_entry_stands_alone(entries: int, parted: bool) -> None:
    seen = 0
    heads = tuple(Heading(1, (Text(f"Part {at}"),), f"h{at}") for at in range(entries))
    for count in range(15, 45):
        texts = (Paragraph((Text("Quay"),)),) * count
        pages = laid_out(document(*texts, Contents(1), PageBreak(), *heads))
        shown = [
            sum(isinstance(piece, Item) and bool(piece.listed) for piece, *_ in page.parts)
            for page in pages
        ]
        assert 1 not in shown
        seen += len([number for number in shown if number]) > 1
    assert bool(seen) is parted


def test_a_heading_right_below_another_stands_closer_to_it() -> None:
    heads = tuple(Heading(level, (Text("Quay"),), f"h{level}") for level in (1, 2))
    _, close = items(document(*heads))
    text = Paragraph((Text("Quay"),))
    *_, wide = items(document(heads[0], text, heads[1]))

    assert close.before < wide.before


def test_a_quotation_ends_in_no_stub_where_its_lines_can_spare_it() -> None:
    text = (
        "The shareholders have approved the takeover with more than ninety percent of the votes cast, two "
        "days after the president and the prime minister in the capital took care not to quarrel over it."
    )
    for cut in range(0, 60, 3):
        made = items(document(Quotation((Text(text[cut:]),))))
        for item in made:
            last = words(item, item.count - 1)
            assert item.count == 1 or len(last.strip()) > 7


@pytest.mark.parametrize("marking", [None, 60.0, 150.0, 300.0])
@pytest.mark.parametrize("size", [(600.0, 150.0), (80.0, 400.0), (1.0, 1.0)])
def test_a_logo_and_a_marking_keep_clear_of_each_other(
    marking: float | None, size: tuple[float, float]
) -> None:
    wide, high, top = logo_place(Look(), size, marking)

    assert wide <= 170.0
    assert high <= 44.0
    assert wide / high == pytest.approx(size[0] / size[1])
    if marking is not None:
        assert top > 40.0 or Look().left + wide < marking


def test_titles_that_fit_a_line_stay_in_one() -> None:
    (item,) = items(document(Paragraph((Text("Briefing: North Korea"),), Role.TITLE)))

    assert item.count == 1


def test_parts_of_a_page_follow_each_other_downwards() -> None:
    table = Table(
        cells("Port", "Ships"), tuple(cells("Quay", str(at)) for at in range(90)), (0.5, 0.5)
    )
    for page in laid_out(document(table, Paragraph((Text(HARBOUR),)))):
        downs = [down for *_, down in page.parts]
        assert all(one < other for one, other in pairwise(downs))
