"""What annotations lay over the words of a PDF page: words typed upon them, lines struck through."""

import ctypes
from collections.abc import Iterator, Sequence

from msgspec import Struct

from briefing.verify.pdf_binding import Box
from briefing.verify.pdf_run import Run

_TYPED, _STAMP, _STRUCK = 3, 13, 12
_COMMENTS = (1, 16)
_HIDDEN = 0x02
_MOST = 2_000
_LONGEST = 60
_SHARE = 0.3
"""How much of a line's height an annotation covers that is laid over it."""


class Laid(Struct, frozen=True):
    """What an annotation does to the words it lies on, or beside: in words."""

    text: str
    grave: bool


def laid_over(pdf: ctypes.CDLL, page: int, lines: Sequence[Sequence[Run]]) -> Iterator[Laid]:
    """What is typed, stamped or struck through on the page, beside what its own text says."""
    for number in range(min(pdf.FPDFPage_GetAnnotCount(page), _MOST)):
        annotation = pdf.FPDFPage_GetAnnot(page, number)
        if not annotation:
            continue
        try:
            kind = pdf.FPDFAnnot_GetSubtype(annotation)
            hidden = pdf.FPDFAnnot_GetFlags(annotation) & _HIDDEN
            if kind in (_TYPED, _STAMP, _STRUCK) and not hidden:
                yield from _told(pdf, annotation, kind, lines)
        finally:
            pdf.FPDFPage_CloseAnnot(annotation)


def without_comments(pdf: ctypes.CDLL, page: int) -> None:
    """Take the signs off the page that a viewer draws of itself where somebody left a comment.

    They hide words from nobody: who reads the comment opens it.
    """
    for number in reversed(range(min(pdf.FPDFPage_GetAnnotCount(page), _MOST))):
        annotation = pdf.FPDFPage_GetAnnot(page, number)
        if not annotation:
            continue
        drawn = pdf.FPDFAnnot_HasKey(annotation, b"AP")
        comment = pdf.FPDFAnnot_GetSubtype(annotation) in _COMMENTS
        pdf.FPDFPage_CloseAnnot(annotation)
        if comment and not drawn:
            pdf.FPDFPage_RemoveAnnot(page, number)


def _told(
    pdf: ctypes.CDLL, annotation: int, kind: int, lines: Sequence[Sequence[Run]]
) -> Iterator[Laid]:
    box = Box()
    pdf.FPDFAnnot_GetRect(annotation, ctypes.byref(box))
    below = _below(box, lines)
    if kind == _STRUCK:
        if below:
            yield Laid(f"“{below}” is struck through by an annotation", grave=True)
        return
    words = " ".join(_contents(pdf, annotation).split())[:_LONGEST]
    said = f"“{words}”" if words else "something"
    if below:
        yield Laid(f"an annotation lays {said} over “{below}”", grave=True)
    elif words:
        yield Laid(f"an annotation puts {said} on the page", grave=False)


def _below(box: Box, lines: Sequence[Sequence[Run]]) -> str:
    """The words on which the box lies, of the first line that it lies on, about."""
    top, bottom = max(box.top, box.bottom), min(box.top, box.bottom)
    for run in (run for line in lines for run in line if run.text.strip()):
        height = min(top, run.y + run.height) - max(bottom, run.y)
        left, right = max(box.left, run.x), min(box.right, run.end)
        if height > _SHARE * run.height and left < right:
            words, letter = run.text, (run.end - run.x) / len(run.text)
            start, end = int((left - run.x) / letter), int((right - run.x) / letter) + 1
            start = words.rfind(" ", 0, start + 1) + 1
            end = words.find(" ", end - 1) if " " in words[end - 1 :] else len(words)
            return words[start:end].strip()[:_LONGEST]
    return ""


def _contents(pdf: ctypes.CDLL, annotation: int) -> str:
    size = pdf.FPDFAnnot_GetStringValue(annotation, b"Contents", None, 0)
    buffer = ctypes.create_string_buffer(max(size, 2))
    pdf.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, size)
    return buffer.raw[:-2].decode("utf-16-le", "replace")
