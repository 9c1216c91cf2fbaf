"""A row that goes on in the next line where the room ends, so that no button is ever cut."""

from collections.abc import Iterable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

_GAP = 6


class Flow(QLayout):
    """Places each part at its own size, one after the other, as words in a paragraph."""

    gap = _GAP
    """Pixels between one part and the next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one part more."""
        self._parts.append(item)

    def count(self) -> int:
        """How many parts there are."""
        return len(self._parts)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The part of that number."""
        return self._parts[index] if 0 <= index < len(self._parts) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Let go of the part of that number."""
        return self._parts.pop(index) if 0 <= index < len(self._parts) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Pixels that the lines take at that width."""
        return self._place(QRect(0, 0, width, 0), moving=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place the parts."""
        super().setGeometry(rect)
        self._place(rect, moving=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        sizes = [part.sizeHint() for part in self._shown()]
        wide = sum(size.width() for size in sizes) + _GAP * max(0, len(sizes) - 1)
        return QSize(wide, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """The widest part alone."""
        sizes = [part.sizeHint() for part in self._shown()]
        return QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )

    def _shown(self) -> list[QLayoutItem]:
        return [part for part in self._parts if not part.isEmpty()]

    def _place(self, rect: QRect, *, moving: bool) -> int:
        """Place the parts if `moving`; returns the height of all lines."""
        owner = self.parentWidget()
        mirrored = owner is not None and owner.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = top = line = 0
        for part in self._shown():
            size = part.sizeHint()
            if left and left + size.width() > rect.width():
                left, top, line = 0, top + line + _GAP, 0
            wide = min(size.width(), rect.width())
            if moving:
                start = rect.width() - left - wide if mirrored else left
                part.setGeometry(QRect(rect.left() + start, rect.top() + top, wide, size.height()))
            left += wide + _GAP
            line = max(line, size.height())
        return top + line


class FlowRow(QWidget):
    """Holds parts in a flow, and keeps the room of all its lines in a dialog that is at its smallest."""

    def __init__(self, parts: Iterable[QWidget]) -> None:
        super().__init__()
        self._flow = Flow(self)
        for part in parts:
            self._flow.addWidget(part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The width is known only now."""
        super().resizeEvent(event)
        self.setMinimumHeight(self._flow.heightForWidth(self.width()))
