"""Writing from right to left: which way a text runs, and how texts of both ways stand in one line."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextOption

from briefing.model.bidi import begins_right


def apart(text: str) -> str:
    """`text` between marks of its own direction, so that what stands beside it changes nothing in it.

    They are the marks LRM and RLM of UAX #9, for fonts have those; for an isolate Qt takes another
    font, whose height moves the line.
    """
    mark = "\u200f" if begins_right(text) else "\u200e"
    return f"{mark}{text}{mark}"


def side_of(text: str) -> Qt.AlignmentFlag:
    """The side on which the lines of `text` begin, whatever the window's direction is."""
    side = Qt.AlignmentFlag.AlignRight if begins_right(text) else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute


def option_for(text: str) -> QTextOption:
    """How a paragraph of `text` is set: its own way, from the side on which it begins."""
    from_right = begins_right(text)
    option = QTextOption(side_of(text))
    way = Qt.LayoutDirection.RightToLeft if from_right else Qt.LayoutDirection.LeftToRight
    option.setTextDirection(way)
    return option
