"""Blocks and inlines as WordprocessingML."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import assert_never

from msgspec import Struct, field
from msgspec.structs import replace

from briefing.model.document import (
    Block,
    BulletList,
    Cite,
    Contents,
    Document,
    Emphasis,
    Figure,
    Heading,
    Inline,
    Judgment,
    Link,
    PageBreak,
    Paragraph,
    Quotation,
    Quoted,
    Reference,
    Role,
    SourceLink,
    SourceList,
    Strong,
    Table,
    Text,
)
from briefing.model.plain import plain_text
from briefing.model.typography import curl
from briefing.writers.escaping import web_address
from briefing.writers.outline import headings
from briefing.writers.word import styles
from briefing.writers.word.markup import bookmark, link, paragraph, run
from briefing.writers.word.markup import field as word_field

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
_RULE, _ACCENT = "B9C4D0", "1F4E79"


class Manner(Struct, frozen=True):
    """How a run is set apart by what lies around it."""

    bold: bool = False
    italic: bool = False
    linked: bool = False


_PLAIN = Manner()


class Words(Struct):
    """Sets inlines; `relate` gives the relationship id of an address, in the part at hand."""

    ids: Mapping[str, str]
    language: str
    relate: Callable[[str], str]
    note: Callable[[Cite], str]

    def set(self, inlines: Iterable[Inline], manner: Manner = _PLAIN) -> str:
        """The runs of `inlines`."""
        return "".join(self._inline(inline, manner) for inline in inlines)

    def _inline(self, inline: Inline, manner: Manner) -> str:
        match inline:
            case Text(text):
                return run(text, self._properties(manner))
            case Judgment(text):
                return run(text, self._properties(manner, styles.ANALYST_WORDS))
            case Quoted(excerpt, language):
                properties = self._properties(manner, styles.SOURCE_WORDS)
                if language and language != self.language and _LANGUAGE.fullmatch(language):
                    properties += f'<w:lang w:val="{language}"/>'
                return run(curl(excerpt.exact), properties)
            case Emphasis(inner):
                return self.set(inner, replace(manner, italic=True))
            case Strong(inner):
                return self.set(inner, replace(manner, bold=True))
            case Link(url, inner):
                return self._link(web_address(url), inner, manner)
            case SourceLink(number, inner):
                words = self.set(inner, replace(manner, linked=True))
                return words if manner.linked else link(f"source_{number}", words)
            case Cite():
                return self.note(inline)
            case _:
                assert_never(inline)

    def _link(self, address: str | None, inner: Iterable[Inline], manner: Manner) -> str:
        """A link to the web; Word has no link within a link."""
        if address is None or manner.linked:
            return self.set(inner, manner)
        words = self.set(inner, replace(manner, linked=True))
        return f'<w:hyperlink r:id="{self.relate(address)}" w:history="1">{words}</w:hyperlink>'

    def _properties(self, manner: Manner, voice: str = "") -> str:
        """Run properties, each once and in the schema's order.

        A run has one style: whose words they are goes before their being a link.
        """
        style = voice or (styles.HYPERLINK if manner.linked else "")
        properties = f'<w:rStyle w:val="{self.ids[style]}"/>' if style else ""
        properties += "<w:b/>" if manner.bold else ""
        properties += "<w:i/>" if manner.italic else ""
        return properties + ('<w:u w:val="single"/>' if voice and manner.linked else "")


class Body(Struct):
    """Sets the blocks of one document. `width` is that of the text, in twentieths of a point."""

    document: Document
    words: Words
    ids: Mapping[str, str]
    pages: Mapping[str, int]
    width: int
    bookmarks: int = 0
    anchors: dict[str, str] = field(default_factory=dict)

    def set(self) -> str:
        """The whole body."""
        found = headings(self.document.blocks)
        self.anchors = {item.anchor: f"_Toc{number:06}" for number, item in enumerate(found, 1)}
        return "".join(map(self._block, self.document.blocks))

    def _block(self, block: Block) -> str:
        match block:
            case Heading(level, inlines, anchor):
                words = self._bookmarked(self.anchors[anchor], self.words.set(inlines))
                return paragraph(self.ids[styles.HEADINGS[level - 1]], words)
            case Paragraph(inlines, role):
                return paragraph(self.ids[styles.ROLES[role]], self.words.set(inlines))
            case Quotation(inlines, lead):
                above = self._styled(styles.QUOTATION_LEAD, lead) if lead else ""
                return above + self._styled(styles.QUOTATION, inlines)
            case BulletList(items):
                return self._list(items, 0)
            case Table():
                return self._table(block)
            case Figure(_, caption, alt):
                above = self._styled(styles.CAPTION, caption) if caption else ""
                return above + self._styled(styles.ROLES[Role.NOTE], (Text(alt),))
            case Contents(depth):
                return self._contents(depth)
            case SourceList(references, compact):
                style = styles.COMPACT_REFERENCE if compact else styles.REFERENCE
                return "".join(self._reference(reference, style) for reference in references)
            case PageBreak():
                return _PAGE_BREAK
            case _:
                assert_never(block)

    def _styled(self, style: str, inlines: Iterable[Inline]) -> str:
        return paragraph(self.ids[style], self.words.set(inlines))

    def _bookmarked(self, name: str, content: str) -> str:
        self.bookmarks += 1
        return bookmark(name, self.bookmarks, content)

    def _list(self, items: Sequence[tuple[Block, ...]], depth: int) -> str:
        style = styles.BULLETS[min(depth, len(styles.BULLETS) - 1)]
        parts = []
        for item in items:
            for block in item:
                match block:
                    case Paragraph(inlines):
                        parts.append(self._styled(style, inlines))
                    case BulletList(inner):
                        parts.append(self._list(inner, depth + 1))
                    case _:
                        parts.append(self._block(block))
        return "".join(parts)

    def _table(self, table: Table) -> str:
        widths = [round(share * self.width) for share in table.widths]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        rows = [self._row(table.head, widths, styles.TABLE_HEAD, head=True)]
        rows += [self._row(cells, widths, styles.TABLE_TEXT) for cells in table.rows]
        caption = self._styled(styles.CAPTION, table.caption) if table.caption else ""
        after = paragraph(self.ids[styles.TABLE_TEXT], "")
        return (
            f"{caption}<w:tbl>{_table_properties(sum(widths))}<w:tblGrid>{grid}</w:tblGrid>"
            f"{''.join(rows)}</w:tbl>{after}"
        )

    def _row(
        self,
        cells: Sequence[Iterable[Inline]],
        widths: Sequence[int],
        style: str,
        *,
        head: bool = False,
    ) -> str:
        """A row that stays whole; the header row repeats on every page."""
        properties = "<w:trPr><w:cantSplit/>" + ("<w:tblHeader/>" if head else "") + "</w:trPr>"
        inner = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f"{self._styled(style, cell)}</w:tc>"
            for cell, width in zip(cells, widths, strict=True)
        )
        return f"<w:tr>{properties}{inner}</w:tr>"

    def _contents(self, depth: int) -> str:
        """A table of contents that is filled already and that Word can update."""
        listed = [item for item in headings(self.document.blocks) if item.level <= depth]
        if not listed:
            return ""
        opening = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            f'<w:r><w:instrText xml:space="preserve"> TOC \\o "1-{depth}" \\h \\z \\u '
            "</w:instrText></w:r>"
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        closing = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        entries = []
        for number, heading in enumerate(listed):
            content = self._entry(heading)
            content = (opening if number == 0 else "") + content
            content += closing if number == len(listed) - 1 else ""
            entries.append(paragraph(self.ids[styles.CONTENTS[heading.level - 1]], content))
        return (
            '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
            "<w:docPartUnique/></w:docPartObj></w:sdtPr>"
            f"<w:sdtContent>{''.join(entries)}</w:sdtContent></w:sdt>"
        )

    def _entry(self, heading: Heading) -> str:
        anchor = self.anchors[heading.anchor]
        content = run(plain_text(heading.inlines))
        page = self.pages.get(heading.anchor)
        if page is not None:
            content += "<w:r><w:tab/></w:r>" + word_field(f"PAGEREF {anchor} \\h", str(page))
        return link(anchor, content)

    def _reference(self, reference: Reference, style: str) -> str:
        number = self._bookmarked(f"source_{reference.number}", run(f"[{reference.number}]"))
        first = paragraph(
            self.ids[style],
            f"{number}<w:r><w:tab/></w:r>{self.words.set(reference.entry)}",
            "<w:keepLines/>",
        )
        notes = [self._styled(styles.REFERENCE_NOTE, note) for note in reference.notes]
        return first + "".join(notes)


def _table_properties(width: int) -> str:
    def edge(name: str, size: int, colour: str) -> str:
        return f'<w:{name} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>'

    borders = edge("top", 8, _ACCENT) + edge("bottom", 4, _RULE) + edge("insideH", 4, _RULE)
    margins = "".join(
        f'<w:{side} w:w="{w}" w:type="dxa"/>' for side, w in (("left", 0), ("right", 100))
    )
    return (
        f'<w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
        'w:noHBand="1" w:noVBand="1"/></w:tblPr>'
    )
