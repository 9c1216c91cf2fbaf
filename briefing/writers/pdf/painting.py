"""Pages are painted: text, rules, links, and where everything lies."""

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from briefing.model.document import Document, Text
from briefing.model.output import Region, RegionKind
from briefing.model.passage import Passage
from briefing.writers.pdf.canvas import ARTIFACT, FOOTER, HEADER, Canvas
from briefing.writers.pdf.embedding import Fonts
from briefing.writers.pdf.figures import paint_drawing
from briefing.writers.pdf.look import TLP, House
from briefing.writers.pdf.paging import Page
from briefing.writers.pdf.rows import Row
from briefing.writers.pdf.runs import Notes, Run, runs
from briefing.writers.pdf.tagging import Element
from briefing.writers.pdf.words import width

_TLP = re.compile(r"TLP:[A-Z+]+")
_BAR_LEFT, _BAR_WIDTH = 2.0, 1.6
_DISPLAY = 12
"""Sizes above are display sizes, which sit a little higher in their line."""


class Place(Struct, frozen=True):
    """Where a link leads: the page's index and the height on it."""

    page: int
    top: float


class Link(Struct, frozen=True):
    """An area of a page that leads to `url` or to the place `goto`; `element` is its tag."""

    page: int
    area: tuple[float, float, float, float]
    element: Element
    url: str | None = None
    goto: str | None = None
    says: str = ""


class Painted(Struct):
    """What painting all pages gives."""

    canvases: list[Canvas] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)
    outline: list[tuple[int, str, str]] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)


