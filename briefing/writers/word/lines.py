"""Lines as Word breaks them: as many words as fit, then the next line."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
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
    text, sizes = "", b""
    notes: list[tuple[int, Cite]] = []
    for run in _runs(inlines, shape.cut, lead):
        if isinstance(run, Cite):
            notes.append((max(len(text) - 1, 0), run))
            text, sizes = text + _MARK, sizes + _MARK_SIZE
        else:
            text, sizes = text + run[0], sizes + widths_of(shape.family, run[1]).of(run[0])
    unit = EM / shape.size
    starts = _starts(text, sizes, width * unit, shape.first * unit)
    return Lines(len(starts), tuple((bisect_right(starts, at) - 1, note) for at, note in notes))


def _starts(text: str, sizes: bytes, room: float, indent: float) -> list[int]:
    """The character that begins each line; spaces hang over its end."""
    limit, starts = room - indent, [0]
    if sum(sizes) <= limit:
        return starts
    breaks = [sign for sign in _BREAKS if sign in text]
    ends = list(accumulate(sizes, initial=0))
    last = len(sizes)
    at = 0
    while ends[last] > ends[at] + limit:
        fit = bisect_right(ends, ends[at] + limit, at) - 1
        after = text.rfind(" ", at, fit + 1) + 1
        for sign in breaks:
            after = max(after, text.rfind(sign, at, fit) + 1)
        if _FIRST_EASTERN <= text[fit] <= _LAST_EASTERN:
            after = fit
        if after >= last:
            break
        at = after if after > at else max(fit, at + 1)
        starts.append(at)
        limit = room
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
