"""Widths of a table's columns: the shares it asks for, and what one can spare to those that want it."""

from collections.abc import Sequence

from briefing.model.document import Table
from briefing.model.plain import plain_text
from briefing.writers.word.measures import EM, Shape, added, widths_of

CELL_EDGE = 8.0
"""What a cell has at its right, in points."""
_SLACK = 1.1
"""For fonts a little wider than those we know."""


def columns(table: Table, head: Shape, text: Shape, room: float) -> tuple[float, ...]:
    """The width of each column; together they are `room` points wide. `head`, `text` are the styles.

    What a column can spare goes to those whose words would not stay on one line, to the one that
    wants least first: it is helped the most. What one still lacks for a word of its head, the widest
    one gives.
    """
    told = [share * room for share in table.widths]
    _share_out(told, _on_one_line(table, head, text))
    for place, cell in enumerate(table.head):
        least = max(_wide(word, head) for word in plain_text(cell).split() or [""])
        widest = max(range(len(told)), key=told.__getitem__)
        lacking = least - told[place]
        if lacking > 0 and widest != place and told[widest] - lacking > _mean(told):
            told[widest] -= lacking
            told[place] = least
    return tuple(told)


def _share_out(told: list[float], wanted: Sequence[float]) -> None:
    """Let the columns of `told` that are wider than `wanted` give to those that are narrower."""
    spares = [max(own - want, 0.0) for own, want in zip(told, wanted, strict=True)]
    left = total = sum(spares)
    for lacking, place in sorted((want - told[at], at) for at, want in enumerate(wanted)):
        if lacking > 0 and left > 0:
            given = min(lacking, left)
            told[place] += given
            left -= given
    for place, spare in enumerate(spares):
        told[place] -= spare * (1 - left / total) if total else 0.0


def _on_one_line(table: Table, head: Shape, text: Shape) -> list[float]:
    """How wide each column were, were none of its cells broken."""
    rows = [[_wide(plain_text(cell), head) for cell in table.head]]
    rows += [[_wide(plain_text(cell), text) for cell in cells] for cells in table.rows]
    return [max(column) for column in zip(*rows, strict=True)]


def _wide(words: str, style: Shape) -> float:
    sizes = widths_of(style.family, style.cut).of(words)
    return added(sizes) / EM * style.size * _SLACK + CELL_EDGE


def _mean(told: Sequence[float]) -> float:
    return sum(told) / len(told)
