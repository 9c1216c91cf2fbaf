"""Questions to the library beside the list: how many excerpts wait, which themes are being rated."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from briefing.gui.view_models.workbench import Workbench


class Enquiries(QObject):
    """Asks on the library's thread, and answers by signals. Knows no widget."""

    staged = Signal(int)
    """So many excerpts would join the list if it were made anew."""
    rating = Signal(object)
    """Ids of the themes that have not yet been tried on every source."""

    def __init__(self, bench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench
        bench.counted.connect(self._ask_rating)

    def count_staged(self, listed: Sequence[int]) -> None:
        """Count the excerpts that answer to the search and are not among those `listed`."""
        query, known = self._bench.query, frozenset(listed)
        self._bench.ask(
            "staged",
            lambda session: len(set(session.excerpts(query, unfinished=True)) - known),
            self.staged.emit,
        )

    def _ask_rating(self, *_: object) -> None:
        self._bench.ask("rating", lambda session: session.unrated(), self.rating.emit)
