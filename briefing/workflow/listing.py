"""The sources of a library as a table."""

from collections.abc import Sequence

from briefing.library import Library
from briefing.model.library import Kept

MOST = 20_000
"""Sources listed at once; of more, those that came last."""
SORTS = ("title", "publisher", "published", "excerpts", "state", "language", "grade")


def sources_listed(
    library: Library, text: str = "", sort: str = "", *, descending: bool = False, series: str = ""
) -> tuple[Kept, ...]:
    """The sources that answer to `text`, all if it is empty; by rank or arrival unless a `sort` is given.

    What is new is new to the briefing `series`.

    Raises:
        UsageError: if a filter in `text` has a value it cannot have.
    """
    if text.strip() == "is:removed":
        ids: Sequence[str] = [item.key for item in library.decisions("", "removed")]
        found = list(library.kept(ids).values())
    elif text.strip():
        found = [
            hit.kept for hit in library.search(text, desk=series, limit=MOST, unfinished=True).hits
        ]
    else:
        ids = library.ids()[-MOST:]
        known = library.kept(ids)
        found = [known[source_id] for source_id in reversed(ids) if source_id in known]
    found = library.tallied(found, desk=series)
    if sort in SORTS:
        found.sort(key=lambda kept: _key(getattr(kept, sort)), reverse=descending)
        found.sort(key=lambda kept: getattr(kept, sort) is None)
    return tuple(found)


def _key(value: object) -> tuple[int, str]:
    """Numbers by their value, all else by its letters."""
    if isinstance(value, int):
        return value, ""
    return 0, "" if value is None else str(value).casefold()
