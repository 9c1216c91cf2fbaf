"""A house's logo (of its look file) at the head of the first page, where the PDF has it."""

from io import BytesIO

from PIL import Image

from briefing.model.look import PAGES, Look, logo_place
from briefing.writers.word.markup import HEAD
from briefing.writers.word.skeleton import Skeleton

_EMU = 12_700
_LETTER = 7.9
"""About as wide is a letter of the marking, in points."""
_TYPES = {"PNG": ("png", "image/png"), "JPEG": ("jpeg", "image/jpeg")}
_ID = 8999
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_PLACE = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


def logo_run(skeleton: Skeleton, look: Look, part: str, marking: str | None) -> str:
    """The run that shows the logo in the header `part`; nothing if it cannot be read as a picture."""
    try:
        with Image.open(BytesIO(look.logo)) as picture:
            picture.verify()
            size, sort = picture.size, picture.format or ""
    except (OSError, SyntaxError, Image.DecompressionBombError):
        return ""
    if sort not in _TYPES:
        return ""
    suffix, content_type = _TYPES[sort]
    name = f"word/media/briefing-logo.{suffix}"
    skeleton.parts[name] = look.logo
    skeleton.declare(f"/{name}", content_type)
    skeleton.parts[f"word/_rels/{part}.rels"] = (
        f'{HEAD}<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" Type="{_IMAGE}" '
        f'Target="media/briefing-logo.{suffix}"/></Relationships>'
    ).encode()
    begins = _marking_place(look, marking) if marking else None
    wide, high, top = logo_place(look, size, begins)
    return _anchored(f'cx="{round(wide * _EMU)}" cy="{round(high * _EMU)}"', top)


def _marking_place(look: Look, marking: str) -> float:
    """About where the handling line begins: TLP ends at the right edge of the text, others are centred."""
    paper, wide = PAGES[look.page][0], _LETTER * (len(marking) + 2)
    return paper - look.right - wide if marking.startswith("TLP:") else (paper - wide) / 2


def _anchored(size: str, top: float) -> str:
    """Hung on the page, so that no word has to give way."""
    named = f'id="{_ID}" name="Logo" descr="Logo"'
    return (
        f'<w:r><w:drawing><wp:anchor xmlns:wp="{_PLACE}" distT="0" distB="0" distL="0" distR="0" '
        'simplePos="0" relativeHeight="1" behindDoc="1" locked="0" layoutInCell="1" '
        'allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin">'
        '<wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page">'
        f"<wp:posOffset>{round(top * _EMU)}</wp:posOffset></wp:positionV><wp:extent {size}/>"
        f"<wp:wrapNone/><wp:docPr {named}/>"
        f'<a:graphic xmlns:a="{_MAIN}"><a:graphicData uri="{_PICTURE}">'
        f'<pic:pic xmlns:pic="{_PICTURE}"><pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/>'
        '</pic:nvPicPr><pic:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:anchor></w:drawing></w:r>"
    )
