"""Whether a PDF is a finished briefing: then its manifest is attached to it."""

import ctypes
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

_IN_PDF = b'"briefing.manifest/1"'
_MOST, _LARGEST = 20, 32 * 2**20
"""Attached files that are looked at, and bytes that one may have."""


def has_manifest(document: pypdfium2.PdfDocument) -> bool:
    """Whether a manifest is attached to the PDF."""
    return any(_IN_PDF in data for data in _attached(document))


def _attached(document: pypdfium2.PdfDocument) -> Iterator[bytes]:
    for number in range(min(max(0, pdfium.FPDFDoc_GetAttachmentCount(document)), _MOST)):
        file, size = pdfium.FPDFDoc_GetAttachment(document, number), ctypes.c_ulong()
        if not file or not pdfium.FPDFAttachment_GetFile(file, None, 0, ctypes.byref(size)):
            continue
        if 0 < size.value <= _LARGEST:
            buffer = ctypes.create_string_buffer(size.value)
            pdfium.FPDFAttachment_GetFile(file, buffer, size.value, ctypes.byref(size))
            yield buffer.raw[: size.value]
