"""Signs that a PDF page is made to deceive or to wear its reader out, told through PDFium."""

import ctypes
from statistics import median
from string import ascii_lowercase, ascii_uppercase
from typing import Any

import pypdfium2.raw as pdfium

MOST_FORMS = 20_000
"""Forms within forms that a page may be made of; drawings of honest programs have hundreds."""
_SANS = (
    "667 667 722 722 667 611 778 722 278 500 667 556 833 "
    "722 778 667 778 722 667 611 722 667 944 667 667 611 "
    "556 556 500 556 556 278 556 556 222 222 500 222 833 "
    "556 556 556 556 333 500 278 556 500 722 500 500 500"
)
_SERIF = (
    "722 667 667 722 611 556 722 722 333 389 722 611 889 "
    "722 722 556 722 667 556 611 722 722 944 722 722 611 "
    "444 500 444 500 444 333 500 500 278 278 500 278 778 "
    "500 500 500 500 333 389 278 500 500 722 500 500 444"
)
"""Widths of A to Z and a to z in the standard fonts (Adobe Core 14 metrics), per 1000 of size."""
_WIDTHS = {
    name: tuple(map(int, widths.split()))
    for widths, names in (
        (_SANS, "helvetica arial arialmt"),
        (_SERIF, "times-roman timesnewroman timesnewromanpsmt"),
    )
    for name in names.split()
}
_LETTERS = {ord(letter): index for index, letter in enumerate(ascii_uppercase + ascii_lowercase)}
_LOOKED_AT = 2000
_LEAST_LETTERS = 4
_ALIKE = 0.003
_MOST_ODD = 0.3
_NAME = 128


def is_of_endless_forms(page: pdfium.FPDF_PAGE) -> bool:
    """Whether the page holds more forms within forms than anything that is meant to be read."""
    waiting = [
        pdfium.FPDFPage_GetObject(page, index)
        for index in range(min(pdfium.FPDFPage_CountObjects(page), MOST_FORMS))
    ]
    seen = 0
    while waiting:
        item = waiting.pop()
        if pdfium.FPDFPageObj_GetType(item) != pdfium.FPDF_PAGEOBJ_FORM:
            continue
        seen += 1
        if seen > MOST_FORMS:
            return True
        inner = min(pdfium.FPDFFormObj_CountObjects(item), MOST_FORMS)
        waiting.extend(pdfium.FPDFFormObj_GetObject(item, index) for index in range(inner))
    return False


def maps_letters_to_others(text: pdfium.FPDF_TEXTPAGE, count: int) -> bool:
    """Whether letters of a standard font are as wide as others than they are said to be.

    Only fonts that every reader brings along can be judged so: their codes are letters' codes. A
    file that embeds its fonts may call its shapes what it likes.
    """
    ratios: dict[int, list[float]] = {}
    widths: dict[int, tuple[int, ...]] = {}
    box = pdfium.FS_RECTF()
    for index in range(min(count, _LOOKED_AT)):
        letter = _LETTERS.get(pdfium.FPDFText_GetUnicode(text, index))
        item = pdfium.FPDFText_GetTextObject(text, index) if letter is not None else None
        font = pdfium.FPDFTextObj_GetFont(item) if item else None
        if letter is None or not font or _is_turned(text, index):
            continue
        key = _address(font)
        if key not in widths:
            widths[key] = _standard_widths(font)
        if widths[key] and pdfium.FPDFText_GetLooseCharBox(text, index, box):
            drawn = abs(box.right - box.left)
            ratios.setdefault(_address(item), []).append(drawn / widths[key][letter])
    return any(_differs(each) for each in ratios.values())


def _address(pointer: Any) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def _is_turned(text: pdfium.FPDF_TEXTPAGE, index: int) -> bool:
    """Whether a letter is drawn aslant, so that its box says nothing about its width."""
    matrix = pdfium.FS_MATRIX()
    known = pdfium.FPDFText_GetMatrix(text, index, matrix)
    return not known or abs(matrix.b) > _ALIKE or abs(matrix.c) > _ALIKE


def _differs(ratios: list[float]) -> bool:
    """Whether the letters are not all drawn in one scale, whatever it is."""
    middle = median(ratios)
    odd = sum(abs(ratio - middle) > _ALIKE * middle for ratio in ratios)
    return len(ratios) >= _LEAST_LETTERS and odd > _MOST_ODD * len(ratios)


def _standard_widths(font: pdfium.FPDF_FONT) -> tuple[int, ...]:
    """The widths of the letters of a standard font; empty for any other."""
    if pdfium.FPDFFont_GetIsEmbedded(font):
        return ()
    name = ctypes.create_string_buffer(_NAME)
    pdfium.FPDFFont_GetBaseFontName(font, name, _NAME)
    return _WIDTHS.get(name.value.decode("ascii", "replace").lower(), ())
