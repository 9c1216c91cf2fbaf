"""Excerpts that are dragged: what the pointer carries from one pane to another."""

import msgspec
from PySide6.QtCore import QByteArray, QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from briefing.model.passage import Passage
from briefing.words import say_many

EXCERPTS = "application/x-briefing-excerpts"
"""The kind of what is carried; no other program knows it."""
_PAD = 8


def carry(passages: list[Passage], text: str) -> QMimeData:
    """`passages` for our own panes, and their `text` for other programs."""
    data = QMimeData()
    data.setData(EXCERPTS, QByteArray(msgspec.json.encode(passages)))
    data.setText(text)
    return data


def carried(data: QMimeData) -> tuple[Passage, ...]:
    """The passages that are carried; none if it is something else."""
    if not data.hasFormat(EXCERPTS):
        return ()
    return msgspec.json.decode(data.data(EXCERPTS).data(), type=tuple[Passage, ...])


def drag(source: QWidget, data: QMimeData) -> None:
    """Carry `data` from `source` until the person lets go, or presses Esc."""
    count = len(carried(data))
    moving = QDrag(source)
    moving.setMimeData(data)
    moving.setPixmap(_chip(source, say_many("{n} excerpt", "{n} excerpts", count)))
    moving.setHotSpot(QPoint(-_PAD, -_PAD))
    moving.exec(Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, Qt.DropAction.MoveAction)


def _chip(source: QWidget, text: str) -> QPixmap:
    """A small card that says how much is carried."""
    metrics = QFontMetrics(source.font())
    ratio = source.devicePixelRatioF()
    wide, high = metrics.horizontalAdvance(text) + 2 * _PAD, metrics.height() + _PAD
    pixmap = QPixmap(round(wide * ratio), round(high * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(source.palette().highlight().color())
    painter = QPainter(pixmap)
    painter.setFont(source.font())
    painter.setPen(source.palette().highlightedText().color())
    painter.drawText(0, 0, wide, high, int(Qt.AlignmentFlag.AlignCenter), text)
    painter.end()
    return pixmap
