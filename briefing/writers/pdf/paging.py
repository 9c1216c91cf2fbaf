"""Items become pages: each note at the foot of the page that carries its mark."""

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct, field

from briefing.writers.pdf.items import Item, Piece, leaves

_NOTE_GAP = 12.0
"""Space between the text and the notes, the rule between them included."""
_LEAST_TEXT = 60.0
"""Room that notes carried over from the page before leave for the text."""
_MOST_HEAD = 0.25
"""A table's head that takes a larger share of the page is not repeated."""
_LITTLE_PARTED = 3
"""A paragraph of so many lines is not parted: two stay together at either end."""

Part = tuple[Piece, int, int, float]
"""Lines of a piece, from and to, and the distance of their top from the head of the page."""
Stretch = tuple[Piece, int, int]


class Page(Struct):
    """One page: its parts, and the lines of its notes, whose tops count from that of the first.

    The first `repeated` parts are the head of a table that goes on.
    """

    height: float
    parts: list[Part] = field(default_factory=list)
    notes: list[tuple[Item, int, int, float]] = field(default_factory=list)
    used: float = 0.0
    begun: float = 0.0
    note_height: float = 0.0
    repeated: int = 0

    @property
    def fresh(self) -> bool:
        """Whether the page holds nothing yet but the repeated head of a table."""
        return self.used == self.begun and not self.notes

    def let_go(self, page: int) -> None:
        """Have what goes on here forget what was painted on `page` (an object) and those behind it."""
        for piece, start, *_ in (*self.parts, *self.notes):
            if start:
                for leaf in leaves(piece):
                    leaf.back(page)

    def is_like(self, other: "Page") -> bool:
        """Whether it holds the very same pieces in the same places."""
        return (
            self.repeated == other.repeated
            and self.note_height == other.note_height
            and _places(self.parts) == _places(other.parts)
            and _places(self.notes) == _places(other.notes)
        )

    def holds(self, pieces: AbstractSet[int]) -> bool:
        """Whether it shows some of `pieces`, told by what they are in memory."""
        return any(id(part[0]) in pieces for part in self.parts)

    @property
    def room(self) -> float:
        """Height that is left."""
        return self.height - self.used - self.note_height


def _places(parts: Sequence[Part]) -> list[tuple[int, int, int, float]]:
    """Lines of pieces, each told by what it is in memory."""
    return [(id(piece), start, end, down) for piece, start, end, down in parts]


def paginate(pieces: Sequence[Piece], height: float, gaps: float = 1.0) -> list[Page]:
    """Lay `pieces` out on pages of that height, their notes with them; space between them times `gaps`."""
    layout = _Layout(height, gaps)
    for chain in _chains(pieces):
        layout.add(chain)
    return layout.finish()


