"""Buttons in one or two lines; those for which there is no room wait under "More"."""

from msgspec import Struct
from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QToolButton, QWidget

from briefing.words import say

_GAP = 6
_SIGN = " ✎"
"""What says at the end of a button that its words can be changed: it stays where they are cut."""


class _Part(Struct):
    """A button, what the menu calls it, and its whole text, which may be cut on the button."""

    button: QAbstractButton
    told: str
    text: str
    joined: bool
    """Whether it stands in one line with the one before."""


class Overflow(QWidget):
    """Places buttons at their own size; each stays in reach, also by key, however narrow it gets."""

    filled = Signal(object)
    """The `QMenu` that opens, with what had no room: further lines may be added."""

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[_Part] = []
        self._lines = lines
        self._more = QToolButton(self)
        self._more.setText(f"{say('More')} ▾")
        self._more.setAccessibleName(say("More"))
        self._more.setProperty("chip", True)
        self._more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._more)
        menu.aboutToShow.connect(self._fill)
        self._more.setMenu(menu)
        self._always = False
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, button: QAbstractButton, told: str, *, joined: bool = False) -> None:
        """Take one button more; the menu calls it `told`. If `joined`, it stays by the one before."""
        button.setParent(self)
        self._parts.append(_Part(button, told, button.text(), joined))
        self._place(self.width(), moving=True)

    def rename(self, button: QAbstractButton, text: str) -> None:
        """Give a button, and its line in the menu, another text."""
        for part in self._parts:
            if part.button is button:
                part.text = part.told = text
        self.updateGeometry()
        self._place(self.width(), moving=True)

    def allow(self, lines: int, *, more: bool = False) -> None:
        """Take at most `lines`; with `more` the menu is there even if all buttons have room."""
        if (lines, more) != (self._lines, self._always):
            self._lines, self._always = lines, more
            self.updateGeometry()
            self._place(self.width(), moving=True)

    def list_in(self, menu: QMenu, *, every: bool = False) -> None:
        """List the buttons that have no room, or every one, in `menu`."""
        for part in self._parts:
            if every or part.button.isHidden():
                line = QAction(part.told.replace("&", "&&"), menu)
                line.setEnabled(part.button.isEnabled())
                line.triggered.connect(part.button.click)
                menu.addAction(line)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher, up to its lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Pixels that the lines take at that width."""
        return self._place(width, moving=False)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(self._more.sizeHint().width(), self._high())

    def minimumSizeHint(self) -> QSize:
        """The menu alone."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the buttons."""
        super().resizeEvent(event)
        self._place(self.width(), moving=True)

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs other room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
            self._place(self.width(), moving=True)

    def _fill(self) -> None:
        menu = self._more.menu()
        menu.clear()
        self.list_in(menu)
        self.filled.emit(menu)

    def _high(self) -> int:
        buttons = (self._more, *(part.button for part in self._parts))
        return max(button.sizeHint().height() for button in buttons)

    def _place(self, width: int, *, moving: bool) -> int:
        """Place the buttons if `moving`; returns the height of all lines."""
        for part in self._parts:
            if moving and part.button.text() != part.text:
                part.button.setText(part.text)
        sizes = [self._size(part, width) for part in self._parts]
        count = len(self._parts)
        boxes = self._boxes(sizes, width)
        if self._always or len(boxes) < count or not self._fit(boxes):
            more = self._more.sizeHint()
            while True:
                boxes = self._boxes([*sizes[:count], more], width)
                if count == 0 or self._fit(boxes):
                    break
                count -= 1
        if moving:
            self._move(boxes, count)
        return max((box.bottom() + 1 for box in boxes), default=0)

    def _size(self, part: _Part, width: int) -> QSize:
        size = part.button.sizeHint()
        if part.button.text() != part.text:  # it is cut at present
            metrics = part.button.fontMetrics()
            size.setWidth(
                size.width()
                + metrics.horizontalAdvance(part.text)
                - metrics.horizontalAdvance(part.button.text())
            )
        return size.boundedTo(QSize(max(1, width), size.height()))

    def _fit(self, boxes: list[QRect]) -> bool:
        high = self._high()
        return not boxes or boxes[-1].top() // (high + _GAP) < self._lines

    def _boxes(self, sizes: list[QSize], width: int) -> list[QRect]:
        """Where parts of these sizes stand, one after the other, as words in a paragraph."""
        left = top = 0
        high, boxes = self._high(), []
        for number, size in enumerate(sizes):
            need = size.width()
            if number + 1 < min(len(sizes), len(self._parts)) and self._parts[number + 1].joined:
                need += _GAP + sizes[number + 1].width()
            joined = number < len(self._parts) and self._parts[number].joined
            if left and not joined and left + need > width:
                left, top = 0, top + high + _GAP
            boxes.append(QRect(left, top, size.width(), size.height()))
            left += size.width() + _GAP
        return boxes

    def _move(self, boxes: list[QRect], count: int) -> None:
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        placed = [part.button for part in self._parts[:count]]
        self._more.setVisible(len(boxes) > count)
        for part in self._parts[count:]:
            part.button.hide()
        for button, box in zip([*placed, self._more], boxes, strict=False):
            if mirrored:
                box.moveLeft(self.width() - box.right() - 1)
            spare = button.sizeHint().width() - box.width()
            if spare > 0:
                button.setText(_cut(button.text(), spare, button.fontMetrics()))
            button.setGeometry(box)
            button.show()


def _cut(text: str, spare: int, metrics: QFontMetrics) -> str:
    """`text` with an ellipsis, so many pixels shorter."""
    sign = _SIGN if text.endswith(_SIGN) else ""
    room = metrics.horizontalAdvance(text) - spare - metrics.horizontalAdvance(sign)
    return metrics.elidedText(text.removesuffix(sign), Qt.TextElideMode.ElideRight, room) + sign
