"""Pages are painted: text, rules, links, and where everything lies."""

from collections.abc import Sequence

from msgspec import Struct, field

from briefing.model.output import Region, RegionKind
from briefing.model.passage import Passage
from briefing.writers.pdf.embedding import Fonts
from briefing.writers.pdf.figures import drawn, fill, line
from briefing.writers.pdf.furniture import Furniture
from briefing.writers.pdf.items import Item, Label, Note, TableRow
from briefing.writers.pdf.lexicon import FIRST
from briefing.writers.pdf.lines import Lines, Span
from briefing.writers.pdf.linking import Link
from briefing.writers.pdf.look import Style
from briefing.writers.pdf.packing import text_string
from briefing.writers.pdf.paging import Page
from briefing.writers.pdf.picture import Logo
from briefing.writers.pdf.runs import shares
from briefing.writers.pdf.setting import Setter
from briefing.writers.pdf.tagging import Leaf

_BAR_LEFT, _BAR_WIDTH = 2.0, 1.6
_BELOW_BAR = 1.43
"""A bar ends so many sizes below the top of its last line."""
_DISPLAY = 12
"""Sizes above are display sizes, which sit a little higher in their line."""
ARTIFACT = b"/Artifact BMC"


class Painted(Struct):
    """What painting all pages gives: the objects of their contents, the elements of their marks, links."""

    contents: list[int] = field(default_factory=list)
    marked: list[list[int]] = field(default_factory=list)
    annotations: list[list[int]] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    places: dict[str, tuple[int, float]] = field(default_factory=dict)
    outline: list[tuple[int, str, str]] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)


