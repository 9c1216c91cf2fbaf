"""The dark shapes of a PDF page, on which white text is seen."""

import ctypes
from collections.abc import Iterator

from briefing.verify.pdf_binding import Box, Cells, Matrix

_DARK = 140
"""Parts of a dark colour are below it."""
_PATH, _FORM = 2, 5
_MOST, _DEEPEST = 5_000, 4

Area = tuple[float, float, float, float]
"""Left, bottom, right, top."""


def dark_shapes(pdf: ctypes.CDLL, page: int, cells: Cells) -> list[Area]:
    """Where the page is dark, also within pages that a program has laid on others as a whole."""
    left = [_MOST]
    count = min(pdf.FPDFPage_CountObjects(page), _MOST)
    objects = (pdf.FPDFPage_GetObject(page, number) for number in range(count))
    return list(_among(pdf, objects, cells, (), left))


def _among(
    pdf: ctypes.CDLL,
    objects: Iterator[int],
    cells: Cells,
    within: tuple[Matrix, ...],
    left: list[int],
) -> Iterator[Area]:
    for shape in objects:
        left[0] -= 1
        if left[0] < 0:
            return
        kind = pdf.FPDFPageObj_GetType(shape)
        if kind == _PATH and _is_dark(pdf, shape, cells):
            yield _placed(pdf, shape, within)
        elif kind == _FORM and len(within) < _DEEPEST:
            matrix = Matrix()
            pdf.FPDFPageObj_GetMatrix(shape, ctypes.byref(matrix))
            inner = range(min(pdf.FPDFFormObj_CountObjects(shape), _MOST))
            parts = (pdf.FPDFFormObj_GetObject(shape, number) for number in inner)
            yield from _among(pdf, parts, cells, (matrix, *within), left)


def _is_dark(pdf: ctypes.CDLL, shape: int, cells: Cells) -> bool:
    pdf.FPDFPageObj_GetFillColor(shape, *cells.colour_refs)
    *parts, alpha = cells.colour[:]
    return alpha > 0 and any(part < _DARK for part in parts)


def _placed(pdf: ctypes.CDLL, shape: int, within: tuple[Matrix, ...]) -> Area:
    box = Box()
    sides = (ctypes.c_float(), ctypes.c_float(), ctypes.c_float(), ctypes.c_float())
    pdf.FPDFPageObj_GetBounds(shape, *map(ctypes.byref, sides))
    box.left, box.bottom, box.right, box.top = (side.value for side in sides)
    corners = [(x, y) for x in (box.left, box.right) for y in (box.bottom, box.top)]
    for one in within:
        corners = [
            (one.a * x + one.c * y + one.e, one.b * x + one.d * y + one.f) for x, y in corners
        ]
    across, up = zip(*corners, strict=True)
    return min(across), min(up), max(across), max(up)
