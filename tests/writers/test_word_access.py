"""The Word file as a stranger reads it: what an accessibility checker asks (Section 508, EN 301 549)."""

import io
import json
import re
import zipfile
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from lxml import etree

from briefing.model.brief import Brief
from briefing.model.document import Document
from briefing.model.output import WordWishes
from briefing.workflow.build import build
from briefing.workflow.order import Order
from briefing.writers.word import write_docx
from tests.hostile import full_of
from tests.house.code import ROOT
from tests.writers.tables import with_table

NS = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
}
W = f"{{{NS['w']}}}"
PAPER = (255, 255, 255)


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """The full briefing of the samples that come with the program."""
    folder = tmp_path_factory.mktemp("samples")
    brief = Brief(date=date(2026, 11, 24), title="Harbours", author="Moss", marking="TLP:AMBER")
    order = Order(brief, (ROOT / "seeds" / "articles",), (folder / "x.json",))
    return with_table(build(order).document)


@pytest.fixture(scope="module")
def parts(document: Document) -> dict[str, bytes]:
    """The parts of its Word file."""
    return _parts(write_docx(document).data)


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _find(parts: dict[str, bytes], name: str, path: str) -> Any:
    return etree.fromstring(parts[name]).xpath(path, namespaces=NS)


def test_title_author_and_language_are_set(parts: dict[str, bytes]) -> None:
    core = parts["docProps/core.xml"].decode()

    assert "<dc:title>Harbours</dc:title>" in core
    assert "<dc:creator>Moss</dc:creator>" in core
    assert "<dc:language>en</dc:language>" in core
    assert _find(parts, "word/styles.xml", "//w:rPrDefault//w:lang[@w:val='en-US']")


def test_headings_are_word_headings_and_skip_no_level(parts: dict[str, bytes]) -> None:
    names = _find(parts, "word/document.xml", "//w:pStyle[starts-with(@w:val,'Heading')]/@w:val")
    levels = [int(str(name)[-1]) for name in names]

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_contents_are_filled_and_word_knows_them(document: Document) -> None:
    parts = _parts(write_docx(document).data)
    gallery = "//w:sdt[.//w:docPartGallery[@w:val='Table of Contents']]"
    goals = _find(parts, "word/document.xml", f"{gallery}//w:hyperlink/@w:anchor")
    marks = _find(parts, "word/document.xml", "//w:bookmarkStart/@w:name")

    assert goals
    assert set(goals) <= set(marks)
    assert "TOC \\o" in "".join(_find(parts, "word/document.xml", "//w:instrText/text()"))
    assert b"updateFields" not in parts["word/settings.xml"]


def test_notes_are_words_own_and_lead_to_the_sources_and_back(parts: dict[str, bytes]) -> None:
    marks = _find(parts, "word/document.xml", "//w:footnoteReference/@w:id")
    notes = _find(parts, "word/footnotes.xml", "//w:footnote[not(@w:type)]/@w:id")
    there = _find(parts, "word/footnotes.xml", "//w:hyperlink/@w:anchor")
    back = _find(parts, "word/document.xml", "//w:hyperlink/@w:anchor")
    names = set(_find(parts, "word/document.xml", "//w:bookmarkStart/@w:name"))
    counted = " ".join(_find(parts, "word/document.xml", "//w:fldSimple/@w:instr"))

    assert marks == notes == [str(number) for number in range(1, len(notes) + 1)]
    assert set(there) <= names
    assert set(back) <= names
    assert {f"note_{number}" for number in notes} <= set(re.findall(r"NOTEREF (\w+)", counted))


def test_bookmarks_have_their_own_number_and_name(parts: dict[str, bytes]) -> None:
    for attribute in ("id", "name"):
        found = _find(parts, "word/document.xml", f"//w:bookmarkStart/@w:{attribute}")
        assert len(found) == len(set(found)) > 10


def test_lists_are_lists_and_tables_have_header_rows(parts: dict[str, bytes]) -> None:
    listed = _find(parts, "word/styles.xml", "//w:style[@w:styleId='ListBullet']//w:numPr")
    tables = _find(parts, "word/document.xml", "//w:tbl")

    assert listed
    assert tables
    assert all(table.find("w:tr/w:trPr/w:tblHeader", NS) is not None for table in tables)
    assert all(table.find("w:tblPr/w:tblDescription", NS) is not None for table in tables)


