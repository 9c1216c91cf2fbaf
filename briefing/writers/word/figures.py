"""Figures as vector pictures (SVG), each with a raster picture beside it for older programs."""

from collections.abc import Callable, Mapping

from briefing.model.drawing import Drawing, Ink
from briefing.model.look import Look
from briefing.writers.drawing_svg import svg
from briefing.writers.escaping import escape
from briefing.writers.word import pillow  # noqa: F401 - before what draws with it
from briefing.writers.word.raster import png

_EMU = 12_700
_TWIPS = 20
_FIRST_ID = 9000
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_PLACE = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"

Add = Callable[[str, str, bytes], str]


def inks(look: Look) -> dict[Ink, str]:
    """The colour of each ink in `look`."""
    return {
        Ink.INK: look.ink,
        Ink.ACCENT: look.accent,
        Ink.QUIET: look.quiet,
        Ink.RULE: look.rule,
        Ink.TINT: look.tint,
        Ink.PAPER: "#FFFFFF",
    }


def picture(
    drawing: Drawing, alt: str, number: int, text_width: int, colours: Mapping[Ink, str], add: Add
) -> str:
    """The run that shows figure `number` within `text_width` (twentieths of a point).

    `add` takes the name, type and bytes of a picture into the package and returns its id.
    """
    raster = add(f"briefing-figure-{number}.png", "image/png", png(drawing, colours))
    vector = add(f"briefing-figure-{number}.svg", "image/svg+xml", _vector(drawing, alt, colours))
    share = min(1.0, text_width / _TWIPS / drawing.width)
    size = f'cx="{round(drawing.width * share * _EMU)}" cy="{round(drawing.height * share * _EMU)}"'
    named = f'id="{_FIRST_ID + number}" name="Figure {number}"'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_PLACE}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {size}/><wp:docPr {named} descr="{escape(alt)}"/>'
        f'<a:graphic xmlns:a="{_MAIN}"><a:graphicData uri="{_PICTURE}">'
        f'<pic:pic xmlns:pic="{_PICTURE}"><pic:nvPicPr><pic:cNvPr {named} descr="{escape(alt)}"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{raster}"><a:extLst>'
        f'<a:ext uri="{_SVG_EXTENSION}"><asvg:svgBlip xmlns:asvg="{_SVG}" r:embed="{vector}"/></a:ext>'
        "</a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _vector(drawing: Drawing, alt: str, colours: Mapping[Ink, str]) -> bytes:
    told = svg(drawing, alt, colours)
    return told.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1).encode()
