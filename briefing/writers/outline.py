"""What a table of contents can list."""

from collections.abc import Iterable

from briefing.model.document import Block, BulletList, Heading


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
