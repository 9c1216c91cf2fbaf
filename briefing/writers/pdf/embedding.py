"""The fonts of one file: which glyphs were shown, and the objects that carry them."""

import re
import zlib
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any

from msgspec import Struct, field

from briefing.writers.pdf.coding import SPELT
from briefing.writers.pdf.faces import Face, Shaper, face
from briefing.writers.pdf.lexicon import Glyph, Odd, Part, glyph, lexicon, sized
from briefing.writers.pdf.packing import Pack
from briefing.writers.pdf.runs import cleaned

_NUMBERED = b"\1([0-9]+)\2"
_LATELY = 8
"""Programs cut lately are kept, for a document that is built again and again."""
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Fonts(Struct):
    """What is shown in which face: names of faces, words that are odd, codes of shaped glyphs.

    All stand as they were met. A font's codes are given in the order in which the file first shows them.
    """

    used: dict[str, None] = field(default_factory=dict)
    odd: dict[Odd, None] = field(default_factory=dict)
    shaped: dict[str, tuple[Shaper, dict[Glyph, int]]] = field(default_factory=dict)
    _codes: dict[bytes, bytes] = field(default_factory=dict)

    def show(self, text: str, font: str, size: float) -> tuple[bytes, float]:
        """The operators that show `text` on one line, the face being set, and its width."""
        of = lexicon(font)
        words = cleaned(text).split() or [""]
        self.used[font] = None
        wide = sum(map(of.__getitem__, words)) - of.space
        shown = b"".join(map(of.fragments.__getitem__, words))
        if of.odd:
            self.odd.update((of.odd[word], None) for word in words if word in of.odd)
            shown = sized(shown, size)
        return b"[(%b)]TJ" % shown, wide * size / 1000

    def coded(self, content: bytes) -> bytes:
        """The operators of a page with this file's codes for the glyphs that they call by number."""
        return re.sub(_NUMBERED, self._code, content)

    def _code(self, found: re.Match[bytes]) -> bytes:
        code = self._codes.get(found[1])
        if code is None:
            code = self._codes[found[1]] = b"%04X" % self._given(found[1])
        return code

    def _given(self, number: bytes) -> int:
        """The code of a glyph in its font, given to it now if it has none."""
        font, one = glyph(int(number))
        known = self.shaped.setdefault(font.name, (font, {}))[1]
        return known.setdefault(one, len(known) + 1)

    def state(self) -> tuple[int, int, int]:
        """How much there is of each."""
        return len(self.used), len(self.odd), len(self._codes)

    def back(self, state: tuple[int, int, int]) -> None:
        """Forget what came since."""
        used, odd, codes = state
        self.used = dict.fromkeys(list(self.used)[:used])
        self.odd = dict.fromkeys(list(self.odd)[:odd])
        if codes < len(self._codes):
            self._codes = dict(list(self._codes.items())[:codes])
            self.shaped.clear()
            for number in self._codes:
                self._given(number)

    def lacking(self) -> set[str]:
        """Characters that no font had."""
        return {character for word in self.odd for character in word.lacking}

    def write(self, pack: Pack) -> bytes:
        """Embed the fonts; the dictionary of their names."""
        wider = {word.face for word in self.odd if word.wider}
        entries = []
        for of in map(face, sorted(self.used)):
            number = _simple(pack, of, wider=of.name in wider)
            entries.append(b"/%b %d 0 R" % (of.alias.encode(), number))
        for name, (font, known) in sorted(self.shaped.items()):
            entries.append(b"/%b %d 0 R" % (name.encode(), _composite(pack, font, tuple(known))))
        return b"<<%b>>" % b"".join(entries)


def embeddable(
    data: bytes, table: Mapping[str, Any], only: Iterable[int]
) -> tuple[str, bytes, int, bytes]:
    """The program for the bytes `only` of a face: its tag, itself, its length, its map to Unicode."""
    from briefing.writers.pdf.subsetting import cut  # noqa: PLC0415 - few documents cut a font

    glyphs = {code: table["glyphs"][code] for code in sorted(only)}
    program = cut(data, sorted(set(glyphs.values())), glyphs).data
    texts = {code: SPELT.get(one, one) for one, code in table["codes"].items() if code in glyphs}
    return _tag(program), program, len(program), _to_unicode(texts, 1)


