"""What somebody does to a finished PDF file, object by object: what must be told, and what is honest."""

import ctypes
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

MADE_UP = "The ministers agreed in secret to close every port by Easter."
_TEXT, _BLACK, _WHITE = 1, (0, 0, 0, 255), (255, 255, 255, 255)
_FEWEST = 40
"""Letters of a line that is surely one of a quotation."""
_TURNED = 0.7
_RAISED = 4.5
"""Points up to which a figure is high that is a note mark."""

Object = Any
"""An object of a page, as PDFium gives it."""
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Piece:
    """A text object: what it says, on which page, and where."""

    page: Any
    object: Object
    words: str
    box: Box

    def say(self, words: str) -> None:
        """Put other words into its place."""
        raw.FPDFText_SetText(self.object, _wide(words))
        raw.FPDFPage_GenerateContent(self.page.raw)

    def part(self, start: int, end: int) -> Box:
        """About where the characters from `start` to `end` stand."""
        left, bottom, right, top = self.box
        letter = (right - left) / len(self.words)
        return left + start * letter, bottom, left + end * letter, top


class PdfFile:
    """A PDF file taken apart; `quoted` are the words of its quotations."""

    def __init__(self, data: bytes, quoted: Sequence[str]) -> None:
        self.document = pdfium.PdfDocument(data)
        self.pages = list(self.document)
        self._quoted = _plain(" ".join(quoted))
        self.pieces = [piece for page in self.pages for piece in _pieces(page)]

    @property
    def lines(self) -> list[Piece]:
        """Lines of quotations."""
        plain = [(piece, _plain(piece.words)) for piece in self.pieces]
        return [one for one, words in plain if len(words) >= _FEWEST and words in self._quoted]

    def saved(self) -> bytes:
        """Its bytes."""
        for page in self.pages:
            raw.FPDFPage_GenerateContent(page.raw)
        target = BytesIO()
        self.document.save(target)
        return target.getvalue()

    def type(self, page: Any, words: str, x: float, y: float, size: float = 9.5) -> Object:
        """Put `words` on a page."""
        made = raw.FPDFPageObj_NewTextObj(self.document.raw, b"Times-Roman", size)
        raw.FPDFText_SetText(made, _wide(words))
        raw.FPDFPageObj_Transform(made, 1, 0, 0, 1, x, y)
        raw.FPDFPage_InsertObject(page.raw, made)
        return made


Edit = Callable[[PdfFile, random.Random], bool]


def pages_alone(data: bytes) -> bytes:
    """The pages of a file in a new one, without what belongs to the whole."""
    fresh = pdfium.PdfDocument.new()
    fresh.import_pages(pdfium.PdfDocument(data))
    target = BytesIO()
    fresh.save(target)
    return target.getvalue()


def _pages_alone(file: PdfFile, _: random.Random) -> bool:
    fresh = pdfium.PdfDocument.new()
    fresh.import_pages(file.document)
    file.document, file.pages = fresh, list(fresh)
    return True


def _pieces(page: Any) -> Iterator[Piece]:
    text = page.get_textpage()
    for number in range(raw.FPDFPage_CountObjects(page.raw)):
        found = raw.FPDFPage_GetObject(page.raw, number)
        if raw.FPDFPageObj_GetType(found) == _TEXT:
            size = raw.FPDFTextObj_GetText(found, text.raw, None, 0)
            buffer = ctypes.create_string_buffer(size)
            raw.FPDFTextObj_GetText(found, text.raw, _short(buffer), size)
            sides = [ctypes.c_float() for _ in range(4)]
            raw.FPDFPageObj_GetBounds(found, *sides)
            left, bottom, right, top = (side.value for side in sides)
            words = buffer.raw[:-2].decode("utf-16-le", "replace").rstrip()
            if words:
                yield Piece(page, found, words, (left, bottom, right, top))


def _wide(words: str) -> Any:
    return _short(ctypes.create_string_buffer(f"{words}\0".encode("utf-16-le")))


def _short(buffer: Any) -> Any:
    return ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))


def _plain(words: str) -> str:
    return "".join(filter(str.isalnum, words)).casefold()


