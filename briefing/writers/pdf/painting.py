"""Pages become PDF: reportlab's canvas gives the file its structure, fonts, links, bookmarks."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, assert_never

from msgspec.structs import replace
from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from briefing.model.document import Document, Text
from briefing.model.drawing import Anchor, Box, Drawing, Ink, Label, Line
from briefing.model.output import Region, RegionKind
from briefing.model.passage import Passage
from briefing.writers.pdf import fonts, look
from briefing.writers.pdf.look import BOTTOM, LEFT, MEASURE, PAGE, TOP, Style
from briefing.writers.pdf.paging import Page
from briefing.writers.pdf.rows import Row
from briefing.writers.pdf.runs import Notes, Run, runs
from briefing.writers.pdf.showing import show

_BASELINE = 0.74
"""Distance of the baseline from the top of a line, as a share of the leading."""
_TLP = re.compile(r"TLP:[A-Z+]+")
_INKS = {
    Ink.INK: look.INK,
    Ink.ACCENT: look.ACCENT,
    Ink.QUIET: look.QUIET,
    Ink.RULE: look.RULE,
    Ink.TINT: look.TINT,
    Ink.PAPER: "#FFFFFF",
}
_BAR_LEFT, _BAR_WIDTH = 2.0, 1.6

# Streams as they are, not as ASCII: a fifth smaller and quicker.
rl_config.useA85 = 0


@dataclass(slots=True)
class Painter:
    """Paints the pages of one document."""

    document: Document
    notes: Notes
    pages: Mapping[str, int]
    buffer: BytesIO = field(default_factory=BytesIO)
    canvas: Canvas = field(init=False)
    levels: list[int] = field(default_factory=list)
    targets: set[str] = field(default_factory=set)
    regions: list[Region] = field(default_factory=list)
    number: int = 0

    def paint(self, pages: Sequence[Page]) -> bytes:
        """The finished file."""
        fonts.face(look.SANS)
        make: Any = Canvas  # its published types call the name of the first font a number
        self.canvas = make(
            self.buffer,
            pagesize=PAGE,
            invariant=1,
            pageCompression=1,
            initialFontName=look.SANS,
            lang=self.document.language,
        )
        self._describe()
        self.targets = _targets(pages)
        for number, page in enumerate(pages, 1):
            self._page(page, number, len(pages))
            self.canvas.showPage()
        self.canvas.save()
        return self.buffer.getvalue()

    def _describe(self) -> None:
        canvas, document = self.canvas, self.document
        canvas.setTitle(document.title)
        canvas.setAuthor(document.author or "")
        canvas.setSubject(document.subject or "")
        canvas.setCreator(document.generator)
        canvas.setProducer(document.generator)
        canvas.setViewerPreference("DisplayDocTitle", "true")
        day = document.date
        inner: Any = canvas
        stamp = inner._doc._timeStamp  # there is no public way to set the date
        stamp.t = datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()
        stamp.YMDhms = (day.year, day.month, day.day, 0, 0, 0)
        if any(row for row in self.pages):
            canvas.showOutline()

    def _page(self, page: Page, number: int, total: int) -> None:
        self.number = number
        self._furniture(number, total)
        self._grounds(page)
        for top, row in page.rows:
            self._row(row, PAGE[1] - TOP - top)
        if page.notes:
            height = sum(row.height for row in page.notes)
            top = BOTTOM + height
            self._line(LEFT, top + 5.0, 90.0, look.RULE, 0.6)
            for row in page.notes:
                self._row(row, top)
                top -= row.height

    def _row(self, row: Row, top: float) -> None:
        if row.rule:
            self._line(LEFT, top + 1.0, MEASURE, row.rule, 0.9 if row.rule == look.ACCENT else 0.5)
        if row.anchor:
            self._bookmark(row.anchor, top + 6.0)
        self._outline(row)
        for x, line in row.placed:
            size = max((run.size for run in line if run.note is None), default=10.0)
            self._runs(line, LEFT + x, top - size * 1.05 if size > 12 else top - size * 1.08)  # noqa: PLR2004
        self._page_number(row, top)
        if row.drawing:
            self._drawing(row.drawing, top)
        if row.outline and row.anchor:
            box = (LEFT, PAGE[1] - top, LEFT + MEASURE, PAGE[1] - top + row.height)
            self.regions.append(Region(RegionKind.HEADING, self.number, *box, anchor=row.anchor))

    def _drawing(self, drawing: Drawing, top: float) -> None:
        for mark in drawing.marks:
            match mark:
                case Line():
                    self.canvas.setStrokeColor(HexColor(_INKS[mark.ink]))
                    self.canvas.setLineWidth(mark.weight)
                    self.canvas.line(LEFT + mark.x1, top - mark.y1, LEFT + mark.x2, top - mark.y2)
                case Box():
                    if mark.fill:
                        low = top - mark.y - mark.height
                        self._fill(LEFT + mark.x, low, mark.width, mark.height, _INKS[mark.fill])
                case Label():
                    style = Style(look.SANSES, mark.size, 10, colour=_INKS[mark.ink])
                    words = runs((Text(mark.text),), style, self.notes)
                    wide = sum(run.width for run in words)
                    share = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}[mark.anchor]
                    self._runs(words, LEFT + mark.x - wide * share, top - mark.y)
                case _:
                    assert_never(mark)

    def _runs(self, line: Sequence[Run], x: float, y: float) -> None:
        """Draw a line; a space ends it, so that readers keep its last word from the next line's."""
        text = self.canvas.beginText(x, y)
        at = x
        for number, run in enumerate(line):
            last = number == len(line) - 1
            text.setFont(run.font, run.size)
            text.setFillColor(HexColor(run.colour))
            text.setRise(run.rise)
            ends = "" if not last or run.soft or run.text.endswith(" ") else " "
            show(text, self.canvas, replace(run, text=run.text + ends) if ends else run)
            self._link(run, at, y)
            at += run.width
        self.canvas.drawText(text)

    def _link(self, run: Run, x: float, y: float) -> None:
        low = y + run.rise - run.size * 0.25
        area = (x, low, x + run.width, low + run.size * 1.2)
        box = (area[0], PAGE[1] - area[3], area[2], PAGE[1] - area[1])
        if run.note is not None:
            self.regions.append(
                Region(RegionKind.CITATION, self.number, *box, note=run.note, sources=run.sources)
            )
        if run.excerpt:
            self._excerpt(run.excerpt.passage, box)
        if run.note is not None:
            self._bookmark(f"mark-{run.note}", y + 14.0)
        if run.url:
            self.canvas.linkURL(run.url, area, relative=0, thickness=0)
        elif run.goto in self.targets:
            self.canvas.linkRect("", run.goto, area, relative=0, thickness=0)

    def _excerpt(self, passage: Passage, box: tuple[float, float, float, float]) -> None:
        """One region for all lines of an excerpt on a page."""
        last = self.regions[-1] if self.regions else None
        if last and last.passage == passage and last.page == self.number:
            self.regions[-1] = replace(
                last,
                left=min(last.left, box[0]),
                right=max(last.right, box[2]),
                bottom=box[3],
            )
        else:
            self.regions.append(Region(RegionKind.EXCERPT, self.number, *box, passage=passage))

    def _bookmark(self, name: str, top: float) -> None:
        self.canvas.bookmarkPage(name, fit="XYZ", left=0, top=min(top, PAGE[1]), zoom=0)

    def _outline(self, row: Row) -> None:
        """Bookmarks may not skip a level; a heading that does is put below the last."""
        if row.outline is None or row.anchor is None:
            return
        level, title = row.outline
        while self.levels and self.levels[-1] >= level:
            self.levels.pop()
        self.canvas.addOutlineEntry(title, row.anchor, len(self.levels), closed=0)
        self.levels.append(level)

    def _page_number(self, row: Row, top: float) -> None:
        """Leaders and the page number that end a line of the contents."""
        if row.listed is None:
            return
        x, line = row.placed[-1]
        number = str(self.pages.get(row.listed, ""))
        like = line[-1]
        end = LEFT + x + sum(run.width for run in line)
        wide = fonts.width(number, like.font) * like.size
        y = top - like.size * 1.08
        dot = fonts.width(" .", like.font) * like.size
        count = int((LEFT + MEASURE - wide - 6.0 - end) / dot)
        text = self.canvas.beginText(LEFT + MEASURE - wide - 4.0 - count * dot, y)
        text.setFont(like.font, like.size)
        text.setFillColor(HexColor(look.RULE))
        text.textOut(" ." * count)
        text.setFillColor(HexColor(like.colour))
        text.setTextOrigin(LEFT + MEASURE - wide, y)
        text.textOut(number)
        self.canvas.drawText(text)
        area = (LEFT + x, y - 3.0, LEFT + MEASURE, y + like.size)
        self.canvas.linkRect("", row.listed, area, relative=0, thickness=0)

    def _grounds(self, page: Page) -> None:
        """Bars and tints behind rows; neighbours of one kind become one shape."""
        at = 0
        while at < len(page.rows):
            top, row = page.rows[at]
            end = at
            while end + 1 < len(page.rows) and self._one_ground(
                page.rows[end][1], page.rows[end + 1]
            ):
                end += 1
            if row.bar:
                last_top, last = page.rows[end]
                after = (
                    last.height - max(run.size for _, line in last.placed for run in line) * 1.43
                )
                low = PAGE[1] - TOP - last_top - last.height + max(after, 0.0)
                high = PAGE[1] - TOP - top
                if row.tint:
                    self._fill(
                        LEFT + _BAR_LEFT, low - 3.0, MEASURE - _BAR_LEFT, high - low + 6.0, row.tint
                    )
                self._fill(LEFT + _BAR_LEFT, low, _BAR_WIDTH, high - low, row.bar)
            at = end + 1

    @staticmethod
    def _one_ground(above: Row, below: tuple[float, Row]) -> bool:
        row = below[1]
        return above.bar == row.bar and above.tint == row.tint and not row.before

    def _fill(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        self.canvas.setFillColor(HexColor(colour))
        self.canvas.rect(x, y, width, height, stroke=0, fill=1)

    def _line(self, x: float, y: float, width: float, colour: str, weight: float) -> None:
        self.canvas.setStrokeColor(HexColor(colour))
        self.canvas.setLineWidth(weight)
        self.canvas.line(x, y, x + width, y)

    def _furniture(self, number: int, total: int) -> None:
        """Running title, page x of y, and the marking at head and foot."""
        if number > 1 and self.document.running_title:
            words = self._shortened(self.document.running_title)
            self._runs(words, LEFT, PAGE[1] - 48.0)
        count = runs((Text(f"{number} / {total}"),), look.RUNNING, self.notes)
        wide = sum(run.width for run in count)
        self._runs(count, LEFT + MEASURE - wide if not self._tlp() else LEFT, 42.0)
        self._marking(PAGE[1] - 34.0)
        self._marking(24.0)

    def _tlp(self) -> bool:
        return bool(self.document.marking and _TLP.fullmatch(self.document.marking))

    def _shortened(self, title: str) -> tuple[Run, ...]:
        """The running title, cut at a word where it is wider than the page."""
        words = title.split()
        cut = runs((Text(title),), look.RUNNING, self.notes)
        while sum(run.width for run in cut) > MEASURE * 0.8 and len(words) > 1:
            words.pop()
            cut = runs((Text(" ".join(words) + " …"),), look.RUNNING, self.notes)
        return cut

    def _marking(self, y: float) -> None:
        """TLP right-justified in its colour on black; any other marking centred."""
        if not self.document.marking:
            return
        set_runs = runs((Text(self.document.marking),), look.MARKING, self.notes)
        wide = sum(run.width for run in set_runs)
        if not self._tlp():
            self._runs(set_runs, (PAGE[0] - wide) / 2, y)
            return
        colour = look.TLP.get(self.document.marking, "#FFFFFF")
        x = LEFT + MEASURE - wide - 6.0
        self._fill(x - 6.0, y - 4.5, wide + 12.0, 17.0, "#000000")
        coloured = tuple(Run(run.text, run.font, run.size, colour, run.rise) for run in set_runs)
        self._runs(coloured, x, y)


def _targets(pages: Sequence[Page]) -> set[str]:
    """Every place that a link can lead to."""
    rows = [row for page in pages for row in (*(row for _, row in page.rows), *page.notes)]
    marks = {f"mark-{number}" for row in rows for number in row.notes}
    return marks | {row.anchor for row in rows if row.anchor}
