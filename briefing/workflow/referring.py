"""Takes what bibliographies beside the files say over into the sources of the library."""

from collections.abc import Sequence
from pathlib import Path

from briefing.cleaning.references import with_references
from briefing.errors import SourceError
from briefing.library import Library
from briefing.model.reference import Reference
from briefing.workflow.files import file_bytes, place_of
from briefing.workflow.reading import found_in

_BIBLIOGRAPHIES = frozenset((".json", ".bib", ".ris"))
"""Ends of the names under which bibliographies are kept."""


def take_over(library: Library, files: Sequence[Path]) -> None:
    """Keep what the bibliographies among `files` say of the sources that came from `files`.

    It goes before what a page says of itself, and behind what the analyst corrects. The
    bibliography may have come before its articles, with them or after them.

    Raises:
        LibraryError: if the library cannot be written.
    """
    references = [item for file in files for item in _references(file)]
    if not references:
        return
    sources = library.sources(library.ids_at([place_of(file) for file in files]), as_read=True)
    filled, _ = with_references(sources, references)
    pairs = zip(sources, filled, strict=True)
    library.refer([(source, told) for source, told in pairs if told != source])


def _references(file: Path) -> tuple[Reference, ...]:
    if file.suffix.lower() not in _BIBLIOGRAPHIES:
        return ()
    try:
        return found_in(file_bytes(file), file.as_posix()).references
    except SourceError:
        return ()
