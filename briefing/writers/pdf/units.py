"""What a block of the document became, kept for the next document that has the same block."""

from collections.abc import Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from briefing.model.document import Block, Document, Heading, Paragraph, Role
from briefing.writers.pdf.items import Note, Piece
from briefing.writers.pdf.tagging import Stretch

Before = tuple[int, bool]
"""The level of the last heading, and whether it stands right above."""


class Unit(Struct):
    """One block set: its elements, its pieces, its notes, the places in it that links may lead to.

    `noted` notes stood `before` it, and headings had come to a level, one of them perhaps right above
    it; after it they are at `level`. What `lists` headings hangs on all of them.
    """

    stretch: Stretch
    noted: int
    before: Before
    level: int = 0
    pieces: list[Piece] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)
    lists: bool = False

    def fits(self, noted: int, before: Before) -> bool:
        """Whether it is set alike where this stands before it."""
        if before != self.before:
            return False
        count = len(self.notes)
        if not count or noted == self.noted:
            return True
        low, high = sorted((noted, self.noted))
        return len(str(low + 1)) == len(str(high + count))  # a mark is as wide as its digits


def alike(before: Document, document: Document) -> bool:
    """Whether blocks of both are set alike."""
    one, other = (replace(each, blocks=(), manifest="") for each in (before, document))
    return one == other and titled(before) == titled(document)


def titled(document: Document) -> bool:
    """Whether it has a title, which is a heading of the first level."""
    return any(
        isinstance(block, Paragraph) and block.role is Role.TITLE for block in document.blocks
    )


def matched(before: Document, units: list[Unit], document: Document) -> list[Unit | None]:
    """For each block of `document` what the same block of the one before became, each at most once."""
    old, new = before.blocks, document.blocks
    shorter = min(len(old), len(new))
    head = 0
    while head < shorter and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < shorter - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    found: list[Unit | None] = list(units[:head])
    waiting: dict[Block, list[Unit]] = {}
    for block, unit in zip(old[head : len(old) - tail], units[head:], strict=False):
        waiting.setdefault(block, []).append(unit)
    for block in new[head : len(new) - tail]:
        same = waiting.get(block)
        found.append(same.pop(0) if same else None)
    found += units[len(old) - tail :]
    if _headings(old[head : len(old) - tail]) != _headings(new[head : len(new) - tail]):
        return [unit if unit and not unit.lists else None for unit in found]
    return found


def _headings(blocks: Sequence[Block]) -> list[Heading]:
    return [block for block in blocks if isinstance(block, Heading)]
