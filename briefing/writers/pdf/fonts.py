"""Fonts: the bundled faces, a fallback for each character, and widths of words."""

import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from briefing.resources import asset
from briefing.writers.pdf.kerning import kerns

# Fonts with wide coverage and glyf outlines that machines often have, by file name.
_SYSTEM_FONTS = (
    "DejaVuSans.ttf", "NotoSans-Regular.ttf", "BIZUDPMincho-Regular.ttf",
    "BIZUDPGothic-Regular.ttf", "NotoSansJP-Regular.ttf", "NotoSansKR-Regular.ttf",
    "NotoSansSC-Regular.ttf", "ipaexm.ttf", "DroidSansFallbackFull.ttf", "NanumGothic.ttf",
    "wqy-zenhei.ttc", "msgothic.ttc", "malgun.ttf", "simsun.ttc", "msyh.ttc", "Arial Unicode.ttf",
    "arialuni.ttf", "segoeui.ttf", "arial.ttf", "NotoSansArabic-Regular.ttf",
    "NotoSansHebrew-Regular.ttf", "NotoSansDevanagari-Regular.ttf", "NotoSansThai-Regular.ttf",
    "NotoSansSymbols2-Regular.ttf",
)  # fmt: skip
_MOST_FILES = 20_000


@cache
def face(name: str) -> TTFont:
    """The bundled face of that name, registered with reportlab."""
    font = TTFont(name, str(asset(f"fonts/{name}.ttf")))
    registerFont(font)
    return font


@cache
def fallback(character: str, name: str) -> str | None:
    """Name of a face that has `character`, `name` first; `None` if no font at hand has it."""
    code = ord(character)
    family = ("SourceSerif4-Regular", "SourceSans3-Regular")
    for bundled in (name, *family):
        if code in face(bundled).face.charToGlyph:
            return bundled
    for font in _system_fonts():
        if code in font.face.charToGlyph:
            return str(font.fontName)
    return None


@cache
def width(word: str, name: str) -> float:
    """Width of `word` in the face `name` with its kerning, for a size of 1."""
    widths, default = face_widths(name)
    moved = sum(amount for _, amount in kerns(word, name))
    return (sum(widths.get(code, default) for code in map(ord, word)) + moved) * 0.001


@cache
def found(name: str) -> TTFont:
    """The face of that name, bundled or the machine's, registered."""
    if asset(f"fonts/{name}.ttf").is_file():
        return face(name)
    return next(font for font in _system_fonts() if font.fontName == name)


@cache
def face_widths(name: str) -> tuple[dict[int, float], float]:
    """Widths of a face's characters in thousandths of its size, and the default one."""
    font = found(name)
    return font.face.charWidths, font.face.defaultWidth


def _folders() -> Iterator[Path]:
    home = Path.home()
    if sys.platform == "win32":
        yield Path(os.environ.get("WINDIR", "C:/Windows"), "Fonts")
    elif sys.platform == "darwin":
        yield from (Path("/Library/Fonts"), Path("/System/Library/Fonts"), home / "Library/Fonts")
    else:
        yield from (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".fonts")


_loaded: dict[str, tuple[TTFont, ...]] = {}


def _system_fonts() -> tuple[TTFont, ...]:
    """The known fonts this machine has; looked for only when a character needs one."""
    if "all" not in _loaded:
        _loaded["all"] = tuple(_load_system_fonts())
    return _loaded["all"]


def _load_system_fonts() -> Iterator[TTFont]:
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
    for name in sorted(found, key=wanted.__getitem__):
        try:
            font = TTFont(found[name].stem.replace(" ", ""), str(found[name]))
        except (TTFError, OSError):
            continue  # a font that cannot be embedded is as good as none
        registerFont(font)
        yield font
