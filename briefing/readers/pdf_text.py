"""Takes the words and where they stand out of a PDF, page by page, through PDFium.

PDFium can take the whole process down on a hostile file: call this in a process of its own.
"""

import ctypes
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import PurePath

import pypdfium2
import pypdfium2.raw as pdfium
from msgspec import Struct, field
from msgspec.structs import replace

from briefing.errors import SourceError
from briefing.readers.own_files import finished
from briefing.readers.pdf_backwards import in_order, is_backwards
from briefing.readers.pdf_browser import is_of_browser
from briefing.readers.pdf_doubts import is_of_endless_forms, maps_letters_to_others
from briefing.readers.pdf_initials import is_initial, with_initials
from briefing.readers.pdf_layout import RAISED, Piece
from briefing.readers.pdf_links import leads
from briefing.readers.pdf_misnamed import misnames, shown_signs
from briefing.readers.pdf_notes import NOTE_SIGNS, is_number_of_note, is_small_figure
from briefing.readers.pdf_own import has_manifest
from briefing.readers.pdf_spaced import SPACE, Place, closed_up
from briefing.readers.pdf_tex import is_of_tex, tex_signs
from briefing.text.ligatures import unscrambled

MOST_PAGES = 3000
MOST_CHARACTERS = 20_000_000
_MOST_ON_PAGE = 120_000
_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
_HYPHENS = (0x02, 0xFFFE)
"""How PDFium hands out a hyphen that parts a word at a line end."""
_INVISIBLE = 3
_TINY = 1.0
_BELOW, _ABOVE = 0.22, 0.75
"""How far letters reach from their line, to their size."""
_TALLEST = 3.0
"""Times its size that a letter may be high before the size is not believed."""
_LONGEST_TITLE = 400
_INITIAL, _LARGE = 3, 14.0
"""Characters of a run that may be one capital as high as several lines, and points it has at the least."""
_Box = tuple[float, float, float, float]
_Signs = Mapping[int, str]
_PAGE_OBJECTS_LOOKED_AT = 400


class Sheet(Struct, frozen=True):
    """A page: its size, its pieces in the order they were drawn, and what it holds besides."""

    width: float
    height: float
    pieces: tuple[Piece, ...]
    has_picture: bool = False
    cut: bool = False
    doubtful: bool = False
    renamed: bool = False


class Opened(Struct, frozen=True):
    """The pages of a file and what the file carries that is no text.

    `made` is the day on which a browser printed it, `links` where its links lead if an address on a
    page is cut short; `labels` are what it calls its pages, "" where it calls one nothing.
    """

    sheets: tuple[Sheet, ...]
    scripts: bool = False
    attachments: int = 0
    cut: bool = False
    title: str = ""
    made: date | None = None
    links: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()


