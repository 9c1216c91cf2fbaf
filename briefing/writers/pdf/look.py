"""The look of the page: sizes in points, colours as hexadecimal RGB."""

from msgspec import Struct

SERIF, SERIF_ITALIC = "SourceSerif4-Regular", "SourceSerif4-Italic"
SERIF_BOLD, SERIF_BOLD_ITALIC = "SourceSerif4-SemiBold", "SourceSerif4-SemiBoldItalic"
SANS, SANS_ITALIC, SANS_BOLD = "SourceSans3-Regular", "SourceSans3-Italic", "SourceSans3-SemiBold"

INK, ACCENT, QUIET, RULE, TINT = "#1A1F2B", "#1F4E79", "#4A5363", "#B9C4D0", "#F0F4F8"

PAGE = (595.28, 841.89)
LEFT, RIGHT, TOP, BOTTOM = 78.0, 78.0, 84.0, 78.0
MEASURE = PAGE[0] - LEFT - RIGHT


class Face(Struct, frozen=True):
    """Names of a family's faces."""

    regular: str
    italic: str
    bold: str
    bold_italic: str


SERIFS = Face(SERIF, SERIF_ITALIC, SERIF_BOLD, SERIF_BOLD_ITALIC)
SANSES = Face(SANS, SANS_ITALIC, SANS_BOLD, SANS_BOLD)


class Style(Struct, frozen=True):
    """How a paragraph is set. `bar` draws a rule of that colour at its left, `tint` a ground."""

    face: Face
    size: float
    leading: float
    before: float = 0.0
    after: float = 0.0
    indent: float = 0.0
    colour: str = INK
    bold: bool = False
    italic: bool = False
    bar: str | None = None
    tint: str | None = None
    justified: bool = False


TITLE = Style(SANSES, 24, 29, after=4, colour=ACCENT, bold=True)
SUBTITLE = Style(SANSES, 14, 19, after=4, colour=QUIET)
META = Style(SANSES, 10, 14, after=10, colour=QUIET)
LEAD = Style(SANSES, 10.5, 15, after=7, colour=QUIET, italic=True)
LABEL = Style(SANSES, 8.6, 12, before=6, after=2, colour=ACCENT, bold=True)
BODY = Style(SERIFS, 10.5, 15, after=7, justified=True)
NOTE = Style(SANSES, 8.6, 12, after=4, colour=QUIET)
JUDGMENT = Style(SANSES, 10.3, 15, before=2, after=8, indent=12, italic=True, bar=ACCENT, tint=TINT)
HEADINGS = (
    Style(SANSES, 16, 21, before=20, after=6, colour=ACCENT, bold=True),
    Style(SANSES, 12, 16, before=13, after=4, colour=ACCENT, bold=True),
    Style(SANSES, 10.5, 15, before=10, after=3, colour=INK, bold=True),
)
QUOTATION_LEAD = Style(SANSES, 8.8, 13, before=4, indent=13, colour=QUIET, bar=RULE)
# Ragged and without hyphens: whoever copies or checks a source's words finds them whole.
QUOTATION = Style(SERIFS, 10.5, 15, after=11, indent=13, bar=RULE)
ITEM = Style(SERIFS, 10.5, 15, after=3, justified=True)
CELL = Style(SANSES, 9.2, 12.6)
HEAD_CELL = Style(SANSES, 9.2, 12.6, bold=True, colour=ACCENT)
CONTENTS = (
    Style(SANSES, 10.5, 17, before=2),
    Style(SANSES, 9.6, 15, indent=14, colour=QUIET),
    Style(SANSES, 9.2, 14, indent=28, colour=QUIET),
)
REFERENCE = Style(SERIFS, 9.6, 13.4, before=5, indent=26)
COMPACT_REFERENCE = Style(SERIFS, 8.4, 11.2, before=1.5, indent=22)
REFERENCE_NOTE = Style(SANSES, 8.4, 11.6, indent=26, colour=QUIET)
FOOTNOTE = Style(SERIFS, 8.4, 11.2, after=1.5, indent=14)
RUNNING = Style(SANSES, 8.2, 11, colour=QUIET)
MARKING = Style(SANSES, 12, 15, bold=True)
MARK_SHARE, MARK_RISE = 0.62, 0.34
"""Size and rise of a note mark, as shares of the size around it."""

# First TLP 2.0: colours on a black ground, because on white they fail contrast.
TLP = {
    "TLP:RED": "#FF2B2B",
    "TLP:AMBER": "#FFC000",
    "TLP:AMBER+STRICT": "#FFC000",
    "TLP:GREEN": "#33FF00",
    "TLP:CLEAR": "#FFFFFF",
}
