"""The faces: those the program brings with their prepared measures, and what fills their gaps."""

import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from briefing.resources import asset

FALLBACKS = (
    "NotoSansArabic-Names.ttf", "NotoSansHebrew-Names.ttf", "NotoSansJP-Names.ttf",
    "NotoSansKR-Names.ttf", "NotoSansSC-Names.ttf",
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
_LIGATURE_CODES = {"\ufb00": 0x81, "\ufb01": 0x8D, "\ufb02": 0x8F, "\ufb03": 0x90, "\ufb04": 0x9D}
"""Bytes that Windows-1252 leaves free."""
SOFT_HYPHEN = "\u00ad"


class Measures(Struct, frozen=True):
    """What `tools/make_pdf_tables.py` prepares of a face; in thousandths of the size."""

    chars: str
    glyphs: tuple[int, ...]
    widths: tuple[float, ...]
    ligatures: dict[str, str]
    ascent: int
    descent: int
    capital: int
    angle: float
    box: tuple[int, int, int, int]
    left: tuple[str, ...]
    right: tuple[str, ...]
    values: tuple[tuple[int, ...], ...]


class Face(Struct, frozen=True):
    """A face the program brings: glyphs and widths by character, one byte for each common one."""

    name: str
    measures: Measures
    glyphs: dict[str, int]
    widths: dict[str, float]
    codes: dict[str, int]
    left: dict[str, int]
    right: dict[str, int]


@cache
def face(name: str) -> Face:
    """The bundled face of that name."""
    found = msgspec.json.decode(asset(f"fonts/{name}.json").read_bytes(), type=Measures)
    glyphs = dict(zip(found.chars, found.glyphs, strict=True))
    return Face(
        name,
        found,
        glyphs,
        dict(zip(found.chars, found.widths, strict=True)),
        _codes(glyphs),
        _classes(found.left),
        _classes(found.right),
    )


def _codes(glyphs: dict[str, int]) -> dict[str, int]:
    """Bytes of the characters that Windows-1252 has, and of ligatures."""
    codes = dict(_LIGATURE_CODES)
    for code in range(0x20, 0x100):
        character = bytes((code,)).decode("cp1252", "ignore")
        if character:
            codes[character] = code
    return {character: code for character, code in codes.items() if character in glyphs}


def _classes(groups: tuple[str, ...]) -> dict[str, int]:
    return {character: number for number, group in enumerate(groups) for character in group}


@cache
def kerns(word: str, name: str) -> tuple[tuple[int, int], ...]:
    """Where in `word` the face `name` moves the next character: (its index, thousandths)."""
    of = face(name)
    left, right, values = of.left, of.right, of.measures.values
    found: list[tuple[int, int]] = []
    row = left.get(word[0]) if word else None
    for at in range(1, len(word)):
        column = right.get(word[at])
        if row is not None and column is not None and values[row][column]:
            found.append((at, values[row][column]))
        row = left.get(word[at])
    return tuple(found)


class Shaper(Struct, frozen=True):
    """A font whose text is shaped glyph by glyph (HarfBuzz)."""

    name: str
    path: Path
    data: bytes
    font: Any
    engine: Any
    unit: int
    known: frozenset[int]


@cache
def shaper(path: Path) -> Shaper:
    """The font in that file."""
    import uharfbuzz  # noqa: PLC0415 - wanted only where the bundled faces lack a character

    data = path.read_bytes()
    opened = uharfbuzz.Face(uharfbuzz.Blob(data))
    name = "".join(part for part in path.stem if part.isalnum() or part == "-")
    known = frozenset(opened.unicodes)
    return Shaper(name, path, data, uharfbuzz.Font(opened), uharfbuzz, opened.upem, known)


@cache
def fallback(character: str, name: str) -> Shaper | None:
    """A font that has `character`; `None` if none at hand does."""
    code = ord(character)
    for bundled in (name, "SourceSerif4-Regular", "SourceSans3-Regular"):
        if character in face(bundled).glyphs:
            return shaper(asset(f"fonts/{bundled}.ttf"))
    for path in (*(asset(f"fonts/{file}") for file in FALLBACKS), *_system_fonts()):
        if path.is_file() and code in shaper(path).known:
            return shaper(path)
    return None


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
