"""Takes files into a library through a connection of its own, beside the session that works on it."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import Event

from briefing.library import Access
from briefing.model.library import Imported
from briefing.model.theme import Theme
from briefing.workflow.importing import never, take_in, with_refused
from briefing.workflow.ingest import gather
from briefing.workflow.progress import Progress, silent
from briefing.workflow.shelves import open_shelf, settle
from briefing.workflow.watching import watch


def take_files(
    library: Path,
    paths: Sequence[Path],
    themes: Sequence[Theme],
    progress: Progress = silent,
    stop: Callable[[], bool] = never,
    jobs: int | None = None,
) -> Iterator[Imported]:
    """Take the files under `paths` into `library`; each is told once it is safely there.

    `jobs` processes read, or as many as there are cores. Ends early when `stop`
    says so; what was told by then is kept. A path that is gone meanwhile is told
    like a file that cannot be read, and the others are taken in.

    Raises:
        NoSourcesError: if none of the paths exists.
        LibraryError: if the library cannot be written; what was told before is kept.
    """
    there = [path for path in paths if path.exists()]
    gone = [path for path in paths if path not in there]
    files = [*gather(there or paths), *gone]
    with open_shelf(library, Access.MAKE) as shelf:
        settle(shelf, themes, progress)
        taken = take_in(shelf, files, tuple(themes), progress, stop, jobs)
        yield from with_refused(shelf, taken)


def watch_folder(
    library: Path, folder: Path, themes: Sequence[Theme], stop: Event
) -> Iterator[Imported]:
    """Take in what lies in `folder` and what comes to it later, until `stop` is set.

    A folder that is not there yet, or is gone, is waited for.

    Raises:
        LibraryError: if the library cannot be written; what was told before is kept.
    """
    with open_shelf(library, Access.MAKE) as shelf:
        here = (
            take_in(shelf, list(gather([folder])), themes, stop=stop.is_set)
            if folder.is_dir()
            else ()
        )
        yield from watch(shelf, [folder], themes, here, stop.is_set, rest=stop.wait)


def bring_up_to_date(library: Path, themes: Sequence[Theme], progress: Progress = silent) -> None:
    """Rate the sources of `library` by `themes`, and analyse what an older program analysed.

    Raises:
        LibraryError: if the library cannot be written.
    """
    with open_shelf(library, Access.WRITE) as shelf:
        if shelf.writable:
            settle(shelf, themes, progress)
