"""How a quotation is told in the list of what is in the briefing."""

from collections.abc import Sequence
from functools import lru_cache
from textwrap import shorten

from briefing.gui.bidi import apart
from briefing.gui.item_models.cards import spell
from briefing.model.desk import Included

_SHOWN = 84
"""Characters of a quotation that the list shows."""


def order_words(item: Included, number: int | None, others: Sequence[str]) -> str:
    """Its number on the page and its words; below, who says it and what it says otherwise than.

    `others` are the numbers of those.
    """
    cut = "✂ " if item.whole != item.passage else ""
    parts = (item.by or "speaker unknown", item.label, spell(item.published))
    who = " · ".join(map(apart, parts))
    against = f" · ▲ other side of {', '.join(others)}" if others else ""
    return f"{number or '–'}  {apart(cut + _short(item.text))}\n     {who}{against}"


@lru_cache(1000)
def _short(text: str) -> str:
    """The beginning of a quotation; it is asked for with each change of the list."""
    return shorten(text, _SHOWN, placeholder=" …")
