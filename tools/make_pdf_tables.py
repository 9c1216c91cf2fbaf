"""Prepare the PDF writer's tables: the bundled faces, English hyphenation patterns.

Run by hand when a font or pyphen's dictionary changes. Both are prepared because
reading GPOS or pyphen's own file takes longer than laying out ten pages. Of each face there are two
programs, cut, without hints, and compressed: that of plain English text, and that of all the bytes.
"""

import marshal
import re
import struct
import zlib
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pyphen
from fontTools.ttLib import TTFont

from briefing.writers.pdf.coding import BASIC, byte_codes
from briefing.writers.pdf.embedding import embeddable

ASSETS = Path(__file__).resolve().parent.parent / "assets"
_PATTERN = re.compile(r"[a-z.'’0-9]+")
_ADJUSTMENT = 2
"""Type of the GPOS lookups that hold pairs; others are wrapped or contextual."""
_EXTENSION = 9
_LEAST_MOVE = 6
"""Smaller moves are left out: at 10 points they are a twentieth of one, less than printers can show."""

_END = -1
"""Among the branches of a node the number of the pattern that ends there."""

Pairs = dict[tuple[str, str], int]
_Node = dict[int, Any]


def main() -> None:
    """Write every table."""
    for path in sorted((ASSETS / "fonts").glob("Source*.ttf")):
        # Version 2 is plain: the same table is the same bytes, and every Python reads it.
        path.with_suffix(".face").write_bytes(marshal.dumps(_face(path), 2))
    (ASSETS / "hyphenation" / "en.patterns").write_bytes(marshal.dumps(_patterns(), 2))


def _face(path: Path) -> dict[str, object]:
    """What the writer wants of a face; lengths in thousandths of the size."""
    font = TTFont(path)
    known = {code: glyph for code, glyph in sorted(font.getBestCmap().items()) if code > 31}
    scale = 1000 / font["head"].unitsPerEm
    codes = byte_codes(map(chr, known))
    widths = {
        code: round(font["hmtx"][known[ord(one)]][0] * scale, 1) for one, code in codes.items()
    }
    glyphs = {code: font.getGlyphID(known[ord(one)]) for one, code in codes.items()}
    glyphs[codes["\u00ad"]] = glyphs[codes["-"]]
    widths[codes["\u00ad"]] = widths[codes["-"]]
    head, rise = font["head"], font["hhea"]
    measures = (
        round(rise.ascent * scale), round(rise.descent * scale),
        round(font["OS/2"].sCapHeight * scale), font["post"].italicAngle,
        *(round(edge * scale) for edge in (head.xMin, head.yMin, head.xMax, head.yMax)),
    )  # fmt: skip
    table = {
        "codes": codes,
        "widths": [widths.get(code, 0.0) for code in range(256)],
        "glyphs": glyphs,
        "ligatures": _ligatures(font, known),
        "measures": measures,
        **_kerning(_characters(font), codes),
    }
    data = path.read_bytes()
    basic = {code for one, code in codes.items() if one in BASIC}
    programs = (embeddable(data, table, only) for only in (basic, set(codes.values())))
    return table | {"programs": [tuple(_packed(part) for part in one) for one in programs]}


def _packed(part: str | bytes | int) -> str | bytes | int:
    return zlib.compress(part, 9) if isinstance(part, bytes) else part


def _ligatures(font: TTFont, known: dict[int, str]) -> dict[str, str]:
    """Letters that the face joins by default, and the character of the joined form."""
    forms = {known[code]: chr(code) for code in range(0xFB00, 0xFB05) if code in known}
    names = {glyph: chr(code) for code, glyph in known.items()}
    table = font["GSUB"].table
    wanted = {
        at
        for one in table.FeatureList.FeatureRecord
        if one.FeatureTag == "liga"
        for at in one.Feature.LookupListIndex
    }
    found: dict[str, str] = {}
    for lookup in (table.LookupList.Lookup[at] for at in sorted(wanted)):
        for wrapped in lookup.SubTable:
            for first, sets in getattr(wrapped, "ExtSubTable", wrapped).ligatures.items():
                for one in sets:
                    parts = [names.get(glyph, "") for glyph in (first, *one.Component)]
                    if one.LigGlyph in forms and all(parts):
                        found["".join(parts)] = forms[one.LigGlyph]
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))


def _characters(font: TTFont) -> Pairs:
    """Kerning between Latin characters and punctuation, in thousandths of the size."""
    glyphs: dict[str, list[str]] = {}
    for code, glyph in font.getBestCmap().items():
        if 0x21 <= code < 0x180 or 0x2010 <= code <= 0x203A or 0xFB00 <= code < 0xFB05:
            glyphs.setdefault(glyph, []).append(chr(code))
    unit = font["head"].unitsPerEm
    found: Pairs = {}
    for lookup in _lookups(font["GPOS"].table):
        for (left, right), amount in _lookup(lookup, list(glyphs)).items():
            for pair in ((a, b) for a in glyphs[left] for b in glyphs[right]):
                found[pair] = found.get(pair, 0) + amount
    rounded = {pair: round(amount * 1000 / unit) for pair, amount in found.items()}
    return {pair: amount for pair, amount in rounded.items() if abs(amount) >= _LEAST_MOVE}


