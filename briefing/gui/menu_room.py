"""The menus of a card and of a quotation: every act on it, with its key."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from briefing.gui.frame import Frame
from briefing.gui.item_models.cards import FOLD
from briefing.gui.language import key_told
from briefing.gui.placing_room import PlacingRoom
from briefing.gui.view_models.workbench import Workbench
from briefing.gui.widgets.list_tabs import CANDIDATES_TAB, ORDER_TAB
from briefing.model.desk import Included, ShownCard
from briefing.words import say

_Act = Callable[[], object]


class MenuRoom(QObject):
    """Opens the menus; each line does what its key does in the list."""

    similar_wanted = Signal(object, str)
    """The passage of which the like are to be listed, and its words."""
    correction_wanted = Signal(object)
    """The passage of which it is to be corrected who speaks, or when it came out."""

    def __init__(
        self, frame: Frame, bench: Workbench, placing: PlacingRoom, copy: Callable[[], None]
    ) -> None:
        super().__init__(frame)
        self._frame, self._bench, self._placing, self._copy = frame, bench, placing, copy
        frame.cards.folded.connect(self._swap_fold)
        frame.cards.menu_wanted.connect(self._on_cards)
        frame.order.menu_wanted.connect(self._on_item)

    def at_hand(self) -> QMenu | None:
        """The menu of what is selected in the list that shows; whoever asks puts it away."""
        frame = self._frame
        if frame.lists.currentIndex() == ORDER_TAB:
            item = frame.order.selected()
            return self._of_item(item) if item else None
        cards = frame.cards.cards() if frame.lists.currentIndex() == CANDIDATES_TAB else []
        return self._of_cards(cards) if cards else None

    def _on_cards(self, cards: list[ShownCard], point: QPoint) -> None:
        self._open(self._of_cards(cards), point)

    def _on_item(self, item: Included, point: QPoint) -> None:
        self._open(self._of_item(item), point)

    def _of_cards(self, cards: list[ShownCard]) -> QMenu:
        listed, card = self._frame.cards, cards[0]
        passages = [one.passage for one in cards]
        inside = set(passages) <= self._bench.desk.chosen()
        menu = QMenu(self._frame)
        self._line(menu, say("Leave out") if inside else say("Include"), say("Space"),
                   lambda: listed.toggled.emit(cards))  # fmt: skip
        menu.addMenu(self._placing.sections(say("Put under"), passages, menu))
        menu.addSeparator()
        self._line(menu, say("Show the source"), say("Enter"), lambda: listed.opened.emit(card))
        self._line(menu, say("Compare with other sources"), "C", lambda: listed.compared.emit(card))
        self._line(
            menu, say("Find similar"), "", lambda: self.similar_wanted.emit(card.passage, card.text)
        )
        self._line(menu, say("Why it is ranked so"), "W", lambda: listed.asked_why.emit(card))
        if fold := self._frame.cards.currentIndex().data(FOLD):
            shut = fold.count and not fold.open
            told = say("Show its reprints") if shut else say("Fold reprints")
            self._line(menu, told, "R", lambda: self._swap_fold(card))
        menu.addSeparator()
        self._line(menu, say("Note…"), "N", lambda: listed.noted.emit(card))
        self._line(menu, say("Correct speaker or date…"), "",
                   lambda: self.correction_wanted.emit(card.passage))  # fmt: skip
        self._line(menu, say("Copy quotation with citation"), key_told("Ctrl+C"), self._copy)
        self._line(menu, say("Dismiss"), "X", lambda: listed.dismissed.emit(cards))
        return menu

    def _of_item(self, item: Included) -> QMenu:
        order, parked = self._frame.order, item in self._bench.desk.parked
        menu = QMenu(self._frame)
        self._line(menu, say("Show the source"), say("Enter"), lambda: order.opened.emit(item))
        self._line(menu, say("Compare with other sources"), "C", lambda: order.compared.emit(item))
        self._line(menu, say("Correct speaker or date…"), "",
                   lambda: self.correction_wanted.emit(item.whole))  # fmt: skip
        self._line(menu, say("Note…"), "N", lambda: order.noted.emit(item))
        self._line(
            menu,
            say("Copy quotation with citation"),
            key_told("Ctrl+C"),
            lambda: order.copied.emit(item),
        )
        menu.addSeparator()
        if not parked:
            self._line(menu, say("Move up"), "Alt+↑", lambda: order.moved.emit(item, -1))
            self._line(menu, say("Move down"), "Alt+↓", lambda: order.moved.emit(item, 1))
        menu.addMenu(self._placing.sections(say("Put under"), [item.whole], menu))
        told = say("Print again") if parked else say("Park: keep, and do not print")
        self._line(menu, told, "P", lambda: order.parked.emit(item, not parked))
        self._line(menu, say("Leave out"), key_told("Del"), lambda: order.left_out.emit(item))
        return menu

    def _swap_fold(self, card: ShownCard) -> None:
        """Show the reprints of `card` below it, or fold them again; of a reprint, those beside it."""
        frame, model = self._frame, self._frame.model
        head = model.head_of(card.number)
        with frame.cards.keeping_place():
            model.swap_fold(card.number if head is None else head)
        numbers = list(model.numbers)
        if head is not None and head in numbers:
            frame.cards.choose(numbers.index(head))

    def _line(self, menu: QMenu, text: str, key: str, act: _Act) -> QAction:
        action = menu.addAction(f"{text}\t{key}" if key else text)
        action.triggered.connect(lambda _=False: act())
        return action

    def _open(self, menu: QMenu, point: QPoint) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)
