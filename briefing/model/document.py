"""The document tree: what composing makes and every writer sets. Nothing else meets there.

Three voices can be told apart in every leaf: `Quoted` holds a source's words, `Judgment` the
analyst's, `Text` the template's own words and the plain values (names, dates, numbers) it prints.
A leaf's text is never parsed again: no markup, code, field or link can come out of it.
"""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from briefing.model.drawing import Drawing
from briefing.model.look import Look
from briefing.model.passage import Excerpt

# --- Inline -------------------------------------------------------------------------------------


class Text(Struct, frozen=True):
    """The template's words, or a plain value it prints."""

    text: str


class Judgment(Struct, frozen=True):
    """The analyst's own words."""

    text: str


class Quoted(Struct, frozen=True):
    """A source's words, verbatim; `language` is a BCP 47 tag where it is known."""

    excerpt: Excerpt
    language: str | None = None


class Emphasis(Struct, frozen=True):
    """Italic."""

    inlines: tuple["Inline", ...]


class Strong(Struct, frozen=True):
    """Bold."""

    inlines: tuple["Inline", ...]


class Link(Struct, frozen=True):
    """A link to the web; `url` is http, https or mailto, checked when it is made."""

    url: str
    inlines: tuple["Inline", ...]


class SourceLink(Struct, frozen=True):
    """A link to entry `number` of the source list."""

    number: int
    inlines: tuple["Inline", ...]


class Citation(Struct, frozen=True):
    """One source cited: its number in the source list, the place, and the words of the note.

    `paragraph` and `page` count from 1 and are `None` where they are not known; `page_label` is what
    is printed on the page, where that is another number.
    """

    number: int
    source: str
    note: tuple["Inline", ...]
    paragraph: int | None = None
    page: int | None = None
    page_label: str | None = None


class Cite(Struct, frozen=True):
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


TURNING = frozenset((Role.TITLE, Role.SUBTITLE, Role.BODY, Role.JUDGMENT))
"""Roles whose words may be in any language: like quotations they run from the side where they begin.

The others, notes, lists and tables, are a frame of our own around words of others; it runs as the
document's language does.
"""


class Heading(Struct, frozen=True):
    """A heading; level 1 to 3, never skipping one. `anchor` is unique within the document."""

    level: int
    inlines: Inlines
    anchor: str


class Paragraph(Struct, frozen=True):
    """A paragraph."""

    inlines: Inlines
    role: Role = Role.BODY


class Quotation(Struct, frozen=True):
    """A displayed quotation: a source's words with their note; `lead` says who speaks, where.

    One that is new or `changed` since the edition before has a bar in the margin of files with pages.
    """

    inlines: Inlines
    lead: Inlines = ()
    changed: bool = False


class BulletList(Struct, frozen=True):
    """A list; each item is a run of blocks."""

    items: tuple[tuple["Block", ...], ...]


class Table(Struct, frozen=True):
    """A table with a header row. `widths` are shares of the text width and add up to 1."""

    head: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    widths: tuple[float, ...]
    caption: Inlines = ()


class Figure(Struct, frozen=True):
    """A drawing with its caption; `alt` says in words all that the drawing shows."""

    drawing: Drawing
    caption: Inlines = ()
    alt: str = ""


class Contents(Struct, frozen=True):
    """The table of contents, down to headings of level `depth`."""

    depth: int = 2


class Facts(Struct, frozen=True):
    """What a source says of itself, for programs that keep references. Unknown is `None`."""

    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    accessed: date | None = None
    url: str | None = None
    language: str | None = None


class Reference(Struct, frozen=True):
    """An entry of the source list; `notes` are further lines on it (what is unknown, links)."""

    number: int
    source: str
    entry: Inlines
    notes: tuple[Inlines, ...] = ()
    facts: Facts = Facts()


class SourceList(Struct, frozen=True):
    """The source list, in the order of its numbers; `compact` where room is short."""

    references: tuple[Reference, ...]
    compact: bool = False


class PageBreak(Struct, frozen=True):
    """What follows begins on a new page."""


Block = (
    Heading
    | Paragraph
    | Quotation
    | BulletList
    | Table
    | Figure
    | Contents
    | SourceList
    | PageBreak
)


class Document(Struct, frozen=True):
    """A whole document. `language` is a BCP 47 tag; `running_title` stands at the head of pages.

    `manifest` says in JSON what the document was made of; files carry it inside, unseen.
    `look` is the house's.
    `citation_style` is the style of its notes, by name.
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
    look: Look = Look()
    citation_style: str = ""
