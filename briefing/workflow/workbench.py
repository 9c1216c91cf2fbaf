"""What the window asks for beside its session: opening, the live page, the finished files."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from briefing.library import Access
from briefing.model.passage import Passage
from briefing.resources import seeds
from briefing.text.words import count_words
from briefing.workflow.checking import check_written
from briefing.workflow.outputs import check_targets, write_whole
from briefing.workflow.session import Session
from briefing.workflow.shelves import library_path, open_shelf
from briefing.workflow.writing import FORMATS, write_all

SAMPLE_DESK = "Sample briefing"
OWN_DESK = "Briefing"
_SAMPLES = "samples.db"
_SHORT = 34
"""Words an excerpt of the sample briefing may have, so that it fits its page."""


class Opened(Struct, frozen=True):
    """An open session, and whether it works on the samples."""

    session: Session
    sample: bool


def open_workbench(library: Path | None = None, *, own: bool = False) -> Opened:
    """Open a library for work: the one named, else the user's own, else the samples.

    With `own` the user's own library is opened even if it is empty.

    Raises:
        LibraryError: if it cannot be opened.
    """
    if library is not None or own or library_path().exists():
        shelf = open_shelf(library, Access.MAKE)
        desks = shelf.desks()
        return Opened(Session(shelf, desks[0] if desks else OWN_DESK), sample=False)
    shelf = open_shelf(library_path().with_name(_SAMPLES), Access.MAKE)
    session = Session(shelf, SAMPLE_DESK)
    if not session.counts()["sources"]:
        _fill(session)
    return Opened(session, sample=True)


def _fill(session: Session) -> None:
    """Take the sample articles in, and make a first briefing: the best excerpt of each theme."""
    for _ in session.add([seeds("articles")]):
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


def export(session: Session, targets: Sequence[Path]) -> tuple[Path, ...]:
    """Write the briefing to each of `targets`, proven and whole, or not at all.

    Raises:
        OutputError: if one cannot be written; another free name is offered.
        ProofError: if a quotation in a finished file does not stand as its citation says.
    """
    check_targets(targets, (), FORMATS)
    document, _ = session.document()
    finished = write_all(document, targets)
    check_written(finished, session.used())
    for target, written in finished.items():
        write_whole(target, written.data)
    return tuple(targets)