def open_pdf(data: bytes, path: PurePath) -> Opened:
    """Read all pages.

    Raises:
        SourceError: if the file is damaged, locked with a password, or has no pages.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise SourceError(
                "the PDF is locked with a password", where=path, remedy="Save it without one."
            ) from None
        raise SourceError("the PDF is damaged", where=path) from None
    try:
        return _opened(document, path)
    finally:
        document.close()


def _opened(document: pypdfium2.PdfDocument, path: PurePath) -> Opened:
    count = len(document)
    if not count:
        raise SourceError("the PDF has no pages", where=path)
    if has_manifest(document):
        raise finished(path)
    sheets: list[Sheet] = []
    characters = 0
    signs = _teller(document)
    for index in range(min(count, MOST_PAGES)):
        sheet = _sheet(document, index, path, signs)
        characters += sum(len(piece.words) for piece in sheet.pieces)
        sheets.append(sheet)
        if characters > MOST_CHARACTERS:
            break
    joined = with_initials([sheet.pieces for sheet in sheets])
    return Opened(
        tuple(replace(sheet, pieces=pieces) for sheet, pieces in zip(sheets, joined, strict=True)),
        scripts=pdfium.FPDFDoc_GetJavaScriptActionCount(document) > 0,
        attachments=max(0, pdfium.FPDFDoc_GetAttachmentCount(document)),
        cut=len(sheets) < count,
        title=" ".join(document.get_metadata_value("Title").split())[:_LONGEST_TITLE],
        made=_made(document),
        links=tuple(leads(document)) if _cuts_addresses(sheets) else (),
        labels=tuple(document.get_page_label(index) for index in range(len(sheets))),
    )


def _made(document: pypdfium2.PdfDocument) -> date | None:
    """The day on which a browser made the file."""
    producer, creator, made = map(
        document.get_metadata_value, ("Producer", "Creator", "CreationDate")
    )
    if not is_of_browser(producer, creator):
        return None
    try:
        return date.fromisoformat(made.removeprefix("D:")[: len("20240314")])
    except ValueError:
        return None


def _cuts_addresses(sheets: Sequence[Sheet]) -> bool:
    """Whether an address on a page lacks its end."""
    return any(
        "://" in piece.words and ("…" in piece.words or "..." in piece.words)
        for sheet in sheets
        for piece in sheet.pieces
    )


def _teller(document: pypdfium2.PdfDocument) -> Callable[[pdfium.FPDF_TEXTPAGE, int], _Signs]:
    """What tells the signs of a page that are others than they are called."""
    producer, creator = map(document.get_metadata_value, ("Producer", "Creator"))
    if is_of_tex(producer, creator):
        return tex_signs
    return shown_signs if misnames(producer) else lambda _, __: {}


def _sheet(
    document: pypdfium2.PdfDocument,
    index: int,
    path: PurePath,
    teller: Callable[[pdfium.FPDF_TEXTPAGE, int], _Signs],
) -> Sheet:
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return Sheet(0, 0, (), cut=True)
    try:
        width, height = page.get_size()
        if is_of_endless_forms(page.raw):
            raise SourceError(
                "a page of the PDF is made of forms within forms, too many to be drawn",
                where=path,
                remedy="The file may be made to do harm.",
            )
        text = page.get_textpage()
        try:
            count = text.count_chars()
            doubtful = maps_letters_to_others(text.raw, count)
            turn = _turned(page.get_rotation(), *_unturned(page))
            most = min(count, _MOST_ON_PAGE)
            signs = teller(text.raw, most)
            pieces = tuple(_pieces(text, most, turn, (width, height), signs))
        finally:
            text.close()
        cut = count > _MOST_ON_PAGE
        return Sheet(width, height, pieces, _has_picture(page), cut, doubtful, bool(signs))
    except pypdfium2.PdfiumError:
        return Sheet(0, 0, (), cut=True)
    finally:
        page.close()


def _unturned(page: pypdfium2.PdfPage) -> tuple[float, float]:
    width, height = page.get_size()
    return (height, width) if page.get_rotation() in (90, 270) else (width, height)


class _turned:  # noqa: N801 - used as a function with two values kept
    """Leads a box on the sheet as it was drawn to the box as it is seen."""

    __slots__ = ("height", "rotation", "width")

    def __init__(self, rotation: int, width: float, height: float) -> None:
        self.rotation, self.width, self.height = rotation, width, height

    def __call__(
        self, left: float, bottom: float, right: float, top: float
    ) -> tuple[float, float, float, float]:
        match self.rotation:
            case 90:
                return bottom, self.width - right, top, self.width - left
            case 180:
                return (
                    self.width - right,
                    self.height - top,
                    self.width - left,
                    self.height - bottom,
                )
            case 270:
                return self.height - top, left, self.height - bottom, right
            case _:
                return left, bottom, right, top


class _Run(Struct):
    """Characters that stand side by side, while they are gathered."""

    characters: list[str]
    left: float
    bottom: float
    right: float
    top: float
    size: float
    unseen: bool
    places: list[Place] = field(default_factory=list)
    last: int = 0

    def take(self, words: str, box: tuple[float, float, float, float]) -> None:
        self.characters.append(words)
        self.places.append((box[0], box[2]))
        self.left, self.bottom = min(self.left, box[0]), min(self.bottom, box[1])
        self.right, self.top = max(self.right, box[2]), max(self.top, box[3])

    def reaches(self, box: tuple[float, float, float, float]) -> bool:
        """Whether a character in `box` belongs to the same run."""
        middle = (box[1] + box[3]) / 2
        if not self.bottom - self.size * 0.3 <= middle <= self.top + self.size * 0.3:
            return False
        return box[0] - self.right < self.size * 1.2 and self.left - box[2] < self.size * 1.2

    def ends_at(self, box: tuple[float, float, float, float]) -> bool:
        """Whether a character in `box` stands right behind the last one."""
        return abs(box[0] - self.right) < self.size * 0.3


def _pieces(
    text: pypdfium2.PdfTextPage,
    count: int,
    turn: _turned,
    size: tuple[float, float],
    signs: _Signs,
) -> Iterator[Piece]:
    """The page's pieces; `signs` are those characters that show others than they are called."""
    width, height = size
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    raw = text.raw
    run: _Run | None = None
    ended = False
    drawn: tuple[int | None, bool] = (None, False)
    codes = [pdfium.FPDFText_GetUnicode(raw, index) for index in range(count)]
    order, signs, beside = _in_order(raw, codes, turn, signs)
    for index in order:
        code = codes[index]
        sign = signs.get(index)
        if code in (10, 13) and sign is None:
            ended = True
            continue
        pdfium.FPDFText_GetCharBox(raw, index, left, right, bottom, top)
        box = turn(left.value, bottom.value, right.value, top.value)
        if code == 32:  # noqa: PLR2004 - a space has no place of its own
            if run and not ended:
                run.characters.append(" ")
                run.places.append(None if box[0] == box[2] else SPACE)
            continue
        drawn = _drawn(raw, index, drawn)
        if run and (
            run.unseen is not drawn[1]
            or not (index in beside or _goes_on(run, raw, index, turn, box))
            or (ended and not (run.ends_at(box) and is_small_figure(raw, index, run.last)))
        ):
            yield _piece(run, width, height)
            run = None
        ended = False
        if run is None:
            whole, letters = _line_box(raw, index, turn, box)
            run = _Run([], *whole, size=letters, unseen=drawn[1])
        elif code in NOTE_SIGNS and is_number_of_note(raw, index, run.last, run.characters):
            run.right = max(run.right, box[2])
            continue
        run.last = index
        if code:
            run.take(sign or _LIGATURES.get(code) or _character(code), box)
    if run:
        yield _piece(run, width, height)


