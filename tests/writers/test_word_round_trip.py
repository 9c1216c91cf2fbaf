"""LibreOffice opens the file, sets it with its notes, and keeps every word when it saves it again."""

import io
import subprocess
import zipfile
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree

from briefing.model.brief import Brief
from briefing.model.document import Document, Quotation, Quoted, SourceList
from briefing.model.output import WordWishes
from briefing.model.plain import plain_text
from briefing.model.typography import curl
from briefing.workflow.build import build
from briefing.workflow.order import Order
from briefing.writers.word import write_docx
from tests.house.code import ROOT
from tests.judges import judge
from tests.writers.houses import HOUSES

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """The full briefing of the samples that come with the program."""
    target = tmp_path_factory.mktemp("samples") / "x.json"
    order = Order(Brief(date=date(2026, 11, 24)), (ROOT / "seeds" / "articles",), (target,))
    return build(order).document


@pytest.fixture(scope="module")
def saved(document: Document, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Its Word file, opened by LibreOffice and saved again."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "brief.docx").write_bytes(write_docx(document).data)
    _convert(folder, "docx:MS Word 2007 XML", folder / "again")
    return (folder / "again" / "brief.docx").read_bytes()


def _convert(folder: Path, form: str, target: Path) -> None:
    subprocess.run(
        [judge("soffice"), "--headless", f"-env:UserInstallation=file://{folder}/profile",
         "--convert-to", form, "--outdir", str(target), str(folder / "brief.docx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip


def _words(data: bytes, part: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read(part))
    return "".join(node.text or "" for node in root.iter(f"{W}t"))


def test_every_excerpt_is_still_there(document: Document, saved: bytes) -> None:
    words = _words(saved, "word/document.xml")
    excerpts = [
        curl(leaf.excerpt.exact)
        for block in document.blocks
        if isinstance(block, Quotation)
        for leaf in block.inlines
        if isinstance(leaf, Quoted)
    ]

    assert excerpts
    assert [excerpt for excerpt in excerpts if excerpt not in words] == []


def test_every_note_still_has_its_words(document: Document, saved: bytes) -> None:
    before = _words(write_docx(document).data, "word/footnotes.xml")
    after = _words(saved, "word/footnotes.xml")

    assert "".join(after.split()) == "".join(before.split())


def test_every_mark_still_stands_behind_its_words(document: Document, saved: bytes) -> None:
    before, after = (_marked(data) for data in (write_docx(document).data, saved))

    assert len(before) > 10
    assert after == before


def test_the_source_list_still_says_what_it_said(document: Document, saved: bytes) -> None:
    words = "".join(_words(saved, "word/document.xml").split())
    entries = [
        plain_text(reference.entry)
        for block in document.blocks
        if isinstance(block, SourceList)
        for reference in block.references
    ]

    assert len(entries) > 10
    assert [entry for entry in entries if "".join(entry.split()) not in words] == []


def test_in_a_house_with_endnotes_nothing_is_lost_either(
    document: Document, tmp_path: Path
) -> None:
    wishes = WordWishes(endnotes=True, citation_fields="zotero")
    data = write_docx(document, reference=HOUSES["tall head"](), wishes=wishes).data
    (tmp_path / "brief.docx").write_bytes(data)
    _convert(tmp_path, "docx:MS Word 2007 XML", tmp_path / "again")
    again = (tmp_path / "again" / "brief.docx").read_bytes()

    for part in ("word/document.xml", "word/endnotes.xml"):
        old, new = ("".join(_words(told, part).split()) for told in (data, again))
        assert old == new


def test_pages_show_all_words_and_each_note_below_its_mark(
    document: Document, tmp_path: Path
) -> None:
    data = write_docx(document).data
    (tmp_path / "brief.docx").write_bytes(data)
    _convert(tmp_path, "pdf", tmp_path)
    pages = [
        _letters(page.get_textpage().get_text_range())
        for page in pypdfium2.PdfDocument(tmp_path / "brief.pdf")
    ]
    notes = _notes(data)
    lost, astray = [], []
    for words, marks in _marked(data):
        if _letters(words) not in "".join(pages) and not _spans_pages(words, pages):
            lost.append(words)
        for mark in marks:
            ends = _letters(words)[-40:]
            told = _letters(notes[mark])[:40]
            if any(ends in page for page in pages) and not any(
                ends in page and told in page[page.rindex(ends) :] for page in pages
            ):
                astray.append(mark)

    assert lost == []
    # LibreOffice may carry a note that does not fit to the next page.
    assert len(astray) <= 0.05 * len(notes)


def _spans_pages(words: str, pages: list[str]) -> bool:
    """Notes and running title stand between the two parts of a paragraph that goes on."""
    letters = _letters(words)
    return any(
        any(letters[:cut] in page for page in pages)
        and any(letters[cut:] in page for page in pages)
        for cut in range(1, len(letters))
    )


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalpha())


def _notes(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/footnotes.xml"))
    return {str(note.get(f"{W}id")): _text(note) for note in root if note.get(f"{W}type") is None}


def _marked(data: bytes) -> list[tuple[str, list[str]]]:
    """The words of each paragraph that has marks, and the place in the order of each of these."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    found, count = [], 0
    for paragraph in root.iter(f"{W}p"):
        marks = sum(1 for _ in paragraph.iter(f"{W}footnoteReference"))
        if marks:
            found.append((_text(paragraph), [str(count + at) for at in range(1, marks + 1)]))
            count += marks
    return found


def _text(element: etree._Element) -> str:
    return "".join(node.text or "" for node in element.iter(f"{W}t"))


def test_links_to_the_sources_are_still_there(saved: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(saved)) as package:
        body, notes = (package.read(f"word/{name}.xml") for name in ("document", "footnotes"))

    assert body.count(b'w:name="source_') >= 12
    assert notes.count(b'w:anchor="source_') >= 20
