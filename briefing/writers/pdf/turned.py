"""Paragraphs with words from right to left: their lines as operators."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from briefing.model.bidi import begins_right, isolated, levels, mirrored, whole
from briefing.writers.pdf.atoms import Atoms
from briefing.writers.pdf.coding import MAY_BREAK, NO_BREAK
from briefing.writers.pdf.faces import Shaper
from briefing.writers.pdf.lexicon import Odd, bound, shaped, sized
from briefing.writers.pdf.runs import Run
from briefing.writers.pdf.turning import MARK, Bit, bits, bounds, dressed, places, written

_LAST_MOVE = re.compile(rb"\)(-?[0-9]+)\(\Z")
_NO_BREAK_SPACE = "\u00a0"


class Stretch(Struct, frozen=True):
    """What is written at one go: by how far to move before, whose it is, its bytes, where it lies.

    Lengths are in thousandths of the size of the first run.
    """

    move: int
    owner: int
    text: bytes
    left: float
    right: float


class Turner:
    """Sets the lines of one paragraph; `turns` is that of `Breaking`."""

    def __init__(self, atoms: Atoms, runs: Sequence[Run], *, turns: bool) -> None:
        self.atoms, self.runs, self.turns = atoms, runs, turns
        self.odd: dict[Odd, None] = {}
        self.begins: list[int] = []
        self.from_right = False
        self.bits = dressed(list(self._parted()), [run.font for run in runs])
        self.begins.append(len(self.bits))

    def line(self, start: int, end: int, measure: float, spread: float) -> Iterator[Stretch]:
        """The line of the atoms from `start` to `end`, each space widened by `spread`."""
        found = self.bits[self.begins[start] : self.begins[end]]
        if found[-1].gap:  # a space that ends a line stands at the end of the paragraph's way (L1)
            found[-1] = replace(found[-1], level=int(self.from_right))
        shown = [self._shown(bit, spread) for bit in found]
        wides = _fitted(found, spread, [wide for _, wide in shown], measure)
        order = places(found)
        lefts = [0.0] * len(found)
        x = measure - sum(wides) if self.from_right else 0.0
        for at in order:
            lefts[at] = x
            x += wides[at]
        bounded = bounds(found, order)
        pen = 0.0
        for (owner, font), group in groupby(
            written(found, len(bounded)), lambda at: (found[at].owner, found[at].font)
        ):
            marked = self.runs[owner].note >= 0
            inside = [at for at in group if not marked or found[at].text == MARK]
            if not inside:
                continue  # a mark's space shows nothing
            move = round(lefts[inside[0]] - pen)
            ends = [bound(font) if font and at in bounded else b"" for at in inside]
            given = [shown[at][0] + end for at, end in zip(inside, ends, strict=True)]
            at_places = [lefts[at] for at in inside]
            advances = [shown[at][1] for at in inside]
            scale = self.atoms.scales[owner]
            text, pen = _array(given, at_places, advances, (pen + move, scale), font)
            if font:
                text = self._in(font, owner, text)
            right = max(lefts[at] + wides[at] for at in inside)
            yield Stretch(move, owner, text, min(at_places), right)

    def _parted(self) -> Iterator[Bit]:
        """All words in bits, each of one direction."""
        atoms = self.atoms
        words = [
            MARK if self.runs[owner].note >= 0
            else atom.partition(MAY_BREAK)[0].replace(NO_BREAK, _NO_BREAK_SPACE)
            for owner, atom in zip(atoms.owners, atoms.words, strict=True)
        ]  # fmt: skip
        spaced = [word + " " * bool(gap) for word, gap in zip(words, atoms.gaps, strict=True)]
        text = "".join(spaced)
        self.from_right = self.turns and begins_right(text)
        known = levels(text, from_right=self.from_right, isolates=self._isolates(spaced))
        at = count = 0
        for owner, word, gap in zip(atoms.owners, words, atoms.gaps, strict=True):
            self.begins.append(count)
            parts = list(bits(owner, word, known[at : at + len(word)]))
            at += len(word)
            if gap:
                parts.append(Bit(owner, " ", known[at], gap=gap))
                at += 1
            count += len(parts)
            yield from parts

    def _isolates(self, spaced: Sequence[str]) -> list[tuple[int, int]]:
        """The names, titles and sources' sentences among other words that must not turn those."""
        found, at, worded = [], 0, 0
        owned = groupby(zip(self.atoms.owners, spaced, strict=True), lambda one: one[0])
        for owner, group in owned:
            words = "".join([word for _, word in group])
            run = self.runs[owner]
            worded += run.note < 0 and any(map(str.isalnum, words))
            if run.note >= 0:
                start, end = 0, 0
            else:
                start, end = whole(words) if run.passage else isolated(words)
            if end:
                found.append((at + start, at + end))
            at += len(words)
        return found if worded > 1 else []

    def _shown(self, bit: Bit, spread: float) -> tuple[bytes, float]:
        """What shows a bit, and by how much that moves on."""
        of, scale = self.atoms.lexicons[bit.owner], self.atoms.scales[bit.owner]
        run = self.runs[bit.owner]
        text = "".join(map(mirrored, bit.text)) if bit.level % 2 else bit.text
        if bit.font:
            codes, wide = shaped(text, bit.font)
            return codes, wide * scale
        if bit.gap:
            return b" ", bit.gap + spread
        if bit.text == MARK and run.note >= 0:
            text = run.text
        text = f"{text}{MAY_BREAK}{bit.behind}".replace(_NO_BREAK_SPACE, NO_BREAK)
        wide = of[text] * scale
        if text in of.odd:
            self.odd[of.odd[text]] = None
        return sized(of.fragments[text], run.size), wide

    def _in(self, font: Shaper, owner: int, text: bytes) -> bytes:
        """The array `text` in `font`, as it is spliced into one of the run's own face."""
        size, face = self.runs[owner].size, self.atoms.lexicons[owner].face.alias.encode()
        return b")]TJ/%b %g Tf[%b]TJ/%b %g Tf[(" % (font.name.encode(), size, text, face, size)


def _fitted(
    found: Sequence[Bit], spread: float, wides: Sequence[float], measure: float
) -> list[float]:
    """The room that each bit takes.

    Lines are chosen by the run's own face: where the font of the other words is wider, spaces give way.
    """
    room = [bit.gap + spread if bit.gap else wide for bit, wide in zip(found, wides, strict=True)]
    spaces = [at for at, bit in enumerate(found[:-1]) if bit.gap]
    over = sum(room) - (room[-1] if found[-1].gap else 0.0) - measure
    if over > 0:
        for at in spaces:
            room[at] -= over / len(spaces)
    return room


def _array(
    given: Sequence[bytes],
    lefts: Sequence[float],
    advances: Sequence[float],
    begin: tuple[float, float],
    font: Shaper | None,
) -> tuple[bytes, float]:
    """The inside of an array that shows `given` at `lefts`, and where it ends.

    `begin` is where it begins, and the size in that of the first run.
    """
    pen, scale = begin
    text = b""
    for one, left, advance in zip(given, lefts, advances, strict=True):
        move = round((left - pen) / scale)
        if move and one.startswith(b")]TJ"):
            text += b")]TJ[%d]TJ[(" % -move  # PDFium leaves out a move that ends an array
        elif move:
            text += (b"%d" if font else b")%d(") % -move
        text += b"<%b>" % one if font else one
        pen += move * scale + advance
    kern = None if font else _LAST_MOVE.search(text)
    if kern:
        return text[: kern.start()], pen + int(kern[1]) * scale
    return text, pen
