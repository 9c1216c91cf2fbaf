"""What a font file (TrueType) says of itself: its family, the distance of its lines, its widths.

OpenType 1.9: tables `name`, `hhea`, `hmtx`, `cmap` (formats 4 and 12), `OS/2`, `head`.
"""

from collections.abc import Iterator
from struct import error as StructError  # noqa: N812 - it is a class
from struct import unpack_from

from msgspec import Struct

_FAMILY = 1
_WINDOWS = 3
_EDITABLE = 8
"""The bit of fsType by which a font may stand in files that are edited; so may one without any."""
_THOUSAND = 1000


class Typeface(Struct, frozen=True):
    """`height` is the distance of lines as a share of the size, `widths` in thousandths by character."""

    family: str
    height: float
    widths: dict[str, int]
    may_be_edited: bool


def read_typeface(data: bytes) -> Typeface | None:
    """The font in `data`; `None` where it cannot be read."""
    try:
        tables = dict(_tables(data))
        (whole,) = unpack_from(">H", tables[b"head"], 18)
        rise, fall, gap = unpack_from(">hhh", tables[b"hhea"], 4)
        (kinds,) = unpack_from(">H", tables[b"OS/2"], 8)
        family = _family(tables[b"name"])
        widths = _widths(tables, whole)
    except (KeyError, ValueError, IndexError, ArithmeticError, StructError):
        return None
    height = (rise - fall + max(0, gap)) / whole
    if not family or not widths or height <= 0:
        return None
    return Typeface(family, height, widths, not kinds & 0xF or bool(kinds & _EDITABLE))


def _tables(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    (count,) = unpack_from(">H", data, 4)
    for at in range(12, 12 + 16 * count, 16):
        tag, _, start, length = unpack_from(">4sIII", data, at)
        yield tag, data[start : start + length]


def _family(table: bytes) -> str:
    """The family as programs list it, in English where the font has that."""
    count, start = unpack_from(">HH", table, 2)
    found: dict[int, str] = {}
    for at in range(6, 6 + 12 * count, 12):
        platform, _, language, sort, length, offset = unpack_from(">6H", table, at)
        if platform == _WINDOWS and sort == _FAMILY:
            raw = table[start + offset : start + offset + length]
            found[language] = raw.decode("utf-16-be", "replace").strip()
    return found.get(0x409) or next(iter(found.values()), "")


def _widths(tables: dict[bytes, bytes], whole: int) -> dict[str, int]:
    (count,) = unpack_from(">H", tables[b"hhea"], 34)
    wide = [unpack_from(">H", tables[b"hmtx"], 4 * glyph)[0] for glyph in range(count)]
    return {
        chr(code): round(wide[min(glyph, count - 1)] * _THOUSAND / whole)
        for code, glyph in _characters(tables[b"cmap"])
    }


def _characters(table: bytes) -> Iterator[tuple[int, int]]:
    """The glyph of each character, by the richest map there is."""
    (count,) = unpack_from(">H", table, 2)
    places = [unpack_from(">HHI", table, 4 + 8 * number)[2] for number in range(count)]
    maps = {unpack_from(">H", table, place)[0]: place for place in places}
    if 12 in maps:  # noqa: PLR2004 - the format's number
        yield from _segmented(table, maps[12])
    elif 4 in maps:  # noqa: PLR2004 - likewise
        yield from _two_bytes(table, maps[4])


def _segmented(table: bytes, place: int) -> Iterator[tuple[int, int]]:
    (count,) = unpack_from(">I", table, place + 12)
    for at in range(place + 16, place + 16 + 12 * min(count, len(table)), 12):
        first, last, glyph = unpack_from(">III", table, at)
        for code in range(first, min(last, 0x10FFFF) + 1):
            yield code, glyph + code - first


def _two_bytes(table: bytes, place: int) -> Iterator[tuple[int, int]]:
    (double,) = unpack_from(">H", table, place + 6)
    count = double // 2
    ends, starts = place + 14, place + 16 + double
    for number in range(count):
        (last,) = unpack_from(">H", table, ends + 2 * number)
        first, delta = (unpack_from(">H", table, starts + by + 2 * number)[0] for by in (0, double))
        offset_at = starts + 2 * double + 2 * number
        (offset,) = unpack_from(">H", table, offset_at)
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if offset:
                (glyph,) = unpack_from(">H", table, offset_at + offset + 2 * (code - first))
            if glyph:
                yield code, (glyph + delta) & 0xFFFF
