"""Bars and tints behind what others said and what the analyst judges."""

from briefing.writers.pdf.figures import fill
from briefing.writers.pdf.items import Item
from briefing.writers.pdf.look import House, Style
from briefing.writers.pdf.paging import Page

_LEFT, _WIDTH = 2.0, 1.6
_BELOW = 1.43
"""A bar ends so many sizes below the top of its last line."""


def bars(page: Page, top: float, house: House) -> list[bytes]:
    """The operators of a page whose text begins at `top`; neighbours of one kind become one shape."""
    found: list[bytes] = []
    first: float | None = None
    low, style = 0.0, None
    for piece, start, end, down in page.parts:
        own = piece.style if type(piece) is Item and piece.style.bar else None
        if own is None and first is None:  # most often
            continue
        if first is not None and style is not None:
            joins = own and own.bar == style.bar and own.tint == style.tint
            if not joins or (piece.before and not start):
                _ground(found, style, (top - first, top - low), house)
                first = None
        if own:
            style = own
            first = down if first is None else first
            under = min(own.size * _BELOW, own.leading + own.after)
            low = down + (end - start - 1) * own.leading + under
    if first is not None and style is not None:
        _ground(found, style, (top - first, top - low), house)
    return found


def _ground(found: list[bytes], style: Style, ends: tuple[float, float], house: House) -> None:
    """Add a bar, and the tint behind what it stands at."""
    x, (high, low) = house.look.left + _LEFT, ends
    if style.tint:
        found.append(fill(x, low - 3.0, house.measure - _LEFT, high - low + 6.0, style.tint))
    found.append(fill(x, low, _WIDTH, high - low, style.bar or ""))
