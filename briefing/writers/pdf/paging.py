"""Items become pages: each note at the foot of the page that carries its mark."""

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct, field
from msgspec.structs import replace

from briefing.writers.pdf.items import Block, Item, Piece, leaves

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

    def clear(self) -> None:
        """Forget what it holds."""
        self.parts, self.notes = [], []

    def let_go(self, page: int) -> None:
        """Have what goes on here forget what was painted on `page` (an object) and those behind it."""
        for piece, start, *_ in (*self.parts, *self.notes):
            if start:
                for leaf in leaves(piece):
                    leaf.back(page)

    def is_like(self, other: "Page") -> bool:
        """Whether it holds the very same pieces in the same places."""
        return self is other or (
            self.repeated == other.repeated
            and self.note_height == other.note_height
            and _places(self.parts) == _places(other.parts)
            and _places(self.notes) == _places(other.notes)
        )

    def copy(self) -> "Page":
        """One like it, to go on from."""
        return replace(self, parts=self.parts[:], notes=self.notes[:])

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


class Mark(Struct, frozen=True):
    """A place at which pages can be laid out anew: behind a piece that a page was begun for.

    So many pieces stand before it, and so many `pages` with that one, of which `page` is what was
    there by then; `waiting` are lines of notes for the next.
    """

    pieces: int
    pages: int
    page: Page
    waiting: list[tuple[Item, int]]

    def is_like(self, other: "Mark") -> bool:
        """Whether what comes behind both is laid out alike."""
        return (
            self.page.used == other.page.used
            and self.page.begun == other.page.begun
            and self.page.is_like(other.page)
            and [(id(note), line) for note, line in self.waiting]
            == [(id(note), line) for note, line in other.waiting]
        )


def where(pages: Sequence[Page], first: int = 1) -> dict[str, int]:
    """The page of each heading; those of `pages` are counted from `first`."""
    return {
        piece.anchor: number
        for number, page in enumerate(pages, first)
        for piece, start, *_ in page.parts
        if not start and type(piece) is Item and piece.outline and piece.anchor
    }


def paginate(pieces: Sequence[Piece], height: float, gaps: float = 1.0) -> list[Page]:
    """Lay `pieces` out on pages of that height, their notes with them; space between them times `gaps`."""
    return Layout(height, gaps).lay(pieces)


def _chains(pieces: Sequence[Piece], start: int) -> Iterator[list[Piece]]:
    """Pieces from `start` on, of which each keeps with the next."""
    chain: list[Piece] = []
    for piece in pieces[start:]:
        chain.append(piece)
        if not piece.keep:
            yield chain
            chain = []
    if chain:
        yield chain


class Layout:
    """Lays pieces out, and after that others of which many are the same: only what is moved by them."""

    def __init__(self, height: float, gaps: float = 1.0) -> None:
        self.height, self.gaps = height, gaps
        self.page = Page(height)
        self.pages = [self.page]
        self.waiting: list[tuple[Item, int]] = []
        self._pieces: Sequence[Piece] = ()
        self._marks: list[Mark] = []

    def lay(self, pieces: Sequence[Piece]) -> list[Page]:
        """The pages of `pieces`."""
        before, old = self.pages, self._pieces
        head = _same(pieces, old)
        tail = min(_same(pieces[::-1], old[::-1]), len(pieces) - head, len(old) - head)
        at, later = self._back(head)
        self._pieces = pieces
        more = len(pieces) - len(old)
        known = {mark.pieces + more: mark for mark in later if len(old) - mark.pieces <= tail}
        for chain in _chains(pieces, at):
            count = len(self.pages)
            self.add(chain)
            at += len(chain)
            if len(self.pages) == count or chain[-1].keep:
                continue
            mark = Mark(at, len(self.pages), self.page.copy(), self.waiting[:])
            met = known.get(at)
            if met and met.is_like(mark):
                self._go_on(before, [one for one in later if one.pieces >= met.pieces], more)
                return self.pages
            self._marks.append(mark)
        self.end()
        return self.pages

    def add_all(self, pieces: Sequence[Piece]) -> None:
        """Put pieces behind those there are."""
        for chain in _chains(pieces, 0):
            self.add(chain)

    def end(self) -> None:
        """Give pages of their own to notes that still wait."""
        while self.waiting:
            self._turn()

    def _back(self, head: int) -> tuple[int, list[Mark]]:
        """Go back to the last mark among the first `head` pieces: what is before it, what was behind."""
        later = [mark for mark in self._marks if mark.pieces > head]
        del self._marks[len(self._marks) - len(later) :]
        mark = self._marks[-1] if self._marks else Mark(0, 1, Page(self.height), [])
        self.page, self.waiting = mark.page.copy(), mark.waiting[:]
        self.pages = [*self.pages[: mark.pages - 1], self.page]
        return mark.pieces, later

    def _go_on(self, before: Sequence[Page], later: Sequence[Mark], more: int) -> None:
        """Have the pages from the first of `later` on follow as they were, so many `more` pieces behind."""
        first = later[0].pages
        added = len(self.pages) - first
        self.pages[-1:] = before[first - 1 :]
        self._marks += [
            replace(mark, pieces=mark.pieces + more, pages=mark.pages + added) for mark in later
        ]

    def add(self, chain: Sequence[Piece]) -> None:
        """Put pieces that keep together on this page, else begin them on the next."""
        last = chain[-1]
        if type(last) is Block and last.new_page:
            if len(chain) > 1:
                self._group([(piece, 0, piece.count) for piece in chain[:-1]])
            if self.page.parts:
                self._turn()
            return
        if not self.waiting and self._take(chain):
            return
        whole = [(piece, 0, piece.count) for piece in chain]
        if self.waiting and self._fits(whole):
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

    def _take(self, chain: Sequence[Piece]) -> bool:
        """Put whole pieces and their notes on this page, if all of them fit: most do."""
        page, gaps = self.page, self.gaps
        used, height, first = page.used, 0.0, not page.parts
        parts: list[Part] = []
        notes: list[Item] = []
        for piece in chain:
            if not first:
                used += piece.before * gaps
                height += piece.before * gaps
            first = False
            count = piece.count
            parts.append((piece, 0, count, used))
            tall = count * piece.leading + piece.after * gaps
            used += tall
            height += tall
            if piece.notes:
                notes += [note.item for note in piece.notes]
        low = page.note_height
        feet: list[tuple[Item, int, int, float]] = []
        if notes and not page.notes:
            low += _NOTE_GAP
        for note in notes:
            feet.append((note, 0, note.count, low - _NOTE_GAP))
            low += note.count * note.leading + note.after * gaps
        if height + low > page.height - page.used:
            return False
        page.parts += parts
        page.notes += feet
        page.used, page.note_height = used, low
        return True

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


def _same(one: Sequence[Piece], other: Sequence[Piece]) -> int:
    """How many pieces at the head of both are the very same."""
    count = 0
    for piece, old in zip(one, other, strict=False):
        if piece is not old:
            break
        count += 1
    return count
