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
        self.colour = (ctypes.c_uint * 4)()
        self.x_ref, self.y_ref = ctypes.byref(self.x), ctypes.byref(self.y)
        self.box_ref, self.matrix_ref = ctypes.byref(self.box), ctypes.byref(self.matrix)
        size = ctypes.sizeof(ctypes.c_uint)
        self.colour_refs = tuple(ctypes.byref(self.colour, size * part) for part in range(4))


_TYPES = {
    "v": None,
    "p": ctypes.c_void_p,
    "i": ctypes.c_int,
    "u": ctypes.c_uint,
    "l": ctypes.c_ulong,
    "z": ctypes.c_size_t,
    "s": ctypes.c_char_p,
    "d": ctypes.c_double,
    "f": ctypes.c_float,
}
_FUNCTIONS = """
FPDF_LoadMemDocument64 p szs
FPDF_CloseDocument v p
FPDF_GetPageCount i p
FPDF_LoadPage p pi
FPDF_ClosePage v p
FPDFPage_GetRotation i p
FPDFPage_GetAnnotCount i p
FPDFPage_GetAnnot p pi
FPDFPage_CloseAnnot v p
FPDFPage_RemoveAnnot i pi
FPDFAnnot_HasKey i ps
FPDFAnnot_GetSubtype i p
FPDFAnnot_GetFlags i p
FPDFAnnot_GetRect i pp
FPDFAnnot_GetStringValue l pspl
FPDFPage_SetRotation v pi
FPDF_GetPageWidthF f p
FPDF_GetPageHeightF f p
FPDFText_LoadPage p p
FPDFText_ClosePage v p
FPDFText_CountChars i p
FPDFText_GetText i piis
FPDFText_GetUnicode u pi
FPDFText_IsGenerated i pi
FPDFText_GetTextObject p pi
FPDFText_GetLooseCharBox i pip
FPDFText_GetCharOrigin i pipp
FPDFText_GetFontSize d pi
FPDFText_GetMatrix i pip
FPDFText_GetFontInfo l piplp
FPDFTextObj_GetFont p p
FPDFTextObj_GetTextRenderMode i p
FPDFPageObj_GetFillColor i ppppp
FPDFPage_CountObjects i p
FPDFPage_GetObject p pi
FPDFPageObj_GetType i p
FPDFPageObj_GetBounds i ppppp
FPDFPageObj_GetMatrix i pp
FPDFFormObj_CountObjects i p
FPDFFormObj_GetObject p pl
FPDFDoc_GetAttachmentCount i p
FPDFDoc_GetAttachment p pi
FPDFAttachment_GetFile i pplp
FPDFPageObj_CountMarks i p
FPDFPageObj_GetMark p pl
FPDFPageObj_RemoveMark i pp
FPDFPageObjMark_GetParamStringValue i psplp
FPDFFont_GetBaseFontName z psz
FPDFFont_GetIsEmbedded i p
FPDFFont_GetFontData i pszp
FPDFText_LoadStandardFont p ps
FPDFText_LoadFont p psuii
FPDFFont_GetGlyphPath p puf
FPDFGlyphPath_CountGlyphSegments i p
FPDFGlyphPath_GetGlyphPathSegment p pi
FPDFPathSegment_GetPoint i ppp
FPDFBitmap_CreateEx p iiipi
FPDFBitmap_FillRect v piiiil
FPDFBitmap_GetBuffer p p
FPDFBitmap_GetStride i p
FPDFBitmap_Destroy v p
FPDF_RenderPageBitmap v ppiiiiii
FPDF_PageToDevice i piiiiiddpp
FPDF_GetPageBoundingBox i pp
FPDF_DeviceToPage i piiiiiiipp
FPDFText_GetCharIndexAtPos i pdddd
"""
"""A function, the type that it gives, and those that it takes, a letter each."""


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
    for line in _FUNCTIONS.split("\n")[1:-1]:
        name, result, takes = line.split(" ")
        function = getattr(library, name)
        function.restype, function.argtypes = _TYPES[result], [_TYPES[kind] for kind in takes]
    config = _Config(2, None, None, 0)
    library.FPDF_InitLibraryWithConfig(ctypes.byref(config))
    return library
