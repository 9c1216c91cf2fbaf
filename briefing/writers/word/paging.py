"""On which page Word sets each heading: a layout of the same paragraphs, for the table of contents.

It keeps Word's rules: no lone lines (two at least stay together), headings with what follows, table
rows whole, and each note at the foot of the page that has its mark.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct, field

LONE = 2
"""Lines of a paragraph that stay together at a page's head and foot."""

_NOTE_GAP = 6.0
"""Space that the line above the notes takes."""
_LEEWAY = 0.01
_SPILL = 1.5
"""By how much the space behind the last note may stand below the text."""


class Stretch(Struct, frozen=True):
    """A paragraph or a table row: `lines` of one height, the space around them, what binds it.

    `notes` gives the lines that bear marks, and how high each note is. `head` is the height of table
    rows that are repeated where a page begins with it. There is no space between neighbours of one
    `style`, where it is given.
    """

    lines: int
    height: float
    before: float = 0.0
    after: float = 0.0
    keep_next: bool = False
    keep_lines: bool = False
    lone_lines: bool = False
    notes: tuple[tuple[int, float], ...] = ()
    anchor: str | None = None
    head: float = 0.0
    new_page: bool = False
    style: str | None = None


def page_numbers(
    stretches: Sequence[Stretch], room: Callable[[int], float], abreast: int = 1
) -> dict[str, int]:
    """The page of each anchor, from 1, where page n has `room(n)` points for text and notes.

    Pages have so many columns `abreast`, each with its own notes below it.
    """
    layout = _Layout(room, abreast, room(1))
    for chain in _chains(stretches):
        layout.add(chain)
    return layout.found


def _chains(stretches: Iterable[Stretch]) -> Iterator[list[Stretch]]:
    """Runs of paragraphs each of which stays with the next."""
    chain: list[Stretch] = []
    for stretch in stretches:
        if stretch.new_page and chain:
            yield chain
            chain = []
        chain.append(stretch)
        if not stretch.keep_next:
            yield chain
            chain = []
    if chain:
        yield chain


class _Layout(Struct):
    room: Callable[[int], float]
    abreast: int
    height: float
    column: int = 1
    found: dict[str, int] = field(default_factory=dict)
    page: int = 1
    used: float = 0.0
    notes: float = 0.0
    last: Stretch = field(default_factory=lambda: Stretch(0, 0.0))
    fresh: bool = True

    def add(self, chain: Sequence[Stretch]) -> None:
        """Set a chain on this page, else on the next; one too long for a page breaks as it must."""
        if chain[0].new_page and not (self.fresh and self.column == 1):
            self._turn_page()
        if len(chain) > 1 and not self.fresh and not self._fits(chain):
            self._turn()
        for stretch in chain:
            self._set(stretch)

    def _fits(self, chain: Sequence[Stretch]) -> bool:
        """Whether all but the last, and its first lines, fit on this page."""
        used, notes = self.used, self.notes
        last = self.last
        for stretch in chain:
            lines = stretch.lines if stretch is not chain[-1] else _least(stretch)
            used += _gap(last, stretch) + lines * stretch.height
            for line, high in stretch.notes:
                if line < lines:
                    notes += high + (0.0 if notes else _NOTE_GAP)
            last = stretch
        return used + notes <= self._limit(notes)

    def _set(self, stretch: Stretch) -> None:
        left, first = stretch.lines, True
        while True:
            gap = _gap(self.last, stretch) if first and not self.fresh else 0.0
            fit = self._lines_that_fit(stretch, stretch.lines - left, left, gap)
            if not self.fresh and fit < left:
                fit = _without_lone(stretch, fit, left, first=first)
            elif self.fresh:
                fit = fit or 1
            if fit:
                if first and stretch.anchor is not None:
                    self.found[stretch.anchor] = self.page
                self._take(stretch, stretch.lines - left, fit, gap)
                left -= fit
                first = False
            if not left:
                break
            self._turn()
            self.used += stretch.head
        self.last = stretch

    def _lines_that_fit(self, stretch: Stretch, start: int, left: int, gap: float) -> int:
        used, notes = self.used + gap, self.notes
        if not stretch.notes:
            room = self._limit(notes) - notes - used
            return left if left * stretch.height <= room else max(0, int(room / stretch.height))
        for line in range(start, start + left):
            used += stretch.height
            for at, high in stretch.notes:
                if at == line:
                    notes += high + (0.0 if notes else _NOTE_GAP)
            if used + notes > self._limit(notes):
                return line - start
        return left

    def _limit(self, notes: float) -> float:
        return self.height + (_SPILL if notes else _LEEWAY)

    def _take(self, stretch: Stretch, start: int, lines: int, gap: float) -> None:
        self.used += gap + lines * stretch.height
        for at, high in stretch.notes:
            if start <= at < start + lines:
                self.notes += high + (0.0 if self.notes else _NOTE_GAP)
        self.fresh = False

    def _turn(self) -> None:
        """To the next column, or to the next page behind the last."""
        if self.column < self.abreast:
            self.column += 1
        else:
            self.column, self.page = 1, self.page + 1
            self.height = self.room(self.page)
        self.used = self.notes = 0.0
        self.fresh = True

    def _turn_page(self) -> None:
        self.column = self.abreast
        self._turn()


def _gap(above: Stretch, below: Stretch) -> float:
    """The space between two paragraphs: the larger of theirs."""
    if below.style is not None and below.style == above.style:
        return 0.0
    return max(above.after, below.before)


def _least(stretch: Stretch) -> int:
    """The lines that must stand with what comes before."""
    if stretch.keep_lines:
        return stretch.lines
    if stretch.lone_lines:
        return 1
    return LONE if stretch.lines >= 2 * LONE else stretch.lines


def _without_lone(stretch: Stretch, fit: int, left: int, *, first: bool) -> int:
    """As many of the `fit` lines as leave no lone line here or on the next page."""
    if stretch.keep_lines:
        return 0
    if stretch.lone_lines:
        return fit
    fit = min(fit, left - LONE)
    return fit if fit >= (LONE if first else 1) else 0
