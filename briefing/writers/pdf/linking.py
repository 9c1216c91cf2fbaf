"""Where links lead: annotations, bookmarks, and the places both lead to."""

import itertools
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct

from briefing.model.passage import Passage
from briefing.writers.pdf.packing import Pack, text_string

Places = Mapping[str, bytes]
"""The destination of each anchor."""


class Link(Struct, gc=False):
    """An area of a page that leads to `url`, or to the place `goto`.

    `number` is its object, `area` its edges as they are written, `element` its tag's object.
    """

    number: int
    element: int
    area: bytes
    says: bytes
    url: str | None
    goto: str


class Area(Struct, frozen=True, gc=False):
    """A link in lines: its edges, upwards from the first line; how far down its own line is.

    `edges` are as they are written, with gaps for the low and the high one. It leads to `url` or
    `goto`. A mark is told by how many marks of its paragraph stand before it,
    `note`, which is -1 for others.
    """

    left: float
    low: float
    right: float
    high: float
    down: float
    edges: bytes
    says: bytes = b""
    url: str | None = None
    goto: str = ""
    note: int = -1


Box = tuple[float, float, float, float, Passage]
"""Left, top, right and low edge of an excerpt."""


class Stamp(Struct, frozen=True, gc=False):
    """Lines to be painted: operators with gaps for the height, marks, and the numbers of notes.

    `gaps` are, in order, which mark since these lines began stands there, or with a tilde which note.
    `marks` are what the marks hold: links, or text. `asked` are the places that links ask for,
    `there` those of them that there are of `anchors`. In what is `parted` a link goes on behind a line's
    end; what is `tailed` has words and, at its end, one link. `boxes` are those of its excerpts. `foot`
    is how far the foot of the first line lies below its top; what is `plain` is an item that shows its
    lines and nothing else.
    """

    shown: bytes
    gaps: tuple[int, ...]
    marks: tuple[Area | None, ...]
    asked: AbstractSet[str]
    there: AbstractSet[str]
    anchors: AbstractSet[str]
    parted: bool
    boxes: Sequence[Box]
    foot: float
    tailed: bool = False
    plain: bool = False


def marked_link(mark: int, shown: bytes) -> bytes:
    """The operators of a link that is mark `mark` of its page."""
    return b"/Link<</MCID %d>>BDC %b EMC" % (mark, shown)


def edges(area: tuple[float, float, float, float]) -> bytes:
    """The edges of an area as they are written."""
    return b"%.2f %.2f %.2f %.2f" % area


def write_links(pack: Pack, links: Sequence[Link], places: Places, page: int) -> None:
    """Write the annotations; each has its number for a key in the tree of parents.

    What leads nowhere leads to `page`.
    """
    objects = pack.objects
    nowhere = b"[%d 0 R/XYZ null null null]" % page
    for link in links:
        if link.url is not None:
            leads = b"A<</S/URI/URI%b>>" % text_string(_address(link.url))
        else:
            leads = b"Dest" + places.get(link.goto, nowhere)
        number = link.number
        objects[number] = (
            b"<</Type/Annot/Subtype/Link/Border[0 0 0]/F 4/Rect[%b]/StructParent %d/Contents%b/%b>>"
            % (link.area, number, link.says, leads)
        )


def destination(page: int, high: float) -> bytes:
    """A place on the page of that object."""
    return b"[%d 0 R/XYZ 0 %.2f null]" % (page, high)


def _address(url: str) -> str:
    """An address in ASCII, as the file format wants it."""
    if url.isascii() and url.isprintable() and " " not in url:
        return url
    return "".join(
        c
        if c.isascii() and c.isprintable() and c != " "
        else "".join(f"%{b:02X}" for b in c.encode("utf-8", "replace"))
        for c in url
    )


def write_outline(pack: Pack, entries: Sequence[tuple[int, str, str]], places: Places) -> bytes:
    """Write bookmarks, each a level, a title and an anchor; the catalogue's entry of them.

    A level that skips is put below the last one.
    """
    if not entries:
        return b""
    root = pack.reserve()
    numbers = [pack.reserve() for _ in entries]
    parents, before, after, children = _family(_depths([level for level, *_ in entries]))
    for at, (_, title, anchor) in enumerate(entries):
        parent = numbers[parents[at]] if parents[at] >= 0 else root
        chain = b"/Prev %d 0 R" % numbers[before[at]] if at in before else b""
        chain += b"/Next %d 0 R" % numbers[after[at]] if at in after else b""
        if inner := children.get(at):
            ends = (numbers[inner[0]], numbers[inner[-1]], len(inner))
            chain += b"/First %d 0 R/Last %d 0 R/Count %d" % ends
        body = (text_string(title or " "), parent, places[anchor], chain)
        pack.objects[numbers[at]] = b"<</Title%b/Parent %d 0 R/Dest%b%b>>" % body
    top = children[-1]
    ends = (numbers[top[0]], numbers[top[-1]], len(entries))
    pack.objects[root] = b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % ends
    return b"/Outlines %d 0 R/PageMode/UseOutlines" % root


def _depths(levels: Sequence[int]) -> list[int]:
    """How many entries each stands below."""
    depths: list[int] = []
    held: list[int] = []
    for level in levels:
        while held and held[-1] >= level:
            held.pop()
        depths.append(len(held))
        held.append(level)
    return depths


def _family(
    depths: Sequence[int],
) -> tuple[list[int], dict[int, int], dict[int, int], dict[int, list[int]]]:
    """Of each entry: its parent (-1 for the root), the one before and behind it, its children."""
    parents: list[int] = []
    children: dict[int, list[int]] = {}
    last: dict[int, int] = {}
    for at, depth in enumerate(depths):
        parents.append(last[depth - 1] if depth else -1)
        children.setdefault(parents[-1], []).append(at)
        last[depth] = at
    before, after = {}, {}
    for inner in children.values():
        for one, two in itertools.pairwise(inner):
            before[two], after[one] = one, two
    return parents, before, after, children
