"""Lines as Word breaks them: as many words as fit, then the next line."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import assert_never

from msgspec import Struct

from briefing.model.document import (
    Cite,
    Emphasis,
    Inline,
    Judgment,
    Link,
    Quoted,
    SourceLink,
    Strong,
    Text,
)
from briefing.writers.word.measures import EM, Shape, widths_of

_BREAKS = "-/–—"
"""Signs behind which a line may end, beside spaces."""
_FIRST_EASTERN, _LAST_EASTERN = "\u2e80", "\ud7af"
_BOLD, _ITALIC = 1, 2
_MARK, _MARK_SIZE = "\u2060", bytes([72])
"""What stands for a note mark of one digit, raised and smaller than the text around it."""

Run = tuple[str, int]
"""Words, and the cut they are set in: 1 bold, 2 italic, 3 both."""


class Lines(Struct, frozen=True):
    """A paragraph in lines: how many, and the notes with the line (from 0) of their mark."""

    count: int
    notes: tuple[tuple[int, Cite], ...] = ()


def break_lines(inlines: Iterable[Inline], shape: Shape, width: float, lead: str = "") -> Lines:
    """The lines of `inlines` behind `lead`, in a paragraph of `shape` that is `width` wide."""
    texts: list[str] = []
    sizes: list[bytes] = []
    notes: list[tuple[int, Cite]] = []
    for run in _runs(inlines, shape.cut, lead):
        if isinstance(run, Cite):
            notes.append((max(sum(map(len, texts)) - 1, 0), run))
            texts.append(_MARK)
            sizes.append(_MARK_SIZE)
        else:
            text, cut = run
            texts.append(text)
            sizes.append(widths_of(shape.family, cut).of(text))
    unit = EM / shape.size
    room, first = int(width * unit), int((width - shape.first) * unit)
    starts = _starts("".join(texts), b"".join(sizes), room, first)
    if not notes:
        return Lines(len(starts))
    return Lines(len(starts), tuple([(bisect_right(starts, at) - 1, note) for at, note in notes]))


def _starts(text: str, sizes: bytes, room: int, first: int) -> list[int]:
    """The character that begins each line; spaces hang over its end. The `first` line has other room.

    The end of a line is looked for where lines of this text usually end: adding up widths is cheap,
    keeping all the sums is not.
    """
    left, limit, starts = sum(sizes), first, [0]
    if left <= limit:
        return starts
    last, at = len(sizes), 0
    usual = int(room * last / left)
    breaks = [sign for sign in _BREAKS if sign in text]
    while left > limit:
        fit = min(at + usual, last)
        spare = limit - sum(sizes[at:fit])
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
        left -= limit - spare - sum(sizes[after:fit]) + sum(sizes[fit:after])
        starts.append(after)
        at, limit = after, room
    return starts


def _runs(inlines: Iterable[Inline], cut: int, lead: str = "") -> Iterator[Run | Cite]:
    if lead:
        yield lead, cut
    for inline in inlines:
        match inline:
            case Text(text) | Judgment(text):
                yield text, cut
            case Quoted(excerpt):
                yield excerpt.exact, cut
            case Emphasis(inner):
                yield from _runs(inner, cut | _ITALIC)
            case Strong(inner):
                yield from _runs(inner, cut | _BOLD)
            case Link(_, inner) | SourceLink(_, inner):
                yield from _runs(inner, cut)
            case Cite():
                yield inline
            case _:
                assert_never(inline)
