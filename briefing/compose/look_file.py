"""The look file (`look.toml`) that may lie beside a template."""

import re
from collections.abc import Callable

from briefing.model.look import FAMILIES, PAGES, FontFile, Look
from briefing.text.tables import Table, open_table

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_MILLIMETRE = 72 / 25.4
_LEAST_BESIDE, _LEAST_MARGIN, _MOST_MARGIN = 15.0, 19.0, 70.0
"""Millimetres: beside the text, above and below it, where marking, title and number stand, and at most."""
_LEAST_SIZE, _MOST_SIZE = 8.0, 16.0
_MOST_FACES = 4
_TRUETYPE = (b"\0\1\0\0", b"true")
_NEEDED = frozenset(b"OS/2 cmap glyf head hhea hmtx loca maxp".split())
_RESTRICTED = b"\2"
"""The low byte of fsType in the table OS/2, where the font's licence forbids to embed it."""
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")

Files = Callable[[str], bytes | None]
"""Gives the bytes of a file beside the look file; `None` where there is none."""


def parse_look(text: str, where: str, files: Files = lambda _: None) -> Look:
    """The look that `text` describes; what it leaves out stays as the program has it.

    Raises:
        RecipeError: with every fault of the file at once.
    """
    table = open_table(text, where)
    standard = Look()
    size = table.number("size", standard.size)
    if not _LEAST_SIZE <= size <= _MOST_SIZE:
        table.fault("size", f"“size” must lie between {_LEAST_SIZE:g} and {_MOST_SIZE:g} points")
    look = Look(
        page=table.choice("page", PAGES) or standard.page,
        left=_margin(table, "margin-left", standard.left, _LEAST_BESIDE),
        right=_margin(table, "margin-right", standard.right, _LEAST_BESIDE),
        top=_margin(table, "margin-top", standard.top),
        bottom=_margin(table, "margin-bottom", standard.bottom),
        text=table.choice("text", FAMILIES) or standard.text,
        heads=table.choice("heads", FAMILIES) or standard.heads,
        size=size,
        ink=_colour(table, "ink", standard.ink),
        accent=_colour(table, "accent", standard.accent),
        quiet=_colour(table, "quiet", standard.quiet),
        rule=_colour(table, "rule", standard.rule),
        tint=_colour(table, "tint", standard.tint),
        text_fonts=_fonts(table, "text-fonts", files),
        heads_fonts=_fonts(table, "heads-fonts", files),
        logo=_logo(table, files),
        optical_margins=table.flag("optical-margins", default=standard.optical_margins),
    )
    table.close()
    table.faults.complain()
    return look


def _margin(table: Table, key: str, standard: float, least: float = _LEAST_MARGIN) -> float:
    """A margin in points, given in millimetres; head and foot need room for what stands there."""
    wide = table.number(key, standard / _MILLIMETRE)
    if not least <= wide <= _MOST_MARGIN:
        limits = f"{least:g} and {_MOST_MARGIN:g}"
        table.fault(key, f"“{key}” must lie between {limits} millimetres")
    return wide * _MILLIMETRE


def _colour(table: Table, key: str, standard: str) -> str:
    colour = table.text(key) or standard
    if not _COLOUR.fullmatch(colour):
        table.fault(key, f"“{key}” must be a colour such as “{standard}”")
    return colour


def _fonts(table: Table, key: str, files: Files) -> tuple[FontFile, ...]:
    """Font files by name: regular, italic, bold, bold italic."""
    names = table.texts(key)
    if len(names) > _MOST_FACES:
        table.fault(key, f"“{key}” takes four files: regular, italic, bold, bold italic")
    found = []
    for name in names[:_MOST_FACES]:
        data = _beside(table, key, name, files)
        if data is None:
            continue
        if not data.startswith(_TRUETYPE) or not _tables(data).keys() >= _NEEDED:
            table.fault(key, f"“{name}” is no TrueType font (.ttf), which alone can be used here")
        elif _tables(data)[b"OS/2"][9:10] == _RESTRICTED:
            table.fault(key, f"the maker of “{name}” forbids to embed it in files")
        else:
            found.append(FontFile(name, data))
    return tuple(found)


def _beside(table: Table, key: str, name: str, files: Files) -> bytes | None:
    """The bytes of the file `name`, which must lie beside the look file; `None` is a fault."""
    if "/" in name or "\\" in name or name in (".", ".."):
        table.fault(key, f"“{name}” must lie beside the look file; name it without folders")
        return None
    data = files(name)
    if data is None:
        table.fault(key, f"there is no file “{name}” beside the look file")
    return data


def _tables(data: bytes) -> dict[bytes, bytes]:
    """The tables of a font by tag, as far as they lie inside the file."""
    found = {}
    for at in range(12, 12 + 16 * int.from_bytes(data[4:6], "big"), 16):
        start, length = (int.from_bytes(data[at + by : at + by + 4], "big") for by in (8, 12))
        if length and start + length <= len(data):
            found[data[at : at + 4]] = data[start : start + length]
    return found


def _logo(table: Table, files: Files) -> bytes:
    name = table.text("logo")
    if not name:
        return b""
    data = _beside(table, "logo", name, files)
    if data is None:
        return b""
    if not data.startswith(_PICTURES):
        table.fault("logo", f"“{name}” is neither a PNG nor a JPEG picture")
    else:
        return data
    return b""
