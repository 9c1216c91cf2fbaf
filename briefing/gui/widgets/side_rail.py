"""The rail: where there is no room for the sidebar, an icon for each of its parts, which brings it."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QIcon,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from briefing.words import mark, say

_GRID = 24
"""Units of the square that the strokes below are drawn in."""
Stroke = tuple[tuple[float, float], ...]
_STROKES: dict[str, tuple[Stroke, ...]] = {
    "sidebar": (
        ((4, 5), (20, 5), (20, 19), (4, 19), (4, 5)), ((10, 5), (10, 19)),
        ((6, 9), (8, 9)), ((6, 12), (8, 12)),
    ),
    "library": (
        ((4, 4), (8, 4), (8, 20), (4, 20), (4, 4)), ((8, 4), (12, 4), (12, 20), (8, 20)),
        ((14, 5), (17.5, 4), (21, 19), (17.5, 20), (14, 5)),
    ),
    "new": (
        ((12, 3), (14, 10), (21, 12), (14, 14), (12, 21), (10, 14), (3, 12), (10, 10), (12, 3)),
    ),
    "attention": (
        ((12, 4), (21, 20), (3, 20), (12, 4)), ((12, 10), (12, 14.5)), ((12, 17), (12, 17.6)),
    ),
    "views": (((7, 4), (17, 4), (17, 20), (12, 16), (7, 20), (7, 4)),),
    "themes": (
        ((4, 4), (12, 4), (21, 13), (13, 21), (4, 12), (4, 4)),
        ((8, 7), (9, 8), (8, 9), (7, 8), (8, 7)),
    ),
    "publishers": (
        ((4, 5), (20, 5), (20, 19), (4, 19), (4, 5)), ((7, 9), (12, 9)), ((7, 12), (17, 12)),
        ((7, 15), (17, 15)),
    ),
}  # fmt: skip
PARTS = {
    "sidebar": mark("Sidebar"),
    "library": mark("Library"),
    "new": mark("New"),
    "attention": mark("Attention"),
    "views": mark("Views"),
    "themes": mark("Themes"),
    "publishers": mark("Publishers"),
}
_HIT = 32
"""Pixels that a button is wide and high at least."""


class SideRail(QWidget):
    """A column of buttons; `wanted` names the part of the sidebar to be shown."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("Parts of the sidebar"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAcceptDrops(True)
        self._buttons: dict[str, QToolButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 6, 4, 6)
        column.setSpacing(4)
        for part, title in PARTS.items():
            button = QToolButton()
            button.setAutoRaise(True)
            button.setAccessibleName(say("{part}, in the sidebar", part=say(title)))
            button.setToolTip(say(title) if part != "sidebar" else f"{say(title)} (Ctrl+B)")
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(lambda _=False, name=part: self.wanted.emit(name))
            self._buttons[part] = button
            column.addWidget(button)
        column.addStretch()
        self.offer_views(on=False)
        self._draw()

    def button(self, part: str) -> QToolButton:
        """The button of a part of the sidebar."""
        return self._buttons[part]

    def offer_views(self, *, on: bool) -> None:
        """Whether there are views to be shown."""
        self._buttons["views"].setVisible(on)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons anew in the colours and the size of the day."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._draw()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """What is dragged here looks for a theme: the sidebar comes."""
        self.wanted.emit("themes")
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline parts the rail from the list."""
        del event
        painter = QPainter(self)
        painter.setPen(QPen(self.palette().mid().color(), 1))
        edge = 0 if self.isRightToLeft() else self.width() - 1
        painter.drawLine(edge, 0, edge, self.height())
        painter.end()

    def _draw(self) -> None:
        high = self.fontMetrics().height()
        side, hit = max(18, round(high * 1.1)), max(_HIT, round(high * 1.7))
        ink = self.palette().windowText().color()
        for part, button in self._buttons.items():
            button.setIcon(icon(part, ink, side, self.devicePixelRatioF()))
            button.setIconSize(QSize(side, side))
            button.setFixedSize(hit, hit)


def icon(part: str, ink: QColor, side: int, ratio: float) -> QIcon:
    """The strokes of `part` in a square of `side` pixels."""
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(side / _GRID, side / _GRID)  # a window would count the points of the screen twice
    pen = QPen(ink, 1.7)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    for stroke in _STROKES[part]:
        painter.drawPolyline(QPolygonF([QPointF(*point) for point in stroke]))
    painter.end()
    return QIcon(picture)
