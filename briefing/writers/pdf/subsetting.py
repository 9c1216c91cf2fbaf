"""A TrueType font cut down to the glyphs that are shown (OpenType 1.9: glyf, loca, hmtx)."""

import struct
from collections.abc import Sequence

from msgspec import Struct

_COMPOSITE = -1
_WORDS, _SCALE, _MORE, _XY_SCALE, _2X2, _INSTRUCTIONS = 0x1, 0x8, 0x20, 0x40, 0x80, 0x100
_OFFSETS = 0x2

Composed = tuple[tuple[tuple[int, int, int], ...], int]
"""A new glyph: glyphs of the font with how far each is moved to the right and up, and its width."""


class Program(Struct, frozen=True):
    """A cut font: its bytes, the glyph that each of the whole font became, and those newly composed."""

    data: bytes
    became: dict[int, int]
    composed: dict[Composed, int]


_MOST_PARTS = 64
"""Parts of a glyph that are drawn."""
_FAR = 0x4000
"""Units of the font by which a part is not moved."""


def tables(data: bytes) -> dict[str, bytes]:
    """The tables of a font, the first one of a collection."""
    start = struct.unpack(">I", data[12:16])[0] if data[:4] == b"ttcf" else 0
    (count,) = struct.unpack(">H", data[start + 4 : start + 6])
    found = {}
    for at in range(start + 12, start + 12 + 16 * count, 16):
        tag, _, offset, length = struct.unpack(">4sIII", data[at : at + 16])
        found[tag.decode("latin-1")] = data[offset : offset + length]
    return found


def cut(
    data: bytes, wanted: Sequence[int], codes: dict[int, int], composed: Sequence[Composed] = ()
) -> Program:
    """The font with `.notdef`, `wanted` and their parts; `codes` lead from bytes to wanted glyphs.

    Behind them stand the glyphs `composed` of others.
    """
    table = tables(data)
    starts = _starts(table)
    glyphs, became = [0], {0: 0}
    for glyph in (*wanted, *(part for parts, _ in composed for part, *_ in parts)):
        if glyph not in became:
            became[glyph] = len(glyphs)
            glyphs.append(glyph)
    outlines = []
    for glyph in glyphs:  # grows while parts are found
        outline = table["glyf"][starts[glyph] : starts[glyph + 1]]
        outlines.append(_outline(outline, glyphs, became))
    own = {one: len(glyphs) + at for at, one in enumerate(composed)}
    made = [_made(parts, outlines, became) for parts, _ in composed]
    bearings = [struct.unpack(">h", one[2:4])[0] if one else 0 for one in made]
    widths = [max(width, 0) for _, width in composed]
    outlines += made
    count = len(outlines)
    new = {
        "head": _head(table["head"]),
        "hhea": table["hhea"][:34] + struct.pack(">H", count),
        "maxp": table["maxp"][:4] + struct.pack(">H", count) + _unhinted(table["maxp"], composed),
        "hmtx": _metrics(table, glyphs)
        + b"".join(map(struct.Struct(">Hh").pack, widths, bearings)),
        "loca": _offsets(outlines),
        "glyf": b"".join(outlines),
        "cmap": _cmap({code: became[glyph] for code, glyph in codes.items()}),
    }
    return Program(_join(new), became, own)


