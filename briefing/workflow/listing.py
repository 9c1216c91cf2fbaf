"""The sources of a library as a table, and which of them print another again."""

import unicodedata
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from msgspec.structs import replace

from briefing.analysis.reprints import first_of_each
from briefing.library import Library
from briefing.model.library import Kept

_CLOSER = 600
"""Sources that are held beside one another to find reprints, the latest."""
MOST = 20_000
"""Sources listed at once; of more, those that came last."""
SORTS = ("title", "publisher", "published", "excerpts", "state", "language", "grade")
_BEFORE = " \"'“”‘’„‚«»‹›([¿¡.…-–—"
"""Signs that stand before the first word of a title and put it in no other place."""


class Reprinted:
    """Which sources of a library print another again; looked for anew only once there are others.

    Only those that have an excerpt in common are held beside one another.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._found: tuple[tuple[str, ...], dict[str, str]] = ((), {})

    def origins(self) -> Mapping[str, str]:
        """Ids of reprints, each with the id of what came out first."""
        ids = self._library.sharing()[-_CLOSER:]
        if ids != self._found[0]:
            first = first_of_each(self._library.sources(ids, as_read=True))
            others = {one: origin for one, origin in first.items() if one != origin}
            self._found = ids, others
        return self._found[1]


def sources_listed(
    library: Library,
    text: str = "",
    sort: str = "",
    *,
    descending: bool = False,
    series: str = "",
    origins: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Kept, ...]:
    """The sources that answer to `text`, all if it is empty; by rank or arrival unless a `sort` is given.

    What is new is new to the briefing `series`. `origins` leads from sources to those they print
    again.

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
    found = [
        replace(kept, origin=origins[kept.id]) if kept.id in origins else kept
        for kept in library.tallied(found, desk=series)
    ]
    if sort in SORTS:
        found.sort(key=lambda kept: _key(getattr(kept, sort)), reverse=descending)
        found.sort(key=lambda kept: getattr(kept, sort) is None)
    return tuple(found)


def _key(value: object) -> tuple[int, str]:
    """Numbers by their value, all else by its letters: a sign on a letter or before a word counts last."""
    if isinstance(value, int):
        return value, ""
    whole = "" if value is None else str(value).casefold()
    plain = "".join(
        sign for sign in unicodedata.normalize("NFKD", whole) if not unicodedata.combining(sign)
    )
    return 0, f"{plain.lstrip(_BEFORE)}\0{whole}"
