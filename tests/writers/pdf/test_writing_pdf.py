"""The PDF as a whole: what every page carries, and documents that nobody would write."""

import ctypes
import os
import pickle
import re
import subprocess
import sys
from datetime import date
from io import BytesIO

import pypdfium2 as pdfium
import pytest
from fontTools.ttLib import TTFont
from msgspec.structs import replace
from pypdfium2 import raw

from briefing.model.document import (
    Block,
    BulletList,
    Citation,
    Cite,
    Contents,
    Document,
    Heading,
    Inline,
    PageBreak,
    Paragraph,
    Quotation,
    Quoted,
    Role,
    SourceList,
    Strong,
    Table,
    Text,
)
from briefing.model.look import Look
from briefing.model.output import RegionKind
from briefing.model.passage import Excerpt, Passage
from briefing.resources import asset
from briefing.writers.pdf import Press, count_pages, write_pdf
from briefing.writers.pdf.atoms import Breaking
from briefing.writers.pdf.faces import house_face
from briefing.writers.pdf.items import Item, Piece, TableRow
from briefing.writers.pdf.keeping import Keeper
from briefing.writers.pdf.lines import Lines, set_lines
from briefing.writers.pdf.look import SERIF, dress
from briefing.writers.pdf.paging import Page, paginate
from briefing.writers.pdf.runs import Run
from briefing.writers.pdf.setting import Setter

HARBOUR = (
    "The harbour authority said that dredging of the northern channel would begin before the "
    "winter storms, provided that the contractor delivers the second barge in time. "
)


PAGE = dress(Look()).page


def document(*blocks: Block, marking: str | None = None) -> Document:
    return Document("Channel", "en-GB", date(2024, 5, 3), blocks, "Channel", marking=marking)


def cite(words: str = "Gazette, para. 1.") -> Cite:
    return Cite((Citation(1, "s", (Text(words),)),))


def laid_out(whole: Document, gaps: float = 1.0) -> list[Page]:
    setter = Setter(whole)
    return paginate(Keeper(setter).pieces(), setter.house.height, gaps)


def words(piece: Piece, line: int = 0) -> str:
    """What a line of an item without links says, kerning undone."""
    assert isinstance(piece, Item)
    shown = piece.lines.shown[line]
    return said(shown) if isinstance(shown, bytes) else ""


def said(shown: bytes) -> str:
    return b"".join(re.findall(rb"\(((?:[^()\\]|\\.)*)\)", shown)).decode("cp1252", "replace")


def rows_of(block: Block) -> list[TableRow]:
    made = Keeper(Setter(document(block))).pieces()
    return [piece for piece in made if isinstance(piece, TableRow)]


def nested(depth: int) -> BulletList:
    inner: tuple[Block, ...] = (Paragraph((Text(HARBOUR),)),)
    return BulletList(((*inner, nested(depth - 1)) if depth else inner,))


@pytest.mark.parametrize(
    "blocks",
    [
        pytest.param((), id="nothing"),
        pytest.param((Paragraph(()), Quotation(()), SourceList(())), id="empty blocks"),
        pytest.param((Paragraph((Text("x" * 5000),)),), id="a word of 5,000 letters"),
        pytest.param((Paragraph((Text("ش" * 5000),)),), id="an Arabic word of 5,000 letters"),
        pytest.param((Paragraph((Text("אב-12(ab) " * 900),)),), id="both directions at length"),
        pytest.param(
            (Paragraph((Text("\u200c\u200dا\u064b\u0301 ـ\u200d"),)),), id="joiners alone"
        ),
        pytest.param((Paragraph((Text(HARBOUR * 400),)),), id="10,000 words"),
        pytest.param((Paragraph((Text("Quay"), *[cite()] * 400)),), id="400 notes in a paragraph"),
        pytest.param((Paragraph((Text("Quay"), cite(HARBOUR * 200))),), id="a note of pages"),
        pytest.param(
            (Table(((Text("A"),), (Text("B"),)), (((Text(HARBOUR * 120),), ()),), (0.2, 0.8)),),
            id="a table row of 3,000 words",
        ),
        pytest.param(
            (Table(((Text(HARBOUR * 60),),), (((Text("low"),),),) * 3, (1.0,)),),
            id="a table head of pages",
        ),
        pytest.param((nested(6),), id="lists six deep"),
        pytest.param(
            (Paragraph((Text("a\x00\ud800\u200b\u00ad\u202eb\U0010ffff"),)),), id="controls"
        ),
        pytest.param((PageBreak(), PageBreak(), Contents(3)), id="breaks alone"),
    ],
)
def test_write_pdf_lays_out_what_nobody_would_write(blocks: tuple[Block, ...]) -> None:
    assert write_pdf(document(*blocks, marking="OFFICIAL")).data.startswith(b"%PDF-")


