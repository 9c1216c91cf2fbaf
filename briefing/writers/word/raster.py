"""Drawings as pictures, for programs that cannot show vectors.

Drawn in shades of one ramp, from the darkest ink to the paper, and written as a PNG (ISO/IEC 15948)
of our own: Pillow's way over colours took five times as long, which a whole briefing would notice.
"""

import zlib
from functools import cache
from itertools import pairwise
from struct import pack
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
_SHADES = {
    Ink.INK: 0,
    Ink.ACCENT: 48,
    Ink.QUIET: 72,
    Ink.RULE: 184,
    Ink.TINT: 240,
    Ink.PAPER: 255,
}
"""The place of each ink on the ramp, from dark to light: edges of letters run over it to the paper."""

_SCALE = 150 / 72
_DOTS_TO_THE_METRE = 5906
_ANCHORS = {Anchor.START: "ls", Anchor.MIDDLE: "ms", Anchor.END: "rs"}
_FASTEST = 1


def png(drawing: Drawing) -> bytes:
    """`drawing` as a PNG of 150 dots to the inch; the same drawing gives the same bytes."""
    size = (max(1, round(drawing.width * _SCALE)), max(1, round(drawing.height * _SCALE)))
    picture = Image.new("L", size, _SHADES[Ink.PAPER])
    pen = ImageDraw.Draw(picture)
    for mark in drawing.marks:
        match mark:
            case Line(x1, y1, x2, y2, ink, weight):
                places = [at * _SCALE for at in (x1, y1, x2, y2)]
                pen.line(places, _SHADES[ink], max(1, round(weight * _SCALE)))
            case Box(x, y, width, height, fill, edge, weight):
                pen.rectangle(
                    [at * _SCALE for at in (x, y, x + width, y + height)],
                    _SHADES[fill] if fill else None,
                    _SHADES[edge] if edge else None,
                    max(1, round(weight * _SCALE)) if edge else 0,
                )
            case Label(x, y, text, size_, ink, anchor, bold):
                font = _font("SemiBold" if bold else "Regular", round(size_ * _SCALE))
                place = (x * _SCALE, y * _SCALE)
                pen.text(place, text, _SHADES[ink], font, _ANCHORS[anchor])
            case _:
                assert_never(mark)
    return _encoded(*size, picture.tobytes())


def _encoded(width: int, height: int, shades: bytes) -> bytes:
    """The shades, a byte each, as a PNG with the ramp as its palette."""
    starts = range(0, width * height, width)
    rows = b"".join([b"\0" + shades[start : start + width] for start in starts])
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        [
            _chunk(b"IHDR", pack(">2I5B", width, height, 8, 3, 0, 0, 0)),
            _chunk(b"PLTE", _ramp()),
            _chunk(b"pHYs", pack(">2IB", _DOTS_TO_THE_METRE, _DOTS_TO_THE_METRE, 1)),
            _chunk(b"IDAT", zlib.compress(rows, _FASTEST)),
            _chunk(b"IEND", b""),
        ]
    )


def _chunk(name: bytes, data: bytes) -> bytes:
    return pack(">I", len(data)) + name + data + pack(">I", zlib.crc32(name + data))


@cache
def _ramp() -> bytes:
    """256 colours, from each ink to the next in even steps."""
    colours = bytearray()
    for (dark, start), (light, end) in pairwise(_SHADES.items()):
        ends = [bytes.fromhex(COLOURS[ink][1:]) for ink in (dark, light)]
        for shade in range(start, end):
            share = (shade - start) / (end - start)
            colours += bytes(round(a + (b - a) * share) for a, b in zip(*ends, strict=True))
    return bytes(colours) + bytes.fromhex(COLOURS[Ink.PAPER][1:])


@cache
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(asset(f"fonts/SourceSans3-{weight}.ttf")), size)
