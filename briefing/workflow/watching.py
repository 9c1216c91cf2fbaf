"""Watches folders and takes in what is dropped there, until stopped."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from briefing.errors import SourceError
from briefing.model.library import Imported, Outcome
from briefing.model.theme import Theme
from briefing.workflow.importing import never, take_in
from briefing.workflow.ingest import gather
from briefing.workflow.shelves import Library

_EVERY = 1.0
"""Seconds between two looks at the folders."""
Mark = tuple[int, int, int]
"""What of a file's entry tells that it was written to: size, times of content and of entry."""


def watch(
    library: Library,
    paths: Sequence[Path],
    themes: Sequence[Theme],
    before: Iterable[Imported] = (),
    stop: Callable[[], bool] = never,
    every: float = _EVERY,
    rest: Callable[[float], object] = time.sleep,
) -> Iterator[Imported]:
    """Tell `before`, then each file that appears or changes under `paths`, once it is kept.

    A file is read when it has lain still from one look to the next, so that one that is being
    copied is not taken in half. Ends when `stop` says so, or by an interrupt; `rest` waits so many
    seconds, and may return early when there is reason to look for that.

    Raises:
        LibraryError: if the library cannot be written.
    """
    done = _marks(paths)
    yield from before
    last: dict[Path, Mark] = {}
    while not stop():
        now = _marks(paths)
        still = [file for file, mark in now.items() if last.get(file) == mark != done.get(file)]
        for told in take_in(library, still, themes, stop=stop):
            if told.outcome is not Outcome.SAME:
                yield told
        done.update((file, now[file]) for file in still)
        last = now
        rest(every)


def _marks(paths: Sequence[Path]) -> dict[Path, Mark]:
    """The files there now; one that vanishes meanwhile is left out."""
    found: dict[Path, Mark] = {}
    try:
        for file in gather(path for path in paths if path.exists()):
            try:
                status = file.stat()
            except OSError:
                continue
            found[file] = (status.st_size, status.st_mtime_ns, status.st_ctime_ns)
    except SourceError:
        return found
    return found
