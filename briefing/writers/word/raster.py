"""Drawings as pictures, for programs that cannot show vectors."""

from functools import cache
from io import BytesIO
from typing import assert_never

from PIL import Image, ImageDraw, ImageFont

from briefing.model.drawing import Anchor, Box, Drawing, Ink, Label, Line
from briefing.resources import asset

COLOURS = {
    Ink.INK: "#1A1F2B",
    Ink.ACCENT: "#1F4E79",
    Ink.QUIET: "#4A5363",
    Ink.RULE: "#B9C4D0",
    Ink.TINT: "#F0F4F8",
    Ink.PAPER: "#FFFFFF",
}
_SCALE = 200 / 72
_ANCHORS = {Anchor.START: "ls", Anchor.MIDDLE: "ms", Anchor.END: "rs"}
_SHADES = 48


def png(drawing: Drawing) -> bytes:
    """`drawing` as a PNG of 200 dots to the inch; the same drawing gives the same bytes."""
    size = (max(1, round(drawing.width * _SCALE)), max(1, round(drawing.height * _SCALE)))
    picture = Image.new("RGB", size, COLOURS[Ink.PAPER])
    pen = ImageDraw.Draw(picture)
    for mark in drawing.marks:
        match mark:
            case Line(x1, y1, x2, y2, ink, weight):
                places = [at * _SCALE for at in (x1, y1, x2, y2)]
                pen.line(places, COLOURS[ink], max(1, round(weight * _SCALE)))
            case Box(x, y, width, height, fill, edge, weight):
                pen.rectangle(
                    [at * _SCALE for at in (x, y, x + width, y + height)],
                    COLOURS[fill] if fill else None,
                    COLOURS[edge] if edge else None,
                    max(1, round(weight * _SCALE)) if edge else 0,
                )
            case Label(x, y, text, size_, ink, anchor, bold):
                font = _font("SemiBold" if bold else "Regular", round(size_ * _SCALE))
                place = (x * _SCALE, y * _SCALE)
                pen.text(place, text, COLOURS[ink], font, _ANCHORS[anchor])
            case _:
                assert_never(mark)
    told = BytesIO()
    picture.quantize(_SHADES).save(told, "PNG", optimize=True)
    return told.getvalue()


@cache
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(asset(f"fonts/SourceSans3-{weight}.ttf")), size)
