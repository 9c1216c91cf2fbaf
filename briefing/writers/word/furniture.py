"""Header and footer: running title, page x of y, and the marking on every page."""

import re
from collections.abc import Mapping

from briefing.model.document import Document
from briefing.writers.word import styles
from briefing.writers.word.markup import NAMESPACES, field, paragraph, run

# TLP 2.0 (FIRST): colours on black, right-justified, 12 pt or larger.
_TLP = re.compile(r"TLP:(RED|AMBER|AMBER\+STRICT|GREEN|CLEAR)")
_COLOURS = {
    "RED": "FF2B2B",
    "AMBER": "FFC000",
    "AMBER+STRICT": "FFC000",
    "GREEN": "33FF00",
    "CLEAR": "FFFFFF",
}


def header(document: Document, ids: Mapping[str, str], *, first: bool) -> str:
    """The header; that of the first page has no running title."""
    content = _marking(document, ids)
    if not first and document.running_title:
        content += paragraph(ids[styles.HEADER], run(document.running_title))
    return _part("hdr", content or paragraph(ids[styles.HEADER], ""))


def footer(document: Document, ids: Mapping[str, str]) -> str:
    """The footer: page x of y, then the marking."""
    numbers = field("PAGE", "1") + run(" / ") + field("NUMPAGES", "1")
    side = "left" if document.marking and _TLP.fullmatch(document.marking) else "right"
    page = paragraph(ids[styles.FOOTER], numbers, f'<w:jc w:val="{side}"/>')
    return _part("ftr", page + _marking(document, ids))


def _marking(document: Document, ids: Mapping[str, str]) -> str:
    if not document.marking:
        return ""
    found = _TLP.fullmatch(document.marking)
    properties = side = ""
    if found:
        properties = (
            f'<w:color w:val="{_COLOURS[found[1]]}"/>'
            '<w:shd w:val="clear" w:color="auto" w:fill="000000"/>'
        )
        side = "right"
    words = run(f" {document.marking} " if found else document.marking, properties)
    return paragraph(ids[styles.MARKING], words, f'<w:jc w:val="{side or "center"}"/>')


def _part(tag: str, content: str) -> str:
    return f"<w:{tag} {NAMESPACES}>{content}</w:{tag}>"
