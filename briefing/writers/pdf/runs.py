"""Inlines become runs: stretches of text of one face, size and colour, with their links."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from msgspec import Struct, field
from msgspec.structs import replace

from briefing.model.document import (
    Cite,
    Emphasis,
    Inline,
    Inlines,
    Judgment,
    Link,
    Quoted,
    SourceLink,
    Strong,
    Text,
)
from briefing.model.passage import Excerpt
from briefing.model.typography import bare, curl
from briefing.writers.pdf.look import MARK_RISE, MARK_SHARE, Style
from briefing.writers.pdf.words import width

_SCHEMES = ("http://", "https://", "mailto:")
# Soft hyphen, zero-width spaces and joiners: they have no shape and steer only a shaping engine.
_SHAPELESS = dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x2060))


class Run(Struct, frozen=True):
    """Text of one kind. `url` leads out, `goto` to a place in the document, `note` is a mark's.

    `spread` widens each space by so many points; `soft` marks a hyphen that only breaks a word.
    """

    text: str
    font: str
    size: float
    colour: str
    rise: float = 0.0
    url: str | None = None
    goto: str | None = None
    note: int | None = None
    spread: float = 0.0
    soft: bool = False
    excerpt: Excerpt | None = None
    language: str | None = None
    sources: tuple[str, ...] = ()

    @property
    def width(self) -> float:
        """Width in points."""
        return width(self.text, self.font) * self.size + self.text.count(" ") * self.spread


class Notes(Struct):
    """The document's notes in the order of their marks."""

    inlines: list[Inlines] = field(default_factory=list)

    def add(self, cite: Cite) -> int:
        """Number of a new note that gives the citations of `cite` in turn."""
        parts: list[Inline] = []
        for citation in cite.citations:
            if parts:
                parts.append(Text(" "))
            parts.extend(citation.note)
        self.inlines.append(tuple(parts))
        return len(self.inlines)


def runs(inlines: Iterable[Inline], style: Style, notes: Notes) -> tuple[Run, ...]:
    """The runs of `inlines` set in `style`; notes are numbered as their marks are met."""
    start = Run("", _font(style), style.size, style.colour)
    return tuple(_runs(inlines, start, style, notes))


def _runs(inlines: Iterable[Inline], like: Run, style: Style, notes: Notes) -> Iterator[Run]:
    for inline in inlines:
        match inline:
            case Text(text) | Judgment(text):
                if text:
                    yield replace(like, text=_cleaned(text))
            case Quoted(excerpt, language):
                yield replace(
                    like, text=_cleaned(curl(excerpt.exact)), excerpt=excerpt, language=language
                )
            case Emphasis(inner):
                italic = replace(like, font=_font(style, italic=not style.italic))
                yield from _runs(inner, italic, style, notes)
            case Strong(inner):
                yield from _runs(inner, replace(like, font=_font(style, bold=True)), style, notes)
            case Link(url, inner):
                safe = url if url.startswith(_SCHEMES) else None
                colour = style.accent if safe else like.colour
                yield from _runs(inner, replace(like, url=safe, colour=colour), style, notes)
            case SourceLink(number, inner):
                linked = replace(like, goto=f"source-{number}", colour=style.accent)
                yield from _runs(inner, linked, style, notes)
            case Cite():
                sources = tuple(citation.source for citation in inline.citations)
                yield replace(_mark(notes.add(inline), like, style.accent), sources=sources)
            case _:
                assert_never(inline)


def _mark(number: int, like: Run, colour: str) -> Run:
    return replace(
        like,
        text=str(number),
        size=like.size * MARK_SHARE,
        rise=like.size * MARK_RISE,
        colour=colour,
        goto=f"note-{number}",
        note=number,
    )


def _font(style: Style, *, bold: bool = False, italic: bool = False) -> str:
    bold, italic = bold or style.bold, italic or style.italic
    face = style.face
    if bold:
        return face.bold_italic if italic else face.bold
    return face.italic if italic else face.regular


def _cleaned(text: str) -> str:
    """`text` without what has no shape; what cannot be shown becomes a visible stand-in."""
    if text.isascii() and text.isprintable():
        return text
    return bare(text.encode("utf-8", "replace").decode("utf-8")).translate(_SHAPELESS)
