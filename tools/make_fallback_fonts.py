"""Prepare the fonts that fill gaps: names in Chinese, Japanese, Korean, Arabic and Hebrew.

Run by hand: `python tools/make_fallback_fonts.py FOLDER`, where FOLDER holds the regular static
TrueType files of Noto Sans JP, KR, SC, Arabic and Hebrew, and `NotoSansCJK-Regular.ttc` for the
letters of Taiwan. Of the large ones the characters of the national standard sets are kept, each in
the first font that has it. With the name of one of them behind FOLDER, only that one is made.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont, newTable

ASSETS = Path(__file__).resolve().parent.parent / "assets" / "fonts"
_KEPT = {
    "NotoSansArabic": None,
    "NotoSansHebrew": None,
    "NotoSansJP": "shift_jis",
    "NotoSansKR": "euc_kr",
    "NotoSansSC": "gb2312",
    "NotoSansTC": "big5",
}
_COLLECTION, _IN_IT = "NotoSansCJK-Regular.ttc", {"NotoSansTC": "Noto Sans CJK TC"}
_COMMON = range(0xA440, 0xC67F)
"""The first level of Big5: what is in use."""
_FAR = 1.0
"""Units by which an outline may change where its curves become those of TrueType."""
_SHAPING = ["init", "medi", "fina", "isol", "rlig", "ccmp", "mark", "mkmk", "locl", "calt", "kern"]


def main() -> None:
    """Write every font, or the one that is named."""
    taken: set[int] = set()
    for name, standard in _KEPT.items():
        if sys.argv[2:] and name not in sys.argv[2:]:
            taken |= set(TTFont(ASSETS / f"{name}-Names.ttf").getBestCmap())
            continue
        font = _opened(Path(sys.argv[1]), name)
        codes = set(font.getBestCmap())
        if standard:
            codes &= set(_characters(standard))
            codes -= taken
        taken |= codes
        _cut(font, codes, complex_script=standard is None)
        if "CFF " in font:
            _make_truetype(font)
        font.save(ASSETS / f"{name}-Names.ttf")


def _opened(folder: Path, name: str) -> TTFont:
    if name not in _IN_IT:
        return TTFont(next(folder.rglob(f"{name}[_-]*egular.ttf")))
    collection = TTCollection(next(folder.rglob(_COLLECTION)))
    return next(font for font in collection if font["name"].getDebugName(1) == _IN_IT[name])


def _characters(standard: str) -> Iterator[int]:
    """Characters beyond Latin that the set encodes."""
    for code in range(0x2000, 0xFFF0):
        try:
            encoded = chr(code).encode(standard)
        except UnicodeEncodeError:
            continue
        if standard != "big5" or int.from_bytes(encoded) in _COMMON:
            yield code


def _cut(font: TTFont, codes: set[int], *, complex_script: bool) -> None:
    options = subset.Options()
    options.layout_features = _SHAPING if complex_script else []
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.drop_tables += [
        "vhea",
        "vmtx",
        "VORG",
        "BASE",
        "GPOS" if not complex_script else "BASE",
    ]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=codes)
    cutter.subset(font)


def _make_truetype(font: TTFont) -> None:
    """Put quadratic outlines in the place of cubic ones."""
    glyphs, order = font.getGlyphSet(), font.getGlyphOrder()
    drawn = {}
    for name in order:
        pen = TTGlyphPen(None)
        glyphs[name].draw(Cu2QuPen(pen, _FAR, reverse_direction=True))
        drawn[name] = pen.glyph()
    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = order, drawn
    font["maxp"].tableVersion = 0x00010000
    for field in (
        "maxZones maxTwilightPoints maxStorage maxFunctionDefs maxInstructionDefs maxStackElements "
        "maxSizeOfInstructions maxComponentElements"
    ).split():
        setattr(font["maxp"], field, 1 if field == "maxZones" else 0)
    font["post"].formatType, font["post"].extraNames, font["post"].mapping = 2.0, [], {}
    del font["CFF "]
    font.sfntVersion = "\000\001\000\000"


if __name__ == "__main__":
    main()
