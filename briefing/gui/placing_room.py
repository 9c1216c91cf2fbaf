"""Putting excerpts in their place: by dragging, by number, from a menu. All come to the same act."""

from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from briefing.gui.frame import Frame
from briefing.gui.view_models.workbench import Workbench
from briefing.gui.widgets.landing import ANYWHERE, PARKED
from briefing.model.desk import Included, ShownCard
from briefing.model.passage import Passage
from briefing.words import say


class PlacingRoom(QObject):
    """Joins the lists, the tabs and the sidebar to `Workbench.place`."""

    def __init__(self, frame: Frame, bench: Workbench) -> None:
        super().__init__(frame)
        self._frame, self._bench = frame, bench
        frame.cards.numbered.connect(self._put_cards)
        frame.cards.sections_wanted.connect(self._ask_cards)
        frame.order.numbered.connect(self._put_item)
        frame.order.sections_wanted.connect(self._ask_item)
        frame.order.shifted.connect(self._shift)
        frame.order.placed.connect(self._on_placed)
        frame.lists.dropped.connect(self._on_tab)
        frame.sidebar.placed.connect(bench.place)

    def sections(self, title: str, passages: list[Passage], within: QWidget | None = None) -> QMenu:
        """A menu of the themes under which `passages` can be put; with the keys that do the same."""
        menu = QMenu(title, within or self._frame)
        for number, theme in enumerate(self._bench.themes(), 1):
            key = f"\t{number}" if number <= 9 else ""  # noqa: PLR2004 - the digits there are
            action = menu.addAction(theme.title.replace("&", "&&") + key)
            put = partial(self._bench.place, passages, theme.id)
            action.triggered.connect(lambda _=False, put=put: put())
        return menu

    def _put(self, passages: list[Passage], number: int) -> None:
        themes = self._bench.themes()
        if number <= len(themes):
            self._bench.place(passages, themes[number - 1].id)
        else:
            self._frame.tell(
                say("There is no theme {number}: the sidebar lists {count}.",
                    number=number, count=len(themes))
            )  # fmt: skip

    def _ask(self, passages: list[Passage], point: QPoint) -> None:
        menu = self.sections(say("Put under"), passages)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setActiveAction(menu.actions()[0])
        menu.popup(point)

    def _put_cards(self, cards: list[ShownCard], number: int) -> None:
        self._put([card.passage for card in cards], number)

    def _ask_cards(self, cards: list[ShownCard], point: QPoint) -> None:
        self._ask([card.passage for card in cards], point)

    def _put_item(self, item: Included, number: int) -> None:
        self._put([item.whole], number)

    def _ask_item(self, item: Included, point: QPoint) -> None:
        self._ask([item.whole], point)

    def _shift(self, item: Included, by: int) -> None:
        """To the theme before or after, in the order of the page."""
        themes = [theme.id for theme in self._bench.themes()]
        there = themes.index(item.theme) + by
        if 0 <= there < len(themes):
            self._bench.place([item.whole], themes[there])

    def _on_placed(
        self, passages: tuple[Passage, ...], section: str, before: Passage | None
    ) -> None:
        if section == ANYWHERE:
            self._on_tab(passages)
            return
        if section != PARKED:
            self._bench.place(passages, section, before)
            return
        for passage in passages:
            item = self._bench.desk.item(passage)
            if item:
                self._bench.park(item, on=True)

    def _on_tab(self, passages: tuple[Passage, ...]) -> None:
        """Let go of on "In briefing": each comes in under the theme that it answers to best."""
        inside = self._bench.desk.chosen()
        cards = [card for card in self._frame.cards.cards() if card.passage in passages]
        out = [card for card in cards if card.passage not in inside]
        if out:
            self._bench.toggle(out)
