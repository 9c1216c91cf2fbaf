"""Lists to choose from by typing: every command with its key, and the steps of the history."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from briefing.gui.dialogs.entering import EnterDialog
from briefing.gui.language import moment_told
from briefing.model.desk import Step
from briefing.retold import retell
from briefing.words import say

_WHAT = int(Qt.ItemDataRole.UserRole)
_BESIDE = _WHAT + 1
_LETTERS, _LINES = 58, 18
"""Letters and lines for which a chooser has room, as long as the window has."""
_PAD = 8


class _Beside(QStyledItemDelegate):
    """Paints what stands at the end of a line, such as a key, and keeps the rest clear of it."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Cut the words with an ellipsis where they would run into what stands beside them."""
        super().initStyleOption(option, index)
        metrics, beside = option.fontMetrics, index.data(_BESIDE)
        room = option.rect.width() - metrics.horizontalAdvance(beside or "") - 4 * _PAD
        if beside and room > 0:
            option.text = metrics.elidedText(option.text, Qt.TextElideMode.ElideRight, room)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the line, and what stands at its end."""
        super().paint(painter, option, index)
        if beside := index.data(_BESIDE):
            mirrored = option.direction is Qt.LayoutDirection.RightToLeft
            side = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
            painter.setPen(option.palette.placeholderText().color())
            place = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(option.rect.adjusted(_PAD, 0, -_PAD, 0), int(place), beside)


class Chooser(EnterDialog):
    """A line to type in, and what fits below it; Enter takes the first."""

    BESIDE = _BESIDE
    """Role of what stands at the end of a line."""

    def __init__(self, title: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        metrics, room = self.fontMetrics(), parent.size() if parent else self.maximumSize()
        wide = max(
            _LETTERS * metrics.averageCharWidth(), metrics.horizontalAdvance(hint) + 6 * _PAD
        )
        self.resize(
            min(wide, room.width() - 40),
            min(_LINES * metrics.lineSpacing(), room.height() - 80),
        )
        self._line = QLineEdit()
        self._line.setPlaceholderText(hint)
        self._line.setAccessibleName(hint)
        self._list = QListWidget()
        self._list.setAccessibleName(title)
        self._list.setItemDelegate(_Beside(self._list))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.addWidget(self._line)
        column.addWidget(self._list)
        self._line.textChanged.connect(self._narrow)
        self._line.returnPressed.connect(self._take)
        self._list.itemActivated.connect(self._take)

    def add(
        self, text: str, act: Callable[[], None], beside: str = "", *, enabled: bool = True
    ) -> None:
        """Offer one line; `beside` stands at its end, such as a key or a day."""
        item = QListWidgetItem(text, self._list)
        item.setData(_WHAT, act)
        item.setData(_BESIDE, beside)
        item.setToolTip(text)
        if beside:
            item.setData(int(Qt.ItemDataRole.AccessibleTextRole), f"{text}, {beside}")
        if not enabled:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        if self._list.currentRow() < 0 and enabled:
            self._list.setCurrentItem(item)

    def fit(self) -> None:
        """Have room for every line and all of its words, as far as the window goes."""
        parent, metrics = self.parentWidget(), self.fontMetrics()
        room = parent.size() if parent else self.maximumSize()
        lines = [self._list.item(row) for row in range(self._list.count())]
        words = [
            metrics.horizontalAdvance(f"{one.text()}{one.data(_BESIDE) or ''}") for one in lines
        ]
        high = sum(self._list.sizeHintForRow(row) for row in range(len(lines)))
        self.resize(
            max(self.width(), min(max(words, default=0) + 10 * _PAD, room.width() - 40)),
            max(self.height(), min(high + 4 * metrics.lineSpacing(), room.height() - 80)),
        )

    def choose_last(self) -> None:
        """Choose the line that was added last."""
        self._list.setCurrentRow(self._list.count() - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go into the list while typing goes on."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._list.setFocus()
            self._list.keyPressEvent(event)
            return
        super().keyPressEvent(event)

    def _narrow(self, text: str) -> None:
        wanted = text.casefold().split()
        first = None
        for row in range(self._list.count()):
            item = self._list.item(row)
            said = f"{item.text()} {item.data(_BESIDE)}".casefold()
            fits = all(word in said for word in wanted)
            item.setHidden(not fits)
            if fits and first is None and item.flags() & Qt.ItemFlag.ItemIsEnabled:
                first = item
        if first:
            self._list.setCurrentItem(first)

    def _take(self) -> None:
        item = self._list.currentItem()
        if item is None or item.isHidden():
            return
        self.accept()
        item.data(_WHAT)()


def history(steps: Sequence[Step], go_to: Callable[[Step], None], parent: QWidget) -> Chooser:
    """The steps, newest first, with where one stands above the last that holds; choosing one goes there."""
    chooser = Chooser(say("History"), say("Find a step"), parent)
    undone = sum(step.undone for step in steps)
    for place, step in enumerate(steps):
        if place == undone:
            _here(chooser)
        act = retell(step.title)
        title = say("(undone) {step}", step=act) if step.undone else act
        chooser.add(title, partial(go_to, step), moment_told(step.at))
    if undone == len(steps):
        _here(chooser)
    chooser.fit()
    return chooser


def _here(chooser: Chooser) -> None:
    """The line that tells where one stands; choosing it changes nothing, so it is chosen at first."""
    chooser.add(f"● {say('now')}", lambda: None)
    chooser.choose_last()
