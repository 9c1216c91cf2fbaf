"""Letters of TeX's bitmap fonts, which say of none of their signs what it is: told by TeX's encodings.

pdfTeX and dvips set such fonts (Type 3) where no outlines are installed. A code is a letter by the
Cork encoding (T1) or Knuth's (OT1); which of both is told by where a page has its ligatures.
"""

import ctypes
from collections.abc import Iterator

import pypdfium2.raw as pdfium

_TEX = ("TeX", "dvips", "dvipdf")
_LIGATURES = ("ff", "fi", "fl", "ffi", "ffl")
_CORK_UPPER = "ĂĄĆČĎĚĘĞĹĽŁŃŇŊŐŔŘŚŠŞŤŢŰŮŸŹŽŻĲİđ§ăąćčďěęğĺľłńňŋőŕřśšşťţűůÿźžżĳ¡¿£"
"""What stands at 0x80 to 0xBF."""
_CORK = {
    **dict(enumerate("“”„«»–—", 0x10)),
    **dict(enumerate(_LIGATURES, 0x1B)),
    **dict(enumerate("‚‹›", 0x0D)),
    **dict(enumerate(_CORK_UPPER, 0x80)),
    0xD7: "Œ", 0xDF: "SS", 0xF7: "œ", 0xFF: "ß",
}  # fmt: skip
_KNUTH = {
    **dict(enumerate(_LIGATURES, 0x0B)),
    **dict(enumerate("ßæœøÆŒØ", 0x19)),
    0x10: "ı", 0x22: "”", 0x5C: "“", 0x7B: "–", 0x7C: "—",
}  # fmt: skip
_OF_CORK, _OF_KNUTH = range(0x1B, 0x20), range(0x0B, 0x10)
"""The codes of the ligatures."""


def is_of_tex(producer: str, creator: str) -> bool:
    """Whether TeX made a file."""
    return any(name in producer or name in creator for name in _TEX)


def tex_signs(raw: pdfium.FPDF_TEXTPAGE, count: int) -> dict[int, str]:
    """The letters of those characters on a page whose font names none."""
    odd = dict(_nameless(raw, count))
    codes = list(odd.values())
    of_cork = sum(code in _OF_CORK for code in codes)
    of_knuth = sum(code in _OF_KNUTH for code in codes)
    if not of_cork and not of_knuth:
        return {}
    table = _CORK if of_cork > of_knuth else _KNUTH
    return {index: table[code] for index, code in odd.items() if code in table}


def _nameless(raw: pdfium.FPDF_TEXTPAGE, count: int) -> Iterator[tuple[int, int]]:
    """The characters that may be others than their codes say, of fonts without a name."""
    wanted = _CORK.keys() | _KNUTH.keys()
    flags = ctypes.c_int()
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(raw, index)
        if code not in wanted or pdfium.FPDFText_IsGenerated(raw, index) == 1:
            continue
        # The length counts the byte that ends a name: a font of Type 3 has none.
        if pdfium.FPDFText_GetFontInfo(raw, index, None, 0, flags) <= 1:
            yield index, code
