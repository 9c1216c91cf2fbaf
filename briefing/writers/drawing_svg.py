"""Drawings as SVG, in the colours of the page around them."""

from collections.abc import Mapping
from typing import assert_never

from briefing.model.drawing import Box, Drawing, Ink, Label, Line, Mark
from briefing.writers.escaping import escape

_COLOURS = {ink: f"var(--{ink.value})" for ink in Ink} | {Ink.PAPER: "var(--ground)"}


def svg(drawing: Drawing, alt: str, colours: Mapping[Ink, str] = _COLOURS) -> str:
    """`drawing` as an `svg` element that is read out as `alt`."""
    marks = "".join([_mark(mark, colours) for mark in drawing.marks])
    size = f"0 0 {drawing.width:g} {drawing.height:g}"
    return (
        f'<svg role="img" aria-label="{escape(alt)}" viewBox="{size}" '
        f'width="{drawing.width:g}" height="{drawing.height:g}">{marks}</svg>'
    )


def _mark(mark: Mark, colours: Mapping[Ink, str]) -> str:
    match mark:
        case Line():
            return (
                f'<line x1="{mark.x1:g}" y1="{mark.y1:g}" x2="{mark.x2:g}" y2="{mark.y2:g}" '
                f'stroke="{colours[mark.ink]}" stroke-width="{mark.weight:g}"/>'
            )
        case Box():
            fill = colours[mark.fill] if mark.fill else "none"
            edge = colours[mark.edge] if mark.edge else "none"
            return (
                f'<rect x="{mark.x:g}" y="{mark.y:g}" width="{mark.width:g}" '
                f'height="{mark.height:g}" fill="{fill}" stroke="{edge}" '
                f'stroke-width="{mark.weight:g}"/>'
            )
        case Label():
            weight = ' font-weight="700"' if mark.bold else ""
            return (
                f'<text x="{mark.x:g}" y="{mark.y:g}" font-size="{mark.size:g}" '
                f'text-anchor="{mark.anchor.value}" fill="{colours[mark.ink]}"{weight} '
                f'font-family="Calibri,Carlito,Arial,sans-serif">{escape(mark.text)}</text>'
            )
        case _:
            assert_never(mark)
