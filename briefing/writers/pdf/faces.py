"""The faces: those the program brings with their prepared measures, and what fills their gaps."""

import marshal
import os
import sys
import zlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from briefing.resources import asset
from briefing.writers.pdf.coding import SOFT_HYPHEN, byte_codes

FALLBACKS = (
    "NotoSansArabic-Names.ttf", "NotoSansHebrew-Names.ttf", "NotoSansJP-Names.ttf",
    "NotoSansKR-Names.ttf", "NotoSansSC-Names.ttf", "NotoSansTC-Names.ttf",
)  # fmt: skip
# Fonts with wide coverage and glyf outlines that machines often have, by file name.
_SYSTEM_FONTS = (
    "DejaVuSans.ttf", "NotoSans-Regular.ttf", "BIZUDPMincho-Regular.ttf",
    "BIZUDPGothic-Regular.ttf", "NotoSansJP-Regular.ttf", "NotoSansKR-Regular.ttf",
    "NotoSansSC-Regular.ttf", "ipaexm.ttf", "NanumGothic.ttf", "wqy-zenhei.ttc", "msgothic.ttc",
    "malgun.ttf", "simsun.ttc", "msyh.ttc", "Arial Unicode.ttf", "arialuni.ttf", "segoeui.ttf",
    "arial.ttf", "NotoSansArabic-Regular.ttf", "NotoSansHebrew-Regular.ttf",
    "NotoSansDevanagari-Regular.ttf", "NotoSansThai-Regular.ttf", "NotoSansSymbols2-Regular.ttf",
)  # fmt: skip
_MOST_FILES = 20_000
Program = tuple[str, bytes, int, bytes]


class Face(Struct):
    """A face prepared for setting; lengths in thousandths of the size.

    `codes` are the bytes of its characters, `widths` by byte. `rows[left[a]][right[b]]` is by how much
    `b` stands nearer to `a` or further off. `programs` are the cut font for plain text and for all bytes:
    each is (tag, compressed program, its length, compressed map to Unicode). A house's own face has
    a `shaper` in place of rows, and its programs are cut when it is embedded.
    """

    name: str
    alias: str
    codes: dict[str, int]
    widths: list[float]
    glyphs: dict[int, int]
    ligatures: dict[str, str]
    measures: tuple[float, ...]
    left: bytes
    right: bytes
    rows: list[list[int]]
    programs: list[Program]
    shaper: "Shaper | None" = None


_BUNDLED = (
    "SourceSerif4-Regular", "SourceSerif4-Italic", "SourceSerif4-SemiBold",
    "SourceSerif4-SemiBoldItalic", "SourceSans3-Regular", "SourceSans3-Italic",
    "SourceSans3-SemiBold",
)  # fmt: skip


_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
_HOUSE: dict[str, Face] = {}


def house_face(name: str, data: bytes) -> str:
    """Make a house's own font (TrueType) ready; the name that its face goes by from now on."""
    own = f"{_plain(name)}-{zlib.crc32(data):08X}"
    if own not in _HOUSE:
        _HOUSE[own] = _opened(own, data)
    return own


def _opened(name: str, data: bytes) -> Face:
    import uharfbuzz  # noqa: PLC0415 - wanted only for fonts that are not prepared

    of = _shaper(name, data, uharfbuzz)
    font, scale = of.font, 1000 / of.unit
    codes = byte_codes(map(chr, sorted(of.known)))
    codes |= {_NO_BREAK_SPACE: 0xA0, SOFT_HYPHEN: 0xAD}
    stands = {SOFT_HYPHEN: "-"} | ({} if 0xA0 in of.known else {_NO_BREAK_SPACE: " "})  # noqa: PLR2004
    glyphs = {
        code: font.get_nominal_glyph(ord(stands.get(one, one))) or 0 for one, code in codes.items()
    }
    widths = [0.0] * 256
    for code, glyph in glyphs.items():
        widths[code] = round(font.get_glyph_h_advance(glyph) * scale, 1)
    extents = font.get_font_extents("ltr")
    up, down = round(extents.ascender * scale), round(extents.descender * scale)
    measures = (up, down, 700, 0, -1000, down, 2000, up)
    return Face(name, f"H{name[-8:]}", codes, widths, glyphs, {}, measures, b"", b"", [], [], of)