@pytest.mark.parametrize(
    "block",
    [
        pytest.param(
            Table(((Text("Head"),),) * 14, (((Text("Dredging" * 3),),) * 14,) * 3, (0.5,) * 14),
            id="a table of 14 columns that asks for seven pages",
        ),
        pytest.param(Paragraph((Text("x" * 5000),)), id="a word of 5,000 letters"),
        pytest.param(Paragraph((Text("ش" * 5000),)), id="an Arabic word of 5,000 letters"),
        pytest.param(Paragraph((Text("Quay"), *[cite()] * 400)), id="400 notes on a page"),
        pytest.param(Paragraph((Text("שלום NATO (12), " * 200),)), id="both directions"),
    ],
)
def test_nothing_stands_outside_the_margins(block: Block) -> None:
    with pdfium.PdfDocument(write_pdf(document(block)).data) as pdf:
        boxes = [
            page.get_charbox(at)
            for page in (sheet.get_textpage() for sheet in pdf)
            for at in range(page.count_chars())
        ]

    wide, _ = PAGE
    assert len(boxes) > 400
    assert min(left for left, *_ in boxes) > 60
    assert max(right for _, _, right, _ in boxes) < wide - 60


@pytest.mark.parametrize("words", [1, 40, 400], ids=["short", "middling", "long"])
def test_pages_hold_no_more_than_they_have_room_for(words: int) -> None:
    cited = (Text(HARBOUR), cite(HARBOUR * words), Text(HARBOUR * 3), cite())
    blocks: tuple[Block, ...] = (Paragraph(cited), Heading(1, (Text("Quay"),), "q"))

    pages = laid_out(document(*blocks * 6))

    assert max(page.used + page.note_height - page.height for page in pages) <= 10.0


def test_every_note_stands_once_and_in_order() -> None:
    pages = laid_out(document(*[Paragraph((Text(HARBOUR), cite()))] * 60))

    on_pages = [[n.number for piece, *_ in page.parts for n in piece.notes] for page in pages]
    at_feet = [[note.anchor for note, start, *_ in page.notes if not start] for page in pages]
    assert at_feet == [[f"note-{number}" for number in numbers] for numbers in on_pages]
    assert sum(map(len, at_feet)) == 60


@pytest.mark.parametrize("lines", range(0, 44, 2))
def test_no_heading_and_no_lead_is_left_alone_at_the_foot_of_a_page(lines: int) -> None:
    filler = [Paragraph((Text("Line."),)) for _ in range(lines)]
    told = Quotation((Text(HARBOUR * 2),), (Text("Gazette"),))
    heading = Heading(1, (Text("Quay"),), "quay")
    lead = Paragraph((Text("What is said?"),), Role.LEAD)

    pages = laid_out(document(*filler, heading, lead, told))

    feet = [words(page.parts[-1][0], page.parts[-1][2] - 1) for page in pages[:-1]]
    assert [text for text in feet if text.startswith(("Quay", "What is", "Gazette"))] == []


@pytest.mark.parametrize("count", range(20, 60))
def test_two_lines_of_a_paragraph_stay_together_at_either_end(count: int) -> None:
    blocks = [Paragraph((Text("Line."),))] * count + [Paragraph((Text(HARBOUR * 4),))]

    for page in laid_out(document(*blocks)):
        for piece, start, end, _ in page.parts:
            assert end - start >= min(piece.count, 2)


@pytest.mark.parametrize("widths", [(0.2, 0.8), (0.9, 0.9), (2.0, 0.1), (0.05,) * 40])
def test_a_table_is_never_wider_than_the_text(widths: tuple[float, ...]) -> None:
    cells = ((Text("responsibilities of the harbour"),),) * len(widths)
    setter = Setter(document(Table(cells, (cells,), widths)))

    rows = [piece for piece in Keeper(setter).pieces() if isinstance(piece, TableRow)]

    ends = [cell.x + cell.lines.wide for row in rows for cell in row.cells]
    assert max(ends) <= setter.house.measure + 1.0
    assert len(rows) == 2


