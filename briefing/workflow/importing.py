"""Takes files into the library: only what is new or changed, a batch to a transaction."""

import hashlib
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import ExitStack
from functools import cache
from pathlib import Path

from msgspec import Struct, field

from briefing.analysis.themes import Matcher, compile_theme
from briefing.errors import SourceError
from briefing.model.library import Imported, Outcome, Taken
from briefing.model.theme import Theme
from briefing.workflow.catalogue import find_themes
from briefing.workflow.cores import cores
from briefing.workflow.ingest import file_bytes, gather, sources_in, without_place
from briefing.workflow.program import analysis_version, reader_version, theme_version
from briefing.workflow.progress import Progress, silent
from briefing.workflow.shelves import Library, compare, examined, settle
from briefing.workflow.workers import processes

_MANY = 64
"""Files from which starting further processes pays."""
TOGETHER = 1000
"""Most files in one transaction."""
_MOST_BYTES = 16 * 2**20
"""Bytes of originals that wait for their transaction."""
_OFTEN = 1.0
"""Seconds after which what is done is committed and told; an interrupt loses no more than that."""


def never() -> bool:
    """Do not stop."""
    return False


def import_paths(
    library: Library,
    paths: Sequence[Path],
    themes: Sequence[str] = (),
    progress: Progress = silent,
    stop: Callable[[], bool] = never,
    jobs: int | None = None,
) -> Iterator[Imported]:
    """Take the files under `paths` in; each is told once it is safely on the disk.

    Ends early when `stop` says so; what was told by then is kept. `themes` are rated besides the
    starters.

    Raises:
        NoSourcesError: if a path does not exist.
        LibraryError: if the library cannot be written; what was told before is kept.
    """
    files = list(gather(paths))
    wanted = all_themes(themes)
    settle(library, wanted, progress)
    yield from take_in(library, files, wanted, progress, stop, jobs)


def all_themes(named: Sequence[str]) -> tuple[Theme, ...]:
    """The starter themes, and those that are named besides."""
    every = (*find_themes(()), *(find_themes(named) if named else ()))
    return tuple({theme.id: theme for theme in every}.values())


def take_in(
    library: Library,
    files: Sequence[Path],
    themes: Sequence[Theme],
    progress: Progress = silent,
    stop: Callable[[], bool] = never,
    jobs: int | None = None,
) -> Iterator[Imported]:
    """Take `files` in, one by one or by several processes; `import_paths` says how."""
    changed: list[Path] = []
    for number, file in enumerate(files):
        progress("Looking", number, len(files))
        told = _look(library, file)
        if told is None:
            changed.append(file)
        else:
            yield told
    basket = _Basket(library, {theme.id: theme_version(theme) for theme in themes})
    with ExitStack() as stack:
        count = (jobs or cores()) if len(changed) >= _MANY else 1
        pool = stack.enter_context(processes(count)) if count > 1 else None
        for number, taken in enumerate(_taken(changed, tuple(themes), pool)):
            progress("Importing", number, len(changed))
            yield from basket.put(taken)
            if stop():
                if pool:
                    pool.shutdown(wait=False, cancel_futures=True)
                break
        yield from basket.empty()
    compare(library, progress)


class _Basket(Struct):
    """Files that wait for their transaction; the run begins with the first of them."""

    library: Library
    scored: dict[str, str]
    waiting: list[Taken] = field(default_factory=list)
    run: int | None = None
    size: int = 0
    since: float = field(default_factory=time.monotonic)

    def put(self, taken: Taken) -> tuple[Imported, ...]:
        self.waiting.append(taken)
        self.size += len(taken.data)
        full = len(self.waiting) >= TOGETHER or self.size >= _MOST_BYTES
        return self.empty() if full or time.monotonic() - self.since > _OFTEN else ()

    def empty(self) -> tuple[Imported, ...]:
        self.since = time.monotonic()
        if not self.waiting:
            return ()
        if self.run is None:
            self.run = self.library.begin_run()
        told = self.library.take(
            self.waiting, self.run, reader_version(), analysis_version(), self.scored
        )
        self.waiting, self.size = [], 0
        return told


def _look(library: Library, file: Path) -> Imported | None:
    """What is known of a file already; `None` if it has to be read."""
    try:
        sha256 = hashlib.sha256(file_bytes(file)).hexdigest()
    except SourceError as error:
        return Imported(place_of(file), Outcome.REFUSED, told=without_place(error))
    known = library.unchanged([(place_of(file), sha256)], reader_version())
    return Imported(place_of(file), Outcome.SAME) if known else None


def _taken(
    files: Iterable[Path], themes: tuple[Theme, ...], pool: Executor | None
) -> Iterator[Taken]:
    if pool is None:
        return (read_for_library(str(file), themes) for file in files)
    names = [str(file) for file in files]
    return pool.map(read_for_library, names, [themes] * len(names), chunksize=16)


def read_for_library(file: str, themes: tuple[Theme, ...]) -> Taken:
    """Read one file, and find all that is in it."""
    place = place_of(Path(file))
    data = b""
    try:
        data = file_bytes(Path(file))
        sources = sources_in(data, printable(Path(file).as_posix()))
        found = tuple(examined(source, _matchers(themes)) for source in sources)
    except SourceError as error:
        sha256 = hashlib.sha256(data).hexdigest()
        return Taken(place, sha256, data, refusal=without_place(error))
    return Taken(place, hashlib.sha256(data).hexdigest(), data, found)


@cache
def _matchers(themes: tuple[Theme, ...]) -> tuple[Matcher, ...]:
    return tuple(map(compile_theme, themes))


def place_of(file: Path) -> str:
    """The name under which the library knows a file: its place on this machine."""
    return printable(Path(os.path.abspath(file)).as_posix())  # noqa: PTH100 - a link is a place of its own


def printable(name: str) -> str:
    """A file's name as text; bytes that are none are written out."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
