"""What the window asks for beside its session: opening a library, and the sample briefing."""

from pathlib import Path

from msgspec import Struct

from briefing.library import Access, Library
from briefing.model.passage import Passage
from briefing.places import library_to_open, sample_library
from briefing.resources import seeds
from briefing.text.words import count_words
from briefing.workflow.importing import import_paths
from briefing.workflow.session import Session
from briefing.workflow.shelves import open_shelf

SAMPLE_DESK = "Sample briefing"
OWN_DESK = "Briefing"
_SHORT = 34
"""Words an excerpt of the sample briefing may have, so that it fits its page."""


class Opened(Struct, frozen=True):
    """An open session, and whether it works on the samples."""

    session: Session
    sample: bool


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
    if not reading and not session.counts()["sources"]:
        _fill(session)
    return Opened(session, sample=True)


def reader_of(session: Session) -> Session:
    """The same briefing over a connection of its own, for the thread that calls this; it only reads.

    Raises:
        LibraryError: if the library cannot be opened once more.
    """
    return Session(open_shelf(session.library.path, Access.READ), session.name)


def _desk_in(shelf: Library, desk: str) -> str:
    known = shelf.desks()
    return desk if desk in known else known[0] if known else OWN_DESK


def _fill(session: Session) -> None:
    """Take the sample articles in, and make a first briefing: the best excerpt of each theme."""
    for _ in import_paths(session.library, [seeds("articles")]):
        pass
    session.set("title", "Sample briefing: the command upgrade", "Title")
    session.set("template", "one-page", "Template: One-page note")
    chosen: list[tuple[Passage, str]] = []
    for theme in session.themes:
        taken = {passage for passage, _ in chosen}
        fresh = [
            card
            for card in session.best(theme.id, 12)
            if card.passage not in taken and count_words(card.text) <= _SHORT
        ]
        chosen += [(card.passage, theme.id) for card in fresh[:1]]
    session.include(chosen)
