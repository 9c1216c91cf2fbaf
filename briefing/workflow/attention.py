"""What a person has to look after: files that could not be read, and sources without a date."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from msgspec import Struct

from briefing.library import Library
from briefing.model.library import Imported, Kept


class Attention(Struct, frozen=True):
    """Files that could not be read, each with its reason, and sources whose date is unknown."""

    refused: tuple[Imported, ...] = ()
    undated: tuple[Kept, ...] = ()


def attention(library: Library) -> Attention:
    """What needs attention in `library`."""
    return Attention(library.refused(), library.undated())


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
