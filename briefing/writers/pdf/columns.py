"""How wide the columns of a table are, and where its figures stand."""

from collections.abc import Iterable
from operator import add

from briefing.model.document import Inlines, Table, Text
from briefing.model.plain import plain_text
from briefing.writers.pdf.lexicon import lexicon
from briefing.writers.pdf.look import House, Style
from briefing.writers.pdf.runs import cleaned

_PADDING, _TIGHT, _LEAST = 8.0, 5.0, 12.0
"""Space between two columns, the least where all would fit by that, and the least room for words."""


Column = tuple[float, float, float]
"""Where a column begins, the room for its words, the width of its widest figure if it has only such."""


def columns(table: Table, house: House) -> list[Column]:
    """The columns of `table`: as wide as it says, but what one can spare goes to those that want it.

    Figures of a column stand below each other by their last digits.
    """
    wide = max(sum(table.widths), 1.0)  # one that is wider than the page is made narrower
    wished = [share / wide * house.measure for share in table.widths]
    texts = [list(map(_text, row)) for row in table.rows]
    heads = _widths(map(_text, table.head), house.head_cell)
    rows = [_widths(row, house.cell) for row in texts]
    widest = [max(column) + 0.1 for column in zip(heads, *rows, strict=True)]
    apart = (house.measure - sum(widest)) / max(len(widest) - 1, 1)
    apart = apart if _TIGHT <= apart <= _PADDING else _PADDING
    gaps = [apart] * (len(widest) - 1) + [0.0]
    natural = list(map(add, widest, gaps))
    spares = [max(wish - own, 0.0) for own, wish in zip(natural, wished, strict=True)]
    spare = total = sum(spares)
    for want, at in sorted((own - wished[at], at) for at, own in enumerate(natural)):
        if want > 0 and spare:  # who wants least comes first: it is helped the most
            wished[at] += min(want, spare)
            spare -= min(want, spare)
    left_over = spare / total if total else 1.0
    wished = [wish - of * (1 - left_over) for wish, of in zip(wished, spares, strict=True)]
    found: list[Column] = []
    left = 0.0
    for at, (room, gap) in enumerate(zip(wished, gaps, strict=True)):
        figures = all(_figure(row[at]) for row in texts)
        figure = max([row[at] for row in rows], default=0.0) if figures else 0.0
        found.append((left, max(room - gap, _LEAST), figure))
        left += room
    return found


def _text(inlines: Inlines) -> str:
    """The words of a cell."""
    only = inlines[0] if len(inlines) == 1 else None
    return cleaned(only.text if type(only) is Text else plain_text(inlines))


def _widths(texts: Iterable[str], style: Style) -> list[float]:
    """The width of each cell in one line."""
    of, scale = lexicon(style.font), style.size / 1000
    return [(sum(map(of.__getitem__, text.split())) - of.space) * scale for text in texts]


def _figure(text: str) -> bool:
    """Whether a cell is a number, with signs perhaps."""
    return not any(map(str.isalpha, text)) and any(map(str.isdecimal, text))
