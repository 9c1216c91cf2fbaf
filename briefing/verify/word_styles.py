"""Word's styles: what a paragraph of a style is, and which styles hide their text."""

import re
from collections.abc import Mapping

from msgspec import Struct, field

from briefing.verify.paper import Part
from briefing.verify.word_package import make_parser, parse
from briefing.verify.word_placing import Place, frame, indented

SOURCE_WORDS = "source words"
_PARTS = {
    "quote": Part.QUOTATION,
    "intense quote": Part.QUOTATION,
    "block text": Part.QUOTATION,
    "block quotation": Part.QUOTATION,
    "quotations": Part.QUOTATION,
    "quotation lead": Part.LEAD,
    "bibliography": Part.ENTRY,
    "bibliography compact": Part.ENTRY,
    "bibliography note": Part.ENTRY_NOTE,
    "analyst judgment": Part.ANALYST,
    "title": Part.HEADING,
}
WORD = frozenset(
    {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    }
)
"""The namespaces of Word's own elements: transitional and strict."""
_SIGNS = frozenset(
    "wingdings|wingdings 2|wingdings 3|webdings|symbol|zapf dingbats|zapfdingbats|marlett|"
    "bookshelf symbol 7|mt extra".split("|")
)
"""Fonts in which each letter is drawn as another sign."""
OTHER_SIGNS = "letters that a font of signs shows as others"
OF_PARAGRAPHS = frozenset({"shd", "spacing", "ind", "framePr"})
"""Elements that a `Look` takes from a paragraph."""
PROPERTIES = OF_PARAGRAPHS | {
    *("vanish", "color", "sz", "w", "highlight", "strike", "dstrike", "position"),
    *("rFonts", "rtl", "fitText", "vertAlign"),
}
"""Elements that a `Look` takes."""
_SWITCHES = {"vanish": "vanish", "rtl": "from_right", "strike": "struck", "dstrike": "struck"}
"""What of a `Look` is on or off."""
_PLACES = {"framePr": ("frame", frame), "ind": ("indent", indented)}
"""What of a `Look` says where words stand, and what reads it."""
_DEEPEST = 20
_WHITE = 235
"""Shade of 255 from which on a colour does not show on white; a PDF file's ink is held to the same."""
_TINY = 8
"""Half points: four points and below cannot be read."""
FITTING = 40
"""Twips that a letter needs where words are made to fit a width."""
_NARROWEST = 10
"""Per cent of a letter's width: below, letters are strokes."""
_CLOSEST = -80
"""Twips by which letters move together: four points and more set them on one another."""
_FURTHEST = 60
"""Half points by which letters may be raised or lowered: what is moved further stands elsewhere."""
_LOWEST = 60
"""Twips: a line of three points and below shows nothing of its letters."""


_WHOLE = re.compile(r"-?[0-9]{1,6}")
_NEAR = 24
"""Shades of 255 by which two colours differ at most that nobody tells apart."""
_NAMED = {"black": "000000", "darkBlue": "000080", "darkRed": "800000", "darkGreen": "006400",
          "blue": "0000FF", "red": "FF0000", "darkGray": "808080"}  # fmt: skip
"""The colours that a highlight calls by name."""


class Look(Struct):
    """What decides whether text is seen. `None` is not said here."""

    vanish: bool | None = None
    colour: str | None = None
    size: int | None = None
    shaded: bool | None = None
    width: int | None = None
    cut: bool | None = None
    frame: Place | None = None
    indent: Place | None = None
    ground: str | None = None
    close: bool | None = None
    struck: bool | None = None
    moved: bool | None = None
    signs: bool | None = None
    from_right: bool | None = None
    fit: int | None = None
    raised: bool = False

    def over(self, under: "Look") -> "Look":
        """This look, with what it leaves open from `under`."""
        return Look(
            self.vanish if self.vanish is not None else under.vanish,
            self.colour if self.colour is not None else under.colour,
            self.size if self.size is not None else under.size,
            self.shaded if self.shaded is not None else under.shaded,
            self.width if self.width is not None else under.width,
            self.cut if self.cut is not None else under.cut,
            self.frame or under.frame,
            self.indent or under.indent,
            self.ground or under.ground,
            self.close if self.close is not None else under.close,
            self.struck if self.struck is not None else under.struck,
            self.moved if self.moved is not None else under.moved,
            self.signs if self.signs is not None else under.signs,
            self.from_right if self.from_right is not None else under.from_right,
            self.fit,
        )

    def unseen(self) -> str | None:
        """Why text of this look is not seen, or `None`."""
        if self.vanish:
            return "hidden text"
        narrow = self.width is not None and self.width < _NARROWEST
        if narrow or (self.size is not None and self.size <= _TINY):
            return "text too small to read"
        if self.cut:
            return "text in lines too low to show it"
        if self.close:
            return "letters set on one another"
        if self.moved:
            return "text moved off its line"
        if self.struck:
            return "text struck out"
        if self.colour and not self.shaded and _is_white(self.colour):
            return "white text"
        if self.colour and self.ground and _is_alike(self.colour, self.ground):
            return "text of the colour of its ground"
        return OTHER_SIGNS if self.signs else None

    def take(self, local: str, attributes: Mapping[str, str]) -> None:
        """Note what the property `local` says."""
        value = attributes.get("val", "")
        if local in _SWITCHES:
            setattr(self, _SWITCHES[local], is_on(attributes))
        elif local == "fitText" and value.isdigit():
            self.fit = int(value)
        elif local == "color":
            self.colour = _themed(attributes) or value
        elif local == "sz" and value.isdigit():
            self.size = int(value)
        elif local == "w" and value.removesuffix("%").isdigit():
            self.width = int(value.removesuffix("%"))
        elif local in ("shd", "highlight"):
            fill = attributes.get("fill", value)
            self.shaded = not _is_white(fill) and fill not in ("auto", "none", "clear", "")
            self.ground = _NAMED.get(fill, fill) if self.shaded else None
        elif local == "position" and _WHOLE.fullmatch(value):
            self.moved = abs(int(value)) >= _FURTHEST
        elif local == "spacing" and "line" in attributes:
            self.cut = attributes.get("lineRule") == "exact" and is_low(attributes["line"])
        elif local == "spacing" and value:
            self.close = bool(_WHOLE.fullmatch(value)) and int(value) <= _CLOSEST
        elif local == "rFonts" and attributes.keys() & {"ascii", "asciiTheme"}:
            themed = "asciiTheme" in attributes
            self.signs = not themed and attributes["ascii"].casefold() in _SIGNS
        elif local == "vertAlign":
            self.raised = value == "superscript"
        elif local in _PLACES:
            name, told_by = _PLACES[local]
            setattr(self, name, told_by(attributes))


