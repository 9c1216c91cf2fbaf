"""Marks of a page's content: what a file says stands there in place of what it shows."""

import ctypes
import re
from collections.abc import Iterator

from briefing.errors import ProofError
from briefing.model.bidi import has_rightward
from briefing.verify.folding import OPTIONAL, fold_print

MOST_PIECES = 100_000
"""Pieces of text, and forms within forms, that a page may be built of."""
_TEXT, _FORM = 1, 5
_SHOWN = 60
_FACES = str.maketrans(")]}", "([{")
_NO_LETTER = re.compile(f"[{OPTIONAL}\ufffd\ue000-\uf8ff-]")


def take_away_said(pdf: ctypes.CDLL, page: int) -> bool:
    """Take the marks with `ActualText` off the pieces of `page`; whether there were any.

    Raises:
        ProofError: if the page is built of more pieces than any writer makes.
    """
    found = False
    size = ctypes.c_ulong()
    for piece in _pieces(pdf, page):
        for number in reversed(range(pdf.FPDFPageObj_CountMarks(piece))):
            mark = pdf.FPDFPageObj_GetMark(piece, number)
            if pdf.FPDFPageObjMark_GetParamStringValue(
                mark, b"ActualText", None, 0, ctypes.byref(size)
            ):
                found = bool(pdf.FPDFPageObj_RemoveMark(piece, mark)) or found
    return found


def _pieces(pdf: ctypes.CDLL, page: int) -> Iterator[int]:
    """The pieces of text of `page`, those within its forms too."""
    left = MOST_PIECES
    waiting = [(pdf.FPDFPage_GetObject, page, pdf.FPDFPage_CountObjects(page))]
    while waiting:
        get, holder, count = waiting.pop()
        for number in range(count):
            piece = get(holder, number)
            kind = pdf.FPDFPageObj_GetType(piece)
            if kind == _TEXT:
                left -= 1
                yield piece
            elif kind == _FORM:
                left -= 1
                waiting.append(
                    (pdf.FPDFFormObj_GetObject, piece, pdf.FPDFFormObj_CountObjects(piece))
                )
            if left < 0:
                raise ProofError(
                    f"a page of the PDF file is built of more than {MOST_PIECES} pieces"
                )


def tell_said(said: str, shown: str) -> str | None:
    """What a page says otherwise than it shows it; hyphens, spaces and unknown letters do not count."""
    ours, theirs = _letters(said), _letters(shown)
    if ours == theirs:
        return None
    start = _common(ours, theirs)
    tail = _common(ours[start:][::-1], theirs[start:][::-1])
    false, true = ours[start : len(ours) - tail], theirs[start : len(theirs) - tail]
    return f"the text says “{false[:_SHOWN]}” where the page shows “{true[:_SHOWN]}”"


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def is_readable(shown: str) -> bool:
    """Whether the letters as shown have names: some fonts give none back."""
    strange = sum(letter == "\ufffd" or "\ue000" <= letter <= "\uf8ff" for letter in shown)
    return strange * 20 <= len(shown)


def _letters(text: str) -> str:
    known = _NO_LETTER.sub("", fold_print(text))
    if has_rightward(known):  # PDFium turns brackets round among words from right to left
        known = known.translate(_FACES)
    return "".join(known.split())
