"""The PDF: a layout, tags and a file of our own.

Inlines become runs (`runs`), runs atoms (`atoms`), atoms lines (`breaking`, `lines`); blocks become
items (`setting`), items pages with their notes at the foot (`paging`); pages are painted
(`painting`) and finished (`finishing`). Lines are bytes from the start: a word is looked up once.
"""

from briefing.model.document import Document
from briefing.model.output import Copied, Written
from briefing.uncollected import uncollected
from briefing.writers.pdf.building import Build
from briefing.writers.pdf.memory import Memory

__all__ = ["Press", "count_pages", "write_pdf"]


class Press:
    """Writes one document again and again while it changes, for the window.

    Gives the bytes of a `live` `write_pdf`, sooner: blocks and pages before the first change are kept as
    they are, and behind it paragraphs are not broken into lines again. Not for use by two threads at once.
    """

    def __init__(self) -> None:
        self._memory = Memory()
        self._build: Build | None = None

    def write(self, document: Document, *, archival: bool = False) -> Written:
        """Set `document`."""
        self._memory.turn()
        build, self._build = self._build, None  # one that fails leaves nothing to go on from
        with uncollected():
            if build is None or not build.again(document):
                build = Build(document, self._memory.lines, live=True)
            written = build.write(archival=archival, keep=True)
        self._build = build
        return written


def write_pdf(
    document: Document,
    *,
    archival: bool = False,
    copied: Copied | None = None,
    live: bool = False,
) -> Written:
    """Set `document` as a tagged PDF (PDF/UA-1), with `archival` as PDF/A-3a too.

    The same tree gives the same bytes. `copied` may have a copy of this process make the later
    half of a long document. One to look at, `live`, tells its regions, and nothing in it is compressed.
    """
    with uncollected():  # it is a third of the layout's time
        # What it needs is gone when it returns, so that the collector has nothing to look through.
        return Build(document, copied=copied, live=live).write(archival=archival, keep=False)


def count_pages(document: Document) -> int:
    """How many pages `document` takes as a PDF."""
    return len(Build(document).lay_out())
