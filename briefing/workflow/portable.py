"""A briefing by itself: one file with its decisions, its editions, and the sources that it uses."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from briefing.analysis.themes import compile_themes
from briefing.errors import LibraryError, OutputError, UsageError
from briefing.leftovers import take_away
from briefing.library import Access, Library, open_library
from briefing.model.citing import mentions_in
from briefing.model.library import Taken
from briefing.model.passage import Passage
from briefing.workflow.importing import TOGETHER
from briefing.workflow.program import analysis_version, reader_version, theme_version
from briefing.workflow.session import Session, Wanted
from briefing.workflow.shelves import examined

_OF_SOURCES = frozenset({"correction", "grade"})
_OF_THEMES = frozenset({"theme", "colour"})


def used_sources(session: Session) -> tuple[str, ...]:
    """Ids of the sources that a briefing uses: quoted, parked, dismissed, noted, or cited."""
    desk = session.desk()
    places: list[Passage] = [item.whole for item in (*desk.included, *desk.parked)]
    ids = [place.source for place in (*places, *sorted(desk.dismissed), *desk.remarks)]
    for note in desk.notes:
        for mention in mentions_in(note.text):
            ids += session.library.resolve(mention.source)[:1]
    return tuple(dict.fromkeys(ids))


def save_portable(session: Session, target: Path) -> Path:
    """Write the briefing to a new file, which opens like any library.

    Raises:
        UsageError: if there is a file of that name.
        OutputError: if it cannot be written; then there is no such file.
    """
    if target.exists():
        raise UsageError(
            "there is a file of that name", where=target, remedy="Choose another name."
        )
    try:
        with (
            TemporaryDirectory(prefix="briefing-") as folder,
            open_library(Path(folder) / "copy.db", Access.MAKE) as made,
        ):
            _fill(made, session)
            made.copy(target)
    except LibraryError as error:
        take_away(target)
        raise OutputError(
            f"the copy cannot be written: {error.what}", where=target, remedy="Name another place."
        ) from None
    return target


def _fill(copy: Library, session: Session) -> None:
    versions = {theme.id: theme_version(theme) for theme in session.themes}
    copy.register([(theme.id, theme.title, versions[theme.id]) for theme in session.themes])
    run = copy.begin_run()
    ids = used_sources(session)
    for at in range(0, len(ids), TOGETHER):
        files = _files(session, ids[at : at + TOGETHER])
        copy.take(files, run, reader_version(), analysis_version(), versions)
    copy.completed(versions)
    wanted = _decided(session, frozenset(ids))
    copy.decide(session.name, f"Saved a copy of {session.series}", wanted)
    for edition in session.editions():
        copy.issue(edition)


def _files(session: Session, ids: tuple[str, ...]) -> list[Taken]:
    library, matchers = session.library, compile_themes(session.themes)
    by_path: dict[str, Taken] = {}
    for source in library.sources(ids, as_read=True):
        before = by_path.get(source.path)
        mine = (*(before.sources if before else ()), examined(source, matchers))
        data = before.data if before else library.original(source.sha256) or b""
        by_path[source.path] = Taken(source.path, source.sha256, data, mine)
    return list(by_path.values())


def _decided(session: Session, ids: frozenset[str]) -> list[Wanted]:
    """What was decided at the briefing, and in the library of its themes and sources."""
    library = session.library
    whole = [
        item
        for item in library.decisions("")
        if item.sort in _OF_THEMES
        or (item.sort in _OF_SOURCES | {"speaker"} and item.key.split("/", 1)[0] in ids)
    ]
    own = library.decisions(session.name)
    return [(item.sort, item.key, json.loads(item.value)) for item in (*whole, *own)]
