"""PDFium by its C interface: the text of pages, run by run, and the attachments.

Only the functions used here are bound by hand: the wrapper package takes longer to import than a small
briefing takes to read. PDFium may end the process on hostile files, so that unknown files are read
in a child process.
"""

import ctypes
import math
import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from briefing.errors import ProofError

MOST_PAGES = 3_000
MOST_CHARACTERS = 6_000_000
_LARGEST_ATTACHMENT = 32 * 2**20
_NAMES = ("libpdfium.so", "libpdfium.dylib", "pdfium.dll")
_INVISIBLE = (3, 7)
_WHITE, _DARK = 240, 140
_TINY = 2.0
_PATH = 2
_HAIR, _ROOM, _SPACE = 0.1, 1.0, 0.12
_NO_CODE = 0x110000
_PIECE = re.compile("[^\r\n\ufffe]*\ufffe|[^\r\n\ufffe]+|\n")
_UNKNOWN = re.compile("[\0\ud800-\udfff]")
_TURNED = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff"
    "\U0001e800-\U0001efff]"
)
"""Letters and marks that read from the right."""


class Run(Struct, frozen=True):
    """Characters that one operator shows: where they begin and end, how tall they are, what hides them."""

    text: str
    x: float
    y: float
    height: float
    end: float
    font: str
    colour: int
    unseen: str | None


class Page(Struct, frozen=True):
    """A page: its size and its lines, each a row of runs, in the order of the file.

    `overlaid` says that a run is set on another one of its line.
    """

    width: float
    height: float
    lines: tuple[tuple[Run, ...], ...]
    overlaid: bool = False


_Set = tuple[Run, int]
"""A run, and the number of its first character on the page."""


class _Config(ctypes.Structure):
    _fields_ = (
        ("version", ctypes.c_int),
        ("fonts", ctypes.c_void_p),
        ("isolate", ctypes.c_void_p),
        ("slot", ctypes.c_uint),
    )


class _Matrix(ctypes.Structure):
    _fields_ = tuple((cell, ctypes.c_float) for cell in "abcdef")


class _Box(ctypes.Structure):
    _fields_ = tuple((side, ctypes.c_float) for side in ("left", "top", "right", "bottom"))


class _Cells:
    """Where PDFium puts its answers; made once, for they cost more than the questions."""

    def __init__(self) -> None:
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.box, self.matrix = _Box(), _Matrix()
        self.colour = tuple(ctypes.c_uint() for _ in range(4))
        self.x_ref, self.y_ref = ctypes.byref(self.x), ctypes.byref(self.y)
        self.box_ref, self.matrix_ref = ctypes.byref(self.box), ctypes.byref(self.matrix)
        self.colour_refs = tuple(map(ctypes.byref, self.colour))


@cache
def _library() -> ctypes.CDLL:
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
        ("FPDFDoc_GetAttachmentCount", number, (pointer,)),
        ("FPDFDoc_GetAttachment", pointer, (pointer, number)),
        ("FPDFAttachment_GetFile", number, (pointer, pointer, ctypes.c_ulong, pointer)),
    ):
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    config = _Config(2, None, None, 0)
    library.FPDF_InitLibraryWithConfig(ctypes.byref(config))
    return library


def read_pages(data: bytes) -> tuple[tuple[Page, ...], tuple[bytes, ...]]:
    """The pages of the PDF `data`, and its attachments.

    Raises:
        ProofError: if it cannot be opened, has no pages, or has too many.
    """
    pdf = _library()
    document = pdf.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        raise ProofError("the PDF file cannot be opened: it is damaged or has a password")
    try:
        count = pdf.FPDF_GetPageCount(document)
        if not 0 < count <= MOST_PAGES:
            raise ProofError(f"the PDF file has {count} pages")
        pages = tuple(_pages(pdf, document, count))
        return pages, tuple(_attachments(pdf, document))
    finally:
        pdf.FPDF_CloseDocument(document)


def _pages(pdf: ctypes.CDLL, document: int, count: int) -> Iterator[Page]:
    total = 0
    for number in range(count):
        page = pdf.FPDF_LoadPage(document, number)
        if not page:
            continue
        text = pdf.FPDFText_LoadPage(page)
        try:
            length = pdf.FPDFText_CountChars(text) if text else 0
            total += length
            if total > MOST_CHARACTERS:
                raise ProofError(f"the PDF file has more than {MOST_CHARACTERS} characters")
            yield _Reading(pdf, page, text, max(length, 0)).page()
        finally:
            if text:
                pdf.FPDFText_ClosePage(text)
            pdf.FPDF_ClosePage(page)