class Styles(Struct, frozen=True):
    """Styles by id: name in small letters, look with what it is based on."""

    names: Mapping[str, str]
    looks: Mapping[str, Look]

    def part(self, style: str) -> Part:
        """What a paragraph of `style` is."""
        name = self.names.get(style, style.lower())
        if name.startswith(("toc ", "contents ")):
            return Part.CONTENTS
        if name.startswith("heading"):
            return Part.HEADING
        return _PARTS.get(name, Part.BODY)

    def is_source_words(self, style: str) -> bool:
        """Whether a run of `style` is set as words of a source."""
        return self.names.get(style, "") == SOURCE_WORDS


def read_styles(data: bytes | None) -> Styles:
    """The styles in the styles part `data`."""
    reader = _Reader()
    if data:
        parser = make_parser()
        parser.StartElementHandler = reader.start
        parse(parser, data)
    looks = {key: _resolved(key, reader.looks, reader.bases) for key in reader.looks}
    return Styles(reader.names, looks)


class _Reader(Struct):
    names: dict[str, str] = field(default_factory=dict)
    bases: dict[str, str] = field(default_factory=dict)
    looks: dict[str, Look] = field(default_factory=dict)
    current: str = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        local = name.rpartition(" ")[2]
        if local == "style":
            self.current = plain(attributes).get("styleId", "")
            self.looks[self.current] = Look()
        elif not self.current:
            return
        elif local == "name":
            self.names[self.current] = plain(attributes).get("val", "").lower()
        elif local == "basedOn":
            self.bases[self.current] = plain(attributes).get("val", "")
        elif local in PROPERTIES:
            self.looks[self.current].take(local, plain(attributes))


def _resolved(key: str, looks: Mapping[str, Look], bases: Mapping[str, str]) -> Look:
    look, at = looks[key], key
    for _ in range(_DEEPEST):
        at = bases.get(at, "")
        if at not in looks:
            break
        look = look.over(looks[at])
    return look


def is_low(height: str) -> bool:
    """Whether a line or a row of exactly this height (in twips) shows nothing."""
    return height.isdigit() and int(height) <= _LOWEST


def is_on(attributes: Mapping[str, str]) -> bool:
    """Whether a property that is on or off is on."""
    return attributes.get("val", "") not in ("0", "false", "off")


def _themed(attributes: Mapping[str, str]) -> str | None:
    """The colour that the theme's white becomes, a shade darker if it says so."""
    if attributes.get("themeColor", "") not in ("background1", "light1"):
        return None
    shade = attributes.get("themeShade", "FF")
    return shade * 3 if re.fullmatch("[0-9A-Fa-f]{2}", shade) else "FFFFFF"


def plain(attributes: Mapping[str, str]) -> dict[str, str]:
    """Attributes by their names without namespaces."""
    return {key.rpartition(" ")[2]: value for key, value in attributes.items()}


def _is_white(colour: str) -> bool:
    if not re.fullmatch(r"[0-9A-Fa-f]{6}", colour):
        return colour == "white"
    red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return 0.299 * red + 0.587 * green + 0.114 * blue >= _WHITE


def _is_alike(colour: str, ground: str) -> bool:
    """Whether two colours look the same; what a program chooses itself never does."""
    if not all(re.fullmatch(r"[0-9A-Fa-f]{6}", one) for one in (colour, ground)):
        return False
    pairs = ((int(colour[at : at + 2], 16), int(ground[at : at + 2], 16)) for at in (0, 2, 4))
    return all(abs(one - other) <= _NEAR for one, other in pairs)
