"""Page numbers of the Word file: its lines, its pages, and LibreOffice's count beside ours."""

import io
import re
import subprocess
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from statistics import mean

import pypdfium2
import pytest
from msgspec.structs import replace

from briefing.model.brief import Brief
from briefing.model.document import Cite, Document, Strong, Text
from briefing.model.look import FontFile, Look
from briefing.resources import asset
from briefing.workflow.build import build
from briefing.workflow.order import Order
from briefing.writers.word import write_docx
from briefing.writers.word.lines import break_lines
from briefing.writers.word.measures import Shape
from briefing.writers.word.paging import Stretch, page_numbers
from tests.house.code import ROOT
from tests.judges import judge
from tests.writers.houses import HOUSES

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


def test_columns_stand_abreast_and_a_page_break_leaves_them() -> None:
    column = Stretch(1, 90)
    end, after = Stretch(1, 90, anchor="end"), Stretch(1, 90, anchor="after", new_page=True)

    assert page_numbers([column, end, after], lambda _: 100.0, 2) == {"end": 1, "after": 2}
    assert page_numbers([column, column, end], lambda _: 100.0, 2) == {"end": 2}


def test_each_page_has_its_own_room() -> None:
    lines = [Stretch(1, 10, anchor=str(number)) for number in range(6)]
    found = page_numbers(lines, lambda page: 20.0 if page == 1 else 30.0)

    assert list(found.values()) == [1, 1, 2, 2, 2, 3]


def test_lone_lines_stand_where_the_house_allows_them() -> None:
    end = Stretch(1, 10, anchor="end")
    allowed = Stretch(4, 10, lone_lines=True)

    assert _pages(Stretch(9, 10), allowed, Stretch(6, 10), end) == {"end": 2}
    assert _pages(Stretch(9, 10), Stretch(4, 10), Stretch(6, 10), end) == {"end": 3}


def test_a_style_that_begins_a_page_leaves_what_stands_before_it() -> None:
    before = Stretch(1, 10, keep_next=True, anchor="before")

    assert _pages(before, Stretch(1, 10, new_page=True, anchor="chapter")) == {
        "before": 1,
        "chapter": 2,
    }


def test_a_row_taller_than_a_page_ends_nothing() -> None:
    assert _pages(Stretch(1, 300), Stretch(1, 10, anchor="a")) == {"a": 2}


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """The full briefing of the samples that come with the program."""
    target = tmp_path_factory.mktemp("samples") / "x.json"
    order = Order(Brief(date=date(2026, 11, 24)), (ROOT / "seeds" / "articles",), (target,))
    return build(order).document


@pytest.fixture(scope="module")
def shorter(tmp_path_factory: pytest.TempPathFactory) -> list[Document]:
    """The same with fewer excerpts, and with two of its themes."""
    target = tmp_path_factory.mktemp("shorter") / "x.json"
    briefs = (
        Brief(date=date(2026, 11, 24), limit=3),
        Brief(date=date(2026, 11, 24), themes=("china", "industry")),
    )
    return [
        build(Order(brief, (ROOT / "seeds" / "articles",), (target,))).document for brief in briefs
    ]


def test_libreoffice_counts_the_same_pages(document: Document, tmp_path: Path) -> None:
    files = {
        "ours": write_docx(document).data,
        "own fonts": write_docx(replace(document, look=_with_own_fonts())).data,
    }
    for told, counted in _beside_libreoffice(files, tmp_path).values():
        # Not all: LibreOffice leaves a heading behind when a note pushes the words below it on.
        assert _right(told, counted) >= 0.9
        assert all(abs(ours - theirs) <= 1 for ours, theirs in zip(told, counted, strict=True))


def _with_own_fonts() -> Look:
    names = ("Regular", "Italic", "SemiBold", "SemiBoldItalic")
    files = [f"SourceSerif4-{name}.ttf" for name in names]
    return Look(text_fonts=tuple(FontFile(n, asset(f"fonts/{n}").read_bytes()) for n in files))


def test_libreoffice_counts_the_same_pages_in_houses(
    document: Document, shorter: list[Document], tmp_path: Path
) -> None:
    """In columns the contents are plain lines: LibreOffice sets a table of contents apart there.

    Uneven columns are counted as if they were as wide as each other.
    """
    files = {
        f"{name} {number}": write_docx(one, reference=HOUSES[name]()).data
        for name in METRIC
        for number, one in enumerate((document, *shorter))
    }
    found = _beside_libreoffice(files, tmp_path)
    shares = {
        name: mean(_right(*pages) for key, pages in found.items() if key.startswith(name))
        for name in METRIC
    }

    assert {name: share for name, share in shares.items() if share < 0.7} == {}
    assert mean(shares.values()) >= 0.9


METRIC = (
    "tall head", "tall first page", "wide margins", "exact lines", "three columns",
    "uneven columns", "small grid",
)  # fmt: skip
"""Houses in fonts for which this machine has others as wide."""


def _right(told: list[int], counted: list[int]) -> float:
    assert told
    return sum(ours == theirs for ours, theirs in zip(told, counted, strict=True)) / len(told)


def _beside_libreoffice(
    files: Mapping[str, bytes], folder: Path
) -> dict[str, tuple[list[int], list[int]]]:
    """The page numbers in the contents of each file, and those that LibreOffice comes to."""
    for font in ("Carlito", "Caladea", "Liberation Serif"):
        if not subprocess.run([judge("fc-list"), font], capture_output=True, check=True).stdout:
            pytest.skip(f"a font as wide as Word's is not on this machine: {font}")
    paths = [folder / f"{name}.docx" for name in files]
    for path, data in zip(paths, files.values(), strict=True):
        path.write_bytes(_with_plain_contents(data) if "columns" in path.stem else data)
    subprocess.run(
        [judge("soffice"), "--headless", f"-env:UserInstallation=file://{folder}/profile",
         "--convert-to", "pdf", "--outdir", str(folder), *map(str, paths)],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    found = {}
    for name, data in files.items():
        told = [int(page) for page in re.findall(r"PAGEREF.*?<w:t [^>]*>(\d+)</w:t>", _body(data))]
        marks = pypdfium2.PdfDocument(folder / f"{name}.pdf").get_toc()
        found[name] = (told, [mark.get_dest().get_index() + 1 for mark in marks])
    return found


def _body(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read("word/document.xml").decode()


def _with_plain_contents(data: bytes) -> bytes:
    """The same lines, but no field around them."""
    told = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(told, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                content = _CONTENTS.sub(lambda found: _FIELD.sub(b"", found[1]), content)
            new.writestr(name, content)
    return told.getvalue()


_CONTENTS = re.compile(
    rb"<w:sdt><w:sdtPr><w:docPartObj>.*?<w:sdtContent>(.*?)</w:sdtContent></w:sdt>", re.DOTALL
)
_FIELD = re.compile(
    rb'<w:r><w:fldChar w:fldCharType="\w+"/></w:r>|<w:r><w:instrText[^>]*>[^<]*</w:instrText></w:r>'
)
