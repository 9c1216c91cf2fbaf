"""Sources that share rare words with a few sentences: where to look for who else says so."""

import re
from collections import Counter
from collections.abc import Iterable

from briefing.library.store import Store
from briefing.library.taking import CURRENT

_WORD = re.compile(r"[^\W_]+")
_RAREST = 8
"""Words that are looked up: the rarest of those that another source has too."""
_MOST = 400
"""Most sources that may have a word and still lead to one another."""
_SHARED = 3
"""Words that a source shares at least."""
_VOCABULARY = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab ('main', 'word', 'row')"
)


def alike(store: Store, words: Iterable[str], but: str, limit: int) -> list[str]:
    """Ids of sources in use, other than `but`, with most of the rarest of `words`; likest first.

    Words that stand in many sources lead nowhere and cost most, so they are not looked up.
    """
    store.rows(_VOCABULARY)
    wanted = sorted({word for given in words for word in _WORD.findall(given.lower())})
    marks = ",".join("?" * len(wanted))
    rows = store.rows(
        f"SELECT term FROM temp.vocabulary WHERE term IN ({marks}) AND doc BETWEEN 2 AND {_MOST}"
        " ORDER BY doc, term LIMIT ?",
        (*wanted, _RAREST),
    )
    shared: Counter[int] = Counter()
    for (term,) in rows:
        found = store.rows("SELECT rowid FROM word WHERE word MATCH ?", (f'"{term}"',))
        shared.update(row[0] for row in found)
    near = sorted(
        (number for number, count in shared.items() if count >= min(_SHARED, len(rows))),
        key=lambda number: (-shared[number], number),
    )[: limit + 1]
    marks = ",".join("?" * len(near))
    ids: dict[int, str] = dict(
        store.rows(
            f"SELECT number, id FROM source WHERE number IN ({marks}) AND state = {CURRENT}", near
        )
    )
    return [ids[number] for number in near if number in ids and ids[number] != but][:limit]
