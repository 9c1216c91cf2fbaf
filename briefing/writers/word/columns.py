"""Widths of a table's columns: the shares it asks for, but none too narrow for a word of its head."""

from collections.abc import Sequence

from briefing.model.document import Table
from briefing.model.plain import plain_text
from briefing.writers.word.measures import EM, Shape, added, widths_of

CELL_EDGE = 8.0
"""What a cell has at its right, in points."""
_SLACK = 1.1
"""For fonts a little wider than those we know."""


def columns(table: Table, head: Shape, room: float) -> tuple[float, ...]:
    """The width of each column; together they are `room` points wide. `head` is the head's style.

    What one lacks, the widest one gives.
    """
    widths = widths_of(head.family, head.cut)
    told = [share * room for share in table.widths]
    for place, cell in enumerate(table.head):
        words = plain_text(cell).split() or [""]
        least = (
            max([added(widths.of(word)) for word in words]) / EM * head.size * _SLACK + CELL_EDGE
        )
        widest = max(range(len(told)), key=told.__getitem__)
        lacking = least - told[place]
        if lacking > 0 and widest != place and told[widest] - lacking > _mean(told):
            told[widest] -= lacking
            told[place] = least
    return tuple(told)


def _mean(told: Sequence[float]) -> float:
    return sum(told) / len(told)
