"""Lines with links made ready to be painted at any height of any page."""

from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import Any

from briefing.writers.pdf.items import Item
from briefing.writers.pdf.lines import Line, Span
from briefing.writers.pdf.linking import Area, Stamp
from briefing.writers.pdf.packing import text_string
from briefing.writers.pdf.regions import boxes
from briefing.writers.pdf.runs import Run

_DISPLAY = 12
"""Sizes above are display sizes."""
_NOWHERE: frozenset[str] = frozenset()
_TAILED = 2
"""Marks of what is tailed: its words, its link."""
HIGH, BELOW = 1.2, 0.25
"""A link's area is so many sizes high, and begins so many below its line."""


def stamp(
    item: Item, lines: tuple[int, int], place: tuple[bytes, float], anchors: AbstractSet[str]
) -> Stamp:
    """The stamp of these lines of an item, from and to; `place` is their state and left edge."""
    state, x = place
    held = boxes(item, *lines) if item.lines.boxes else ()
    low = foot(item.style.size)
    if not item.lines.linked:
        plain = _plain(item, lines, place)
        alone = not (held or item.anchor or item.label or item.listed or item.lines.odd)
        asks = (_NOWHERE, _NOWHERE, anchors)
        return Stamp(plain, (0,), (None,), *asks, parted=False, boxes=held, foot=low, plain=alone)
    maker = _Maker(item, anchors)
    shown: Any = item.lines.shown[slice(*lines)]
    first = [*map(type, shown), tuple].index(tuple)
    if first:  # most often all lines but the last
        maker.text(b"\nT*\n".join(shown[:first]))
    for number, line in enumerate(shown[first:], first):
        if number:
            maker.shown.append(b"T*")
        for part in (line,) if isinstance(line, bytes) else line:
            if isinstance(part, bytes):
                maker.text(part)
            elif maker.leads(part):
                maker.link(part, x, number * item.leading)
            else:
                maker.text(part.before + part.behind)
    maker.close()
    if item.style.justified:
        maker.shown.append(b" 0 Tw")
    begin = b"%b 1 0 0 1 %.2f %%.2f Tm\n" % (state, x)
    asked = frozenset(maker.asked) if maker.asked else _NOWHERE
    keys = [area.url or area.goto or area.note for area in maker.marks if area]
    parted = len(keys) > 1 and any(one == other for one, other in pairwise(keys))
    made = begin + b"\n".join(maker.shown)
    marks, asks = (*maker.marks,), (asked, asked and asked & anchors, anchors)
    tailed = len(marks) == _TAILED and marks[0] is None and marks[1] is not None
    return Stamp(made, (*maker.gaps,), marks, *asks, parted, held, low, tailed=tailed)


def _plain(item: Item, lines: tuple[int, int], place: tuple[bytes, float]) -> bytes:
    """What shows lines that lead nowhere, with gaps for the height and the mark."""
    text = _escaped(b" T*\n".join(map(bare, item.lines.shown[slice(*lines)])))
    reset = b" 0 Tw" if item.style.justified else b""
    tag = item.leaf.tag
    return b"%b 1 0 0 1 %.2f %%.2f Tm/%b<</MCID %%d>>BDC %b EMC%b" % (*place, tag, text, reset)


def foot(size: float) -> float:
    """How far the foot of a line lies below its top; display sizes sit a little higher."""
    return size * (1.05 if size > _DISPLAY else 1.08)


class _Maker:
    """Makes the stamp of one stretch of lines."""

    def __init__(self, item: Item, anchors: AbstractSet[str]) -> None:
        self.tag, self.notes, self.anchors = item.leaf.tag, len(item.notes), anchors
        self.shown: list[bytes] = []
        self.gaps: list[int] = []
        self.marks: list[Area | None] = []
        self.asked: set[str] = set()
        self._open = False

    def close(self) -> None:
        """End a mark that holds text."""
        if self._open:
            self.shown.append(b"EMC")
        self._open = False

    def text(self, shown: bytes) -> None:
        """Go on with text."""
        if not self._open:
            self.shown.append(b"/%b<</MCID %%d>>BDC" % self.tag)
            self.gaps.append(len(self.marks))
            self.marks.append(None)
            self._open = True
        self.shown.append(_escaped(shown))

    def leads(self, span: Span) -> bool:
        """Whether a link's place exists."""
        run = span.run
        if run.note >= 0:
            return run.note < self.notes
        if run.url is None and run.goto:
            self.asked.add(run.goto)
        return run.url is not None or run.goto in self.anchors

    def link(self, span: Span, x: float, down: float) -> None:
        """Go on with a link on the line that lies so far `down`."""
        self.close()
        run = span.run
        low = run.rise - run.size * BELOW - down
        left, right = x + span.left, x + span.right
        edges = b"%.2f %%.2f %.2f %%.2f" % (left, right)
        place = (left, low, right, low + run.size * HIGH, down, edges)
        self.gaps.append(len(self.marks))
        if run.note >= 0:
            shown = b"%b(%%d)Tj%b" % (_escaped(span.before), _escaped(span.behind))
            self.gaps.append(~run.note)
            self.marks.append(Area(*place, note=run.note))
        else:
            shown = _escaped(span.before + span.behind)
            self.marks.append(Area(*place, *told(run)))
        self.shown.append(b"/Link<</MCID %%d>>BDC %b EMC" % shown)


def told(run: Run) -> tuple[bytes, str | None, str]:
    """What a link says, and where it leads."""
    goto = run.goto or ""
    if run.url:
        says = text_string(run.url)
    elif goto.startswith("source-"):
        says = b"(Source %b)" % goto[len("source-") :].encode()
    else:
        says = text_string(run.text.strip() or "Link")
    return says, run.url, goto


def _escaped(shown: bytes) -> bytes:
    """Operators as they stand where others have gaps."""
    return shown.replace(b"%", b"%%")


def bare(line: Line) -> bytes:
    """What shows a line, without its links."""
    if isinstance(line, bytes):
        return line
    return b" ".join([one if isinstance(one, bytes) else one.before + one.behind for one in line])
