"""What a writer hands back."""

from msgspec import Struct

from briefing.model.source import Notice


class Written(Struct, frozen=True):
    """The bytes of one finished file, and what the reader of it should be told.

    `pages` gives the page (counted from 1) on which each heading's anchor lies, for writers that
    lay out pages; it is empty for the others.
    """

    data: bytes
    notices: tuple[Notice, ...] = ()
    pages: tuple[tuple[str, int], ...] = ()