def face(name: str) -> Face:
    """The face of that name, bundled or a house's own."""
    return _HOUSE.get(name) or _bundled(name)


@cache
def _bundled(name: str) -> Face:
    # Our own file, written by tools/make_pdf_tables.py; JSON of it takes thrice the time.
    table = marshal.loads(asset(f"fonts/{name}.face").read_bytes())  # noqa: S302
    return Face(name, f"F{_BUNDLED.index(name)}", **table)


class Shaper(Struct, frozen=True, eq=False):
    """A font whose text is shaped glyph by glyph (HarfBuzz)."""

    name: str
    data: bytes
    font: Any
    engine: Any
    unit: int
    known: frozenset[int]


@cache
def shaper(path: Path) -> Shaper:
    """The font in that file."""
    import uharfbuzz  # noqa: PLC0415 - wanted only where the bundled faces lack a character

    made = _shaper(_plain(path.stem), path.read_bytes(), uharfbuzz)
    _FILES[made] = str(path)
    return made


_FILES: dict[Shaper, str] = {}


def shaper_file(font: Shaper) -> str:
    """The file that `shaper` read a font from."""
    return _FILES[font]


def shaper_at(file: str) -> Shaper:
    """The font in that file."""
    return shaper(Path(file))


def _shaper(name: str, data: bytes, engine: Any) -> Shaper:
    opened = engine.Face(engine.Blob(data))
    known = frozenset(opened.unicodes)
    return Shaper(name, data, engine.Font(opened), engine, opened.upem, known)


def _plain(name: str) -> str:
    """A name that can stand in a file: letters, digits, hyphens."""
    return "".join(part for part in name if (part.isascii() and part.isalnum()) or part == "-")


@cache
def fallback(character: str, name: str) -> Shaper | None:
    """A font that has `character`; `None` if none at hand does."""
    code = ord(character)
    for bundled in (name, "SourceSerif4-Regular", "SourceSans3-Regular"):
        own = asset(f"fonts/{bundled}.ttf")
        if bundled in _BUNDLED and code in shaper(own).known:
            return shaper(own)
    for path in _others():
        if path.is_file() and code in shaper(path).known:
            return shaper(path)
    return None


def _others() -> Iterator[Path]:
    """Fonts for what the faces lack: those that come along, and only then the machine's own."""
    for file in FALLBACKS:
        yield asset(f"fonts/{file}")
    yield from _system_fonts()


def _folders() -> Iterator[Path]:
    home = Path.home()
    if sys.platform == "win32":
        yield Path(os.environ.get("WINDIR", "C:/Windows"), "Fonts")
    elif sys.platform == "darwin":
        yield from (Path("/Library/Fonts"), Path("/System/Library/Fonts"), home / "Library/Fonts")
    else:
        yield from (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".fonts")


@cache
def _system_fonts() -> tuple[Path, ...]:
    """The known fonts this machine has that can be embedded; looked for only when needed."""
    wanted = {name: order for order, name in enumerate(_SYSTEM_FONTS)}
    found: dict[str, Path] = {}
    seen = 0
    for top in _folders():
        for folder, _, names in os.walk(top):
            for name in names:
                seen += 1
                if name in wanted:
                    found.setdefault(name, Path(folder, name))
        if seen > _MOST_FILES:
            break
    return tuple(
        filter(_embeddable, (found[name] for name in sorted(found, key=wanted.__getitem__)))
    )


def _embeddable(path: Path) -> bool:
    """Whether reportlab can read the font, and its maker lets it be embedded."""
    from reportlab.pdfbase.ttfonts import TTFError, TTFontFile  # noqa: PLC0415 - 60 ms, seldom

    try:
        TTFontFile(str(path))
    except (TTFError, OSError):
        return False
    return True
