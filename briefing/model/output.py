"""What a person may want of a file, and what a writer hands back."""

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol

from msgspec import Struct

from briefing.model.passage import Passage
from briefing.model.source import Notice

Aside = Callable[[Callable[[], bytes]], Callable[[], bytes]]
"""Begins a piece of work where it can, and gives what waits for its answer."""


class Talk(Protocol):
    """A channel to a copy of this process, for messages of any length."""

    def send(self, message: bytes) -> None:
        """Send `message`; raises `BrokenPipeError` where nobody takes it."""

    def receive(self) -> bytes:
        """Wait for the next message; raises `EOFError` where none will come."""

    def close(self) -> None:
        """Let the copy end."""


Copied = Callable[[Callable[[Talk], None]], Talk | None]
"""Has a copy of this process do a piece of work, which asks and answers; nothing where it cannot."""
CITATION_FIELDS = ("zotero", "word")
STYLE_ROLES = {
    "body": "Normal",
    "title": "Title",
    "subtitle": "Subtitle",
    "meta": "Meta",
    "lead": "Lead",
    "label": "Label",
    "note": "Note",
    "judgment": "Analyst Judgment",
    "heading-1": "Heading 1",
    "heading-2": "Heading 2",
    "heading-3": "Heading 3",
    "quotation-lead": "Quotation Lead",
    "quotation": "Quote",
    "bullet-1": "List Bullet",
    "bullet-2": "List Bullet 2",
    "bullet-3": "List Bullet 3",
    "contents-1": "toc 1",
    "contents-2": "toc 2",
    "contents-3": "toc 3",
    "table": "Briefing Table",
    "table-head": "Table Head",
    "table-text": "Table Text",
    "caption": "Caption",
    "figure": "Figure",
    "source": "Bibliography",
    "source-compact": "Bibliography Compact",
    "source-note": "Bibliography Note",
    "header": "Header",
    "footer": "Footer",
    "marking": "Marking",
    "footnote": "footnote text",
    "footnote-mark": "footnote reference",
    "endnote": "endnote text",
    "endnote-mark": "endnote reference",
    "link": "Hyperlink",
    "source-words": "Source Words",
    "analyst-words": "Analyst Words",
}
"""Each part of a document that has a style of its own, and what that style is called in Word."""


class WordWishes(Struct, frozen=True):
    """What a person wants of the Word file.

    `citation_fields` is one of `CITATION_FIELDS` or empty; `styles` pairs roles of `STYLE_ROLES` with
    names of styles in the house's document.
    """

    endnotes: bool = False
    citation_fields: str = ""
    styles: tuple[tuple[str, str], ...] = ()


class RegionKind(StrEnum):
    """What lies in a region of a page."""

    HEADING = "heading"
    EXCERPT = "excerpt"
    CITATION = "citation"
    REFERENCE = "reference"


class Region(Struct, frozen=True):
    """Where something lies: on `page` (from 1), in points from the page's upper left corner.

    A heading has its `anchor`, an excerpt its `passage`, a citation the number of its `note` and the
    ids of its `sources`, an entry of the source list the id of its source. What goes on over a page
    break has a region on each page.
    """

    kind: RegionKind
    page: int
    left: float
    top: float
    right: float
    bottom: float
    anchor: str = ""
    passage: Passage | None = None
    note: int = 0
    sources: tuple[str, ...] = ()


class Written(Struct, frozen=True):
    """The bytes of one finished file, and what the reader of it should be told.

    `pages` gives the page (counted from 1) on which each heading's anchor lies, for writers that
    lay out pages; it is empty for the others. `regions` say where what lies, page by page,
    where that is asked for.
    """

    data: bytes
    notices: tuple[Notice, ...] = ()
    pages: tuple[tuple[str, int], ...] = ()
    regions: tuple[Region, ...] = ()
