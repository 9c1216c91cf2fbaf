"""Finished briefings among the articles: quoting one would make its sources speak twice.

Whoever builds into the folder that the articles lie in, and builds again, has one there. Known by
what the writers put in beside the words: the manifest, or the name of the program.
"""

import ctypes
import re
from collections.abc import Iterator
from pathlib import PurePath

import pypdfium2
import pypdfium2.raw as pdfium

from briefing.errors import SourceError

IN_WORD = b"urn:briefing:manifest:1"
"""The namespace of the manifest in a Word file."""
_IN_PAGE = re.compile(rb'<meta name="generator" content="Briefing \d')
_IN_PDF = b'"briefing.manifest/1"'
_MOST, _LARGEST = 20, 32 * 2**20
"""Attached files that are looked at, and bytes that one may have."""


def finished(path: PurePath) -> SourceError:
    """That the file at `path` is no article."""
    return SourceError(
        "the file is a finished briefing, not an article: its sources would count twice",
        where=path,
        remedy="Add the articles that it cites instead.",
    )


def not_finished(head: bytes, path: PurePath) -> bytes:
    """`head`, how a web page begins, if it is not that of a finished briefing.

    Raises:
        SourceError: if it is.
    """
    if _IN_PAGE.search(head):
        raise finished(path)
    return head


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
