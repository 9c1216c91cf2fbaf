"""LibreOffice opens the file, sets it with its notes, and keeps every word when it saves it again."""

import io
import subprocess
import zipfile
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from briefing.model.brief import Brief
from briefing.model.document import Document, Quotation, Quoted
from briefing.model.typography import curl
from briefing.workflow.build import build
from briefing.workflow.order import Order
from briefing.writers.word import write_docx
from tests.house.code import ROOT
from tests.judges import judge

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


def test_links_to_the_sources_are_still_there(saved: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(saved)) as package:
        body, notes = (package.read(f"word/{name}.xml") for name in ("document", "footnotes"))

    assert body.count(b'w:name="source_') >= 12
    assert notes.count(b'w:anchor="source_') >= 20
