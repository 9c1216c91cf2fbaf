"""Odd texts in the Word file: very long, very many, from the right, with what XML refuses."""

import io
import subprocess
import zipfile
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from briefing.errors import OutputError
from briefing.model.document import (
    Block,
    BulletList,
    Citation,
    Cite,
    Contents,
    Document,
    Heading,
    Paragraph,
    Quotation,
    Quoted,
    Reference,
    Role,
    SourceLink,
    SourceList,
    Text,
)
from briefing.model.passage import Excerpt, Passage
from briefing.writers.word import write_docx
from tests.judges import judge

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
REFUSED = [*range(0x20), *range(0x7F, 0xA0), 0xD800, 0xDFFF, 0xFDD0, 0xFFFE, 0xFFFF]


def _document(*blocks: Block) -> Document:
    heading = Heading(1, (Text("Harbours"),), "harbours")
    return Document("Harbours", "en", date(2026, 11, 24), (Contents(1), heading, *blocks))


def _quoted(text: str, *notes: Citation, language: str = "en") -> Quotation:
    said = Quoted(Excerpt(Passage("aaaa", 0, len(text)), text), language)
    return Quotation((said, Cite(notes)) if notes else (said,))


def _cited(number: int) -> Citation:
    return Citation(number, f"s{number}", (Text("Gazette "), SourceLink(number, (Text("[1]"),))))


def _parts(document: Document) -> dict[str, etree._Element]:
    with zipfile.ZipFile(io.BytesIO(write_docx(document).data)) as package:
        names = [name for name in package.namelist() if name.endswith(".xml")]
        return {name: etree.fromstring(package.read(name)) for name in names}


def _words(nodes: Iterable[etree._Element]) -> str:
    return "".join(node.text or "" for node in nodes)


def _body(document: Document) -> etree._Element:
    return _parts(document)["word/document.xml"]


def test_a_paragraph_of_ten_thousand_words_is_whole() -> None:
    text = "harbour " * 10_000

    assert text in _words(_body(_document(_quoted(text))).iter(f"{W}t"))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a \U0001f6a2\ufe0f, \U0001f468\u200d\U0001f469\u200d\U0001f467", id="emoji"),
        pytest.param("e\u0301 n\u0303 \u1100\u1161", id="combining"),
        pytest.param("x" * 5000, id="a word without end"),
        pytest.param("\u00a0\u2009\u3000", id="spaces alone"),
    ],
)  # fmt: skip
def test_odd_text_is_whole(text: str) -> None:
    found = _words(_body(_document(Paragraph((Text(text),)))).iter(f"{W}t"))

    assert text in found


