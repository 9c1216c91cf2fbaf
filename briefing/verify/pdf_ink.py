"""The ink of a PDF page: whether text is seen where it stands."""

import ctypes
import re
from collections.abc import Sequence
from functools import reduce
from math import ceil
from operator import and_, or_

from msgspec import Struct
from msgspec.structs import replace

from briefing.model.unspaced import UNSPACED
from briefing.verify.pdf_binding import Box
from briefing.verify.pdf_page import Page, Reading
from briefing.verify.pdf_run import Run
from briefing.verify.pdf_turning import TURNED

_LARGEST_SIDE = 3_000.0
_GRAY, _ANNOTATIONS_IN_GRAY, _WHITE = 1, 1 | 8, 0xFFFFFFFF
_SMALL, _CLOSER = 6.5, 2
"""Points below which a letter is too small for a point of the picture each, and how many it then has."""
_FAINT = 20
"""Shades of 255 by which ink must differ from its ground to be seen."""
_DARK = bytes(range(128))
"""Shades beside which the light ones tell at once that there is ink."""
_INK = bytes(shade < 200 for shade in range(256))  # noqa: PLR2004
"""Which shades count as ink where a stretch without any is looked for: thin letters are light."""
_WIDEST_SPACE = 1.6
"""Times the height of its letters: no space within a line is wider, but where it is set apart."""
_BESIDE = 3
"""Letters on either side that are looked at."""
_NO_CODE = 0x110000


class Ink(Struct):
    """A page as it is shown, a shade of grey for each point of it."""

    pdf: ctypes.CDLL
    page: int
    text: int
    width: int
    height: int
    stride: int
    shades: bytes
    scale: int = 1

    @classmethod
    def of(cls, pdf: ctypes.CDLL, reading: Reading, read: Page) -> "Ink | None":
        """The page as it is shown; `None` if it is too large for that."""
        page = reading.handle
        if not (1 <= read.width <= _LARGEST_SIDE and 1 <= read.height <= _LARGEST_SIDE):
            return None
        small = any(0 < run.height < _SMALL for line in read.lines for run in line)
        scale = _CLOSER if small else 1
        width, height = int(scale * read.width), int(scale * read.height)
        bitmap = pdf.FPDFBitmap_CreateEx(width, height, _GRAY, None, 0)
        if not bitmap:
            return None
        try:
            pdf.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, _WHITE)
            pdf.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, _ANNOTATIONS_IN_GRAY)
            stride = pdf.FPDFBitmap_GetStride(bitmap)
            shades = ctypes.string_at(pdf.FPDFBitmap_GetBuffer(bitmap), stride * height)
        finally:
            pdf.FPDFBitmap_Destroy(bitmap)
        return cls(pdf, page, reading.text, width, height, stride, shades, scale)

    def checked(self, run: Run) -> Run:
        """`run`, told as unseen if there is no ink where it stands."""
        if run.unseen or run.end <= run.x or not any(map(str.isalnum, run.text)):
            return run
        left, top, right, bottom = self._box(run, run.x, run.end)
        rows = self._rows(left, top, right, bottom)
        shades = b"".join(rows)
        light = len(shades.translate(None, _DARK))
        seen = 0 < light < len(shades) or _differ(shades)
        if seen and self._is_covered(run, rows, left):
            seen = False
        return run if seen else replace(run, unseen="text that does not show")

    def _is_covered(self, run: Run, rows: Sequence[bytes], left: int) -> bool:
        """Whether letters of `run` stand where the page shows nothing of them.

        A stretch without ink, or full of it, that is wider than any space is looked at letter by letter.
        """
        inked = [int.from_bytes(row.translate(_INK)) for row in _core(rows)]
        if not inked:
            return False
        wide = max(round(self.scale * _WIDEST_SPACE * run.height), 4)
        return any(
            self._hides(run, left + stretch.start(), left + stretch.end())
            for sign, columns in ((0, reduce(or_, inked)), (1, reduce(and_, inked)))
            for stretch in re.finditer(b"%c{%d,}" % (sign, wide), columns.to_bytes(len(rows[0])))
        )

    def _hides(self, run: Run, start: int, end: int) -> bool:
        """Whether a letter of `run` stands wholly between two columns, and has the shade of its ground."""
        x, y, box = ctypes.c_double(), ctypes.c_double(), Box()
        self.pdf.FPDF_DeviceToPage(
            self.page, 0, 0, self.width, self.height, 0, (start + end) // 2, 0,
            ctypes.byref(x), ctypes.byref(y),
        )  # fmt: skip
        size = run.height / 2
        at = self.pdf.FPDFText_GetCharIndexAtPos(self.text, x.value, run.y + size / 2, size, size)
        for number in range(max(at - _BESIDE, 0), at + _BESIDE + 1) if at >= 0 else ():
            code = self.pdf.FPDFText_GetUnicode(self.text, number)
            if code >= _NO_CODE or not chr(code).isalnum() or TURNED.search(chr(code)):
                continue
            self.pdf.FPDFText_GetLooseCharBox(self.text, number, ctypes.byref(box))
            place = self._box(run, box.left, box.right)
            level = box.bottom < run.y + size and run.y < box.top
            if level and start <= place[0] and place[2] <= end + 1:
                rows = self._rows(*place)
                # “一” has its one stroke wherever the font draws it.
                whole = UNSPACED.match(chr(code)) is not None
                return not _differ(b"".join(rows if whole else _core(rows)))
        return False

    def _rows(self, left: int, top: int, right: int, bottom: int) -> list[bytes]:
        starts = (row * self.stride for row in range(top, bottom))
        return [self.shades[start + left : start + right] for start in starts]

    def _box(self, run: Run, start: float, end: float) -> tuple[int, int, int, int]:
        """The points of the page on which the part of `run` from `start` to `end` is drawn."""
        left, low = self._place(start, run.y - 0.25 * run.height)
        right, high = self._place(end, run.y + 0.8 * run.height)
        left, right = max(0, min(left, right)), min(self.width, max(left, right) + 1)
        return left, max(0, min(low, high)), right, min(self.height, max(low, high) + 1)

    def _place(self, x: float, y: float) -> tuple[int, int]:
        across, down = ctypes.c_int(), ctypes.c_int()
        self.pdf.FPDF_PageToDevice(
            self.page, 0, 0, self.width, self.height, 0, x, y,
            ctypes.byref(across), ctypes.byref(down),
        )  # fmt: skip
        return across.value, down.value


def _core(rows: Sequence[bytes]) -> Sequence[bytes]:
    """The rows of a line in which every letter and figure has ink: above its foot, below its middle."""
    return rows[ceil(0.36 * len(rows)) : int(0.69 * len(rows))]


def _differ(shades: bytes) -> bool:
    """Whether ink can be told from its ground among `shades`."""
    return bool(shades) and max(shades) - min(shades) >= _FAINT
