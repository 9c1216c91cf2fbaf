"""Quotation marks and dashes that Ghostscript 10 calls digits, told by where they stand on the line.

It writes U+2019 as 0x39 (“9”) and so on, the low byte and 0x20. What it shows is right: a nine
stands on the line, an apostrophe hangs above it.
"""

import ctypes
import math

import pypdfium2.raw as pdfium
from msgspec import Struct


class _Shown(Struct, frozen=True):
    """A sign, and between which heights its ink stands, in shares of the letters' size."""

    sign: str
    lowest: float
    highest: float


_HIGH, _LEVEL = (0.33, 1.1), (0.12, 0.4)
_SHOWN = {
    ord(named): _Shown(sign, *heights)
    for named, sign, heights in (
        ("8", "‘", _HIGH),
        ("9", "’", _HIGH),
        ("<", "“", _HIGH),
        ("=", "”", _HIGH),
        ("3", "–", _LEVEL),
        ("4", "—", _LEVEL),
    )
}
_TOP_OF_MARKS = 0.6
"""Where quotation marks end at the least; signs of arithmetic do not reach it."""


def misnames(producer: str) -> bool:
    """Whether the program that made a file is known to call signs by other names."""
    return "Ghostscript" in producer


def shown_signs(raw: pdfium.FPDF_TEXTPAGE, count: int) -> dict[int, str]:
    """The signs of those characters on a page that show others than they are called."""
    codes = ((index, pdfium.FPDFText_GetUnicode(raw, index)) for index in range(count))
    found = ((index, _shown_sign(raw, index, code)) for index, code in codes if code in _SHOWN)
    return {index: sign for index, sign in found if sign}


def _shown_sign(raw: pdfium.FPDF_TEXTPAGE, index: int, code: int) -> str:
    """The sign that a character called `code` shows, if that is another; else nothing."""
    shown = _SHOWN[code]
    left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
    matrix = pdfium.FS_MATRIX()
    if (
        not pdfium.FPDFText_GetCharBox(raw, index, left, right, bottom, top)
        or not pdfium.FPDFText_GetCharOrigin(raw, index, x, y)
        or not pdfium.FPDFText_GetMatrix(raw, index, matrix)
        or abs(matrix.b) > 0.01 * abs(matrix.d)  # set at an angle
    ):
        return ""
    size = pdfium.FPDFText_GetFontSize(raw, index) * math.hypot(matrix.c, matrix.d)
    if size <= 0:
        return ""
    low, high = (bottom.value - y.value) / size, (top.value - y.value) / size
    reaches = shown.highest < _TOP_OF_MARKS or high > _TOP_OF_MARKS
    return shown.sign if shown.lowest < low and high < shown.highest and reaches else ""
