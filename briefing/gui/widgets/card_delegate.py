"""Paints a card: tick, themes and score above, the words in the middle, who and where below.

All heights come from the fonts, and all cards of one density are equally high.
"""

from collections.abc import Sequence
from html import escape

from msgspec.structs import replace
from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from briefing.gui.appearance import LIGHT, Tokens, reading_font
from briefing.gui.bidi import option_for
from briefing.gui.item_models.cards import (
    CARD,
    FACE,
    Face,
    decimal,
    told_against,
    told_backing,
)
from briefing.gui.widgets.card_parts import Mark, foot, measures, placed, speakers_font
from briefing.gui.widgets.card_pictures import CardPictures, Look
from briefing.model.desk import ShownCard
from briefing.words import say

_PAD = 10
_MARGIN = 5
_EDGE = 3
_GAP = 5
"""Pixels between head, words and foot."""
_FULL = 6.0
"""Score at which the bar is full."""
LINES = {"Compact": 1, "Normal": 3, "Roomy": 5}
"""Lines of words a card shows, by density."""
_LOOKS = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus
_Index = QModelIndex | QPersistentModelIndex


class CardDelegate(QStyledItemDelegate):
    """The painter of `CardModel`'s rows."""

    pointed = Signal(str, object)
    """What of a card was clicked (`compare`, `why`, `fold`), and the `ShownCard`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.tokens: Tokens = LIGHT
        self.titles: dict[str, str] = {}
        self.colours: dict[str, str] = {}
        self._lines = LINES["Normal"]
        self._take_size(parent.font().pointSizeF())
        self._pictures = CardPictures()

    def dress(self, tokens: Tokens, size: float, density: str) -> None:
        """Take over colours, the size of text in points, and how much a card shows."""
        self.tokens, self._lines = tokens, LINES[density]
        self._take_size(size)
        self._pictures.clear()

    def _take_size(self, size: float) -> None:
        self._reading = reading_font(size + 1)
        self._spacing = QFontMetricsF(self._reading).lineSpacing()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """The same height for every card."""
        return QSize(200, self.height(QFontMetricsF(option.font)))

    def height(self, metrics: QFontMetricsF) -> int:
        """Pixels that every card takes, with its margins, where `metrics` are the list's own."""
        inside = 2 * metrics.height() + self._spacing * self._lines + 2 * _GAP
        return round(inside + 2 * _PAD + 2 * _MARGIN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one card."""
        painter.save()
        self._pictures.draw(painter, self._look(option, index.data(FACE)))
        painter.restore()

    def paint_ahead(self, option: QStyleOptionViewItem, index: _Index, scale: float) -> bool:
        """Make the picture of a card that is not seen yet; whether there was something to do."""
        face = index.data(FACE)
        look = self._look(option, face)
        if not isinstance(face, Face) or self._pictures.holds(look, scale):
            return False
        self._pictures.picture(look, scale)
        return True

    def _look(self, option: QStyleOptionViewItem, face: object) -> Look:
        looks = (option.state & _LOOKS).value

        def paint(on: QPainter) -> None:
            on.setRenderHint(QPainter.RenderHint.Antialiasing)
            card, included = (face.card, face.included) if isinstance(face, Face) else (None, False)
            box = self._edge(on, option, card, included=included)
            if isinstance(face, Face):
                self._head(on, option, box, face.card, self._marks(face), included=included)
                self._words(on, option, box, face.card)
                self._foot(on, option, box, face.card)

        return Look(
            option.rect, option.font, option.direction, QColor(self.tokens.ground),
            (face, looks, option.direction), paint, looks, lambda on: self._frame(on, option),
        )  # fmt: skip

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> bool:
        """A click on the tick ticks, on who agrees or differs compares, on the reason tells it whole."""
        if event.type() is not QEvent.Type.MouseButtonRelease or not isinstance(event, QMouseEvent):
            return False
        if event.modifiers() or event.button() is not Qt.MouseButton.LeftButton:
            return False
        part = self.part_at(option, index, event.position())
        if part == "tick":
            return model.setData(index, None, int(Qt.ItemDataRole.CheckStateRole))
        if part:
            self.pointed.emit(part, index.data(CARD))
        return bool(part)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> bool:
        """The whole quotation where the card shows only its beginning."""
        card = index.data(CARD)
        told = ""
        if isinstance(card, ShownCard):
            wide = option.rect.width() - 2 * (_MARGIN + _PAD) - _EDGE
            if self._broken(card.text, (), wide)[1] > self._lines:
                told = f"<p style='white-space: pre-wrap'>{escape(card.text)}</p>"
        QToolTip.showText(event.globalPos(), told, view)
        return True

    def part_at(self, option: QStyleOptionViewItem, index: _Index, point: QPointF) -> str:
        """What of a card is at `point`: `tick`, `compare`, `fold`, `why`, or nothing to be clicked."""
        if self.tick_box(option).adjusted(-6, -6, 6, 6).contains(point.toPoint()):
            return "tick"
        face = index.data(FACE)
        if not isinstance(face, Face):
            return ""
        card = face.card
        box = _area(option).adjusted(_PAD + _EDGE, _PAD, -_PAD, -_PAD)
        plain = measures(option.font)
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        along = box.right() - point.x() if mirrored else point.x() - box.left()
        if point.y() < box.top() + plain.height + _GAP / 2:
            for mark, left, wide in placed(self._marks(face), box.width(), plain):
                if left - 6 <= along <= left + wide + 6:
                    return mark.part
        elif point.y() > box.bottom() - plain.height - _GAP / 2:
            return (
                "why"
                if along >= box.width() - foot(card, option.font, box.width()).why_wide
                else ""
            )
        return ""

    def tick_box(self, option: QStyleOptionViewItem) -> QRect:
        """Where the tick is."""
        side = max(14, round(measures(option.font).height * 0.85))
        rect = option.rect.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        left = rect.left() + _PAD + _EDGE
        if option.direction is Qt.LayoutDirection.RightToLeft:
            left = rect.right() - _PAD - _EDGE - side
        return QRect(left, rect.top() + _PAD, side, side)

    # Parts

    def _marks(self, face: Face) -> tuple[Mark, ...]:
        """What stands at the end of the first line, from the end on."""
        card, backing, fold = face.card, face.backing, face.fold
        tokens, found = self.tokens, []
        if against := told_against(card, backing):
            found.append(Mark(against, tokens.conflict, "compare"))
        if backing:
            colour = tokens.agree if backing.origins > 1 else tokens.secondary
            # Reprints that are folded here are not told twice.
            told = replace(backing, repeats=0) if fold else backing
            found.append(Mark(told_backing(told), colour, "compare"))
        if fold:
            found.append(Mark(fold.told(), tokens.secondary, "fold" if fold.count else ""))
        if card.new:
            found.append(Mark(say("NEW"), tokens.agree))
        return (*found, *(Mark(sign, tokens.secondary) for sign in face.signs))

    def _frame(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """Ground and border."""
        tokens = self.tokens
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = selected and bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(tokens.selected if selected else tokens.card))
        painter.setPen(
            QPen(QColor(tokens.accent if selected else tokens.line), 2 if focused else 1)
        )
        painter.drawRoundedRect(_area(option), 6, 6)

    def _edge(
        self, painter: QPainter, option: QStyleOptionViewItem, card: ShownCard | None, *,
        included: bool,
    ) -> QRectF:  # fmt: skip
        """The edge in the colour of the theme; returns the room inside."""
        area, tokens = _area(option), self.tokens
        theme = card.themes[0] if card and card.themes else ""
        edge = QColor(self.colours.get(theme, tokens.line))
        wide = _EDGE + 2 if included else _EDGE
        right = option.direction is Qt.LayoutDirection.RightToLeft
        left = area.right() - wide - 1 if right else area.left() + 1
        painter.fillRect(QRectF(left, area.top() + 6, wide, area.height() - 12), edge)
        return area.adjusted(_PAD + _EDGE, _PAD, -_PAD, -_PAD)

    def _head(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        box: QRectF,
        card: ShownCard,
        marks: Sequence[Mark],
        *,
        included: bool,
    ) -> None:
        tokens, plain = self.tokens, measures(option.font)
        tick = self.tick_box(option)
        self._tick(painter, QRectF(tick), included=included)
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        line = QRectF(0, box.top(), box.width(), plain.height)
        beside = tick.width() + 10

        def put(left: float, wide: float, text: str, colour: str) -> None:
            """Draw `text` so many pixels from where the line begins, on either side."""
            start = box.right() - left - wide if mirrored else box.left() + left
            painter.setPen(QColor(colour))
            painter.drawText(QRectF(start, line.top(), wide, line.height()), 0, text)

        end = line.width()
        for mark, left, wide in placed(marks, line.width(), plain):
            put(left, wide, mark.text, mark.colour)
            end = left - 12
        names = " · ".join(self.titles.get(theme, theme) for theme in card.themes[:2])
        room = max(40.0, end - beside - 48 - plain.wide(" 00.0"))
        colour = self.colours.get(card.themes[0], tokens.text) if card.themes else tokens.text
        shown, wide = plain.cut(names, room)
        put(beside, wide, shown, colour)
        left = beside + wide + 12
        bar = QRectF(
            box.right() - left - 42 if mirrored else box.left() + left,
            line.top() + line.height() / 2 - 2, 42, 4,
        )  # fmt: skip
        painter.fillRect(bar, QColor(tokens.line))
        bar.setWidth(42 * min(1.0, card.score / _FULL))
        painter.fillRect(bar, QColor(tokens.secondary))
        number = decimal(card.score)
        put(left + 48, plain.wide(number) + 1, number, tokens.secondary)

    def _tick(self, painter: QPainter, box: QRectF, *, included: bool) -> None:
        tokens = self.tokens
        painter.setPen(QPen(QColor(tokens.accent if included else tokens.secondary), 1.5))
        painter.setBrush(QColor(tokens.accent if included else tokens.card))
        painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), 3, 3)
        if included:
            painter.setPen(QPen(QColor(tokens.on_accent), 2))
            x, y, side = box.left(), box.top(), box.width()
            points = [(0.24, 0.52), (0.44, 0.72), (0.78, 0.30)]
            painter.drawPolyline([QPointF(x + a * side, y + b * side) for a, b in points])

    def _words(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF, card: ShownCard
    ) -> None:
        layout = self._set(card, int(box.width()))
        top = box.top() + measures(option.font).height + _GAP
        painter.setPen(QColor(self.tokens.text))
        layout.draw(painter, QPointF(box.left(), top))

    def _foot(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF, card: ShownCard
    ) -> None:
        """Who, where and when; then why the card is ranked so."""
        high = measures(option.font).height
        line = QRectF(box.left(), box.bottom() - high, box.width(), high)
        told = foot(card, option.font, line.width())
        painter.setPen(QColor(self.tokens.secondary))
        painter.setFont(speakers_font(card, option.font))
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        painter.drawText(line, _start(mirrored=mirrored), told.who)
        painter.setFont(option.font)
        wide = told.wide
        after = line.adjusted(0, 0, -wide, 0) if mirrored else line.adjusted(wide, 0, 0, 0)
        painter.drawText(after, _start(mirrored=mirrored), told.rest)
        painter.drawText(line, _start(mirrored=not mirrored), told.why)

    def _set(self, card: ShownCard, width: int) -> QTextLayout:
        """The words broken into the card's lines, the last with an ellipsis where they go on."""
        layout, broken = self._broken(card.text, card.marks, width)
        if broken <= self._lines:
            return layout
        last = layout.lineAt(self._lines - 1)
        start = last.textStart()
        end = _word_end(card.text, start, start + max(1, last.textLength() - 3))
        return self._broken(card.text[:end].rstrip() + " …", card.marks, width)[0]

    def _broken(
        self, text: str, marks: tuple[tuple[int, int], ...], width: int
    ) -> tuple[QTextLayout, int]:
        layout = QTextLayout(text.replace("\n", " "), self._reading)
        # A quotation keeps the direction of its own writing, whatever the window's is.
        layout.setTextOption(option_for(text))
        tint = QTextCharFormat()
        tint.setBackground(QColor(self.tokens.highlight))
        tint.setForeground(QColor(self.tokens.text))
        spans = []
        for start, end in marks:
            span = QTextLayout.FormatRange()
            span.start, span.length, span.format = start, min(end, len(text)) - start, tint
            if start < len(text):
                spans.append(span)
        layout.setFormats(spans)
        layout.beginLayout()
        top, count = 0.0, 0
        while (line := layout.createLine()).isValid():
            count += 1
            if count > self._lines:
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        return layout, count


def _area(option: QStyleOptionViewItem) -> QRectF:
    """What a card takes of its row."""
    return QRectF(option.rect).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)


def _word_end(text: str, start: int, end: int) -> int:
    """Where the last whole word of a line ends, if it has one in its second half; else `end`.

    Scripts that set no spaces break anywhere.
    """
    if text[end : end + 1].isspace():
        return end
    space = text.rfind(" ", start, end)
    return space if space > (start + end) // 2 else end


def _start(*, mirrored: bool) -> int:
    """Where a line begins: right where writing goes from right to left."""
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignAbsolute)
