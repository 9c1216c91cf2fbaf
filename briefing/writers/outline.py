"""What a table of contents can list, and headings that leave out no level."""

from collections.abc import Iterable

from msgspec.structs import replace

from briefing.model.document import Block, BulletList, Document, Heading


def headings(blocks: Iterable[Block]) -> tuple[Heading, ...]:
    """All headings in reading order, those inside lists too."""
    found: list[Heading] = []
    for block in blocks:
        if isinstance(block, Heading):
            found.append(block)
        elif isinstance(block, BulletList):
            for item in block.items:
                found += headings(item)
    return tuple(found)


def in_order(document: Document) -> Document:
    """`document` with headings that begin at the first level and leave none out.

    A short template has small headings, which are not to be parts of something larger: programs that
    read a document aloud, and those that check it, go by the levels.
    """
    levels = [heading.level for heading in headings(document.blocks)]
    if all(level <= above + 1 for above, level in zip([0, *levels], levels, strict=False)):
        return document
    return replace(document, blocks=_Levels().set(document.blocks))


class _Levels:
    """Sets levels one after the other."""

    def __init__(self) -> None:
        self._wanted: list[int] = []

    def set(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        """`blocks` in order, each heading one below the nearest that stands above it."""
        return tuple(map(self._block, blocks))

    def _block(self, block: Block) -> Block:
        if isinstance(block, BulletList):
            return replace(block, items=tuple(map(self.set, block.items)))
        if not isinstance(block, Heading):
            return block
        while self._wanted and self._wanted[-1] >= block.level:
            self._wanted.pop()
        self._wanted.append(block.level)
        return replace(block, level=len(self._wanted))