def _chains(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Pieces of which each keeps with the next."""
    chain: list[Piece] = []
    for piece in pieces:
        chain.append(piece)
        if not piece.keep:
            yield chain
            chain = []
    if chain:
        yield chain


class _Layout:
    def __init__(self, height: float, gaps: float) -> None:
        self.height, self.gaps = height, gaps
        self.page = Page(height)
        self.pages = [self.page]
        self.waiting: list[tuple[Item, int]] = []

    def add(self, chain: Sequence[Piece]) -> None:
        """Put pieces that keep together on this page, else begin them on the next."""
        last = chain[-1]
        if getattr(last, "new_page", False):
            if len(chain) > 1:
                self._group([(piece, 0, piece.count) for piece in chain[:-1]])
            if self.page.parts:
                self._turn()
            return
        whole = [(piece, 0, piece.count) for piece in chain]
        if self._fits(whole):
            self._put(whole)
            return
        count = last.count
        first = count if last.whole or count <= _LITTLE_PARTED else 2
        whole[-1] = (last, 0, first)
        self._group(whole)
        for line in range(first, count - 2):
            self._group([(last, line, line + 1)])
        if first < count:
            self._group([(last, count - 2, count)])

    def finish(self) -> list[Page]:
        """The pages, notes that still wait on pages of their own."""
        while self.waiting:
            self._turn()
        return self.pages

    def _group(self, group: Sequence[Stretch]) -> None:
        """Put lines on this page, else on the next; if they are taller than a page, one by one."""
        if not self._fits(group):
            self._turn_until(group, self._fits)
            if not self._fits(group):
                for piece, start, end in group:
                    for line in range(start, end):
                        single = [(piece, line, line + 1)]
                        self._turn_until(single, self._begins)
                        self._put(single)
                return
        self._put(group)

    def _height(self, piece: Piece, start: int, end: int) -> float:
        return (end - start) * piece.leading + (
            piece.after * self.gaps if end == piece.count else 0.0
        )

    def _fits(self, group: Sequence[Stretch]) -> bool:
        page, gaps = self.page, self.gaps
        height = notes = 0.0
        first = not page.parts
        for piece, start, end in group:
            height += self._height(piece, start, end)
            if not start and not first:
                height += piece.before * gaps
            first = False
            if piece.notes:
                for note in _noted(piece, start, end):
                    notes += note.count * note.leading + note.after * gaps
        if notes and not page.notes:
            notes += _NOTE_GAP
        return height + notes <= page.height - page.used - page.note_height

    def _begins(self, group: Sequence[Stretch]) -> bool:
        """Whether a single line fits with the first line of its notes; the rest may go on."""
        page, (piece, start, end) = self.page, group[0]
        height = self._height(piece, start, end)
        if page.parts and not start:
            height += piece.before * self.gaps
        for note in list(_noted(piece, start, end))[:1]:
            height += self._height(note, 0, 1) + (0.0 if page.notes else _NOTE_GAP)
        return height <= page.room

    def _turn_until(
        self, group: Sequence[Stretch], fits: Callable[[Sequence[Stretch]], bool]
    ) -> None:
        """Begin pages until `group` fits, or until one is fresh: no page has more room."""
        while not fits(group) and not self.page.fresh:
            self._turn(group[0][0])

    def _put(self, group: Sequence[Stretch]) -> None:
        page = self.page
        for piece, start, end in group:
            if start and page.parts and page.parts[-1][0] is piece:
                before = page.parts.pop()
                page.parts.append((piece, before[1], end, before[3]))
            else:
                if not start and page.parts:
                    page.used += piece.before * self.gaps
                page.parts.append((piece, start, end, page.used))
            page.used += self._height(piece, start, end)
            if piece.notes:
                for note in _noted(piece, start, end):
                    self._foot(note)

    def _foot(self, note: Item) -> None:
        """Put a note at the foot, as far as it fits; the rest waits for the next page."""
        page = self.page
        for line in range(note.count):
            height = self._height(note, line, line + 1)
            gap = 0.0 if page.notes else _NOTE_GAP
            if self.waiting or height + gap > page.room:
                self.waiting.extend([(note, line) for line in range(line, note.count)])
                return
            self._note_line(note, line, height, gap)

    def _note_line(self, note: Item, line: int, height: float, gap: float) -> None:
        page = self.page
        page.note_height += gap
        if line and page.notes and page.notes[-1][0] is note:
            held = page.notes.pop()
            page.notes.append((note, held[1], line + 1, held[3]))
        else:
            page.notes.append((note, line, line + 1, page.note_height - _NOTE_GAP))
        page.note_height += height

    def _turn(self, goes_on: Piece | None = None) -> None:
        """Begin a page: notes carried over first, then the head of a table that goes on."""
        page = self.page = Page(self.height)
        self.pages.append(page)
        taken = 0
        for note, line in self.waiting:
            height = self._height(note, line, line + 1)
            gap = 0.0 if page.notes else _NOTE_GAP
            if page.room - height - gap < _LEAST_TEXT and page.notes:
                break
            self._note_line(note, line, height, gap)
            taken += 1
        del self.waiting[:taken]
        head = goes_on.head if goes_on is not None else ()
        if sum(self._height(row, 0, row.count) for row in head) <= _MOST_HEAD * page.height:
            for row in head:
                page.parts.append((row, 0, row.count, page.used))
                page.used += self._height(row, 0, row.count)
        page.begun = page.used
        page.repeated = len(page.parts)


def _noted(piece: Piece, start: int, end: int) -> Iterator[Item]:
    """The notes whose marks stand in these lines."""
    for line, note in zip(piece.marks, piece.notes, strict=True):
        if start <= line < end:
            yield note.item
