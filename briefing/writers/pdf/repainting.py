"""Whole items are painted again from what is kept of them."""

from typing import Any

from briefing.writers.pdf.embedding import Fonts
from briefing.writers.pdf.items import Item, Label
from briefing.writers.pdf.lines import Lines
from briefing.writers.pdf.linking import Stamp, destination
from briefing.writers.pdf.look import House
from briefing.writers.pdf.marks import Marks
from briefing.writers.pdf.regions import anchored, excerpts
from briefing.writers.pdf.stamping import BELOW, HIGH, bare
from briefing.writers.pdf.tagging import Leaf, Tree

Mould = tuple[bytes, bytes]
"""What shows labels of one kind, and the area of their links."""


class Repainter(Marks):
    """Paints items whole, and labels, onto the page at hand, which shows `out` so far.

    `anchors` are the places that links may lead to, `asked` those that each page asks for; `used` are
    the faces that this page and those before it show.
    """

    def __init__(self, tree: Tree, house: House, *, placed: bool) -> None:
        super().__init__(tree, house.page[1], placed=placed)
        self.left, self.wide = house.look.left, house.measure
        self.fonts = Fonts()
        self.anchors: set[str] = set()
        self.asked: list[set[str]] = []
        self.out: list[bytes] = []
        self.used: set[tuple[str, ...]] = set()
        self._states: dict[tuple[bytes, float], bytes] = {}
        self._moulds: dict[tuple[object, ...], Mould] = {}

    def state(self, base: bytes, leading: float) -> bytes:
        """The operators that begin a paragraph."""
        state = self._states.get((base, leading))
        if state is None:
            state = self._states[base, leading] = b"%b %g TL" % (base, leading)
        return state

    def use(self, lines: Lines) -> None:
        """The file needs the faces and the odd words of `lines`."""
        if lines.faces not in self.used:
            self.used.add(lines.faces)
            self.fonts.used.update(dict.fromkeys(lines.faces))
        if lines.odd:
            self.fonts.odd.update(dict.fromkeys(lines.odd))

    def plain(self, leaf: Leaf, made: Stamp, top: float) -> None:
        """Paint an item that shows its lines and nothing else, as `Tree.write` has it."""
        marked, number = self.marked, leaf.number
        mark = len(marked)
        self.out.append(made.shown % (top - made.foot, mark))
        self.tree.pack.objects[number] = b"<</S/%b/P %d 0 R%b/Pg %d 0 R/K %d>>" % (
            leaf.tag, leaf.home.number, leaf.extra, self.number, mark,
        )  # fmt: skip
        marked.append(number)

    def tailed(self, item: Item, made: Stamp, top: float) -> None:
        """Paint a whole item as any other, but sooner: words that end in a link. Most links are there."""
        y = top - made.foot
        if item.anchor:
            self.anchor(item, item.anchor, top)
        if item.label:
            self.label(item.label, y)
        if item.lines.odd or item.lines.faces not in self.used:
            self.use(item.lines)
        if made.boxes:
            place = (self.at + 1, self.left + item.x, self.high - y)
            self.done.regions += excerpts(made.boxes, place)
        if made.asked:
            self.asked[-1] |= made.asked
        area: Any = made.marks[1]
        number = (item.notes[area.note].number,) if area.note >= 0 else ()
        first = len(self.marked)
        self.out.append(made.shown % (y, first, first + 1, *number))
        self.write_tailed(item.leaf, self.leads(item, area, y))

    def label(self, label: Label, y: float) -> None:
        """Paint a label at the foot `y`."""
        lines, goto = label.lines, label.goto
        if lines.odd or lines.faces not in self.used:
            self.use(lines)
        key = lines.base, label.style.leading, label.x, lines.wide, goto is None
        mould = self._moulds.get(key)
        if mould is None:
            mould = self._moulds[key] = self._mould(label)
        self.out.append(mould[0] % (y, len(self.marked), b"".join(map(bare, lines.shown))))
        if goto is None:
            self.tree.write(label.leaf, self.number, self.marked)
            return
        size = label.style.size
        low = y - size * BELOW
        says = b"(Back to mark %b)" % goto.partition("-")[2].encode()
        number = self.new_link(label.leaf, (mould[1] % (low, low + size * HIGH), says, None, goto))
        self.held = None
        self.write_leaf(label.leaf, b"%d 0 R" % number)

    def _mould(self, label: Label) -> Mould:
        """What shows labels like this one and the area of their links, with gaps for all that differs."""
        x = self.left + label.x
        state = self.state(label.lines.base, label.style.leading)
        shown = b"%b 1 0 0 1 %.2f %%.2f Tm\n/%b<</MCID %%d>>BDC %%b EMC" % (
            state, x, b"Link" if label.goto else b"Lbl",
        )  # fmt: skip
        return shown, b"%.2f %%.2f %.2f %%.2f" % (x, x + label.lines.wide)

    def anchor(self, item: Item, anchor: str, top: float) -> None:
        """Note that links to `anchor` lead to `item`, which begins at `top`."""
        done = self.done
        done.places.append((anchor, destination(self.number, min(top + 6.0, self.high))))
        if item.outline:
            done.outline.append((*item.outline, anchor))
        if self.placed and (item.outline or item.source):
            sides = (self.left, self.left + self.wide)
            done.regions += anchored(item, self.at + 1, self.high - top, sides)
