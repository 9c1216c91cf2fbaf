"""Drawings made to fit the width of the text."""

from typing import assert_never

from msgspec.structs import replace

from briefing.model.drawing import Box, Drawing, Label, Line, Mark


def fitted(drawing: Drawing, width: float) -> Drawing:
    """`drawing`, smaller in all its parts if it is wider than `width`."""
    if drawing.width <= width:
        return drawing
    share = width / drawing.width
    marks = tuple(_scaled(mark, share) for mark in drawing.marks)
    return Drawing(width, drawing.height * share, marks)


def _scaled(mark: Mark, share: float) -> Mark:
    match mark:
        case Line(x1, y1, x2, y2):
            return replace(mark, x1=x1 * share, y1=y1 * share, x2=x2 * share, y2=y2 * share)
        case Box(x, y, width, height):
            sides = {"width": width * share, "height": height * share}
            return replace(mark, x=x * share, y=y * share, **sides)
        case Label(x, y, _, size):
            return replace(mark, x=x * share, y=y * share, size=size * share)
        case _:
            assert_never(mark)