def test_figures_say_what_they_show_and_are_vectors_with_a_fallback(
    parts: dict[str, bytes],
) -> None:
    told = _find(parts, "word/document.xml", "//wp:docPr/@descr")
    kinds = sorted(name.rpartition(".")[2] for name in parts if name.startswith("word/media/"))

    assert told
    assert all(len(str(words)) > 20 for words in told)
    assert kinds == sorted(["png", "svg"] * len(told))
    assert b"SEQ Figure" in parts["word/document.xml"]


def test_there_is_no_text_box(parts: dict[str, bytes]) -> None:
    assert not re.search(b"txbxContent|v:textbox|wps:txbx", parts["word/document.xml"])


def test_pages_are_numbered_and_marked(parts: dict[str, bytes]) -> None:
    names = [name for name in parts if re.match(r"word/briefing-(header|footer)", name)]
    foot = parts["word/briefing-footer-default.xml"].decode()

    assert len(names) == 4
    assert all(b"TLP:AMBER" in parts[name] for name in names)
    assert " PAGE " in foot
    assert " NUMPAGES " in foot


def test_words_stand_out_from_the_paper(parts: dict[str, bytes]) -> None:
    colours = _find(parts, "word/styles.xml", "//w:style//w:color/@w:val")
    tints = _find(parts, "word/styles.xml", "//w:style//w:shd/@w:fill")
    grounds = [PAPER, *(_rgb(str(tint)) for tint in tints)]

    assert colours
    assert all(_contrast(_rgb(str(ink)), ground) >= 4.5 for ink in colours for ground in grounds)


def test_whose_words_they_are_shows_in_the_style(parts: dict[str, bytes]) -> None:
    quoted = _find(parts, "word/document.xml", "//w:r[w:rPr/w:rStyle[@w:val='SourceWords']]/w:t")
    assert len(quoted) > 10


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("岸田ふみお", '<w:lang w:eastAsia="ja-JP"/>', id="kana is Japanese"),
        pytest.param("윤석열", '<w:lang w:eastAsia="ko-KR"/>', id="Hangul is Korean"),
        pytest.param("שלום", '<w:rtl/><w:lang w:bidi="he-IL"/>', id="Hebrew from the right"),
        pytest.param("سلام", '<w:rtl/><w:lang w:bidi="ar-SA"/>', id="Arabic from the right"),
    ],
)
def test_each_run_has_its_language(text: str, expected: str) -> None:
    body = _parts(write_docx(full_of(f"Mr {text} said")).data)["word/document.xml"].decode()

    assert f'{expected}</w:rPr><w:t xml:space="preserve">{text}</w:t>' in body


def test_a_zotero_field_carries_its_source(document: Document) -> None:
    wishes = WordWishes(citation_fields="zotero")
    parts = _parts(write_docx(document, wishes=wishes).data)
    codes = [
        str(code).strip().removeprefix("ADDIN ZOTERO_ITEM CSL_CITATION ")
        for code in _find(parts, "word/footnotes.xml", "//w:instrText/text()")
    ]
    items = [item for code in codes for item in json.loads(code)["citationItems"]]

    assert len(codes) >= len(_find(parts, "word/document.xml", "//w:footnoteReference"))
    assert any("title" in item["itemData"] for item in items)
    assert all(item["uris"] for item in items)
    assert all(item["label"] == "paragraph" for item in items)
    assert b"ZOTERO_PREF_1" in parts["docProps/custom.xml"]


def test_words_own_sources_hold_each_tag_that_is_cited(document: Document) -> None:
    parts = _parts(write_docx(document, wishes=WordWishes(citation_fields="word")).data)
    codes = " ".join(_find(parts, "word/footnotes.xml", "//w:instrText/text()"))
    held = next(data for name, data in parts.items() if name.startswith("customXml/item1."))

    assert set(re.findall(r"CITATION (\w+)", codes)) <= set(
        re.findall(r"<b:Tag>(\w+)</b:Tag>", held.decode())
    )
    assert "CITATION Source1" in codes


def _rgb(code: str) -> tuple[int, int, int]:
    return (int(code[:2], 16), int(code[2:4], 16), int(code[4:], 16))


def _contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """WCAG 2.1, 1.4.3."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: tuple[int, int, int]) -> float:
    parts = [part / 255 for part in colour]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_a_title_from_right_to_left_does_not_turn_the_words_behind_it() -> None:
    body = _parts(write_docx(full_of("“שלום,”")).data)["word/document.xml"].decode()

    assert ">שלום</w:t></w:r><w:r><w:t>\u200e</w:t></w:r>" in body
