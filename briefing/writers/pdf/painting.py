"""Pages are painted: text, rules, links, and where everything lies."""

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from briefing.writers.pdf.bars import bars, change_bars
from briefing.writers.pdf.contents import Entry, Sheet, show
from briefing.writers.pdf.figures import drawn, line
from briefing.writers.pdf.furniture import Furniture
from briefing.writers.pdf.items import ROW_GAP, Item, TableRow
from briefing.writers.pdf.lexicon import FIRST
from briefing.writers.pdf.lines import Span
from briefing.writers.pdf.linking import Stamp, destination
from briefing.writers.pdf.paging import Page
from briefing.writers.pdf.painted import Begun, Leads, Painted, Parting
from briefing.writers.pdf.picture import Logo
from briefing.writers.pdf.regions import excerpts
from briefing.writers.pdf.repainting import Repainter
from briefing.writers.pdf.setting import Setter
from briefing.writers.pdf.stamping import BELOW, HIGH, bare, foot, stamp, told
from briefing.writers.pdf.tagging import Tree, listed

ARTIFACT = b"/Artifact BMC"


class Painter(Repainter):
    """Paints the pages of one document.

    `holder` and `resources` are the objects of the page tree and of what pages share. One that paints
    `only` the later pages leaves those with shaped glyphs `raw`, by their place among the streams.
    """

    def __init__(
        self, setter: Setter, tree: Tree, logo: Logo | None = None, *, only: Parting | None = None
    ) -> None:
        super().__init__(tree, setter.house, placed=setter.placed)
        self.logo = logo
        self.setter, self.house = setter, setter.house
        self._tails = not self.placed  # else stamps are wanted
        self.parting, self._only = only, only
        self.raw: dict[int, bytes] = {}
        self.holder = self.resources = 0
        self.where: dict[str, int] = {}
        self._begun: list[Begun] = []
        self._total = 0
        self.grounds: list[bytes] = []
        self.entries: list[Entry] = []

    def paint(self, pages: Sequence[Page], total: int = 0) -> Painted:
        """Paint `pages` in order, from the first that is not yet painted.

        There are `total` pages; if that is 0, it is not yet known, and `end` is to be told. Where nothing
        is kept, each is empty when it is painted.
        """
        done, parting = self.done, self.parting
        furniture = self._furniture(total)
        painted = len(done.numbers)
        first = painted + (self._only.page if self._only else 0)
        for self.at, page in enumerate(pages[painted:], first):
            if self.placed:
                sizes = list(map(len, self._kept()))
                self._begun.append((sizes, self.fonts.state(), self.held))
            if parting and self.at == parting.page:
                objects = self.tree.pack.objects
                objects += [b""] * (parting.number - len(objects))
            links = len(done.links)
            self.number = self.tree.pack.reserve()
            self.out, self.grounds, self.marked = [], [], []
            self.entries = []
            self.asked.append(set())
            done.numbers.append(self.number)
            marking = self.setter.marking if self.at == 0 else None
            head = furniture.head(self.at + 1, tagged=marking is not None)
            if marking:
                self.tree.write(marking, self.number, self.marked)
            self._page(page)
            grounds = b"\n".join([ARTIFACT, *self.grounds, b"EMC\n"]) if self.grounds else b""
            before = b"%b%bBT\n" % (head, grounds)
            self._sheet(before, b"\nET\n" + furniture.foot(self.at + 1) if total else b"")
            new = done.links[links:]
            numbers = [link.number for link in new]
            done.annotations.append(b"/Annots%b" % listed(numbers) if new else b"")
            done.parents.append(self.tree.parents(self.number, self.marked, new))
            if not self.placed:
                page.clear()
                if total:
                    done.sheets[-1].clear()
        if total != self._total:
            self._end(done.sheets[:painted], total)
        return done

    def end(self, total: int) -> None:
        """Give all pages their foot, now that their number is known."""
        self._end(self.done.sheets, total)

    def _end(self, sheets: Sequence[Sheet], total: int) -> None:
        """Give `sheets`, the first ones, the foot that tells of `total` pages."""
        self._total = total
        furniture = self._furniture(total)
        for at, sheet in enumerate(sheets, 1):
            sheet.behind = b"\nET\n" + furniture.foot(at)
            sheet.numbers = []
            if not sheet.entries:
                self.tree.pack.fill(sheet.slot, self._content(sheet))
            if not self.placed:
                sheet.clear()

    def _furniture(self, total: int) -> Furniture:
        return Furniture(self.setter.document, self.house, self.fonts, total, self.logo)

    def fill(self, *, early: bool = False) -> None:
        """Put the page numbers into the contents; `early`, before all pages are painted, if it can be."""
        for sheet in self.done.sheets:
            if sheet.entries:
                self._fill(sheet, early=early)

    def _sheet(self, before: bytes, behind: bytes) -> None:
        """The page that was painted becomes a stream, when it has its foot."""
        pack = self.tree.pack
        before = self._coded(before)
        shown = self.out if self.entries else [b"\n".join(self.out)]
        shown = list(map(self._coded, shown))
        sheet = Sheet(len(pack.streams), before, shown, behind, self.entries)
        self.done.sheets.append(sheet)
        content = self._content(sheet) if behind and not self.entries else b""
        if self._only and FIRST in content:
            self.raw[sheet.slot], content = content, b""
        pack.stream(content)

    def _coded(self, shown: bytes) -> bytes:
        """Operators with the codes of their glyphs, if they are to have them here."""
        return self.fonts.coded(shown) if FIRST in shown and not self._only else shown

    def _content(self, sheet: Sheet) -> bytes:
        return self._coded(b"%b%b%b" % (sheet.before, b"\n".join(sheet.out), sheet.behind))

    def back(self, pages: Sequence[Page], first: int, objects: Sequence[bytes]) -> None:
        """Forget page `first` and those behind it.

        `pages` are those to be painted, `objects` what has come to be since painting began.
        """
        number = self.done.numbers[first]
        pages[first].let_go(number)
        sizes, fonts, self.held = self._begun[first]
        if self.held:
            self.held[2].back(number)
        before = self.tree.pack.objects
        before += objects[: sizes[0] - len(before)]
        for kept, size in zip(self._kept(), sizes, strict=True):
            del kept[size:]
        if self.held:
            self.tree.write_link(self.held[2])
        del self._begun[first:], self.asked[first:]
        self.fonts.back(fonts)
        self.used.clear()

    def _kept(self) -> list[list[Any]]:
        """All that grows with each page."""
        pack, done = self.tree.pack, self.done
        return [
            pack.objects, pack.streams, done.numbers, done.sheets, done.annotations, done.parents,
            done.links, done.places, done.outline, done.regions,
        ]  # fmt: skip

    def _page(self, page: Page) -> None:
        top = self.high - self.house.look.top
        self.grounds += bars(page, top, self.house) + change_bars(page, top, self.house)
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
                if end == piece.count and (piece.ends or number + 1 == len(page.parts)):
                    low = top - down - (end - start) * piece.leading - ROW_GAP
                    self._rule(piece.closing, low)
            elif piece.drawing:
                drawing, leaf = piece.drawing
                shown = drawn(drawing, (self.left, top - down), self.house, self.fonts)
                self.out.append(b"ET\n/Figure<</MCID %d>>BDC" % len(self.marked))
                self.out += (shown, b"EMC\nBT")
                self.tree.write(leaf, self.number, self.marked)
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

    def _item(
        self, item: Item, start: int, end: int, top: float, *, repeated: bool = False
    ) -> None:
        """Paint lines of an item, the first of them at `top`."""
        kept, lines = item.stamp, item.lines
        if not kept or start or repeated or end != item.count:
            self._lines(item, (start, end), top, repeated=repeated)
        elif kept.plain:
            if lines.faces not in self.used:
                self.use(lines)
            self.plain(item.leaf, kept, top)
        elif kept.tailed and kept.anchors is self.anchors and not item.listed:
            self.tailed(item, kept, top)
        else:
            self._lines(item, (start, end), top, repeated=repeated)

    def _lines(self, item: Item, stretch: tuple[int, int], top: float, *, repeated: bool) -> None:
        """Paint lines and what belongs to them."""
        style, lines = item.style, item.lines
        start, end = stretch
        y = top - foot(style.size)
        if not start and item.anchor and not repeated:
            self.anchor(item, item.anchor, top)
        if not start and item.label:
            self.label(item.label, y)
        if lines.odd or lines.faces not in self.used:
            self.use(lines)
        if repeated:
            self._repeated(item, start, end, y)
        elif (
            start
            or end < len(lines.shown)
            or not (lines.tail and self._tails)
            or not self._tail(item, y)
        ):
            self._any(item, start, end, y)

    def _any(self, item: Item, start: int, end: int, y: float) -> None:
        """Paint lines of any kind."""
        lines = item.lines
        whole = not start and end == len(lines.shown)
        if lines.linked or (whole and self.placed) or lines.boxes:
            made = self._stamp(item, start, end)
            if made.boxes:
                place = (self.at + 1, self.left + item.x, self.high - y)
                self.done.regions += excerpts(made.boxes, place)
            first, notes = len(self.marked), item.notes
            gaps = [first + gap if gap >= 0 else notes[~gap].number for gap in made.gaps]
            self.out.append(made.shown % (y, *gaps))
            if whole and not made.parted and item.listed is None:
                self.write_alone(item, made, y)
                return
            item.leaf.kids = item.leaf.kids if start else None
            self.note_marks(item, made, y)
        else:
            self._plain(item, start, end, y)
            if whole:
                self.tree.write(item.leaf, self.number, self.marked)
                return
            item.leaf.kids = item.leaf.kids if start else None
            self.note_mark(item.leaf)
        if end == len(lines.shown):
            if item.listed is not None:
                low = y - (end - start - 1) * item.leading
                self._listed(item, item.listed, (self.left + item.x, low))
            self.tree.close(item.leaf)

    def _tail(self, item: Item, y: float) -> bool:
        """Paint lines of which the last ends in a link; whether they do, and the link leads somewhere.

        That is most of all links; a stamp would say the same, and take twice the time.
        """
        if item.listed:
            return False
        lines, leaf, marked = item.lines, item.leaf, self.marked
        others: Any = lines.shown[:-1]
        last: Any = lines.shown[-1]
        span: Span = last[-1]
        before, run, note = last[:-1], span.run, 0
        if run.note >= 0:
            if run.note >= len(item.notes):
                return False
            note = item.notes[run.note].number
        elif run.url is None and run.goto not in self.anchors:
            return False
        x, down = self.left + item.x, len(others) * item.leading
        self.out.append(b"%b 1 0 0 1 %.2f %.2f Tm" % (self.state(lines.base, item.leading), x, y))
        kids = b""
        if others or before:
            text = b"\nT*\n".join((*others, *before))
            if not before:
                text += b"\nT*"
            self.out.append(b"/%b<</MCID %d>>BDC\n%b\nEMC" % (leaf.tag, len(marked), text))
            kids = b"%d " % len(marked)
            marked.append(leaf.number)
        low = run.rise - run.size * BELOW - down
        edges = (x + span.left, y + low, x + span.right, y + (low + run.size * HIGH))
        area = b"%.2f %.2f %.2f %.2f" % edges
        leads: Leads
        if note:
            shown = b"%b(%d)Tj%b" % (span.before, note, span.behind)
            leads = area, b"(Note %d)" % note, None, f"note-{note}"
            high = min(y - down + 14.0, self.high)
            self.done.places.append((f"mark-{note}", destination(self.number, high)))
        else:
            shown = span.before + span.behind
            leads = (area, *told(run))
        self.out.append(b"/Link<</MCID %d>>BDC %b EMC" % (len(marked), shown))
        number = self.new_link(leaf, leads)
        self.held = None
        self.write_leaf(leaf, b"[%b%d 0 R]" % (kids, number) if kids else b"%d 0 R" % number)
        return True

    def _plain(self, item: Item, start: int, end: int, y: float) -> None:
        """Paint lines that lead nowhere."""
        style, lines = item.style, item.lines
        state = self.state(lines.base, style.leading)
        text = b" T*\n".join(map(bare, lines.shown[start:end]))
        reset = b" 0 Tw" if style.justified else b""
        mark = (item.leaf.tag, len(self.marked), text, reset)
        self.out.append(
            b"%b 1 0 0 1 %.2f %.2f Tm/%b<</MCID %d>>BDC %b EMC%b"
            % (state, self.left + item.x, y, *mark)
        )

    def _repeated(self, item: Item, start: int, end: int, y: float) -> None:
        """Paint lines that were read before."""
        style, lines = item.style, item.lines
        place = (self.state(lines.base, style.leading), self.left + item.x, y)
        text = b" T*\n".join(map(bare, lines.shown[start:end]))
        reset = b" 0 Tw" if style.justified else b""
        self.out.append(b"/Artifact BMC %b 1 0 0 1 %.2f %.2f Tm %b EMC" % (*place, text + reset))

    def _stamp(self, item: Item, start: int, end: int) -> Stamp:
        """What lines of an item show, wherever they are painted; that of a whole item may be kept."""
        whole = not start and end == len(item.lines.shown)
        made = item.stamp if whole else None
        if made is None or (made.asked and made.asked & self.anchors != made.there):
            state = self.state(item.lines.base, item.style.leading)
            made = stamp(item, (start, end), (state, self.left + item.x), self.anchors)
            if whole and self.placed:
                item.stamp = made
        elif made.anchors is not self.anchors and whole:
            item.stamp = made = replace(made, anchors=self.anchors)
        if made.asked:
            self.asked[-1] |= made.asked
        return made

    def _listed(self, item: Item, listed: str, end: tuple[float, float]) -> None:
        """Leave room for the leaders and the page number that end an entry of the contents."""
        entry = Entry(item, listed, end, len(self.out), len(self.marked))
        self.entries.append(entry)
        self.out += (b"", b"")
        self.out.append(b"")
        self.link(item.leaf, (b"", b"", None, listed))
        entry.link = self.done.links[-1]

    def _fill(self, sheet: Sheet, *, early: bool) -> None:
        """Put the page numbers into a page of the contents, if they are not those it has."""
        numbers = [str(self.where.get(entry.listed, "")) for entry in sheet.entries]
        before = sheet.numbers or ["not yet"] * len(numbers)
        if numbers == before:
            return
        sheet.numbers = numbers
        edge, ink = self.left + self.house.measure, self.house.look.rule
        for entry, number, old in zip(sheet.entries, numbers, before, strict=True):
            if number != old:
                state = self.state(entry.item.lines.base, entry.item.style.leading)
                show(sheet, entry, number, (edge, state, ink), self.fonts)
        content = b"%b%b%b" % (sheet.before, b"\n".join(sheet.out), sheet.behind)
        if FIRST in content:
            content = b"" if early else self.fonts.coded(content)
            sheet.numbers = []  # codes given now are given anew behind those of the next pages
        self.tree.pack.fill(sheet.slot, content)
