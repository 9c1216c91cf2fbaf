"""Blocks become items: paragraphs set in lines, with their places in the structure tree."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import assert_never

from msgspec.structs import replace

from briefing.model.bidi import runs_rightward
from briefing.model.document import (
    TURNING,
    Block,
    BulletList,
    Cite,
    Contents,
    Document,
    Figure,
    Heading,
    Inline,
    Inlines,
    PageBreak,
    Paragraph,
    Quotation,
    Reference,
    Role,
    SourceList,
    Table,
    Text,
)
from briefing.model.plain import plain_text
from briefing.writers.pdf import items
from briefing.writers.pdf.atoms import Breaking
from briefing.writers.pdf.columns import Column, columns
from briefing.writers.pdf.fitting import fitted
from briefing.writers.pdf.items import Item, Label, Note, Piece, TableRow
from briefing.writers.pdf.lexicon import lexicon
from briefing.writers.pdf.lines import NOTHING, Lines, set_lines
from briefing.writers.pdf.look import Style, dress
from briefing.writers.pdf.packing import Pack, text_string
from briefing.writers.pdf.runs import (
    Run,
    cleaned,
    flatten,
    has_marks,
    languages,
    without_marks,
)
from briefing.writers.pdf.tagging import (
    BULLETS,
    HEADER_CELL,
    NUMBERS,
    Group,
    Leaf,
    Tree,
    language,
)
from briefing.writers.pdf.units import Before, Unit, titled

_BULLET_INDENT = 14.0
_BELOW_TABLE, _BELOW_CAPTION, _BELOW_CONTENTS, _BELOW_SOURCES = 8.0, 5.0, 10.0, 3.0
_HALVINGS = 5
_WHOLE, _TOGETHER = 18, 3
"""So many entries of the contents are not parted, and so many stand together where more run over a page."""
_LEADS = (Role.LEAD, Role.LABEL)
"""Paragraphs that lead to what comes next and stay with it."""

Set = Callable[[Sequence[Run], Breaking], Lines]


class Setter:
    """Sets the blocks of one document; the tree and the notes grow on the way."""

    def __init__(
        self,
        document: Document,
        set_runs: Set = set_lines,
        pack: Pack | None = None,
        *,
        placed: bool = False,
    ) -> None:
        self.document = document
        self.placed = placed
        self.house = dress(document.look)
        self.tree = tree = Tree(pack or Pack())
        self.root = tree.root
        self.marking = tree.leaf(tree.root, b"P") if document.marking else None
        self.head = tree.end()
        self.set_runs = set_runs
        self._unit = Unit(self.head, 0, (0, False))
        self.noted = 0
        self._hangs = document.look.optical_margins
        self._rightward = runs_rightward(document.language)
        self._numbers = replace(self.house.footnote, colour=self.house.look.accent)
        self._numerals: dict[tuple[object, ...], Lines] = {}
        self._level, self._headed = 0, False
        self._titled = titled(document)

    def go_on(self, noted: int, before: Before) -> None:
        """Go on where so many notes and such a heading came before."""
        self.noted, (self._level, self._headed) = noted, before

    def unit(self, block: Block) -> Unit:
        """A block of the document, set behind those before it."""
        unit = self._unit = Unit(self.tree.begin(), self.noted, (self._level, self._headed))
        unit.pieces = list(self._block(block, self.root, 0.0))
        self.tree.end()
        unit.level = self._level
        self.behind(unit)
        return unit

    def fits(self, unit: Unit) -> bool:
        """Whether a block that was set before would be set alike now."""
        return unit.fits(self.noted, (self._level, self._headed))

    def renew(self, unit: Unit) -> None:
        """Have a block that was set before, and fits, stand here."""
        self.tree.again(unit.stretch)
        if unit.noted != self.noted:
            unit.noted = self.noted
            for number, note in enumerate(unit.notes, unit.noted + 1):
                if note.item.label:
                    self._number(note, number, note.item.label.leaf)
        self.behind(unit)

    def behind(self, unit: Unit | None) -> None:
        """Go on behind `unit`, or from the beginning."""
        if unit is None:
            self.noted, self._level, self._headed = 0, 0, False
            return
        self.noted, self._level = unit.noted + len(unit.notes), unit.level
        if unit.pieces:
            last = unit.pieces[-1]
            self._headed = isinstance(last, Item) and last.outline is not None

    def words(self, text: str, style: Style) -> Lines:
        """A line of `text` alone."""
        return self.set_runs(_plain(text, style), Breaking(1e6))

    def _block(self, block: Block, home: Group, indent: float) -> Iterator[Piece]:
        match block:
            case Quotation():
                yield from self._quotation(block, home, indent)
            case Paragraph(inlines, role):
                style: Style = getattr(self.house, role.value)
                tag = self._tag(0) if role is Role.TITLE else b"P"
                tag = b"Judgment" if role is Role.JUDGMENT else tag
                leads = role in _LEADS
                left = indent + style.indent
                yield from self._paragraph(
                    inlines, style, home, left, tag=tag, keep=leads, turns=role in TURNING
                )
            case Heading():
                yield from self._heading(block, home)
            case BulletList(entries):
                yield from self._list(entries, home, indent)
            case Table():
                yield from self._table(block, home)
            case Figure():
                yield from self._figure(block, home)
            case Contents(depth):
                yield from self._contents(depth, home)
            case SourceList(references, compact):
                style = self.house.compact_reference if compact else self.house.reference
                inner = self.tree.group(home, b"L", NUMBERS)
                numbers = [reference.number for reference in references]
                indent = _behind(max(numbers, default=0), style, "[]")
                made: Sequence[Item] = ()
                for reference in references:
                    yield from made
                    made = self._reference(reference, style, inner, indent)
                for item in made[-1:]:
                    item.after += _BELOW_SOURCES
                yield from made
            case PageBreak():
                yield items.Block(0.0, new_page=True)
            case _:
                assert_never(block)

    def _quotation(self, block: Quotation, home: Group, indent: float) -> Sequence[Item]:
        above, words = self.house.quotation_lead, self.house.quotation
        lead = self._paragraph(block.lead, above, home, indent + above.indent, keep=True)
        inner = self.tree.group(home, b"BlockQuote")
        left = indent + words.indent
        made = (*lead, *self._paragraph(block.inlines, words, inner, left, turns=True))
        if block.changed:
            for item in made:
                item.changed = True
        return made

    def _tag(self, level: int) -> bytes:
        """The tag of a heading; the title is the first level, and none is ever skipped."""
        wanted = level + 1 if self._titled else max(level, 1)
        self._level = min(wanted, self._level + 1, 6)
        return b"H%d" % self._level

    def _paragraph(
        self, inlines: Inlines, style: Style, home: Group, x: float, width: float | None = None,
        *, tag: bytes = b"P", keep: bool = False, turns: bool = False,
    ) -> Sequence[Item]:  # fmt: skip
        """A paragraph below `home`, its notes behind it in the tree; nothing if it shows nothing.

        Whether it `turns`, `Breaking` explains.
        """
        measure = (width or self.house.measure) - x
        turns = turns or self._rightward
        how = Breaking(
            measure, style.justified, self.document.language, turns, self._hangs, self.placed
        )
        cites: Sequence[Cite] = ()
        if len(inlines) == 1 and type(inlines[0]) is Text:
            runs = _plain(inlines[0].text, style)
        else:
            flat = flatten(inlines, style, self.noted)
            runs, cites = flat.runs, flat.cites
        lines = self.set_runs(runs, how)
        if not lines.shown:
            return ()
        if len(lines.shown) > 1 and tag.startswith(b"H"):
            lines = self._balanced(lines, runs, how)
        leaf = self.tree.leaf(home, tag, self._language(inlines) if cites else b"")
        count, leading = len(lines.shown), style.leading
        item = Item(lines, style, x, leaf, style.before, style.after, count, leading, keep)
        if cites:
            item.marks = lines.marks
            first = self.noted + 1
            self.noted += len(cites)
            item.notes = [self._note(at, cite, home) for at, cite in enumerate(cites, first)]
        return (item,)

    def _balanced(self, lines: Lines, runs: Sequence[Run], how: Breaking) -> Lines:
        """A title that takes several lines in as many lines of a like width."""
        if lines.odd:
            return lines  # what begins at the right edge would begin elsewhere
        least, most = how.measure / 2, how.measure
        for _ in range(_HALVINGS):
            middle = (least + most) / 2
            tried = self.set_runs(runs, replace(how, measure=middle))
            if len(tried.shown) == len(lines.shown):
                lines, most = tried, middle
            else:
                least = middle
        return lines

    def _language(self, inlines: Inlines) -> bytes:
        """The language of a paragraph that is a quotation in another one."""
        tags = languages(inlines)
        others = [tag for tag in tags if tag != self.document.language]
        return language(others[0]) if others and others.count(tags[0]) == len(tags) else b""

    def _note(self, number: int, cite: Cite, home: Group) -> Note:
        """Note `number`, which gives the citations of its mark in turn."""
        style = self.house.footnote
        group = self.tree.note(home)
        parts: list[Inline] = []
        for citation in cite.citations:
            if parts:
                parts.append(Text(" "))
            parts.extend(citation.note)
        label = self.tree.leaf(group, b"Lbl")
        indent = _behind(number, style)
        made = self._paragraph(without_marks(parts), style, group, indent)
        item = made[0] if made else _blank(style, 0.0, label)
        note = Note(number, item, items.cited(cite))
        self._number(note, number, label)
        self._unit.notes.append(note)
        return note

    def _number(self, note: Note, number: int, leaf: Leaf) -> None:
        """Give a note its number, which `leaf` tags."""
        lines = self._numeral(number, self._numbers)
        note.number = number
        note.item.label = Label(0.0, lines, self._numbers, leaf, f"mark-{number}")
        note.item.anchor = f"note-{number}"

    def _numeral(self, number: int, style: Style, around: str = "%s") -> Lines:
        """A line of a number alone: as one of so many noughts, for all figures are of one width."""
        noughts = "0" * len(str(number))
        key = around, noughts, style.font, style.size, style.colour
        like = self._numerals.get(key)
        if like is None:
            like = self._numerals[key] = self.words(around % noughts, style)
        (shown,) = like.shown
        if like.odd or type(shown) is not bytes or noughts.encode() not in shown:
            return self.words(around % number, style)  # a house's font that kerns or lacks them
        made = shown.replace(noughts.encode(), b"%d" % number)
        return Lines((made,), like.base, wide=like.wide, faces=like.faces)

    def _heading(self, heading: Heading, home: Group) -> Sequence[Item]:
        style = self.house.headings[heading.level - 1]
        tag = self._tag(heading.level)
        made = self._paragraph(heading.inlines, style, home, 0.0, tag=tag, keep=True, turns=True)
        for item in made:
            if self._headed:
                item.before /= 2
            item.anchor = heading.anchor
            item.outline = (heading.level, plain_text(heading.inlines))
            self._unit.anchors.append(heading.anchor)
        return made

    def _list(
        self, entries: Sequence[tuple[Block, ...]], home: Group, indent: float
    ) -> Iterator[Piece]:
        inner = min(indent + _BULLET_INDENT, self.house.measure / 2)
        listed = self.tree.group(home, b"L", BULLETS)
        style = self.house.item
        for number, blocks in enumerate(entries, 1):
            entry = self.tree.group(listed, b"LI")
            body = self.tree.group(entry, b"LBody")
            made: list[Piece] = []
            for block in blocks:
                if isinstance(block, Paragraph) and block.role is Role.BODY:
                    made += self._paragraph(block.inlines, style, body, inner)
                else:
                    made += self._block(block, body, inner)
            first = made[0] if made else None
            if isinstance(first, Item) and first.label is None:
                label = self.tree.leaf(entry, b"Lbl")
                entry.kids.reverse()
                first.label = Label(inner - 10.0, self.words("•", style), style, label)
            last = made[-1] if made else None
            if not indent and number == len(entries) and isinstance(last, Item):
                last.after = max(last.after, self.house.body.after)
            yield from made

    def _figure(self, figure: Figure, home: Group) -> Iterator[Piece]:
        said = figure.alt or plain_text(figure.caption) or self.document.title
        leaf = self.tree.leaf(home, b"Figure", b"/Alt" + text_string(said))
        drawing = fitted(figure.drawing, self.house.measure)
        keep = bool(figure.caption)
        yield items.Block(drawing.height, 6.0, keep=keep, drawing=(drawing, leaf))
        caption = self.house.note
        for item in self._paragraph(figure.caption, caption, home, 0.0, tag=b"Caption"):
            item.after += _BELOW_CAPTION
            yield item

    def _table(self, table: Table, home: Group) -> Iterator[Piece]:
        whole = self.tree.group(home, b"Table")
        label = self.house.label
        yield from self._paragraph(table.caption, label, whole, 0.0, tag=b"Caption", keep=True)
        inner = self.tree.group(self.tree.group(whole, b"THead"), b"TR")
        places = columns(table, self.house)
        row = self._row(table.head, places, self.house.head_cell, inner, first=True)
        yield row
        head = (row,)
        body = self.tree.group(whole, b"TBody")
        for number, cells in enumerate(table.rows, 1):
            inner = self.tree.group(body, b"TR")
            row = self._row(cells, places, self.house.cell, inner)
            row.head = head
            if number == len(table.rows):
                row.ends, row.after = True, items.ROW_GAP + _BELOW_TABLE
            yield row

    def _row(
        self, cells: Sequence[Inlines], places: Sequence[Column], style: Style, home: Group,
        *, first: bool = False,
    ) -> TableRow:  # fmt: skip
        """A row: its cells' lines stand side by side."""
        made: list[Item] = []
        tag, extra = (b"TH", HEADER_CELL) if first else (b"TD", b"")
        for inlines, (left, room, figures) in zip(cells, places, strict=True):
            if has_marks(inlines):
                inner = self.tree.group(home, tag, extra)
                made += self._paragraph(inlines, style, inner, left, left + room)
                continue
            found = self._paragraph(inlines, style, home, left, left + room, tag=tag)
            for item in found:
                item.leaf.extra += extra
                made.append(item)
                if figures and not first:
                    item.x += max(figures - item.lines.wide, 0.0)
            if not found:
                self.tree.bare(home, tag, extra)
        return TableRow(
            made,
            style,
            max([item.count for item in made], default=1),
            [line for item in made for line in item.marks],
            [note for item in made for note in item.notes],
            self.house.look.accent if first else self.house.look.rule,
            self.house.look.rule,
            keep=first,
        )

    def _contents(self, depth: int, home: Group) -> Sequence[Piece]:
        """The contents: short ones whole; of others that run over a page, none stands alone on either."""
        whole = self.tree.group(home, b"TOC")
        self._unit.lists = True
        made: list[Item] = []
        for heading in self.document.blocks:
            if not isinstance(heading, Heading) or heading.level > depth:
                continue
            style = self.house.contents[heading.level - 1]
            words = _plain(plain_text(heading.inlines), style)
            how = Breaking(self.house.measure - 40 - style.indent, language=self.document.language)
            lines = self.set_runs([replace(run, goto=heading.anchor) for run in words], how)
            if lines.shown:
                entry = self.tree.group(whole, b"TOCI")
                leaf = self.tree.leaf(entry, b"Reference")
                room = style.before, style.after, len(lines.shown), style.leading
                made.append(Item(lines, style, style.indent, leaf, *room, listed=heading.anchor))
        for item in made if len(made) <= _WHOLE else (*made[:1], *made[-_TOGETHER:-1]):
            item.keep = True
        if made:
            made[-1].keep = False
            made[-1].after += _BELOW_CONTENTS
        return made

    def _reference(
        self, reference: Reference, style: Style, home: Group, indent: float
    ) -> Sequence[Item]:
        entry = self.tree.group(home, b"LI")
        label, body = self.tree.leaf(entry, b"Lbl"), self.tree.group(entry, b"LBody")
        made = list(self._paragraph(reference.entry, style, body, indent))
        made = made or [_blank(style, indent, label)]
        first = made[0]
        number = self._numeral(reference.number, style, "[%s]")
        first.label = Label(0.0, number, style, label)
        first.anchor = f"source-{reference.number}"
        self._unit.anchors.append(first.anchor)
        first.source = reference.source
        small = self.house.reference_note
        for remark in reference.notes:
            made += self._paragraph(remark, small, body, indent)
        for item in made[:-1]:
            item.keep = True
        made[-1].solid = True
        made[-1].after += style.before / 2
        return made


def _plain(text: str, style: Style) -> list[Run]:
    return [Run(cleaned(text), style.font, style.size, style.colour)] if text else []


def _behind(number: int, style: Style, brackets: str = "") -> float:
    """Where what stands behind a number begins: at the indent of `style`, if there is room before."""
    return max(style.indent, _room("0" * len(str(number)) + brackets, style.font, style.size))


@cache
def _room(text: str, font: str, size: float) -> float:
    """How wide a number is, with what stands between it and words."""
    return lexicon(font).width(text) * size / 1000 + size * 0.5


def _blank(style: Style, x: float, leaf: Leaf) -> Item:
    """A line that shows nothing."""
    return Item(replace(NOTHING, shown=(b"",)), style, x, leaf, 0.0, 0.0, 1, style.leading)
