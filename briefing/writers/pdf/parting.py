"""Where the pages of a long document are parted, so that two processes can each make one part.

The later pages begin with a block of the document that nothing goes on into, and their objects have
numbers of their own; so neither part waits for the other, and the file is the same whoever makes them.
"""

from collections.abc import Sequence

from briefing.model.document import Document
from briefing.writers.pdf.items import Item, Piece, TableRow
from briefing.writers.pdf.paging import Page
from briefing.writers.pdf.painted import Parting
from briefing.writers.pdf.units import Unit

MANY = 400
"""A document of fewer blocks, some 60 pages, is hardly sooner there in halves for a fifth more work."""
LONG = 50
"""Fewer pages are not parted."""
LIGHT = 1
"""How hard a long document is compressed: half the time of a short one's way, a tenth more size."""
_FIRST = 0.55
"""The later pages begin at a block behind that share of the blocks: what a copy makes is handed over."""
_ROUND = 256


def beginning(document: Document) -> int:
    """The first block that the later pages may begin with."""
    return int(len(document.blocks) * _FIRST)


def parted(
    pages: Sequence[Page], units: Sequence[Unit], document: Document, own: int
) -> Parting | None:
    """Where `pages` are parted, if they are; `units` are set, and what is painted begins at `own`."""
    if len(pages) < LONG:
        return None
    first = beginning(document)
    found = opened(pages, 1, openings(units, first))
    later = (piece for page in pages[found[0] :] for piece, *_ in page.parts) if found else ()
    if not found or any(isinstance(piece, Item) and piece.listed for piece in later):
        return None
    at, unit = found
    return Parting(at, own + most(pages[:at]), units[unit].stretch.base, own)


def openings(units: Sequence[Unit], first: int) -> dict[int, tuple[int, Piece]]:
    """The pieces that units from `first` on begin with, as `opened` wants them.

    They are told by what they are in memory; of each its unit, and the piece before it.
    """
    found: dict[int, tuple[int, Piece]] = {}
    before: Piece | None = None
    for at, unit in enumerate(units):
        if unit.pieces:
            if at >= first and before is not None and not before.keep:
                found[id(unit.pieces[0])] = at, before
            before = unit.pieces[-1]
    return found


def opened(
    pages: Sequence[Page], start: int, found: dict[int, tuple[int, Piece]]
) -> tuple[int, int] | None:
    """The first page from `start` on that can be the first of the later ones, and its first unit."""
    for at, page in enumerate(pages[start:], start):
        if not page.parts or page.repeated:
            continue
        piece, begins, *_ = page.parts[0]
        unit, before = found.get(id(piece), (0, piece))
        above = pages[at - 1].parts
        own = (note.item for shown, *_ in page.parts for note in shown.notes)
        if (
            before is not piece
            and not begins
            and above
            and above[-1][0] is before
            and (not page.notes or any(page.notes[0][0] is item for item in own))
        ):
            return at, unit
    return None


def most(pages: Sequence[Page]) -> int:
    """For how many objects painted on `pages` numbers are kept; they take no more."""
    count = 8 + sum(map(_most, pages))
    return count + -count % _ROUND


def _most(page: Page) -> int:
    """How many objects the page takes at most: its own three, and two for each stretch of a link."""
    pieces = [*page.parts, *page.notes]
    return 4 + 2 * sum([_links(piece, start, end) for piece, start, end, _ in pieces])


def _links(piece: Piece, start: int, end: int) -> int:
    if isinstance(piece, TableRow):
        return sum([_links(cell, start, end) for cell in piece.cells])
    if not isinstance(piece, Item):
        return 0
    count = 1 if piece.label or piece.listed else 0
    if piece.lines.tail:  # most are so
        return count + 1
    if piece.lines.linked:
        count += sum([len(line) for line in piece.lines.shown[start:end] if type(line) is tuple])
    return count
