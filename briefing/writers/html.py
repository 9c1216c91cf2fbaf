"""One self-contained, accessible page: nothing is fetched, nothing runs (HTML Living Standard)."""

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from typing import assert_never

from msgspec import Struct, field

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
from briefing.tongue import tongue
from briefing.writers.drawing_svg import svg
from briefing.writers.escaping import STAND_IN, escape, replaced_notice, web_address
from briefing.writers.outline import headings, in_order

_STYLE = """
:root{color-scheme:light dark;--ink:#1a1f2b;--ground:#fff;--accent:#1f4e79;--quiet:#4a5363;
--rule:#b9c4d0;--tint:#f0f4f8}
@media(prefers-color-scheme:dark){:root{--ink:#e6e9ee;--ground:#14181f;--accent:#9cc4ea;
--quiet:#b3bcc8;--rule:#4a5563;--tint:#1e252f}}
body{margin:0;background:var(--ground);color:var(--ink);font:1.06rem/1.6 Cambria,Georgia,serif;
overflow-wrap:break-word}
sup{line-height:0}
main,header,footer{max-width:42rem;margin:0 auto;padding:0 1.25rem}
h1,h2,h3,h4,.sub,.meta,.lead,.label,.note,figcaption,nav,table,.marking{font-family:Calibri,
Carlito,Arial,sans-serif}
h1,h2,h3,h4{color:var(--accent);line-height:1.25;margin:1.8em 0 .5em}
h1{font-size:2rem;margin-top:1em}
h2{font-size:1.4rem}
h3{font-size:1.15rem}
h4{font-size:1rem}
a{color:var(--accent)}
.sub,.meta,.lead,.note,figcaption{color:var(--quiet)}
.lead{font-style:italic}
.sub{font-size:1.2rem}
.note,figcaption,.notes,.sources,table{font-size:.92rem}
.label{color:var(--accent);font-weight:700}
svg{max-width:100%;height:auto}
figure{margin:1.2em 0;padding-left:1rem;border-left:3px solid var(--rule)}
figure.drawing{border:0;padding:0;overflow-x:auto}
figure.drawing svg{min-width:34rem}
blockquote{margin:0}
blockquote p{margin:.2em 0}
.judgment-block{background:var(--tint);border-left:4px solid var(--accent);padding:.7em 1rem;
font-style:italic}
table{border-collapse:collapse;width:100%}
caption{text-align:left;font-weight:700}
th,td{border-bottom:1px solid var(--rule);padding:.4em 1em .4em 0;text-align:left;
vertical-align:top}
th:last-child,td:last-child{padding-right:0}
th{vertical-align:bottom;border-bottom-color:currentColor}
.wide{overflow-x:auto}
nav ul{list-style:none;padding:0}
nav .l2{padding-left:1.5em}nav .l3{padding-left:3em}
@media(max-width:30rem){table{font-size:.84rem}th,td{padding-right:.8em}h1{font-size:1.7rem}}
.marking{font-weight:700;text-align:center;padding:.6em 0;margin:0}
.tlp{text-align:right}
.tlp span{background:#000;padding:.1em .4em;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.tlp-red{color:#ff2b2b}.tlp-amber{color:#ffc000}.tlp-green{color:#3f0}.tlp-clear{color:#fff}
:target{background:var(--tint)}
@media print{.break{break-before:page}h1,h2,h3,h4{break-after:avoid}.wide,figure.drawing
{overflow:visible}figure.drawing svg{min-width:0}}
"""
_TLP = frozenset({"TLP:RED", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:GREEN", "TLP:CLEAR"})
_HASH = b64encode(sha256(_STYLE.encode()).digest()).decode()
_POLICY = f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'"


def write_html(document: Document) -> Written:
    """Set `document` as one page of HTML; the same tree gives the same bytes."""
    document = in_order(document)
    page = _Page(document)
    body = "".join(map(page.block, document.blocks))
    marking = _marking(document.marking)
    text = (
        f'<!DOCTYPE html>\n<html lang="{escape(document.language)}">\n'
        '<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"{_meta('author', document.author)}{_meta('description', document.subject)}"
        f"{_meta('generator', document.generator)}<title>{escape(document.title)}</title>\n"
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<header>{marking}</header>\n<main>\n{body}"
        f"{page.endnotes()}</main>\n<footer>{marking}</footer>\n</body>\n</html>\n"
    )
    return Written(text.encode(), replaced_notice("HTML", text.count(STAND_IN)))


def _marking(marking: str | None) -> str:
    """A handling line; those of TLP 2.0 in their colours on black, at the right."""
    if not marking:
        return ""
    if marking in _TLP:
        level = marking.partition(":")[2].partition("+")[0].lower()
        return f'<p class="marking tlp tlp-{level}"><span>{marking}</span></p>'
    return f'<p class="marking">{escape(marking)}</p>'


def _direction(inlines: Inlines) -> str:
    """From which side words run, where some run from the right: from that of the first letter."""
    words = plain_text(inlines)
    if not has_rightward(words):
        return ""
    return ' dir="rtl"' if begins_right(words) else ' dir="ltr"'


def _apart(text: str) -> str:
    """`text`, in which a name or a title from right to left does not turn the words around it."""
    if text.isascii():
        return escape(text)
    before, words, behind = parted(text)
    return f"{escape(before)}<bdi>{escape(words)}</bdi>{escape(behind)}" if words else escape(text)


def _meta(name: str, value: str | None) -> str:
    return f'<meta name="{name}" content="{escape(value)}">\n' if value else ""


class _Page(Struct):
    """Sets one document; notes fill up on the way."""

    document: Document
    notes: list[str] = field(default_factory=list)

    def block(self, block: Block) -> str:
        """`block` as HTML."""
        match block:
            case Heading(level, inlines, anchor):
                tag = f"h{level + 1}"
                way = _direction(inlines)
                return f'<{tag} id="h-{escape(anchor)}"{way}>{self._inlines(inlines)}</{tag}>\n'
            case Paragraph(inlines, role):
                return self._paragraph(inlines, role)
            case Quotation(inlines, lead):
                above = f"<figcaption>{self._inlines(lead)}</figcaption>" if lead else ""
                words = (
                    f"<blockquote><p{_direction(inlines)}>{self._inlines(inlines)}</p></blockquote>"
                )
                return f"<figure>{above}{words}</figure>\n"
            case BulletList(items):
                return f"<ul>{''.join(map(self._item, items))}</ul>\n"
            case Table():
                return self._table(block)
            case Figure(drawing, caption, alt):
                words = f"<figcaption>{self._inlines(caption)}</figcaption>" if caption else ""
                return f'<figure class="drawing" tabindex="0">{svg(drawing, alt)}{words}</figure>\n'
            case Contents(depth):
                return self._contents(depth)
            case SourceList(references):
                return f'<div class="sources">{"".join(map(self._reference, references))}</div>\n'
            case PageBreak():
                return '<div class="break"></div>\n'
            case _:
                assert_never(block)

    def endnotes(self) -> str:
        """The notes, each with a way back to its mark."""
        if not self.notes:
            return ""
        speech = tongue(self.document.language)
        backs = (
            escape(speech.say("Back to mark {number}", number=str(number)))
            for number in range(1, len(self.notes) + 1)
        )
        items = "".join(
            f'<li id="note-{number}">{note} <a href="#mark-{number}" role="doc-backlink" '
            f'aria-label="{back}">↩</a></li>\n'
            for number, (note, back) in enumerate(zip(self.notes, backs, strict=True), 1)
        )
        return (
            '<section class="notes" role="doc-endnotes" aria-labelledby="notes">'
            f'<h2 id="notes">{escape(speech.say("Notes"))}</h2><ol>\n{items}</ol></section>\n'
        )

    def _item(self, blocks: Iterable[Block]) -> str:
        """Its own words run as the document's language does, whatever words of others it holds."""
        parts = [
            f"<p>{self._inlines(block.inlines)}</p>\n"
            if isinstance(block, Paragraph) and block.role is Role.BODY
            else self.block(block)
            for block in blocks
        ]
        return f"<li>{''.join(parts)}</li>"

    def _paragraph(self, inlines: Inlines, role: Role) -> str:
        words = self._inlines(inlines)
        way = _direction(inlines) if role in TURNING else ""
        match role:
            case Role.TITLE:
                return f"<h1{way}>{words}</h1>\n"
            case Role.BODY:
                return f"<p{way}>{words}</p>\n"
            case Role.SUBTITLE:
                return f'<p class="sub"{way}>{words}</p>\n'
            case Role.JUDGMENT:
                return f'<p class="judgment-block"{way}>{words}</p>\n'
            case Role.META | Role.LEAD | Role.LABEL | Role.NOTE:
                return f'<p class="{role.value}">{words}</p>\n'
            case _:
                assert_never(role)

    def _table(self, table: Table) -> str:
        caption = f"<caption>{self._inlines(table.caption)}</caption>" if table.caption else ""
        head = "".join(f'<th scope="col">{self._inlines(cell)}</th>' for cell in table.head)
        rows = "".join(
            f"<tr>{''.join(f'<td>{self._inlines(cell)}</td>' for cell in row)}</tr>\n"
            for row in table.rows
        )
        told = escape(plain_text(table.caption) or tongue(self.document.language).say("Table"))
        return (
            f'<div class="wide" role="region" aria-label="{told}" tabindex="0"><table>{caption}'
            f"<thead><tr>{head}</tr></thead><tbody>\n{rows}</tbody></table></div>\n"
        )

    def _contents(self, depth: int) -> str:
        entries = "".join(
            f'<li class="l{heading.level}"><a href="#h-{escape(heading.anchor)}">'
            f"{escape(plain_text(heading.inlines))}</a></li>"
            for heading in headings(self.document.blocks)
            if heading.level <= depth
        )
        called = escape(tongue(self.document.language).say("Contents"))
        return (
            f'<nav role="doc-toc" aria-label="{called}"><ul>{entries}</ul></nav>\n'
            if entries
            else ""
        )

    def _way(self, words: str) -> str:
        """How a source's sentence runs, if it and what is around could turn each other."""
        if not (has_rightward(words) or runs_rightward(self.document.language)):
            return ""
        return "rtl" if begins_right(words) else "ltr"

    def _reference(self, reference: Reference) -> str:
        notes = "".join(
            f'<br><span class="note">{self._inlines(note)}</span>' for note in reference.notes
        )
        number = reference.number
        return f'<p id="source-{number}">[{number}] {self._inlines(reference.entry)}{notes}</p>\n'

    def _inlines(self, inlines: Iterable[Inline], *, linked: bool = False) -> str:
        given = tuple(inlines)
        parts = [self._inline(inline, linked) for inline in given]
        for at, inline in enumerate(given):
            way = self._way(inline.excerpt.exact) if isinstance(inline, Quoted) else ""
            if way and is_mixed(given):
                parts[at] = f'<span dir="{way}">{parts[at]}</span>'
        return "".join(parts)

    def _inline(self, inline: Inline, linked: bool) -> str:
        match inline:
            case Text(text):
                return _apart(text)
            case Judgment(text):
                return f'<span class="judgment">{escape(text)}</span>'
            case Quoted(excerpt, language):
                tag = f' lang="{escape(language)}"' if language else ""
                return f'<span class="source"{tag}>{escape(curl(excerpt.exact, language=language))}</span>'
            case Emphasis(inner):
                return f"<em>{self._inlines(inner, linked=linked)}</em>"
            case Strong(inner):
                return f"<strong>{self._inlines(inner, linked=linked)}</strong>"
            case Link(url, inner):
                return self._link(web_address(url), inner, linked)
            case SourceLink(number, inner):
                return self._link(f"#source-{number}", inner, linked)
            case Cite():
                return self._mark(inline, linked)
            case _:
                assert_never(inline)

    def _link(self, address: str | None, inner: Iterable[Inline], linked: bool) -> str:
        if address is None or linked:
            return self._inlines(inner, linked=linked)
        return f'<a href="{escape(address)}">{self._inlines(inner, linked=True)}</a>'

    def _mark(self, cite: Cite, linked: bool) -> str:
        words = [self._inlines(citation.note) for citation in cite.citations]
        self.notes.append(" ".join(words))
        number = len(self.notes)
        if linked:
            return f'<sup id="mark-{number}">{number}</sup>'
        link = f'<a id="mark-{number}" href="#note-{number}" role="doc-noteref">{number}</a>'
        return f"<sup>{link}</sup>"
