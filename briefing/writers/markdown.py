"""CommonMark with tables and footnotes; no word of a source can become markup."""

import re
from collections.abc import Iterable
from typing import assert_never

from msgspec import Struct, field

from briefing.model.bidi import has_rightward, parted, runs_rightward
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
from briefing.model.output import Written
from briefing.model.plain import is_mixed, plain_text
from briefing.model.typography import curl
from briefing.writers.escaping import STAND_IN, clean, replaced_notice, web_address
from briefing.writers.outline import headings, in_order

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>&|~$^#@!])")
_AUTOLINK = re.compile(r"(?i)(?<=www)\.|:(?=//)|(?<=mailto):|(?<=xmpp):")
_BLOCK_START = re.compile(r"^([-+=:]|\d{1,9}(?=[.)]))")
_EDGES = re.compile(r"^(\s*)(.*?)(\s*)$", re.DOTALL)


def write_markdown(document: Document) -> Written:
    """Set `document` as Markdown in UTF-8; the same tree gives the same bytes."""
    document = in_order(document)
    setter = _Setter(document)
    parts = [f"**{escape(document.marking)}**"] if document.marking else []
    marking = parts[:]
    parts += filter(None, map(setter.block, document.blocks))
    parts += [f"[^{number}]: {note}" for number, note in enumerate(setter.notes, 1)]
    if document.generator:
        marking.append(f"<!-- {document.generator} -->")  # shows nothing, and says what this is
    text = "\n\n".join(parts + marking) + "\n"
    return Written(text.encode(), replaced_notice("Markdown", text.count(STAND_IN)))


def escape(text: str) -> str:
    """`text` so that it is read as words wherever it stands within a line."""
    return _AUTOLINK.sub(r"\\\g<0>", _SPECIAL.sub(r"\\\1", clean(text)))


def _apart(text: str) -> str:
    """`text`, in which a name or a title from right to left does not turn the words around it.

    It stands between marks that show nothing (FSI and PDI), as plain text has no others.
    """
    if text.isascii():
        return escape(text)
    before, words, behind = parted(text)
    return f"{escape(before)}\u2068{escape(words)}\u2069{escape(behind)}" if words else escape(text)


class _Setter(Struct):
    """Sets one document; notes fill up on the way."""

    document: Document
    notes: list[str] = field(default_factory=list)

    def block(self, block: Block) -> str:
        """`block` as Markdown, without the blank line behind it."""
        match block:
            case Heading(level, inlines):
                return f"{'#' * (level + 1)} {self._line(inlines)}"
            case Paragraph(inlines, role):
                return self._paragraph(inlines, role)
            case Quotation(inlines, lead):
                lines = [self._line(part) for part in (lead, inlines) if part]
                return "> " + "\n>\n> ".join(lines)
            case BulletList(items):
                return "\n".join(map(self._item, items))
            case Table():
                return self._table(block)
            case Figure(_, caption, alt):
                if alt.startswith(plain_text(caption).rstrip(".")):
                    caption = ()
                return "\n\n".join(filter(None, (self._line(caption), _started(escape(alt)))))
            case Contents(depth):
                return self._contents(depth)
            case SourceList(references):
                return "\n\n".join(map(self._reference, references))
            case PageBreak():
                return ""
            case _:
                assert_never(block)

    def _paragraph(self, inlines: Iterable[Inline], role: Role) -> str:
        match role:
            case Role.TITLE:
                return f"# {self._line(inlines)}"
            case Role.LABEL | Role.SUBTITLE:
                return _wrapped("**", self._inlines(inlines))
            case Role.JUDGMENT | Role.LEAD:
                return _wrapped("*", self._inlines(inlines))
            case Role.BODY | Role.META | Role.NOTE:
                return self._line(inlines)
            case _:
                assert_never(role)

    def _item(self, blocks: Iterable[Block]) -> str:
        inner = "\n\n".join(filter(None, map(self.block, blocks)))
        return "- " + inner.replace("\n", "\n  ")

    def _table(self, table: Table) -> str:
        lines = [self._row(table.head), "|" + " --- |" * len(table.head)]
        lines += map(self._row, table.rows)
        caption = f"{self._line(table.caption)}\n\n" if table.caption else ""
        return caption + "\n".join(lines)

    def _row(self, cells: Iterable[Iterable[Inline]]) -> str:
        return f"| {' | '.join([self._inlines(cell).strip() for cell in cells])} |"

    def _contents(self, depth: int) -> str:
        return "\n".join(
            f"{'  ' * (heading.level - 1)}- {_started(escape(plain_text(heading.inlines)))}"
            for heading in headings(self.document.blocks)
            if heading.level <= depth
        )

    def _reference(self, reference: Reference) -> str:
        lines = [self._line(reference.entry), *map(self._line, reference.notes)]
        return f"{reference.number}. " + "\n\n    ".join(lines)

    def _line(self, inlines: Iterable[Inline]) -> str:
        return _started(self._inlines(inlines))

    def _inlines(
        self, inlines: Iterable[Inline], *, linked: bool = False, mixed: bool | None = None
    ) -> str:
        """`mixed` tells whether other words stand around; what stands alone turns none."""
        given = tuple(inlines)
        mixed = is_mixed(given) if mixed is None else mixed
        return "".join([self._inline(inline, linked, mixed) for inline in given])

    def _turns(self, words: str) -> bool:
        """Whether a source's sentence and the words around it could turn each other."""
        return has_rightward(words) or runs_rightward(self.document.language)

    def _inline(self, inline: Inline, linked: bool, mixed: bool) -> str:
        match inline:
            case Text(text):
                return _apart(text) if mixed else escape(text)
            case Judgment(text):
                return escape(text)
            case Quoted(excerpt, language):
                words = escape(curl(excerpt.exact, language=language))
                turns = mixed and self._turns(excerpt.exact)
                return f"\u2068{words}\u2069" if turns else words
            case Emphasis(inner):
                return _wrapped("*", self._inlines(inner, linked=linked, mixed=mixed))
            case Strong(inner):
                return _wrapped("**", self._inlines(inner, linked=linked, mixed=mixed))
            case Link(url, inner):
                address = None if linked else web_address(url)
                words = self._inlines(inner, linked=linked or address is not None, mixed=mixed)
                return words if address is None else f"[{words}](<{address}>)"
            case SourceLink(_, inner):
                return self._inlines(inner, linked=linked, mixed=mixed)
            case Cite():
                return self._mark(inline)
            case _:
                assert_never(inline)

    def _mark(self, cite: Cite) -> str:
        words = " ".join([self._inlines(citation.note) for citation in cite.citations])
        self.notes.append(_started(words))
        return f"[^{len(self.notes)}]"


def _started(line: str) -> str:
    """`line` so that its first characters make no list, rule or heading."""
    line = line.strip()
    found = _BLOCK_START.match(line)
    if found is None:
        return line
    if found[1].isdigit():
        return f"{found[1]}\\{line[found.end() :]}"
    return f"\\{line}"


def _wrapped(mark: str, words: str) -> str:
    """`words` between marks; white space stays outside, where the marks still count."""
    found = _EDGES.match(words)
    if found is None or not found[2]:
        return words
    return f"{found[1]}{mark}{found[2]}{mark}{found[3]}"
