"""Page numbers of the Word file: its lines, its pages, and LibreOffice's count beside ours."""

import io
import re
import subprocess
import zipfile
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from briefing.model.brief import Brief
from briefing.model.document import Cite, Document, Strong, Text
from briefing.workflow.build import build
from briefing.workflow.order import Order
from briefing.writers.word import write_docx
from briefing.writers.word.lines import break_lines
from briefing.writers.word.measures import Shape
from briefing.writers.word.paging import Stretch, page_numbers
from tests.house.code import ROOT
from tests.judges import judge

SHAPE = Shape("Calibri", 10, 12, 0, 0, 0, 0, 0, keep_next=False, keep_lines=False, cut=0)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        pytest.param("", 100, 1, id="an empty paragraph has a line"),
        pytest.param("harbour " * 4, 200, 1, id="spaces hang over the end"),
        pytest.param("harbour harbour", 50, 2, id="at a space"),
        pytest.param("harbour-harbour", 50, 2, id="behind a hyphen"),
        pytest.param("harbourharbourharbour", 50, 3, id="within a word too wide for a line"),
        pytest.param("港" * 11, 100, 2, id="between East Asian characters"),
    ],
)
def test_lines_break_where_word_breaks_them(text: str, width: float, lines: int) -> None:
    assert break_lines((Text(text),), SHAPE, width).count == lines


def test_bold_words_are_wider() -> None:
    words = Text("harbour" * 400)
    plain, bold = (break_lines(inlines, SHAPE, 118) for inlines in ((words,), (Strong((words,)),)))

    assert plain.count < bold.count


def test_a_note_stands_in_the_line_of_its_mark() -> None:
    first, second = Cite(()), Cite(())
    inlines = (Text("harbour"), first, Text(" " + "harbour " * 20), second)
    told = break_lines(inlines, SHAPE, 100)

    assert [line for line, _ in told.notes] == [0, told.count - 1]


def _pages(*stretches: Stretch) -> dict[str, int]:
    return page_numbers(stretches, lambda _: 100.0)


def test_a_heading_stays_with_what_follows() -> None:
    heading = Stretch(1, 10, keep_next=True, anchor="a")

    assert _pages(Stretch(8, 10), heading, Stretch(5, 10)) == {"a": 2}
    assert _pages(Stretch(7, 10), heading, Stretch(5, 10)) == {"a": 1}


def test_no_line_stands_alone() -> None:
    end = Stretch(1, 10, anchor="end")

    assert _pages(Stretch(9, 10), Stretch(4, 10), Stretch(5, 10), end) == {"end": 2}
    assert _pages(Stretch(9, 10), Stretch(4, 10), Stretch(6, 10), end) == {"end": 3}


def test_notes_take_room_at_the_foot_of_the_page() -> None:
    noted = Stretch(2, 10, notes=((1, 30.0),))

    assert _pages(Stretch(5, 10), noted, Stretch(1, 10, anchor="a")) == {"a": 2}
    assert _pages(Stretch(5, 10), Stretch(2, 10), Stretch(1, 10, anchor="a")) == {"a": 1}


def test_the_larger_of_two_spaces_counts_and_none_at_the_head_of_a_page() -> None:
    spaced = Stretch(1, 10, before=20, after=20, anchor="a")

    assert _pages(Stretch(5, 10, after=20), spaced) == {"a": 1}
    assert _pages(Stretch(8, 10, after=20), spaced, Stretch(7, 10, anchor="b")) == {"a": 2, "b": 2}


def test_neighbours_of_one_contextual_style_have_no_space_between_them() -> None:
    items = [Stretch(1, 10, after=40, style="list")] * 9

    assert _pages(*items, Stretch(1, 10, style="list", anchor="a")) == {"a": 1}
    assert _pages(*items, Stretch(1, 10, anchor="a")) == {"a": 2}


def test_a_row_taller_than_a_page_ends_nothing() -> None:
    assert _pages(Stretch(1, 300), Stretch(1, 10, anchor="a")) == {"a": 2}


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """The full briefing of the samples that come with the program."""
    target = tmp_path_factory.mktemp("samples") / "x.json"
    order = Order(Brief(date=date(2026, 11, 24)), (ROOT / "seeds" / "articles",), (target,))
    return build(order).document


def test_libreoffice_counts_the_same_pages(document: Document, tmp_path: Path) -> None:
    fonts = subprocess.run([judge("fc-list"), "Carlito"], capture_output=True, check=True).stdout
    if not fonts:
        pytest.skip("a font as wide as Calibri is not on this machine (fonts-crosextra-carlito)")
    data = write_docx(document).data
    (tmp_path / "brief.docx").write_bytes(data)
    subprocess.run(
        [judge("soffice"), "--headless", f"-env:UserInstallation=file://{tmp_path}/profile",
         "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "brief.docx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        body = package.read("word/document.xml").decode()
    told = [int(page) for page in re.findall(r"PAGEREF.*?<w:t [^>]*>(\d+)</w:t>", body)]
    counted = [
        mark.get_dest().get_index() + 1
        for mark in pypdfium2.PdfDocument(tmp_path / "brief.pdf").get_toc()
    ]

    right = sum(ours == theirs for ours, theirs in zip(told, counted, strict=True))

    # Not all: LibreOffice leaves a heading behind when a note pushes the words below it on.
    assert right >= 0.9 * len(told) > 0
    assert all(abs(ours - theirs) <= 1 for ours, theirs in zip(told, counted, strict=True))
