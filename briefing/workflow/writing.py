"""Gives a document to the writer that goes with a file's ending.

Writers are imported when they are needed: together they cost more time than a small briefing takes.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.model.document import Contents, Document
from briefing.model.output import WordWishes, Written

if TYPE_CHECKING:
    from briefing.writers.pdf import Press

FORMATS = (".docx", ".pdf", ".html", ".md", ".json")


def write_all(
    document: Document,
    targets: Sequence[Path],
    reference: bytes | None = None,
    word: WordWishes | None = None,
    *,
    archival: bool = False,
) -> dict[Path, Written]:
    """The finished bytes for each of `targets`; nothing is written to disk.

    `reference` is the house's own Word document, whose styles and page the Word file takes over;
    `word` says what else a person wants of the Word file, `archival` that the PDF be PDF/A-3a too.
    """
    written: dict[Path, Written] = {}
    # The PDF first: its layout gives the Word file's table of contents its page numbers.
    for target in sorted(targets, key=lambda target: target.suffix.lower() != ".pdf"):
        suffix = target.suffix.lower()
        written[target] = _write(document, suffix, written, reference, word, archival=archival)
    return {target: written[target] for target in targets}


def press() -> "Press":
    """Sets one PDF after another while its document changes; the bytes are those of `write_all`."""
    from briefing.writers import pdf

    return pdf.Press()


def count_pages(document: Document) -> int:
    """How many pages `document` takes, as the PDF lays it out."""
    from briefing.writers import pdf

    return pdf.count_pages(document)


def _write(
    document: Document,
    suffix: str,
    done: Mapping[Path, Written],
    reference: bytes | None,
    word: WordWishes | None,
    *,
    archival: bool,
) -> Written:
    if suffix == ".pdf":
        from briefing.writers.pdf import write_pdf

        return write_pdf(document, archival=archival)
    if suffix == ".docx":
        from briefing.writers.word import write_docx

        return write_docx(document, pages=_pages(document, done), reference=reference, wishes=word)
    if suffix == ".html":
        from briefing.writers.html import write_html

        return write_html(document)
    if suffix == ".md":
        from briefing.writers.markdown import write_markdown

        return write_markdown(document)
    from briefing.writers.tree_json import write_json

    return write_json(document)


def _pages(document: Document, done: Mapping[Path, Written]) -> dict[str, int]:
    """Page numbers for a table of contents, taken from the PDF layout of the same document."""
    if not any(isinstance(block, Contents) for block in document.blocks):
        return {}
    for written in done.values():
        if written.pages:
            return dict(written.pages)
    from briefing.writers.pdf import write_pdf

    return dict(write_pdf(document).pages)
