"""The blocks of a document as stretches of lines, in the shapes of their styles."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import assert_never

from msgspec import Struct, field
from msgspec.structs import replace

from briefing.model.document import (
    Block,
    BulletList,
    Cite,
    Contents,
    Document,
    Figure,
    Heading,
    Inlines,
    PageBreak,
    Paragraph,
    Quotation,
    Reference,
    SourceList,
    Table,
    Text,
)
from briefing.model.plain import plain_text
from briefing.tongue import tongue
from briefing.writers.outline import headings
from briefing.writers.word import styles
from briefing.writers.word.columns import CELL_EDGE, columns
from briefing.writers.word.lines import break_lines, count_lines
from briefing.writers.word.measures import Shape
from briefing.writers.word.paging import Stretch, page_numbers
from briefing.writers.word.rooms import rooms_of
from briefing.writers.word.sheet import sheet_of
from briefing.writers.word.skeleton import Skeleton

_ROW_EDGES = 2.5
"""What a table row has above and below its words, with the rules."""
_DESCENT = 0.25
"""What a line with a picture has below it, as a share of the size."""
_NUMBER_ROOM = 30.0
_TWIPS = 20


def heading_pages(document: Document, skeleton: Skeleton, *, endnotes: bool) -> dict[str, int]:
    """The page number of each heading by its anchor; empty where nothing lists them."""
    if not any(isinstance(block, Contents) for block in document.blocks):
        return {}
    sheet = sheet_of(skeleton.section)
    setter = _Setter(
        document,
        skeleton.shapes(),
        sheet.usual / _TWIPS,
        sheet.narrowest / _TWIPS,
        notes_below=not endnotes,
    )
    rooms = rooms_of(skeleton, sheet)
    found = page_numbers(list(setter.stretches()), rooms.of, len(sheet.columns))
    return {anchor: page + sheet.first_number - 1 for anchor, page in found.items()}


class _Setter(Struct):
    document: Document
    shapes: Mapping[str, Shape]
    width: float
    narrow: float
    notes_below: bool
    note_count: int = 0
    cited_in: defaultdict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    breaks: bool = False

    def stretches(self) -> Iterator[Stretch]:
        """The whole body."""
        for block in self.document.blocks:
            for stretch in self._block(block, 0):
                yield replace(stretch, new_page=True) if self.breaks else stretch
                self.breaks = False

    def _block(self, block: Block, depth: int) -> Iterator[Stretch]:
        match block:
            case Heading(level, inlines, anchor):
                heading = self._paragraph(styles.HEADINGS[level - 1], inlines, anchor=anchor)
                yield replace(heading, keep_next=True)
            case Paragraph(inlines, role):
                yield self._paragraph(styles.ROLES[role], inlines)
            case Quotation(inlines, lead):
                if lead:
                    yield self._paragraph(styles.QUOTATION_LEAD, lead)
                yield self._paragraph(styles.QUOTATION, inlines)
            case BulletList(items):
                yield from self._list(items, depth)
            case Table():
                yield from self._table(block)
            case Figure():
                yield from self._figure(block)
            case Contents(most):
                yield from self._contents(most)
            case SourceList(references, compact):
                style = styles.COMPACT_REFERENCE if compact else styles.REFERENCE
                for reference in references:
                    yield from self._reference(reference, style)
            case PageBreak():
                self.breaks = True
            case _:
                assert_never(block)

    def _paragraph(
        self,
        style: str,
        inlines: Inlines,
        *,
        lead: str = "",
        first: float | None = None,
        room_taken: float = 0.0,
        anchor: str | None = None,
    ) -> Stretch:
        shape = self.shapes[style]
        shape = shape if first is None else replace(shape, first=first)
        room = self.width - room_taken - shape.left - shape.right
        told = break_lines(inlines, shape, room, lead)
        notes: tuple[tuple[int, float], ...] = ()
        if told.notes:
            notes = tuple([(line, self._note(cite)) for line, cite in told.notes])
        return Stretch(  # by place: thousands are made
            told.count,
            shape.line,
            shape.before,
            shape.after,
            shape.keep_next,
            shape.keep_lines,
            shape.lone_lines,
            notes if self.notes_below else (),
            anchor,
            0.0,
            shape.new_page,
            style if shape.contextual else None,
        )

    def _note(self, cite: Cite) -> float:
        """The height of a note."""
        self.note_count += 1
        words = ["1"]
        for citation in cite.citations:
            words.append(plain_text(citation.note))
            if self.note_count not in self.cited_in[citation.number][-1:]:
                self.cited_in[citation.number].append(self.note_count)
        shape = self.shapes[styles.NOTE_TEXT]
        room = self.width - shape.left - shape.right
        count = count_lines(" ".join(words), shape, room)
        return count * shape.line + shape.after

    def _list(self, items: Sequence[tuple[Block, ...]], depth: int) -> Iterator[Stretch]:
        style = styles.BULLETS[min(depth, len(styles.BULLETS) - 1)]
        for item in items:
            for block in item:
                match block:
                    case Paragraph(inlines):
                        yield self._paragraph(style, inlines, first=0.0)
                    case _:
                        yield from self._block(block, depth + 1)

    def _table(self, table: Table) -> Iterator[Stretch]:
        if table.caption:
            caption = self._paragraph(
                styles.CAPTION,
                table.caption,
                lead=f"{tongue(self.document.language).say('Table')} 1. ",
            )
            yield replace(caption, keep_next=True)
        shapes = self.shapes[styles.TABLE_HEAD], self.shapes[styles.TABLE_TEXT]
        widths = columns(table, *shapes, self.narrow)
        head = self._row(table.head, widths, styles.TABLE_HEAD)
        yield replace(head, keep_next=True)
        for cells in table.rows:
            yield replace(self._row(cells, widths, styles.TABLE_TEXT), head=head.height)
        yield self._paragraph(styles.TABLE_TEXT, ())

    def _row(self, cells: Sequence[Inlines], widths: Sequence[float], style: str) -> Stretch:
        shape = self.shapes[style]
        edges = CELL_EDGE + shape.left + shape.right
        told = [
            break_lines(cell, shape, width - edges)
            for cell, width in zip(cells, widths, strict=True)
        ]
        most = max([cell.count for cell in told])
        notes = [(0, self._note(cite)) for cell in told for _, cite in cell.notes]
        high = most * shape.line + shape.before + shape.after + _ROW_EDGES
        return Stretch(1, high, notes=tuple(notes) if self.notes_below else ())

    def _figure(self, figure: Figure) -> Iterator[Stretch]:
        shape = self.shapes[styles.FIGURE]
        share = min(1.0, self.narrow / figure.drawing.width)
        high = figure.drawing.height * share + _DESCENT * shape.size
        yield Stretch(
            1, max(high, shape.line), shape.before, shape.after, keep_next=bool(figure.caption)
        )
        if figure.caption:
            yield self._paragraph(
                styles.CAPTION,
                figure.caption,
                lead=f"{tongue(self.document.language).say('Figure')} 1. ",
            )

    def _contents(self, depth: int) -> Iterator[Stretch]:
        for heading in headings(self.document.blocks):
            if heading.level <= depth:
                style = styles.CONTENTS[heading.level - 1]
                words = (Text(plain_text(heading.inlines)),)
                yield self._paragraph(style, words, room_taken=_NUMBER_ROOM)

    def _reference(self, reference: Reference, style: str) -> Iterator[Stretch]:
        entry = self._paragraph(style, reference.entry, first=0.0)
        yield replace(entry, keep_next=bool(reference.notes), keep_lines=True)
        for place, note in enumerate(reference.notes, 1):
            last = place == len(reference.notes)
            numbers = ", ".join(map(str, self.cited_in[reference.number])) if last else ""
            lead = tongue(self.document.language).say_many("Cited in note", "Cited in notes", 2)
            back = (Text(f" {lead} {numbers}."),) if numbers else ()
            line = self._paragraph(styles.REFERENCE_NOTE, (*note, *back))
            yield replace(line, keep_next=not last)
