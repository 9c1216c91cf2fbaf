"""Questions to the library beside the list: how many excerpts wait, which themes are being rated."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from briefing.gui.view_models.workbench import Workbench
from briefing.model.desk import Backing
from briefing.model.passage import Passage


class Enquiries(QObject):
    """Asks on the library's thread, and answers by signals. Knows no widget."""

    staged = Signal(int)
    """So many excerpts would join the list if it were made anew."""
    rating = Signal(object)
    """Ids of the themes that have not yet been tried on every source."""

    backed = Signal(object)
    """What is known so far of who else says what excerpts say: `Backing` by passage."""

    def __init__(self, bench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench
        self._backing: dict[Passage, Backing] = {}
        self._rating: frozenset[str] = frozenset()
        self._waiting: list[Passage] = []
        bench.counted.connect(self._ask_rating)
        for changed in (bench.opened, bench.arrived, bench.relisted):
            changed.connect(self._forget)

    def count_staged(self, listed: frozenset[int]) -> None:
        """Count the excerpts that answer to the search and are not among those `listed`."""
        query, known = self._bench.query, listed
        self._bench.ask(
            "staged",
            lambda session: len(set(session.excerpts(query, unfinished=True)) - known),
            self.staged.emit,
        )

    def weigh(self, passages: Sequence[Passage]) -> None:
        """Find out who else says so, one excerpt after the other, so that acts come between."""
        self._waiting = [place for place in passages if place not in self._backing]
        self._weigh_next()

    def backing(self, passage: Passage) -> Backing | None:
        """Who else says what stands at `passage`, if it was found out already."""
        return self._backing.get(passage)

    def _weigh_next(self) -> None:
        if self._waiting:
            place = self._waiting.pop(0)
            self._bench.ask(
                "backing", lambda session: (place, session.backing(place)), self._on_backing
            )

    def _on_backing(self, found: tuple[Passage, Backing]) -> None:
        place, self._backing[place] = found
        self.backed.emit(self._backing)
        self._weigh_next()

    def _forget(self, *_: object) -> None:
        """Other sources may agree now."""
        self._backing = {}
        self.backed.emit(self._backing)

    def _ask_rating(self, *_: object) -> None:
        self._bench.ask("rating", lambda session: session.unrated(), self._on_rating)

    def _on_rating(self, themes: frozenset[str]) -> None:
        self._rating = themes
        self.rating.emit(themes)

    def is_rating(self) -> bool:
        """Whether there is a theme that has not yet been tried on every source."""
        return bool(self._rating)
