"""Where nothing is in the briefing yet: a page with its sections in grey, and what to do."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette

_PAPER = 2**0.5
"""A sheet is so many times as high as it is wide."""
_MARGIN, _GAP = 0.1, 24
"""Of the sheet's width, and pixels around the sheet."""
_BARS = (0.95, 0.88, 0.6)
"""How far the lines of a quotation reach, of the width of the text."""
_MOST = 6


def draw_ghost(
    painter: QPainter, view: QRect, sections: Sequence[str], hint: str, palette: QPalette
) -> None:
    """Draw the sheet into `view`, with grey lines below the title of each of `sections`."""
    if sections:
        _draw_sheet(painter, view, sections, palette)
    step = painter.fontMetrics().lineSpacing()
    words = painter.fontMetrics().boundingRect(hint).adjusted(-step, -step // 2, step, step // 2)
    words.moveCenter(view.center() + QPoint(0, view.height() // 4 if sections else 0))
    words = words.intersected(view)
    painter.fillRect(words, palette.window())
    painter.setPen(palette.windowText().color())
    painter.drawText(words, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, hint)


def _draw_sheet(painter: QPainter, view: QRect, sections: Sequence[str], palette: QPalette) -> None:
    wide = max(80, view.width() - 2 * _GAP)
    sheet = QRectF(view.x() + (view.width() - wide) / 2, view.y() + _GAP, wide, wide * _PAPER)
    painter.setPen(palette.mid().color())
    painter.drawRect(sheet)
    step = painter.fontMetrics().lineSpacing()
    left, room = sheet.x() + wide * _MARGIN, wide * (1 - 2 * _MARGIN)
    y = sheet.y() + wide * _MARGIN
    painter.fillRect(QRectF(left, y, room * 0.7, step), palette.mid())
    y += 3 * step
    for title in sections[:_MOST]:
        painter.setPen(palette.placeholderText().color())
        line = QRectF(left, y, room, step)
        shown = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, shown)
        y += 1.4 * step
        for share in _BARS:
            painter.fillRect(QRectF(left, y, room * share, step / 3), palette.mid())
            y += 0.8 * step
        y += step
