"""The document tree: what composing makes and every writer sets. Nothing else meets there.

Three voices can be told apart in every leaf: `Quoted` holds a source's words, `Judgment` the
analyst's, `Text` the template's own words and the plain values (names, dates, numbers) it prints.
A leaf's text is never parsed again: no markup, code, field or link can come out of it.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from briefing.model.passage import Excerpt

# --- Inline -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """The template's words, or a plain value it prints."""

    text: str


@dataclass(frozen=True, slots=True)
class Judgment:
    """The analyst's own words."""

    text: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """A source's words, verbatim; `language` is a BCP 47 tag where it is known."""

    excerpt: Excerpt
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Italic."""

    inlines: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Strong:
    """Bold."""

    inlines: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A link to the web; `url` is http, https or mailto, checked when it is made."""

    url: str
    inlines: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class SourceLink:
    """A link to entry `number` of the source list."""

    number: int
    inlines: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Citation:
    """One source cited: its number in the source list, the place, and the words of the note."""

    number: int
    source: str
    note: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Cite:
    """A note mark at this place; its note gives each citation in turn."""

    citations: tuple[Citation, ...]


Inline = Text | Judgment | Quoted | Emphasis | Strong | Link | SourceLink | Cite
Inlines = tuple[Inline, ...]


# --- Blocks -------------------------------------------------------------------------------------


class Role(StrEnum):
    """What a paragraph is for; writers give each role its own style."""

    BODY = "body"
    TITLE = "title"
    SUBTITLE = "subtitle"
    META = "meta"
    LEAD = "lead"
    LABEL = "label"
    NOTE = "note"
    JUDGMENT = "judgment"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 to 3, never skipping one. `anchor` is unique within the document."""

    level: int
    inlines: Inlines
    anchor: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    inlines: Inlines
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class Quotation:
    """A displayed quotation: a source's words with their note; `lead` says who speaks, where."""

    inlines: Inlines
    lead: Inlines = ()


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list; each item is a run of blocks."""

    items: tuple[tuple["Block", ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row. `widths` are shares of the text width and add up to 1."""

    head: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    widths: tuple[float, ...]
    caption: Inlines = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents, down to headings of level `depth`."""

    depth: int = 2


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry of the source list; `notes` are further lines on it (what is unknown, links)."""

    number: int
    source: str
    entry: Inlines
    notes: tuple[Inlines, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceList:
    """The source list, in the order of its numbers; `compact` where room is short."""

    references: tuple[Reference, ...]
    compact: bool = False


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Heading | Paragraph | Quotation | BulletList | Table | Contents | SourceList | PageBreak


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. `language` is a BCP 47 tag; `running_title` stands at the head of pages.

    `manifest` says in JSON what the document was made of; files carry it inside, unseen.
    """

    title: str
    language: str
    date: date
    blocks: tuple[Block, ...]
    running_title: str = ""
    author: str | None = None
    subject: str | None = None
    marking: str | None = None
    generator: str = ""
    manifest: str = ""
