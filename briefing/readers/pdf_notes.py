"""Notes at the foot of pages, and the raised numbers that lead to them: neither is what a page says.

A number that is left in ends a sentence with a figure that nobody wrote. Those of units (“km²”) and of
powers stay.
"""

import ctypes
import math
import re
from collections.abc import Iterable, Iterator, Sequence

import pypdfium2.raw as pdfium

from briefing.readers.pdf_blocks import Block
from briefing.text.dates import find_day

_SMALLER, _HIGHER = 0.85, 0.12
"""Of the letters' size: that of a raised number at most, and how far above their line it stands."""
_WORD = re.compile(r"(?:[.,;:!?…)\]\"'”’»]|[^\W\d_]{4})$")
"""What a number of a note follows: a stop, or a word that is too long for a unit."""
_DIGITS, _BETWEEN = frozenset(map(ord, "0123456789")), frozenset(map(ord, ",–-"))
NOTE_SIGNS = _DIGITS | _BETWEEN
"""What numbers of notes are made of; nothing else need be asked about."""
_OPENS = re.compile(r"(?:\[?\d{1,3}[\].)]?|[*†‡])\s+\S")
_SMALL = 0.9
"""Of the usual size: that of notes at most."""


def is_number_of_note(
    raw: pdfium.FPDF_TEXTPAGE, index: int, before: int, said: Sequence[str]
) -> bool:
    """Whether a character is a raised number behind the words `said`, the last of which is at `before`."""
    code = pdfium.FPDFText_GetUnicode(raw, index)
    if code not in _DIGITS and not (code in _BETWEEN and index > before + 1):
        return False
    if not _WORD.search("".join(said[-4:])):
        return False
    (size, y), (usual, line) = _stands(raw, index), _stands(raw, before)
    return size <= _SMALLER * usual and y - line >= _HIGHER * usual


def is_small_figure(raw: pdfium.FPDF_TEXTPAGE, index: int, before: int) -> bool:
    """Whether a character is a figure that is smaller than the one at `before`: raised or lowered."""
    small = pdfium.FPDFText_GetUnicode(raw, index) in _DIGITS
    return small and _stands(raw, index)[0] <= _SMALLER * _stands(raw, before)[0]


def _stands(raw: pdfium.FPDF_TEXTPAGE, index: int) -> tuple[float, float]:
    """A character's size, and how high its line is on the page as it was drawn."""
    matrix, x, y = pdfium.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetMatrix(raw, index, matrix)
    pdfium.FPDFText_GetCharOrigin(raw, index, x, y)
    return pdfium.FPDFText_GetFontSize(raw, index) * math.hypot(matrix.c, matrix.d), y.value


def with_notes(blocks: Iterable[Block], usual: float) -> Iterator[tuple[Block, bool]]:
    """The blocks of a column, and whether each is a note: small, with a number, or right below such a one.

    A number that is raised tells it alone.

    `usual` is the size of most letters of the file.
    """
    within = False
    for block in blocks:
        small = block.size <= _SMALL * usual
        numbered = block.rows[0].numbered and block.size <= usual
        within = numbered or (small and (within or _opens(block.rows[0].words)))
        yield block, within


def _opens(words: str) -> bool:
    """Whether a line begins with the number of a note; one that begins with a day has none."""
    day = find_day(words)
    return _OPENS.match(words) is not None and (day is None or day[1] > 0)
