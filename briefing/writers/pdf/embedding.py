"""The fonts of one file: which glyphs were shown, and the objects that carry them."""

import struct
import zlib
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct, field

from briefing.resources import asset
from briefing.writers.pdf.faces import SOFT_HYPHEN, Face, Shaper, face
from briefing.writers.pdf.packing import Pack
from briefing.writers.pdf.subsetting import Program, cut
from briefing.writers.pdf.words import Glyph, word

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SPELT = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}


class Fonts(Struct):
    """What is shown in which face."""

    words: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def use(self, text: str, name: str) -> None:
        """`text` is shown in the face `name`."""
        self.words[name].update(text.split(" "))

    def lacking(self) -> set[str]:
        """Characters that no font had."""
        return {
            c for name, used in self.words.items() for one in used for c in word(one, name).lacking
        }

    def write(self, pack: Pack) -> str:
        """Embed the fonts; the dictionary of their names."""
        entries = []
        shaped: dict[str, tuple[Shaper, dict[int, Glyph]]] = {}
        for name in sorted(self.words):
            codes = {0x20, 0x2D, 0xAD, 0x3F}
            for one in sorted(self.words[name]):
                made = word(one, name)
                codes.update(made.codes)
                for font, glyphs in made.shaped:
                    known = shaped.setdefault(font.name, (font, {}))[1]
                    for glyph in glyphs:
                        known.setdefault(glyph.number, glyph)
            entries.append(f"/{name} {_simple(pack, face(name), codes)} 0 R")
        for name, (font, known) in sorted(shaped.items()):
            entries.append(f"/{name}-U {_composite(pack, font, known)} 0 R")
        return f"<<{''.join(entries)}>>"


def _simple(pack: Pack, of: Face, used: Iterable[int]) -> int:
    characters = {code: character for character, code in of.codes.items()}
    codes = sorted(code for code in used if code in characters)
    shown = {code: "-" if characters[code] == SOFT_HYPHEN else characters[code] for code in codes}
    glyphs = {code: of.glyphs[character] for code, character in shown.items()}
    program = _program(of.name, tuple(glyphs.items()))
    texts = {code: _SPELT.get(characters[code], characters[code]) for code in codes}
    widths = " ".join(
        f"{of.widths[shown[code]]:g}" if code in shown else "0"
        for code in range(codes[0], codes[-1] + 1)
    )
    name = f"{_tag(program.data)}+{of.name}"
    measures = of.measures
    descriptor = _descriptor(
        pack, name, program.data, measures.box, measures.ascent, measures.descent,
        measures.capital, measures.angle,
    )  # fmt: skip
    mapping = pack.stream(_to_unicode(texts, 1))
    return pack.put(
        f"<</Type/Font/Subtype/TrueType/BaseFont/{name}/FirstChar {codes[0]}/LastChar {codes[-1]}"
        f"/Widths[{widths}]/FontDescriptor {descriptor} 0 R/ToUnicode {mapping} 0 R>>"
    )


@lru_cache(maxsize=64)
def _program(name: str, glyphs: tuple[tuple[int, int], ...]) -> Program:
    """The cut program of a bundled face, kept for the next document."""
    codes = dict(glyphs)
    return cut(asset(f"fonts/{name}.ttf").read_bytes(), sorted(set(codes.values())), codes)


def _composite(pack: Pack, font: Shaper, known: dict[int, Glyph]) -> int:
    program = cut(font.data, sorted(known), {})
    name = f"{_tag(program.data)}+{font.name}"
    scale = 1000 / font.unit
    widths = " ".join(
        f"{number}[{font.font.get_glyph_h_advance(number) * scale:.4g}]" for number in sorted(known)
    )
    extents = font.font.get_font_extents("ltr")
    up, down = round(extents.ascender * scale), round(extents.descender * scale)
    descriptor = _descriptor(pack, name, program.data, (-1000, down, 2000, up), up, down, 700, 0)
    last = max(known)
    places = [program.became.get(number, 0) for number in range(last + 1)]
    to_glyph = pack.stream(struct.pack(f">{last + 1}H", *places))
    mapping = pack.stream(_to_unicode({n: glyph.text for n, glyph in known.items()}, 2))
    inner = pack.put(
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo"
        f"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor {descriptor} 0 R"
        f"/W[{widths}]/CIDToGIDMap {to_glyph} 0 R>>"
    )
    return pack.put(
        f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
        f"/DescendantFonts[{inner} 0 R]/ToUnicode {mapping} 0 R>>"
    )


def _descriptor(
    pack: Pack, name: str, data: bytes, box: tuple[int, int, int, int],
    up: int, down: int, capital: int, angle: float,
) -> int:  # fmt: skip
    program = pack.stream(data, f"/Length1 {len(data)}")
    return pack.put(
        f"<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[{' '.join(map(str, box))}]"
        f"/ItalicAngle {angle:g}/Ascent {up}/Descent {down}/CapHeight {capital}/StemV 80"
        f"/FontFile2 {program} 0 R>>"
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
