"""The letters of a page and where they lie, to be selected with the mouse: plain arithmetic, no Qt.

Lengths are points from the page's upper left corner. A place between two letters is the index of
the one after it.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from msgspec import Struct

from briefing.gui.page_layout import Box
from briefing.model.output import Region, RegionKind
from briefing.model.passage import Passage

HYPHEN = "\x02"
"""What PDFium reads for a hyphen at the end of a line."""
_GAP = 1.9
"""Heights of a line from one to the next beyond which a paragraph begins."""
Place = tuple[int, int]
"""A page, from 0, and a place in its letters."""


class Line(Struct, frozen=True):
    """A line of letters `[start, end)` and the box around them."""

    start: int
    end: int
    box: Box


class PageText(Struct, frozen=True):
    """The letters of one page in reading order; each has its box."""

    text: str
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]

    def line_at(self, x: float, y: float) -> Line | None:
        """The line nearest to a point, or `None` where the page has no letters."""
        return min(self.lines, key=lambda line: _distance(line.box, x, y), default=None)

    def is_on_words(self, x: float, y: float) -> bool:
        """Whether a point lies on a line of letters."""
        line = self.line_at(x, y)
        return line is not None and _distance(line.box, x, y) == (0.0, 0.0)

    def place_at(self, x: float, y: float) -> int:
        """The place between letters that is nearest to a point."""
        line = self.line_at(x, y)
        if line is None:
            return 0
        near = min(range(line.start, line.end), key=lambda i: abs(_middle(self.boxes[i]) - x))
        middle = _middle(self.boxes[near])
        # Of words from right to left the next letter lies on the left.
        neighbour = near + 1 if near + 1 < line.end else near - 1
        after = neighbour > near
        leftward = neighbour >= line.start and (_middle(self.boxes[neighbour]) < middle) is after
        return near + ((x > middle) is not leftward)

    def word_at(self, place: int) -> tuple[int, int]:
        """The word around a letter."""
        start = end = min(place, max(0, len(self.text) - 1))
        while start > 0 and self.text[start - 1].isalnum():
            start -= 1
        while end < len(self.text) and self.text[end].isalnum():
            end += 1
        return start, max(end, start + 1)

    def shapes(self, start: int, end: int) -> Iterator[Box]:
        """Boxes around the letters `[start, end)`, one a line."""
        for line in self.lines:
            first, last = max(start, line.start), min(end, line.end)
            if first < last:
                boxes = [box for box in self.boxes[first:last] if box[2] > box[0]]
                if boxes:
                    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
                    yield left, line.box[1], right, line.box[3]


def page_text(text: str, boxes: Iterable[Box]) -> PageText:
    """The letters `text` with their `boxes`, as lines."""
    kept = tuple(boxes)
    return PageText(text, kept, tuple(_lines(text, kept)))


def _lines(text: str, boxes: tuple[Box, ...]) -> Iterator[Line]:
    """A line ends where letters go on below it; a raised number is of the line."""
    start, around = 0, None
    for at, (letter, box) in enumerate(zip(text, boxes, strict=True)):
        if letter in "\r\n" or box[2] <= box[0]:
            continue
        if around is not None and (box[1] + box[3]) / 2 > around[3]:
            yield Line(start, at, around)
            start, around = at, None
        if around is None:
            start, around = at, box
        else:
            around = (
                min(around[0], box[0]), min(around[1], box[1]),
                max(around[2], box[2]), max(around[3], box[3]),
            )  # fmt: skip
    if around is not None:
        yield Line(start, len(text), around)


class Selection:
    """What is selected on the pages whose letters are known."""

    def __init__(self) -> None:
        self.texts: dict[int, PageText] = {}
        self._ends: tuple[Place, Place] | None = None

    def forget(self) -> None:
        """Another document is shown."""
        self.texts = {}
        self._ends = None

    def clear(self) -> None:
        """Select nothing."""
        self._ends = None

    def begin(self, place: Place) -> None:
        """Select from here on."""
        self._ends = place, place

    def extend(self, place: Place) -> None:
        """Select up to here."""
        if self._ends:
            self._ends = self._ends[0], place

    def take(self, first: Place, last: Place) -> None:
        """Select from `first` to `last`."""
        self._ends = first, last

    def ranges(self) -> list[tuple[int, int, int]]:
        """Page, start and end of what is selected, page by page; pages not known are left out."""
        if self._ends is None or self._ends[0] == self._ends[1]:
            return []
        (one, start), (other, end) = sorted(self._ends)
        found = []
        for page in range(one, other + 1):
            if (known := self.texts.get(page)) is not None:
                first = start if page == one else 0
                last = end if page == other else len(known.text)
                if first < last:
                    found.append((page, first, last))
        return found

    def shapes(self, page: int) -> Iterator[Box]:
        """Boxes around what is selected on a page."""
        for number, start, end in self.ranges():
            if number == page:
                yield from self.texts[page].shapes(start, end)


class Copied(Struct, frozen=True):
    """Words taken from the page, and the quotations they lie in, in order.

    `whole` says that nothing but words of one quotation was taken.
    """

    text: str
    passages: tuple[Passage, ...]
    whole: bool


def copied(selection: Selection, regions: Iterable[Region]) -> Copied | None:
    """What is selected, without the numbers of notes; `None` if nothing is."""
    by_page: dict[int, list[Region]] = {}
    for region in regions:
        by_page.setdefault(region.page - 1, []).append(region)
    parts: list[str] = []
    found: dict[Passage | None, None] = {}
    for page, start, end in selection.ranges():
        text = selection.texts[page]
        cut = by_page.get(page, [])
        notes = [region for region in cut if region.kind is RegionKind.CITATION]
        quoted = [region for region in cut if region.kind is RegionKind.EXCERPT]
        kept = [at for at in range(start, end) if not _within(notes, text.boxes[at])]
        parts.append(flowing(text, kept))
        for at in kept:
            if text.text[at].isalnum():
                hit = _within(quoted, text.boxes[at])
                found[hit.passage if hit else None] = None
    words = "\n".join(part for part in parts if part.strip()).strip()
    if not words:
        return None
    passages = tuple(passage for passage in found if passage)
    return Copied(words, passages, len(passages) == 1 and None not in found)


def flowing(text: PageText, kept: Iterable[int]) -> str:
    """Letters as running words: lines joined, hyphens of line ends undone, paragraphs apart."""
    line_of = {at: line for line in text.lines for at in range(line.start, line.end)}
    places = [at for at in kept if text.text[at] not in "\r\n"]
    if not places:
        return ""
    made = [text.text[places[0]]]
    for before, at in pairwise(places):
        above, here = line_of.get(before), line_of.get(at)
        if above and here and above != here and text.text[before] != HYPHEN:
            high = above.box[3] - above.box[1]
            apart = here.box[3] - above.box[3] > _GAP * high
            made.append("\n" if apart or text.text[at] == "•" else " ")
        made.append(text.text[at])
    joined = "".join(made)
    for end in ("\n", " "):
        joined = joined.replace(f" {end}", end)
    whole = joined.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _without_hyphens(whole)


def exact(words: str, source: str) -> str | None:
    """The stretch of `source` that has the letters of `words`, to the letter; `None` if none has."""
    places = [at for at, letter in enumerate(source) if letter.isalnum()]
    within = "".join(source[at] for at in places)
    wanted = "".join(filter(str.isalnum, words))
    start = within.find(wanted) if wanted else -1
    if start < 0:
        return None
    first, last = places[start], places[start + len(wanted) - 1] + 1
    # What stands right after the last letter, such as a full stop, if it was selected too.
    ends = words.rstrip(HYPHEN)
    tail = len(ends) - len(ends.rstrip(".,;:!?…”’\"')"))
    while tail and last < len(source) and not source[last].isalnum() and not source[last].isspace():
        last, tail = last + 1, tail - 1
    return source[first:last]


def _without_hyphens(text: str) -> str:
    """A hyphen before a capital is the word's own; another was set to break the line."""
    made = []
    for at, letter in enumerate(text):
        if letter == HYPHEN:
            after = text[at + 1 : at + 2]
            made.append("-" if after.isupper() or after.isdigit() else "")
        else:
            made.append(letter)
    return "".join(made)


def _within(regions: Iterable[Region], box: Box) -> Region | None:
    x, y = _middle(box), (box[1] + box[3]) / 2
    for region in regions:
        if region.left <= x <= region.right and region.top <= y <= region.bottom:
            return region
    return None


def words_of(text: PageText, line: Line) -> str:
    """The words of a line."""
    return text.text[line.start : line.end].strip().replace(HYPHEN, "")


def owner(words: str, texts: Mapping[str, str]) -> str | None:
    """The key of that of `texts` in which the letters of a line stand; `None` for none."""
    wanted = "".join(filter(str.isalnum, words))
    if not wanted:
        return None
    for key, text in texts.items():
        if wanted in "".join(filter(str.isalnum, text)):
            return key
    return None


def _middle(box: Box) -> float:
    return (box[0] + box[2]) / 2


def _distance(box: Box, x: float, y: float) -> tuple[float, float]:
    """How far below or above a box a point lies, and how far beside it."""
    return max(box[1] - y, y - box[3], 0.0), max(box[0] - x, x - box[2], 0.0)
