"""Rows become pages: each note at the foot of the page that carries its mark."""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct, field

from briefing.writers.pdf.rows import Row, Setter

_NOTE_GAP = 12.0
"""Space between the text and the notes, the rule between them included."""
_LEAST_TEXT = 60.0
"""Room that notes carried over from the page before leave for the text."""

_MOST_HEAD = 0.25
"""A table's head that takes a larger share of the page is not repeated."""


class Page(Struct):
    """One page: its rows with the distance of their tops from the head, and its notes.

    The first `repeated` rows are the head of a table that goes on.
    """

    height: float
    rows: list[tuple[float, Row]] = field(default_factory=list)
    notes: list[Row] = field(default_factory=list)
    used: float = 0.0
    begun: float = 0.0
    repeated: int = 0

    @property
    def fresh(self) -> bool:
        """Whether the page holds nothing yet but the repeated head of a table."""
        return self.used == self.begun and not self.notes

    @property
    def note_height(self) -> float:
        """Height of the notes with the gap above them."""
        return sum(row.height for row in self.notes) + _NOTE_GAP if self.notes else 0.0

    @property
    def room(self) -> float:
        """Height that is left."""
        return self.height - self.used - self.note_height

    def put(self, row: Row) -> None:
        """Add a row below the others."""
        top = self.used + (row.before if self.rows else 0.0)
        self.rows.append((top, row))
        self.used = top + row.height


def paginate(setter: Setter, rows: Sequence[Row]) -> list[Page]:
    """Lay `rows` out on pages, their notes with them."""
    layout = _Layout(setter, [Page(setter.house.height)])
    for group in _groups(rows):
        layout.add(group)
    return layout.finish()


def _groups(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows that must stand on one page."""
    group: list[Row] = []
    for row in rows:
        if row.new_page and group:
            yield group
            group = []
        group.append(row)
        if not row.keep:
            yield group
            group = []
    if group:
        yield group


class _Layout(Struct):
    setter: Setter
    pages: list[Page]
    waiting: list[Row] = field(default_factory=list)

    def add(self, group: Sequence[Row]) -> None:
        """Put a group on this page, else on the next; if it is taller than a page, row by row."""
        if group[0].new_page:
            if self.pages[-1].rows:
                self._turn()
            return
        if self._fits(group):
            self._put(group)
            return
        self._turn_until(group, self._fits)
        if self._fits(group):
            self._put(group)
            return
        for row in group:
            self._turn_until([row], self._begins)
            self._put([row])

    def finish(self) -> list[Page]:
        """The pages, notes that still wait on pages of their own."""
        while self.waiting:
            self._turn()
        return self.pages

    def _fits(self, group: Sequence[Row]) -> bool:
        page = self.pages[-1]
        height = sum(row.height + row.before for row in group) - (
            0 if page.rows else group[0].before
        )
        notes = sum(note.height for row in group for note in self._notes(row))
        gap = _NOTE_GAP if notes and not page.notes else 0.0
        return height + notes + gap <= page.room

    def _begins(self, group: Sequence[Row]) -> bool:
        """Whether a single row fits with the first line of its notes; the rest may go on."""
        page, row = self.pages[-1], group[0]
        notes = self._notes(row)[:1]
        gap = _NOTE_GAP if notes and not page.notes else 0.0
        before = row.before if page.rows else 0.0
        return row.height + before + sum(note.height for note in notes) + gap <= page.room

    def _turn_until(self, group: Sequence[Row], fits: Callable[[Sequence[Row]], bool]) -> None:
        """Begin pages until `group` fits, or until one is fresh: no page has more room."""
        while not fits(group) and not self.pages[-1].fresh:
            self._turn(group[0])

    def _put(self, group: Sequence[Row]) -> None:
        page = self.pages[-1]
        for row in group:
            page.put(row)
            for note in self._notes(row):
                gap = 0.0 if page.notes else _NOTE_GAP
                if self.waiting or note.height + gap > page.room:
                    self.waiting.append(note)
                else:
                    page.notes.append(note)

    def _notes(self, row: Row) -> list[Row]:
        return [line for number in row.notes for line in self.setter.note_rows(number)]

    def _turn(self, goes_on: Row | None = None) -> None:
        """Begin a page: notes carried over first, then the head of a table that goes on."""
        page = Page(self.setter.house.height)
        self.pages.append(page)
        while self.waiting:
            gap = 0.0 if page.notes else _NOTE_GAP
            if page.room - self.waiting[0].height - gap < _LEAST_TEXT and page.notes:
                break
            page.notes.append(self.waiting.pop(0))
        if (
            goes_on is not None
            and sum(row.height for row in goes_on.head) <= _MOST_HEAD * page.height
        ):
            for row in goes_on.head:
                page.put(row)
        page.begun = page.used
        page.repeated = len(page.rows)
