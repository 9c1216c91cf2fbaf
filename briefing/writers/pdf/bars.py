"""Bars and tints behind what others said and what the analyst judges; bars beside what changed."""

from briefing.writers.pdf.figures import fill
from briefing.writers.pdf.items import Item
from briefing.writers.pdf.look import House, Style
from briefing.writers.pdf.paging import Page

_LEFT, _WIDTH = 2.0, 1.6
_BELOW = 1.43
"""A bar ends so many sizes below the top of its last line."""
_BESIDE, _CHANGE_WIDTH = 18.0, 1.5
"""A change bar stands a quarter of an inch outside the right edge of the text, as in the Word file."""


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
            low = down + _height(own, end - start)
    if first is not None and style is not None:
        _ground(found, style, (top - first, top - low), house)
    return found


def change_bars(page: Page, top: float, house: House) -> list[bytes]:
    """The operators of the bars in the right margin of such a page: one beside each changed quotation."""
    ends: list[list[float]] = []
    for piece, start, end, down in page.parts:
        if type(piece) is not Item or not piece.changed:
            continue
        low = down + _height(piece.style, end - start)
        if ends and not start and not piece.before:
            ends[-1][1] = low  # the words below their lead
        else:
            ends.append([down, low])
    x, ink = house.look.left + house.measure + _BESIDE, house.look.accent
    return [fill(x, top - low, _CHANGE_WIDTH, low - high, ink) for high, low in ends]


def _height(style: Style, count: int) -> float:
    """How far the bar beside so many lines reaches."""
    under = min(style.size * _BELOW, style.leading + style.after)
    return (count - 1) * style.leading + under


def _ground(found: list[bytes], style: Style, ends: tuple[float, float], house: House) -> None:
    """Add a bar, and the tint behind what it stands at."""
    x, (high, low) = house.look.left + _LEFT, ends
    if style.tint:
        found.append(fill(x, low - 3.0, house.measure - _LEFT, high - low + 6.0, style.tint))
    found.append(fill(x, low, _WIDTH, high - low, style.bar or ""))
