"""Words as they are shown: their width, and the strings and adjustments of a `TJ` array.

A word of common characters takes a byte a character; whatever the face lacks is shaped in a font
that has it and spliced in.
"""

from collections.abc import Iterator
from functools import cache
from itertools import groupby, pairwise
from typing import Any

from msgspec import Struct

from briefing.writers.pdf.faces import Face, Shaper, face, fallback, kerns

_SIZE = "\x00"
"""Stands for the size in a fragment until it is known."""


class Glyph(Struct, frozen=True):
    """A shaped glyph and the text it stands for."""

    number: int
    text: str
    width: float


class Word(Struct, frozen=True):
    """A word in a face: width for a size of 1, the inside of its array, what it needs and lacks."""

    width: float
    fragment: str
    codes: bytes
    shaped: tuple[tuple[Shaper, tuple[Glyph, ...]], ...] = ()
    lacking: str = ""


@cache
def word(text: str, name: str) -> Word:
    """`text`, which has no space, in the bundled face `name`."""
    of = face(name)
    joined = text
    for letters, form in of.measures.ligatures.items():
        if letters in joined:
            joined = joined.replace(letters, form)
    codes = of.codes
    if all(character in codes for character in joined):
        return _common(joined, of)
    return _mixed(text, of)


def width(text: str, name: str) -> float:
    """Width of `text` for a size of 1; spaces are never kerned."""
    if " " not in text:
        return word(text, name).width
    parts = text.split(" ")
    wide = sum([word(part, name).width for part in parts])
    return wide + (len(parts) - 1) * space(name)


@cache
def space(name: str) -> float:
    """Width of a space for a size of 1."""
    return face(name).widths[" "] / 1000


def operator(text: str, name: str, size: float) -> str:
    """The operator that shows `text`; the font is set already, and set again behind it."""
    parts = [word(part, name).fragment for part in text.split(" ")]
    whole = f"[({' '.join(parts)})]TJ"
    return whole.replace(_SIZE, f"{size:g}") if _SIZE in whole else whole


def _common(joined: str, of: Face) -> Word:
    codes, widths = of.codes, of.widths
    moves = kerns(joined, of.name)
    coded = bytes([codes[character] for character in joined])
    wide = sum([widths[character] for character in joined])
    parts, start = [], 0
    for at, amount in moves:
        parts.append(f"{_escaped(coded[start:at])}){-amount}(")
        wide += amount
        start = at
    parts.append(_escaped(coded[start:]))
    return Word(wide / 1000, "".join(parts), coded)


def _escaped(coded: bytes) -> str:
    return coded.decode("latin-1").replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _mixed(text: str, of: Face) -> Word:
    """A word of several fonts; a character that none has becomes a question mark."""
    wide, fragment, coded, lacking = 0.0, "", b"", ""
    shaped: list[tuple[Shaper, tuple[Glyph, ...]]] = []
    for font, part in _parts(text, of):
        if isinstance(font, Shaper):
            operators, glyphs = _shape(part, font)
            wide += sum(glyph.width for glyph in glyphs)
            shaped.append((font, glyphs))
            fragment += f")]TJ/{font.name}-U {_SIZE} Tf{operators}/{of.name} {_SIZE} Tf[("
            continue
        if font is None:
            lacking += part
        common = _common(part if font else "?" * len(part), of)
        wide += common.width
        fragment += common.fragment
        coded += common.codes
    return Word(wide, fragment, coded, tuple(shaped), lacking)


def _parts(text: str, of: Face) -> Iterator[tuple[Face | Shaper | None, str]]:
    """Stretches of characters that one font has; combining marks stay with their base."""
    owners: list[Face | Shaper | None] = []
    for at, character in enumerate(text):
        owner = of if character in of.codes else fallback(character, of.name)
        if at and isinstance(owners[-1], Shaper) and ord(character) in owners[-1].known:
            owner = owners[-1] if owner is not of or not character.isascii() else owner
        owners.append(owner)
    for _, group in groupby(range(len(text)), key=lambda at: id(owners[at])):
        places = list(group)
        yield owners[places[0]], text[places[0] : places[-1] + 1]


def _shape(text: str, font: Shaper) -> tuple[str, tuple[Glyph, ...]]:
    """The operators that show shaped `text`, and its glyphs in the order they are shown."""
    buffer = font.engine.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    font.engine.shape(font.font, buffer, {"liga": False, "dlig": False, "clig": False})
    scale = 1000 / font.unit
    starts = [*sorted({info.cluster for info in buffer.glyph_infos}), len(text)]
    behind = dict(pairwise(starts))
    told: set[int] = set()
    glyphs, operators = [], []
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        said = text[info.cluster : behind[info.cluster]] if info.cluster not in told else "\u200b"
        told.add(info.cluster)
        own = font.font.get_glyph_h_advance(info.codepoint) * scale
        glyphs.append(Glyph(info.codepoint, said, place.x_advance / font.unit))
        operators.append(_place(info.codepoint, own, place, scale))
    return "".join(operators), tuple(glyphs)


def _place(number: int, own: float, place: Any, scale: float) -> str:
    """Show one glyph, moved across where its place asks for it."""
    across = place.x_offset * scale
    after = own - place.x_advance * scale + across
    before = f"{-across:g}" if across else ""
    return f"[{before}<{number:04X}>{f'{after:.4g}' if round(after, 2) else ''}]TJ"
