"""A house's logo (of its look file) at the head of the first page, where the PDF has it."""

from io import BytesIO

from PIL import Image

from briefing.model.look import Look
from briefing.writers.word.markup import HEAD
from briefing.writers.word.skeleton import Skeleton

_EMU = 12_700
_MOST_WIDE, _MOST_HIGH = 170.0, 44.0
"""Points that a logo may take."""
_FROM_EDGE = 26.0
"""Points above it."""
_TYPES = {"PNG": ("png", "image/png"), "JPEG": ("jpeg", "image/jpeg")}
_ID = 8999
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_PLACE = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


def logo_run(skeleton: Skeleton, look: Look, part: str) -> str:
    """The run that shows the logo in the header `part`; nothing if it cannot be read as a picture."""
    try:
        with Image.open(BytesIO(look.logo)) as picture:
            picture.verify()
            (wide, high), sort = picture.size, picture.format or ""
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
    share = min(_MOST_WIDE / wide, _MOST_HIGH / high)
    size = f'cx="{round(wide * share * _EMU)}" cy="{round(high * share * _EMU)}"'
    return _anchored(size)


def _anchored(size: str) -> str:
    """Hung on the page, so that no word has to give way."""
    named = f'id="{_ID}" name="Logo" descr="Logo"'
    return (
        f'<w:r><w:drawing><wp:anchor xmlns:wp="{_PLACE}" distT="0" distB="0" distL="0" distR="0" '
        'simplePos="0" relativeHeight="1" behindDoc="1" locked="0" layoutInCell="1" '
        'allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin">'
        '<wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page">'
        f"<wp:posOffset>{round(_FROM_EDGE * _EMU)}</wp:posOffset></wp:positionV><wp:extent {size}/>"
        f"<wp:wrapNone/><wp:docPr {named}/>"
        f'<a:graphic xmlns:a="{_MAIN}"><a:graphicData uri="{_PICTURE}">'
        f'<pic:pic xmlns:pic="{_PICTURE}"><pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/>'
        '</pic:nvPicPr><pic:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:anchor></w:drawing></w:r>"
    )
