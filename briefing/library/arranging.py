"""Other orders of the excerpts than the best first."""

import json
from array import array
from collections.abc import Sequence

from briefing.library.store import Store

ORDERS = {
    "newest": "s.published IS NULL, s.published DESC, s.number DESC, x.start",
    "oldest": "s.published IS NULL, s.published, s.number, x.start",
    "publisher": "s.publisher IS NULL, s.publisher COLLATE NOCASE, s.published DESC, x.start",
}
"""What the excerpts are sorted by; what is unknown comes last."""


def arranged(store: Store, numbers: Sequence[int], order: str) -> Sequence[int]:
    """The excerpts of those `numbers` in one of the `ORDERS`."""
    (row,) = store.rows(
        "SELECT json_group_array(number) FROM (SELECT x.number FROM excerpt x"
        f" JOIN source s ON s.number = x.source ORDER BY {ORDERS[order]})"
    )
    wanted = frozenset(numbers)
    return array("q", [number for number in json.loads(row[0]) if number in wanted])
