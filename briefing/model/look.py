"""A house's look: page, margins, families, size and colours of the files that have pages."""

from msgspec import Struct

PAGES = {"A4": (595.28, 841.89), "Letter": (612.0, 792.0)}
"""Sizes of paper in points."""
FAMILIES = ("serif", "sans")


class Look(Struct, frozen=True):
    """What a house may choose; lengths in points, colours as hexadecimal RGB.

    `text` is the family of running text, `heads` that of titles, headings and tables; `size` is the
    size of running text, which all others follow.
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
