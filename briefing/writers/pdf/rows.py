"""Blocks become rows: single lines, each knowing its height, its notes and whom it stays with."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from msgspec import Struct, field
from msgspec.structs import replace

from briefing.model.document import (
    Block,
    BulletList,
    Contents,
    Document,
    Figure,
    Heading,
    Inlines,
    PageBreak,
    Paragraph,
    Quotation,
    Quoted,
    Reference,
    Role,
    SourceList,
    Table,
    Text,
)
from briefing.model.drawing import Drawing
from briefing.model.look import Look
from briefing.model.plain import plain_text
from briefing.writers.pdf.breaking import Breaking, break_lines
from briefing.writers.pdf.fitting import fitted
from briefing.writers.pdf.look import House, Style, dress
from briefing.writers.pdf.memory import Memory
from briefing.writers.pdf.packing import text_string
from briefing.writers.pdf.runs import Notes, Run, runs
from briefing.writers.pdf.tagging import BULLETS, HEADER_CELL, NUMBERS, Element, language

Placed = tuple[float, tuple[Run, ...], Element]
"""Runs, the distance of their left end from the left margin, and what they are part of."""

_BULLET_INDENT = 14.0
_CELL_PADDING = 5.0
_KEPT_ROW = 6
"""Lines of a table row that stay together; a taller row may break."""


class Row(Struct, frozen=True):
    """A line of the page. `before` is space above it that falls away at the head of a page.

    `keep` forbids a page break behind it; `anchor` is a place that links lead to, `outline` the
    level and title of a bookmark, `listed` the anchor whose page number ends a line of contents,
    `head` the rows to repeat where a table goes on, `rule` a line above it.
    """

    height: float
    placed: tuple[Placed, ...] = ()
    before: float = 0.0
    keep: bool = False
    bar: str | None = None
    tint: str | None = None
    anchor: str | None = None
    outline: tuple[int, str] | None = None
    listed: str | None = None
    rule: str | None = None
    head: tuple["Row", ...] = ()
    new_page: bool = False
    source: str | None = None
    drawing: tuple[Drawing, Element] | None = None

    @property
    def notes(self) -> tuple[int, ...]:
        """Numbers of the notes whose marks stand in the row."""
        return tuple(run.note for _, line, _ in self.placed for run in line if run.note is not None)


class Setter(Struct):
    """Sets the blocks of one document; `notes` fill up, and the tree `root` grows, on the way."""

    document: Document
    notes: Notes = field(default_factory=Notes)
    feet: dict[int, tuple[Row, ...]] = field(default_factory=dict)
    root: Element = field(default_factory=lambda: Element("Document"))
    homes: dict[int, Element] = field(default_factory=dict)
    memory: Memory | None = None
    house: House = field(default_factory=lambda: dress(Look()))
    level: int = 0
    titled: bool = False
    gaps: float = 1.0

    def rows(self) -> tuple[Row, ...]:
        """The rows of the whole document, notes apart."""
        self.house = dress(self.document.look, self.gaps)
        self.titled = any(
            isinstance(block, Paragraph) and block.role is Role.TITLE
            for block in self.document.blocks
        )
        return tuple(self._blocks(self.document.blocks, self.root, 0.0))

    def note_rows(self, number: int) -> tuple[Row, ...]:
        """The rows of note `number` at the foot of a page."""
        if number not in self.feet:
            self.feet[number] = self._note(number)
        return self.feet[number]

    def _note(self, number: int) -> tuple[Row, ...]:
        style, home = self.house.footnote, self.homes[number]
        mark = runs((Text(str(number)),), style, self.notes)[0]
        mark = replace(mark, colour=self.house.look.accent, goto=f"mark-{number}")
        label = home.add("Lbl")
        inlines = self.notes.inlines[number - 1]
        set_rows = list(self._lines(inlines, style, home.add("P"), style.indent))
        if not set_rows:
            return ()
        first = set_rows[0]
        set_rows[0] = replace(
            first, placed=((0.0, (mark,), label), *first.placed), anchor=f"note-{number}"
        )
        return tuple(set_rows)

    def _blocks(self, blocks: Sequence[Block], home: Element, indent: float) -> Iterator[Row]:
        for block in blocks:
            yield from self._block(block, home, indent)

    def _block(self, block: Block, home: Element, indent: float) -> Iterator[Row]:
        match block:
            case Heading(level, inlines, anchor):
                yield from self._heading(level, inlines, anchor, home)
            case Paragraph(inlines, role):
                style: Style = getattr(self.house, role.value)
                tag = {Role.TITLE: self._tag(0), Role.JUDGMENT: "Judgment"}.get(role, "P")
                leads = role in (Role.LEAD, Role.LABEL)  # to what comes next: they stay with it
                for row in self._paragraph(inlines, style, home, indent + style.indent, tag=tag):
                    yield replace(row, keep=True) if leads else row
            case Quotation(inlines, lead):
                yield from self._quotation(inlines, lead, home, indent)
            case BulletList(items):
                yield from self._list(items, home, indent)
            case Table():
                yield from self._table(block, home)
            case Figure():
                yield from self._figure(block, home)
            case Contents(depth):
                yield from self._contents(depth, home)
            case SourceList(references, compact):
                style = self.house.compact_reference if compact else self.house.reference
                inner = home.add("L", NUMBERS)
                for reference in references:
                    yield from self._reference(reference, style, inner)
            case PageBreak():
                yield Row(0.0, new_page=True)
            case _:
                assert_never(block)

    def _tag(self, level: int) -> str:
        """The tag of a heading; the title is the first level, and none is ever skipped."""
        wanted = level + 1 if self.titled else max(level, 1)
        self.level = min(wanted, self.level + 1, 6)
        return f"H{self.level}"

    def _paragraph(
        self,
        inlines: Inlines,
        style: Style,
        home: Element,
        indent: float,
        width: float | None = None,
        *,
        tag: str = "P",
    ) -> Iterator[Row]:
        """A paragraph below `home`, and in the tree its notes behind it."""
        before = len(self.notes.inlines)
        extra = self._language(inlines)
        set_rows = tuple(self._lines(inlines, style, home.add(tag, extra), indent, width))
        for number in range(before + 1, len(self.notes.inlines) + 1):
            self.homes[number] = home.add("Note")
        yield from set_rows

    def _language(self, inlines: Inlines) -> str:
        """The language of a paragraph that is a quotation in another one."""
        tags = {one.language for one in inlines if isinstance(one, Quoted)}
        tag = tags.pop() if len(tags) == 1 else None
        return language(tag) if tag and tag != self.document.language else ""

    def _lines(
        self,
        inlines: Inlines,
        style: Style,
        element: Element,
        indent: float,
        width: float | None = None,
    ) -> Iterator[Row]:
        """The lines of a paragraph; the first two stay together, and the last two."""
        how = Breaking(
            (width or self.house.measure) - indent, style.justified, self.document.language
        )
        set_runs = runs(inlines, style, self.notes)
        lines = self.memory.lines(set_runs, how) if self.memory else break_lines(set_runs, how)
        last = len(lines) - 1
        for number, line in enumerate(lines):
            yield Row(
                height=style.leading + (style.after if number == last else 0.0),
                placed=((indent, line, element),),
                before=style.before if number == 0 else 0.0,
                keep=number != last and number in (0, last - 1),
                bar=style.bar,
                tint=style.tint,
            )

    def _heading(self, level: int, inlines: Inlines, anchor: str, home: Element) -> Iterator[Row]:
        style = self.house.headings[level - 1]
        set_rows = list(self._paragraph(inlines, style, home, 0.0, tag=self._tag(level)))
        for number, row in enumerate(set_rows):
            first = number == 0
            yield replace(
                row,
                keep=True,
                anchor=anchor if first else None,
                outline=(level, plain_text(inlines)) if first else None,
            )

    def _quotation(
        self, inlines: Inlines, lead: Inlines, home: Element, indent: float
    ) -> Iterator[Row]:
        above, words = self.house.quotation_lead, self.house.quotation
        for row in self._paragraph(lead, above, home, indent + above.indent):
            yield replace(row, keep=True)
        inner = home.add("BlockQuote")
        yield from self._paragraph(inlines, words, inner, indent + words.indent)

    def _list(
        self, items: Sequence[tuple[Block, ...]], home: Element, indent: float
    ) -> Iterator[Row]:
        inner = min(indent + _BULLET_INDENT, self.house.measure / 2)
        listed = home.add("L", BULLETS)
        for item in items:
            entry = listed.add("LI")
            label, body = entry.add("Lbl"), entry.add("LBody")
            for number, block in enumerate(item):
                if isinstance(block, Paragraph) and block.role is Role.BODY:
                    set_rows = list(self._paragraph(block.inlines, self.house.item, body, inner))
                else:
                    set_rows = list(self._block(block, body, inner))
                if number == 0 and set_rows:
                    bullet = runs((Text("•"),), self.house.item, self.notes)
                    placed = ((inner - 10.0, bullet, label), *set_rows[0].placed)
                    set_rows[0] = replace(set_rows[0], placed=placed)
                yield from set_rows

    def _figure(self, figure: Figure, home: Element) -> Iterator[Row]:
        said = figure.alt or plain_text(figure.caption) or self.document.title
        element = home.add("Figure", f"/Alt{text_string(said)}")
        drawing = fitted(figure.drawing, self.house.measure)
        drawn = (drawing, element)
        yield Row(drawing.height + 6.0, before=6.0, keep=bool(figure.caption), drawing=drawn)
        if figure.caption:
            yield from self._paragraph(figure.caption, self.house.note, home, 0.0, tag="Caption")

    def _table(self, table: Table, home: Element) -> Iterator[Row]:
        whole = home.add("Table")
        if table.caption:
            for row in self._paragraph(table.caption, self.house.label, whole, 0.0, tag="Caption"):
                yield replace(row, keep=True)
        inner = whole.add("THead").add("TR")
        head = tuple(
            self._table_row(table.head, table.widths, self.house.head_cell, inner, first=True)
        )
        head = tuple(replace(row, keep=True) for row in head)
        yield from head
        body = whole.add("TBody")
        for cells in table.rows:
            for row in self._table_row(cells, table.widths, self.house.cell, body.add("TR")):
                yield replace(row, head=head)
        yield Row(8.0, rule=self.house.look.rule)

    def _table_row(
        self,
        cells: Sequence[Inlines],
        widths: Sequence[float],
        style: Style,
        home: Element,
        *,
        first: bool = False,
    ) -> Iterator[Row]:
        """The lines of a row: line by line across its cells."""
        columns: list[list[Placed]] = []
        left = 0.0
        for cell, share in zip(cells, widths, strict=True):
            room = max(share * self.house.measure - _CELL_PADDING, 12.0)
            element = home.add("TH", HEADER_CELL) if first else home.add("TD")
            rows = self._paragraph(cell, style, element, 0.0, room)
            columns.append([(left, line, one) for row in rows for _, line, one in row.placed])
            left += share * self.house.measure
        count = max((len(column) for column in columns), default=0) or 1
        for number in range(count):
            last = number == count - 1
            yield Row(
                height=style.leading + (3.5 if last else 0.0),
                placed=tuple(column[number] for column in columns if number < len(column)),
                before=0.0,
                keep=not last and (count <= _KEPT_ROW or number in (0, count - 2)),
                rule=(self.house.look.accent if first else self.house.look.rule)
                if number == 0
                else None,
            )

    def _contents(self, depth: int, home: Element) -> Iterator[Row]:
        headings = [block for block in self.document.blocks if isinstance(block, Heading)]
        whole = home.add("TOC")
        for heading in headings:
            if heading.level > depth:
                continue
            style = self.house.contents[heading.level - 1]
            words = (Text(plain_text(heading.inlines)),)
            entry = whole.add("TOCI")
            set_rows = list(
                self._paragraph(
                    words, style, entry, style.indent, self.house.measure - 40, tag="Reference"
                )
            )
            linked = [
                replace(
                    row,
                    placed=tuple(
                        (x, tuple(replace(run, goto=heading.anchor) for run in line), element)
                        for x, line, element in row.placed
                    ),
                )
                for row in set_rows
            ]
            if linked:
                linked[-1] = replace(linked[-1], listed=heading.anchor)
            yield from linked
        yield Row(10.0)

    def _reference(self, reference: Reference, style: Style, home: Element) -> Iterator[Row]:
        number = runs((Text(f"[{reference.number}]"),), style, self.notes)
        entry = home.add("LI")
        label, body = entry.add("Lbl"), entry.add("LBody")
        set_rows = list(self._paragraph(reference.entry, style, body, style.indent)) or [
            Row(style.leading)
        ]
        first = set_rows[0]
        set_rows[0] = replace(
            first,
            placed=((0.0, number, label), *first.placed),
            anchor=f"source-{reference.number}",
            before=style.before,
            source=reference.source,
        )
        for remark in reference.notes:
            small = self.house.reference_note
            set_rows.extend(self._paragraph(remark, small, body, small.indent))
        for row in set_rows[:-1]:
            yield replace(row, keep=True)
        yield replace(set_rows[-1], height=set_rows[-1].height + style.before / 2)
