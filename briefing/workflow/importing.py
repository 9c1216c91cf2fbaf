"""Takes files into the library: only what is new or changed, a batch to a transaction."""

import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path

from msgspec import Struct, field

from briefing.analysis.themes import Matcher, compile_themes
from briefing.errors import SourceError
from briefing.model.library import Examined, Imported, Outcome, Taken
from briefing.model.theme import Theme
from briefing.workflow.catalogue import find_themes
from briefing.workflow.files import place_of, printable
from briefing.workflow.found import find
from briefing.workflow.guarded import Guarded, Work
from briefing.workflow.ingest import file_bytes, gather, sources_in, without_place
from briefing.workflow.pool import side_by_side
from briefing.workflow.program import analysis_version, reader_version, theme_version
from briefing.workflow.progress import Progress, silent
from briefing.workflow.reading import MANY, is_harmless_file
from briefing.workflow.referring import take_over
from briefing.workflow.shelves import Library, compare, examined, settle

TOGETHER = 2000
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
    yield from with_refused(library, take_in(library, files, wanted, progress, stop, jobs))


def with_refused(library: Library, found: Iterator[Imported]) -> Iterator[Imported]:
    """What is `found`; a file that could not be read, and has not changed since, is told again."""
    refused = {item.path: item for item in library.refused()}
    for item in found:
        yield refused.get(item.path, item) if item.outcome is Outcome.SAME else item


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
    for number, taken in enumerate(_taken(changed, tuple(themes), jobs)):
        progress("Importing", number, len(changed))
        yield from basket.put(taken)
        if stop():
            break
    yield from basket.empty()
    if changed:
        take_over(library, files)
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
        if all(item.outcome is not Outcome.CHANGED for item in told):
            return told
        # Late: few imports bring changed files.
        from briefing.workflow.uses import with_editions  # noqa: PLC0415

        return tuple(with_editions(self.library, item) for item in told)


def _look(library: Library, file: Path) -> Imported | None:
    """What is known of a file already; `None` if it has to be read."""
    try:
        sha256 = hashlib.sha256(file_bytes(file)).hexdigest()
    except SourceError as error:
        return Imported(place_of(file), Outcome.REFUSED, told=without_place(error))
    known = library.unchanged([(place_of(file), sha256)], reader_version())
    return Imported(place_of(file), Outcome.SAME) if known else None


def _taken(files: Sequence[Path], themes: tuple[Theme, ...], jobs: int | None) -> Iterator[Taken]:
    """Each of `files` with all that is in it, by guarded children where there is much to do.

    A few files without harm in them are read here: a child takes longer to start.
    """
    few = len(files) < MANY and all(map(is_harmless_file, files))
    if few or jobs == 1:
        here = partial(_looked, themes)
        yield from (_tried(file, here) for file in files)
        return

    def read(file: Path, child: Guarded[tuple[Examined, ...]]) -> Taken:
        return _tried(file, child.ask)

    work = Work(partial(look_into, themes), tuple[Examined, ...])
    with side_by_side(files, work, read, jobs) as taken:
        yield from taken


def _tried(file: Path, look: Callable[[bytes, str], tuple[Examined, ...]]) -> Taken:
    """One file with all that is in it, or why it cannot be read."""
    place, data = place_of(file), b""
    try:
        data = file_bytes(file)
        found = look(data, printable(file.as_posix()))
    except SourceError as error:
        sha256 = hashlib.sha256(data).hexdigest()
        return Taken(place, sha256, data, refusal=without_place(error))
    return Taken(place, hashlib.sha256(data).hexdigest(), data, found)


def _looked(themes: tuple[Theme, ...], data: bytes, name: str) -> tuple[Examined, ...]:
    """What is in a file, read here or by a guarded child of this process, analysed here."""
    return tuple(examined(source, _matchers(themes)) for source in sources_in(data, name))


def look_into(themes: tuple[Theme, ...], data: bytes, name: str) -> tuple[Examined, ...]:
    """What is in a file, read and analysed in this very process: the work of a guarded child.

    Raises:
        SourceError: if it cannot be read.
    """
    found = find(data, name).with_notices_kept()
    return tuple(examined(source, _matchers(themes)) for source in found)


@cache
def _matchers(themes: tuple[Theme, ...]) -> tuple[Matcher, ...]:
    return compile_themes(themes)