class Painter:
    """Paints the pages of one document."""

    def __init__(
        self,
        setter: Setter,
        numbers: Sequence[int],
        where: dict[str, int],
        logo: Logo | None = None,
    ) -> None:
        self.logo = logo
        self.setter, self.tree, self.house = setter, setter.tree, setter.house
        self.numbers = numbers
        self.where = where
        self.fonts = Fonts()
        self.done = Painted()
        self.left, self.high = self.house.look.left, self.house.page[1]
        self._states: dict[tuple[bytes, float], bytes] = {}
        self._held: tuple[int, str, Leaf] | None = None
        self._used: set[int] = set()
        self.at = 0
        self.number = 0
        self.out: list[bytes] = []
        self.grounds: list[bytes] = []
        self.marked: list[int] = []
        self.annotations: list[int] = []

    def paint(self, pages: Sequence[Page]) -> Painted:
        """Paint `pages` in order."""
        done = self.done
        document, total = self.setter.document, len(pages)
        furniture = Furniture(document, self.house, self.fonts, total, self.logo)
        for self.at, page in enumerate(pages):
            self.number = self.numbers[self.at]
            self.out, self.grounds, self.marked, self.annotations = [], [], [], []
            marking = self.setter.marking if self.at == 0 else None
            head = furniture.head(self.at + 1, tagged=marking is not None)
            if marking:
                self.marked.append(marking.number)
                marking.kids.append((self.number, b"0"))
                self.tree.close(marking)
            self._page(page)
            grounds = b"\n".join([ARTIFACT, *self.grounds, b"EMC\n"]) if self.grounds else b""
            text = b"\n".join(self.out)
            foot = furniture.foot(self.at + 1)
            content = b"%b%bBT\n%b\nET\n%b" % (head, grounds, text, foot)
            if FIRST in content:
                content = self.fonts.coded(content)
            done.contents.append(self.tree.pack.stream(content))
            done.marked.append(self.marked)
            done.annotations.append(self.annotations)
        if self._held:
            self.tree.close(self._held[2])
        return done

    def _page(self, page: Page) -> None:
        top = self.high - self.house.look.top
        self._bars(page, top)
        for number, (piece, start, end, down) in enumerate(page.parts):
            repeated = number < page.repeated
            if isinstance(piece, Item):
                self._item(piece, start, end, top - down)
            elif isinstance(piece, TableRow):
                if not start:
                    self._rule(piece.rule, top - down)
                for cell in piece.cells:
                    if start < cell.count:
                        self._item(cell, start, min(end, cell.count), top - down, repeated=repeated)
            else:
                if piece.rule:
                    self._rule(piece.rule, top - down)
                if piece.drawing:
                    drawing, leaf = piece.drawing
                    shown = drawn(drawing, (self.left, top - down), self.house, self.fonts)
                    self.out.append(b"ET\n/Figure<</MCID %d>>BDC" % len(self.marked))
                    self.out += (shown, b"EMC\nBT")
                    self._mark(leaf)
                    self.tree.close(leaf)
        if page.notes:
            look = self.house.look
            top = look.bottom + page.note_height - 12.0
            self.grounds.append(
                line((self.left, top + 5), (self.left + 90, top + 5), look.rule, 0.6)
            )
            for note, start, end, down in page.notes:
                self._item(note, start, end, top - down)

    def _rule(self, ink: str, top: float) -> None:
        weight = 0.9 if ink == self.house.look.accent else 0.5
        ends = ((self.left, top + 1.0), (self.left + self.house.measure, top + 1.0))
        self.grounds.append(line(*ends, ink, weight))

    def _mark(self, leaf: Leaf) -> None:
        """The next mark of the page is content of `leaf`."""
        leaf.kids.append((self.number, b"%d" % len(self.marked)))
        self.marked.append(leaf.number)

    def _state(self, base: bytes, leading: float) -> bytes:
        """The operators that begin a paragraph."""
        state = self._states.get((base, leading))
        if state is None:
            state = self._states[base, leading] = b"%b %g TL" % (base, leading)
        return state

    def _use(self, lines: Lines) -> None:
        if id(lines.faces) not in self._used:
            self._used.add(id(lines.faces))
            self.fonts.used.update(lines.faces)
        if lines.odd:
            self.fonts.odd.update(lines.odd)

    def _item(
        self, item: Item, start: int, end: int, top: float, *, repeated: bool = False
    ) -> None:
        """Paint lines of an item, the first of them at `top`."""
        style, lines, leaf = item.style, item.lines, item.leaf
        size = style.size
        y = top - size * (1.05 if size > _DISPLAY else 1.08)
        x = self.left + item.x
        if not start:
            if item.anchor and not repeated:
                self._anchor(item, item.anchor, top)
            if item.label:
                self._label(item.label, y)
        self._use(lines)
        if lines.boxes:
            self._excerpts(item, start, end, (x, y))
        place = (self._state(lines.base, style.leading), x, y)
        reset = b" 0 Tw" if style.justified else b""
        if repeated:
            text = b" T*\n".join(map(_bare, lines.shown[start:end]))
            self.out.append(
                b"/Artifact BMC %b 1 0 0 1 %.2f %.2f Tm %b EMC" % (*place, text + reset)
            )
            return
        if lines.linked:
            self._linked(item, start, end, place)
            if reset:
                self.out.append(reset)
        else:
            text = b" T*\n".join(map(_bare, lines.shown[start:end]))
            marked = self.marked
            self.out.append(
                b"%b 1 0 0 1 %.2f %.2f Tm/%b<</MCID %d>>BDC %b EMC%b"
                % (*place, leaf.tag, len(marked), text, reset)
            )
            leaf.kids.append((self.number, b"%d" % len(marked)))
            marked.append(leaf.number)
        if end == len(lines.shown):
            if item.listed is not None:
                self._listed(item, item.listed, (x, y - (end - start - 1) * style.leading))
            self.tree.close(leaf)

    def _linked(self, item: Item, start: int, end: int, place: tuple[bytes, float, float]) -> None:
        """Paint lines of which some lead somewhere."""
        out, leaf, marked = self.out, item.leaf, self.marked
        out.append(b"%b 1 0 0 1 %.2f %.2f Tm" % place)
        leading = item.style.leading
        is_open = False
        _, x, y = place
        for number, shown in enumerate(item.lines.shown[start:end]):
            if number:
                out.append(b"T*")
            for part in (shown,) if isinstance(shown, bytes) else shown:
                if isinstance(part, Span) and self._leads(item, part):
                    if is_open:
                        out.append(b"EMC")
                        is_open = False
                    self._span(item, part, x, y - number * leading)
                    continue
                if not is_open:
                    out.append(b"/%b<</MCID %d>>BDC" % (leaf.tag, len(marked)))
                    self._mark(leaf)
                    is_open = True
                out.append(part if isinstance(part, bytes) else part.before + part.behind)
        if is_open:
            out.append(b"EMC")

    def _leads(self, item: Item, span: Span) -> bool:
        """Whether a link's place exists."""
        run = span.run
        if run.note >= 0:
            return run.note < len(item.notes)
        return run.url is not None or run.goto in self.setter.anchors

    def _span(self, item: Item, span: Span, x: float, y: float) -> None:
        """Paint a stretch that leads somewhere."""
        run = span.run
        low = y + run.rise - run.size * 0.25
        area = (x + span.left, low, x + span.right, low + run.size * 1.2)
        if run.note >= 0:
            note = item.notes[run.note]
            shown = b"%b(%d)Tj%b" % (span.before, note.number, span.behind)
            self._cited(note, area, y)
            says, goto = b"(Note %d)" % note.number, f"note-{note.number}"
        else:
            shown = span.before + span.behind
            goto = run.goto or ""
            kind, _, number = goto.partition("-")
            says = (
                text_string(run.url)
                if run.url
                else f"(Source {number})".encode()
                if kind == "source"
                else text_string(run.text.strip() or "Link")
            )
        self._link(item.leaf, shown, area, (says, run.url, goto))

    def _link(
        self, leaf: Leaf, shown: bytes, area: tuple[float, float, float, float],
        leads: tuple[bytes, str | None, str],
    ) -> None:  # fmt: skip
        """Paint a link below `leaf`; what goes on from the line before stays one element."""
        says, url, goto = leads
        key = url or goto
        held = self._held
        objects = self.tree.pack.objects
        if held and held[0] == leaf.number and held[1] == key:
            link = held[2]
        else:
            if held:
                self.tree.close(held[2])
            number = len(objects)
            objects.append(b"")
            link = Leaf(number, b"Link", b"<</S/Link/P %d 0 R" % leaf.number)
            leaf.kids.append((self.number, b"%d 0 R" % number))
            self._held = (leaf.number, key, link)
        self.out.append(b"/Link<</MCID %d>>BDC %b EMC" % (len(self.marked), shown))
        self._mark(link)
        number = len(objects)
        objects.append(b"")
        link.kids.append((self.number, b"<</Type/OBJR/Obj %d 0 R>>" % number))
        self.annotations.append(number)
        edges = b"%.2f %.2f %.2f %.2f" % area
        self.done.links.append(Link(number, edges, link.number, says, url, goto))

    def _label(self, label: Label, y: float) -> None:
        style, lines = label.style, label.lines
        x = self.left + label.x
        self._use(lines)
        self.out.append(b"%b 1 0 0 1 %.2f %.2f Tm" % (self._state(lines.base, style.leading), x, y))
        text = b"".join(map(_bare, lines.shown))
        if label.goto:
            low = y - style.size * 0.25
            area = (x, low, x + lines.wide, low + style.size * 1.2)
            says = f"(Back to mark {label.goto.partition('-')[2]})".encode()
            self._link(label.leaf, text, area, (says, None, label.goto))
        else:
            self.out.append(b"/Lbl<</MCID %d>>BDC %b EMC" % (len(self.marked), text))
            self._mark(label.leaf)
        self.tree.close(label.leaf)

    def _listed(self, item: Item, listed: str, end: tuple[float, float]) -> None:
        """Leaders and the page number that end an entry of the contents."""
        x, y = end
        style = item.style
        edge = self.left + self.house.measure
        number = str(self.where.get(listed, ""))
        shown, wide = self.fonts.show(number, style.font, style.size)
        dot = self.fonts.show(". .", style.font, style.size)[1]
        dot -= self.fonts.show(".", style.font, style.size)[1]
        count = max(int((edge - wide - 6.0 - x - item.lines.wide) / dot), 0)
        start = edge - wide - 4.0 - count * dot
        dots = b"/Artifact BMC %b rg 1 0 0 1 %.2f %.2f Tm(%b)Tj EMC" % (
            shares(self.house.look.rule).encode(), start, y, b" ." * count,
        )  # fmt: skip
        self.out.append(dots)
        state = self._state(item.lines.base, style.leading)
        self.out.append(b"%b 1 0 0 1 %.2f %.2f Tm" % (state, edge - wide, y))
        low = y - style.size * 0.25
        area = (edge - wide, low, edge, low + style.size * 1.2)
        self._link(item.leaf, shown, area, (text_string(number), None, listed))

    def _anchor(self, item: Item, anchor: str, top: float) -> None:
        done, page = self.done, self.at + 1
        done.places[anchor] = (self.at, min(top + 6.0, self.high))
        if item.outline is None and item.source is None:
            return
        down = self.high - top
        bottom = down + item.leading + (item.after if item.count == 1 else 0.0)
        box = (self.left, down, self.left + self.house.measure, bottom)
        if item.outline:
            done.outline.append((*item.outline, anchor))
            done.regions.append(Region(RegionKind.HEADING, page, *box, anchor=anchor))
        if item.source:
            done.regions.append(Region(RegionKind.REFERENCE, page, *box, sources=(item.source,)))

    def _cited(self, note: Note, area: tuple[float, float, float, float], y: float) -> None:
        """Where a mark lies."""
        left, low, right, high = area
        self.done.places[f"mark-{note.number}"] = (self.at, min(y + 14.0, self.high))
        region = Region(
            RegionKind.CITATION, self.at + 1, left, self.high - high, right, self.high - low,
            note=note.number, sources=note.sources,
        )  # fmt: skip
        self.done.regions.append(region)

    def _excerpts(self, item: Item, start: int, end: int, place: tuple[float, float]) -> None:
        """One region for all lines of an excerpt on a page."""
        x, y = place
        size, leading = item.style.size, item.style.leading
        first = self.high - y + start * -leading + size * 0.25
        found: dict[Passage, list[float]] = {}
        for number, left, right, passage in item.lines.boxes:
            if not start <= number < end:
                continue
            low = first + number * leading
            known = found.get(passage)
            if known is None:
                found[passage] = [left, low - size * 1.2, right, low]
            else:
                known[0], known[2] = min(known[0], left), max(known[2], right)
                known[3] = low
        for passage, (left, top, right, low) in found.items():
            region = Region(
                RegionKind.EXCERPT, self.at + 1, x + left, top, x + right, low, passage=passage
            )
            self.done.regions.append(region)

    def _bars(self, page: Page, top: float) -> None:
        """Bars and tints behind items; neighbours of one kind become one shape."""
        first: float | None = None
        low, style = 0.0, None
        for piece, start, end, down in page.parts:
            own = piece.style if type(piece) is Item and piece.style.bar else None
            if first is not None and style is not None:
                joins = own and own.bar == style.bar and own.tint == style.tint
                if not joins or (piece.before and not start):
                    self._ground(style, top - first, top - low)
                    first = None
            if own:
                style = own
                first = down if first is None else first
                under = min(own.size * _BELOW_BAR, own.leading + own.after)
                low = down + (end - start - 1) * own.leading + under
        if first is not None and style is not None:
            self._ground(style, top - first, top - low)

    def _ground(self, style: Style, high: float, low: float) -> None:
        x = self.left + _BAR_LEFT
        if style.tint:
            wide = self.house.measure - _BAR_LEFT
            self.grounds.append(fill(x, low - 3.0, wide, high - low + 6.0, style.tint))
        self.grounds.append(fill(x, low, _BAR_WIDTH, high - low, style.bar or ""))


def _bare(line: bytes | Sequence[bytes | Span]) -> bytes:
    """What shows a line, without its links."""
    if isinstance(line, bytes):
        return line
    return b" ".join([one if isinstance(one, bytes) else one.before + one.behind for one in line])