def test_pages_tell_where_each_heading_lies() -> None:
    first, second = Heading(1, (Text("One"),), "one"), Heading(1, (Text("Two"),), "two")

    assert write_pdf(document(first, PageBreak(), second)).pages == (("one", 1), ("two", 2))


def test_a_character_no_font_has_is_named() -> None:
    (notice,) = write_pdf(document(Paragraph((Text("quay \U0010fff0"),)))).notices

    assert "U+10FFF0" in str(notice)


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_same_tree_gives_the_same_bytes(seed: str) -> None:
    blocks = (Heading(1, (Text("Quay"),), "q"), Paragraph((Text(HARBOUR * 3), cite())))
    code = (
        "import pickle, sys; from briefing.writers.pdf import write_pdf;"
        "sys.stdout.buffer.write(write_pdf(pickle.load(sys.stdin.buffer)).data)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=pickle.dumps(document(*blocks)),
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        check=True,
    )

    assert done.stdout == write_pdf(document(*blocks)).data


def test_regions_tell_where_excerpts_citations_and_headings_lie() -> None:
    words = Excerpt(Passage("s", 0, len(HARBOUR)), HARBOUR)
    quoted = Quotation((Quoted(words), cite()))
    blocks = (Heading(1, (Text("Quay"),), "q"), PageBreak(), quoted)
    regions = write_pdf(document(*blocks), live=True).regions

    assert [(region.kind, region.page) for region in regions] == [
        (RegionKind.HEADING, 1),
        (RegionKind.EXCERPT, 2),
        (RegionKind.CITATION, 2),
    ]
    assert regions[1].passage == words.passage
    assert regions[2].sources == ("s",)
    assert 0 < regions[1].left < regions[1].right < PAGE[0]
    assert 0 < regions[1].top < regions[1].bottom < PAGE[1]


def test_a_press_gives_the_same_file_as_a_fresh_build() -> None:
    """A paragraph taken out shifts the numbers of the notes behind it."""
    blocks = [Paragraph((Text(f"{at} {HARBOUR * 5}"), cite(f"Note {at}"))) for at in range(30)]
    press = Press()
    press.write(document(*blocks))

    for fewer in (blocks[1:], blocks[:12] + blocks[13:], blocks):
        assert press.write(document(*fewer)) == write_pdf(document(*fewer), live=True)


def set_alone(text: str, measure: float = 400.0, *, justified: bool = False) -> Lines:
    run = Run(text, SERIF, 10.0, "#000000")
    return set_lines((run,), Breaking(measure=measure, justified=justified))


def places(text: str) -> dict[str, float]:
    """Where each letter of the only line of a document stands."""
    return places_in(Paragraph((Text(text),)))


def places_in(block: Block) -> dict[str, float]:
    """Where each letter of the only line of `block` stands."""
    with pdfium.PdfDocument(write_pdf(document(block)).data) as pdf:
        page = pdf[0].get_textpage()
        read = page.get_text_range().partition("\r")[0]
        return {one: page.get_charbox(at)[0] for at, one in enumerate(read)}


def test_a_mark_that_is_wider_than_its_column_leads_to_one_note() -> None:
    cells = ((Text("Quay"), cite()), (Text("Pier"), cite()))
    table = Table(cells, (cells,) * 60, (0.001, 0.9))

    assert [note.item.count for row in rows_of(table) for note in row.notes] == [1] * 122


@pytest.mark.parametrize(
    "name", ["岸田文雄", "김정은", "习近平", "محمد", "נתניהו", "Владимир", "Kōbe"]
)
def test_names_of_many_scripts_have_a_font(name: str) -> None:
    assert write_pdf(document(Paragraph((Text(name),)))).notices == ()


def faces(data: bytes, words: str) -> set[str]:
    """The names of the faces that `words` are shown in, on the first page."""
    pdf = pdfium.PdfDocument(data)
    page = pdf[0].get_textpage()
    start = page.get_text_range().index(words)
    name, flags = ctypes.create_string_buffer(99), ctypes.c_int()
    found = set()
    for at in range(start, start + len(words)):
        raw.FPDFText_GetFontInfo(page, at, name, 99, flags)
        found.add(name.value.decode().rpartition("+")[2])
    pdf.close()
    return found


