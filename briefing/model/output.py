"""What a writer hands back."""

from enum import StrEnum

from msgspec import Struct

from briefing.model.passage import Passage
from briefing.model.source import Notice


class RegionKind(StrEnum):
    """What lies in a region of a page."""

    HEADING = "heading"
    EXCERPT = "excerpt"
    CITATION = "citation"
    REFERENCE = "reference"


class Region(Struct, frozen=True):
    """Where something lies: on `page` (from 1), in points from the page's upper left corner.

    A heading has its `anchor`, an excerpt its `passage`, a citation the number of its `note` and the
    ids of its `sources`, an entry of the source list the id of its source. What goes on over a page
    break has a region on each page.
    """

    kind: RegionKind
    page: int
    left: float
    top: float
    right: float
    bottom: float
    anchor: str = ""
    passage: Passage | None = None
    note: int = 0
    sources: tuple[str, ...] = ()


class Written(Struct, frozen=True):
    """The bytes of one finished file, and what the reader of it should be told.

    `pages` gives the page (counted from 1) on which each heading's anchor lies, for writers that
    lay out pages; it is empty for the others. `regions` say where what lies, page by page.
    """

    data: bytes
    notices: tuple[Notice, ...] = ()
    pages: tuple[tuple[str, int], ...] = ()
    regions: tuple[Region, ...] = ()
