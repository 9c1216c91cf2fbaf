"""Drawings on the page."""

from typing import assert_never

from briefing.model.document import Text
from briefing.model.drawing import Anchor, Box, Drawing, Ink, Label, Line
from briefing.writers.pdf import look
from briefing.writers.pdf.canvas import Canvas
from briefing.writers.pdf.look import Style
from briefing.writers.pdf.runs import Notes, runs
from briefing.writers.pdf.tagging import Element

_INKS = {
    Ink.INK: look.INK,
    Ink.ACCENT: look.ACCENT,
    Ink.QUIET: look.QUIET,
    Ink.RULE: look.RULE,
    Ink.TINT: look.TINT,
    Ink.PAPER: "#FFFFFF",
}
_SHARES = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}


def paint_drawing(canvas: Canvas, drawn: tuple[Drawing, Element], left: float, top: float) -> None:
    """Paint a drawing from its upper left corner."""
    drawing, owner = drawn
    for mark in drawing.marks:
        match mark:
            case Line():
                start, end = (left + mark.x1, top - mark.y1), (left + mark.x2, top - mark.y2)
                canvas.line(start, end, _INKS[mark.ink], mark.weight, owner)
            case Box():
                box = (left + mark.x, top - mark.y - mark.height, mark.width, mark.height)
                if mark.fill:
                    canvas.fill(*box, _INKS[mark.fill], owner)
                if mark.edge:
                    canvas.frame(*box, _INKS[mark.edge], owner)
            case Label():
                _label(canvas, mark, (left, top), owner)
            case _:
                assert_never(mark)


def _label(canvas: Canvas, mark: Label, corner: tuple[float, float], owner: Element) -> None:
    style = Style(look.SANSES, mark.size, 10, colour=_INKS[mark.ink], bold=mark.bold)
    words = runs((Text(mark.text),), style, Notes())
    wide = sum(run.width for run in words)
    x = corner[0] + mark.x - wide * _SHARES[mark.anchor]
    for run in words:
        canvas.text(run, x, corner[1] - mark.y, owner)
        x += run.width
