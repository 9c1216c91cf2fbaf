"""What is laid over a finished PDF: pages turned, marks across them, stamps, notes typed upon words."""

import pytest

from briefing.verify.paper import Paper
from briefing.verify.pdf import read_pdf
from briefing.verify.pdf_binding import load_pdfium
from briefing.verify.pdf_laid import without_comments
from tests.verify.raw_pdf import raw_pdf, shown

WORDS = "The port of Moss will reopen in May."
PLAIN = shown(WORDS)
NEXT = shown("It has been closed since March.", y=685)


def texts(paper: Paper) -> list[str]:
    return [it.text for it in paper.paragraphs if it.text]


def with_entry(data: bytes, entry: str) -> bytes:
    """`data` with a further entry in its page; its table of places is then made anew by the reader."""
    return data.replace(b"/Contents", f"{entry}/Contents".encode())


def annotated(kind: str, more: str = "", at: str = "150 697 200 712") -> Paper:
    """One page with one annotation, `kind`, over some of its words."""
    note = f"<</Type/Annot/Subtype/{kind}/Rect[{at}]/Contents(gently){more}>>"
    return read_pdf(with_entry(raw_pdf(PLAIN, more=(note,)), "/Annots[6 0 R]"), closely=True)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_was_turned_is_read_as_it_stood(turn: int) -> None:
    data = with_entry(raw_pdf(PLAIN + NEXT), f"/Rotate {turn}")

    assert texts(read_pdf(data, closely=True)) == [f"{WORDS} It has been closed since March."]


@pytest.mark.parametrize("first", [True, False], ids=["below the text", "above it"])
def test_a_mark_across_the_page_is_no_part_of_its_text(first: bool) -> None:
    mark = "BT /F 70 Tf 0.7 0.7 -0.7 0.7 80 580 Tm (DRAFT) Tj ET\n"
    paper = read_pdf(raw_pdf(mark + PLAIN + NEXT if first else PLAIN + NEXT + mark))

    assert texts(paper) == [f"{WORDS} It has been closed since March."]
    assert paper.pages == (("page 1", "DRAFT"),)
    assert paper.findings == ()


@pytest.mark.parametrize("first", [True, False], ids=["below the text", "above it"])
def test_a_huge_word_upon_the_lines_is_no_part_of_the_text(first: bool) -> None:
    mark = "BT /F 60 Tf 80 670 Td (DRAFT) Tj ET\n"
    paper = read_pdf(raw_pdf(mark + PLAIN + NEXT if first else PLAIN + NEXT + mark))

    assert texts(paper) == [f"{WORDS} It has been closed since March."]
    assert paper.pages == (("page 1", "DRAFT"),)
    assert paper.findings == ()


def test_such_a_word_is_known_where_a_page_has_no_lines_below_it() -> None:
    mark = "BT /F 60 Tf 80 670 Td (DRAFT) Tj ET\n"
    paper = read_pdf(raw_pdf(PLAIN + NEXT + mark, further=shown("It opens.", y=500) + mark))

    assert texts(paper) == [f"{WORDS} It has been closed since March.", "It opens."]


def test_a_huge_initial_is_a_letter_of_its_text() -> None:
    initial = "BT /F 40 Tf 72 672 Td (T) Tj ET\n"
    lines = shown("he port of Moss will", x=100) + shown("reopen in May.", x=100, y=685)

    assert "T" in "".join(texts(read_pdf(raw_pdf(initial + lines))))


def test_a_page_that_stands_aslant_as_a_whole_is_read() -> None:
    paper = read_pdf(raw_pdf(f"0.97 0.26 -0.26 0.97 250 0 cm {PLAIN}"))

    assert "".join(texts(paper)).replace(" ", "") == WORDS.replace(" ", "")


def test_white_words_on_a_dark_shape_are_seen_in_a_page_laid_on_another() -> None:
    inner = f"0 0 0 rg 0 590 300 30 re f {shown('white on black', y=600, before='1 1 1 rg')}"
    form = (
        "<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Matrix[1 0 0 1 50 20]"
        f"/Resources<</Font<</F 5 0 R>>>>/Length {len(inner)}>>stream\n{inner}\nendstream"
    )
    data = raw_pdf(f"{PLAIN} /X Do", ">>/XObject<</X 6 0 R", (form,))

    paper = read_pdf(data, closely=True)

    assert [what for it in paper.paragraphs for what in it.unseen] == []
    assert texts(paper) == [WORDS, "white on black"]


def test_words_set_piece_by_piece_keep_their_spaces_where_one_reaches_over_the_last() -> None:
    pieces = [(72, "“"), (74, "A"), (86, "port")]
    content = "".join(shown(words.replace("“", "\x8d"), x) for x, words in pieces)

    assert texts(read_pdf(raw_pdf(content)))[0].endswith("A port")


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        pytest.param("FreeText", "an annotation lays “gently” over “Moss will reopen”", id="typed"),
        pytest.param("Stamp", "an annotation lays “gently” over “Moss will reopen”", id="stamped"),
        pytest.param(
            "StrikeOut", "“Moss will reopen” is struck through by an annotation", id="struck"
        ),
    ],
)
def test_what_an_annotation_does_to_words_is_told(kind: str, told: str) -> None:
    paper = annotated(kind)

    assert [(it.kind, it.text, it.grave) for it in paper.findings] == [("annotation", told, True)]


def test_words_typed_beside_the_text_are_told_without_blame() -> None:
    paper = annotated("FreeText", at="150 500 200 520")

    assert [(it.text, it.grave) for it in paper.findings] == [
        ("an annotation puts “gently” on the page", False)
    ]


@pytest.mark.parametrize("kind", ["Highlight", "Underline", "Text", "Link"])
def test_a_reader_who_marks_or_comments_words_lays_nothing_over_them(kind: str) -> None:
    assert annotated(kind).findings == ()


def test_an_annotation_that_is_hidden_lays_nothing_over_words() -> None:
    assert annotated("StrikeOut", "/F 2").findings == ()


@pytest.mark.parametrize(
    ("kind", "left"),
    [
        pytest.param("Text", 0, id="the sign of a comment"),
        pytest.param("Text/AP<</N 5 0 R>>", 1, id="what somebody drew for it"),
        pytest.param("Square", 1, id="a shape"),
    ],
)
def test_only_the_sign_that_a_viewer_draws_for_a_comment_is_taken_off(kind: str, left: int) -> None:
    note = f"<</Type/Annot/Subtype/{kind}/Rect[72 699 122 708]/Contents(Is it so?)>>"
    data = with_entry(raw_pdf(PLAIN), f"/Annots[{note}]")
    pdf = load_pdfium()
    document = pdf.FPDF_LoadMemDocument64(data, len(data), None)
    page = pdf.FPDF_LoadPage(document, 0)

    without_comments(pdf, page)

    assert pdf.FPDFPage_GetAnnotCount(page) == left
    pdf.FPDF_ClosePage(page)
    pdf.FPDF_CloseDocument(document)