def _said(change: Callable[[str, random.Random], str | None], which: str = "lines") -> Edit:
    """Lets a line of a quotation, or another piece of text, say something else."""

    def edit(file: PdfFile, chance: random.Random) -> bool:
        found = (
            file.lines
            if which == "lines"
            else [it for it in file.pieces if re.search(which, it.words)]
        )
        for piece in chance.sample(found, len(found)):
            made = change(piece.words, chance)
            if made is not None and made != piece.words:
                piece.say(f"{made} ")
                return True
        return False

    return edit


def _exchanged(words: str, chance: random.Random) -> str | None:
    parts = words.split()
    places = [at for at in range(1, len(parts) - 2) if _plain(parts[at]) != _plain(parts[at + 1])]
    if not places:
        return None
    at = chance.choice(places)
    parts[at], parts[at + 1] = parts[at + 1], parts[at]
    return " ".join(parts)


def _figure(words: str, chance: random.Random) -> str | None:
    figures = list(re.finditer(r"\d", words))
    others = [one[0] for one in figures]
    places = [one for one in figures if set(others) - {one[0]}]
    if not places:
        return None
    at = chance.choice(places)
    new = chance.choice([one for one in others if one != at[0]])  # the font has its signs alone
    return words[: at.start()] + new + words[at.end() :]


def _shortened(words: str, chance: random.Random) -> str | None:
    parts = words.split()
    if len(parts) < 7:
        return None
    at = chance.randrange(1, len(parts) - 4)
    return " ".join(parts[:at] + parts[at + 2 :])


def _twice(words: str, chance: random.Random) -> str:
    parts = words.split()
    at = chance.randrange(1, len(parts))
    return " ".join([*parts[:at], parts[0].lower(), *parts[at:]])


def _removed(file: PdfFile, chance: random.Random) -> bool:
    """Takes a line out."""
    if not file.lines:
        return False
    piece = chance.choice(file.lines)
    return bool(raw.FPDFPage_RemoveObject(piece.page.raw, piece.object))


def _swapped(file: PdfFile, chance: random.Random) -> bool:
    """Two lines of one page change places."""
    lines = file.lines
    pairs = [(a, b) for a in lines for b in lines if a.page is b.page and a.words < b.words]
    if not pairs:
        return False
    one, other = chance.choice(pairs)
    for piece, words in ((one, other.words), (other, one.words)):
        piece.say(f"{words} ")
    return True


def _dressed(change: Callable[[Object], object]) -> Edit:
    """A line of a quotation is set otherwise."""

    def edit(file: PdfFile, chance: random.Random) -> bool:
        if not file.lines:
            return False
        change(chance.choice(file.lines).object)
        return True

    return edit


def _coloured(*colour: int) -> Callable[[Object], object]:
    return lambda found: raw.FPDFPageObj_SetFillColor(found, *colour)


def _covered(colour: tuple[int, int, int, int], words: str = "") -> Edit:
    """Lays a box over two words, and others upon it."""

    def edit(file: PdfFile, chance: random.Random) -> bool:
        if (found := _two_words(file, chance)) is None:
            return False
        page, (left, bottom, right, top) = found
        box = raw.FPDFPageObj_CreateNewRect(left, bottom, right - left, top - bottom)
        raw.FPDFPageObj_SetFillColor(box, *colour)
        raw.FPDFPath_SetDrawMode(box, raw.FPDF_FILLMODE_WINDING, 0)
        raw.FPDFPage_InsertObject(page.raw, box)
        if words:
            file.type(page, words, left, bottom + 2)
        return True

    return edit


def _two_words(file: PdfFile, chance: random.Random) -> tuple[Any, Box] | None:
    """Where two words of a quotation stand."""
    lines = [it for it in file.lines if len(it.words.split()) > 5]
    if not lines:
        return None
    piece = chance.choice(lines)
    gaps = [found.start() for found in re.finditer(" ", piece.words)]
    at = chance.randrange(len(gaps) - 2)
    return piece.page, piece.part(gaps[at] + 1, gaps[at + 2])


def _typed_over(file: PdfFile, chance: random.Random) -> bool:
    """Types words into the space above two words."""
    if (found := _two_words(file, chance)) is None:
        return False
    page, (left, bottom, _, _) = found
    file.type(page, "not", left, bottom + 2)
    return True


