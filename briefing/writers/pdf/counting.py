"""How much comes before a block of a document, as far as can be seen without setting it.

Where that is not what is found when all is set, what was made by it is only mended.
"""

from collections.abc import Iterable

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
    SourceLink,
    Strong,
    Table,
)
from briefing.writers.pdf.units import Before, titled

_OF_NOTE = 3
"""Elements of a note: itself, its number, its words."""


def before(document: Document, block: int) -> tuple[int, Before]:
    """How many notes come before, the level of the last heading, and whether it stands right above."""
    blocks = document.blocks[:block]
    levels = [one.level + titled(document) for one in blocks if isinstance(one, Heading)]
    level = min(levels[-1], 6) if levels else 0
    return _marks(blocks), (level, bool(blocks) and isinstance(blocks[-1], Heading))


def elements(document: Document, block: int) -> int:
    """How many elements of the structure tree come before, notes and all."""
    blocks = document.blocks[:block]
    return sum([_elements(one, document) for one in blocks]) + _OF_NOTE * _marks(blocks)


def _elements(block: Block, document: Document) -> int:
    """How many elements a block has, notes apart."""
    match block:
        case Quotation(_, lead):
            return 3 if lead else 2
        case Paragraph() | Heading():
            return 1
        case Table(head, rows, _, caption):
            cells = len(head) + sum(map(len, rows))
            noted = sum([bool(_marks(cell)) for row in (head, *rows) for cell in row])
            return 4 + bool(caption) + len(rows) + cells + noted
        case BulletList(entries):
            inner = sum([_elements(one, document) for entry in entries for one in entry])
            return 1 + 3 * len(entries) + inner
        case Contents(depth):
            heads = [one for one in document.blocks if isinstance(one, Heading)]
            return 1 + 2 * sum([one.level <= depth for one in heads])
        case _:
            return 0


def _marks(parts: Iterable[Block | Inline]) -> int:
    """How many notes `parts` have."""
    count = 0
    for part in parts:
        match part:
            case Cite():
                count += 1
            case Quotation() | Paragraph() | Heading():
                count += _marks(part.inlines)
            case Emphasis(inner) | Strong(inner) | Link(_, inner) | SourceLink(_, inner):
                count += _marks(inner)
            case BulletList(entries):
                count += sum(map(_marks, entries))
            case Table(head, rows):
                count += sum([_marks(cell) for row in (head, *rows) for cell in row])
            case _:
                pass
    return count
