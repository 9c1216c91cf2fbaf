"""What narrows the list: the search, the sidebar, the chips and kept views, as one query."""

from datetime import datetime

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QInputDialog

from briefing.gui.frame import Frame
from briefing.gui.offers import Offers, finished
from briefing.gui.settings import WindowSettings
from briefing.gui.view_models.workbench import Workbench
from briefing.gui.widgets.chips import views_of
from briefing.model.desk import ShownCard
from briefing.model.library import Facet

_VIEWS = "views"
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
        frame.sidebar.filters_changed.connect(self._on_filters)
        frame.sidebar.view_chosen.connect(self._open_view)
        frame.sidebar.view_removed.connect(self._forget_view)
        frame.chips.changed.connect(self.search)
        frame.chips.saved.connect(self.save_view)
        bench.counted.connect(self._on_counted)
        frame.sidebar.show_views(list(self._views()))

    def query(self) -> str:
        """All that narrows the list, as one would type it."""
        today = datetime.now().astimezone().date()
        # A word that is being typed counts by its beginning only where it stands last.
        typed = finished(self._frame.search.text()).lstrip()
        parts = (self._sidebar, self._frame.chips.query(today), typed)
        return " ".join(part for part in parts if part)

    def search(self) -> None:
        """List what answers."""
        self._bench.search(self.query())

    def clear(self) -> None:
        """Narrow by nothing any more."""
        self._frame.chips.clear()
        self._frame.sidebar.clear_filters()
        self._frame.search.clear()

    def save_view(self) -> None:
        """Keep what narrows the list, under a name in the sidebar."""
        query = self.query().strip()
        if not query:
            self._frame.tell("Nothing narrows the list. Search or tick something first.")
            return
        name, given = QInputDialog.getText(
            self._frame, "Save this view", "Name in the sidebar:", text=query
        )
        name = " ".join(name.split())
        if given and name:
            self._keep({**self._views(), name: query})

    def find_similar(self, card: ShownCard) -> None:
        """List the excerpts that share rare words with `card`, likest first."""
        place = card.passage
        words = card.text[:_SHOWN].rsplit(" ", 1)[0]
        self.clear()
        self._frame.chips.swap(
            f"like:{place.source}/{place.start}/{place.end}", f"Like “{words} …”"
        )
        self._frame.lists.setCurrentIndex(0)

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

    def _open_view(self, name: str) -> None:
        query = self._views().get(name, "")
        self._frame.chips.clear()
        self._frame.sidebar.clear_filters()
        self._frame.search.setText(query)
        self._frame.lists.setCurrentIndex(0)

    def _forget_view(self, name: str) -> None:
        self._keep({key: query for key, query in self._views().items() if key != name})
