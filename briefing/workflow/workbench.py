"""What the window asks for beside its session: opening a library, or that of the samples."""

from pathlib import Path

from msgspec import Struct

from briefing.library import Access, Library
from briefing.places import library_to_open, sample_library
from briefing.workflow.opening import open_shelf
from briefing.workflow.session import Session

SAMPLE_DESK = "Sample briefing"
OWN_DESK = "Briefing"


class Opened(Struct, frozen=True):
    """An open session, and whether it works on the samples.

    `bare` says that these have not been taken in yet, which `samples` does: to read files takes much
    that a library which has some does not need to be opened.
    """

    session: Session
    sample: bool
    bare: bool = False


def open_workbench(
    library: Path | None = None, *, own: bool = False, samples: bool = False, desk: str = "",
    reading: bool = False,
) -> Opened:  # fmt: skip
    """Open a library for work: the one named, else the user's own, else the samples.

    With `own` the user's own library is opened even if it is empty, with `samples` the samples are
    whatever there is. `desk` is the briefing to go on
    with, if the library has it. With `reading` nothing in it is changed.

    Raises:
        LibraryError: if it cannot be opened.
    """
    place = library_to_open(library, own=own, samples=samples)
    shelf = open_shelf(place, Access.READ if reading else Access.MAKE)
    if place != sample_library():
        return Opened(Session(shelf, _desk_in(shelf, desk)), sample=False)
    session = Session(shelf, desk if desk in shelf.desks() else SAMPLE_DESK)
    bare = not reading and not session.counts()["sources"]
    return Opened(session, sample=True, bare=bare)


def reader_of(session: Session) -> Session:
    """The same briefing over a connection of its own, for the thread that calls this; it only reads.

    Raises:
        LibraryError: if the library cannot be opened once more.
    """
    return Session(open_shelf(session.library.path, Access.READ), session.name)


def _desk_in(shelf: Library, desk: str) -> str:
    known = shelf.desks()
    return desk if desk in known else known[0] if known else OWN_DESK
