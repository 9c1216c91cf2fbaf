"""What painting pages gives, and where the pages of a long document are parted."""

from msgspec import Struct, field

from briefing.model.output import Region
from briefing.writers.pdf.contents import Sheet
from briefing.writers.pdf.linking import Link
from briefing.writers.pdf.tagging import LinkLeaf


class Parting(Struct, frozen=True, gc=False):
    """Where pages are parted: the first of the later ones (from 0), and the number of its object.

    `elements` is the first element of which all content, and that of those behind it, lies on later
    pages; `own` is where elements end and what is painted begins.
    """

    page: int
    number: int
    elements: int
    own: int


class Painted(Struct):
    """What painting all pages gives, page by page: its object, its sheet, its annotations, its parents.

    Parents are the object of its part of the tree of parents.
    """

    numbers: list[int] = field(default_factory=list)
    sheets: list[Sheet] = field(default_factory=list)
    annotations: list[bytes] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    places: list[tuple[str, bytes]] = field(default_factory=list)
    outline: list[tuple[int, str, str]] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)


Leads = tuple[bytes, bytes, str | None, str]
"""Of a link: its area, what it says, the address or the place it leads to."""
Held = tuple[int, str, LinkLeaf]
"""A link that may go on: the number of the element it is in, where it leads, its own element."""
Begun = tuple[list[int], tuple[int, int, int], Held | None]
"""How far everything had grown when a page was begun."""
