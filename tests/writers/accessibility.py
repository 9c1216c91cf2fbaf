"""Reads a Word file as an accessibility checker would, knowing nothing of who wrote it.

The rules are those that Word's own checker and EN 301 549, clause 10, ask of a text document.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import pairwise

from lxml import etree
from msgspec import Struct

_NS = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "dc": "http://purl.org/dc/elements/1.1/",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
}
_W = f"{{{_NS['w']}}}"
_LEAST_TOLD = 4


class _File(Struct):
    parts: dict[str, etree._Element]

    def find(self, part: str, path: str) -> list[etree._Element]:
        return list(self.parts[part].iterfind(path, _NS)) if part in self.parts else []


def findings(data: bytes) -> list[str]:
    """What a checker would hold against the file; asserts that it saw headings and words."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = [name for name in package.namelist() if name.endswith((".xml", ".rels"))]
        file = _File({name: etree.fromstring(package.read(name)) for name in names})
    checks = (_described, _in_order, _listed, _told, _headed, _linked, _noted, _flowing, _spaced)
    return [finding for check in checks for finding in check(file)]


def _described(file: _File) -> Iterator[str]:
    """Title, author's language."""
    if not "".join(node.text or "" for node in file.find("docProps/core.xml", "dc:title")):
        yield "the file has no title"
    tags = file.find("word/styles.xml", "w:docDefaults/w:rPrDefault/w:rPr/w:lang")
    if not any(tag.get(f"{_W}val") for tag in tags):
        yield "the file has no language"


def _in_order(file: _File) -> Iterator[str]:
    """Headings that programs can find, no level left out."""
    levels: dict[str | None, int] = {}
    for style in file.find("word/styles.xml", "w:style"):
        name = style.find("w:name", _NS)
        found = re.fullmatch(r"heading (\d)", (_value(name) or "").casefold())
        if found:
            levels[style.get(f"{_W}styleId")] = int(found[1])
    seen = []
    for paragraph in file.find("word/document.xml", ".//w:p"):
        own = _value(paragraph.find("w:pPr/w:outlineLvl", _NS))
        named = _value(paragraph.find("w:pPr/w:pStyle", _NS))
        level = int(own) + 1 if own is not None else levels.get(named)
        if level is not None:
            seen.append(level)
    assert seen
    if seen[0] != 1 or any(after > before + 1 for before, after in pairwise(seen)):
        yield f"headings leave out a level: {seen}"


def _listed(file: _File) -> Iterator[str]:
    """Bullets are Word's, not typed."""
    for paragraph in file.find("word/document.xml", ".//w:p"):
        words = _words(paragraph)
        if re.match(r"\s*[•·▪–*-]\s", words):
            yield f"a bullet is typed: {words[:40]}"


def _told(file: _File) -> Iterator[str]:
    """Pictures have words for those who cannot see them."""
    for name in file.parts:
        for drawing in file.find(name, ".//wp:docPr"):
            shown = file.parts[name].tag.endswith("}document")
            if shown and len(drawing.get("descr", "")) < _LEAST_TOLD:
                yield f"a picture in {name} has no words"


def _headed(file: _File) -> Iterator[str]:
    """Tables have a header row that repeats, and no cells within cells."""
    for table in file.find("word/document.xml", ".//w:tbl"):
        if table.find("w:tr/w:trPr/w:tblHeader", _NS) is None:
            yield f"a table has no header row: {_words(table)[:40]}"
        if table.find(".//w:tc//w:tbl", _NS) is not None:
            yield "a table stands in a table"
        if table.find(".//w:vMerge", _NS) is not None:
            yield "cells of a table are merged"


def _linked(file: _File) -> Iterator[str]:
    """Links have words and lead somewhere."""
    goals = {node.get(f"{_W}name") for node in file.find("word/document.xml", ".//w:bookmarkStart")}
    for part in ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml"):
        for link in file.find(part, ".//w:hyperlink"):
            anchor = link.get(f"{_W}anchor")
            if not _words(link).strip():
                yield f"a link in {part} has no words"
            if anchor is not None and anchor not in goals:
                yield f"a link in {part} leads nowhere: {anchor}"


def _noted(file: _File) -> Iterator[str]:
    """Notes are Word's own: each mark has a note, each note a mark."""
    for sort in ("footnote", "endnote"):
        marks = [n.get(f"{_W}id") for n in file.find("word/document.xml", f".//w:{sort}Reference")]
        notes = [
            note.get(f"{_W}id")
            for note in file.find(f"word/{sort}s.xml", f"w:{sort}")
            if note.get(f"{_W}type") is None
        ]
        if marks != notes:
            yield f"{len(marks)} marks stand for {len(notes)} {sort}s"


def _flowing(file: _File) -> Iterator[str]:
    """No words in boxes, which readers leave out or read at the wrong place."""
    body = etree.tostring(file.parts["word/document.xml"])
    if re.search(rb"txbxContent|<w:framePr", body):
        yield "words stand in a box"


def _spaced(file: _File) -> Iterator[str]:
    """Nothing is moved by spaces or empty lines, which readers say aloud."""
    paragraphs = file.find("word/document.xml", "w:body/w:p")
    assert any(_words(paragraph) for paragraph in paragraphs)
    for above, below in pairwise(paragraphs):
        if _is_empty(above) and _is_empty(below) and above.getnext() is below:
            yield "two empty lines follow each other"
    for paragraph in paragraphs:
        if re.search(r" {4}", _words(paragraph)):
            yield f"words are moved by spaces: {_words(paragraph)[:40]}"


def _is_empty(paragraph: etree._Element) -> bool:
    kept = ("w:r/w:drawing", "w:r/w:br", "w:pPr/w:sectPr")
    return not _words(paragraph) and all(paragraph.find(path, _NS) is None for path in kept)


def _words(element: etree._Element) -> str:
    return "".join(node.text or "" for node in element.iterfind(".//w:t", _NS))


def _value(element: etree._Element | None) -> str | None:
    return element.get(f"{_W}val") if element is not None else None
