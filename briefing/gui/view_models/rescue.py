"""What helps where a library cannot be worked with; acts that wait go along to where one goes on."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from briefing.errors import BriefingError
from briefing.gui.view_models.acts import Acts
from briefing.gui.work import rescuing

if TYPE_CHECKING:
    from briefing.workflow.rescuing import Rescued
    from briefing.workflow.workbench import Opened


class Rescue(Acts):
    """Mends, copies or moves the library, on its own thread. Knows no widget."""

    not_opened = Signal(object)
    """The `BriefingError` for which a library was not opened."""
    opening = Signal()
    """A library is to be opened; how that ends is told."""
    rescuing = Signal(str, int, int)
    """What is done, how far it is, and of how many."""
    rescued = Signal(str)
    """What was done, in a sentence or two."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def retry(self) -> None:
        """Try at once what the disk refused."""
        self._again.stop()
        self._do_next()

    def rebuild(self, library: Path) -> None:
        """Make a damaged library anew from its originals."""
        desk = self.desk.name
        self._rescue(lambda: rescuing.rebuild(library, desk, self.rescuing.emit))

    def begin_anew(self, library: Path) -> None:
        """Set a library aside that cannot be read at all."""
        desk = self.desk.name
        self._rescue(lambda: rescuing.begin_anew(library, desk))

    def open_copy(self, library: Path) -> None:
        """Open a copy of a newer version's library, for reading."""
        self._rescue(lambda: rescuing.open_copy(library, self.rescuing.emit))

    def move_library(self, folder: Path) -> None:
        """Go on in a copy of the library in another folder."""
        session = self._session
        if session is not None:
            self._rescue(lambda: rescuing.move(session, folder))

    def move_unopened(self, library: Path, folder: Path) -> None:
        """Go on in a copy of a library for which there is no room to open it."""
        self._rescue(lambda: rescuing.move_unopened(library, folder))

    if TYPE_CHECKING:  # whoever opens libraries has it

        def _on_opened(self, opened: "Opened") -> None: ...

    def _rescue(self, work: "Callable[[], Rescued]") -> None:
        self._hold(on=True)

        def moved(rescued: "Rescued") -> None:
            self._take_along(rescued.opened.session)
            self._on_opened(rescued.opened)
            self._hold(on=False)
            self.rescued.emit(rescued.told)

        def failed(error: BriefingError) -> None:
            self._hold(on=False)
            self.not_opened.emit(error)

        def broke(report: str) -> None:
            self._hold(on=False)
            self._on_broken(report)

        self._library.submit(work, moved, failed, broke)
