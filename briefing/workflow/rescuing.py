"""Ways out where a library cannot be worked with: made anew, copied elsewhere, or set aside."""

import os
import shutil
from pathlib import Path

from msgspec import Struct

from briefing.errors import LibraryError
from briefing.leftovers import take_away
from briefing.library.salvage import set_aside
from briefing.workflow.counting import counted
from briefing.workflow.mending import copy_of_newer, rebuild_library
from briefing.workflow.opening import library_path
from briefing.workflow.progress import Progress, silent
from briefing.workflow.samples import filled
from briefing.workflow.session import Session
from briefing.workflow.workbench import Opened, open_workbench

_NAMED = 3
"""Lost sources that are called by their names; of more, how many there are."""


class Rescued(Struct, frozen=True):
    """The session with which one goes on, and what was done, in a sentence or two."""

    opened: Opened
    told: str


def rebuild(library: Path, desk: str, progress: Progress = silent) -> Rescued:
    """Make a damaged library anew from its originals, and go on with it.

    Raises:
        LibraryError: if it cannot even be opened, or the new one cannot be written.
    """
    done = rebuild_library(library, progress)
    told = f"The library was made anew: {counted(done.sources, 'source')}."
    if done.lost:
        some = ", ".join(done.lost[:_NAMED])
        more = len(done.lost) - _NAMED
        rest = f" and {more} more" if more > 0 else ""
        told += f" Lost: {some}{rest}; what is a source can be added again from its file."
    if done.kept is not None:
        told += f" The file as it was is kept as {done.kept.name}."
    return Rescued(filled(open_workbench(library, desk=desk)), told)


def begin_anew(library: Path, desk: str) -> Rescued:
    """Set a library aside that cannot be read at all, and begin an empty one in its place.

    Raises:
        LibraryError: if it cannot be moved, or none can be made in its place.
    """
    try:
        kept = set_aside(library)
    except OSError as error:
        raise LibraryError(
            f"the library cannot be moved: {error.strerror}", where=library,
            remedy="Move the file by hand, then try again.",
        ) from None  # fmt: skip
    told = f"A new library was begun. What could not be read is kept as {kept.name}."
    return Rescued(filled(open_workbench(library, desk=desk)), told)


def open_copy(newer: Path, progress: Progress = silent) -> Rescued:
    """Copy what can be understood of a newer version's library, and open the copy for reading.

    Raises:
        LibraryError: if nothing can be understood, or the copy cannot be written.
    """
    folder = newer.parent if os.access(newer.parent, os.W_OK) else library_path().parent
    target = _free(folder / f"{newer.stem}-copy{newer.suffix}")
    done = copy_of_newer(newer, target, progress)
    told = (
        f"This is a copy for reading, {target.name}: {counted(done.sources, 'source')}. "
        "The newer library is as it was."
    )
    return Rescued(open_workbench(target, reading=True), told)


def move(session: Session, folder: Path) -> Rescued:
    """Copy the library to `folder`, which has room for it, and go on there.

    Raises:
        LibraryError: if it cannot be read, or not be written there.
    """
    place = session.library.path
    target = _free(folder / place.name)
    try:
        session.library.copy(target)
    except LibraryError:
        take_away(target)
        raise
    opened = open_workbench(target, desk=session.name)
    return Rescued(opened, f"The library is {target} now. The one at {place} is as it was.")


def move_unopened(library: Path, folder: Path) -> Rescued:
    """Copy a library that cannot be opened where it lies, for want of room, and open the copy.

    Raises:
        LibraryError: if it cannot be copied, or the copy not be opened.
    """
    target = _free(folder / library.name)
    try:
        for ending in ("-wal", ""):
            part = library.with_name(library.name + ending)
            if part.exists():
                shutil.copyfile(part, target.with_name(target.name + ending))
    except OSError as error:
        take_away(target)
        raise LibraryError(
            f"the library cannot be copied: {error.strerror}", where=target,
            remedy="Choose another folder.",
        ) from None  # fmt: skip
    opened = open_workbench(target)
    return Rescued(opened, f"The library is {target} now. The one at {library} is as it was.")


def _free(wanted: Path) -> Path:
    """`wanted`, or the next name like it that no file has."""
    number, path = 1, wanted
    while path.exists():
        number += 1
        path = wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
    return path
