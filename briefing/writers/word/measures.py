"""How large Word sets the paragraphs of each style: fonts, sizes, spaces, indents, in points."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from math import ceil
from zlib import adler32

from msgspec import Struct, json

from briefing.resources import asset

_STYLE = re.compile(r'<w:style\b[^>]*w:styleId="([^"]+)".*?</w:style>', re.DOTALL)
_USUAL_STYLE = re.compile(r"(?=.* w:type=.paragraph)(?=.* w:default=.(?:1|true|on))")
_LISTED = re.compile(r"<w:numPr>.*?</w:numPr>", re.DOTALL)
_LIST = re.compile(r'<w:num\b[^>]* w:numId="(\d+)".*?<w:abstractNumId w:val="(\d+)"', re.DOTALL)
_LEVEL = re.compile(r'<w:lvl\b[^>]* w:ilvl="(\d)".*?</w:lvl>', re.DOTALL)
_INDENT = re.compile(r"<w:ind\b[^>]*>")
_TWIPS, _HALF_POINTS, _SINGLE = 20, 2, 240
_USUAL = "Calibri"
_ALIKE = {
    "aptos": ("Calibri", 1.08, 1.28),
    "book antiqua": ("Times New Roman", 1.1, 1.25),
    "dejavu sans": ("Arial", 1.14, 1.164),
    "garamond": ("Times New Roman", 0.93, 1.125),
    "helvetica": ("Arial", 1.0, 1.15),
    "liberation sans": ("Arial", 1.0, 1.15),
    "liberation serif": ("Times New Roman", 1.0, 1.15),
    "open sans": ("Arial", 1.06, 1.362),
    "palatino linotype": ("Times New Roman", 1.1, 1.35),
    "segoe ui": ("Arial", 1.0, 1.33),
    "tahoma": ("Arial", 0.98, 1.207),
    "trebuchet ms": ("Arial", 0.98, 1.16),
    "verdana": ("Arial", 1.16, 1.215),
}
"""Fonts that have no table of their own: the one they are like, their width against it, their line."""
EM = 250
_THOUSAND, _OTHER = 1000, 137
_SURE = 256
"""So many bytes never add up to as much as the checksum can hold."""
_FIRST_EASTERN = "\u1100"


class Shape(Struct, frozen=True):
    """How paragraphs of a style are set; `line` is the distance of lines, `cut` 0 to 3 the weight.

    `contextual` styles have no space between paragraphs of their own. `lone_lines` may stand at a page's
    head or foot. The cuts of a family are
    regular, bold, italic, bold italic.
    """

    family: str
    size: float
    line: float
    before: float
    after: float
    left: float
    right: float
    first: float
    keep_next: bool
    keep_lines: bool
    cut: int
    contextual: bool = False
    new_page: bool = False
    lone_lines: bool = False
    capitals: bool = False


class StyleBook:
    """The styles of a document, out of the XML of its styles and its theme.

    `grid` is the distance of the lines that a page has for East Asian text; 0 where it has none.
    `learnt` says under which name the measures of a font were learnt, `lists` is the XML of the numbering.
    """

    def __init__(
        self,
        styles: str,
        theme: str,
        grid: float = 0.0,
        learnt: Mapping[str, str] | None = None,
        lists: str = "",
    ) -> None:
        self._found = {match[1]: match[0] for match in _STYLE.finditer(styles)}
        self._defaults = styles.partition("<w:docDefaults>")[2].partition("</w:docDefaults>")[0]
        self._theme, self._grid = theme, grid
        self._learnt = learnt or {}
        self._lists = lists

    def shapes(self, ids: Mapping[str, str], direct: Mapping[str, str]) -> dict[str, Shape]:
        """The shape of each style of `ids` (name to id) that is there, with its own XML of `direct`."""
        return {
            name: self.shape(key, direct.get(name, ""))
            for name, key in ids.items()
            if key in self._found
        }

    def shape(self, key: str | None, direct: str = "") -> Shape:
        """The shape of a paragraph in the style `key`, or in the usual one; `direct` is its own XML."""
        known = key if key and key in self._found else self._usual()
        chain = [*self._with_lists((direct, *_chain(self._found, known))), self._defaults]
        family = _family(chain, self._theme)
        return _shape(chain, self._learnt.get(family, family), self._grid)

    def tab_stops(self, key: str) -> tuple[str, ...]:
        """Where a style, or one it is based on, has tabs, in twentieths of a point."""
        chain = "".join(_chain(self._found, key))
        return tuple(dict.fromkeys(re.findall(r'<w:tab\b[^>]* w:pos="(-?\d+)"', chain)))

    def borders(self, key: str) -> Mapping[str, str]:
        """The borders of a style, or of the nearest one it is based on that has some, by their side."""
        for xml in _chain(self._found, key):
            inside = xml.partition("<w:pBdr>")[2].partition("</w:pBdr>")[0]
            if inside:
                return {match[1]: match[0] for match in re.finditer(r"<w:(\w+)\b[^>]*/>", inside)}
        return {}

    def _with_lists(self, chain: Iterable[str]) -> Iterator[str]:
        """Each XML of `chain`, and behind one that makes a list what indents its level."""
        for xml in chain:
            yield xml
            if listed := _LISTED.search(xml):
                yield self._indent(listed.group())

    def _indent(self, listed: str) -> str:
        number, level = _value(listed, "numId", "val"), _value(listed, "ilvl", "val") or "0"
        kind = next((match[2] for match in _LIST.finditer(self._lists) if match[1] == number), None)
        levels = self._lists.partition(f'w:abstractNumId="{kind}"')[2].partition(
            "</w:abstractNum>"
        )[0]
        for match in _LEVEL.finditer(levels):
            if match[1] == level and (indent := _INDENT.search(match.group())):
                return indent.group()
        return ""

    def _usual(self) -> str:
        for key, xml in self._found.items():
            if _USUAL_STYLE.search(xml[: xml.index(">")]):
                return key
        return ""


def _chain(found: Mapping[str, str], key: str) -> Iterator[str]:
    """A style and those it is based on, nearest first."""
    seen: set[str] = set()
    while key in found and key not in seen:
        seen.add(key)
        yield found[key]
        key = _value(found[key], "basedOn", "val") or ""


def _shape(chain: Sequence[str], family: str, grid: float) -> Shape:
    size = _number(chain, "sz", "val", 20) / _HALF_POINTS
    natural = size * _height(family)
    if grid and _is_on(chain, "snapToGrid", usual=True):
        natural = ceil(natural / grid) * grid
    told = _number(chain, "spacing", "line", _SINGLE)
    match _first(chain, "spacing", "lineRule"):
        case "exact":
            line = told / _TWIPS
        case "atLeast":
            line = max(natural, told / _TWIPS)
        case _:
            line = natural * told / _SINGLE
    hanging = _number(chain, "ind", "hanging", 0)
    return Shape(
        family=family,
        size=size,
        line=line,
        before=_number(chain, "spacing", "before", 0) / _TWIPS,
        after=_number(chain, "spacing", "after", 0) / _TWIPS,
        left=(_number(chain, "ind", "left", 0) or _number(chain, "ind", "start", 0)) / _TWIPS,
        right=_number(chain, "ind", "right", 0) / _TWIPS,
        first=(-hanging or _number(chain, "ind", "firstLine", 0)) / _TWIPS,
        keep_next=_is_on(chain, "keepNext"),
        keep_lines=_is_on(chain, "keepLines"),
        cut=_is_on(chain, "b") + 2 * _is_on(chain, "i"),
        contextual=_is_on(chain, "contextualSpacing"),
        new_page=_is_on(chain, "pageBreakBefore"),
        lone_lines=not _is_on(chain, "widowControl", usual=True),
        capitals=_is_on(chain, "caps"),
    )


def _value(xml: str, tag: str, name: str) -> str | None:
    """The attribute `name` of the first element `tag` in `xml`."""
    inside = xml.partition(f"<w:{tag} ")[2].partition(">")[0]
    return f" {inside}".partition(f' w:{name}="')[2].partition('"')[0] or None


def _first(chain: Sequence[str], tag: str, name: str) -> str | None:
    return next((value for xml in chain if (value := _value(xml, tag, name))), None)


def _number(chain: Sequence[str], tag: str, name: str, usual: float) -> float:
    told = _first(chain, tag, name)
    try:
        return float(told) if told else usual
    except ValueError:
        return usual


def _is_on(chain: Sequence[str], tag: str, *, usual: bool = False) -> bool:
    for xml in chain:
        if f"<w:{tag}/>" in xml:
            return True
        if told := _value(xml, tag, "val"):
            return told not in ("0", "false", "off")
    return usual


def _family(chain: Sequence[str], theme: str) -> str:
    """The font of Latin letters; a theme's font by the name it has there."""
    for xml in chain:
        if name := _value(xml, "rFonts", "ascii"):
            return name
        if part := _value(xml, "rFonts", "asciiTheme"):
            sort = "major" if part.startswith("major") else "minor"
            inside = theme.partition(f"<a:{sort}Font>")[2]
            return inside.partition('<a:latin typeface="')[2].partition('"')[0] or _USUAL
    return _USUAL


