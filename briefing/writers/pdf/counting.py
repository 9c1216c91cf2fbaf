"""How much comes before a block of a document, as far as can be seen without setting it.

Where that is not what is found when all is set, what was made by it is only mended.
"""

from collections.abc import Sequence

from briefing.model.document import (
    Block,
    BulletList,
    Cite,
    Contents,
    Document,
    Emphasis,
    Heading,
    Inline,
    Link,
    Paragraph,
    Quotation,
    Quoted,
    SourceLink,
    Strong,
    Table,
    Text,
)
from briefing.writers.pdf.units import Before, titled

_OF_NOTE = 3
"""Elements of a note: itself, its number, its words."""


def before(document: Document, block: int) -> tuple[int, Before, int]:
    """How many notes come before, the last heading, and how many elements of the structure tree.

    Of the heading its level, and whether it stands right above; elements are with those of notes.
    """
    blocks = document.blocks[:block]
    levels = [one.level + titled(document) for one in blocks if isinstance(one, Heading)]
    level = min(levels[-1], 6) if levels else 0
    heading = level, bool(blocks) and isinstance(blocks[-1], Heading)
    elements, notes = _sums([_counts(one, document) for one in blocks])
    return notes, heading, elements + _OF_NOTE * notes


def _counts(block: Block, document: Document) -> tuple[int, int]:
    """How many elements a block has, notes apart, and how many notes."""
    match block:
        case Quotation(inlines, lead):
            return 3 if lead else 2, _marks(inlines)
        case Paragraph(inlines) | Heading(_, inlines):
            return 1, _marks(inlines)
        case Table(head, rows, _, caption):
            marks = [_marks(cell) for row in (head, *rows) for cell in row]
            noted = len(marks) - marks.count(0)
            return 4 + bool(caption) + len(rows) + len(marks) + noted, sum(marks)
        case BulletList(entries):
            inner = [_counts(one, document) for entry in entries for one in entry]
            elements, notes = _sums(inner)
            return 1 + 3 * len(entries) + elements, notes
        case Contents(depth):
            heads = [one for one in document.blocks if isinstance(one, Heading)]
            return 1 + 2 * sum([one.level <= depth for one in heads]), 0
        case _:
            return 0, 0


def _sums(counts: Sequence[tuple[int, int]]) -> tuple[int, int]:
    return sum([elements for elements, _ in counts]), sum([notes for _, notes in counts])


def _marks(inlines: Sequence[Inline]) -> int:
    """How many notes `inlines` have."""
    if len(inlines) == 1 and type(inlines[0]) is Text:  # most cells of tables are so
        return 0
    count = 0
    for one in inlines:
        match one:
            case Text() | Quoted():
                pass
            case Cite():
                count += 1
            case Emphasis(inner) | Strong(inner) | Link(_, inner) | SourceLink(_, inner):
                count += _marks(inner)
            case _:
                pass
    return count
