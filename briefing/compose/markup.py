"""Parses the small markup that template sections are written in.

    # Heading            ## second level       ### third level
    @role words          a paragraph of that role: title, subtitle, meta, lead, label, note, judgment
    - item               a list item; two spaces before the dash nest it once
    >^ words             the line above a displayed quotation: who speaks, where
    > words              the displayed quotation
    |= 0.2 0.5 0.3       the widths of a table's columns
    |! Head | Head       its header row, then rows as
    | Cell | Cell
    ::: contents 2       the table of contents, down to that level
    ::: sources          the source list; `::: sources cited` and `::: sources further` those that are cited
                         and those that are not, these without remarks, as are those of `::: sources short`
    ::: figure coverage  a chart: coverage or chronology, where `figures` has it
    ::: page             a new page
    *words* **words**    italic, bold

Lines that follow one another without a blank line are one paragraph. Values printed by the
template are marks of `sealing` and are never looked into.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct, field
from msgspec.structs import replace

from briefing.compose.sealing import MARK, Seals
from briefing.errors import RecipeError
from briefing.model.document import (
    Block,
    BulletList,
    Contents,
    Emphasis,
    Figure,
    Heading,
    Inline,
    Inlines,
    PageBreak,
    Paragraph,
    Quotation,
    Reference,
    Role,
    SourceList,
    Strong,
    Table,
    Text,
)
from briefing.model.plain import plain_text

_ROLE = re.compile(r"@(\w+)\s+(.*)")
_HEADING = re.compile(r"(#{1,3})\s+(.*)")
_ITEM = re.compile(r"( *)- +(.*)")
_SPECIAL = re.compile(r"\s*(?:#|@|-\s|>|\||:::)")
_EMPHASIS = re.compile(r"(\*\*|\*)")


class Parser(Struct):
    """Parses rendered sections; anchors stay unique.

    `references` fill the source list; `cited` are the ids of the sources that are cited; `figures` are
    the charts by name.
    """

    seals: Seals
    references: tuple[Reference, ...]
    cited: AbstractSet[str] = frozenset()
    figures: Mapping[str, Figure] = field(default_factory=dict)
    _anchors: set[str] = field(default_factory=set)

    def parse(self, rendered: str) -> tuple[Block, ...]:
        """The blocks that `rendered` describes.

        Raises:
            RecipeError: if a directive or a role is unknown, or a table is not one.
        """
        return tuple(self._blocks(rendered.split("\n")))

    def _blocks(self, lines: Sequence[str]) -> Iterator[Block]:
        at = 0
        while at < len(lines):
            line = lines[at].rstrip()
            if not line:
                at += 1
                continue
            taken = _run(lines, at, _continues(line))
            yield self._block(taken)
            at += len(taken)

    def _block(self, lines: Sequence[str]) -> Block:
        first = lines[0]
        if found := _HEADING.match(first):
            return self._heading(len(found[1]), self._inlines(found[2]))
        if found := _ROLE.match(first):
            words = " ".join([found[2], *(line.strip() for line in lines[1:])])
            return Paragraph(self._inlines(words), self._role(found[1]))
        if first.startswith(">"):
            return self._quotation(lines)
        if first.startswith("|"):
            return self._table(lines)
        if first.startswith(":::"):
            return self._directive(first.removeprefix(":::").split())
        if _ITEM.match(first):
            return self._list(lines)
        return Paragraph(self._inlines(" ".join(line.strip() for line in lines)))

    def _heading(self, level: int, inlines: Inlines) -> Heading:
        slug = re.sub(r"[^a-z0-9]+", "-", plain_text(inlines).lower()).strip("-")[:40] or "heading"
        anchor, number = slug, 2
        while anchor in self._anchors:
            anchor, number = f"{slug}-{number}", number + 1
        self._anchors.add(anchor)
        return Heading(level, inlines, anchor)

    def _role(self, name: str) -> Role:
        try:
            return Role(name)
        except ValueError:
            raise self._fault(f"there is no paragraph role “@{name}”") from None

    def _quotation(self, lines: Sequence[str]) -> Quotation:
        lead = " ".join(line[2:].strip() for line in lines if line.startswith(">^"))
        words = " ".join(line[1:].strip() for line in lines if not line.startswith(">^"))
        return Quotation(self._inlines(words), self._inlines(lead) if lead else ())

    def _table(self, lines: Sequence[str]) -> Table:
        widths = [line[2:].split() for line in lines if line.startswith("|=")]
        heads = [self._cells(line[2:]) for line in lines if line.startswith("|!")]
        rows = [self._cells(line[1:]) for line in lines if line[1:2] not in ("=", "!")]
        if len(heads) != 1 or any(len(row) != len(heads[0]) for row in rows):
            raise self._fault("a table needs one header row, and each row as many cells")
        count = len(heads[0])
        try:
            shares = [float(width) for width in widths[0]] if widths else [1.0] * count
        except ValueError:
            raise self._fault("the widths of a table must be numbers") from None
        if len(shares) != count or min(shares) <= 0:
            raise self._fault("a table needs a width above 0 for each column")
        return Table(heads[0], tuple(rows), tuple(share / sum(shares) for share in shares))

    def _cells(self, line: str) -> tuple[Inlines, ...]:
        return tuple(self._inlines(cell.strip()) for cell in line.strip().strip("|").split("|"))

    def _list(self, lines: Sequence[str]) -> BulletList:
        items: list[tuple[Block, ...]] = []
        at = 0
        while at < len(lines):
            found = _ITEM.match(lines[at])
            if found is None:
                raise self._fault("a list item begins with “- ”")
            inner = _run(lines, at, _deeper(len(found[1])))[1:]
            blocks: list[Block] = [Paragraph(self._inlines(found[2]))]
            if inner:
                blocks.append(self._list(inner))
            items.append(tuple(blocks))
            at += 1 + len(inner)
        return BulletList(tuple(items))

    def _directive(self, words: Sequence[str]) -> Block:
        match words:
            case ["contents"]:
                return Contents()
            case ["contents", depth] if depth in "123":
                return Contents(int(depth))
            case ["sources"]:
                return SourceList(self.references)
            case ["sources", "cited"]:
                return SourceList(self._listed(cited=True))
            case ["sources", "short"]:
                return SourceList(_bare(self._listed(cited=True)), compact=True)
            case ["sources", "further"]:
                return SourceList(_bare(self._listed(cited=False)), compact=True)
            case ["figure", name] if name in self.figures:
                return self.figures[name]
            case ["page"]:
                return PageBreak()
            case _:
                raise self._fault(f"there is no directive “::: {' '.join(words)}”")

    def _listed(self, *, cited: bool) -> tuple[Reference, ...]:
        return tuple(item for item in self.references if (item.source in self.cited) is cited)

    def _inlines(self, words: str) -> Inlines:
        return _emphasis(_EMPHASIS.split(words), self._leaves)

    def _leaves(self, words: str) -> Iterator[Inline]:
        at = 0
        for mark in MARK.finditer(words):
            if words[at : mark.start()]:
                yield Text(words[at : mark.start()])
            yield from self.seals.unseal(int(mark[1]))
            at = mark.end()
        if words[at:]:
            yield Text(words[at:])

    def _fault(self, what: str) -> RecipeError:
        return RecipeError(what, where=self.seals.where, remedy="Mend the template.")


def _bare(references: Iterable[Reference]) -> tuple[Reference, ...]:
    return tuple(replace(item, notes=()) for item in references)


def _continues(first: str) -> Callable[[str], bool]:
    """Tells of a line whether it belongs to the block that begins with `first`."""
    if first.startswith((">", "|")):
        return lambda line: line.startswith(first[0])
    if _ITEM.match(first):
        return lambda line: _ITEM.match(line) is not None
    if first.startswith(("#", ":::")):
        return lambda _: False
    return lambda line: bool(line.strip()) and not _SPECIAL.match(line)


def _run(lines: Sequence[str], at: int, belongs: Callable[[str], bool]) -> list[str]:
    """Line `at` and those behind it that belong to it."""
    taken = [lines[at].rstrip()]
    for line in lines[at + 1 :]:
        if not belongs(line):
            break
        taken.append(line.rstrip())
    return taken


def _deeper(depth: int) -> Callable[[str], bool]:
    return lambda line: len(line) - len(line.lstrip(" ")) > depth


def _emphasis(parts: Sequence[str], leaves: Callable[[str], Iterator[Inline]]) -> Inlines:
    """Split `words, mark, words, mark, …` into inlines; a mark that is never closed is words."""
    inlines: list[Inline] = []
    at = 0
    while at < len(parts):
        mark = parts[at]
        if at % 2 and mark in parts[at + 2 :: 2]:
            close = parts.index(mark, at + 2)
            inner = _emphasis(parts[at + 1 : close], leaves)
            inlines.append(Strong(inner) if mark == "**" else Emphasis(inner))
            at = close + 1
        else:
            inlines.extend(leaves(parts[at]))
            at += 1
    return tuple(inlines)
