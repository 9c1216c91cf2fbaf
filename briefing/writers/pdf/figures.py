"""Drawings on the page."""

from typing import assert_never

from briefing.model.drawing import Anchor, Box, Drawing, Ink, Label, Line
from briefing.writers.pdf.embedding import Fonts
from briefing.writers.pdf.look import House
from briefing.writers.pdf.runs import shares, switch

_SHARES = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}


def drawn(drawing: Drawing, corner: tuple[float, float], house: House, fonts: Fonts) -> bytes:
    """The operators that show a drawing, from its upper left corner."""
    left, top = corner
    inks = _inks(house)
    parts: list[bytes] = []
    for mark in drawing.marks:
        match mark:
            case Line():
                start, end = (left + mark.x1, top - mark.y1), (left + mark.x2, top - mark.y2)
                parts.append(line(start, end, inks[mark.ink], mark.weight))
            case Box():
                box = (left + mark.x, top - mark.y - mark.height, mark.width, mark.height)
                if mark.fill:
                    parts.append(fill(*box, inks[mark.fill]))
                if mark.edge:
                    parts.append(_frame(*box, inks[mark.edge], mark.weight))
            case Label():
                parts.append(_label(mark, corner, house, fonts))
            case _:
                assert_never(mark)
    return b"\n".join(parts)


def fill(x: float, y: float, width: float, height: float, ink: str) -> bytes:
    """A filled rectangle, from its lower left corner."""
    return f"{shares(ink)} rg {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f".encode()


def line(start: tuple[float, float], end: tuple[float, float], ink: str, weight: float) -> bytes:
    """A straight line."""
    (a, b), (c, d) = start, end
    return f"{shares(ink)} RG {weight:g} w {a:.2f} {b:.2f} m {c:.2f} {d:.2f} l S".encode()


def _frame(x: float, y: float, width: float, height: float, ink: str, weight: float) -> bytes:
    return f"{shares(ink)} RG {weight:g} w {x:.2f} {y:.2f} {width:.2f} {height:.2f} re S".encode()


def _label(mark: Label, corner: tuple[float, float], house: House, fonts: Fonts) -> bytes:
    font = house.sans.font(bold=mark.bold, italic=False)
    shown, wide = fonts.show(mark.text, font, mark.size)
    x = corner[0] + mark.x - wide * _SHARES[mark.anchor]
    state = switch(font, mark.size, _inks(house)[mark.ink], 0.0)
    return b"BT %b 1 0 0 1 %.2f %.2f Tm %b ET" % (state, x, corner[1] - mark.y, shown)


def _inks(house: House) -> dict[Ink, str]:
    look = house.look
    return {
        Ink.INK: look.ink,
        Ink.ACCENT: look.accent,
        Ink.QUIET: look.quiet,
        Ink.RULE: look.rule,
        Ink.TINT: look.tint,
        Ink.PAPER: "#FFFFFF",
    }
