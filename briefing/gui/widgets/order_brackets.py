"""Brackets at the margin of "In briefing": quotations that say otherwise than one another."""

from collections.abc import Mapping

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from briefing.gui.disputes import Dispute
from briefing.model.passage import Passage

_WIDE, _MOST = 8, 3
"""Pixels that a bracket takes, and how many stand beside one another."""


def room_for(count: int) -> int:
    """Pixels that so many brackets take at the margin."""
    return _WIDE * min(count, _MOST) + (4 if count else 0)


def draw_brackets(
    view: QWidget, boxes: Mapping[Passage, QRect], disputes: tuple[Dispute, ...]
) -> None:
    """Join the lines of each dispute; `boxes` say where quotations are, those out of sight are empty."""
    painter = QPainter(view)
    painter.setPen(QPen(view.palette().text().color(), 2))
    mirrored = view.isRightToLeft()
    for place, dispute in enumerate(disputes):
        heights = [
            boxes[one].center().y() for one in dispute if one in boxes and boxes[one].isValid()
        ]
        if len(heights) > 1:
            inwards = _WIDE * (place % _MOST + 1)
            x = inwards if mirrored else view.width() - inwards
            foot = _WIDE // 2 if mirrored else -_WIDE // 2
            painter.drawLine(x, min(heights), x, max(heights))
            for y in heights:
                painter.drawLine(x + foot, y, x, y)
    painter.end()
