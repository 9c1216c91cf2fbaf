"""PDFium by its C interface: only the functions used here are bound, by hand.

The wrapper package takes longer to import than a small briefing takes to read.
"""

import ctypes
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from briefing.errors import ProofError

_NAMES = ("libpdfium.so", "libpdfium.dylib", "pdfium.dll")


class _Config(ctypes.Structure):
    _fields_ = (
        ("version", ctypes.c_int),
        ("fonts", ctypes.c_void_p),
        ("isolate", ctypes.c_void_p),
        ("slot", ctypes.c_uint),
    )


class Matrix(ctypes.Structure):
    """How a piece of text is turned and stretched."""

    _fields_ = tuple((cell, ctypes.c_float) for cell in "abcdef")


class Box(ctypes.Structure):
    """A box on a page, in points."""

    _fields_ = tuple((side, ctypes.c_float) for side in ("left", "top", "right", "bottom"))


class Cells:
    """Where PDFium puts its answers; made once, for they cost more than the questions."""

    def __init__(self) -> None:
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.box, self.matrix = Box(), Matrix()
        self.colour = tuple(ctypes.c_uint() for _ in range(4))
        self.x_ref, self.y_ref = ctypes.byref(self.x), ctypes.byref(self.y)
        self.box_ref, self.matrix_ref = ctypes.byref(self.box), ctypes.byref(self.matrix)
        self.colour_refs = tuple(map(ctypes.byref, self.colour))


@cache
def load_pdfium() -> ctypes.CDLL:
    """PDFium, ready for use.

    Raises:
        ProofError: if it is not there.
    """
    spec = find_spec("pypdfium2_raw")
    folder = Path(spec.origin).parent if spec and spec.origin else Path()
    found = [folder / name for name in _NAMES if (folder / name).is_file()]
    if not found:
        raise ProofError("PDFium is missing", remedy="Run start.py again.")
    library = ctypes.CDLL(str(found[0]))
    pointer, number = ctypes.c_void_p, ctypes.c_int
    for name, result, arguments in (
        ("FPDF_LoadMemDocument64", pointer, (ctypes.c_char_p, ctypes.c_size_t, ctypes.c_char_p)),
        ("FPDF_CloseDocument", None, (pointer,)),
        ("FPDF_GetPageCount", number, (pointer,)),
        ("FPDF_LoadPage", pointer, (pointer, number)),
        ("FPDF_ClosePage", None, (pointer,)),
        ("FPDF_GetPageWidthF", ctypes.c_float, (pointer,)),
        ("FPDF_GetPageHeightF", ctypes.c_float, (pointer,)),
        ("FPDFText_LoadPage", pointer, (pointer,)),
        ("FPDFText_ClosePage", None, (pointer,)),
        ("FPDFText_CountChars", number, (pointer,)),
        ("FPDFText_GetText", number, (pointer, number, number, ctypes.c_char_p)),
        ("FPDFText_GetUnicode", ctypes.c_uint, (pointer, number)),
        ("FPDFText_IsGenerated", number, (pointer, number)),
        ("FPDFText_GetTextObject", pointer, (pointer, number)),
        ("FPDFText_GetLooseCharBox", number, (pointer, number, pointer)),
        ("FPDFText_GetCharOrigin", number, (pointer, number, pointer, pointer)),
        ("FPDFText_GetFontSize", ctypes.c_double, (pointer, number)),
        ("FPDFText_GetMatrix", number, (pointer, number, pointer)),
        (
            "FPDFText_GetFontInfo",
            ctypes.c_ulong,
            (pointer, number, pointer, ctypes.c_ulong, pointer),
        ),
        ("FPDFTextObj_GetFont", pointer, (pointer,)),
        ("FPDFTextObj_GetTextRenderMode", number, (pointer,)),
        ("FPDFPageObj_GetFillColor", number, (pointer, *(pointer,) * 4)),
        ("FPDFPage_CountObjects", number, (pointer,)),
        ("FPDFPage_GetObject", pointer, (pointer, number)),
        ("FPDFPageObj_GetType", number, (pointer,)),
        ("FPDFPageObj_GetBounds", number, (pointer, *(pointer,) * 4)),
        ("FPDFFormObj_CountObjects", number, (pointer,)),
        ("FPDFFormObj_GetObject", pointer, (pointer, ctypes.c_ulong)),
        ("FPDFDoc_GetAttachmentCount", number, (pointer,)),
        ("FPDFDoc_GetAttachment", pointer, (pointer, number)),
        ("FPDFAttachment_GetFile", number, (pointer, pointer, ctypes.c_ulong, pointer)),
        # Looking closer: marks, letters' outlines, the page as it is shown.
        ("FPDFPageObj_CountMarks", number, (pointer,)),
        ("FPDFPageObj_GetMark", pointer, (pointer, ctypes.c_ulong)),
        ("FPDFPageObj_RemoveMark", number, (pointer, pointer)),
        ("FPDFPageObjMark_GetParamStringValue", number,
         (pointer, ctypes.c_char_p, pointer, ctypes.c_ulong, pointer)),
        ("FPDFText_GetCharBox", number, (pointer, number, *(pointer,) * 4)),
        ("FPDFFont_GetBaseFontName", ctypes.c_size_t, (pointer, ctypes.c_char_p, ctypes.c_size_t)),
        ("FPDFFont_GetIsEmbedded", number, (pointer,)),
        ("FPDFFont_GetFontData", number, (pointer, ctypes.c_char_p, ctypes.c_size_t, pointer)),
        ("FPDFText_LoadStandardFont", pointer, (pointer, ctypes.c_char_p)),
        ("FPDFText_LoadFont", pointer, (pointer, ctypes.c_char_p, ctypes.c_uint, number, number)),
        ("FPDFFont_Close", None, (pointer,)),
        ("FPDFFont_GetGlyphPath", pointer, (pointer, ctypes.c_uint, ctypes.c_float)),
        ("FPDFGlyphPath_CountGlyphSegments", number, (pointer,)),
        ("FPDFGlyphPath_GetGlyphPathSegment", pointer, (pointer, number)),
        ("FPDFPathSegment_GetPoint", number, (pointer, pointer, pointer)),
        ("FPDFBitmap_CreateEx", pointer, (number, number, number, pointer, number)),
        ("FPDFBitmap_FillRect", None, (pointer, *(number,) * 4, ctypes.c_ulong)),
        ("FPDFBitmap_GetBuffer", pointer, (pointer,)),
        ("FPDFBitmap_GetStride", number, (pointer,)),
        ("FPDFBitmap_Destroy", None, (pointer,)),
        ("FPDF_RenderPageBitmap", None, (pointer, pointer, *(number,) * 6)),
        ("FPDF_PageToDevice", number,
         (pointer, *(number,) * 5, ctypes.c_double, ctypes.c_double, pointer, pointer)),
        ("FPDF_GetPageBoundingBox", number, (pointer, pointer)),
    ):  # fmt: skip
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    config = _Config(2, None, None, 0)
    library.FPDF_InitLibraryWithConfig(ctypes.byref(config))
    return library
