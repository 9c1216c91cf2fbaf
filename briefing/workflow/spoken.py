"""A document as lines to be read one after the other: what each is, and its words."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import assert_never

from msgspec import Struct

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
    Inlines,
    Judgment,
    Link,
    PageBreak,
    Paragraph,
    Quotation,
    Role,
    SourceLink,
    SourceList,
    Strong,
    Table,
)
from briefing.model.plain import plain_text
from briefing.tongue import tongue
from briefing.words import Speech


class Sort(StrEnum):
    """What a line is."""

    HEADING = "heading"
    OWN = "own"
    """The analyst's own words."""
    QUOTATION = "quotation"
    WORDS = "words"
    NOTE = "note"
    ENTRY = "entry"
    """Of the source list."""


class Line(Struct, frozen=True):
    """A line of the document; a heading has a `level` from 1. `lead` says whose words a quotation has."""

    sort: Sort
    text: str
    level: int = 0
    lead: str = ""


def spoken(document: Document) -> tuple[Line, ...]:
    """The lines of `document`; its notes, numbered as on the page, come last."""
    teller = _Teller(tongue(document.language))
    lines = [line for block in document.blocks for line in teller.lines(block)]
    notes = [Line(Sort.NOTE, f"{at}. {words}") for at, words in enumerate(teller.notes, 1)]
    head = [Line(Sort.HEADING, teller.tongue.say("Notes"), 1)] if notes else []
    return (*lines, *head, *notes)


class _Teller:
    """Counts the notes as it goes."""

    def __init__(self, tongue: Speech) -> None:
        self.tongue = tongue
        self.notes: list[str] = []

    def lines(self, block: Block) -> Iterator[Line]:
        match block:
            case Heading(level, inlines):
                yield Line(Sort.HEADING, self._words(inlines), level)
            case Paragraph(inlines, role):
                yield self._paragraph(inlines, role)
            case Quotation(inlines, lead):
                yield Line(Sort.QUOTATION, self._words(inlines), lead=self._words(lead))
            case BulletList(items):
                for inner in (part for item in items for part in item):
                    yield from self.lines(inner)
            case Table(head, rows, _, caption):
                yield from self._table(head, rows, caption)
            case Figure(_, caption, alt):
                yield Line(Sort.WORDS, " ".join(filter(None, (self._words(caption), alt))))
            case SourceList(references):
                for reference in references:
                    entry = self._words(reference.entry)
                    yield Line(Sort.ENTRY, f"[{reference.number}] {entry}")
            case Contents() | PageBreak():
                pass
            case _:
                assert_never(block)

    def _paragraph(self, inlines: Inlines, role: Role) -> Line:
        words = self._words(inlines)
        if role is Role.TITLE:
            return Line(Sort.HEADING, words, 1)
        own = role is Role.JUDGMENT or any(isinstance(part, Judgment) for part in _flat(inlines))
        return Line(Sort.OWN if own else Sort.WORDS, words)

    def _table(
        self, head: tuple[Inlines, ...], rows: tuple[tuple[Inlines, ...], ...], caption: Inlines
    ) -> Iterator[Line]:
        """Row by row, each cell with the name of its column."""
        if caption:
            yield Line(Sort.WORDS, self._words(caption))
        names = [self._words(cell) for cell in head]
        for row in rows:
            cells = zip(names, map(self._words, row), strict=False)
            yield Line(
                Sort.WORDS, "; ".join(f"{name}: {cell}" if name else cell for name, cell in cells)
            )

    def _words(self, inlines: Inlines) -> str:
        """The words, with the number of a note where it stands."""
        told = []
        for part in inlines:
            match part:
                case Cite(citations):
                    words = (plain_text(citation.note) for citation in citations)
                    self.notes.append(" ".join(words))
                    note = self.tongue.say("(note {number})", number=str(len(self.notes)))
                    told.append(f" {note}")
                case Emphasis(inner) | Strong(inner) | Link(_, inner) | SourceLink(_, inner):
                    told.append(self._words(inner))
                case _:
                    told.append(plain_text((part,)))
        return "".join(told)


def _flat(inlines: Iterable[Inline]) -> Iterator[Inline]:
    for part in inlines:
        if isinstance(part, Emphasis | Strong | Link | SourceLink):
            yield from _flat(part.inlines)
        else:
            yield part