def _lookups(gpos: Any) -> Iterator[Any]:
    records = gpos.ScriptList.ScriptRecord
    script = next(one.Script for one in records if one.ScriptTag in {"DFLT", "latn"})
    features = [gpos.FeatureList.FeatureRecord[at] for at in script.DefaultLangSys.FeatureIndex]
    kern = {
        at for one in features if one.FeatureTag == "kern" for at in one.Feature.LookupListIndex
    }
    return (gpos.LookupList.Lookup[at] for at in sorted(kern))


def _lookup(lookup: Any, glyphs: list[str]) -> Pairs:
    """Pairs of one lookup; of its subtables the first that covers a pair decides."""
    found: Pairs = {}
    for wrapped in lookup.SubTable:
        table = wrapped.ExtSubTable if wrapped.LookupType == _EXTENSION else wrapped
        if table.LookupType != _ADJUSTMENT:
            continue
        for pair, value in (_single if table.Format == 1 else _classed)(table, glyphs):
            found.setdefault(pair, getattr(value, "XAdvance", 0))
    return found


def _single(table: Any, glyphs: list[str]) -> Iterator[tuple[tuple[str, str], Any]]:
    for left, pairs in zip(table.Coverage.glyphs, table.PairSet, strict=True):
        for record in pairs.PairValueRecord:
            if left in glyphs and record.SecondGlyph in glyphs:
                yield (left, record.SecondGlyph), record.Value1


def _classed(table: Any, glyphs: list[str]) -> Iterator[tuple[tuple[str, str], Any]]:
    first, second = table.ClassDef1.classDefs, table.ClassDef2.classDefs
    for left in set(table.Coverage.glyphs) & set(glyphs):
        row = table.Class1Record[first.get(left, 0)].Class2Record
        for right in glyphs:
            yield (left, right), row[second.get(right, 0)].Value1


def _kerning(pairs: Pairs, codes: dict[str, int]) -> dict[str, object]:
    """Bytes that kern alike become one class; a row for each class of left bytes."""
    moved = {(codes[a], codes[b]): by for (a, b), by in pairs.items() if {a, b} <= codes.keys()}
    lines = [tuple(moved.get((a, b), 0) for b in range(256)) for a in range(256)]
    columns = [tuple(moved.get((a, b), 0) for a in range(256)) for b in range(256)]
    left, first = _classes(lines)
    right, second = _classes(columns)
    rows = [[moved.get((a, b), 0) for b in second] for a in first]
    return {"left": left, "right": right, "rows": rows}


def _classes(lines: list[tuple[int, ...]]) -> tuple[bytes, list[int]]:
    """The class of each byte, and one byte of each class."""
    known: dict[tuple[int, ...], int] = {}
    of = bytes(known.setdefault(line, len(known)) for line in lines)
    return of, [of.index(number) for number in range(len(known))]


def _patterns() -> tuple[bytes, bytes, bytes, bytes]:
    """Liang's patterns as `briefing.writers.pdf.hyphenation` reads them.

    In its packed tree of letters each pattern leads to its digits in a text of them, which stand
    there once for all patterns that have the same.
    """
    source = Path(pyphen.__file__).parent / "dictionaries" / "hyph_en_US.dic"
    tree: _Node = {}
    values, places = b"\0", dict[bytes, int]()
    for line in source.read_text("utf-8").splitlines():
        if _PATTERN.fullmatch(line) and re.search(r"\d", line):
            digits = [int(digit or 0) for digit in re.findall(r"(\d?)[^\d]?", line)]
            packed = bytes(digits).rstrip(b"\0")
            packed = bytes((len(packed), *packed))
            node = tree
            for code in re.sub(r"\d", "", line).encode("cp1252"):
                node = node.setdefault(code, {})
            node[_END] = places.setdefault(packed, len(values))
            if places[packed] == len(values):
                values += packed
    return *_tree(tree), values


def _tree(tree: _Node) -> tuple[bytes, bytes, bytes]:
    """A tree of letters packed: each node has a base of its own, and its branches are in free places."""
    bases, characters, ends = [0] * 65536, bytearray(65536), [0] * 65536
    taken: set[int] = set()
    waiting: list[tuple[int, _Node]] = [(0, tree)]
    most = 0
    for place, node in waiting:
        codes = [code for code in node if code != _END]
        ends[place] = node.get(_END, 0)
        if not codes:
            continue
        base = next(
            at for at in count(1)
            if at not in taken and not any(characters[at + code] for code in codes)
        )  # fmt: skip
        taken.add(base)
        bases[place] = base
        for code in codes:
            characters[base + code] = code
            waiting.append((base + code, node[code]))
        most = max(most, base)
    upto = most + 256
    packed = (struct.pack(f"<{upto}H", *numbers[:upto]) for numbers in (bases, ends))
    first, last = packed
    return first, bytes(characters[:upto]), last


if __name__ == "__main__":
    main()
