"""The marks of a page: which element each is content of, and the links among them."""

from briefing.writers.pdf.items import Item
from briefing.writers.pdf.linking import Area, Link, Stamp, destination
from briefing.writers.pdf.painted import Held, Leads, Painted
from briefing.writers.pdf.regions import cited
from briefing.writers.pdf.tagging import Leaf, LinkLeaf, Tree

_TEXT = (None,)
"""The marks of lines without links."""
_LINK = b"<</S/Link/P %d 0 R/Pg %d 0 R/K[%d<</Type/OBJR/Obj %d 0 R>>]>>"
"""The element of a link: its home, its page, its mark there, its annotation."""


class Marks:
    """Writes what the marks of the page at hand hold: the page `at` (from 0), whose object is `number`.

    `marked` are the elements of its marks so far, `high` is its height.
    """

    def __init__(self, tree: Tree, high: float, *, placed: bool) -> None:
        self.tree, self.high, self.placed = tree, high, placed
        self.done = Painted()
        self.held: Held | None = None
        self.at = 0
        self.number = 0
        self.marked: list[int] = []

    def note_mark(self, leaf: Leaf) -> None:
        """The next mark of the page is content of `leaf`."""
        leaf.add(self.number, b"%d" % len(self.marked))
        self.marked.append(leaf.number)

    def note_marks(self, item: Item, made: Stamp, y: float) -> None:
        """Note what the marks of lines hold that may go on on the next page."""
        for area in made.marks:
            if area:
                self.link(item.leaf, self.leads(item, area, y))
            else:
                self.note_mark(item.leaf)

    def write_alone(self, item: Item, made: Stamp, y: float) -> None:
        """Write the elements of an item that is whole on this page, and of each link in it."""
        marked, leaf = self.marked, item.leaf
        if made.marks == _TEXT:
            self.tree.write(leaf, self.number, marked)
            return
        kids = []
        for area in made.marks:
            if area is None:
                kids.append(b"%d" % len(marked))
                marked.append(leaf.number)
            else:
                kids.append(b"%d 0 R" % self.new_link(leaf, self.leads(item, area, y)))
        self.held = None
        self.write_leaf(leaf, kids[0] if len(kids) == 1 else b"[%b]" % b" ".join(kids))

    def write_tailed(self, leaf: Leaf, leads: Leads) -> None:
        """Write the elements of an item that is whole on this page: words and, at their end, a link."""
        marked, objects = self.marked, self.tree.pack.objects
        own, page, first, number = leaf.number, self.number, len(marked), len(objects)
        objects[own] = b"<</S/%b/P %d 0 R%b/Pg %d 0 R/K [%d %d 0 R]>>" % (
            leaf.tag, leaf.home.number, leaf.extra, page, first, number,
        )  # fmt: skip
        objects.append(_LINK % (own, page, first + 1, number + 1))
        objects.append(b"")
        marked += (own, number)
        self.done.links.append(Link(number + 1, number, *leads))
        self.held = None

    def write_leaf(self, leaf: Leaf, kids: bytes) -> None:
        """Write an element whose content is all on this page."""
        self.tree.pack.objects[leaf.number] = b"<</S/%b/P %d 0 R%b/Pg %d 0 R/K %b>>" % (
            leaf.tag, leaf.home.number, leaf.extra, self.number, kids,
        )  # fmt: skip

    def new_link(self, leaf: Leaf, leads: Leads) -> int:
        """The next mark is a link below `leaf` that is whole; its element."""
        marked, objects = self.marked, self.tree.pack.objects
        number = len(objects)
        inner = (leaf.number, self.number, len(marked), number + 1)
        objects.append(_LINK % inner)
        objects.append(b"")
        self.done.links.append(Link(number + 1, number, *leads))
        marked.append(number)
        return number

    def leads(self, item: Item, area: Area, y: float) -> Leads:
        """Where a link lies if its first line is at `y`, what it says, where it leads."""
        low, high = y + area.low, y + area.high
        place = area.edges % (low, high)
        if area.note < 0:
            return place, area.says, area.url, area.goto
        note = item.notes[area.note]
        number = note.number
        top = min(y - area.down + 14.0, self.high)
        self.done.places.append((f"mark-{number}", destination(self.number, top)))
        if self.placed:
            box = (area.left, low, area.right, high)
            self.done.regions.append(cited(note, self.at + 1, box, self.high))
        return place, b"(Note %d)" % number, None, f"note-{number}"

    def link(self, leaf: Leaf, leads: Leads) -> None:
        """The next mark is a link below `leaf`; what goes on from the line before stays one element."""
        key = leads[2] or leads[3]
        held = self.held
        objects = self.tree.pack.objects
        if held and held[0] == leaf.number and held[1] == key:
            link = held[2]
        else:
            number = len(objects)
            objects.append(b"")
            link = LinkLeaf(number, leaf.number)
            leaf.add(self.number, b"%d 0 R" % number)
            self.held = (leaf.number, key, link)
        marked, number = self.marked, len(objects)
        objects.append(b"")
        link.kids.append((self.number, len(marked), number))
        self.tree.write_link(link)
        marked.append(link.number)
        self.done.links.append(Link(number, link.number, *leads))