def _annotated(kind: int, *, opaque: bool = False, contents: str = "") -> Edit:
    def edit(file: PdfFile, chance: random.Random) -> bool:
        if (found := _two_words(file, chance)) is None:
            return False
        page, (left, bottom, right, top) = found
        made = raw.FPDFPage_CreateAnnot(page.raw, kind)
        raw.FPDFAnnot_SetRect(made, raw.FS_RECTF(left, top, right, bottom))
        quad = raw.FS_QUADPOINTSF(left, top, right, top, left, bottom, right, bottom)
        raw.FPDFAnnot_AppendAttachmentPoints(made, quad)
        raw.FPDFAnnot_SetStringValue(made, b"Contents", _wide(contents))
        if opaque:
            drawn = f"1 1 1 rg {left} {bottom} {right - left} {top - bottom} re f"
            raw.FPDFAnnot_SetAP(made, raw.FPDF_ANNOT_APPEARANCEMODE_NORMAL, _wide(drawn))
        raw.FPDFPage_CloseAnnot(made)
        return True

    return edit


def _made_up(place: str) -> Edit:
    """A sentence in marks that nobody said, somewhere on a page."""

    def edit(file: PdfFile, chance: random.Random) -> bool:
        page = chance.choice(file.pages)
        height = page.get_height()
        y = {"head": height - 30, "foot": 25, "above the foot": 62}.get(place)
        if y is None:
            lines = [it for it in file.lines if it.page is page]
            if not lines:
                return False
            lowest = min(lines, key=lambda it: it.box[1])
            y = lowest.box[1] - 1.6 * (lowest.box[3] - lowest.box[1])
        file.type(page, f"“{MADE_UP}”", 80, y)
        return True

    return edit


def _aslant(file: PdfFile, chance: random.Random) -> bool:
    page = chance.choice(file.pages)
    made = raw.FPDFPageObj_NewTextObj(file.document.raw, b"Helvetica", 80)
    raw.FPDFText_SetText(made, _wide("DRAFT"))
    raw.FPDFPageObj_SetFillColor(made, 128, 128, 128, 80)
    raw.FPDFPageObj_Transform(made, _TURNED, _TURNED, -_TURNED, _TURNED, 200, 300)
    raw.FPDFPage_InsertObject(page.raw, made)
    return True


def _upright(file: PdfFile, _: random.Random) -> bool:
    """A word across every page, as clear and as large as such stamps are."""
    for page in file.pages:
        made = raw.FPDFPageObj_NewTextObj(file.document.raw, b"Helvetica-Bold", 60)
        raw.FPDFText_SetText(made, _wide("INTERNAL"))
        raw.FPDFPageObj_SetFillColor(made, 255, 0, 0, 70)
        raw.FPDFPageObj_Transform(made, 1, 0, 0, 1, 130, page.get_height() / 2)
        raw.FPDFPage_InsertObject(page.raw, made)
    return True


def _two_on_a_sheet(file: PdfFile, _: random.Random) -> bool:
    width, height = file.pages[0].get_size()
    made = raw.FPDF_ImportNPagesToOne(file.document.raw, height, width, 2, 1)
    file.document = pdfium.PdfDocument(made)
    file.pages = list(file.document)
    return True


def _stamped(x: float, y: float, words: str) -> Edit:
    def edit(file: PdfFile, _: random.Random) -> bool:
        for page in file.pages:
            file.type(page, words, x, y if y > 0 else page.get_height() + y, 8)
        return True

    return edit


def _turned(file: PdfFile, chance: random.Random) -> bool:
    for page in file.pages:
        page.set_rotation(chance.choice((90, 180, 270)))
    return True


def _framed(file: PdfFile, chance: random.Random) -> bool:
    if not file.lines:
        return False
    piece = chance.choice(file.lines)
    left, bottom, right, top = piece.box
    box = raw.FPDFPageObj_CreateNewRect(left - 2, bottom - 2, right - left + 4, top - bottom + 4)
    raw.FPDFPageObj_SetStrokeColor(box, 200, 0, 0, 255)
    raw.FPDFPath_SetDrawMode(box, raw.FPDF_FILLMODE_NONE, 1)
    raw.FPDFPage_InsertObject(piece.page.raw, box)
    return True


def _marked(file: PdfFile, chance: random.Random) -> bool:
    """A marker's colour under words."""
    if not file.lines:
        return False
    piece = chance.choice(file.lines)
    left, bottom, right, top = piece.box
    box = raw.FPDFPageObj_CreateNewRect(left, bottom, (right - left) / 2, top - bottom)
    raw.FPDFPageObj_SetFillColor(box, 255, 255, 0, 110)
    raw.FPDFPath_SetDrawMode(box, raw.FPDF_FILLMODE_WINDING, 0)
    raw.FPDFPage_InsertObject(piece.page.raw, box)
    return True


