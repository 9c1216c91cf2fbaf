"""Real bullets in a house's numbering, for list styles that bring none."""

from collections.abc import Iterable
from typing import Any

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.parts.numbering import NumberingPart

_SIGNS = ("•", "–", "·")
_STEP, _HANGING = 360, 260


def add_bullets(document: Document) -> str:
    """Add our list of three levels to the numbering of `document`; returns the list's id."""
    numbering = _numbering(document)
    abstracts = numbering.findall(qn("w:abstractNum"))
    key = _free(item.get(qn("w:abstractNumId")) for item in abstracts)
    first = numbering.find(qn("w:num"))
    place = numbering.index(first) if first is not None else len(numbering)
    numbering.insert(place, parse_xml(_list(key)))
    numbers = numbering.findall(qn("w:num"))
    number = _free(item.get(qn("w:numId")) for item in numbers)
    told = f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{key}"/></w:num>'
    place = numbering.index(numbers[-1]) + 1 if numbers else place + 1
    numbering.insert(place, parse_xml(told))
    return number


def bullet(number: str, depth: int) -> str:
    """The paragraph property for a bullet of list `number`."""
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'


def _numbering(document: Document) -> Any:
    """The house's numbering, or a new one; python-docx cannot make it."""
    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING:
            return relation.target_part.element
    part = NumberingPart(
        PackURI("/word/numbering.xml"),
        CONTENT_TYPE.WML_NUMBERING,
        parse_xml(f"<w:numbering {nsdecls('w')}/>"),
        document.part.package,
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    return part.element


def _list(key: str) -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
        f'<w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/><w:pPr>'
        f'<w:ind w:left="{_STEP * (depth + 1)}" w:hanging="{_HANGING}"/></w:pPr></w:lvl>'
        for depth, sign in enumerate(_SIGNS)
    )
    return (
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{key}">'
        f'<w:multiLevelType w:val="hybridMultilevel"/>{levels}</w:abstractNum>'
    )


def _free(taken: Iterable[str | None]) -> str:
    """The least number from 1 that is above all those taken."""
    return str(max([0, *(int(key) for key in taken if key and key.isdigit())]) + 1)
