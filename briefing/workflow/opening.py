"""Where a person's library lies, and how it is opened. Imports little: the window starts with it."""

from pathlib import Path

from briefing.library import Access, Library, open_library
from briefing.places import own_library


def library_path(named: Path | None = None) -> Path:
    """The library named, else the user's own in the platform's data folder."""
    return named if named is not None else own_library()


def open_shelf(named: Path | None = None, access: Access = Access.WRITE) -> Library:
    """Open the library named, or the user's own.

    Raises:
        LibraryError: if it cannot be opened so.
    """
    return open_library(library_path(named), access)
