"""Blocks and inlines as WordprocessingML."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import chain, groupby
from typing import assert_never

from msgspec import Struct, field
from msgspec.structs import replace

from briefing.model.bidi import begins_right, has_rightward, parted, runs_rightward
from briefing.model.document import (
    TURNING,
    Block,
    BulletList,
    Cite,
    Contents,
    Document,
    Emphasis,
    Figure,
    Heading,
    Inline,
    Inlines,
    Judgment,
    Link,
    PageBreak,
    Paragraph,
    Quotation,
    Quoted,
    Reference,
    SourceLink,
    SourceList,
    Strong,
    Table,
    Text,
)
from briefing.model.drawing import Drawing
from briefing.model.plain import is_mixed, plain_text
from briefing.model.typography import curl
from briefing.tongue import tongue
from briefing.writers.escaping import escape, web_address
from briefing.writers.outline import headings
from briefing.writers.word import styles
from briefing.writers.word.markup import RUN_END, bookmark, link, paragraph, run, short_field, words
from briefing.writers.word.markup import field as word_field
from briefing.writers.word.scripts import full_tag
from briefing.writers.word.styles import Look
from briefing.writers.word.zipping import Awaited, begin_all

_PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
_LATER = re.compile("\x01([a-z]+)(\\d+)\x01")
_LINE_AS_HIGH = '<w:spacing w:line="240" w:lineRule="auto"/>'
"""For a picture: lines of an exact height, which a house may want, would cut it off."""
_RIGHT_TO_LEFT = "<w:bidi/>"
_FROM_LEFT, _FROM_RIGHT = "<w:r><w:t>\u200e</w:t></w:r>", "<w:r><w:t>\u200f</w:t></w:r>"


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
    openings: dict[str, str] = field(default_factory=dict)

    def set(self, inlines: Sequence[Inline], manner: Manner = _PLAIN) -> str:
        """The runs of `inlines`.

        Marks that show nothing keep a source's words from turning those around, or being turned: two of
        their own direction around them, and one of ours behind.
        """
        parts = [self._inline(inline, manner) for inline in inlines]
        for at, inline in enumerate(inlines):
            if (
                isinstance(inline, Quoted)
                and self._turns(inline.excerpt.exact)
                and is_mixed(inlines)
            ):
                own = _FROM_RIGHT if begins_right(inline.excerpt.exact) else _FROM_LEFT
                ours = _FROM_RIGHT if runs_rightward(self.language) else _FROM_LEFT
                parts[at] = f"{own}{parts[at]}{own}{ours}"
        return "".join(parts)

    def _turns(self, words: str) -> bool:
        return has_rightward(words) or runs_rightward(self.language)

    def _inline(self, inline: Inline, manner: Manner) -> str:
        match inline:
            case Text(text):
                return self._apart(text, manner, styles.HYPERLINK if manner.linked else "")
            case Judgment(text):
                return self._run(text, manner, styles.ANALYST_WORDS)
            case Quoted(excerpt, language):
                foreign = full_tag(language) if language != self.language else ""
                return self._run(
                    curl(excerpt.exact, language=language), manner, styles.SOURCE_WORDS, foreign
                )
            case Emphasis(inner):
                return self.set(inner, replace(manner, italic=True))
            case Strong(inner):
                return self.set(inner, replace(manner, bold=True))
            case Link(url, inner):
                return self._link(web_address(url), inner, manner)
            case SourceLink(number, inner):
                content = self.set(inner, replace(manner, linked=True))
                return content if manner.linked else link(f"source_{number}", content)
            case Cite():
                return self.note(inline)
            case _:
                assert_never(inline)

    def _apart(self, text: str, manner: Manner, style: str) -> str:
        """`text`, in which a name or a title from right to left does not turn the words behind it.

        Word knows no isolates: a mark from left to right that shows nothing (U+200E) parts them.
        """
        before, words, behind = ("", "", "") if text.isascii() else parted(text)
        if not words:
            return self._run(text, manner, style)
        rest = self._run(behind, manner, style) if behind else ""
        return f"{self._run(before + words, manner, style)}{_FROM_LEFT}{rest}"

    def _link(self, address: str | None, inner: Sequence[Inline], manner: Manner) -> str:
        """A link to the web; Word has no link within a link."""
        if address is None or manner.linked:
            return self.set(inner, manner)
        content = self.set(inner, replace(manner, linked=True))
        return f'<w:hyperlink r:id="{self.relate(address)}" w:history="1">{content}</w:hyperlink>'

    def _run(self, text: str, manner: Manner, style: str, language: str = "") -> str:
        """A run has one style: whose words they are goes before their being a link."""
        if manner is _PLAIN and not language and text.isascii():
            return f"{self._opening(style)}{escape(text)}{RUN_END}"
        look = "<w:b/><w:bCs/>" if manner.bold else ""
        look += "<w:i/><w:iCs/>" if manner.italic else ""
        if manner.linked and style != styles.HYPERLINK:
            look += '<w:u w:val="single"/>'
        named = f'<w:rStyle w:val="{self.ids[style]}"/>' if style else ""
        return words(text, named, look, language)

    def _opening(self, style: str) -> str:
        """What stands before plain words in a style; made once, for most runs are such."""
        known = self.openings.get(style)
        if known is None:
            whole = run("", f'<w:rStyle w:val="{self.ids[style]}"/>' if style else "")
            known = self.openings[style] = whole.removesuffix(RUN_END)
        return known


class Body(Struct):
    """Sets the blocks of one document in a `look`; `cited_in` leads from sources to their notes.

    `pages` gives the page of each heading as soon as it is known, `picture` the run that shows a
    drawing, with its words and its number, `columns` the widths of a table's columns in twentieths of
    a point, `tabs` the properties that put page numbers at the right edge, by the contents' styles,
    `bar` the property that gives a paragraph of a style (by its name) a change bar.
    """

    document: Document
    words: Words
    look: Look
    pages: Callable[[], Mapping[str, int]]
    note: Callable[[Cite], str]
    cited_in: Mapping[int, Sequence[int]]
    picture: Callable[[Drawing, str, int], str]
    columns: Callable[[Table], Sequence[int]]
    tabs: Mapping[str, str]
    bar: Callable[[str], str]
    bookmarks: int = 0
    tables: int = 0
    figures: int = 0
    anchors: dict[str, str] = field(default_factory=dict)

    def set(self) -> list[Awaited]:
        """The whole body, in pieces; it is being compressed while it is set."""
        found = headings(self.document.blocks)
        self.anchors = {item.anchor: f"_Toc{number:06}" for number, item in enumerate(found, 1)}
        parts: list[list[Awaited]] = []
        lists: list[tuple[int, str]] = []
        for sort, blocks in groupby(self.document.blocks, _late):
            if sort is Contents:  # its pages may not be known yet
                parts.append([Awaited(partial(self._block, block)) for block in blocks])
            elif sort is SourceList:
                lists.append((len(parts), "".join(map(self._block, blocks))))
                parts.append([])
            else:
                parts.append(begin_all(map(self._block, blocks)))
        # Only now is it known which notes cite a source.
        for place, text in lists:
            parts[place] = begin_all((_LATER.sub(self._back, text),))
        return list(chain.from_iterable(parts))

    def mark(self, cite: Cite) -> str:
        """The mark of a note, which the source list leads back to."""
        self.bookmarks += 1
        mark = self.note(cite)
        number = mark.partition('w:id="')[2].partition('"')[0]
        return bookmark(f"note_{number}", self.bookmarks, mark)

    def _block(self, block: Block) -> str:
        match block:
            case Heading(level, inlines, anchor):
                return self._heading(styles.HEADINGS[level - 1], inlines, anchor)
            case Paragraph(inlines, role):
                return self._styled(styles.ROLES[role], inlines, turns=role in TURNING)
            case Quotation(inlines, lead, changed):
                parts = ((styles.QUOTATION_LEAD, lead),) if lead else ()
                return "".join(
                    self._styled(
                        style, words, self.bar(style) if changed else "",
                        turns=style == styles.QUOTATION,
                    )
                    for style, words in (*parts, (styles.QUOTATION, inlines))
                )  # fmt: skip
            case BulletList(items):
                return self._list(items, 0)
            case Table():
                return self._table(block)
            case Figure():
                return self._figure(block)
            case Contents(depth):
                return self._contents(depth)
            case SourceList(references, compact):
                return "".join([self._reference(item, compact=compact) for item in references])
            case PageBreak():
                return _PAGE_BREAK
            case _:
                assert_never(block)

    def _heading(self, style: str, inlines: Inlines, anchor: str) -> str:
        content = self._bookmarked(self.anchors[anchor], self.words.set(inlines))
        level = self.look.outline.get(style, "")
        keep = "<w:keepNext/>"
        return paragraph(
            self.look.ids[style], content, f"{keep}{self._direction(inlines, content)}{level}"
        )

    def _styled(
        self, style: str, inlines: Inlines, before: str = "", *, turns: bool = False
    ) -> str:
        """A paragraph; `before` are properties that stand before its direction (bullet, bars)."""
        content = self.words.set(inlines)
        direction = self._direction(inlines, content, turns=turns)
        return paragraph(self.look.ids[style], content, f"{before}{direction}")

    def _direction(self, inlines: Inlines, content: str, *, turns: bool = True) -> str:
        """Whether a paragraph runs from right to left.

        One that `turns` does so if its first letter does; our own words around those of others run as
        the document's language does.
        """
        if content.isascii() or not (turns or runs_rightward(self.document.language)):
            return ""
        return _RIGHT_TO_LEFT if begins_right(plain_text(inlines)) else ""

    def _bookmarked(self, name: str, content: str) -> str:
        self.bookmarks += 1
        return bookmark(name, self.bookmarks, content)

    def _list(self, items: Sequence[tuple[Block, ...]], depth: int) -> str:
        style = styles.BULLETS[min(depth, len(styles.BULLETS) - 1)]
        numbering = self.look.numbering.get(style, "")
        parts = []
        for item in items:
            for block in item:
                match block:
                    case Paragraph(inlines):
                        parts.append(self._styled(style, inlines, numbering))
                    case BulletList(inner):
                        parts.append(self._list(inner, depth + 1))
                    case _:
                        parts.append(self._block(block))
        return "".join(parts)

    def _table(self, table: Table) -> str:
        widths = self.columns(table)
        grid = "".join([f'<w:gridCol w:w="{width}"/>' for width in widths])
        rows = [self._row(table.head, widths, styles.TABLE_HEAD, head=True)]
        rows += [self._row(cells, widths, styles.TABLE_TEXT) for cells in table.rows]
        caption = ""
        if table.caption:
            self.tables += 1
            caption = self._caption(
                tongue(self.document.language).say("Table"),
                self.tables,
                table.caption,
                "<w:keepNext/>",
            )
        told = plain_text(table.caption or tuple(leaf for cell in table.head for leaf in cell))
        properties = _table_properties(self.look.ids[styles.TABLE], sum(widths), told)
        after = paragraph(self.look.ids[styles.TABLE_TEXT], "")
        return f"{caption}<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>{after}"

    def _figure(self, figure: Figure) -> str:
        self.figures += 1
        shown = self.picture(figure.drawing, figure.alt, self.figures)
        keep = "<w:keepNext/>" if figure.caption else ""
        below = (
            self._caption(
                tongue(self.document.language).say("Figure"), self.figures, figure.caption
            )
            if figure.caption
            else ""
        )
        return paragraph(self.look.ids[styles.FIGURE], shown, keep + _LINE_AS_HIGH) + below

    def _caption(self, label: str, count: int, inlines: Inlines, keep: str = "") -> str:
        """A caption that Word numbers, so that it can list tables and figures."""
        number = short_field(f"SEQ {label} \\* ARABIC", str(count))
        content = f"{run(f'{label} ')}{number}{run('. ')}{self.words.set(inlines)}"
        return paragraph(self.look.ids[styles.CAPTION], content, keep)

    def _row(
        self,
        cells: Sequence[Inlines],
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
        titles = [words(plain_text(heading.inlines)) for heading in listed]
        pages = self.pages()  # this may wait for them
        for number, (heading, title) in enumerate(zip(listed, titles, strict=True)):
            content = self._entry(heading, title, pages)
            content = (opening if number == 0 else "") + content
            content += closing if number == len(listed) - 1 else ""
            name = styles.CONTENTS[heading.level - 1]
            entries.append(paragraph(self.look.ids[name], content, self.tabs[name]))
        return (
            '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
            "<w:docPartUnique/></w:docPartObj></w:sdtPr>"
            f"<w:sdtContent>{''.join(entries)}</w:sdtContent></w:sdt>"
        )

    def _entry(self, heading: Heading, content: str, pages: Mapping[str, int]) -> str:
        anchor = self.anchors[heading.anchor]
        page = pages.get(heading.anchor)
        if page is not None:
            content += "<w:r><w:tab/></w:r>" + word_field(f"PAGEREF {anchor} \\h", str(page))
        return link(anchor, content)

    def _reference(self, reference: Reference, *, compact: bool) -> str:
        """An entry of the source list; its number and its last line lead back to the notes."""
        style = styles.COMPACT_REFERENCE if compact else styles.REFERENCE
        key = reference.number
        number = self._bookmarked(f"source_{key}", f"\x01number{key}\x01")
        entry = self.words.set(reference.entry)
        keep = "<w:keepNext/>"
        direction = self._direction(reference.entry, entry, turns=False)
        lines = [
            paragraph(
                self.look.ids[style],
                f"{number}<w:r><w:tab/></w:r>{entry}",
                f"{keep if reference.notes else ''}<w:keepLines/>{direction}",
            )
        ]
        for place, note in enumerate(reference.notes, 1):
            content = self.words.set(note)
            direction = self._direction(note, content, turns=False)
            last = place == len(reference.notes)
            content += f"\x01back{key}\x01" if last else ""
            properties = f"{'' if last else keep}{direction}"
            lines.append(paragraph(self.look.ids[styles.REFERENCE_NOTE], content, properties))
        return "".join(lines)

    def _back(self, found: re.Match[str]) -> str:
        """The number of a source, or “Cited in notes 1, 4.”; Word keeps the numbers right."""
        numbers = self.cited_in.get(int(found[2]), ())
        if found[1] == "number":
            label = run(f"[{found[2]}]")
            return link(f"note_{numbers[0]}", label) if numbers else label
        if not numbers:
            return ""
        links = run(", ").join(
            [short_field(f"NOTEREF note_{number} \\h", str(number)) for number in numbers]
        )
        # For translators: behind it stand the numbers of notes.
        lead = tongue(self.document.language).say_many(
            "Cited in note", "Cited in notes", len(numbers)
        )
        return f"{run(f' {lead} ')}{links}{run('.')}"


def _late(block: Block) -> type[Block] | None:
    """The sort of a block that needs what is known only when all are set; of others, none."""
    return type(block) if isinstance(block, Contents | SourceList) else None


def _table_properties(style: str, width: int, told: str) -> str:
    """A table in its style; `told` says what is in it to those who cannot see it."""
    return (
        f'<w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{width}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
        'w:noHBand="0" w:noVBand="1"/>'
        f'<w:tblDescription w:val="{escape(told)}"/></w:tblPr>'
    )
