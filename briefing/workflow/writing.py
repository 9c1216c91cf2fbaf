"""Gives a document to the writer that goes with a file's ending.

Writers are imported when they are needed: together they cost more time than a small briefing takes.
"""

from collections.abc import Collection, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.lean import import_lean
from briefing.model.document import Document
from briefing.model.output import WordWishes, Written
from briefing.workflow.aside import aside, companion

if TYPE_CHECKING:
    from briefing.writers.pdf import Press

FORMATS = (".docx", ".pdf", ".html", ".md", ".json")
_HEAVY = {
    ".docx": ("briefing.writers.word", "briefing.verify.word"),
    ".pdf": ("briefing.writers.pdf", "briefing.verify.pdf"),
}


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
    return {
        target: write(document, target, reference, word, archival=archival) for target in targets
    }


def write(
    document: Document,
    target: Path,
    reference: bytes | None = None,
    word: WordWishes | None = None,
    *,
    archival: bool = False,
) -> Written:
    """The finished bytes for one target, as `write_all` gives them."""
    return _write(document, target.suffix.lower(), reference, word, archival=archival)


def get_ready(suffixes: Collection[str]) -> None:
    """Import what takes the longest of what it takes to write and to prove files of these endings."""
    # A package of ours is written and read in memory, packed in one way alone.
    import_lean("zipfile", ("bz2", "lzma", "shutil"))
    for suffix, modules in _HEAVY.items():
        if suffix in suffixes:
            for module in modules:
                import_module(module)


def get_readier(suffixes: Collection[str]) -> None:
    """Import, too, what only most documents take."""
    if ".docx" in suffixes:
        import_module("briefing.writers.word.figures")


def press() -> "Press":
    """Sets one PDF after another while its document changes: that of `write_all`, not compressed."""
    from briefing.writers import pdf

    return pdf.Press()


def count_pages(document: Document) -> int:
    """How many pages `document` takes, as the PDF lays it out."""
    from briefing.writers import pdf

    return pdf.count_pages(document)


def _write(
    document: Document,
    suffix: str,
    reference: bytes | None,
    word: WordWishes | None,
    *,
    archival: bool,
) -> Written:
    if suffix == ".pdf":
        from briefing.writers.pdf import write_pdf

        return write_pdf(document, archival=archival, copied=companion)
    if suffix == ".docx":
        from briefing.writers.word import write_docx

        return write_docx(document, reference=reference, wishes=word, aside=aside)
    if suffix == ".html":
        from briefing.writers.html import write_html

        return write_html(document)
    if suffix == ".md":
        from briefing.writers.markdown import write_markdown

        return write_markdown(document)
    from briefing.writers.tree_json import write_json

    return write_json(document)