def _trimmed(file: PdfFile, _: random.Random) -> bool:
    for page in file.pages:
        left, bottom, right, top = page.get_mediabox()
        page.set_cropbox(left + 20, bottom + 20, right - 20, top - 12)
    return True


def _renumbered(words: str, chance: random.Random) -> str | None:
    """Another source's number in a note."""
    found = list(re.finditer(r"\[(\d)\]", words))
    others = sorted({one[1] for one in found} | set(re.findall(r"\d", words)))
    if not found or len(others) < 2:
        return None
    one = chance.choice(found)
    new = chance.choice([it for it in others if it != one[1] and it != "0"] or [one[1]])
    return words[: one.start(1)] + new + words[one.end(1) :]


def _another_mark(file: PdfFile, chance: random.Random) -> bool:
    """The number behind a quotation becomes another one's."""
    marks = [
        it
        for it in file.pieces
        if re.fullmatch(r"\d", it.words) and it.box[3] - it.box[1] < _RAISED
    ]
    if len(marks) < 2:
        return False
    one = chance.choice(marks)
    others = [it.words for it in marks if it.words != one.words and it.page is one.page]
    if not others:
        return False
    one.say(chance.choice(others))
    return True


_SAME = (raw.FPDF_ANNOT_HIGHLIGHT, raw.FPDF_ANNOT_UNDERLINE, raw.FPDF_ANNOT_TEXT)

TOLD: dict[str, Edit] = {
    "two words exchanged": _said(_exchanged),
    "a figure changed": _said(_figure),
    "two words left out": _said(_shortened),
    "a word put in": _said(_twice),
    "a line taken out": _removed,
    "two lines exchanged": _swapped,
    "a line white": _dressed(_coloured(*_WHITE)),
    "a line clear": _dressed(_coloured(0, 0, 0, 0)),
    "a line without ink": _dressed(
        lambda it: raw.FPDFTextObj_SetTextRenderMode(it, raw.FPDF_TEXTRENDERMODE_INVISIBLE)
    ),
    "a line moved off": _dressed(lambda it: raw.FPDFPageObj_Transform(it, 1, 0, 0, 1, 2000, 0)),
    "a white box over": _covered(_WHITE),
    "a black box over": _covered(_BLACK),
    "words typed over a box": _covered(_WHITE, "no doubt"),
    "a word typed upon others": _typed_over,
    "a white note over": _annotated(raw.FPDF_ANNOT_SQUARE, opaque=True),
    "a note typed over": _annotated(raw.FPDF_ANNOT_FREETEXT, contents="no doubt"),
    "struck through": _annotated(raw.FPDF_ANNOT_STRIKEOUT),
    "made up in the head": _made_up("head"),
    "made up in the foot": _made_up("foot"),
    "made up above the foot": _made_up("above the foot"),
    "made up below a quotation": _made_up("below"),
    "another mark": _another_mark,
    "another source's number in a note": _said(_renumbered, r"\[\d\]"),
}

HONEST: dict[str, Edit] = {
    "saved anew": lambda file, chance: True,  # noqa: ARG005
    "pages alone": _pages_alone,
    "pages turned": _turned,
    "edges trimmed": _trimmed,
    "a mark across": _aslant,
    "a word across all pages": _upright,
    "two pages on a sheet": _two_on_a_sheet,
    "stamped in the head": _stamped(300, -28, "Received on Monday"),
    "stamped in the foot": _stamped(300, 20, "DOC-000123"),
    "words in blue": _dressed(_coloured(0, 0, 160, 255)),
    "a frame around": _framed,
    "marked in yellow": _marked,
    "highlighted": _annotated(raw.FPDF_ANNOT_HIGHLIGHT),
    "underlined": _annotated(raw.FPDF_ANNOT_UNDERLINE),
    "commented": _annotated(raw.FPDF_ANNOT_TEXT, contents="Is this so?"),
}


def edits() -> Iterator[tuple[str, Edit, bool]]:
    """Each edit by name, and whether it must be told."""
    yield from ((name, edit, True) for name, edit in TOLD.items())
    yield from ((name, edit, False) for name, edit in HONEST.items())
