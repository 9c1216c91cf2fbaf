"""What a PDF file says and does not show, or shows otherwise, is told and not trusted."""

import pytest

from briefing.errors import ProofError
from briefing.verify import pdf_marks
from briefing.verify.paper import Paper, Part
from briefing.verify.pdf import read_pdf
from briefing.verify.pdf_binding import load_pdfium
from briefing.verify.pdf_page import Reading
from tests.verify.raw_pdf import raw_pdf, shown

PLAIN = shown("The port of Moss will reopen in May.")
UPPER_AS_LOWER = (
    "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff>"
    " endcodespacerange 1 beginbfrange <41> <5a> <0061> endbfrange endcmap end"
)
LAYER = "/OCProperties<</OCGs[6 0 R]/D<</OFF[6 0 R]>>>>"


def unseen(paper: Paper) -> list[str]:
    return [what for paragraph in paper.paragraphs for what in paragraph.unseen]


def told(paper: Paper, kind: str) -> list[str]:
    return [finding.text for finding in paper.findings if finding.kind == kind]


@pytest.mark.parametrize(
    ("hidden", "why"),
    [
        pytest.param(shown("not", y=600, before="3 Tr"), "invisible text", id="no ink"),
        pytest.param(shown("not", y=600, before="1 1 1 rg"), "white text", id="white"),
        pytest.param(shown("not", x=5000), "text outside the page", id="outside"),
        pytest.param(
            f"/OC /Off BDC {shown('not', y=600)} EMC", "text that does not show", id="a layer off"
        ),
        pytest.param(
            f"{shown('not', y=600)} 1 1 1 rg 60 590 200 30 re f",
            "text that does not show",
            id="painted over",
        ),
        pytest.param(
            f"q 0 0 10 10 re W n {shown('not', y=600)} Q", "text that does not show", id="clipped"
        ),
    ],
)
def test_what_is_not_seen_is_told_and_not_read(hidden: str, why: str) -> None:
    data = raw_pdf(PLAIN + hidden, more=("<</Type/OCG/Name(Draft)>>",), catalog=LAYER)

    paper = read_pdf(data, closely=True)

    assert unseen(paper) == [f"{why}: “not”"]
    assert [it.text for it in paper.paragraphs if it.text] == [
        "The port of Moss will reopen in May."
    ]


def test_what_is_seen_is_not_suspected() -> None:
    dark = f"0 0 0 rg 60 590 200 30 re f {shown('white on black', y=600, before='1 1 1 rg')}"
    paper = read_pdf(raw_pdf(PLAIN + dark), closely=True)

    assert unseen(paper) == []
    assert paper.findings == ()


@pytest.mark.parametrize("colour", ["1 1 1 rg", "0 0 0 rg", "0.7 0.7 0.7 rg"])
def test_words_that_a_shape_covers_within_a_line_are_told(colour: str) -> None:
    cover = f"{colour} 150 697 60 14 re f"

    (told_of,) = unseen(read_pdf(raw_pdf(PLAIN + cover), closely=True))

    assert told_of.startswith("text that does not show: “The port of Moss")


def test_room_between_words_hides_none() -> None:
    wide = "BT /F 12 Tf 72 700 Td [(The port of) -9000 (Moss)] TJ ET\n"
    bar = "0 0 0 rg 150 697 60 14 re f\n"
    under = f"0.8 0.9 1 rg 60 690 500 30 re f 0 g\n{PLAIN}"

    for content in (wide, wide + bar, under):
        assert unseen(read_pdf(raw_pdf(content), closely=True)) == []


def test_letters_that_a_font_calls_by_other_names_are_told() -> None:
    map_stream = f"<</Length {len(UPPER_AS_LOWER)}>>stream\n{UPPER_AS_LOWER}\nendstream"
    font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>"
    lie = "BT /G 12 Tf 72 600 Td (SHOWN) Tj ET"

    paper = read_pdf(raw_pdf(PLAIN + lie, "/G 7 0 R", (map_stream, font)), closely=True)

    assert told(paper, "deceptive") == [
        "the font Helvetica shows other letters than it says: those that it calls “hnosw”"
    ]


def test_a_font_that_shows_some_letters_as_they_are_is_looked_at_again_for_others() -> None:
    map_stream = f"<</Length {len(UPPER_AS_LOWER)}>>stream\n{UPPER_AS_LOWER}\nendstream"
    font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>"
    true, lie = (f"BT /G 12 Tf 72 600 Td ({words}) Tj ET" for words in ("1847", "47 SHOWN"))

    paper = read_pdf(raw_pdf(true, "/G 7 0 R", (map_stream, font), further=lie), closely=True)

    assert [(it.place, it.text) for it in paper.findings if it.kind == "deceptive"] == [
        (
            "page 2",
            "the font Helvetica shows other letters than it says: those that it calls “hnosw”",
        )
    ]


