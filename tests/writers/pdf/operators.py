"""Reads a line of the PDF back from its operators: what it says, and how wide it stands."""

import re
from typing import NamedTuple

from briefing.writers.pdf.faces import face

_SPELT = {0x81: "ff", 0x8D: "fi", 0x8F: "fl", 0x90: "ffi", 0x9D: "ffl"}
_TOKEN = re.compile(rb"(-?[\d.]+)\s*Tw|\[((?:\((?:[^()\\]|\\.)*\)|-?[\d.]+)*)\]TJ", re.DOTALL)
_PART = re.compile(rb"\(((?:[^()\\]|\\.)*)\)|(-?[\d.]+)", re.DOTALL)


class Shown(NamedTuple):
    """The words of a line with the space that ends it, and its width in points without that."""

    text: str
    width: float


def read_line(line: object, font: str, size: float) -> Shown:
    """What the operators of a line of one face show."""
    assert isinstance(line, bytes)
    of = face(font)
    spelt = {code: one for one, code in of.codes.items()} | _SPELT
    spread, width, text = 0.0, 0.0, ""
    for token in _TOKEN.finditer(line):
        if token[1]:
            spread = float(token[1])
            continue
        for part in _PART.finditer(token[2]):
            if part[2]:
                width -= float(part[2]) * size / 1000
                continue
            for code in re.sub(rb"\\(.)", rb"\1", part[1], flags=re.DOTALL):
                width += of.widths[code] * size / 1000 + (spread if code == 0x20 else 0.0)
                text += spelt[code]
    if text.endswith(" "):
        width -= of.widths[0x20] * size / 1000 + spread
    return Shown(text, width)