def _starts(table: dict[str, bytes]) -> list[int]:
    loca = table["loca"]
    if struct.unpack(">h", table["head"][50:52])[0]:
        return list(struct.unpack(f">{len(loca) // 4}I", loca[: len(loca) // 4 * 4]))
    return [2 * at for at in struct.unpack(f">{len(loca) // 2}H", loca[: len(loca) // 2 * 2])]


def _outline(outline: bytes, glyphs: list[int], became: dict[int, int]) -> bytes:
    """A glyph without hints; parts it is composed of are added to `glyphs` and renumbered."""
    if not outline:
        return b""
    (contours,) = struct.unpack(">h", outline[:2])
    bare = (
        _composed(outline, glyphs, became) if contours <= _COMPOSITE else _simple(outline, contours)
    )
    return bare + b"\0" * (-len(bare) % 4)


def _simple(outline: bytes, contours: int) -> bytes:
    at = 10 + 2 * contours
    (length,) = struct.unpack(">H", outline[at : at + 2])
    return outline[:at] + b"\0\0" + outline[at + 2 + length :]


def _composed(outline: bytes, glyphs: list[int], became: dict[int, int]) -> bytes:
    new = bytearray(outline)
    at = 10
    while True:
        flags, part = struct.unpack(">HH", outline[at : at + 4])
        if part not in became:
            became[part] = len(glyphs)
            glyphs.append(part)
        struct.pack_into(">HH", new, at, flags & ~_INSTRUCTIONS, became[part])
        at += 4 + (4 if flags & _WORDS else 2)
        at += 2 if flags & _SCALE else 4 if flags & _XY_SCALE else 8 if flags & _2X2 else 0
        if not flags & _MORE:
            return bytes(new[:at])


def _made(
    parts: Sequence[tuple[int, int, int]], outlines: Sequence[bytes], became: dict[int, int]
) -> bytes:
    """A glyph composed of others; those without an outline, such as spaces, are left out.

    So are marks that a character has beyond any writing: they would lie outside of all that a font can
    tell (Stream-Safe Text Format, UAX 15, has 30 at most).
    """
    shown = [
        (became[part], x, y)
        for part, x, y in parts[:_MOST_PARTS]
        if outlines[became[part]] and max(abs(x), abs(y)) < _FAR
    ]
    if not shown:
        return b""
    boxes = []
    made = b""
    for number, (part, x, y) in enumerate(shown, 1):
        box = struct.unpack(">4h", outlines[part][2:10])
        boxes.append((box[0] + x, box[1] + y, box[2] + x, box[3] + y))
        more = _MORE if number < len(shown) else 0
        made += struct.pack(">HHhh", _WORDS | _OFFSETS | more, part, x, y)
    least, most = [list(map(pick, zip(*boxes, strict=True))) for pick in (min, max)]
    head = struct.pack(">5h", _COMPOSITE, *least[:2], *most[2:])
    return head + made + b"\0" * (-len(made + head) % 4)


def _head(head: bytes) -> bytes:
    """Long offsets, no sum of its own yet."""
    return head[:8] + b"\0\0\0\0" + head[12:50] + struct.pack(">h", 1) + head[52:54]


def _unhinted(maxp: bytes, composed: Sequence[Composed] = ()) -> bytes:
    """The greatest sizes, with those of hints at zero: zones stay at two."""
    if len(maxp) < 32:  # noqa: PLR2004 - version 0.5 has no more
        return b""
    points, contours, inner_points, inner_contours = struct.unpack(">4H", maxp[6:14])
    elements, depth = struct.unpack(">2H", maxp[28:32])
    if composed:
        most = min(max(len(parts) for parts, _ in composed), _MOST_PARTS)
        inner_points = min(max(points, inner_points) * most, 0xFFFF)
        inner_contours = min(max(contours, inner_contours) * most, 0xFFFF)
        elements, depth = max(elements, most), depth + 1
    sizes = (points, contours, inner_points, inner_contours)
    return struct.pack(">13H", *sizes, 2, 0, 0, 0, 0, 0, 0, elements, depth)


def _metrics(table: dict[str, bytes], glyphs: Sequence[int]) -> bytes:
    hmtx = table["hmtx"]
    (full,) = struct.unpack(">H", table["hhea"][34:36])
    parts = []
    for glyph in glyphs:
        if glyph < full:
            parts.append(hmtx[4 * glyph : 4 * glyph + 4])
        else:
            bearing = 4 * full + 2 * (glyph - full)
            parts.append(hmtx[4 * full - 4 : 4 * full - 2] + hmtx[bearing : bearing + 2])
    return b"".join(parts)


def _offsets(outlines: Sequence[bytes]) -> bytes:
    at, offsets = 0, [0]
    for outline in outlines:
        at += len(outline)
        offsets.append(at)
    return struct.pack(f">{len(offsets)}I", *offsets)


def _cmap(codes: dict[int, int]) -> bytes:
    """One table from byte to glyph, for a symbolic font (format 6)."""
    span = range(min(codes, default=0), max(codes, default=0) + 1)
    listed = [codes.get(code, 0) for code in span]
    body = struct.pack(f">{len(listed)}H", *listed)
    head = struct.pack(">5H", 6, 10 + len(body), 0, span.start, len(listed))
    return struct.pack(">HHHHI", 0, 1, 1, 0, 12) + head + body


def _join(new: dict[str, bytes]) -> bytes:
    count = len(new)
    power = count.bit_length() - 1
    search = 16 << power
    head = struct.pack(">IHHHH", 0x00010000, count, search, power, count * 16 - search)
    at = len(head) + 16 * count
    entries, bodies = [], []
    for tag, body in sorted(new.items()):
        padded = body + b"\0" * (-len(body) % 4)
        entries.append(struct.pack(">4sIII", tag.encode(), _sum(padded), at, len(body)))
        bodies.append(padded)
        at += len(padded)
    return head + b"".join(entries) + b"".join(bodies)


def _sum(padded: bytes) -> int:
    whole: int = sum(struct.unpack(f">{len(padded) // 4}I", padded))
    return whole & 0xFFFFFFFF
