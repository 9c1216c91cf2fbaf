"""Prepare the PDF writer's tables: measures of the bundled faces, English hyphenation patterns.

Run by hand when a font or pyphen's dictionary changes. Both are prepared because
reading GPOS or pyphen's own file takes longer than laying out ten pages.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyphen
from fontTools.ttLib import TTFont

ASSETS = Path(__file__).resolve().parent.parent / "assets"
_PATTERN = re.compile(r"[a-z.'’0-9]+")
_ADJUSTMENT = 2
"""Type of the GPOS lookups that hold pairs; others are wrapped or contextual."""
_EXTENSION = 9

Pairs = dict[tuple[str, str], int]


def main() -> None:
    """Write every table."""
    for face in sorted((ASSETS / "fonts").glob("*.ttf")):
        font = TTFont(face)
        _write(face.with_suffix(".json"), _measures(font) | _classes(_characters(font)))
    _write(ASSETS / "hyphenation" / "en.json", _patterns())


def _write(path: Path, table: object) -> None:
    text = json.dumps(table, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text + "\n", "utf-8")


def _measures(font: TTFont) -> dict[str, object]:
    """Characters with their glyphs and widths in thousandths of the size, and the face's own."""
    known = {code: glyph for code, glyph in sorted(font.getBestCmap().items()) if code > 31}
    scale = 1000 / font["head"].unitsPerEm
    head, rise = font["head"], font["hhea"]
    box = [round(edge * scale) for edge in (head.xMin, head.yMin, head.xMax, head.yMax)]
    return {
        "chars": "".join(map(chr, known)),
        "glyphs": [font.getGlyphID(glyph) for glyph in known.values()],
        "widths": [round(font["hmtx"][glyph][0] * scale, 1) for glyph in known.values()],
        "ligatures": _ligatures(font, known),
        "ascent": round(rise.ascent * scale),
        "descent": round(rise.descent * scale),
        "capital": round(font["OS/2"].sCapHeight * scale),
        "angle": font["post"].italicAngle,
        "box": box,
    }


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
    return {pair: amount for pair, amount in rounded.items() if amount}


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


def _classes(pairs: Pairs) -> dict[str, object]:
    """Characters that kern alike become one class."""
    lefts: dict[object, str] = {}
    rights: dict[object, str] = {}
    firsts, seconds = (sorted({pair[side] for pair in pairs}) for side in (0, 1))
    for a in firsts:
        key = tuple((b, pairs[a, b]) for b in seconds if (a, b) in pairs)
        lefts[key] = lefts.get(key, "") + a
    for b in seconds:
        key = tuple((a, pairs[a, b]) for a in firsts if (a, b) in pairs)
        rights[key] = rights.get(key, "") + b
    left, right = list(lefts.values()), list(rights.values())
    values = [[pairs.get((a[0], b[0]), 0) for b in right] for a in left]
    return {"left": left, "right": right, "values": values}


def _patterns() -> dict[str, str]:
    """Liang's patterns: letters, and the digit in front of each and behind the last."""
    source = Path(pyphen.__file__).parent / "dictionaries" / "hyph_en_US.dic"
    found: dict[str, str] = {}
    for line in source.read_text("utf-8").splitlines():
        if _PATTERN.fullmatch(line) and re.search(r"\d", line):
            digits = re.findall(r"(\d?)[^\d]|(\d?)$", line)
            letters = re.sub(r"\d", "", line)
            found[letters] = "".join((a or b or "0") for a, b in digits)[: len(letters) + 1]
    return found


if __name__ == "__main__":
    main()
