"""What narrows the list: the search, the sidebar, the chips and kept views, as one query."""

from datetime import datetime

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QInputDialog

from briefing.gui.frame import Frame
from briefing.gui.offers import Offers, finished
from briefing.gui.settings import WindowSettings
from briefing.gui.view_models.workbench import Workbench
from briefing.gui.widgets.chips import views_of
from briefing.gui.widgets.list_tabs import CANDIDATES_TAB, ORDER_TAB
from briefing.model.library import Facet
from briefing.model.passage import Passage
from briefing.words import say

_VIEWS = "views"
_ORDER, _ORDERED = "list_order", "order:"
_SHOWN = 28
"""Letters of an excerpt by which its like are named."""


class SearchRoom(QObject):
    """Puts the parts of a query together, and keeps those that are named."""

    def __init__(self, frame: Frame, bench: Workbench, settings: WindowSettings) -> None:
        super().__init__(frame)
        self._frame, self._bench, self._settings = frame, bench, settings
        self._sidebar = ""
        self.offers = Offers(frame.search, bench)
        frame.search.textChanged.connect(lambda _: self.search())
        frame.search.textEdited.connect(self._on_typed)
        frame.sidebar.filters_changed.connect(self._on_filters)
        frame.sidebar.view_chosen.connect(self._open_view)
        frame.sidebar.view_removed.connect(self._forget_view)
        frame.chips.changed.connect(self.search)
        frame.chips.saved.connect(self.save_view)
        frame.compare.similar_wanted.connect(
            lambda side: self.find_similar(side.passage, side.text)
        )
        frame.order_button.choose(settings.text(_ORDER))
        frame.order_button.changed.connect(self._on_order)
        bench.gone_to.connect(self._bring_back)
        bench.counted.connect(self._on_counted)
        frame.sidebar.show_views(list(self._views()))
        frame.rail.offer_views(on=bool(self._views()))

    def query(self) -> str:
        """All that narrows the list, as one would type it."""
        today = datetime.now().astimezone().date()
        # A word that is being typed counts by its beginning only where it stands last.
        typed = finished(self._frame.search.text()).lstrip()
        order = self._frame.order_button.query()
        parts = (order, self._sidebar, self._frame.chips.query(today), typed)
        return " ".join(part for part in parts if part)

    def typed(self) -> str:
        """What stands in the line of the search."""
        return self._frame.search.text().strip()

    def is_filtered(self) -> bool:
        """Whether more than what is typed narrows the list: a chip, the sidebar, a theme not ticked."""
        every, ticked = self._bench.themes(), self._bench.desk.settings.themes
        narrowed = bool(ticked) and len(ticked) < len(every)
        return narrowed or bool(self._sidebar) or self._frame.chips.on() or ":" in self.typed()

    def is_narrowed(self) -> bool:
        """Whether anything that was typed or clicked narrows the list."""
        return bool(self.typed() or self._sidebar or self._frame.chips.on())

    def search(self) -> None:
        """List what answers."""
        self._frame.cards.searching = bool(self.typed())
        self._bench.search(self.query())

    def clear(self, *, words: bool = True) -> None:
        """Narrow by nothing any more, or by nothing but the words that are typed."""
        self._frame.chips.clear()
        self._frame.sidebar.clear_filters()
        plain = " ".join(part for part in self.typed().split() if ":" not in part)
        self._frame.search.setText("" if words else plain)

    def ask_order(self) -> None:
        """Show the orders in which the list can be."""
        self._frame.lists.setCurrentIndex(CANDIDATES_TAB)
        self._frame.order_button.open()

    def save_view(self) -> None:
        """Keep what narrows the list, under a name in the sidebar."""
        query = self.query().strip()
        if not query:
            self._frame.tell(say("Nothing narrows the list. Search or tick something first."))
            return
        name, given = QInputDialog.getText(
            self._frame, say("Save this view"), say("Name in the sidebar:"), text=query
        )
        name = " ".join(name.split())
        if given and name:
            self._keep({**self._views(), name: query})

    def find_similar(self, place: Passage, text: str) -> None:
        """List the excerpts that share rare words with `text`, which stands at `place`, likest first."""
        words = text[:_SHOWN].rsplit(" ", 1)[0]
        self.clear()
        self._frame.chips.swap(
            f"like:{place.source}/{place.start}/{place.end}", say("Like “{words} …”", words=words)
        )
        self._frame.lists.setCurrentIndex(0)

    @Slot(str)
    def _on_typed(self, _: str) -> None:
        """Who types looks among the candidates, not among what is in already."""
        if self._frame.lists.currentIndex() == ORDER_TAB:
            self._frame.lists.setCurrentIndex(CANDIDATES_TAB)

    @Slot(str)
    def _bring_back(self, query: str) -> None:
        """Search what was searched at a step of the history."""
        if query != self.query().strip():
            self.search_for(query)

    def search_for(self, query: str) -> None:
        """Narrow by `query` alone, which stands in the line of the search."""
        order = next((part for part in query.split() if part.startswith(_ORDERED)), "")
        self.clear()
        self._frame.order_button.choose(order.removeprefix(_ORDERED))
        self._frame.search.setText(" ".join(query.replace(order, "").split()))

    def _on_order(self) -> None:
        self._settings.keep(_ORDER, self._frame.order_button.chosen)
        self.search()

    @Slot(str)
    def _on_filters(self, filters: str) -> None:
        self._sidebar = filters
        self.search()

    @Slot(object, object)
    def _on_counted(self, _: object, facets: tuple[Facet, ...]) -> None:
        self._frame.chips.show_counts(facets, len(self._bench.desk.dismissed))

    def _views(self) -> dict[str, str]:
        return dict(views_of(self._settings.text(_VIEWS)))

    def _keep(self, views: dict[str, str]) -> None:
        self._settings.keep(_VIEWS, "\n".join(f"{name}\t{query}" for name, query in views.items()))
        self._frame.sidebar.show_views(list(views))
        self._frame.rail.offer_views(on=bool(views))

    def _open_view(self, name: str) -> None:
        self.search_for(self._views().get(name, ""))
        self._frame.lists.setCurrentIndex(0)

    def _forget_view(self, name: str) -> None:
        self._keep({key: query for key, query in self._views().items() if key != name})
