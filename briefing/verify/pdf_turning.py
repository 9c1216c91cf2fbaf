"""A line of a PDF file with words from right to left, as it is seen, and what may be written there.

A reader of PDF files gives such a line in an order of its own, brackets mirrored. So the places of the
letters decide what is seen (`seen`); what is written is found from that by the standard's own rules
(Unicode Standard Annex 9), once for a paragraph that begins at the left and once for one that begins at
the right: both may look the same.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from briefing.model.bidi import as_shown, levels, mirrored

TURNED = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff"
    "\U0001e800-\U0001efff]"
)
"""Letters and marks that read from the right."""
_SPACE, _HAIR = 0.12, 0.1
_QUOTES = dict(zip("“”‘’", "”“’‘", strict=True))
"""Marks that PDFium turns round too."""
_RIGHT, _LEFT, _WEAK, _NEUTRAL = range(4)
_WEAK_KINDS = frozenset(("EN", "AN", "ES", "ET", "CS", "NSM", "BN"))


class Letter(Struct, frozen=True):
    """A character, where it begins and ends on the line, and the number of the run that it is in.

    `size` is the height of its line; `marks` are those set on it.
    """

    text: str
    x: float
    end: float
    run: int
    size: float
    marks: str = ""

    @property
    def whole(self) -> str:
        """The character and its marks."""
        return self.text + self.marks


def seen(chunks: Iterable[Sequence[Letter]]) -> list[Letter]:
    """The letters of a line from left to right, spaces where there is room for them.

    `chunks` are what PDFium takes for lines of their own.
    """
    given = [
        one
        for chunk in chunks
        for one in _unmirrored(chunk)
        if not one.text.isspace() or one.end - one.x > _HAIR  # others PDFium puts in
    ]
    drawn = sorted(_with_marks(given), key=lambda one: one.x)
    found: list[Letter] = []
    for one in drawn:
        last = found[-1] if found else None
        if one.text.isspace():
            if last and not last.text.isspace():
                # Behind a bullet that stands near its words it may reach among them.
                within = one.x < (last.x + last.end) / 2
                found.insert(len(found) - within, one)
        elif last and not last.text.isspace() and one.x - last.end > _SPACE * one.size:
            found += (Letter(" ", last.end, one.x, last.run, one.size), one)
        else:
            found.append(one)
    return found


def is_overset(shown: Sequence[Letter]) -> bool:
    """Whether letters of two runs stand in one place; signs may be drawn below a letter's arm."""
    letters = [one for one in shown if one.text.isalnum()]
    for one, other in pairwise(letters):
        common = min(one.end, other.end) - max(one.x, other.x)
        if one.run != other.run and common > min(one.end - one.x, other.end - other.x) / 2 > 0:
            return True
    return False


def written(shown: Sequence[Letter], *, from_right: bool) -> list[Letter]:
    """The letters of a line in the order in which they are read, if the paragraph begins so."""
    text = "".join([one.text for one in shown])
    known = levels(text, from_right=from_right)
    return [
        replace(shown[at], text=mirrored(shown[at].text)) if known[at] % 2 else shown[at]
        for at in as_shown(known)
    ]


def _unmirrored(given: Sequence[Letter]) -> Iterator[Letter]:
    """The signs as they are drawn: PDFium turns those round that it reads behind words from the right."""
    kinds = [_kind(one.text) for one in given]
    counts = [
        sum(kind == wanted != before for before, kind in zip((None, *kinds), kinds, strict=False))
        for wanted in (_RIGHT, _LEFT)
    ]
    back = counts[0] > counts[1]
    for one, kind in zip(given, kinds, strict=True):
        if kind in (_RIGHT, _LEFT):
            back = kind == _RIGHT
        turned = back and kind == _NEUTRAL
        yield replace(one, text=_QUOTES.get(one.text, mirrored(one.text))) if turned else one


def _kind(character: str) -> int:
    kind = unicodedata.bidirectional(character)
    if kind in ("R", "AL"):
        return _RIGHT
    return _LEFT if kind == "L" else _WEAK if kind in _WEAK_KINDS else _NEUTRAL


def _with_marks(letters: Iterable[Letter]) -> Iterator[Letter]:
    """Letters, each with the marks that are set on it; what has no width stays out."""
    given = [one for one in letters if unicodedata.category(one.text) != "Cf"]
    sorts = [unicodedata.category(one.text)[0] for one in given]
    bases = [at for at, sort in enumerate(sorts) if sort == "L"]
    marks: dict[int, str] = {}
    for at, mark in enumerate(given):
        if sorts[at] != "M":
            continue
        base = min(bases, key=lambda base: _apart(given[base], mark), default=None)
        if base is not None:
            marks[base] = marks.get(base, "") + mark.text
    return (
        replace(one, marks=marks.get(at, "")) for at, one in enumerate(given) if sorts[at] != "M"
    )


def _apart(base: Letter, mark: Letter) -> tuple[float, float]:
    """How far a mark is from a letter: outside of it, and from where it begins."""
    outside = max(base.x - mark.x, mark.x - base.end, 0.0)
    return round(outside, 1), abs(base.x - mark.x)
