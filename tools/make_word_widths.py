"""Makes `assets/word-widths.json`: how wide the letters of Word's usual fonts are.

The measures are those of free fonts made as wide: Carlito for Calibri, Caladea for Cambria, Liberation
for Arial and Times New Roman, Gelasio (SIL Open Font License, as static TrueType) for Georgia. Run by
hand, with the folders that hold them: python tools/make_word_widths.py /usr/share/fonts/truetype gelasio
"""

import json
import sys
from pathlib import Path

from fontTools.ttLib import TTFont

TARGET = Path(__file__).resolve().parent.parent / "assets" / "word-widths.json"
FAMILIES = {
    "Calibri": "Carlito",
    "Cambria": "Caladea",
    "Arial": "LiberationSans",
    "Times New Roman": "LiberationSerif",
    "Georgia": "Gelasio",
}
HEIGHTS = {"Georgia": 1.1362}
"""Of lines, where the free font's are others: Georgia rises 1878 and falls 449 of 2048."""
CUTS = ("Regular", "Bold", "Italic", "BoldItalic")
CHARACTERS = "".join(
    chr(code)
    for first, last in ((0x20, 0x7E), (0xA0, 0x17F), (0x391, 0x3C9), (0x400, 0x45F), (0x2010, 0x2044))
    for code in range(first, last + 1)
) + "€™"  # fmt: skip


def main() -> None:
    """Write the table."""
    files = [file for folder in sys.argv[1:] for file in Path(folder).rglob("*.ttf")]
    named = {file.stem: file for file in sorted(files, reverse=True)}
    table: dict[str, object] = {}
    for name, free in FAMILIES.items():
        fonts = [TTFont(named[f"{free}-{cut}"]) for cut in CUTS]
        rise = fonts[0]["hhea"]
        height = (rise.ascent - rise.descent + rise.lineGap) / fonts[0]["head"].unitsPerEm
        table[name] = {
            "height": HEIGHTS.get(name, round(height, 4)),
            "cuts": list(map(_widths, fonts)),
        }
    TARGET.write_text(
        json.dumps(
            {"characters": CHARACTERS, "fonts": table}, ensure_ascii=False, separators=(",", ":")
        )
        + "\n",
        "utf-8",
    )


def _widths(font: TTFont) -> list[int]:
    """Widths in thousandths of the size; 0 where the font lacks the character."""
    known, widths, whole = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    return [
        round(widths[known[ord(sign)]][0] * 1000 / whole) if ord(sign) in known else 0
        for sign in CHARACTERS
    ]


if __name__ == "__main__":
    main()
