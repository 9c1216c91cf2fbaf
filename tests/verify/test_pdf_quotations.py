"""Quotations of a printed file are made out however a house sets them."""

from collections.abc import Iterable

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from briefing.verify.paper import Paper, Part
from briefing.verify.pdf import read_pdf
from briefing.verify.pdf_pieces import is_overrun
from briefing.verify.pdf_run import Run
from tests.verify.raw_pdf import raw_pdf, shown

ITALIC = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Oblique>>"
PROSE = "The channel was measured by two boats of the port"
FIRST = "The port of Moss will stay closed while men measure the"
THEN = "channel and count the barges that went down in it and"
LAST = "will reopen in May."


def small(words: str, x: float, y: float) -> str:
    return f"BT /F 9 Tf {x} {y} Td ({words}) Tj ET\n"


def quoted(lines: Iterable[tuple[float, str]], y: float, font: str = "G", note: int = 1) -> str:
    """Lines that begin at the places given, with a raised number behind the last."""
    *above, (x, last) = lines
    operators = "".join(
        f"BT /{font} 12 Tf {left} {y - 14 * at} Td ({words}) Tj ET\n"
        for at, (left, words) in enumerate(above)
    )
    below = y - 14 * len(above)
    return operators + f"BT /{font} 12 Tf {x} {below} Td ({last}) Tj 5 Ts /F 7 Tf ({note}) Tj ET\n"


def placed(share: float) -> list[tuple[float, str]]:
    """The three lines, `share` of the room that each leaves before it."""
    widths = {one: stringWidth(one, "Helvetica-Oblique", 12) for one in (FIRST, THEN, LAST)}
    widths[LAST] += stringWidth("1", "Helvetica", 7)
    return [(120 + share * (330 - width), one) for one, width in widths.items()]


def read(content: str) -> Paper:
    prose = "".join(shown(f"{PROSE} {at}.", y=780 - 14 * at) for at in range(3))
    note = "BT /F 8 Tf 72 80 Td (1 Gazette, para. 1.) Tj ET\n"
    return read_pdf(raw_pdf(prose + content + note, "/G 6 0 R", (ITALIC,)))


@pytest.mark.parametrize("font", ["F", "G"])
def test_what_ends_in_a_note_below_a_smaller_line_is_quoted_without_being_set_in(font: str) -> None:
    lead = small("Ada Moss, in Harbour Gazette, 2 May 2024", 72, 690)

    paper = read(lead + quoted([(72, FIRST), (72, LAST)], 676, font))

    assert [(it.part, it.text) for it in paper.paragraphs][-2:] == [
        (Part.LEAD, "Ada Moss, in Harbour Gazette, 2 May 2024"),
        (Part.QUOTATION, f"{FIRST} {LAST}"),
    ]
    assert paper.paragraphs[0].part is Part.BODY


def test_what_ends_in_no_note_is_no_quotation_whatever_stands_above() -> None:
    content = (
        small("Ada Moss, in Harbour Gazette", 72, 690)
        + quoted([(72, LAST)], 676, "F")
        + small("6 sources were read.", 72, 640)
        + shown("Of these five are cited.", y=626)
    )

    paper = read(content)

    assert [it.part for it in paper.paragraphs if "cited" in it.text] == [Part.BODY]


def test_notes_of_prose_make_no_quotations_where_no_smaller_line_stands_above() -> None:
    content = quoted([(72, FIRST), (72, LAST)], 690, "F")

    assert {it.part for it in read(content).paragraphs} == {Part.BODY}


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([(90, FIRST), (72, THEN), (72, LAST)], id="the first line set in"),
        pytest.param([(90, FIRST), (108, THEN), (108, LAST)], id="the first line set out"),
        pytest.param(placed(0.5), id="centred"),
        pytest.param(placed(1), id="at the right"),
    ],
)
def test_a_quotation_is_whole_wherever_its_lines_begin(lines: list[tuple[float, str]]) -> None:
    paper = read(small("Harbour Gazette, 2 May 2024", lines[0][0], 690) + quoted(lines, 676))

    assert paper.paragraphs[-1].text == f"{FIRST} {THEN} {LAST}"
    assert paper.paragraphs[-1].part is Part.QUOTATION
    assert paper.paragraphs[-2].part is Part.LEAD


def test_a_short_line_before_one_that_begins_elsewhere_is_a_paragraph_of_its_own() -> None:
    content = shown("He left.", x=90, y=690) + shown("The next day he came.", y=676)

    assert [it.text for it in read(content).paragraphs][-3:-1] == [
        "He left.",
        "The next day he came.",
    ]


@pytest.mark.parametrize(
    ("x", "y", "ends"),
    [
        pytest.param(72, 690, True, id="below and further back"),
        pytest.param(210, 690, False, id="below and further on"),
        pytest.param(72, 697, False, id="further back on the line"),
    ],
)
def test_a_line_that_nothing_ends_is_ended_by_what_stands_below(
    x: float, y: float, *, ends: bool
) -> None:
    last = Run("two words", 72, 700, 12, 200, "F", 0, None)

    assert is_overrun(last, Run("more", x, y, 12, x + 30, "F", 0, None)) is ends


@pytest.mark.parametrize(
    ("label", "font", "part"),
    [
        pytest.param("Depth: ", "B", Part.BODY, id="a bold label"),
        pytest.param("Depth: ", "G", Part.QUOTATION, id="a colon among plain words"),
        pytest.param("Depth ", "B", Part.QUOTATION, id="bold words without a colon"),
    ],
)
def test_an_item_whose_bullet_is_drawn_is_known_by_its_label(
    label: str, font: str, part: Part
) -> None:
    bold = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold>>"
    items = "".join(
        f"BT /{font} 12 Tf 120 {y} Td ({label}) Tj /G 12 Tf ({LAST}) Tj 5 Ts /F 7 Tf ({at}) Tj 0 Ts ET\n"
        for at, y in enumerate((600, 550), 1)
    )
    note = "BT /F 8 Tf 72 80 Td (1 Gazette, para. 1.) Tj ET\n"
    prose = "".join(shown(f"{PROSE} {at}.", y=780 - 14 * at) for at in range(3))
    paper = read_pdf(raw_pdf(prose + items + note, "/G 6 0 R/B 7 0 R", (ITALIC, bold)))

    found = [line for line in paper.paragraphs if line.marks]
    assert {line.part for line in found} == {part}
    if part is Part.BODY:
        assert [line.text[slice(*line.quoted[0])] for line in found] == [LAST, LAST]


def test_where_a_page_has_hardly_a_margin_its_last_lines_are_read() -> None:
    lines = "".join(shown(f"{PROSE} {at}.", y=780 - 14 * at) for at in range(54))
    foot = "BT /F 8 Tf 72 20 Td (Printed on Monday) Tj ET\n"

    paper = read_pdf(raw_pdf(lines + foot))

    assert paper.paragraphs[-1].text.endswith(f"{PROSE} 53.")
    assert paper.pages == (("page 1", "Printed on Monday"),)
