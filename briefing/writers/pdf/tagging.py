"""The structure tree: what the marked content of the pages is (ISO 32000-1, 14.7 and 14.8).

Its elements are written as they become known, as objects of the file: groups when all is set, what
holds content when its last line is painted.
"""

from collections.abc import Sequence

from msgspec import Struct, field

from briefing.writers.pdf.linking import Link
from briefing.writers.pdf.packing import Pack, text_string

_NOTE = b"Note"


class Group(Struct, gc=False):
    """An element of elements: its object's number, its tag, further entries, the numbers of its kids."""

    number: int
    tag: bytes
    extra: bytes = b""
    home: "Group | None" = None
    kids: list[int] = field(default_factory=list)

    def written(self) -> bytes:
        """Its dictionary. A note has its number for an identifier."""
        kids, tag = self.kids, self.tag
        inner = b"%d 0 R" % kids[0] if len(kids) == 1 else listed(kids)
        extra = b"/ID(n%08d)" % self.number if tag == _NOTE else self.extra
        home = self.home.number if self.home else 0
        return b"<</S/%b/P %d 0 R%b/K %b>>" % (tag, home, extra, inner)

    def form(self, base: int) -> tuple[bytes, list[int]]:
        """The same with gaps for numbers from `base` on, and these."""
        inner = (
            b"%d 0 R" if len(self.kids) == 1 else b"[%b]" % b" ".join([b"%d 0 R"] * len(self.kids))
        )
        note = self.tag == _NOTE
        extra = b"/ID(n%08d)" if note else self.extra.replace(b"%", b"%%")
        home, above = _above(self.home, base)
        own = [self.number] if note else []
        form = b"<</S/%b/P %b%b/K %b>>" % (self.tag, home, extra, inner)
        return form, [*above, *own, *self.kids]


class Leaf(Struct, gc=False):
    """An element of content: its object's number, its tag, its home, further entries.

    `kids` are what it has on pages so far: (page's object, what goes into its array). Most have none
    of them: they are whole on a page, and written there.
    """

    number: int
    tag: bytes
    home: Group
    extra: bytes = b""
    kids: list[tuple[int, bytes]] | None = None

    def back(self, page: int) -> None:
        """Forget what it has on `page` and those behind it."""
        while self.kids and self.kids[-1][0] >= page:
            self.kids.pop()

    def add(self, page: int, kid: bytes) -> None:
        """Have `kid` on `page`."""
        if self.kids is None:
            self.kids = []
        self.kids.append((page, kid))

    def written(self, content: bytes) -> bytes:
        """Its dictionary with `content` behind."""
        return b"<</S/%b/P %d 0 R%b%b>>" % (self.tag, self.home.number, self.extra, content)

    def form(self, base: int) -> tuple[bytes, list[int]]:
        """Its dictionary without content, with gaps for numbers from `base` on, and these."""
        home, above = _above(self.home, base)
        return b"<</S/%b/P %b%b>>" % (self.tag, home, self.extra.replace(b"%", b"%%")), above


def _above(home: Group | None, base: int) -> tuple[bytes, list[int]]:
    """The reference to what an element is in: the root stays as it is, others are counted from `base`."""
    number = home.number if home else 0
    return (b"%d 0 R", [number]) if number >= base else (b"%d 0 R" % number, [])


class Stretch(Struct):
    """The elements of one block of the document, which stand together among the objects from `base` on.

    `bare` are those without content, `kids` the numbers of those that stand below the root. `made` is
    kept of one that is written again.
    """

    base: int
    groups: list[Group] = field(default_factory=list)
    leaves: list[Leaf] = field(default_factory=list)
    bare: list[Leaf] = field(default_factory=list)
    kids: list[int] = field(default_factory=list)
    count: int = 0
    made: "Form | None" = None

    def notes(self) -> list[Group]:
        """Its notes."""
        return [group for group in self.groups if group.tag == _NOTE]

    def move(self, base: int) -> None:
        """Have its objects stand from `base` on."""
        by = base - self.base
        if not by:
            return
        self.base = base
        for group in self.groups:
            group.number += by
        for leaf in self.leaves:
            leaf.number += by
        self.kids = list(map(by.__add__, self.kids))

    def form(self) -> "Form":
        """What it writes of itself, wherever it stands."""
        if self.made is None:
            base = self.base
            written = [(group.number, group.form(base)) for group in self.groups]
            written += [(leaf.number, leaf.form(base)) for leaf in self.bare]
            shown = b"\n".join([form for _, (form, _) in written])
            inner = [number - base for _, (_, numbers) in written for number in numbers]
            self.made = Form([number - base for number, _ in written], shown, inner)
        return self.made


