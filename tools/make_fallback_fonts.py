"""Prepare the fonts that fill gaps: names in Chinese, Japanese, Korean, Arabic and Hebrew.

Run by hand: `python tools/make_fallback_fonts.py FOLDER`, where FOLDER holds the regular static
TrueType files of Noto Sans JP, KR, SC, Arabic and Hebrew. Of the large ones the characters of the
national standard sets are kept, each in the first font that has it.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

ASSETS = Path(__file__).resolve().parent.parent / "assets" / "fonts"
_KEPT = {
    "NotoSansArabic": None,
    "NotoSansHebrew": None,
    "NotoSansJP": "shift_jis",
    "NotoSansKR": "euc_kr",
    "NotoSansSC": "gb2312",
}
_SHAPING = ["init", "medi", "fina", "isol", "rlig", "ccmp", "mark", "mkmk", "locl", "calt", "kern"]


def main() -> None:
    """Write every font."""
    taken: set[int] = set()
    for name, standard in _KEPT.items():
        font = TTFont(next(Path(sys.argv[1]).rglob(f"{name}[_-]*egular.ttf")))
        codes = set(font.getBestCmap())
        if standard:
            codes &= set(_characters(standard))
            codes -= taken
        taken |= codes
        _cut(font, codes, complex_script=standard is None)
        font.save(ASSETS / f"{name}-Names.ttf")


def _characters(standard: str) -> Iterator[int]:
    """Characters beyond Latin that the set encodes."""
    for code in range(0x2000, 0xFFF0):
        try:
            chr(code).encode(standard)
        except UnicodeEncodeError:
            continue
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


if __name__ == "__main__":
    main()
