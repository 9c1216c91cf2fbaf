"""Where Word sets frames, text boxes and indented lines: what lies beside the page nobody reads.

Lengths are twips (twentieths of a point). A place is told only where it is certain: what a program
works out for itself, such as an alignment, counts as on the page.
"""

import re
from collections.abc import Mapping

from msgspec import Struct, field

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
VML = "urn:schemas-microsoft-com:vml"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_ART = "http://schemas.openxmlformats.org/drawingml/2006/main"
_OFFICE = "urn:schemas-microsoft-com:office:word"
OF_DRAWINGS = frozenset({DRAWING, VML, _PICTURE, _ART, _OFFICE})
"""The namespaces of what is drawn."""
_FILLS = frozenset({"solidFill", "gradFill", "pattFill", "blipFill", "blip"})
_TALLEST_LINE, _WIDEST_LINE = 80, 80
"""Twips: a shape no larger is a line, and covers no words."""
_EMU = 635
"""English Metric Units in a twip."""
_UNITS = {"pt": 20.0, "in": 1440.0, "cm": 566.93, "mm": 56.693, "px": 15.0, "pc": 240.0}
_IS_FULL = re.compile(r"/(?:chart|diagram|picture)$")
_LENGTH = re.compile(r"(-?[0-9]{1,9}(?:\.[0-9]{1,9})?)(pt|in|cm|mm|px|pc)")
_EDGE = frozenset({"page", "leftMargin", "topMargin"})
"""What begins where the page begins; all else begins somewhere on it."""


class Sheet(Struct, frozen=True):
    """The size of a section's pages."""

    width: float = 11_906
    height: float = 16_838


class Place(Struct):
    """Where something is set: how far from what, and its size. `None` is not said."""

    across: float | None = None
    down: float | None = None
    width: float = 0
    height: float = 0
    across_from: str = "text"
    down_from: str = "text"
    loose: bool = False
    """Whether the text does not make way for it."""
    over: bool = False
    filled: bool | None = None
    worded: bool = False
    """Whether it lies on the text, is no mere outline, has words of its own."""

    @property
    def covers(self) -> bool:
        """Whether it may lie over words and has none itself."""
        large = self.width > _WIDEST_LINE and self.height > _TALLEST_LINE
        return self.over and large and bool(self.filled) and not self.worded

    def off(self, sheet: Sheet) -> bool:
        """Whether no part of it can be on the page."""
        return _off(self.across, self.width, self.across_from, sheet.width) or _off(
            self.down, self.height, self.down_from, sheet.height
        )


def _off(start: float | None, size: float, origin: str, length: float) -> bool:
    if start is None:
        return False
    moved = 0 if origin in _EDGE else length
    return start >= length or start + size + moved <= 0


def frame(own: Mapping[str, str]) -> Place:
    """The place that a paragraph's `framePr` gives it."""
    across = None if own.get("xAlign") else _number(own.get("x"))
    down = None if own.get("yAlign") else _number(own.get("y"))
    width, height = _number(own.get("w")) or 0, _number(own.get("h")) or 0
    return Place(
        across, down, width, height, own.get("hAnchor", "text"), own.get("vAnchor", "text")
    )


def indented(own: Mapping[str, str]) -> Place:
    """The place where the lines of a paragraph with this `ind` begin."""
    left = _number(own.get("left", own.get("start")))
    return Place(None if left is None else left - (_number(own.get("hanging")) or 0))


class Floats(Struct):
    """The drawings that are open while a part is read, the innermost last."""

    places: list[Place] = field(default_factory=list)
    _down: bool = False
    _offset: bool = False
    _outline: bool = False

    def start(self, space: str, local: str, own: Mapping[str, str]) -> None:
        """Take an element that is not Word's own."""
        if space == VML:
            self.places.append(_styled(own.get("style", "")))
            self.places[-1].filled = own.get("filled", "t")[:1] not in "f0"
        elif space == _OFFICE and local == "wrap" and self.places:
            for place in self.places:  # said within the shape that it is of
                place.over = place.over and own.get("type", "none") in ("none", "through")
        elif space == _ART and self.places:
            self._fill(local, own, self.places[-1])
        elif space != DRAWING:
            return
        elif local in ("anchor", "inline"):
            self.places.append(
                Place(over=local == "anchor" and own.get("behindDoc", "0") in ("0", "false"))
            )
        elif self.places:
            self._take(local, own, self.places[-1])

    def _fill(self, local: str, own: Mapping[str, str], place: Place) -> None:
        """What says whether a shape is filled; a picture, a chart or a diagram always is."""
        if local == "ln":
            self._outline = True
        elif self._outline:
            return
        elif local in _FILLS or (local == "graphicData" and _IS_FULL.search(own.get("uri", ""))):
            place.filled = True
        elif local == "noFill" and place.filled is None:
            place.filled = False
        elif local == "fillRef" and place.filled is None:
            place.filled = own.get("idx", "0") != "0"

    def _take(self, local: str, own: Mapping[str, str], place: Place) -> None:
        if local in ("positionH", "positionV"):
            self._down = local == "positionV"
            origin = own.get("relativeFrom", "text")
            if self._down:
                place.down_from = origin
            else:
                place.across_from = origin
        elif local == "posOffset":
            self._offset = True
        elif local == "extent":
            place.width = (_number(own.get("cx")) or 0) / _EMU
            place.height = (_number(own.get("cy")) or 0) / _EMU
        elif local.startswith("wrap"):
            place.loose = local == "wrapNone"
            place.over = place.over and place.loose

    def characters(self, words: str) -> None:
        """Take what an element of a drawing says."""
        value = _number(words.strip()) if self._offset and self.places else None
        if value is None:
            return
        if self._down:
            self.places[-1].down = value / _EMU
        else:
            self.places[-1].across = value / _EMU

    def end(self, space: str, local: str) -> bool:
        """Take the end of an element that is not Word's own; whether what ends there may cover text."""
        if local == "posOffset":
            self._offset = False
        elif space == _ART and local == "ln":
            self._outline = False
        elif self.places and (space == VML or (space == DRAWING and local in ("anchor", "inline"))):
            return self.places.pop().covers
        return False


def _styled(style: str) -> Place:
    """The place in the `style` of a drawing of the older kind (VML)."""
    said = {
        name.strip().lower(): value.strip().lower()
        for name, _, value in (item.partition(":") for item in style.split(";"))
    }
    if said.get("position") != "absolute":
        return Place()
    return Place(
        _length(said.get("margin-left", said.get("left"))),
        _length(said.get("margin-top", said.get("top"))),
        _length(said.get("width")) or 0,
        _length(said.get("height")) or 0,
        said.get("mso-position-horizontal-relative", "text"),
        said.get("mso-position-vertical-relative", "text"),
        over=not said.get("z-index", "0").startswith("-"),
    )


def _length(value: str | None) -> float | None:
    match = _LENGTH.fullmatch(value or "")
    return float(match[1]) * _UNITS[match[2]] if match else None


def _number(value: str | None) -> int | None:
    return int(value) if value and re.fullmatch(r"-?[0-9]{1,12}", value) else None
