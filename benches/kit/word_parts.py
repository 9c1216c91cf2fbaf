"""The parts of a finished Word file, opened to be edited."""

import zipfile
from io import BytesIO
from typing import Any, Self

from lxml import etree

Element = Any
"""A part of a tree, as lxml gives it."""
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = {
    "w": W,
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "v": "urn:schemas-microsoft-com:vml",
}
DECLARED = " ".join(f'xmlns:{key}="{name}"' for key, name in NAMES.items())
BODY, NOTES = "word/document.xml", "word/footnotes.xml"


class WordFile:
    """The parts of a Word file; those that are edited as trees."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        self.parts = parts
        self.trees = {
            name: etree.fromstring(data)
            for name, data in parts.items()
            if name.startswith("word/") and name.endswith(".xml")
        }

    @classmethod
    def opened(cls, data: bytes) -> Self:
        """The file with the bytes `data`."""
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return cls({name: archive.read(name) for name in archive.namelist()})

    def saved(self) -> bytes:
        """Its bytes."""
        for name, tree in self.trees.items():
            self.parts[name] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8")
        target = BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self.parts.items():
                archive.writestr(name, data)
        return target.getvalue()

    def paragraphs(self, style: str, part: str = BODY) -> list[Element]:
        """The paragraphs of a style; those of none where none is named."""
        found = self.trees[part].iter(f"{{{W}}}p") if part in self.trees else ()
        return [one for one in found if style_of(one) == style and words_of(one).strip()]

    @property
    def quotations(self) -> list[Element]:
        """The quotations set as paragraphs."""
        return self.paragraphs("Quote")


def style_of(paragraph: Element) -> str:
    """The style of a paragraph."""
    found = paragraph.find("w:pPr/w:pStyle", NAMES)
    return "" if found is None else found.get(f"{{{W}}}val", "")


def words_of(element: Element) -> str:
    """What is written in an element."""
    return "".join(found.text or "" for found in element.iter(f"{{{W}}}t"))


def xml_of(words: str) -> Element:
    """An element of those that Word has."""
    return etree.fromstring(f"<x {DECLARED}>{words}</x>")[0]


def run_of(words: str, properties: str = "") -> Element:
    """A run of these words."""
    return xml_of(f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>')


def texts_of(paragraph: Element) -> list[Element]:
    """The elements of a paragraph that hold words."""
    return [one for one in paragraph.iter(f"{{{W}}}t") if (one.text or "").strip()]
