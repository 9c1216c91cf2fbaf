"""A house's look: page, margins, families, size and colours of the files that have pages."""

from msgspec import Struct

PAGES = {"A4": (595.28, 841.89), "Letter": (612.0, 792.0)}
"""Sizes of paper in points."""
LOGO = (170.0, 44.0)
"""The most room that a logo takes, in points."""
LOGO_TOP = 26.0
"""How far below the edge of the paper it begins."""
_BELOW_MARKING, _APART = 44.0, 8.0
FAMILIES = ("serif", "sans")


class FontFile(Struct, frozen=True):
    """A house's own font: the name of its file, and its bytes (TrueType)."""

    name: str
    data: bytes


class Look(Struct, frozen=True):
    """What a house may choose; lengths in points, colours as hexadecimal RGB.

    `text` is the family of running text, `heads` that of titles, headings and tables; `size` is the
    size of running text, which all others follow. `text_fonts` and `heads_fonts` stand in their
    stead: regular, italic, bold, bold italic, of which the later ones may be left out. `logo` is a
    picture (PNG or JPEG) for the head of the first page. With `optical_margins` hyphens, stops and
    quotation marks of the PDF hang over the edges of the text a little.
    """

    page: str = "A4"
    left: float = 78.0
    right: float = 78.0
    top: float = 84.0
    bottom: float = 78.0
    text: str = "serif"
    heads: str = "sans"
    size: float = 10.5
    ink: str = "#1A1F2B"
    accent: str = "#1F4E79"
    quiet: str = "#4A5363"
    rule: str = "#B9C4D0"
    tint: str = "#F0F4F8"
    text_fonts: tuple[FontFile, ...] = ()
    heads_fonts: tuple[FontFile, ...] = ()
    logo: bytes = b""
    optical_margins: bool = True


def logo_place(
    look: Look, size: tuple[float, float], marking: float | None
) -> tuple[float, float, float]:
    """How wide and high a logo of `size` is shown, and how far below the edge of the paper it begins.

    Where the handling line, which begins at `marking` from the left edge of the paper, leaves it too
    little room, it is made smaller or stands below that, whichever shows more of it.
    """
    wide, high = size
    share = min(LOGO[0] / wide, LOGO[1] / high)
    if marking is None:
        return wide * share, high * share, LOGO_TOP
    beside = min(share, (marking - _APART - look.left) / wide)
    below = min(share, (look.top - _APART - _BELOW_MARKING) / high)
    share, top = max((beside, LOGO_TOP), (below, _BELOW_MARKING))
    share = max(share, 1 / max(size))
    return wide * share, high * share, top
