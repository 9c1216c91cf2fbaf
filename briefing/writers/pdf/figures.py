"""Drawings on the page."""

from typing import assert_never

from briefing.model.document import Text
from briefing.model.drawing import Anchor, Box, Drawing, Ink, Label, Line
from briefing.writers.pdf.canvas import Canvas
from briefing.writers.pdf.look import House, Style
from briefing.writers.pdf.runs import Notes, runs
from briefing.writers.pdf.tagging import Element

_SHARES = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}


def paint_drawing(
    canvas: Canvas, drawn: tuple[Drawing, Element], corner: tuple[float, float], house: House
) -> None:
    """Paint a drawing from its upper left corner."""
    drawing, owner = drawn
    left, top = corner
    inks = _inks(house)
    for mark in drawing.marks:
        match mark:
            case Line():
                start, end = (left + mark.x1, top - mark.y1), (left + mark.x2, top - mark.y2)
                canvas.line(start, end, inks[mark.ink], mark.weight, owner)
            case Box():
                box = (left + mark.x, top - mark.y - mark.height, mark.width, mark.height)
                if mark.fill:
                    canvas.fill(*box, inks[mark.fill], owner)
                if mark.edge:
                    canvas.frame(*box, inks[mark.edge], owner)
            case Label():
                _label(
                    canvas,
                    mark,
                    corner,
                    owner,
                    Style(house.sans, mark.size, 10, colour=inks[mark.ink], bold=mark.bold),
                )
            case _:
                assert_never(mark)


def _label(
    canvas: Canvas, mark: Label, corner: tuple[float, float], owner: Element, style: Style
) -> None:
    words = runs((Text(mark.text),), style, Notes())
    wide = sum(run.width for run in words)
    x = corner[0] + mark.x - wide * _SHARES[mark.anchor]
    for run in words:
        canvas.text(run, x, corner[1] - mark.y, owner)
        x += run.width


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
