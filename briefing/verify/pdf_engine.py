"""The pages and the attachments of a PDF file.

PDFium may end the process on hostile files, so that unknown files are read in a child process, and
looked at closer there. What we have just written is read beside the window that draws its own pages:
each page is a turn.
"""

import ctypes
from collections.abc import Iterator

from msgspec.structs import replace

from briefing.errors import ProofError
from briefing.turns import PDFIUM
from briefing.verify.pdf_binding import load_pdfium
from briefing.verify.pdf_closer import Closer
from briefing.verify.pdf_marks import is_readable, take_away_said, tell_said
from briefing.verify.pdf_page import Page, Reading

MOST_PAGES = 3_000
MOST_CHARACTERS = 6_000_000
_LARGEST_ATTACHMENT = 32 * 2**20


def read_pages(data: bytes, *, closely: bool = False) -> tuple[tuple[Page, ...], tuple[bytes, ...]]:
    """The pages of the PDF `data`, and its attachments.

    `closely` asks, too, whether what the text says is what the pages show.

    Raises:
        ProofError: if it cannot be opened, has no pages, or has too many.
    """
    with PDFIUM:
        pdf = load_pdfium()
        document = pdf.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        raise ProofError("the PDF file cannot be opened: it is damaged or has a password")
    closer = Closer(pdf, document) if closely else None
    try:
        with PDFIUM:
            count = pdf.FPDF_GetPageCount(document)
        if not 0 < count <= MOST_PAGES:
            raise ProofError(f"the PDF file has {count} pages")
        pages = tuple(_pages(pdf, document, count, closer))
        with PDFIUM:
            return pages, tuple(_attachments(pdf, document))
    finally:
        with PDFIUM:
            for page in closer.open_pages if closer else ():
                pdf.FPDF_ClosePage(page)
            pdf.FPDF_CloseDocument(document)


def _pages(pdf: ctypes.CDLL, document: int, count: int, closer: Closer | None) -> Iterator[Page]:
    total = 0
    for number in range(count):
        with PDFIUM:
            read, length = _page(pdf, document, number, closer, MOST_CHARACTERS - total)
        total += length
        if read:
            yield read


def _page(
    pdf: ctypes.CDLL, document: int, number: int, closer: Closer | None, most: int
) -> tuple[Page | None, int]:
    """That page, where it can be opened, and how many characters it has."""
    page = pdf.FPDF_LoadPage(document, number)
    if not page:
        return None, 0
    if pdf.FPDFPage_GetRotation(page):  # who turned the page turned no words
        pdf.FPDFPage_SetRotation(page, 0)
    texts = [pdf.FPDFText_LoadPage(page)]
    try:
        reading = Reading(pdf, page, texts[0], _length(pdf, texts[0]))
        length = reading.length
        if length > most:
            raise ProofError(f"the PDF file has more than {MOST_CHARACTERS} characters")
        told = None
        if take_away_said(pdf, page):
            texts.append(pdf.FPDFText_LoadPage(page))
            shown = Reading(pdf, page, texts[1], _length(pdf, texts[1]))
            told = tell_said(reading.words, shown.words)
            reading = shown if told and is_readable(shown.words) else reading
        read = reading.page()
        read = replace(read, told=(told,)) if told else read
        return (closer.look(read, reading) if closer else read), length
    finally:
        for text in filter(None, texts):
            pdf.FPDFText_ClosePage(text)
        if closer is None or page not in closer.open_pages:
            pdf.FPDF_ClosePage(page)


def _length(pdf: ctypes.CDLL, text: int) -> int:
    return max(pdf.FPDFText_CountChars(text), 0) if text else 0


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