class Painter(Struct):
    """Paints the pages of one document."""

    document: Document
    notes: Notes
    pages: Mapping[str, int]
    targets: set[str]
    root: Element
    house: House
    fonts: Fonts = field(default_factory=Fonts)
    done: Painted = field(default_factory=Painted)
    _linked: tuple[Element, str, Element] | None = None

    def paint(self, pages: Sequence[Page]) -> Painted:
        """Paint `pages` in order."""
        for number, page in enumerate(pages, 1):
            canvas = Canvas(number - 1, self.fonts)
            self.done.canvases.append(canvas)
            self._page(canvas, page, number, len(pages))
        return self.done

    def _page(self, canvas: Canvas, page: Page, number: int, total: int) -> None:
        self._head(canvas, number)
        self._grounds(canvas, page)
        for at, (top, row) in enumerate(page.rows):
            repeated = ARTIFACT if at < page.repeated else None
            self._row(canvas, row, self.house.page[1] - self.house.look.top - top, repeated)
        if page.notes:
            top = self.house.look.bottom + sum(row.height for row in page.notes)
            canvas.line(
                (self.house.look.left, top + 5.0),
                (self.house.look.left + 90.0, top + 5.0),
                self.house.look.rule,
                0.6,
                ARTIFACT,
            )
            for row in page.notes:
                self._row(canvas, row, top, None)
                top -= row.height
        self._foot(canvas, number, total)

    def _row(self, canvas: Canvas, row: Row, top: float, artifact: str | None) -> None:
        if row.rule:
            weight = 0.9 if row.rule == self.house.look.accent else 0.5
            ends = (
                (self.house.look.left, top + 1.0),
                (self.house.look.left + self.house.measure, top + 1.0),
            )
            canvas.line(*ends, row.rule, weight, ARTIFACT)
        if row.anchor:
            self._anchor(canvas, row, row.anchor, top)
        for x, line, element in row.placed:
            size = max((run.size for run in line if run.note is None), default=10.0)
            base = top - size * (1.05 if size > _DISPLAY else 1.08)
            self._runs(canvas, line, self.house.look.left + x, base, artifact or element)
        if row.listed is not None:
            self._page_number(canvas, row, row.listed, top)
        if row.drawing:
            paint_drawing(canvas, row.drawing, (self.house.look.left, top), self.house)

    def _anchor(self, canvas: Canvas, row: Row, anchor: str, top: float) -> None:
        self.done.places[anchor] = Place(canvas.page, min(top + 6.0, self.house.page[1]))
        box = (
            self.house.look.left,
            self.house.page[1] - top,
            self.house.look.left + self.house.measure,
            self.house.page[1] - top + row.height,
        )
        if row.outline:
            self.done.outline.append((*row.outline, anchor))
            region = Region(RegionKind.HEADING, canvas.page + 1, *box, anchor=anchor)
            self.done.regions.append(region)
        if row.source:
            region = Region(RegionKind.REFERENCE, canvas.page + 1, *box, sources=(row.source,))
            self.done.regions.append(region)

    def _runs(
        self, canvas: Canvas, line: Sequence[Run], x: float, y: float, owner: Element | str
    ) -> None:
        """Draw a line; a space ends it, so that readers keep its last word from the next line's."""
        for number, run in enumerate(line):
            last = number == len(line) - 1
            ends = " " if last and not run.soft and not run.text.endswith(" ") else ""
            wide = run.width if run.excerpt or run.goto or run.url or not last else 0.0
            canvas.text(run, x, y, self._owner(canvas, run, (x, y, wide), owner), ends)
            x += wide

    def _owner(
        self,
        canvas: Canvas,
        run: Run,
        where: tuple[float, float, float],
        owner: Element | str,
    ) -> Element | str:
        """The element the run is in: that of its link, or the paragraph's own."""
        if run.goto is None and run.url is None and run.excerpt is None:
            self._linked = None
            return owner
        x, y, wide = where
        goto = run.goto if run.goto in self.targets else None
        low = y + run.rise - run.size * 0.25
        area = (x, low, x + wide, low + run.size * 1.2)
        box = (area[0], self.house.page[1] - area[3], area[2], self.house.page[1] - area[1])
        if run.note is not None:
            self.done.places[f"mark-{run.note}"] = Place(
                canvas.page, min(y + 14.0, self.house.page[1])
            )
            self._region(canvas, RegionKind.CITATION, box, run)
        if run.excerpt:
            self._excerpt(run.excerpt.passage, box, canvas.page + 1)
        key = run.url or goto
        if key is None or isinstance(owner, str):
            self._linked = None
            return owner
        if self._linked is None or self._linked[0] is not owner or self._linked[1] != key:
            self._linked = (owner, key, owner.add("Link"))
        element = self._linked[2]
        self.done.links.append(Link(canvas.page, area, element, run.url, goto, _says(run)))
        return element

    def _region(
        self, canvas: Canvas, kind: RegionKind, box: tuple[float, float, float, float], run: Run
    ) -> None:
        region = Region(kind, canvas.page + 1, *box, note=run.note or 0, sources=run.sources)
        self.done.regions.append(region)

    def _excerpt(self, passage: Passage, box: tuple[float, float, float, float], page: int) -> None:
        """One region for all lines of an excerpt on a page."""
        regions = self.done.regions
        last = regions[-1] if regions else None
        if last and last.passage == passage and last.page == page:
            left, right = min(last.left, box[0]), max(last.right, box[2])
            regions[-1] = replace(last, left=left, right=right, bottom=box[3])
        else:
            regions.append(Region(RegionKind.EXCERPT, page, *box, passage=passage))

    def _page_number(self, canvas: Canvas, row: Row, listed: str, top: float) -> None:
        """Leaders and the page number that end a line of the contents."""
        x, line, owner = row.placed[-1]
        like = line[-1]
        number = str(self.pages.get(listed, ""))
        end = self.house.look.left + x + sum(run.width for run in line)
        wide = width(number, like.font) * like.size
        y = top - like.size * 1.08
        dot = width(" .", like.font) * like.size
        count = max(int((self.house.look.left + self.house.measure - wide - 6.0 - end) / dot), 0)
        dots = replace(like, text=" ." * count, colour=self.house.look.rule, goto=None)
        canvas.text(
            dots, self.house.look.left + self.house.measure - wide - 4.0 - count * dot, y, ARTIFACT
        )
        shown = replace(like, text=number)
        self._runs(canvas, (shown,), self.house.look.left + self.house.measure - wide, y, owner)

    def _grounds(self, canvas: Canvas, page: Page) -> None:
        """Bars and tints behind rows; neighbours of one kind become one shape."""
        at = 0
        while at < len(page.rows):
            end = at
            while end + 1 < len(page.rows) and _one_ground(
                page.rows[end][1], page.rows[end + 1][1]
            ):
                end += 1
            if page.rows[at][1].bar:
                self._ground(canvas, page.rows[at], page.rows[end])
            at = end + 1

    def _ground(self, canvas: Canvas, first: tuple[float, Row], last: tuple[float, Row]) -> None:
        bottom = last[1]
        sizes = [run.size for _, line, _ in bottom.placed for run in line]
        after = bottom.height - max(sizes, default=10.0) * 1.43
        low = self.house.page[1] - self.house.look.top - last[0] - bottom.height + max(after, 0.0)
        high = self.house.page[1] - self.house.look.top - first[0]
        x = self.house.look.left + _BAR_LEFT
        if first[1].tint:
            box = (x, low - 3.0, self.house.measure - _BAR_LEFT, high - low + 6.0)
            canvas.fill(*box, first[1].tint, ARTIFACT)
        canvas.fill(x, low, _BAR_WIDTH, high - low, first[1].bar or self.house.look.rule, ARTIFACT)

    def _head(self, canvas: Canvas, number: int) -> None:
        """The marking and the running title."""
        first = Element("P")
        if number == 1:  # read out once, at the very beginning
            self.root.kids.insert(0, first)
        self._marking(canvas, self.house.page[1] - 34.0, first if number == 1 else HEADER)
        if number > 1 and self.document.running_title:
            words = self._shortened(self.document.running_title)
            self._runs(canvas, words, self.house.look.left, self.house.page[1] - 48.0, HEADER)

    def _foot(self, canvas: Canvas, number: int, total: int) -> None:
        """Page x of y, and the marking again."""
        count = runs((Text(f"{number} / {total}"),), self.house.running, self.notes)
        wide = sum(run.width for run in count)
        self._runs(
            canvas,
            count,
            self.house.look.left + self.house.measure - wide
            if not self._tlp()
            else self.house.look.left,
            42.0,
            FOOTER,
        )
        self._marking(canvas, 24.0, FOOTER)

    def _tlp(self) -> bool:
        return bool(self.document.marking and _TLP.fullmatch(self.document.marking))

    def _shortened(self, title: str) -> tuple[Run, ...]:
        """The running title, cut at a word where it is wider than the page."""
        words = title.split()
        cut = runs((Text(title),), self.house.running, self.notes)
        while sum(run.width for run in cut) > self.house.measure * 0.8 and len(words) > 1:
            words.pop()
            cut = runs((Text(" ".join(words) + " …"),), self.house.running, self.notes)
        return cut

    def _marking(self, canvas: Canvas, y: float, owner: Element | str) -> None:
        """TLP right-justified in its colour on black; any other marking centred."""
        if not self.document.marking:
            return
        set_runs = runs((Text(self.document.marking),), self.house.marking, self.notes)
        wide = sum(run.width for run in set_runs)
        if not self._tlp():
            self._runs(canvas, set_runs, (self.house.page[0] - wide) / 2, y, owner)
            return
        colour = TLP.get(self.document.marking, "#FFFFFF")
        x = self.house.look.left + self.house.measure - wide - 6.0
        canvas.fill(x - 6.0, y - 4.5, wide + 12.0, 17.0, "#000000", ARTIFACT)
        coloured = tuple(replace(run, colour=colour) for run in set_runs)
        self._runs(canvas, coloured, x, y, owner)


def _one_ground(above: Row, below: Row) -> bool:
    return above.bar == below.bar and above.tint == below.tint and not below.before


def _says(run: Run) -> str:
    """What a link says of itself to those who do not see it."""
    if run.url:
        return run.url
    if run.note is not None:
        return f"Note {run.note}"
    kind, _, number = (run.goto or "").rpartition("-")
    named = {"source": "Source", "mark": "Back to mark", "note": "Note"}.get(kind)
    return f"{named} {number}" if named else run.text.strip()


def targets(pages: Sequence[Page]) -> set[str]:
    """Every place that a link can lead to."""
    rows = [row for page in pages for row in (*(row for _, row in page.rows), *page.notes)]
    marks = {f"mark-{number}" for row in rows for number in row.notes}
    return marks | {row.anchor for row in rows if row.anchor}