def _simple(pack: Pack, of: Face, *, wider: bool) -> int:
    """A face with the program of plain text, or that of all bytes."""
    tag, program, length, mapping = _whole(of.name) if of.shaper else of.programs[wider]
    name = f"{tag}+{of.name}"
    held = pack.stream(program, b"/Length1 %d/Filter/FlateDecode" % length, plain=True)
    up, down, capital, angle, *box = of.measures
    descriptor = _descriptor(pack, name, held, box, (up, down, capital, angle))
    words = pack.stream(mapping, b"/Filter/FlateDecode", plain=True)
    return pack.put(
        f"<</Type/Font/Subtype/TrueType/BaseFont/{name}/FirstChar 32/LastChar 255"
        f"/Widths[{_widths(of.name)}]/FontDescriptor {descriptor} 0 R/ToUnicode {words} 0 R>>".encode()
    )


@cache
def _whole(name: str) -> tuple[str, bytes, int, bytes]:
    """The program of a house's own face for all its bytes, compressed; its tag, its map to Unicode."""
    of = face(name)
    data = of.shaper.data if of.shaper else b""
    table = {"glyphs": of.glyphs, "codes": of.codes}
    tag, program, length, mapping = embeddable(data, table, set(of.codes.values()))
    return tag, zlib.compress(program), length, zlib.compress(mapping)


@cache
def _widths(name: str) -> str:
    """The widths of a face's characters, as they are written."""
    return " ".join([f"{width:g}" for width in face(name).widths[0x20:]])


@lru_cache(_LATELY)
def _cut(font: Shaper, known: tuple[Glyph, ...]) -> tuple[bytes, list[int]]:
    """The program for `known`, and the glyph in it of each."""
    from briefing.writers.pdf.subsetting import cut  # noqa: PLC0415 - as above

    advance = font.font.get_glyph_h_advance
    wanted: list[int] = []
    composed: list[tuple[tuple[Part, ...], int]] = []
    for one in known:
        number = one.parts[0][0] if one.parts else 0
        if one.parts == ((number, 0, 0),) and one.width == advance(number):
            wanted.append(number)
        else:
            composed.append((one.parts, one.width))
    program = cut(font.data, sorted(set(wanted)), {}, tuple(dict.fromkeys(composed)))
    places = [
        program.composed.get((one.parts, one.width)) or program.became[one.parts[0][0]]
        for one in known
    ]
    return program.data, places


def _composite(pack: Pack, font: Shaper, known: tuple[Glyph, ...]) -> int:
    """A font whose codes, from 1 on, show `known`."""
    program, places = _cut(font, known)
    name = f"{_tag(program)}+{font.name}"
    scale = 1000 / font.unit
    widths = " ".join([f"{one.width * scale:.4g}" for one in known])
    extents = font.font.get_font_extents("ltr")
    up, down = round(extents.ascender * scale), round(extents.descender * scale)
    held = pack.stream(program, b"/Length1 %d" % len(program))
    descriptor = _descriptor(pack, name, held, (-1000, down, 2000, up), (up, down, 700, 0))
    to_glyph = pack.stream(b"".join([place.to_bytes(2) for place in (0, *places)]))
    mapping = pack.stream(_to_unicode({n: one.text for n, one in enumerate(known, 1)}, 2))
    inner = pack.put(
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo"
        f"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor {descriptor} 0 R"
        f"/W[1[{widths}]]/CIDToGIDMap {to_glyph} 0 R>>".encode()
    )
    return pack.put(
        f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
        f"/DescendantFonts[{inner} 0 R]/ToUnicode {mapping} 0 R>>".encode()
    )


def _descriptor(
    pack: Pack, name: str, program: int, box: Iterable[float], rest: tuple[float, ...]
) -> int:
    up, down, capital, angle = rest
    edges = " ".join([f"{edge:g}" for edge in box])
    return pack.put(
        f"<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[{edges}]"
        f"/ItalicAngle {angle:g}/Ascent {up:g}/Descent {down:g}/CapHeight {capital:g}/StemV 80"
        f"/FontFile2 {program} 0 R>>".encode()
    )


def _tag(data: bytes) -> str:
    """Six letters that set the subset apart."""
    number = zlib.crc32(data)
    letters = ""
    for _ in range(6):
        number, at = divmod(number, 26)
        letters += _LETTERS[at]
    return letters


def _to_unicode(texts: dict[int, str], size: int) -> bytes:
    lines = [
        f"<{code:0{2 * size}X}><{text.encode('utf-16-be').hex().upper()}>"
        for code, text in sorted(texts.items())
    ]
    groups = [lines[at : at + 100] for at in range(0, len(lines), 100)]
    body = "\n".join(
        "\n".join((f"{len(group)} beginbfchar", *group, "endbfchar")) for group in groups
    )
    return (
        "/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
        "/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n"
        f"1 begincodespacerange<{'00' * size}><{'FF' * size}>endcodespacerange\n"
        f"{body}\nendcmap CMapName currentdict/CMap defineresource pop end end\n"
    ).encode()
