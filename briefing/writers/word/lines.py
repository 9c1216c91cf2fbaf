"""Lines as Word breaks them: as many words as fit, then the next line."""

from bisect import bisect_right
from typing import assert_never

from msgspec import Struct

from briefing.model.document import (
    Cite,
    Emphasis,
    Inlines,
    Judgment,
    Link,
    Quoted,
    SourceLink,
    Strong,
    Text,
)
from briefing.model.typography import curl
from briefing.writers.word.measures import EM, Shape, added, widths_of

_BREAKS = "-/–—"
"""Signs behind which a line may end, beside spaces."""
_FIRST_EASTERN, _LAST_EASTERN = "\u2e80", "\ud7af"
_BOLD, _ITALIC = 1, 2
_MARK, _MARK_SIZE = "\u2060", bytes([72])
"""What stands for a note mark of one digit, raised and smaller than the text around it."""


class Lines(Struct, frozen=True):
    """A paragraph in lines: how many, and the notes with the line (from 0) of their mark."""

    count: int
    notes: tuple[tuple[int, Cite], ...] = ()


def break_lines(inlines: Inlines, shape: Shape, width: float, lead: str = "") -> Lines:
    """The lines of `inlines` behind `lead`, in a paragraph of `shape` that is `width` wide."""
    if len(inlines) == 1 and isinstance(inlines[0], Text) and not lead:
        return Lines(count_lines(inlines[0].text, shape, width))
    row = _Row(shape.family, [], [], [])
    if lead:
        row.add(lead, shape.cut)
    row.gather(inlines, shape.cut)
    unit = EM / shape.size
    room, first = int(width * unit), int((width - shape.first) * unit)
    starts = _starts("".join(row.texts), b"".join(row.sizes), room, first)
    if not row.notes:
        return Lines(len(starts))
    notes = [(bisect_right(starts, at) - 1, note) for at, note in row.notes]
    return Lines(len(starts), tuple(notes))


def count_lines(text: str, shape: Shape, width: float) -> int:
    """How many lines `text` takes in a paragraph of `shape` that is `width` wide."""
    unit = EM / shape.size
    room, first = int(width * unit), int((width - shape.first) * unit)
    return len(_starts(text, widths_of(shape.family, shape.cut).of(text), room, first))


class _Row(Struct):
    """A paragraph's words before they are lines, how wide their signs are, and where notes stand."""

    family: str
    texts: list[str]
    sizes: list[bytes]
    notes: list[tuple[int, Cite]]

    def add(self, text: str, cut: int) -> None:
        """Words in a cut: 1 bold, 2 italic, 3 both."""
        self.texts.append(text)
        self.sizes.append(widths_of(self.family, cut).of(text))

    def gather(self, inlines: Inlines, cut: int) -> None:
        """The words of `inlines` where nothing else is said, in `cut`."""
        for inline in inlines:
            match inline:
                case Text(text) | Judgment(text):
                    self.add(text, cut)
                case Quoted(excerpt, language):
                    self.add(curl(excerpt.exact, language=language), cut)
                case Cite():
                    self.notes.append((max(sum(map(len, self.texts)) - 1, 0), inline))
                    self.texts.append(_MARK)
                    self.sizes.append(_MARK_SIZE)
                case Link(_, inner) | SourceLink(_, inner):
                    self.gather(inner, cut)
                case Emphasis(inner):
                    self.gather(inner, cut | _ITALIC)
                case Strong(inner):
                    self.gather(inner, cut | _BOLD)
                case _:
                    assert_never(inline)


def _starts(text: str, sizes: bytes, room: int, first: int) -> list[int]:
    """The character that begins each line; spaces hang over its end. The `first` line has other room.

    The end of a line is looked for where lines of this text usually end: adding up widths is cheap,
    keeping all the sums is not.
    """
    left, limit, starts = added(sizes), first, [0]
    if left <= limit:
        return starts
    last, at = len(sizes), 0
    usual = int(room * last / left)
    breaks = [sign for sign in _BREAKS if sign in text]
    while left > limit:
        fit = min(at + usual, last)
        spare = limit - added(sizes[at:fit])
        while spare < 0:
            fit -= 1
            spare += sizes[fit]
        while spare >= sizes[fit]:
            spare -= sizes[fit]
            fit += 1
        after = text.rfind(" ", at, fit + 1) + 1
        for sign in breaks:
            after = max(after, text.rfind(sign, at, fit) + 1)
        if _FIRST_EASTERN <= text[fit] <= _LAST_EASTERN:
            after = fit
        if after >= last:
            break
        if after <= at:
            after = max(fit, at + 1)
        if after <= fit:
            left -= limit - spare - added(sizes[after:fit])
        else:
            left -= limit - spare + added(sizes[fit:after])
        starts.append(after)
        at, limit = after, room
    return starts
