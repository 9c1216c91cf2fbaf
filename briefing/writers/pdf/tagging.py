"""The structure tree: what the marked content of the pages is (ISO 32000-1, 14.7 and 14.8).

Its elements are written as they become known, as objects of the file: groups when all is set, what
holds content when its last line is painted.
"""

from collections.abc import Sequence

from msgspec import Struct, field

from briefing.writers.pdf.packing import Pack, text_string


class Group(Struct):
    """An element of elements: its object's number, the numbers of its kids, its dictionary's head."""

    number: int
    head: bytes
    home: "Group | None" = None
    kids: list[int] = field(default_factory=list)


class Leaf(Struct):
    """An element of content: its object's number, its tag, its dictionary's head.

    `kids` are what it has on pages so far: (page's object, what goes into its array).
    """

    number: int
    tag: bytes
    head: bytes
    kids: list[tuple[int, bytes]] = field(default_factory=list)

    def back(self, page: int) -> None:
        """Forget what it has on `page` and those behind it."""
        while self.kids and self.kids[-1][0] >= page:
            self.kids.pop()


class LinkLeaf(Struct):
    """An element of a link inside the element `home`; its object's number.

    `kids` are its stretches so far: the page's object, the mark there, the annotation's object.
    """

    number: int
    home: int
    kids: list[tuple[int, int, int]] = field(default_factory=list)

    def back(self, page: int) -> None:
        """Forget what it has on `page` and those behind it."""
        while self.kids and self.kids[-1][0] >= page:
            self.kids.pop()


class Tree(Struct):
    """The tree of one document, being made."""

    pack: Pack
    groups: list[Group] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)

    def group(self, home: Group | None, tag: bytes, extra: bytes = b"") -> Group:
        """A new last kid of `home` for further elements; `extra` are entries of its dictionary."""
        number = self.pack.reserve()
        if home:
            home.kids.append(number)
        head = b"<</S/%b/P %d 0 R%b" % (tag, home.number if home else 0, extra)
        made = Group(number, head, home)
        self.groups.append(made)
        return made

    def leaf(self, home: Group, tag: bytes, extra: bytes = b"") -> Leaf:
        """A new last kid of `home` for content."""
        objects = self.pack.objects
        number = len(objects)
        head = b"<</S/%b/P %d 0 R%b" % (tag, home.number, extra)
        objects.append(head + b">>")
        home.kids.append(number)
        return Leaf(number, tag, head)

    def note(self, home: Group) -> Group:
        """A new note."""
        made = self.group(home, b"Note", b"/ID(n%08d)" % len(self.notes))
        self.notes.append(made.number)
        return made

    def write(self, leaf: Leaf, page: int, marked: list[int]) -> None:
        """Write an element whose content is all in the next mark of `page`, which has had `marked`."""
        self.pack.objects[leaf.number] = b"%b/Pg %d 0 R/K %d>>" % (leaf.head, page, len(marked))
        marked.append(leaf.number)

    def close_link(self, link: LinkLeaf) -> None:
        """Write the element of a link whose stretches are all painted."""
        if not link.kids:
            return
        first = link.kids[0][0]
        inner = [
            b"%d<</Type/OBJR/Obj %d 0 R>>" % (mark, number)
            if page == first
            else b"<</Type/MCR/Pg %d 0 R/MCID %d>><</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>"
            % (page, mark, page, number)
            for page, mark, number in link.kids
        ]
        self.pack.objects[link.number] = b"<</S/Link/P %d 0 R/Pg %d 0 R/K[%b]>>" % (
            link.home, first, b" ".join(inner),
        )  # fmt: skip

    def close(self, leaf: Leaf) -> None:
        """Write an element whose content is all painted."""
        kids = leaf.kids
        if not kids:
            return
        home = kids[0][0]
        if len(kids) == 1:
            self.pack.objects[leaf.number] = b"%b/Pg %d 0 R/K %b>>" % (leaf.head, *kids[0])
            return
        inner = b" ".join([kid if page == home else _elsewhere(page, kid) for page, kid in kids])
        self.pack.objects[leaf.number] = b"%b/Pg %d 0 R/K[%b]>>" % (leaf.head, home, inner)

    def state(self) -> tuple[int, int, int, int]:
        """How far it has grown: its objects, groups, notes, and the kids of the root."""
        return len(self.pack.objects), len(self.groups), len(self.notes), len(self.groups[0].kids)

    def back(self, state: tuple[int, int, int, int]) -> None:
        """Cut it back to what it was."""
        objects, groups, notes, kids = state
        del self.pack.objects[objects:], self.groups[groups:], self.notes[notes:]
        del self.groups[0].kids[kids:]

    def finish(self, marked: Sequence[Sequence[int]], links: Sequence[int]) -> int:
        """Write the groups and the root; the root's number.

        `marked` are the elements of each page's marks, `links` those of the annotations, whose keys
        follow those of the pages.
        """
        pack = self.pack
        empty: set[int] = set()
        for group in reversed(self.groups):  # those inside others come first
            kids = [kid for kid in group.kids if kid not in empty] if empty else group.kids
            if not kids and group.home:
                empty.add(group.number)  # nothing of it was shown
                continue
            inner = b"%d 0 R" % kids[0] if len(kids) == 1 else _listed(kids)
            pack.objects[group.number] = b"%b/K %b>>" % (group.head, inner)
        keys = [b"%d%b" % (key, _listed(elements)) for key, elements in enumerate(marked)]
        keys += [b"%d %d 0 R" % pair for pair in enumerate(links, len(marked))]
        parents = pack.put(b"<</Nums[%b]>>" % b" ".join(keys))
        root = self.groups[0]
        tree = pack.put(
            b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d"
            b"/RoleMap<</Judgment/P>>%b>>" % (root.number, parents, len(keys), self._names())
        )
        body = pack.objects[root.number]
        pack.objects[root.number] = body.replace(b"/P 0 0 R", b"/P %d 0 R" % tree, 1)
        return tree

    def _names(self) -> bytes:
        """Where each note's identifier leads."""
        if not self.notes:
            return b""
        names = b" ".join([b"(n%08d) %d 0 R" % pair for pair in enumerate(self.notes)])
        limits = b"(n%08d)(n%08d)" % (0, len(self.notes) - 1)
        kid = self.pack.put(b"<</Names[%b]/Limits[%b]>>" % (names, limits))
        return b"/IDTree<</Kids[%d 0 R]>>" % kid


def _listed(numbers: Sequence[int]) -> bytes:
    """An array of references."""
    return b"[%b 0 R]" % b" 0 R ".join(map(b"%d".__mod__, numbers)) if numbers else b"[]"


def _elsewhere(page: int, kid: bytes) -> bytes:
    """A kid on another page than the element's first."""
    return b"<</Type/MCR/Pg %d 0 R/MCID %b>>" % (page, kid) if kid.isdigit() else kid


def language(tag: str) -> bytes:
    """The entry that gives an element's language."""
    return b"/Lang" + text_string(tag)


HEADER_CELL = b"/A<</O/Table/Scope/Column>>"
BULLETS = b"/A<</O/List/ListNumbering/Disc>>"
NUMBERS = b"/A<</O/List/ListNumbering/Decimal>>"