def test_odd_text_of_all_sorts_is_valid_and_read_by_libreoffice(tmp_path: Path) -> None:
    document = _document(
        _quoted("harbour " * 10_000, _cited(1)),
        _quoted("x" * 50_000, _cited(1)),
        _quoted("שלום לכולם. " * 300 + "السلام عليكم", _cited(1), language="he"),
        _quoted("\U0001f6a2\ufe0f \U0001f468\u200d\U0001f469\u200d\U0001f467 e\u0301", _cited(1)),
        _quoted("a" + "".join(map(chr, REFUSED)) + "z", _cited(1)),
        SourceList((Reference(1, "s1", (Text("Gazette"),)),)),
    )
    path = tmp_path / "odd.docx"
    path.write_bytes(write_docx(document).data)
    subprocess.run(
        [judge("soffice"), "--headless", f"-env:UserInstallation=file://{tmp_path}/profile",
         "--convert-to", "txt:Text", "--outdir", str(tmp_path), str(path)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    told = (tmp_path / "odd.txt").read_text(encoding="utf-8")

    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []
    assert told.count("harbour") >= 10_000
    assert "x" * 50_000 in told
    assert told.count("שלום") == 300


@pytest.mark.parametrize("code", REFUSED, ids=hex)
def test_what_xml_refuses_is_shown_as_such_and_told(code: int) -> None:
    written = write_docx(_document(_quoted(f"har{chr(code)}bour")))
    found = _words(_body(_document(_quoted(f"har{chr(code)}bour"))).iter(f"{W}t"))

    assert "har\ufffdbour" in found or "har bour" in found
    assert bool(written.notices) == ("har\ufffdbour" in found)


@pytest.mark.parametrize(
    ("text", "tag"), [("שלום לכולם", "he-IL"), ("السلام عليكم", "ar-SA")], ids=["Hebrew", "Arabic"]
)
def test_text_from_the_right(text: str, tag: str) -> None:
    body = _body(_document(_quoted(text, language=tag[:2])))
    last = body.findall(f".//{W}p")[-1]

    assert last.find(f"{W}pPr/{W}bidi") is not None
    assert last.find(f"{W}r/{W}rPr/{W}rtl") is not None
    language = last.find(f"{W}r/{W}rPr/{W}lang")
    assert language is not None
    assert (language.get(f"{W}bidi") or "").startswith(tag[:2])


def test_our_own_frame_runs_as_the_document_does() -> None:
    """The line above a quotation, and its notes: a date behind a title would be turned else."""
    body = _body(_document(Paragraph((Text("„שלום“, 12 March"),), Role.LEAD)))

    assert body.findall(f".//{W}p")[-1].find(f"{W}pPr/{W}bidi") is None


@pytest.fixture(scope="module")
def many() -> Document:
    """Two thousand notes on three hundred sources."""
    quotations = [_quoted(f"Word {number}.", _cited(number % 300 + 1)) for number in range(2000)]
    entries = [
        Reference(number, f"s{number}", (Text(f"Gazette {number}."),), ((Text("File."),),))
        for number in range(1, 301)
    ]
    return _document(*quotations, SourceList(tuple(entries)))


def test_two_thousand_notes_on_three_hundred_sources(many: Document, tmp_path: Path) -> None:
    parts = _parts(many)
    marks = [
        node.get(f"{W}id") for node in parts["word/document.xml"].iter(f"{W}footnoteReference")
    ]
    notes = [node.get(f"{W}id") for node in parts["word/footnotes.xml"].iter(f"{W}footnote")]
    names = {node.get(f"{W}name") for node in parts["word/document.xml"].iter(f"{W}bookmarkStart")}
    path = tmp_path / "many.docx"
    path.write_bytes(write_docx(many).data)

    assert marks == notes[2:] == [str(number) for number in range(1, 2001)]
    assert {f"source_{number}" for number in range(1, 301)} <= names
    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []


def test_more_notes_than_word_can_number_is_one_sentence() -> None:
    quotation = _quoted("Word.", _cited(1))
    with pytest.raises(OutputError, match="no more than 32767 notes"):
        write_docx(_document(*[quotation] * 32_768))


def test_a_long_document_is_the_same_bytes_when_laid_out_aside() -> None:
    begun: list[bytes] = []

    def aside(work: Callable[[], bytes]) -> Callable[[], bytes]:
        begun.append(work())
        return begun.pop

    blocks: list[Block] = []
    for number in range(600):
        blocks += [
            Heading(1, (Text(f"Harbour {number}"),), f"h{number}"),
            _quoted("Grain. " * 250, _cited(1)),
        ]
    document = _document(*blocks, SourceList((Reference(1, "s1", (Text("Gazette"),)),)))
    alone, beside = write_docx(document).data, write_docx(document, aside=aside).data

    assert alone == beside
    assert not begun
    with zipfile.ZipFile(io.BytesIO(beside)) as package:
        assert package.testzip() is None
        body = etree.fromstring(package.read("word/document.xml"))
    # Several pieces of the body were put together in their order.
    told = [node.text for node in body.iter(f"{W}t") if (node.text or "").startswith("Harbour ")]
    assert told == [f"Harbour {number}" for number in range(600)] * 2


def test_a_sentence_of_a_source_keeps_its_stop_in_a_list() -> None:
    """Marks from its own side around it, and one from ours behind: none of them shows anything."""
    words = "הנמל ייפתח, 12 במאי."
    quoted = Quoted(Excerpt(Passage("s", 0, len(words)), words), "he")
    item = BulletList(((Paragraph((Text("12 May: "), quoted, Text(" end"))),),))
    told = "".join(one.text or "" for one in _body(_document(item)).iter(f"{W}t"))

    assert f"12 May: \u200f{words}\u200f\u200e end" in told
