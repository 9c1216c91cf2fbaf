"""Where the links of a PDF's pages lead."""

import ctypes
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

_MOST_PAGES = 50
_MOST_LINKS = 3000
_LONGEST = 2048


def leads(document: pypdfium2.PdfDocument) -> Iterator[str]:
    """The web addresses of the links on the first pages, as they come."""
    for index in range(min(len(document), _MOST_PAGES)):
        try:
            page = document[index]
        except pypdfium2.PdfiumError:
            continue
        try:
            yield from _leads(document, page)
        finally:
            page.close()


def _leads(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> Iterator[str]:
    place, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    letters = ctypes.create_string_buffer(_LONGEST)
    for _ in range(_MOST_LINKS):
        if not pdfium.FPDFLink_Enumerate(page.raw, place, link):
            return
        action = pdfium.FPDFLink_GetAction(link)
        length = pdfium.FPDFAction_GetURIPath(document.raw, action, letters, _LONGEST)
        if 0 < length <= _LONGEST:
            address = letters.value.decode("ascii", "ignore")
            if address.startswith(("http://", "https://")):
                yield address
