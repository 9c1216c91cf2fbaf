"""PDF files give their paragraphs in reading order, with their pages."""

import io
from collections.abc import Sequence
from pathlib import PurePath

import pytest
from reportlab.pdfgen.canvas import Canvas

from briefing.cleaning import clean
from briefing.errors import SourceError
from briefing.readers import read

LEFT = [f"left line {number} of the report on the harbour," for number in range(12)]
RIGHT = [f"right line {number} of the report on the strait," for number in range(12)]


def pdf(*pages: Sequence[tuple[float, float, str]]) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=True)
    for page in pages:
        canvas.setFont("Helvetica", 11)
        for left, top, words in page:
            canvas.drawString(left, top, words)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def text(data: bytes) -> str:
    return read(data, PurePath("x.pdf"))[0].text


def test_columns_are_read_one_after_the_other() -> None:
    rows = [
        (left, 700 - 13 * at, words)
        for at, pair in enumerate(zip(LEFT, RIGHT, strict=True))
        for left, words in zip((50, 320), pair, strict=True)
    ]

    found = text(pdf([(50, 780, "A heading over both columns of the page"), *rows]))

    assert found.index(LEFT[-1]) < found.index(RIGHT[0])
    assert found.startswith("A heading")


def test_a_word_that_a_line_end_parts_is_whole_again() -> None:
    found = text(
        pdf([(50, 700, "The harbour office said that the pro-"), (50, 687, "gramme goes on.")])
    )

    assert "programme goes on." in found


def test_running_heads_are_told_apart_and_pages_are_kept() -> None:
    pages = [
        [
            (50, 800, "The Harbour Gazette"),
            (50, 700, f"The words that stand on page {number} are about the port of Moss."),
            (290, 30, str(number)),
        ]
        for number in (1, 2, 3)
    ]
    source = clean(read(pdf(*pages), PurePath("x.pdf"))[0])

    quoted = [
        source.text[part.start : part.end] for part in source.segments if part.kind != "boilerplate"
    ]
    assert not any("Gazette" in words for words in quoted)
    assert source.page_number(source.text.index("page 2 are")) == 2
    assert source.page_number(source.text.index("page 3 are")) == 3


def test_text_that_nobody_sees_is_left_out_and_told() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=True)
    canvas.drawString(50, 700, "The harbour office said that the port will reopen.")
    hidden = canvas.beginText(50, 600)
    hidden.setTextRenderMode(3)
    hidden.textLine("Unseen words")
    canvas.drawText(hidden)
    canvas.save()
    article = read(buffer.getvalue(), PurePath("x.pdf"))[0]

    assert "Unseen" not in article.text
    assert any("nobody sees" in notice.text for notice in article.notices)


def raw_pdf(*objects: str) -> bytes:
    """A file of `objects` numbered from 1; readers mend the missing table of them."""
    parts = [f"{number} 0 obj\n{each}\nendobj\n" for number, each in enumerate(objects, 1)]
    return ("%PDF-1.7\n" + "".join(parts) + "trailer\n<</Root 1 0 R>>\n%%EOF").encode()


def stream(words: str, entries: str = "") -> str:
    return f"<</Length {len(words)}{entries}>>stream\n{words}\nendstream"


def one_page(shown: str, resources: str, *objects: str) -> bytes:
    """A page that shows `shown`; `objects` are numbered from 5."""
    page = (
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<<{resources}>>>>"
    )
    tree = ("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>")
    return raw_pdf(*tree, page, stream(shown), *objects)


@pytest.mark.parametrize(("first", "told"), [("0041", False), ("0061", True), ("0047", True)])
def test_a_font_that_calls_its_letters_others_is_told(first: str, told: bool) -> None:
    mapping = f"begincmap 1 beginbfrange <41> <5a> <{first}> endbfrange endcmap"
    data = one_page(
        "BT /F 12 Tf 72 700 Td (HARBOUR WORKS) Tj ET",
        "/Font<</F 5 0 R>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
        stream(mapping),
    )
    notices = [notice.text for notice in read(data, PurePath("x.pdf"))[0].notices]

    assert any("other names" in notice for notice in notices) is told


def test_forms_within_forms_are_refused() -> None:
    depth = 5
    forms = [
        stream(
            "/X Do " * 10,
            f"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X {6 + at} 0 R>>>>",
        )
        for at in range(depth)
    ]
    last = stream("0 0 1 1 re f", "/Type/XObject/Subtype/Form/BBox[0 0 9 9]")

    with pytest.raises(SourceError, match="forms within forms"):
        read(one_page("/X Do", "/XObject<</X 5 0 R>>", *forms, last), PurePath("x.pdf"))


_STORY = [
    "The port of Moss will reopen in May after two years of repairs, the council said on Tuesday.",
    "Fishermen had asked for a longer pier, but the council found no money for it this year, it says.",
    "The harbour office expects some forty ships a month at first, half of what came before the storm.",
]


def _printed(title: str, *, named: str = "") -> bytes:
    """A page as a browser prints it, head and foot on a single page."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=True)
    canvas.setTitle(named)
    canvas.setFont("Helvetica", 8)
    canvas.drawString(20, 820, f"5/4/24, 8:15 AM {title} | Harbour Gazette")
    canvas.drawString(20, 14, "https://gazette.example/2024/port 1/1")
    canvas.setFont("Helvetica", 11)
    rows = ["Home", "News", "Weather", title, "Read the latest of our letters", *_STORY]
    for at, words in enumerate(rows):
        canvas.drawString(50, 760 - 30 * at, words)
    canvas.save()
    return buffer.getvalue()


@pytest.mark.parametrize("named", ["", "Port of Moss is to reopen in May | Harbour Gazette"])
def test_what_a_browser_prints_at_the_edges_is_no_headline_and_names_it(named: str) -> None:
    source = clean(
        read(_printed("Port of Moss is to reopen in May", named=named), PurePath("p.pdf"))[0]
    )

    assert source.title == "Port of Moss is to reopen in May"
    assert source.url == "https://gazette.example/2024/port"


def test_a_title_that_is_nowhere_printed_is_not_believed() -> None:
    data = _printed("Port of Moss is to reopen in May", named="Microsoft Word - Document17 final")

    assert "Word" not in (clean(read(data, PurePath("p.pdf"))[0]).title or "")


def test_running_heads_do_not_part_an_article() -> None:
    pages = [
        [(50, 810, "Harbour Gazette, 3 May"), (50, 700, f"{number}. {_STORY[number % 3]}")]
        for number in range(6)
    ]
    source = clean(read(pdf(*pages), PurePath("p.pdf"))[0])

    assert len(source.body()) == 6


def test_quotation_marks_that_a_program_renamed_are_told() -> None:
    words = "Follow the <harbour plan,= the mayor said, and <the quay= comes first."
    (article,) = read(pdf([(50, 700, words)]), PurePath("p.pdf"))

    assert any("other names" in notice.text for notice in article.notices)
