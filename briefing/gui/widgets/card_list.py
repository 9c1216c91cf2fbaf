"""The list of candidates: keys and clicks become signals."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem, QWidget

from briefing.gui.item_models.cards import CARD, FOLD, INCLUDED, CardModel, Fold
from briefing.gui.item_models.carrying import carry, drag
from briefing.gui.item_models.neighbours import nearest
from briefing.gui.view_models.timers import timer
from briefing.gui.widgets.card_delegate import CardDelegate
from briefing.model.desk import ShownCard
from briefing.model.passage import Passage
from briefing.words import say

_REST = 350
"""Milliseconds for which the list lies still before it is looked up who else says so."""
_HOVER = 400
"""Milliseconds for which the pointer rests on a card before its whole words are told."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ONLY = QItemSelectionModel.SelectionFlag.ClearAndSelect
_Index = QModelIndex | QPersistentModelIndex


class CardList(QListView):
    """Shows a `CardModel`.

    Space includes, Enter opens the source, X dismisses, W says why, C compares, N writes a note,
    R (and → and ←) shows or folds reprints, 1 to 9 put under the n-th theme, Ctrl+Enter asks under
    which. Cards can be dragged.
    """

    toggled = Signal(object)
    opened = Signal(object)
    dismissed = Signal(object)
    asked_why = Signal(object)
    compared = Signal(object)
    noted = Signal(object)
    chosen = Signal(object)
    """The `ShownCard` that is selected now."""
    numbered = Signal(object, int)
    """Cards, and the number of the theme, from 1, under which they are to stand."""
    sections_wanted = Signal(object, QPoint)
    """Cards, and where to ask under which theme they are to stand."""
    menu_wanted = Signal(object, QPoint)
    rested = Signal(object)
    """The `ShownCard`s in sight, once they have been for a moment."""
    folded = Signal(object)
    """The `ShownCard` whose reprints are to be shown, or folded again."""
    copied = Signal()
    """The selected quotation is to be copied."""

    def __init__(self, model: CardModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("Excerpts"))
        self.painter_of_cards = CardDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self.painter_of_cards)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(30)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.painter_of_cards.pointed.connect(self._on_pointed)
        self._rest = timer(self, _REST, self._on_rest)
        self._top = 0
        self._down = True
        self._ahead = timer(self, 0, self._paint_ahead)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.searching = False
        """Whether words are searched for: F3 goes from match to match then."""
        self._point = QPoint()
        self._hover = timer(self, _HOVER, self._on_hover)
        self.viewport().setMouseTracking(True)
        self._comes = False
        """Whether a list is being made anew."""
        self._late: list[int] = []
        """Numbers of excerpts that were to be ticked before their cards had come."""
        self._letters = {
            Qt.Key.Key_W: self.asked_why,
            Qt.Key.Key_C: self.compared,
            Qt.Key.Key_N: self.noted,
            Qt.Key.Key_R: self.folded,
        }

    def fit(self) -> None:
        """Give the cards the height that their fonts ask for.

        With a grid Qt asks nothing of single rows when it lays them out: 50,000 rows take 2 ms,
        not 100.
        """
        high = self.painter_of_cards.height(QFontMetricsF(self.font()))
        if high != self.gridSize().height():
            self.setGridSize(QSize(1, high))
        # It hides all that is behind it, or Qt would paint that too with each step of scrolling. A
        # style sheet that is put on takes this away.
        self.viewport().setAutoFillBackground(True)
        self.viewport().update()

    def cards(self) -> list[ShownCard]:
        """The selected cards, from the top."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        model = self.model()
        found = [model.index(row, 0).data(CARD) for row in rows]
        return [card for card in found if isinstance(card, ShownCard)]

    def go_to(self, passage: Passage) -> bool:
        """Select the card of a passage; whether it is in the list."""
        model = self.model()
        row = model.row_of(passage) if isinstance(model, CardModel) else None
        if row is None:
            return False
        self.choose(row)
        return True

    def choose(self, row: int) -> None:
        """Select the card in `row` and no other, whatever keys are held, and scroll to it."""
        index = self.model().index(row, 0)
        self.selectionModel().setCurrentIndex(index, _ONLY)
        self.scrollTo(index)

    def tick(self, row: int) -> None:
        """Tick or untick the card in `row`, as a click on its tick does."""
        self.model().setData(self.model().index(row, 0), None, int(Qt.ItemDataRole.CheckStateRole))

    @contextmanager
    def keeping_place(self) -> Iterator[None]:
        """Within the block the list is made anew; the chosen card stays chosen, at the same height.

        If it is gone, its nearest neighbour that is still there is chosen.
        """
        row = self.currentIndex().row()
        height = self.visualRect(self.currentIndex()).top() if row >= 0 else 0
        model = self.model()
        before = model.numbers if isinstance(model, CardModel) else ()
        yield
        numbers = model.numbers if isinstance(model, CardModel) else ()
        if not numbers:
            return
        index = model.index(nearest(before, row, numbers), 0)
        # A list that comes while Ctrl is held would else leave no card selected. It is nobody's act,
        # and the page is not to go anywhere for it.
        self._comes = True
        self.selectionModel().setCurrentIndex(index, _ONLY)
        self._comes = False
        self.executeDelayedItemsLayout()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.visualRect(index).top() - height)

    def keyboardSearch(self, search: str) -> None:
        """Nothing: letters are commands here, and Ctrl+F searches."""

    def dataChanged(self, top: _Index, bottom: _Index, roles: Sequence[int] = ()) -> None:
        """Paint anew; all cards are equally high, so nothing moves.

        Qt's own lays all rows out again, which takes a tenth of a second for 50,000.
        """
        self.viewport().update()
        self._rest.start()
        self._ahead.start()
        if self._late:
            self._tick_late(range(top.row(), bottom.row() + 1))

    def _tick_late(self, rows: Iterable[int]) -> None:
        """Tick what was to be ticked before its card had come; what is not listed any more is left."""
        model = self.model()
        if not isinstance(model, CardModel):
            return
        found = {model.number(row): model.card(row) for row in rows if row < model.rowCount()}
        late = [number for number in self._late if number in found]
        self._late = [number for number in self._late if found.get(number) is None]
        for number in late:
            if card := found[number]:
                self.toggled.emit([card])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the list."""
        key = Qt.Key(event.key())
        cards = self.cards()
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == Qt.KeyboardModifier.ControlModifier and key in _ENTER and cards:
            self.sections_wanted.emit(cards, self.below())
        elif event.matches(QKeySequence.StandardKey.Copy) and cards:
            self.copied.emit()
        elif key == Qt.Key.Key_F3:
            self._step_to_undecided(-1 if held else 1)
        elif held & ~Qt.KeyboardModifier.ShiftModifier:
            super().keyPressEvent(event)
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9 and cards:
            self.numbered.emit(cards, key - Qt.Key.Key_0)
        elif key in (Qt.Key.Key_J, Qt.Key.Key_K):
            self._step(1 if key == Qt.Key.Key_J else -1)
        elif key == Qt.Key.Key_Space:
            self._toggle(cards)
        elif key in _ENTER and cards:
            self.opened.emit(cards[0])
        elif key == Qt.Key.Key_X and cards:
            self.dismissed.emit(cards)
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Left) and cards:
            self._open_or_fold(cards[0], opens=(key == Qt.Key.Key_Right) ^ self.isRightToLeft())
        elif key in self._letters and cards:
            self._letters[key].emit(cards[0])
        else:
            super().keyPressEvent(event)

    def _toggle(self, cards: list[ShownCard]) -> None:
        """Tick the selected cards; the one that is on its way is ticked once it has come."""
        model, row = self.model(), self.currentIndex().row()
        if cards:
            self.toggled.emit(cards)
        elif isinstance(model, CardModel) and row >= 0:
            self._late.append(model.number(row))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the acts on the selected cards."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        if cards := self.cards():
            self.menu_wanted.emit(cards, self.below() if by_key else event.globalPos())

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Carry the selected cards."""
        del actions
        if cards := self.cards():
            text = "\n".join(card.text for card in cards)
            drag(self, carry([card.passage for card in cards], text))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the source of the card under the pointer."""
        card = self.indexAt(event.position().toPoint()).data(CARD)
        if isinstance(card, ShownCard):
            self.opened.emit(card)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Who rests on a card is told the whole of it soon."""
        super().mouseMoveEvent(event)
        self._point = event.position().toPoint()
        if not event.buttons():
            self._hover.start()

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is elsewhere."""
        super().leaveEvent(event)
        self._hover.stop()

    def _on_hover(self) -> None:
        index, port = self.indexAt(self._point), self.viewport()
        if index.isValid() and port.underMouse():
            option = QStyleOptionViewItem()
            self.initViewItemOption(option)
            option.rect = self.visualRect(index)
            told = QHelpEvent(QEvent.Type.ToolTip, self._point, port.mapToGlobal(self._point))
            self.painter_of_cards.helpEvent(told, self, option, index)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Tell which card is selected."""
        super().currentChanged(current, previous)
        card = current.data(CARD)
        if isinstance(card, ShownCard) and not self._comes:
            self.chosen.emit(card)

    def foot(self) -> QPoint:
        """Right below the selected card."""
        box = self.visualRect(self.currentIndex())
        return self.viewport().mapToGlobal(box.bottomLeft() + QPoint(box.width() // 3, 0))

    def in_sight(self) -> list[ShownCard]:
        """The cards that are seen, from the top, as far as they are at hand."""
        high, model = max(1, self.gridSize().height()), self.model()
        first = self.indexAt(QPoint(1, 1)).row()
        rows = range(max(0, first), max(0, first) + self.viewport().height() // high + 2)
        found = [model.index(row, 0).data(CARD) for row in rows if row < model.rowCount()]
        return [card for card in found if isinstance(card, ShownCard)]

    def _on_scrolled(self, top: int) -> None:
        self._down, self._top = top > self._top, top
        self._rest.start()
        self._ahead.start()

    def _paint_ahead(self) -> None:
        """Paint the next card that will come into sight, while nobody waits for it; then one more."""
        high, model = max(1, self.gridSize().height()), self.model()
        first, last = self._top // high, (self._top + self.viewport().height() - 1) // high
        rows = (last + 1, last + 2) if self._down else (first - 1, first - 2)
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        for row in rows:
            index = model.index(row, 0)
            option.rect = self.visualRect(index)
            if index.isValid() and not self.selectionModel().isSelected(index):
                scale = self.viewport().devicePixelRatioF()
                if self.painter_of_cards.paint_ahead(option, index, scale):
                    self._ahead.start()
                    return

    def _on_rest(self) -> None:
        if self.isVisible():
            self.rested.emit(self.in_sight())

    def showEvent(self, event: QShowEvent) -> None:
        """It can be seen again."""
        super().showEvent(event)
        self._rest.start()

    def _on_pointed(self, part: str, card: ShownCard) -> None:
        told = {"compare": self.compared, "fold": self.folded, "why": self.asked_why}
        told[part].emit(card)

    def _open_or_fold(self, card: ShownCard, *, opens: bool) -> None:
        fold = self.currentIndex().data(FOLD)
        if isinstance(fold, Fold) and (fold.open or not fold.count) is not opens:
            self.folded.emit(card)

    def below(self) -> QPoint:
        """Where a menu opens for the selected card."""
        box = self.visualRect(self.currentIndex())
        return self.viewport().mapToGlobal(box.center())

    def _step_to_undecided(self, by: int) -> None:
        """The next card, or the one before, that is not in the briefing; as far as they are at hand.

        Where words are searched for, each card is a match, and the next one is meant.
        """
        model = self.model()
        row = self.currentIndex().row() + by
        while 0 <= row < model.rowCount():
            index = model.index(row, 0)
            if self.searching or not index.data(INCLUDED):
                self.choose(row)
                return
            row += by

    def _step(self, by: int) -> None:
        row = min(max(self.currentIndex().row() + by, 0), self.model().rowCount() - 1)
        self.setCurrentIndex(self.model().index(row, 0))