class _Reading(Struct):
    """Reads one page."""

    pdf: ctypes.CDLL
    handle: int
    text: int
    length: int
    fonts: dict[int | None, str] = field(default_factory=dict)
    cells: _Cells = field(default_factory=_Cells)

    def page(self) -> Page:
        width = self.pdf.FPDF_GetPageWidthF(self.handle)
        height = self.pdf.FPDF_GetPageHeightF(self.handle)
        grounds = self._grounds()
        lines: list[list[_Set]] = [[]]
        overlaid = False
        for start, words, shown in self._stretches():
            if words == "\n":
                lines.append([])
                continue
            run = self._run(start, words, shown, (width, height), grounds)
            at = _inside(run, [found for found, _ in lines[-1]])
            if at is None:
                lines[-1].append((run, start))
            elif parts := self._parted(*lines[-1][at], run):
                lines[-1][at : at + 1] = [parts[0], (run, start), parts[1]]
            else:
                overlaid = overlaid or run.unseen is None
                lines[-1].append((run, start))
        rows = tuple(tuple(run for run, _ in line) for line in lines if line)
        return Page(width, height, rows, overlaid)

    def _parted(self, around: Run, start: int, within: Run) -> tuple[_Set, _Set] | None:
        """`around` in two where it leaves room for `within`; else `None`.

        Some writers set the letters of another font after the line that they stand in; the space in
        their place is one that PDFium puts in.
        """
        box = self.cells.box
        left = math.inf
        for at in range(start, start + len(around.text)):
            if self.pdf.FPDFText_IsGenerated(self.text, at) == 1:
                continue
            self.pdf.FPDFText_GetLooseCharBox(self.text, at, self.cells.box_ref)
            if box.left >= within.x - _HAIR:
                if left > within.x + _ROOM or box.left < within.end - _ROOM:
                    return None
                ends = self._end(start, at)
                before, behind = around.text[: ends - start], around.text[at - start :]
                room = _SPACE * around.height
                before += " " if within.x - left > room and not before.endswith(" ") else ""
                behind = (" " if box.left - within.end > room else "") + behind.lstrip()
                first = replace(around, text=before, end=left)
                return (first, start), (replace(around, text=behind, x=box.left), at)
            left = box.right
        return None

    def _end(self, start: int, at: int) -> int:
        """Where the characters before `at` end, without the spaces that PDFium puts in."""
        while at > start and self.pdf.FPDFText_IsGenerated(self.text, at - 1) == 1:
            at -= 1
        return at

    def _stretches(self) -> Iterator[tuple[int, str, int]]:
        """Characters of one text object each, and line ends by themselves."""
        words = self._words()
        turned = _TURNED.search(words) is not None
        shown = 0
        for match in _PIECE.finditer(words):
            begin, end = match.span()
            if words[begin] == "\n":
                yield begin, "\n", 0
                continue
            for start, stop, found in self._objects(begin, end, shown, turned=turned):
                shown = found
                yield start, words[start:stop], shown
            if words[end - 1] == "\ufffe":  # PDFium joins what a hyphen at a line's end divides
                yield end - 1, "\n", 0

    def _words(self) -> str:
        """The characters of the page: at once, where PDFium then gives as many as it counts."""
        buffer = ctypes.create_string_buffer(2 * self.length + 2)
        given = self.pdf.FPDFText_GetText(self.text, 0, self.length, buffer)
        words = buffer.raw[:-2].decode("utf-16-le", "surrogatepass")
        if given != self.length + 1 or len(words) != self.length:
            each = (self.pdf.FPDFText_GetUnicode(self.text, at) for at in range(self.length))
            words = "".join(chr(code) if code < _NO_CODE else "\0" for code in each)
        return _UNKNOWN.sub("\ufffd", words.replace("\x02", "\ufffe"))

    def _objects(
        self, begin: int, end: int, before: int, *, turned: bool
    ) -> Iterator[tuple[int, int, int]]:
        """Which text objects show `[begin, end)`: each from where to where.

        The characters of one object stand together, so that its end is found by halving; only lines
        that read from the right are turned round. Spaces that PDFium puts in have no object.
        """
        while begin < end:
            shown = self.pdf.FPDFText_GetTextObject(self.text, begin) or before
            low, high = begin, end
            middle = low + 1 if turned else high - 1
            while low < high - 1:
                if self._object(middle, low, shown) == shown:
                    low = middle
                else:
                    high = middle
                middle = low + 1 if turned else (low + high) // 2
            yield begin, high, shown
            begin, before = high, shown

    def _object(self, at: int, low: int, shown: int) -> int:
        """The object of the character `at`, or of what stands before it; at `low` that is `shown`."""
        while at > low:
            found: int | None = self.pdf.FPDFText_GetTextObject(self.text, at)
            if found:
                return found
            at -= 1
        return shown

    def _run(
        self,
        start: int,
        words: str,
        shown: int,
        size: tuple[float, float],
        grounds: list[tuple[float, float, float, float]],
    ) -> Run:
        pdf, text, cells = self.pdf, self.text, self.cells
        lead = len(words) - len(words.lstrip())
        first = start + (lead if lead < len(words) else 0)
        pdf.FPDFText_GetCharOrigin(text, first, cells.x_ref, cells.y_ref)
        end = start + max(len(words.rstrip()), 1) - 1
        pdf.FPDFText_GetLooseCharBox(text, end, cells.box_ref)
        pdf.FPDFText_GetMatrix(text, first, cells.matrix_ref)
        matrix, at = cells.matrix, (cells.x.value, cells.y.value)
        height = pdf.FPDFText_GetFontSize(text, first) * math.hypot(matrix.c, matrix.d)
        colour, clear = self._colour(shown)
        unseen = self._unseen(shown, at, height, colour, size, grounds)
        why = "text without colour" if clear else unseen
        return Run(words, *at, height, cells.box.right, self._font(shown, first), colour, why)

    def _colour(self, shown: int) -> tuple[int, bool]:
        if not shown:
            return 0, False
        self.pdf.FPDFPageObj_GetFillColor(shown, *self.cells.colour_refs)
        red, green, blue, alpha = (part.value for part in self.cells.colour)
        return red << 16 | green << 8 | blue, alpha == 0

    def _unseen(
        self,
        shown: int,
        at: tuple[float, float],
        height: float,
        colour: int,
        size: tuple[float, float],
        grounds: list[tuple[float, float, float, float]],
    ) -> str | None:
        if shown and self.pdf.FPDFTextObj_GetTextRenderMode(shown) in _INVISIBLE:
            return "invisible text"
        if not (-1 <= at[0] <= size[0] + 1 and -1 <= at[1] <= size[1] + 1):
            return "text outside the page"
        if height < _TINY:
            return "text too small to read"
        white = all((colour >> shift & 255) >= _WHITE for shift in (0, 8, 16))
        if white and not any(l <= at[0] <= r and b <= at[1] <= t for l, b, r, t in grounds):  # noqa: E741
            return "white text"
        return None

    def _font(self, shown: int, at: int) -> str:
        font = self.pdf.FPDFTextObj_GetFont(shown) if shown else None
        if font in self.fonts:
            return self.fonts[font]
        buffer = ctypes.create_string_buffer(128)
        flags = ctypes.c_int()
        self.pdf.FPDFText_GetFontInfo(self.text, at, buffer, 128, ctypes.byref(flags))
        name = buffer.value.decode("utf-8", "replace").rpartition("+")[2]
        if font:
            self.fonts[font] = name
        return name

    def _grounds(self) -> list[tuple[float, float, float, float]]:
        """Dark shapes, on which white text is seen."""
        found = []
        for number in range(min(self.pdf.FPDFPage_CountObjects(self.handle), 5_000)):
            shape = self.pdf.FPDFPage_GetObject(self.handle, number)
            if self.pdf.FPDFPageObj_GetType(shape) == _PATH:
                colour, clear = self._colour(shape)
                if not clear and any((colour >> shift & 255) < _DARK for shift in (0, 8, 16)):
                    box = [ctypes.c_float() for _ in range(4)]
                    self.pdf.FPDFPageObj_GetBounds(shape, *map(ctypes.byref, box))
                    found.append((box[0].value, box[1].value, box[2].value, box[3].value))
        return found


def _inside(run: Run, line: Sequence[Run]) -> int | None:
    """The place in `line` of a run that `run` is set within."""
    for at, other in enumerate(line):
        level = abs(run.y - other.y) < _HAIR * run.height
        if level and other.x + _ROOM < run.x < other.end - _ROOM and run.text.strip():
            return at
    return None


def _attachments(pdf: ctypes.CDLL, document: int) -> Iterator[bytes]:
    for number in range(min(pdf.FPDFDoc_GetAttachmentCount(document), 100)):
        attachment = pdf.FPDFDoc_GetAttachment(document, number)
        size = ctypes.c_ulong()
        if not attachment:
            continue
        pdf.FPDFAttachment_GetFile(attachment, None, 0, ctypes.byref(size))
        if 0 < size.value <= _LARGEST_ATTACHMENT:
            buffer = ctypes.create_string_buffer(size.value)
            pdf.FPDFAttachment_GetFile(attachment, buffer, size.value, ctypes.byref(size))
            yield buffer.raw[: size.value]
