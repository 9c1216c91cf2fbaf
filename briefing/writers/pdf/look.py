"""The look of the page: sizes in points, colours as hexadecimal RGB."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from msgspec import Struct
from msgspec.structs import force_setattr

from briefing.model.look import PAGES, FontFile, Look
from briefing.writers.pdf.faces import house_face

SERIF, SERIF_ITALIC = "SourceSerif4-Regular", "SourceSerif4-Italic"
SERIF_BOLD, SERIF_BOLD_ITALIC = "SourceSerif4-SemiBold", "SourceSerif4-SemiBoldItalic"
SANS, SANS_ITALIC, SANS_BOLD = "SourceSans3-Regular", "SourceSans3-Italic", "SourceSans3-SemiBold"


class Face(Struct, frozen=True):
    """Names of a family's faces."""

    regular: str
    italic: str
    bold: str
    bold_italic: str

    def font(self, *, bold: bool, italic: bool) -> str:
        """The name of one face."""
        if bold:
            return self.bold_italic if italic else self.bold
        return self.italic if italic else self.regular


SERIFS = Face(SERIF, SERIF_ITALIC, SERIF_BOLD, SERIF_BOLD_ITALIC)
SANSES = Face(SANS, SANS_ITALIC, SANS_BOLD, SANS_BOLD)
_FAMILIES = {"serif": SERIFS, "sans": SANSES}


class Style(Struct, frozen=True):
    """How a paragraph is set; links in it have the colour `accent`.

    `bar` draws a rule of that colour at its left, `tint` a ground. `font` is the name of its own face,
    found from the others.
    """

    face: Face
    size: float
    leading: float
    before: float = 0.0
    after: float = 0.0
    indent: float = 0.0
    colour: str = Look().ink
    bold: bool = False
    italic: bool = False
    bar: str | None = None
    tint: str | None = None
    justified: bool = False
    accent: str = Look().accent
    font: str = ""

    def __post_init__(self) -> None:
        """Find the face: it is asked for with each paragraph."""
        own = self.face.font(bold=self.bold, italic=self.italic)
        force_setattr(self, "font", own)


Maker = Callable[..., Style]


class House(Struct, frozen=True):
    """A look made ready: the page's measures, and a style for each kind of paragraph."""

    look: Look
    page: tuple[float, float]
    measure: float
    height: float
    sans: Face
    title: Style
    subtitle: Style
    meta: Style
    lead: Style
    label: Style
    body: Style
    note: Style
    judgment: Style
    headings: tuple[Style, ...]
    quotation_lead: Style
    quotation: Style
    item: Style
    cell: Style
    head_cell: Style
    contents: tuple[Style, ...]
    reference: Style
    compact_reference: Style
    reference_note: Style
    footnote: Style
    running: Style
    marking: Style


@cache
def dress(look: Look) -> House:
    """The styles of a look: families, sizes and colours as it has them."""
    page = PAGES[look.page]
    text = _family(look.text_fonts) or _FAMILIES[look.text]
    heads = _family(look.heads_fonts) or _FAMILIES[look.heads]
    return House(
        look=look,
        page=page,
        measure=page[0] - look.left - look.right,
        height=page[1] - look.top - look.bottom,
        sans=heads,
        **_styles(_maker(look), look, text, heads),
    )


def _family(files: Sequence[FontFile]) -> Face | None:
    """A house's own fonts as a family: what is missing is the face it comes nearest to."""
    if not files:
        return None
    regular, *others = [house_face(file.name.removesuffix(".ttf"), file.data) for file in files]
    italic, bold, both = (*others, *[""] * 3)[:3]
    bold = bold or regular
    return Face(regular, italic or regular, bold, both or bold)


def _styles(style: Maker, look: Look, serif: Face, sans: Face) -> dict[str, Any]:
    """A style for each kind of paragraph, by the names of `House`."""
    return {
        "title": style(sans, 24, 29, after=4, colour=look.accent, bold=True),
        "subtitle": style(sans, 14, 19, after=4, colour=look.quiet),
        "meta": style(sans, 10, 14, after=10, colour=look.quiet),
        "lead": style(sans, 10.5, 15, after=7, colour=look.quiet, italic=True),
        "label": style(sans, 8.6, 12, before=6, after=2, colour=look.accent, bold=True),
        "body": style(serif, 10.5, 15, after=7, justified=True),
        "note": style(sans, 8.6, 12, after=4, colour=look.quiet),
        "judgment": style(
            sans,
            10.3,
            15,
            before=2,
            after=8,
            indent=12,
            italic=True,
            bar=look.accent,
            tint=look.tint,
        ),
        "headings": (
            style(sans, 16, 21, before=20, after=6, colour=look.accent, bold=True),
            style(sans, 12, 16, before=13, after=4, colour=look.accent, bold=True),
            style(sans, 10.5, 15, before=10, after=3, colour=look.ink, bold=True),
        ),
        **_more_styles(style, look, serif, sans),
    }


def _more_styles(style: Maker, look: Look, serif: Face, sans: Face) -> dict[str, Any]:
    """The styles of quotations, lists, tables, references and page furniture."""
    return {
        "quotation_lead": style(
            sans, 8.8, 13, before=4, indent=13, colour=look.quiet, bar=look.rule
        ),
        # Ragged and without hyphens: whoever copies or checks a source's words finds them whole. They
        # stand in lists too, which as short lines would be full of holes if they were flush.
        "quotation": style(serif, 10.5, 15, after=11, indent=13, bar=look.rule),
        "item": style(serif, 10.5, 15, after=3),
        "cell": style(sans, 9.2, 12.6),
        "head_cell": style(sans, 9.2, 12.6, bold=True, colour=look.accent),
        "contents": (
            style(sans, 10.5, 17, before=2),
            style(sans, 9.6, 15, indent=14, colour=look.quiet),
            style(sans, 9.2, 14, indent=28, colour=look.quiet),
        ),
        "reference": style(serif, 9.6, 13.4, before=5, indent=26),
        "compact_reference": style(serif, 8.4, 11.2, before=1.5, indent=22),
        "reference_note": style(sans, 8.4, 11.6, indent=26, colour=look.quiet),
        "footnote": style(serif, 8.4, 11.2, after=1.5, indent=14),
        "running": style(sans, 8.2, 11, colour=look.quiet),
        "marking": style(sans, 12, 15, bold=True),
    }


def _maker(look: Look) -> Maker:
    """Makes styles in the size and colours of `look`."""
    scale = look.size / _SIZE

    def style(
        face: Face, size: float, leading: float, colour: str = look.ink, **more: Any
    ) -> Style:
        sized = (round(size * scale, 2), round(leading * scale, 2))
        return Style(face, *sized, colour=colour, accent=look.accent, **more)

    return style


_SIZE = Look().size
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
