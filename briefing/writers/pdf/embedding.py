"""The fonts of one file: which glyphs were shown, and the objects that carry them."""

import struct
import zlib
from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct, field

from briefing.writers.pdf.coding import SPELT
from briefing.writers.pdf.faces import Face, Shaper, face
from briefing.writers.pdf.lexicon import Glyph, Odd, lexicon, sized
from briefing.writers.pdf.packing import Pack
from briefing.writers.pdf.runs import cleaned
from briefing.writers.pdf.subsetting import cut

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Fonts(Struct):
    """What is shown in which face: names of faces, and words that are odd."""

    used: set[str] = field(default_factory=set)
    odd: set[Odd] = field(default_factory=set)

    def show(self, text: str, font: str, size: float) -> tuple[bytes, float]:
        """The operators that show `text` on one line, the face being set, and its width."""
        of = lexicon(font)
        words = cleaned(text).split()
        joined = " ".join(words)
        self.used.add(font)
        shown, wide = of.shown(joined), of.width(joined)
        if of.odd:
            self.odd.update(of.odd[word] for word in words if word in of.odd)
            shown = sized(shown, size)
        return b"[(%b)]TJ" % shown, wide * size / 1000

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
        shaped: dict[str, tuple[Shaper, dict[int, Glyph]]] = {}
        for word in self.odd:
            for font, glyphs in word.shaped:
                known = shaped.setdefault(font.name, (font, {}))[1]
                for glyph in glyphs:
                    # Of several texts the least: the order of a set must not show.
                    known[glyph.number] = min(
                        glyph, known.get(glyph.number, glyph), key=lambda one: one.text
                    )
        for name, (font, known) in sorted(shaped.items()):
            entries.append(b"/%b %d 0 R" % (name.encode(), _composite(pack, font, known)))
        return b"<<%b>>" % b"".join(entries)


def embeddable(
    data: bytes, table: Mapping[str, Any], only: Iterable[int]
) -> tuple[str, bytes, int, bytes]:
    """The program for the bytes `only` of a face: its tag, itself, its length, its map to Unicode."""
    glyphs = {code: table["glyphs"][code] for code in sorted(only)}
    program = cut(data, sorted(set(glyphs.values())), glyphs).data
    texts = {code: SPELT.get(one, one) for one, code in table["codes"].items() if code in glyphs}
    return _tag(program), program, len(program), _to_unicode(texts, 1)


def _simple(pack: Pack, of: Face, *, wider: bool) -> int:
    """A face with the program of plain text, or that of all bytes."""
    if of.shaper:
        table = {"glyphs": of.glyphs, "codes": of.codes}
        tag, program, length, mapping = embeddable(of.shaper.data, table, set(of.codes.values()))
        program, mapping = zlib.compress(program), zlib.compress(mapping)
    else:
        tag, program, length, mapping = of.programs[wider]
    name = f"{tag}+{of.name}"
    held = pack.stream(program, b"/Length1 %d/Filter/FlateDecode" % length, plain=True)
    up, down, capital, angle, *box = of.measures
    descriptor = _descriptor(pack, name, held, box, (up, down, capital, angle))
    words = pack.stream(mapping, b"/Filter/FlateDecode", plain=True)
    widths = " ".join([f"{width:g}" for width in of.widths[0x20:]])
    return pack.put(
        f"<</Type/Font/Subtype/TrueType/BaseFont/{name}/FirstChar 32/LastChar 255"
        f"/Widths[{widths}]/FontDescriptor {descriptor} 0 R/ToUnicode {words} 0 R>>".encode()
    )


def _composite(pack: Pack, font: Shaper, known: dict[int, Glyph]) -> int:
    program = cut(font.data, sorted(known), {})
    name = f"{_tag(program.data)}+{font.name}"
    scale = 1000 / font.unit
    widths = " ".join(
        f"{number}[{font.font.get_glyph_h_advance(number) * scale:.4g}]" for number in sorted(known)
    )
    extents = font.font.get_font_extents("ltr")
    up, down = round(extents.ascender * scale), round(extents.descender * scale)
    held = pack.stream(program.data, b"/Length1 %d" % len(program.data))
    descriptor = _descriptor(pack, name, held, (-1000, down, 2000, up), (up, down, 700, 0))
    last = max(known)
    places = [program.became.get(number, 0) for number in range(last + 1)]
    to_glyph = pack.stream(struct.pack(f">{last + 1}H", *places))
    mapping = pack.stream(_to_unicode({n: glyph.text for n, glyph in known.items()}, 2))
    inner = pack.put(
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo"
        f"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor {descriptor} 0 R"
        f"/W[{widths}]/CIDToGIDMap {to_glyph} 0 R>>".encode()
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