@pytest.mark.parametrize(
    "inlines",
    [
        (Strong((Text("Barge"),)), Text(" came.")),
        (Strong((Text("Barge"),)),),
        (Text("The "), Strong((Text("Barge"),))),
        (Strong((Text("Barge"),)), Text(f" came. {HARBOUR * 3}")),
    ],
)
def test_strong_words_are_strong_wherever_they_stand(inlines: tuple[Inline, ...]) -> None:
    written = write_pdf(document(BulletList(((Paragraph(inlines),),)))).data
    assert faces(written, "Barge") == {"SourceSerif4-SemiBold"}
    if isinstance(inlines[-1], Text):
        assert faces(written, "came") == {"SourceSerif4-Regular"}


def test_a_house_look_changes_page_and_colours() -> None:
    blocks = (Heading(1, (Text("Quay"),), "q"), Paragraph((Text(HARBOUR * 9),)))
    look = Look(page="Letter", left=160.0, right=160.0, accent="#801020", heads="serif", size=9.0)
    setter = Setter(replace(document(*blocks), look=look))
    heading, text = Keeper(setter).pieces()

    assert setter.house.page == (612.0, 792.0)
    assert isinstance(heading, Item)
    assert isinstance(text, Item)
    assert heading.style.colour == "#801020"
    assert max(widths(text)) < 612 - 320 + 6


def widths(item: Item) -> list[float]:
    """The widths of an item's lines, had each been set alone."""
    lines = [words(item, at).replace("\xad", "-").strip() for at in range(item.count)]
    run = Run("", item.style.font, item.style.size, "#000000")
    return [set_lines((replace(run, text=line),), Breaking(1e6)).wide for line in lines]


def test_a_last_page_of_few_lines_is_spared() -> None:
    """Whatever the number of paragraphs, no short last page could have been saved."""
    seen = 0
    for count in range(8, 24):
        blocks = [Paragraph((Text(HARBOUR),))] * count
        loose = laid_out(document(*blocks))
        spared = loose[-1].used < loose[-1].height * 0.1 and len(loose) > 1

        assert count_pages(document(*blocks)) == len(loose) - spared
        seen += spared
    assert seen


def test_a_broken_logo_is_left_out_and_said() -> None:
    look = Look(logo=b"\x89PNG\r\n\x1a\nnothing")
    (notice,) = write_pdf(replace(document(Paragraph((Text("Quay"),))), look=look)).notices

    assert "logo" in str(notice)


def test_a_house_font_sets_a_run_that_begins_with_a_space() -> None:
    own = house_face("Own.ttf", asset("fonts/SourceSerif4-Regular.ttf").read_bytes())
    runs = [Run(text, own, 10.0, "#000000") for text in ("one", " two")]

    assert set_lines(runs, Breaking(400.0)).wide > 0


def test_a_house_font_is_kerned_as_it_says_itself() -> None:
    """The same font as a house's own and as one the program brings."""
    name = "SourceSerif4-Regular"
    own = house_face(f"{name}.ttf", asset(f"fonts/{name}.ttf").read_bytes())
    apart = [
        set_lines((Run(HARBOUR, font, 10.0, "#000000"),), Breaking(1e6)) for font in (name, own)
    ]

    # The program leaves out the least kerns, and joins letters.
    assert apart[0].wide == pytest.approx(apart[1].wide, rel=0.005)


def test_a_house_font_need_not_have_a_space_at_which_no_line_ends() -> None:
    font = TTFont(BytesIO(asset("fonts/SourceSerif4-Regular.ttf").read_bytes()))
    for table in font["cmap"].tables:
        table.cmap.pop(0xA0, None)
    made = BytesIO()
    font.save(made)
    own = house_face("Spaceless.ttf", made.getvalue())
    wide = [
        set_lines((Run(f"12{space}ships", own, 10.0, "#000000"),), Breaking(1e6)).wide
        for space in (" ", "\N{NO-BREAK SPACE}")
    ]

    assert wide[0] == pytest.approx(wide[1], abs=0.2)
