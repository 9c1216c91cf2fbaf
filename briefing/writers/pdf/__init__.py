"""The PDF: a layout of our own over reportlab's canvas.

Runs (`runs`) become lines (`breaking`), blocks become rows of lines (`rows`), rows become pages
with their notes at the foot (`paging`), and pages become the file (`painting`).
"""

import gc
import unicodedata

from briefing.model.document import Document
from briefing.model.output import Written
from briefing.model.source import Notice
from briefing.writers.pdf.paging import Page, paginate
from briefing.writers.pdf.painting import Painter
from briefing.writers.pdf.rows import Setter

__all__ = ["count_pages", "write_pdf"]


def write_pdf(document: Document) -> Written:
    """Set `document` as an A4 PDF; the same tree gives the same bytes."""
    collecting = gc.isenabled()
    gc.disable()  # nothing here makes cycles worth collecting; it is a third of the layout's time
    try:
        setter = Setter(document)
        pages = paginate(setter, setter.rows())
        where = _anchors(pages)
        painter = Painter(document, setter.notes, where)
        data = painter.paint(pages)
    finally:
        if collecting:
            gc.enable()
    return Written(
        data,
        tuple(map(_lacking, sorted(setter.notes.lacking))),
        tuple(where.items()),
        tuple(painter.regions),
    )


def count_pages(document: Document) -> int:
    """How many pages `document` takes as a PDF."""
    setter = Setter(document)
    return len(paginate(setter, setter.rows()))


def _anchors(pages: list[Page]) -> dict[str, int]:
    return {
        row.anchor: number
        for number, page in enumerate(pages, 1)
        for _, row in page.rows
        if row.anchor and row.outline
    }


def _lacking(character: str) -> Notice:
    name = unicodedata.name(character, "unnamed")
    return Notice(
        "PDF",
        f"no font at hand has the character U+{ord(character):04X} ({name}); it is printed as “?”. "
        "Install a font that has it, such as Noto Sans.",
    )
