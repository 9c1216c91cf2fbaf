"""The finished text of a document tree, in the languages of the programs we are timed against."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import assert_never

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


@dataclass(frozen=True, slots=True)
class Language:
    """How one markup language writes the few things a document is made of."""

    escape: Callable[[str], str]
    emphasis: str
    strong: str
    link: Callable[[str, str], str]
    note: Callable[[str], str]
    heading: Callable[[int, str], str]
    quote: Callable[[str], str]
    table: Callable[[Sequence[str], Sequence[Sequence[str]]], str]
    contents: str
    page_break: str
    paragraph: Callable[[str], str] = str
    items: Callable[[Sequence[str]], str] = lambda items: "\n".join(f"- {item}" for item in items)


def _backslashed(signs: str) -> Callable[[str], str]:
    pattern = re.compile(f"([{re.escape(signs)}])")
    return lambda text: pattern.sub(r"\\\1", " ".join(text.split()))


def _typst_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    cells = "".join(f"[{cell}], " for row in (head, *rows) for cell in row)
    return f"#table(columns: {len(head)}, {cells})"


def _pipe_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _html_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    def row(cells: Sequence[str], tag: str) -> str:
        return f"<tr>{''.join(f'<{tag}>{cell}</{tag}>' for cell in cells)}</tr>"

    body = "".join(row(cells, "td") for cells in rows)
    return f"<table><thead>{row(head, 'th')}</thead><tbody>{body}</tbody></table>"


MARKDOWN = Language(
    escape=_backslashed("\\`*_{}[]()#+-.!|<>~^$@'\""),
    emphasis="*{}*",
    strong="**{}**",
    link=lambda url, text: f"[{text}](<{url}>)",
    note=lambda text: f"^[{text}]",
    heading=lambda level, text: f"{'#' * level} {text}",
    quote=lambda text: f"> {text}",
    table=_pipe_table,
    contents="",  # pandoc's own option --toc
    page_break="",
)
TYPST = Language(
    escape=_backslashed("\\`*_[]#+-=/$@<>~'\""),
    emphasis="#emph[{}]",
    strong="#strong[{}]",
    link=lambda url, text: f'#link("{url.replace(chr(34), "%22")}")[{text}]',
    note=lambda text: f"#footnote[{text}]",
    heading=lambda level, text: f"#heading(level: {level})[{text}]",
    quote=lambda text: f"#quote(block: true)[{text}]",
    table=_typst_table,
    contents="#outline()",
    page_break="#pagebreak()",
)


HTML = Language(
    escape=lambda text: escape(" ".join(text.split())),
    emphasis="<em>{}</em>",
    strong="<strong>{}</strong>",
    link=lambda url, text: f'<a href="{escape(url)}">{text}</a>',
    note=lambda text: f'<span class="note">{text}</span>',
    heading=lambda level, text: f"<h{level}>{text}</h{level}>",
    quote=lambda text: f"<blockquote>{text}</blockquote>",
    table=_html_table,
    contents="",
    page_break='<p style="break-after: page"></p>',
    paragraph=lambda text: f"<p>{text}</p>",
    items=lambda items: f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>",
)


def write(document: Document, language: Language) -> str:
    """The whole of `document` in `language`."""
    blocks = (_block(block, language) for block in document.blocks)
    return "\n\n".join(block for block in blocks if block) + "\n"


def _block(block: Block, to: Language) -> str:
    match block:
        case Heading(level, inlines, _):
            return to.heading(level, _inlines(inlines, to))
        case Paragraph(inlines, role):
            text = _inlines(inlines, to)
            return to.paragraph(to.strong.format(text) if role is Role.TITLE else text)
        case Quotation(inlines, lead):
            before = f"{to.paragraph(_inlines(lead, to))}\n\n" if lead else ""
            return before + to.quote(_inlines(inlines, to))
        case BulletList(items):
            return to.items([" ".join(_block(b, to) for b in item) for item in items])
        case Table(head, rows, _, _):
            cells = [[_inlines(cell, to) for cell in row] for row in rows]
            return to.table([_inlines(cell, to) for cell in head], cells)
        case Figure(_, caption, _):
            return to.paragraph(_inlines(caption, to))
        case Contents():
            return to.contents
        case SourceList(references):
            return "\n\n".join(to.paragraph(_reference(one, to)) for one in references)
        case PageBreak():
            return to.page_break
        case _:
            assert_never(block)


def _reference(reference: Reference, to: Language) -> str:
    lines = (reference.entry, *reference.notes)
    number = to.escape(f"[{reference.number}]")
    return f"{number} " + " ".join(_inlines(line, to) for line in lines)


def _inlines(inlines: Sequence[Inline], to: Language) -> str:
    return "".join(_inline(inline, to) for inline in inlines)


def _inline(inline: Inline, to: Language) -> str:
    match inline:
        case Text(text) | Judgment(text):
            return _spaced(text, to)
        case Quoted(excerpt, _):
            return _spaced(excerpt.exact, to)
        case Emphasis(inlines):
            return to.emphasis.format(_inlines(inlines, to))
        case Strong(inlines):
            return to.strong.format(_inlines(inlines, to))
        case Link(url, inlines):
            return to.link(url, _inlines(inlines, to))
        case SourceLink(_, inlines):
            return _inlines(inlines, to)
        case Cite(citations):
            return to.note("; ".join(_inlines(cited.note, to) for cited in citations))
        case _:
            assert_never(inline)


def _spaced(text: str, to: Language) -> str:
    """`text` escaped, with the spaces at its ends kept: neighbours lean on them."""
    before = " " if text[:1].isspace() else ""
    after = " " if text.strip() and text[-1:].isspace() else ""
    return before + to.escape(text) + after
