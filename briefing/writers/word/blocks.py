"""Blocks become the body of a Word document, as one string."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import assert_never

from briefing.model.document import (
    Block,
    BulletList,
    Contents,
    Document,
    Heading,
    Inline,
    PageBreak,
    Paragraph,
    Quotation,
    Reference,
    SourceList,
    Table,
)
from briefing.model.plain import plain_text
from briefing.writers.escaping import escape
from briefing.writers.word import styles
from briefing.writers.word.inlines import Inliner, Manner, field_runs, run


def headings(blocks: Iterable[Block]) -> tuple[Heading, ...]:
    """All headings in reading order, those inside lists too."""
    found: list[Heading] = []
    for block in blocks:
        if isinstance(block, Heading):
            found.append(block)
        elif isinstance(block, BulletList):
            for item in block.items:
                found += headings(item)
    return tuple(found)


def source_numbers(blocks: Iterable[Block]) -> frozenset[int]:
    """Numbers that a link to the source list can reach."""
    return frozenset(
        reference.number
        for block in blocks
        if isinstance(block, SourceList)
        for reference in block.references
    )


@dataclass(slots=True)
class Blocks:
    """Sets the blocks of one document; `width` is the text's, in twentieths of a point."""

    document: Document
    inliner: Inliner
    pages: Mapping[str, int]
    width: int
    _headings: tuple[Heading, ...] = ()
    _bookmarks: dict[str, int] = field(default_factory=dict)
    _breaking: bool = False
    _listed: set[int] = field(default_factory=set)
    _bookmark: int = 0

    def body(self) -> str:
        """The whole body without its section properties."""
        self._headings = headings(self.document.blocks)
        for number, heading in enumerate(self._headings, 1):
            self._bookmarks.setdefault(heading.anchor, number)
        return "".join([self._block(block) for block in self.document.blocks])

    def _block(self, block: Block, depth: int = 0) -> str:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph(inlines, role):
                return self._paragraph(styles.of_role(role), inlines)
            case Quotation(inlines, lead):
                head = self._paragraph(styles.QUOTATION_LEAD, lead) if lead else ""
                return head + self._paragraph(styles.QUOTATION, inlines)
            case BulletList(items):
                return "".join([self._item(item, depth) for item in items])
            case Table():
                return self._table(block)
            case Contents(depth=levels):
                return self._contents(levels)
            case SourceList(references):
                return "".join(map(self._reference, references))
            case PageBreak():
                self._breaking = True
                return ""
            case _:
                assert_never(block)

    def _paragraph(self, style: str, inlines: Iterable[Inline], more: str = "") -> str:
        return self._raw(style, self.inliner.runs(inlines), more)

    def _raw(self, style: str, runs: str, more: str = "") -> str:
        """A paragraph; `more` holds properties that come after `pageBreakBefore` in the schema."""
        if self._breaking:
            self._breaking = False
            more = f"<w:pageBreakBefore/>{more}"
        style_id = self.inliner.ids[style]
        return f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/>{more}</w:pPr>{runs}</w:p>'

    def _heading(self, heading: Heading) -> str:
        runs = self.inliner.runs(heading.inlines)
        number = self._bookmarks.get(heading.anchor)
        style = styles.of_heading(heading.level)
        return self._raw(style, self._marked(toc_name(number), runs) if number else runs)

    def _marked(self, name: str, runs: str) -> str:
        self._bookmark += 1
        return (
            f'<w:bookmarkStart w:id="{self._bookmark}" w:name="{name}"/>{runs}'
            f'<w:bookmarkEnd w:id="{self._bookmark}"/>'
        )

    def _item(self, blocks: tuple[Block, ...], depth: int) -> str:
        level = min(depth, len(styles.LIST) - 1)
        parts: list[str] = []
        for at, block in enumerate(blocks):
            match block:
                case Paragraph(inlines):
                    name = (styles.LIST_CONTINUE if at else styles.LIST)[level]
                    parts.append(self._paragraph(name, inlines))
                case _:
                    parts.append(self._block(block, depth + 1))
        return "".join(parts)

    def _table(self, table: Table) -> str:
        widths = [round(self.width * share) for share in table.widths]
        caption = self._paragraph(styles.CAPTION, table.caption) if table.caption else ""
        title = escape(plain_text(table.caption))
        described = f'<w:tblCaption w:val="{title}"/>' if title else ""
        grid = "".join([f'<w:gridCol w:w="{width}"/>' for width in widths])
        return (
            f'{caption}<w:tbl><w:tblPr><w:tblStyle w:val="{self.inliner.ids[styles.TABLE]}"/>'
            f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
            f'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>{described}</w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{self._row(table.head, widths, head=True)}"
            f"{''.join([self._row(row, widths) for row in table.rows])}</w:tbl>"
            f"{self._raw(styles.TABLE_END, '')}"
        )

    def _row(
        self, cells: Iterable[Iterable[Inline]], widths: list[int], *, head: bool = False
    ) -> str:
        style = styles.TABLE_HEAD if head else styles.TABLE_TEXT
        repeat = "<w:tblHeader/>" if head else ""
        set_cells = [
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f"{self._paragraph(style, cell)}</w:tc>"
            for cell, width in zip(cells, widths, strict=True)
        ]
        return f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{''.join(set_cells)}</w:tr>"

    def _contents(self, depth: int) -> str:
        """A field of Word's own kind, filled; in the frame by which Word offers to update it."""
        entries = [heading for heading in self._headings if heading.level <= depth]
        if not entries:
            return ""
        begin = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
            f' TOC \\o "1-{depth}" \\h \\z \\u </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        last = len(entries) - 1
        lines = [
            self._contents_line(entry, begin if at == 0 else "", end if at == last else "")
            for at, entry in enumerate(entries)
        ]
        return (
            '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
            f"<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>{''.join(lines)}"
            "</w:sdtContent></w:sdt>"
        )

    def _contents_line(self, heading: Heading, begin: str, end: str) -> str:
        name = toc_name(self._bookmarks[heading.anchor])
        page = self.pages.get(heading.anchor)
        tail = ""
        if page is not None:
            tail = f"<w:r><w:tab/></w:r>{field_runs(f'PAGEREF {name} \\h', str(page))}"
        words = run(plain_text(heading.inlines))
        link = f'<w:hyperlink w:anchor="{name}" w:history="1">{words}{tail}</w:hyperlink>'
        tab = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{self.width}"/></w:tabs>'
        return self._raw(styles.of_contents(heading.level), begin + link + end, tab)

    def _reference(self, reference: Reference) -> str:
        number = run(f"{reference.number}.")
        if reference.number not in self._listed:
            self._listed.add(reference.number)
            number = self._marked(f"Source_{reference.number}", number)
        runs = f"{number}<w:r><w:tab/></w:r>{self.inliner.runs(reference.entry, Manner())}"
        keep = "<w:keepNext/>" if reference.notes else ""
        head = self._raw_kept(styles.REFERENCE, runs, keep)
        return head + "".join(
            [self._paragraph(styles.REFERENCE_NOTE, note) for note in reference.notes]
        )

    def _raw_kept(self, style: str, runs: str, keep: str) -> str:
        if not self._breaking:
            return self._raw(style, runs, keep)
        # The schema wants keepNext before pageBreakBefore.
        self._breaking = False
        return self._raw(style, runs, f"{keep}<w:pageBreakBefore/>")


def toc_name(number: int) -> str:
    """Name of the bookmark of heading `number`, in the form that Word itself gives."""
    return f"_Toc{100000000 + number}"
