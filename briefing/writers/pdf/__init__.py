"""The PDF: a layout, tags and a file of our own.

Inlines become runs (`runs`), runs atoms (`atoms`), atoms lines (`breaking`, `lines`); blocks become
items (`setting`), items pages with their notes at the foot (`paging`); pages are painted
(`painting`) and finished (`finishing`). Lines are bytes from the start: a word is looked up once.
"""

import unicodedata

from briefing.model.document import Document
from briefing.model.output import Written
from briefing.model.source import Notice
from briefing.uncollected import uncollected
from briefing.writers.pdf.finishing import finish
from briefing.writers.pdf.items import Item
from briefing.writers.pdf.lines import set_lines
from briefing.writers.pdf.memory import Memory
from briefing.writers.pdf.packing import Pack
from briefing.writers.pdf.paging import Page, paginate
from briefing.writers.pdf.painting import Painter
from briefing.writers.pdf.picture import embed_logo
from briefing.writers.pdf.setting import Setter

__all__ = ["Press", "count_pages", "write_pdf"]


_LITTLE, _CLOSER = 0.15, 0.7
"""A last page that holds less than that share is spared by gaps that much smaller."""


_BROKEN_LOGO = Notice(
    "PDF", "the logo of the look file cannot be read as a picture; it is left out. Save it anew."
)
_LONG = 50
_HARD, _LIGHT = 4, 1
"""A document of so many pages is compressed less hard: half the time for a tenth of the size."""


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
    with uncollected():  # it is a third of the layout's time
        # What it needs is gone when it returns, so that the collector has nothing to look through.
        return _written(document, memory, archival=archival)


def _written(document: Document, memory: Memory | None, *, archival: bool) -> Written:
    setter, pages = _laid_out(document, memory)
    pack = setter.tree.pack
    pack.level = _HARD if len(pages) < _LONG else _LIGHT
    numbers = [pack.reserve() for _ in pages]
    where = _anchors(pages)
    own = document.look.logo
    logo = embed_logo(pack, own) if own else None
    painter = Painter(setter, numbers, where, logo)
    painted = painter.paint(pages)
    del pages  # at a thousand pages their lines are a fifth of all memory
    size = setter.house.page
    data = finish(
        document, painted, painter.fonts, setter.tree, numbers, size, logo, archival=archival
    )
    notices = tuple(map(_lacking, sorted(painter.fonts.lacking())))
    if own and logo is None:
        notices += (_BROKEN_LOGO,)
    return Written(data, notices, tuple(where.items()), tuple(painted.regions))


def count_pages(document: Document) -> int:
    """How many pages `document` takes as a PDF."""
    return len(_laid_out(document, None)[1])


def _laid_out(document: Document, memory: Memory | None) -> tuple[Setter, list[Page]]:
    """The pages; where little is left for the last one, closer set if that saves it."""
    set_runs, known = (memory.lines, memory.streams) if memory else (set_lines, {})
    setter = Setter(document, set_runs, Pack(known=known))
    pieces, height = setter.pieces(), setter.house.height
    pages = paginate(pieces, height)
    last = pages[-1]
    if len(pages) > 1 and last.used + last.note_height < _LITTLE * height:
        fewer = paginate(pieces, height, _CLOSER)
        if len(fewer) < len(pages):
            return setter, fewer
    return setter, pages


def _anchors(pages: list[Page]) -> dict[str, int]:
    return {
        piece.anchor: number
        for number, page in enumerate(pages, 1)
        for piece, start, *_ in page.parts
        if not start and type(piece) is Item and piece.outline and piece.anchor
    }


def _lacking(character: str) -> Notice:
    name = unicodedata.name(character, "unnamed")
    return Notice(
        "PDF",
        f"no font at hand has the character U+{ord(character):04X} ({name}); it is printed as “?”. "
        "Install a font that has it, such as Noto Sans.",
    )