def test_letters_that_one_sign_shows_together_are_not_looked_at_one_by_one() -> None:
    mapping = UPPER_AS_LOWER.replace("<41> <5a> <0061>", "<41> <41> <00660069>")
    map_stream = f"<</Length {len(mapping)}>>stream\n{mapping}\nendstream"
    font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>"
    data = raw_pdf("BT /G 12 Tf 72 600 Td (Ax silt) Tj ET", "/G 7 0 R", (map_stream, font))
    pdf = load_pdfium()
    document = pdf.FPDF_LoadMemDocument64(data, len(data), None)
    page = pdf.FPDF_LoadPage(document, 0)
    text = pdf.FPDFText_LoadPage(page)

    reading = Reading(pdf, page, text, pdf.FPDFText_CountChars(text))

    assert reading.words.strip() == "fix silt"
    assert [sorted(letters) for letters in reading.letters({}).values()] == [sorted("xsilt")]


def test_words_put_in_the_place_of_others_are_told_and_the_shown_ones_read() -> None:
    said = f"/Span<</ActualText(The port is closed.)>> BDC {PLAIN} EMC"

    paper = read_pdf(raw_pdf(said))

    assert [it.text for it in paper.paragraphs] == ["The port of Moss will reopen in May."]
    (finding,) = told(paper, "deceptive")
    assert finding.startswith("the text says “isclosed”")


def test_a_said_text_of_the_same_letters_is_nothing_to_tell() -> None:
    said = f"/Span<</ActualText(The port of Moss will re-open in May.)>> BDC {PLAIN} EMC"

    assert read_pdf(raw_pdf(said)).findings == ()


def test_two_texts_set_on_one_another_are_told() -> None:
    both = shown("The port will reopen.") + shown("The port will not reopen.", y=701)

    assert told(read_pdf(raw_pdf(both)), "layers") == ["two texts are set on one another"]


def test_a_page_of_too_many_pieces_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_marks, "MOST_PIECES", 3)

    with pytest.raises(ProofError, match="more than 3 pieces"):
        read_pdf(raw_pdf("".join(shown("a word", y=700 - 20 * at) for at in range(5))))


def test_letters_set_after_their_line_stand_in_it() -> None:
    gap = "BT /F 12 Tf 72 700 Td [(The p) -556 (rt of Moss)] TJ ET\n"

    (paragraph,) = read_pdf(raw_pdf(gap + shown("o", x=102.7))).paragraphs

    assert paragraph.text == "The port of Moss"


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        pytest.param(("The Arab/", "Islamic art"), "The Arab/Islamic art", id="behind a slash"),
        pytest.param(("he said </", "tweet>."), "he said </tweet>.", id="behind a sign"),
        pytest.param(("he /", "she said"), "he / she said", id="a slash by itself"),
        pytest.param(
            ("at https://a.example/x_", "y.html"), "at https://a.example/x_y.html", id="address"
        ),
        pytest.param(
            ("at www.a.example.", "Then"), "at www.a.example. Then", id="a sentence's end"
        ),
    ],
)
def test_a_word_that_a_line_parts_is_one(lines: tuple[str, str], whole: str) -> None:
    data = raw_pdf(shown(lines[0]) + shown(lines[1], y=686))

    assert [it.text for it in read_pdf(data).paragraphs] == [whole]


def test_a_citation_at_the_head_of_a_line_within_an_item_begins_no_source_list() -> None:
    data = raw_pdf(shown("\\267 words of two, 2 independent origins,") + shown("[11] [3]", 84, 686))

    (paragraph,) = read_pdf(data).paragraphs

    assert paragraph.part is Part.BODY
    assert paragraph.text.endswith("origins, [11] [3]")


_FIRST = "[(The port) -5000 (reopens)] TJ"
_THEN = "[(of Moss) -6000 (again.)] TJ"


@pytest.mark.parametrize(
    ("first", "then"),
    [
        pytest.param(f"/F 12 Tf 72 700 Td {_FIRST}", f"/G 12 Tf 124 700 Td {_THEN}", id="in order"),
        pytest.param(f"/G 12 Tf 124 700 Td {_THEN}", f"/F 12 Tf 72 700 Td {_FIRST}", id="turned"),
    ],
)
def test_words_of_two_fonts_spread_over_a_line_are_read_in_their_places(
    first: str, then: str
) -> None:
    other = "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>"

    paper = read_pdf(raw_pdf(f"BT {first} ET BT {then} ET", "/G 6 0 R", (other,)))

    assert [one.text for one in paper.paragraphs] == ["The port of Moss reopens again."]
    assert paper.findings == ()


def test_a_word_of_another_font_behind_a_line_that_was_parted_keeps_its_space() -> None:
    other = "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>"
    line = "BT /F 12 Tf 72 700 Td [(The port) -2700 (closed in)] TJ ET "
    behind = "BT /G 12 Tf 122 700 Td [(was) -5300 (2026)] TJ ET"

    (paragraph,) = read_pdf(raw_pdf(line + behind, "/G 6 0 R", (other,))).paragraphs

    assert paragraph.text == "The port was closed in 2026"


def test_only_what_is_set_in_below_an_entry_belongs_to_it() -> None:
    lines = (
        (72, "[1]"), (96, "Ada Moss. The port of Moss. Harbour Gazette, 2 April 2024."),
        (96, "File harbour.txt"), (72, "Not read: other.html: there are no words in the page."),
    )  # fmt: skip
    words = (shown(text, x, 700 - 22 * max(0, at - 1)) for at, (x, text) in enumerate(lines))

    paper = read_pdf(raw_pdf("".join(words)))

    assert [one.part for one in paper.paragraphs] == [Part.ENTRY, Part.ENTRY_NOTE, Part.BODY]
