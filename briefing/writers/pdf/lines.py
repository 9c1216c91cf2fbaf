"""Runs become lines, each the operators that show it."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from operator import sub
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from briefing.model.passage import Passage
from briefing.writers.pdf import breaking
from briefing.writers.pdf.atoms import Atoms, Breaking, choose, parts_words, split
from briefing.writers.pdf.breaking import STRETCH
from briefing.writers.pdf.coding import MAY_BREAK
from briefing.writers.pdf.lexicon import Odd, lexicon, sized
from briefing.writers.pdf.runs import Run, switch

if TYPE_CHECKING:
    from briefing.writers.pdf.turned import Turner

_WITH_TAIL = 2
_WIDEST = 5.0
"""A line that would be stretched further is left ragged."""


class Span(Struct, frozen=True, gc=False):
    """A stretch of a line that leads somewhere: what shows it, and where it lies in the line.

    What shows a mark is found when its number is known: that goes between `before` and `behind`.
    """

    run: Run
    before: bytes
    behind: bytes
    left: float
    right: float


Line = bytes | tuple[bytes | Span, ...]
Box = tuple[int, float, float, Passage]
"""A part of a line that holds an excerpt: the number of the line, from and to."""


class Lines(Struct, frozen=True, gc=False):
    """A paragraph set: a line is the operators that show it, parted where a link begins or ends.

    Each line begins and ends in the state that `base` sets: that of the first run.

    `marks` are the lines that note marks stand in, in order, `boxes` where excerpts lie, if that is
    wanted, `wide` the width of the last line,
    `faces` the names of the faces used, `odd` the words that are not plain. Of what is `linked`, that
    with a `tail` has its only link at the end of its last line.
    """

    shown: Sequence[Line]
    base: bytes = b""
    marks: tuple[int, ...] = ()
    boxes: tuple[Box, ...] = ()
    wide: float = 0.0
    faces: tuple[str, ...] = ()
    odd: tuple[Odd, ...] = ()
    linked: bool = False
    tail: bool = False


NOTHING = Lines(())


def set_lines(runs: Sequence[Run], how: Breaking) -> Lines:
    """The lines of a paragraph, none wider than the measure."""
    count = len(runs)
    if count == 1 and runs[0].passage is None:
        if not runs[0].linked:
            return _plain(runs[0], how)
        if runs[0].goto is not None and not how.justified:
            return _leading(runs[0], how)
    if count == _WITH_TAIL and not how.justified and not runs[0].linked and runs[1].linked:
        tailed = _tailed(runs[0], runs[1], how)
        if tailed:
            return tailed
    return _Mixed(runs, how).lines() if runs else NOTHING


def _plain(run: Run, how: Breaking) -> Lines:
    """The lines of a paragraph of one run. Lengths are in thousandths of its size."""
    of = lexicon(run.font)
    words, parted = split(run.text)
    if not words:
        return NOTHING
    base = switch(run.font, run.size, run.colour, run.rise)
    scale = run.size / 1000
    measure = how.measure / scale
    width = sum(map(of.__getitem__, words)) - of.space
    if of.odd and not of.odd.keys().isdisjoint(words):
        return _Mixed((run,), how).lines()
    fragments = of.fragments
    if width <= measure and not parted:
        text = b"".join(map(fragments.__getitem__, words))
        hung = of.lefts.get(words[0], 0) if how.hangs else 0
        shows = _shows(hung, text)
        return Lines((shows,), base, wide=(width - hung) * scale, faces=(run.font,))
    atoms = Atoms(words, (of,), parted=parted, hang=how.hangs and how.justified)
    atoms.measure()
    ends = choose(atoms, Breaking(measure, how.justified, how.language))
    if of.odd and not of.odd.keys().isdisjoint(atoms.words):
        return _Mixed((run,), how).lines()
    parts = list(map(fragments.__getitem__, atoms.words))
    shown: list[Line] = []
    start = 0
    hung = 0
    for end in ends:
        text = b"".join(parts[start:end])
        hung = of.lefts.get(atoms.words[start], 0) if how.hangs else 0
        if how.justified:
            spread = _spread(atoms, start, end, measure) * scale
            shown.append(b"%.3f Tw%b" % (spread, _shows(hung, text)))
        else:
            shown.append(_shows(hung, text))
        start = end
    last = ends[-2] if len(ends) > 1 else 0
    wide = atoms.edges[-1] - atoms.gaps[-1] - atoms.edges[last] - hung
    return Lines(shown, base, wide=wide * scale, faces=(run.font,))


def _shows(hung: float, text: bytes) -> bytes:
    """The operator that shows `text`, moved to the left by `hung`."""
    return b"[%d(%b)]TJ" % (hung, text) if hung else b"[(%b)]TJ" % text


def _leading(run: Run, how: Breaking) -> Lines:
    """Ragged lines of one run that leads to another place in the document, most often of one line."""
    plain = _plain(run, how)
    if plain.linked or not plain.shown:
        return plain
    (first, *others) = plain.shown
    if others or not isinstance(first, bytes):
        return _Mixed((run,), how).lines()
    span = Span(run, first, b"", 0.0, plain.wide)
    return Lines(((span,),), plain.base, wide=plain.wide, faces=plain.faces, linked=True, tail=True)


def _tailed(head: Run, tail: Run, how: Breaking) -> Lines | None:
    """Ragged lines of plain text with a mark or a link of one word behind it; `None` if it is not that.

    Most quotations and notes are so; this takes half the time of `_Mixed`, for the same lines.
    """
    of, behind = lexicon(head.font), lexicon(tail.font)
    words, parted = split(head.text)
    if not words or (tail.note < 0 and split(tail.text) != ([tail.text], False)):
        return None
    unit, space = head.size / 1000, of.space
    tail_width = (behind[tail.text] - behind.space) * tail.size / head.size
    widths = list(map(of.__getitem__, words))
    if tail.text in behind.odd or (of.odd and not of.odd.keys().isdisjoint(words)):
        return None
    parts = list(map(of.fragments.__getitem__, words))
    apart = parts_words(head.text[-1])
    if apart:
        widths.append(tail_width + space)
    else:
        widths[-1] += tail_width
        parts[-1] = parts[-1][:-1]
    edges = list(accumulate(widths, initial=0.0))
    places, gap = (_without_gaps(edges, words, space), 0.0) if parted else (edges[1:], space)
    ends = breaking.evenly(edges, places, how.measure / unit, gap)
    if not ends:
        return None
    starts = (0, *ends[:-1])
    hung = [0] * len(ends)
    if how.hangs:
        hung = [of.lefts.get(word, 0) for word in map([*words, ""].__getitem__, starts)]
    given = list(zip(starts, ends, hung, strict=True))
    texts = [_shows(by, b"".join(parts[start:end])) for start, end, by in given]
    wide = (places[-1] - gap - edges[starts[-1]] - hung[-1]) * unit
    left = wide - tail_width * unit
    base = switch(head.font, head.size, head.colour, head.rise)
    span = _tail_span(base, tail, left, wide)
    alone = starts[-1] == len(words)
    shown: list[Line] = [*texts[:-1], (span,) if alone else (texts[-1], span)]
    boxes: list[Box] = []
    if how.placed and head.passage:
        boxes = [
            (line, -by * unit, (places[end - 1] - gap - edges[start] - by) * unit, head.passage)
            for line, (start, end, by) in enumerate(given)
        ]
        line, begin, *_ = boxes.pop()
        if not alone:
            boxes.append((line, begin, left - space * unit * apart, head.passage))
    marks = (len(shown) - 1,) if tail.note >= 0 else ()
    faces = (head.font,) if head.font == tail.font else (head.font, tail.font)
    return Lines(shown, base, marks, tuple(boxes), wide, faces, linked=True, tail=True)


def _without_gaps(edges: Sequence[float], words: Sequence[str], space: float) -> list[float]:
    """Where each of `words`, and what may stand behind them, ends without the space behind it."""
    gaps = [0.0 if MAY_BREAK in word else space for word in words]
    return list(map(sub, edges[1:], [*gaps, space]))


def _tail_span(base: bytes, tail: Run, left: float, right: float) -> Span:
    own = switch(tail.font, tail.size, tail.colour, tail.rise)
    before, behind = (own, base) if own != base else (b"", b"")
    if tail.note >= 0:
        return Span(tail, before, b"( )Tj" + behind, left, right)
    text = lexicon(tail.font).fragments[tail.text]
    return Span(tail, b"%b[(%b)]TJ" % (before, text), behind, left, right)


def _spread(atoms: Atoms, start: int, end: int, measure: float) -> float:
    """By how much each space of a line is widened, so that the line is flush; the last is not."""
    gaps = atoms.gaps[start : end - 1]
    blanks = sum(gaps)
    short = measure - (atoms.edges[end] - atoms.gaps[end - 1] - atoms.edges[start])
    if atoms.rights:
        short += atoms.rights[end - 1] + atoms.lefts[start]
    last = end == len(atoms.words)
    if blanks <= 0 or (last and short >= 0) or short > blanks * STRETCH * _WIDEST:
        return 0.0
    return short / (len(gaps) - gaps.count(0.0))


class _Mixed:
    """A paragraph of several runs, or with words that are not of plain characters alone."""

    def __init__(self, runs: Sequence[Run], how: Breaking) -> None:
        self.runs = runs
        size = runs[0].size
        self.unit = size / 1000
        self.how = replace(how, measure=how.measure / self.unit)
        scales = [run.size / size for run in runs]
        self.atoms = Atoms([], [lexicon(run.font) for run in runs], scales)
        self.states = [switch(run.font, run.size, run.colour, run.rise) for run in runs]
        self.simple = [
            state == self.states[0] and not run.linked
            for state, run in zip(self.states, runs, strict=True)
        ]
        self.fragments: list[bytes] = []
        self.marks: dict[int, int] = {}
        self.boxes: list[Box] = []
        self.turner: Turner | None = None

    def lines(self) -> Lines:
        """The lines."""
        atoms = self.atoms
        self._gather()
        words = atoms.words
        if not words:
            return NOTHING
        odd = self._odd()
        turned = any(one.turned for one in odd)
        if self.how.hangs and turned:
            self.how = replace(self.how, hangs=False)  # its lines begin and end with other words
        if self.how.hangs and self.how.justified:
            atoms.hang = True
            atoms.hang_over()
        ends = choose(atoms, self.how)
        if atoms.words is not words:  # some were parted
            odd = self._odd()
            turned = any(one.turned for one in odd)
        self._show(odd)
        set_line = self._turned if turned else self._straight
        starts = (0, *ends[:-1])
        shown = list(map(set_line, range(len(ends)), starts, ends))
        last = starts[-1]
        wide = atoms.edges[-1] - atoms.gaps[-1] - atoms.edges[last] - self._hung(last)
        linked = [at for at, line in enumerate(shown) if type(line) is tuple]
        used = tuple(dict.fromkeys([run.font for run in self.runs]))
        marks, boxes = tuple(self.marks.values()), tuple(self.boxes)
        if self.turner:
            odd = tuple(dict.fromkeys((*odd, *self.turner.odd)))
        tail = not self.how.justified and linked == [len(ends) - 1] and _ends_in_link(shown[-1])
        sizes = wide * self.unit, used, odd
        return Lines(shown, self.states[0], marks, boxes, *sizes, linked=bool(linked), tail=tail)

    def _gather(self) -> None:
        """The atoms of all runs. What no space parts is glued; a space belongs to the run it is in."""
        atoms = self.atoms
        is_open = False
        for number, run in enumerate(self.runs):
            text = run.text
            words, parted = [text], False
            if run.note < 0:
                words, parted = split(text, address=run.url is not None and "/" in text)
                atoms.parted |= parted
            if is_open:
                if parts_words(text[:1]):
                    words.insert(0, "")
                if words:
                    atoms.glued.add(len(atoms.words) - 1)
            if text:
                is_open = run.note >= 0 or not parts_words(text[-1])
            atoms.add(number, words, parted=parted)
        atoms.place()

    def _odd(self) -> tuple[Odd, ...]:
        """The words that are not plain."""
        atoms = self.atoms
        if not any(lexicon.odd for lexicon in atoms.lexicons):
            return ()
        found = [
            atoms.lexicons[owner].odd.get(word)
            for word, owner in zip(atoms.words, atoms.owners, strict=True)
        ]
        return tuple(dict.fromkeys([one for one in found if one is not None]))

    def _show(self, odd: Sequence[Odd]) -> None:
        """Find the bytes of all atoms."""
        atoms = self.atoms
        start = 0
        for owner, of in enumerate(atoms.lexicons):
            end = bisect_right(atoms.owners, owner, start)
            shown = list(map(of.fragments.__getitem__, atoms.words[start:end]))
            if odd:
                shown = [sized(one, self.runs[owner].size) for one in shown]
            self.fragments += shown
            start = end
        for at in atoms.glued:
            if MAY_BREAK not in atoms.words[at]:
                self.fragments[at] = self.fragments[at][:-1]

    def _straight(self, number: int, start: int, end: int) -> Line:
        """The line of the atoms from `start` to `end`, as they follow each other."""
        atoms = self.atoms
        owners, edges = atoms.owners, atoms.edges
        spread, parts = self._justified(start, end)
        hung = self._hung(start)
        x = -hung
        while start < end:
            owner = owners[start]
            upto = end if owners[end - 1] == owner else bisect_right(owners, owner, start, end)
            wide = edges[upto] - edges[start]
            gap = atoms.gaps[upto - 1]
            if spread:
                inside = atoms.gaps[start:upto]
                wide += spread * (len(inside) - inside.count(0.0))
                gap = gap and gap + spread
            text = b"".join(self.fragments[start:upto])
            if hung:
                text, hung = b")%d(%b" % (hung / atoms.scales[owner], text), 0.0
            if self.simple[owner]:
                parts.append(b"[(%b)]TJ" % text)
                passage = self.runs[owner].passage
                if passage is not None and self.how.placed:
                    unit = self.unit
                    self.boxes.append((number, x * unit, (x + wide - gap) * unit, passage))
            else:
                self._add(parts, number, owner, text, (x, x + wide - gap, gap))
            x += wide
            start = upto
        return _joined(parts)

    def _hung(self, start: int) -> float:
        """By how much a line that begins with the atom `start` hangs over the left edge."""
        if not self.how.hangs:
            return 0.0
        of, scale = self.atoms.of(start)
        return of.lefts.get(self.atoms.words[start], 0) * scale

    def _justified(self, start: int, end: int) -> tuple[float, list[bytes | Span]]:
        """By how much the spaces of a line are widened, and the operator that says so."""
        if not self.how.justified:
            return 0.0, []
        spread = _spread(self.atoms, start, end, self.how.measure)
        return spread, [b"%.3f Tw" % (spread * self.unit)]

    def _turned(self, number: int, start: int, end: int) -> Line:
        """The line of the atoms from `start` to `end`, in which words from right to left are turned."""
        spread, parts = self._justified(start, end)
        turner = self.turner
        if turner is None:
            from briefing.writers.pdf.turned import Turner  # noqa: PLC0415 - few lines want it

            turner = self.turner = Turner(self.atoms, self.runs, turns=self.how.turns)
        for one in turner.line(start, end, self.how.measure, spread):
            if one.move:
                parts.append(b"[%d]TJ" % -one.move)
            self._add(parts, number, one.owner, one.text, (one.left, one.right, 0.0))
        return _joined(parts)

    def _add(
        self, parts: list[bytes | Span], line: int, owner: int, text: bytes,
        place: tuple[float, float, float],
    ) -> None:  # fmt: skip
        """Add a stretch of one run, from and to, and the width of the space behind it."""
        run = self.runs[owner]
        left, right, gap = place[0] * self.unit, place[1] * self.unit, place[2]
        own, base = self.states[owner], self.states[0]
        before, behind = (own, base) if own != base else (b"", b"")
        if owner in self.marks:
            return  # the rest of a mark that is wider than the measure
        if run.note >= 0:
            self.marks[owner] = line
            parts.append(Span(run, before, b"( )Tj" + behind if gap else behind, left, right))
        elif run.linked:
            parts.append(Span(run, b"%b[(%b)]TJ" % (before, text), behind, left, right))
        else:
            parts.append(b"%b[(%b)]TJ%b" % (before, text, behind))
        if run.passage is not None and self.how.placed:
            self.boxes.append((line, left, right, run.passage))


def _ends_in_link(line: Line) -> bool:
    """Whether the only link of a line ends it."""
    return isinstance(line[-1], Span) and not any(isinstance(part, Span) for part in line[:-1])


def _joined(parts: Sequence[bytes | Span]) -> Line:
    """`parts` with neighbours of plain operators in one."""
    if len(parts) == 1 and isinstance(parts[0], bytes):
        return parts[0]
    found: list[bytes | Span] = []
    for part in parts:
        if found and isinstance(part, bytes) and isinstance(found[-1], bytes):
            found[-1] += b" " + part
        else:
            found.append(part)
    if len(found) == 1 and isinstance(found[0], bytes):
        return found[0]
    return tuple(found)
