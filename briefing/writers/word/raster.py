"""Drawings as pictures, for programs that cannot show vectors.

Drawn in shades of one ramp, from the darkest ink to the paper, and written as a PNG (ISO/IEC 15948)
of our own: Pillow's way over colours took five times as long, which a whole briefing would notice.
"""

import zlib
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from struct import pack
from typing import assert_never

from PIL import Image, ImageDraw, ImageFont

from briefing.model.drawing import Anchor, Box, Drawing, Ink, Label, Line
from briefing.resources import asset
from briefing.writers.escaping import clean

_PLACES = (0, 48, 72, 184, 240, 255)
"""Where on the ramp the inks lie, from the darkest to the lightest; letters' edges run over it."""

_SCALE = 150 / 72
_DOTS_TO_THE_METRE = 5906
_ANCHORS = {Anchor.START: "ls", Anchor.MIDDLE: "ms", Anchor.END: "rs"}
_FASTEST = 1


def png(drawing: Drawing, colours: Mapping[Ink, str]) -> bytes:
    """`drawing` as a PNG of 150 dots to the inch; the same drawing gives the same bytes."""
    ramp = dict(zip(sorted(Ink, key=lambda ink: _light(colours[ink])), _PLACES, strict=True))
    size = (max(1, round(drawing.width * _SCALE)), max(1, round(drawing.height * _SCALE)))
    picture = Image.new("L", size, ramp[Ink.PAPER])
    pen = ImageDraw.Draw(picture)
    for mark in drawing.marks:
        match mark:
            case Line(x1, y1, x2, y2, ink, weight):
                places = [at * _SCALE for at in (x1, y1, x2, y2)]
                pen.line(places, ramp[ink], max(1, round(weight * _SCALE)))
            case Box(x, y, width, height, fill, edge, weight):
                pen.rectangle(
                    [at * _SCALE for at in (x, y, x + width, y + height)],
                    ramp[fill] if fill else None,
                    ramp[edge] if edge else None,
                    max(1, round(weight * _SCALE)) if edge else 0,
                )
            case Label(x, y, text, size_, ink, anchor, bold):
                font = _font("SemiBold" if bold else "Regular", round(size_ * _SCALE))
                place = (x * _SCALE, y * _SCALE)
                pen.text(place, clean(text), ramp[ink], font, _ANCHORS[anchor])
            case _:
                assert_never(mark)
    return _encoded(*size, picture.tobytes(), _palette(ramp, colours))


def _encoded(width: int, height: int, shades: bytes, palette: bytes) -> bytes:
    """The shades, a byte each, as a PNG with `palette`, from dark to light."""
    starts = range(0, width * height, width)
    rows = b"".join([b"\0" + shades[start : start + width] for start in starts])
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        [
            _chunk(b"IHDR", pack(">2I5B", width, height, 8, 3, 0, 0, 0)),
            _chunk(b"PLTE", palette),
            _chunk(b"pHYs", pack(">2IB", _DOTS_TO_THE_METRE, _DOTS_TO_THE_METRE, 1)),
            _chunk(b"IDAT", zlib.compress(rows, _FASTEST)),
            _chunk(b"IEND", b""),
        ]
    )


def _chunk(name: bytes, data: bytes) -> bytes:
    return pack(">I", len(data)) + name + data + pack(">I", zlib.crc32(name + data))


def _palette(ramp: Mapping[Ink, int], colours: Mapping[Ink, str]) -> bytes:
    """256 colours, from each ink to the next in even steps."""
    told = bytearray()
    for (dark, start), (light, end) in pairwise(ramp.items()):
        for shade in range(start, end):
            share = (shade - start) / (end - start)
            pairs = zip(_rgb(colours[dark]), _rgb(colours[light]), strict=True)
            told += bytes(round(a + (b - a) * share) for a, b in pairs)
    return bytes(told) + _rgb(colours[light])


def _rgb(colour: str) -> bytes:
    return bytes.fromhex(colour[1:])


def _light(colour: str) -> float:
    """How light a colour is, by ITU-R BT.601."""
    red, green, blue = _rgb(colour)
    return 0.299 * red + 0.587 * green + 0.114 * blue


@cache
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(asset(f"fonts/SourceSans3-{weight}.ttf")), size)