class Form(Struct, frozen=True):
    """The objects that a stretch writes of itself, in lines with gaps for the numbers of `inner` objects.

    All are counted from the first object of the stretch, as are the `places` where they go.
    """

    places: list[int]
    shown: bytes
    inner: list[int]


class LinkLeaf(Struct, gc=False):
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
    """The tree of one document, being made, a stretch after the other."""

    pack: Pack
    root: Group = field(default_factory=lambda: Group(0, b"Document"))
    own: Stretch = field(default_factory=lambda: Stretch(0))

    def __post_init__(self) -> None:
        """Give the root its number."""
        self.root.number = self.pack.reserve()

    def group(self, home: Group, tag: bytes, extra: bytes = b"") -> Group:
        """A new last kid of `home` for further elements; `extra` are entries of its dictionary."""
        objects = self.pack.objects
        number = len(objects)
        objects.append(b"null")
        home.kids.append(number)
        made = Group(number, tag, extra, home)
        self.own.groups.append(made)
        return made

    def leaf(self, home: Group, tag: bytes, extra: bytes = b"") -> Leaf:
        """A new last kid of `home` for content."""
        objects = self.pack.objects
        number = len(objects)
        objects.append(b"null")
        home.kids.append(number)
        made = Leaf(number, tag, home, extra)
        self.own.leaves.append(made)
        return made

    def bare(self, home: Group, tag: bytes, extra: bytes = b"") -> None:
        """A new last kid of `home` that has no content."""
        self.own.bare.append(self.leaf(home, tag, extra))

    def note(self, home: Group) -> Group:
        """A new note."""
        return self.group(home, _NOTE)

    def begin(self) -> Stretch:
        """Begin a stretch; it is whole when it ends."""
        self.own = Stretch(len(self.pack.objects))
        self.root.kids.clear()
        return self.own

    def end(self) -> Stretch:
        """The stretch that was begun, whole. Groups of which nothing is shown are left out."""
        own = self.own
        empty: set[int] = set()
        for group in reversed(own.groups):  # those inside others come first
            if empty:
                group.kids = [kid for kid in group.kids if kid not in empty]
            if not group.kids:
                empty.add(group.number)
        if empty:
            own.groups = [group for group in own.groups if group.number not in empty]
        own.kids = [kid for kid in self.root.kids if kid not in empty]
        own.count = len(self.pack.objects) - own.base
        self._put(own)
        return own

    def again(self, stretch: Stretch) -> None:
        """Have a stretch made before stand here."""
        objects = self.pack.objects
        form, base = stretch.form(), len(objects)
        stretch.move(base)
        objects += [b"null"] * stretch.count
        if form.places:
            made = (form.shown % (*map(base.__add__, form.inner),)).split(b"\n")
            for place, written in zip(form.places, made, strict=True):
                objects[base + place] = written

    def _put(self, stretch: Stretch) -> None:
        objects = self.pack.objects
        for group in stretch.groups:
            objects[group.number] = group.written()
        for leaf in stretch.bare:
            objects[leaf.number] = leaf.written(b"")

    def write(self, leaf: Leaf, page: int, marked: list[int]) -> None:
        """Write an element whose content is all in the next mark of `page`, which has had `marked`."""
        self.pack.objects[leaf.number] = b"<</S/%b/P %d 0 R%b/Pg %d 0 R/K %d>>" % (
            leaf.tag, leaf.home.number, leaf.extra, page, len(marked),
        )  # fmt: skip
        marked.append(leaf.number)

    def write_link(self, link: LinkLeaf) -> None:
        """Write the element of a link with the stretches it has so far."""
        kids = link.kids
        first, mark, number = kids[0]
        if len(kids) == 1:  # most are
            inner = b"%d<</Type/OBJR/Obj %d 0 R>>" % (mark, number)
        else:
            inner = b" ".join([_stretch(first, *kid) for kid in kids])
        self.pack.objects[link.number] = b"<</S/Link/P %d 0 R/Pg %d 0 R/K[%b]>>" % (
            link.home, first, inner,
        )  # fmt: skip

    def close(self, leaf: Leaf) -> None:
        """Write an element whose content is all painted."""
        kids = leaf.kids
        content = b""
        if kids:
            home = kids[0][0]
            content = b"/Pg %d 0 R/K " % home
            if len(kids) == 1:
                content += kids[0][1]
            else:
                inner = [kid if page == home else _elsewhere(page, kid) for page, kid in kids]
                content += b"[%b]" % b" ".join(inner)
        self.pack.objects[leaf.number] = leaf.written(content)

    def parents(self, page: int, marked: Sequence[int], links: Sequence[Link]) -> int:
        """Write what `page` says in the tree of parents, whose keys are numbers of objects; its number.

        So much of that tree stays the same where another page changes, and halves write it at once.
        """
        pairs = [number for link in links for number in (link.number, link.element)]
        keys = b" %d %d 0 R" * len(links) % (*pairs,)
        last = links[-1].number if links else page
        return self.pack.put(
            b"<</Limits[%d %d]/Nums[%d%b%b]>>" % (page, last, page, listed(marked), keys)
        )

    def finish(self, stretches: Sequence[Stretch], parents: Sequence[int]) -> int:
        """Write the root, below which `stretches` stand; its number.

        `parents` are the objects of the tree of parents, one for each page.
        """
        pack, root = self.pack, self.root
        end = len(pack.objects)
        holder = pack.put(b"<</Kids%b>>" % listed(parents))
        notes = [group.number for stretch in stretches for group in stretch.notes()]
        tree = pack.put(
            b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d"
            b"/RoleMap<</Judgment/P>>%b>>" % (root.number, holder, end, self._names(notes))
        )
        kids = [kid for stretch in stretches for kid in stretch.kids]
        pack.objects[root.number] = b"<</S/Document/P %d 0 R/K%b>>" % (tree, listed(kids))
        return tree

    def _names(self, notes: Sequence[int]) -> bytes:
        """Where each note's identifier leads."""
        if not notes:
            return b""
        names = b" ".join([b"(n%08d) %d 0 R" % (number, number) for number in notes])
        limits = b"(n%08d)(n%08d)" % (notes[0], notes[-1])
        kid = self.pack.put(b"<</Names[%b]/Limits[%b]>>" % (names, limits))
        return b"/IDTree<</Kids[%d 0 R]>>" % kid


def listed(numbers: Sequence[int]) -> bytes:
    """An array of references."""
    return b"[%b]" % (b"%d 0 R " * len(numbers) % (*numbers,))[:-1]


def _stretch(first: int, page: int, mark: int, number: int) -> bytes:
    """A stretch of a link that begins on page `first`: its mark, and the annotation's object."""
    if page == first:
        return b"%d<</Type/OBJR/Obj %d 0 R>>" % (mark, number)
    return b"<</Type/MCR/Pg %d 0 R/MCID %d>><</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>" % (
        page, mark, page, number,
    )  # fmt: skip


def _elsewhere(page: int, kid: bytes) -> bytes:
    """A kid on another page than the element's first."""
    return b"<</Type/MCR/Pg %d 0 R/MCID %b>>" % (page, kid) if kid.isdigit() else kid


def language(tag: str) -> bytes:
    """The entry that gives an element's language."""
    return b"/Lang" + text_string(tag)


HEADER_CELL = b"/A<</O/Table/Scope/Column>>"
BULLETS = b"/A<</O/List/ListNumbering/Disc>>"
NUMBERS = b"/A<</O/List/ListNumbering/Decimal>>"
