"""Excerpts that stand word for word in several sources: reprints of the one that came out first."""

import hashlib
import re
from itertools import groupby

from briefing.library.store import Store

_WORD = re.compile(r"\w+")
_FEWEST = 40
"""Letters below which the same words may stand in two sources by chance."""
_BYTES = 8


def key_of(text: str) -> int | None:
    """A number that is the same for the same words, whatever their case and the signs between them.

    `None` where the words are too few to tell a reprint.
    """
    words = _WORD.findall(text.casefold())
    if sum(map(len, words)) < _FEWEST:
        return None
    told = " ".join(words).encode("utf-8", "surrogatepass")
    found = hashlib.blake2b(told, digest_size=_BYTES).digest()
    return int.from_bytes(found, signed=True)


class Repeats:
    """The excerpts with the same words; looked for anew only once something in the library has changed.

    Each key in the search asks for them, and to find them all excerpts are gone through.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._at: object = None
        self._found: tuple[tuple[int, ...], ...] = ()

    def groups(self) -> tuple[tuple[int, ...], ...]:
        """A group for each, as `repeats` gives them."""
        at = self._store.version()
        if at != self._at:
            self._found, self._at = repeats(self._store), at
        return self._found


def repeats(store: Store) -> tuple[tuple[int, ...], ...]:
    """Numbers of excerpts with the same words, a group for each: of each source one, oldest first.

    What has no date comes last.
    """
    rows = store.rows(
        "SELECT s.words, x.source, x.number FROM same s JOIN excerpt x ON x.number = s.excerpt"
        " JOIN source o ON o.number = x.source WHERE s.words IN"
        " (SELECT words FROM same GROUP BY words HAVING count(*) > 1)"
        " ORDER BY s.words, o.published IS NULL, o.published, x.number"
    )
    groups = []
    for _, same in groupby(rows, key=lambda row: row[0]):
        by_source: dict[int, int] = {}
        for _, source, number in same:
            by_source.setdefault(source, number)
        if len(by_source) > 1:
            groups.append(tuple(by_source.values()))
    return tuple(groups)


def sharing(store: Store) -> tuple[str, ...]:
    """Ids of the sources in use that have an excerpt word for word in common, oldest first."""
    rows = store.rows(
        "SELECT DISTINCT o.id, o.published, o.number FROM same s"
        " JOIN excerpt x ON x.number = s.excerpt JOIN source o ON o.number = x.source"
        " WHERE o.state = 0 AND s.words IN"
        " (SELECT words FROM same GROUP BY words HAVING count(*) > 1)"
        " ORDER BY o.published IS NULL, o.published, o.number"
    )
    return tuple(row[0] for row in rows)
