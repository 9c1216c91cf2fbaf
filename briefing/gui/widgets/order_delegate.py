"""Paints the lines of "In briefing": quotations as small cards, one's own words as plain text.

All heights come from the fonts. Whose words are whose can be seen: quotations stand in the serif of
sources, between quotation marks; the analyst's own in the letters of the window.
"""

from collections.abc import Mapping

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from briefing.gui.appearance import LIGHT, Tokens, reading_font
from briefing.gui.citing import in_marks
from briefing.gui.widgets.order_lines import LINE, Head, Own, Quote

_PAD, _MARGIN, _GAP, _EDGE = 6, 2, 2, 3
"""Pixels within a line, around it, between its two lines of words; width of its theme's colour."""
_ABOVE = 8
"""Pixels of air above a section."""
_ROOM = 52
"""Letters below which ● and ▲ stand in the second line."""
_COLUMN = 12
"""Pixels between columns."""
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_Index = QModelIndex | QPersistentModelIndex


class OrderDelegate(QStyledItemDelegate):
    """The painter of `OrderView`'s lines."""

    pointed = Signal(object)
    """The `QModelIndex` of a quotation whose ● or ▲ was clicked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.tokens: Tokens = LIGHT
        self.colours: Mapping[str, str] = {}
        self.aside = 0
        """Pixels at the far side that are left free for brackets."""

    def dress(self, tokens: Tokens, colours: Mapping[str, str]) -> None:
        """Take over the colours of the window, and those of the themes."""
        self.tokens, self.colours = tokens, colours

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As high as its fonts ask for."""
        line, plain = index.data(LINE), QFontMetricsF(option.font)
        high = plain.height() + 2 * _PAD
        if isinstance(line, Quote):
            high += QFontMetricsF(_serif(option)).height() + _GAP + 2 * _MARGIN
        return QSize(120, round(high) + air_above(index))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one line."""
        line = index.data(LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        match line:
            case Head():
                self._head(painter, option, line)
            case Own():
                self._own(painter, option, line)
            case Quote():
                self._quote(painter, option, line)
            case _:
                super().paint(painter, option, index)
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """A click on ● or ▲ compares."""
        del model
        line = index.data(LINE)
        if (
            event.type() is not QEvent.Type.MouseButtonRelease
            or not isinstance(event, QMouseEvent)
            or not isinstance(line, Quote)
            or event.button() is not Qt.MouseButton.LeftButton
        ):
            return False
        hit = any(box.contains(event.position()) for box in self._columns(option))
        if hit:
            self.pointed.emit(index)
        return hit

    # Parts

    def _area(self, option: QStyleOptionViewItem) -> QRectF:
        return QRectF(option.rect).adjusted(0, _MARGIN, -_MARGIN - self.aside, -_MARGIN)

    def _inside(self, option: QStyleOptionViewItem) -> QRectF:
        return self._area(option).adjusted(_PAD + _EDGE, _PAD - 1, -_PAD, 1 - _PAD)

    def _columns(self, option: QStyleOptionViewItem) -> tuple[QRectF, QRectF]:
        """Where ● and ▲ stand; equally wide in each line, so that they are columns.

        They stand beside the words; where there is little room, beside who says them.
        """
        box, metrics = self._inside(option), QFontMetricsF(option.font)
        high = QFontMetricsF(_serif(option)).height()
        wide = metrics.horizontalAdvance("● 88")
        top = box.top()
        if self._is_narrow(option):
            high = metrics.height()
            top = box.bottom() - high
        second = QRectF(box.right() - wide, top, wide, high)
        return second.translated(-wide - _COLUMN, 0), second

    def _is_narrow(self, option: QStyleOptionViewItem) -> bool:
        room = _ROOM * QFontMetricsF(option.font).averageCharWidth()
        return self._inside(option).width() < room

    def _head(self, painter: QPainter, option: QStyleOptionViewItem, line: Head) -> None:
        area = QRectF(option.rect).adjusted(_PAD, 0, -_PAD - self.aside, -_GAP)
        metrics = QFontMetricsF(option.font)
        area.setTop(area.bottom() - metrics.height() - _PAD)
        wide = metrics.horizontalAdvance(line.much)
        end = QRectF(area.right() - wide, area.top(), wide, area.height())
        self._put(painter, option, end, line.much, self.tokens.secondary)
        bold = QFont(option.font)
        bold.setBold(True)
        painter.setFont(bold)
        rest = area.adjusted(0, 0, -wide - _COLUMN, 0)
        taken = self._put(painter, option, rest, line.title, self.tokens.text)
        painter.setFont(option.font)
        rest.setLeft(rest.left() + taken + _COLUMN)
        self._put(painter, option, rest, line.aside, self.tokens.secondary)
        self._ring(painter, option, area.adjusted(-_PAD, 0, _PAD, 0))

    def _own(self, painter: QPainter, option: QStyleOptionViewItem, line: Own) -> None:
        area = self._area(option)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(self.tokens.accent), 1))
            painter.setBrush(QColor(self.tokens.selected))
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setFont(option.font)
        box = area.adjusted(_PAD + _EDGE, 0, -_PAD, 0)
        colour = self.tokens.secondary if line.empty else self.tokens.text
        self._put(painter, option, box, line.plain(), colour)

    def _quote(self, painter: QPainter, option: QStyleOptionViewItem, line: Quote) -> None:
        tokens, area = self.tokens, self._area(option)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = selected and bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.setBrush(QColor(tokens.selected if selected else tokens.card))
        painter.setPen(
            QPen(QColor(tokens.accent if selected else tokens.line), 2 if focused else 1)
        )
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 5, 5)
        edge = QRectF(area.left() + 1, area.top() + 5, _EDGE, area.height() - 10)
        if _mirrored(option):
            edge.moveRight(area.right() - 1)
        painter.fillRect(edge, QColor(self.colours.get(line.theme, tokens.line)))
        box, serif = self._inside(option), _serif(option)
        high = QFontMetricsF(serif).height()
        first = QRectF(box.left(), box.top(), box.width(), high)
        for column, text, colour in zip(
            self._columns(option),
            (line.agreeing(), line.differing()),
            (tokens.agree if line.agreeing().startswith("●") else tokens.secondary, tokens.conflict),
            strict=True,
        ):  # fmt: skip
            painter.setFont(option.font)
            self._put(painter, option, column, text, colour)
        far = self._columns(option)[0].left() - _COLUMN
        narrow = self._is_narrow(option)
        if not narrow:
            first.setRight(far)
        self._handle(painter, option, first)
        plain = QFontMetricsF(option.font)
        told = str(line.number or "–")
        wide = max(plain.horizontalAdvance("88"), plain.horizontalAdvance(told) + 1)
        first.setLeft(first.left() + plain.height() * 0.7)
        number = QRectF(first.left(), first.top(), wide, high)
        self._put(painter, option, number, told, tokens.secondary, end=True)
        first.setLeft(number.right() + _PAD)
        painter.setFont(serif)
        quoted = in_marks(line.words, line.words)
        self._put(painter, option, first, f"{line.signs}{quoted}", tokens.text)
        painter.setFont(option.font)
        second = QRectF(first.left(), box.bottom() - plain.height(), 0, plain.height())
        second.setRight(far if narrow and line.backing else box.right())
        against = line.against()
        room = plain.horizontalAdvance(against) + _COLUMN if against else 0.0
        rest = second.adjusted(0, 0, -room, 0)
        taken = self._put(painter, option, rest, line.who, tokens.secondary)
        second.setLeft(second.left() + taken + _COLUMN)
        self._put(painter, option, second, against, tokens.conflict)

    def _handle(self, painter: QPainter, option: QStyleOptionViewItem, line: QRectF) -> None:
        """Six dots by which a quotation is taken hold of."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.tokens.secondary))
        middle = self._turned(option, QRectF(line.left() + 1, line.center().y() - 5, 6, 10))
        for column in (0, 1):
            for row in (0, 1, 2):
                centre = QPointF(middle.left() + 1 + column * 4, middle.top() + 1 + row * 4)
                painter.drawEllipse(centre, 1, 1)

    def _ring(self, painter: QPainter, option: QStyleOptionViewItem, area: QRectF) -> None:
        """Where the keys are, on a line that cannot be selected."""
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(self.tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 5, 5)

    def _put(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF, text: str, colour: str,
        *, end: bool = False,
    ) -> float:  # fmt: skip
        """Write `text` into `box`, cut to its width, from the side where lines begin; how wide it is."""
        metrics = QFontMetricsF(painter.font())
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, box.width()))
        painter.setPen(QColor(colour))
        side = _RIGHT if end is not _mirrored(option) else _LEFT
        flags = int(side | Qt.AlignmentFlag.AlignAbsolute | _MIDDLE | Qt.TextFlag.TextSingleLine)
        painter.drawText(self._turned(option, box), flags, shown)
        return metrics.horizontalAdvance(shown)

    def _turned(self, option: QStyleOptionViewItem, box: QRectF) -> QRectF:
        """`box`, seen from the other side where the window runs from the right."""
        if not _mirrored(option):
            return box
        area = self._area(option)
        turned = QRectF(box)
        turned.moveLeft(area.left() + area.right() - box.right())
        return turned


def air_above(index: _Index) -> int:
    """Pixels of air above a line: sections stand apart."""
    return _ABOVE if index.row() > 0 and isinstance(index.data(LINE), Head) else 0


def _mirrored(option: QStyleOptionViewItem) -> bool:
    return option.direction is Qt.LayoutDirection.RightToLeft


def _serif(option: QStyleOptionViewItem) -> QFont:
    return reading_font(option.font.pointSizeF())
