"""What pages are made of: paragraphs set in lines, rows of tables, drawings, gaps."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from briefing.model.document import Cite
from briefing.model.drawing import Drawing
from briefing.writers.pdf.lines import Lines
from briefing.writers.pdf.linking import Stamp
from briefing.writers.pdf.look import Style
from briefing.writers.pdf.tagging import Leaf

ROW_GAP = 3.5
"""Space between the lines of a row of a table and the rule below it."""


class Label(Struct, gc=False):
    """What stands before the first line of an item: a bullet, a number. `x` is from the margin.

    A number of a note leads back to its mark, `goto`.
    """

    x: float
    lines: Lines
    style: Style
    leaf: Leaf
    goto: str | None = None


class Note(Struct, gc=False):
    """A note: its number, its item, and whom it cites."""

    number: int
    item: "Item"
    sources: tuple[str, ...]


class Item(Struct, gc=False):
    """A paragraph in its place.

    `keep` keeps it with what follows, `solid` its own lines together. `anchor` is where links lead
    to, `outline` the level and title of a bookmark, `listed` the anchor whose page number ends an
    entry of the contents, `source` the id of the source that an entry of the source list is about,
    `stamp` what is kept of painting it.
    `count` is of its lines, `leading` their distance, `marks` the line of each of its notes' marks.
    Nothing is repeated at its `head` where it goes on. What is `changed` has a bar in the margin.
    """

    lines: Lines
    style: Style
    x: float
    leaf: Leaf
    before: float
    after: float
    count: int
    leading: float
    keep: bool = False
    solid: bool = False
    notes: Sequence[Note] = ()
    anchor: str | None = None
    outline: tuple[int, str] | None = None
    listed: str | None = None
    source: str | None = None
    label: Label | None = None
    stamp: Stamp | None = None
    marks: Sequence[int] = ()
    head: "Sequence[Item | TableRow]" = ()
    changed: bool = False

    @property
    def whole(self) -> bool:
        """Whether no page may end inside it."""
        return self.keep or self.solid


class TableRow(Struct, gc=False):
    """A row of a table; each cell is an item at its `x`.

    `rule` is the colour of the line above it, `closing` of that below the last one of a page, `head`
    what is repeated where the table goes on.
    """

    cells: Sequence[Item]
    style: Style
    count: int
    marks: Sequence[int]
    notes: Sequence[Note]
    rule: str
    closing: str
    ends: bool = False
    keep: bool = False
    head: "Sequence[TableRow]" = ()
    before: float = 0.0
    after: float = ROW_GAP
    leading: float = 0.0

    def __post_init__(self) -> None:
        """Find the distance of its lines."""
        self.leading = self.style.leading

    @property
    def whole(self) -> bool:
        """Whether no page may end inside it: only a tall one may be parted."""
        return self.keep or self.count <= _KEPT_ROW

    @property
    def anchor(self) -> None:
        """No link leads to it."""
        return


class Block(Struct, gc=False):
    """What has a height and no lines: a drawing, or the end of a page."""

    leading: float
    before: float = 0.0
    keep: bool = False
    drawing: tuple[Drawing, Leaf] | None = None
    new_page: bool = False
    after: float = 0.0
    count: int = 1
    whole: bool = True
    marks: Sequence[int] = ()
    notes: Sequence[Note] = ()
    head: Sequence[TableRow] = ()
    anchor: None = None


Piece = Item | TableRow | Block

_KEPT_ROW = 6
"""Lines of a table row that stay together; a taller row may break."""


def leaves(piece: Piece) -> Iterator[Leaf]:
    """The elements whose content a piece is, notes apart."""
    if isinstance(piece, TableRow):
        for cell in piece.cells:
            yield from leaves(cell)
    elif isinstance(piece, Item):
        yield piece.leaf
        if piece.label:
            yield piece.label.leaf
    elif piece.drawing:
        yield piece.drawing[1]


def cited(cite: Cite) -> tuple[str, ...]:
    """The ids of the sources that a mark cites."""
    return tuple([citation.source for citation in cite.citations])
