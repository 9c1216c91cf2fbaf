"""What a person has to look after: files that could not be read, and sources without a date."""

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from msgspec import Struct

from briefing.library import Library
from briefing.model.library import Imported, Kept
from briefing.workflow.counting import counted
from briefing.workflow.session import Session

_ASIDE = "aside"
_UNDATED = "undated"


class Attention(Struct, frozen=True):
    """Files that could not be read, each with its reason, and sources whose date is unknown.

    `aside` are those that a person has put aside.
    """

    refused: tuple[Imported, ...] = ()
    undated: tuple[Kept, ...] = ()
    aside: "Attention | None" = None


def attention(library: Library) -> Attention:
    """What needs attention in `library`.

    A file that was put aside is there again once something else is told of it.
    """
    aside = {item.key: json.loads(item.value) for item in library.decisions("", _ASIDE)}
    refused, undated = library.refused(), library.undated()
    gone = {item.path for item in refused if aside.get(item.path) == item.told}
    known = {kept.id for kept in undated if kept.id in aside}
    return Attention(
        tuple(item for item in refused if item.path not in gone),
        tuple(kept for kept in undated if kept.id not in known),
        Attention(
            tuple(item for item in refused if item.path in gone),
            tuple(kept for kept in undated if kept.id in known),
        ),
    )


def put_aside(
    session: Session, refused: Iterable[Imported], undated: Iterable[Kept], *, on: bool
) -> None:
    """Put what needs attention aside, or bring it back; nothing of it is changed."""
    told = {item.path: item.told for item in refused} | {kept.id: _UNDATED for kept in undated}
    title = f"{'Put aside' if on else 'Bring back'} {counted(len(told), 'file')}"
    wanted = [(_ASIDE, key, words if on else None) for key, words in told.items()]
    session.library.decide(session.name, title, wanted)


def days_of_files(sources: Mapping[str, str]) -> dict[str, date]:
    """The days on which files were last changed, by the ids of `sources`, which have their paths.

    It is a day in universal time. A file that is gone has none. Such a day says when a copy was
    made, and only perhaps when its article was published: only a person may take it for that.
    """
    found = {}
    for source, path in sources.items():
        try:
            changed = Path(path).stat().st_mtime
        except OSError:
            continue
        found[source] = datetime.fromtimestamp(changed, UTC).date()
    return found
