"""A house's logo as an object of the file (ISO 32000-1, 8.9.5)."""

from io import BytesIO

from msgspec import Struct

from briefing.model.look import LOGO
from briefing.writers.pdf.packing import Pack

_DOTS = 300 / 72
"""Dots in a point: what has more is made smaller."""


class Logo(Struct, frozen=True):
    """A logo in the file: the number of its object, and its size on the page in points."""

    number: int
    width: float
    height: float


def embed_logo(pack: Pack, data: bytes) -> Logo | None:
    """Put a picture (PNG or JPEG) into the file, in the colours of the screen; `None` if it is broken."""
    from PIL import Image  # noqa: PLC0415 - a house's logo only

    try:
        with Image.open(BytesIO(data)) as opened:
            picture = opened.convert("RGBA")
    except (OSError, SyntaxError, Image.DecompressionBombError):
        return None
    share = min(LOGO[0] / picture.width, LOGO[1] / picture.height)
    width, height = picture.width * share, picture.height * share
    if picture.width > width * _DOTS:
        picture = picture.resize((max(round(width * _DOTS), 1), max(round(height * _DOTS), 1)))
    size = b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8" % picture.size
    alpha = picture.getchannel("A")
    mask = b""
    if alpha.getextrema() != (255, 255):
        number = pack.stream(alpha.tobytes(), size + b"/ColorSpace/DeviceGray")
        mask = b"/SMask %d 0 R" % number
    colours = picture.convert("RGB").tobytes()
    return Logo(pack.stream(colours, size + b"/ColorSpace/DeviceRGB" + mask), width, height)
