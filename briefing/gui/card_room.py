"""From the page to its card: wherever that stands in the list, and also where a filter hides it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject, Qt, Slot

from briefing.gui.frame import Frame, with_links
from briefing.gui.search_room import SearchRoom
from briefing.gui.view_models.workbench import Workbench
from briefing.gui.widgets.list_tabs import CANDIDATES_TAB, ORDER_TAB
from briefing.model.desk import Included
from briefing.model.passage import Passage
from briefing.words import say

if TYPE_CHECKING:
    from briefing.workflow.session import Session

_BACK = "view:back"
"""The link that filters again as before."""


class _Wanted(Struct, frozen=True):
    """A card to be shown: its excerpt, its line in the briefing, its number and whether any list has it."""

    passage: Passage
    item: Included | None
    number: int = 0
    listed: bool = False


class CardRoom(QObject):
    """Selects the card of a quotation; clears a filter that hides it, which can be put back."""

    def __init__(
        self, frame: Frame, bench: Workbench, search: SearchRoom,
        open_source: Callable[[Passage], None],
    ) -> None:  # fmt: skip
        super().__init__(frame)
        self._frame, self._bench, self._search = frame, bench, search
        self._open_source = open_source
        self._wanted: _Wanted | None = None
        """What is shown once the list has come without filters."""
        self._query = ""
        frame.preview.page.excerpt_clicked.connect(self.go_to_card)
        frame.notice_text.linkActivated.connect(self._on_link)
        bench.listed.connect(self._on_listed, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def go_to_card(self, passage: Passage) -> None:
        """Select the card of a passage, else its line in the briefing; else show it in its source."""
        frame, item = self._frame, self._bench.desk.item(passage)
        place = item.whole if item else passage
        self._wanted = None
        if frame.cards.go_to(place):
            frame.lists.setCurrentIndex(CANDIDATES_TAB)
            return

        def look(session: "Session") -> _Wanted:
            number = next(iter(session.library.numbers([place])), 0)
            return _Wanted(place, item, number, number in session.excerpts())

        self._bench.ask("card of a quotation", look, self._on_found)

    def _on_found(self, wanted: _Wanted) -> None:
        """It is farther down, folded under another, or hidden by a filter; or it is no candidate."""
        if wanted.number in self._frame.model.everything():
            self._show(wanted)
        elif wanted.listed and self._search.is_narrowed():
            self._wanted, self._query = wanted, self._search.query().strip()
            self._search.clear()
            self._search.search()  # where nothing was typed and no chip is on, none of them asks
        elif wanted.item:
            self._frame.lists.setCurrentIndex(ORDER_TAB)
            self._frame.order.go_to(wanted.item)
        else:
            self._open_source(wanted.passage)

    @Slot(object)
    def _on_listed(self, _: object) -> None:
        """The list without filters is here, unless the person goes on searching."""
        wanted = self._wanted
        if wanted is None or self._search.is_narrowed():
            self._wanted = None
        elif wanted.number in self._frame.model.everything():
            self._wanted = None
            self._show(wanted)
            self._frame.tell(
                with_links(
                    say("The filter that hid this excerpt was cleared."),
                    (_BACK, say("Filter again")),
                )
            )

    def _show(self, wanted: _Wanted) -> None:
        model, cards = self._frame.model, self._frame.cards
        head = model.head_of(wanted.number)
        if head is not None and wanted.number not in model.numbers:
            model.swap_fold(head)
        cards.choose(list(model.numbers).index(wanted.number))
        self._frame.lists.setCurrentIndex(CANDIDATES_TAB)

    @Slot(str)
    def _on_link(self, link: str) -> None:
        if link == _BACK:
            self._frame.notice.hide()
            self._search.search_for(self._query)