class _Font(Struct, frozen=True):
    height: float
    cuts: tuple[tuple[int, ...], ...]


class _Table(Struct, frozen=True):
    """`assets/word-widths.json`: widths of `characters` in thousandths of the size, 0 if lacking."""

    characters: str
    fonts: dict[str, _Font]


@cache
def _table() -> _Table:
    return json.decode(asset("word-widths.json").read_bytes(), type=_Table)


_learnt: dict[str, _Font] = {}
"""Fonts that a house brought, under names that no other content has."""


def learn(name: str, height: float, cuts: Sequence[Mapping[str, int]]) -> str:
    """Keep the measures of a font under `name`: the distance of lines, the widths of each cut."""
    if name not in _learnt:
        signs = _table().characters
        told = tuple(tuple(cut.get(sign, 0) for sign in signs) for cut in cuts)
        _learnt[name] = _Font(height, told)
    return name


def _alike(family: str) -> tuple[str, float, float]:
    known = _known(family)
    if known is not None:
        return family, 1.0, known.height
    return _ALIKE.get(family.casefold(), ("Arial", 1.0, 1.2))


def _known(family: str) -> _Font | None:
    return _learnt.get(family) or _table().fonts.get(family)


def _height(family: str) -> float:
    """Distance of single lines, as a share of the size."""
    return _alike(family)[2]