def _goes_on(run: _Run, raw: pdfium.FPDF_TEXTPAGE, index: int, turn: _turned, box: _Box) -> bool:
    """Whether a character in `box` belongs to `run`: no number of a note, no capital of several lines."""
    if not run.reaches(box):
        return False
    if len(run.characters) <= _INITIAL and "".join(run.characters).isdecimal():
        # The raised number of a note stands before its words, not among them.
        return run.size > RAISED * _line_box(raw, index, turn, box)[1]
    if len(run.characters) > _INITIAL or run.size < _LARGE:
        return True
    return not is_initial(run.characters, run.size, _line_box(raw, index, turn, box)[1])


def _in_order(
    raw: pdfium.FPDF_TEXTPAGE, codes: Sequence[int], turn: _turned, signs: _Signs
) -> tuple[Sequence[int], _Signs, frozenset[int]]:
    """The characters' places as they are read, their signs, and which go on wherever they stand."""
    if not any(map(is_backwards, codes)):
        return range(len(codes)), signs, frozenset()
    room = pdfium.FS_RECTF()

    def box_of(index: int) -> _Box:
        # With the room around a sign: a point takes as much of its line as other figures.
        pdfium.FPDFText_GetLooseCharBox(raw, index, room)
        return turn(room.left, room.bottom, room.right, room.top)

    read = in_order(codes, box_of)
    return read.order, {**signs, **read.turned}, read.beside


def _line_box(
    raw: pdfium.FPDF_TEXTPAGE, index: int, turn: _turned, box: _Box
) -> tuple[_Box, float]:
    """A character's box as high as its line, and the letters' size.

    That of a hyphen or a quotation mark tells little of either, so the size is taken from the file
    and the height from where the letter stands.
    """
    height = max(box[3] - box[1], 0.01)
    named = pdfium.FPDFText_GetFontSize(raw, index)
    matrix, x, y = pdfium.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    if (
        not pdfium.FPDFText_GetMatrix(raw, index, matrix)
        or not pdfium.FPDFText_GetCharOrigin(raw, index, x, y)
        or not (size := named * math.hypot(matrix.c, matrix.d)) > height / _TALLEST
        or abs(matrix.b) > abs(matrix.d)
    ):
        return box, max(named, height)
    _, bottom, _, top = turn(x.value, y.value - _BELOW * size, x.value, y.value + _ABOVE * size)
    return (box[0], min(box[1], bottom), box[2], max(box[3], top)), size


def _character(code: int) -> str:
    if code in _HYPHENS:
        return "\ufffe"
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"  # noqa: PLR2004


def _piece(run: _Run, width: float, height: float) -> Piece:
    words = unscrambled(closed_up(run.characters, run.places, run.size).strip())
    outside = run.right < 0 or run.left > width or run.top < 0 or run.bottom > height
    unseen = outside or run.size < _TINY or run.unseen
    return Piece(words, run.left, run.bottom, run.right, run.top, run.size, unseen)


def _drawn(
    raw: pdfium.FPDF_TEXTPAGE, index: int, last: tuple[int | None, bool]
) -> tuple[int | None, bool]:
    """The text object that a character is of, and whether it is drawn unseen."""
    item = pdfium.FPDFText_GetTextObject(raw, index)
    key = ctypes.cast(item, ctypes.c_void_p).value
    if key is None or key == last[0]:
        return last
    return key, pdfium.FPDFTextObj_GetTextRenderMode(item) == _INVISIBLE


def _has_picture(page: pypdfium2.PdfPage) -> bool:
    count = min(pdfium.FPDFPage_CountObjects(page), _PAGE_OBJECTS_LOOKED_AT)
    return any(
        pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page, index))
        == pdfium.FPDF_PAGEOBJ_IMAGE
        for index in range(count)
    )
