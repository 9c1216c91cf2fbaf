"""The live page: a document becomes a PDF, the PDF becomes pictures. Each step off the GUI thread."""

import ctypes
from collections.abc import Callable, Iterable
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from PySide6.QtGui import QImage

from briefing.gui.page_text import PageText, page_text
from briefing.gui.work import pdfium, pdfium_raw
from briefing.model.output import Region, Written
from briefing.model.source import Notice
from briefing.turns import PDFIUM

if TYPE_CHECKING:
    import pypdfium2

T = TypeVar("T")


class Printed(Struct, frozen=True):
    """A finished PDF as the preview needs it. `number` counts the builds, `change` what they show.

    A change is built twice where what is found in its sources comes later.
    """

    number: int
    data: bytes
    sizes: tuple[tuple[float, float], ...]
    regions: tuple[Region, ...]
    notices: tuple[Notice, ...] = ()
    change: int = 0


class Pictures:
    """PDFium for the render lane. A proof may use it meanwhile: each page is a turn."""

    def __init__(self) -> None:
        self._number = 0
        self._file: pypdfium2.PdfDocument | None = None

    def open(self, number: int, written: Written, change: int = 0) -> Printed:
        """Take a finished PDF in the place of the one before."""
        self.close()
        with PDFIUM:
            self._file = pdfium.PdfDocument(written.data)
            sizes = tuple(self._file.get_page_size(index) for index in range(len(self._file)))
        self._number = number
        return Printed(number, written.data, sizes, written.regions, written.notices, change)

    def draw(self, number: int, pages: Iterable[int], scale: float) -> dict[int, QImage]:
        """Pictures of `pages` at `scale` pixels a point; none if another PDF has come meanwhile."""
        return self._each(number, pages, partial(_picture, scale))

    def letters(self, number: int, pages: Iterable[int]) -> dict[int, PageText]:
        """The letters of `pages` and where they lie; none if another PDF has come meanwhile."""
        return self._each(number, pages, _letters)

    def close(self) -> None:
        """Let go of the PDF."""
        if self._file is not None:
            with PDFIUM:
                self._file.close()
            self._file = None

    def _each(
        self, number: int, pages: Iterable[int], take: Callable[["pypdfium2.PdfPage"], T]
    ) -> dict[int, T]:
        """What `take` takes from each of `pages` that there is."""
        if self._file is None or number != self._number:
            return {}
        taken = {}
        for index in pages:
            with PDFIUM:
                if index < len(self._file):
                    with closing(self._file[index]) as page:
                        taken[index] = take(page)
        return taken


def _picture(scale: float, page: "pypdfium2.PdfPage") -> QImage:
    bitmap = page.render(scale=scale, prefer_bgrx=True)
    lent = memoryview(bitmap.buffer).cast("B")
    form = QImage.Format.Format_RGB32
    return QImage(lent, bitmap.width, bitmap.height, bitmap.stride, form).copy()


def _letters(page: "pypdfium2.PdfPage") -> PageText:
    """One letter for each code unit that PDFium counts; a box from the upper left corner."""
    high, words = page.get_height(), page.get_textpage()
    count = words.count_chars()
    code, box = pdfium_raw.FPDFText_GetUnicode, pdfium_raw.FPDFText_GetCharBox
    text = "".join(chr(code(words.raw, at) or ord(" ")) for at in range(count))
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    given = tuple(ctypes.byref(side) for side in (left, right, bottom, top))
    boxes = []
    for at in range(count):
        box(words.raw, at, *given)
        boxes.append((left.value, high - top.value, right.value, high - bottom.value))
    return page_text(text, boxes)