@cache
def widths_of(family: str, cut: int) -> "Widths":
    """The widths of characters in a cut of a font, made once."""
    return Widths(family, cut)


def added(sizes: bytes) -> int:
    """The sum of `sizes`, as a checksum whose lower half is just that: ten times as fast as `sum`.

    It is one more than the sum, and turns over at 65,521 (RFC 1950).
    """
    if len(sizes) <= _SURE:
        return (adler32(sizes) & 0xFFFF) - 1
    return sum([added(sizes[at : at + _SURE]) for at in range(0, len(sizes), _SURE)])


class Widths:
    """The widths of characters in a cut of a font, in 250ths of the size: a byte for each."""

    def __init__(self, family: str, cut: int) -> None:
        name, stretch, _ = _alike(family)
        font = _known(name)
        widths = font.cuts[cut] if font else ()
        signs = zip(_table().characters, widths, strict=False)
        scale = stretch * EM / _THOUSAND
        self._signs = _Signs(
            (sign, min(255, round(width * scale))) for sign, width in signs if width
        )
        self._ascii = bytes(self._signs[chr(code)] for code in range(256))

    def of(self, text: str) -> bytes:
        """The width of each character of `text`."""
        if text.isascii():
            return text.encode("ascii").translate(self._ascii)
        return bytes(map(self._signs.__getitem__, text))


class _Signs(dict[str, int]):
    """The widths of single characters; of those that the font lacks, the usual one."""

    def __missing__(self, sign: str) -> int:
        return EM if sign >= _FIRST_EASTERN else _OTHER
