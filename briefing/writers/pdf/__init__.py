"""The PDF: a layout, tags and a file of our own.

Runs (`runs`) become lines (`breaking`), blocks become rows of lines (`rows`), rows become pages
with their notes at the foot (`paging`), pages are painted (`painting`) and finished (`finishing`).
"""

import gc
import unicodedata

from briefing.model.document import Document
from briefing.model.output import Written
from briefing.model.source import Notice
from briefing.writers.pdf.finishing import finish
from briefing.writers.pdf.memory import Memory
from briefing.writers.pdf.paging import Page, paginate
from briefing.writers.pdf.painting import Painter, targets
from briefing.writers.pdf.rows import Setter

__all__ = ["Press", "count_pages", "write_pdf"]


_LITTLE, _CLOSER = 0.15, 0.7
"""A last page that holds less than that share is spared by gaps that much smaller."""


class Press:
    """Writes one document again and again while it changes, for the window.

    Gives the same bytes as `write_pdf`, sooner: paragraphs that stayed as they were are not broken
    into lines again. Not for use by two threads at once.
    """

    def __init__(self) -> None:
        self._memory = Memory()

    def write(self, document: Document, *, archival: bool = False) -> Written:
        """Set `document`."""
        self._memory.turn()
        return _write(document, self._memory, archival=archival)


def write_pdf(document: Document, *, archival: bool = False) -> Written:
    """Set `document` as a tagged PDF (PDF/UA-1), with `archival` as PDF/A-3a too.

    The same tree gives the same bytes.
    """
    return _write(document, None, archival=archival)


def _write(document: Document, memory: Memory | None, *, archival: bool) -> Written:
    collecting = gc.isenabled()
    gc.disable()  # nothing here makes cycles worth collecting; it is a third of the layout's time
    try:
        setter, pages = _laid_out(document, memory)
        where = _anchors(pages)
        leads = targets(pages)
        painter = Painter(document, setter.notes, where, leads, setter.root, setter.house)
        painted = painter.paint(pages)
        data = finish(
            document, painted, painter.fonts, setter.root, archival=archival, memory=memory
        )
    finally:
        if collecting:
            gc.enable()
    lacking = tuple(map(_lacking, sorted(painter.fonts.lacking())))
    return Written(data, lacking, tuple(where.items()), tuple(painted.regions))


def count_pages(document: Document) -> int:
    """How many pages `document` takes as a PDF."""
    return len(_laid_out(document, None)[1])


def _laid_out(document: Document, memory: Memory | None) -> tuple[Setter, list[Page]]:
    """The pages; where little is left for the last one, closer set if that saves it."""
    setter = Setter(document, memory=memory)
    pages = paginate(setter, setter.rows())
    last = pages[-1]
    if len(pages) > 1 and last.used + last.note_height < _LITTLE * last.height:
        closer = Setter(document, memory=memory, gaps=_CLOSER)
        fewer = paginate(closer, closer.rows())
        if len(fewer) < len(pages):
            return closer, fewer
    return setter, pages


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
