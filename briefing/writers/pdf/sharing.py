"""A long document's lines, shared with a copy of the process where a core is free for one.

Lines depend on nothing but their words, so the copy breaks the paragraphs of the second part of the
document while the first is set here, and tells its lines as bytes; the file is the same either way.
"""

import marshal
from collections.abc import Iterable, Sequence
from typing import Any

from briefing.model.document import (
    Block,
    BulletList,
    Cite,
    Document,
    Emphasis,
    Heading,
    Inline,
    Paragraph,
    Quotation,
    Strong,
    Table,
)
from briefing.model.output import Aside
from briefing.writers.pdf.atoms import Breaking
from briefing.writers.pdf.keeping import Rest
from briefing.writers.pdf.lines import Lines, Span, set_lines
from briefing.writers.pdf.runs import Run
from briefing.writers.pdf.setting import Set, Setter

_LONG = 400
"""A document of fewer blocks, some 60 pages, is hardly sooner there for a fifth more work."""
_FIRST = 0.59
"""The share of the blocks set here: the sources, last of all, are many paragraphs in one block."""

Packed = tuple[Any, ...]
"""Lines as bytes, numbers and tuples of them, runs by their numbers; where excerpts lie is not told."""


def shared(document: Document, aside: Aside) -> Rest | None:
    """Have the lines of the rest of `document` made beside this process; nothing if that cannot be."""
    blocks = document.blocks
    if len(blocks) < _LONG:
        return None
    first = int(len(blocks) * _FIRST)
    noted = _marks(blocks[:first])

    def work() -> bytes:
        return marshal.dumps(_told(document, first, noted))

    waiting = aside(work)
    if waiting is work:  # it would be done here
        return None

    def rest(before: int) -> Set:
        """The lines that were told, in turn, if so many notes came before as the copy thought."""
        told = waiting()
        return _taken(marshal.loads(told)) if before == noted else set_lines  # noqa: S302 - ours

    return first, rest


def _told(document: Document, first: int, noted: int) -> list[Packed | None]:
    """The lines of each paragraph from block `first` on, plain enough to be told."""
    told: list[Packed | None] = []

    def kept(runs: Sequence[Run], how: Breaking) -> Lines:
        lines = set_lines(runs, how)
        told.append(_packed(lines, runs))
        return lines

    Setter(document, kept).alone(document.blocks[first:], noted)
    return told


def _packed(lines: Lines, runs: Sequence[Run]) -> Packed | None:
    """Lines without what this process alone knows; nothing for those whose glyphs it has numbered."""
    if lines.odd:
        return None
    shown: object = lines.shown
    if lines.linked:
        shown = [
            line if isinstance(line, bytes) else tuple([_part(part, runs) for part in line])
            for line in lines.shown
        ]
    return shown, lines.base, lines.marks, lines.wide, lines.faces, lines.linked, lines.tail


def _part(part: bytes | Span, runs: Sequence[Run]) -> object:
    if isinstance(part, bytes):
        return part
    owner = next(at for at, run in enumerate(runs) if run is part.run)
    return owner, part.before, part.behind, part.left, part.right


def _taken(told: Sequence[Packed | None]) -> Set:
    """Gives what was told, paragraph by paragraph in the order in which they are set."""
    following = iter(told)

    def taken(runs: Sequence[Run], how: Breaking) -> Lines:
        packed = next(following)
        return _unpacked(packed, runs) if packed else set_lines(runs, how)

    return taken


def _unpacked(packed: Packed, runs: Sequence[Run]) -> Lines:
    shown, base, marks, wide, faces, linked, tail = packed
    if linked:
        shown = [
            line
            if isinstance(line, bytes)
            else tuple(
                [
                    part if isinstance(part, bytes) else Span(runs[part[0]], *part[1:])
                    for part in line
                ]
            )
            for line in shown
        ]
    return Lines(shown, base, marks, (), wide, faces, (), linked, tail)


def _marks(parts: Iterable[Block | Inline]) -> int:
    """How many notes `parts` have where notes commonly are."""
    count = 0
    for part in parts:
        match part:
            case Cite():
                count += 1
            case Quotation() | Paragraph() | Heading() | Emphasis() | Strong():
                count += _marks(part.inlines)
            case BulletList(entries):
                count += sum(map(_marks, entries))
            case Table(_, rows):
                count += sum(_marks(cell) for row in rows for cell in row)
            case _:
                pass
    return count
