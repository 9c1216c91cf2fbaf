"""The library: its table of sources, corrections, and what needs attention."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from briefing.gui.dating_room import DatingRoom
from briefing.gui.dialogs.jobs import JobsDialog
from briefing.gui.done_room import DoneRoom
from briefing.gui.frame import Frame
from briefing.gui.settings import WindowSettings
from briefing.gui.view_models.workbench import Workbench
from briefing.gui.widgets.columns import Columns
from briefing.gui.widgets.list_tabs import CANDIDATES_TAB
from briefing.gui.widgets.sidebar import LISTED
from briefing.gui.work import attention
from briefing.model.desk import Desk
from briefing.model.library import Kept
from briefing.model.passage import Passage
from briefing.model.source import Field
from briefing.words import number, say

if TYPE_CHECKING:
    from briefing.workflow.attention import Attention

LIBRARY_TAB = 2
_HIDDEN = "hidden_columns"
_REMOVED = "is:removed"
"""What is searched to see the sources that were put away."""


_ADDED = "Add "
"""How the act begins that is undone when sources that came are put away."""


class LibraryRoom(QObject):
    """Joins the table, the jobs and the preferences to the workbench."""

    def __init__(self, frame: Frame, bench: Workbench, settings: WindowSettings) -> None:
        super().__init__(frame)
        self._frame, self._bench, self._settings = frame, bench, settings
        self._sort = ("", False)
        self.jobs = JobsDialog(frame)
        DatingRoom(frame, bench, self.jobs)
        DoneRoom(bench, self.jobs)
        frame.job.opened.connect(self.show_jobs)
        self.jobs.stopped.connect(bench.intake.stop)
        self.jobs.tried_again.connect(bench.intake.add)
        self.jobs.undo_wanted.connect(bench.undo)
        self.jobs.aside_wanted.connect(
            lambda refused, undated, on: bench.put_aside(refused, undated, on=on)
        )
        self.jobs.opened.connect(self._open_file)
        bench.opened.connect(lambda *_: self.jobs.forget())
        bench.intake.stopped.connect(self.jobs.show_stopped)
        bench.desk_changed.connect(self._on_desk)
        bench.intake.progressed.connect(self.jobs.show_progress)
        bench.intake.told.connect(self.jobs.show_end)
        columns = Columns(frame.sources)
        columns.hide(settings.text(_HIDDEN).split("\t"))
        columns.changed.connect(self._on_columns)
        bench.sources_listed.connect(self._on_listed)
        bench.arrived.connect(self._on_arrived)
        bench.desk_changed.connect(self._on_changed)
        bench.desk_changed.connect(frame.source_model.set_desk)
        frame.source_model.corrected.connect(self._on_corrected)
        frame.source_model.sorted_by.connect(self._on_sorted)
        frame.sources.opened.connect(self._on_opened)
        frame.sources.removed.connect(self._on_removed)
        frame.sidebar.room_wanted.connect(self._show_room)

    def show_library(self) -> None:
        """Show the table of sources."""
        self._frame.lists.setCurrentIndex(LIBRARY_TAB)
        self._frame.sources.setFocus()

    def list_sources(self) -> None:
        """List the sources that answer to the search."""
        self._bench.list_sources(self._frame.search.text(), *self._sort)

    def show_jobs(self) -> None:
        """Show what runs, and what needs attention."""
        self._ask_attention()
        self.jobs.show()
        self.jobs.raise_()

    @Slot(object)
    def _on_listed(self, sources: tuple[Kept, ...]) -> None:
        self._frame.source_model.show(sources)
        self._frame.lists.setTabText(LIBRARY_TAB, f"{say('Library')} {number(len(sources))}")

    def _ask_attention(self) -> None:
        self._bench.ask(
            "attention", lambda session: attention.attention(session.library), self._on_attention
        )

    def _on_attention(self, found: "Attention") -> None:
        away = found.aside
        aside = (away.refused, away.undated) if away else ((), ())
        self.jobs.show_attention(found.refused, found.undated, aside)

    @Slot(int)
    def _on_arrived(self, _: int) -> None:
        self._on_changed()
        if self.jobs.isVisible():
            self._ask_attention()

    def _show_room(self, which: str) -> None:
        if which == LISTED:
            if self._frame.search.text().strip() == _REMOVED:
                self._frame.search.clear()
                self._frame.notice.hide()
            self._frame.lists.setCurrentIndex(CANDIDATES_TAB)
            return
        if which == "refused":
            self.show_jobs()
            return
        self.show_library()
        self._frame.search.setText(_REMOVED)
        self._frame.tell(
            say("These sources were put away. Del brings those that are selected back.")
        )

    def _on_columns(self, hidden: list[str]) -> None:
        self._settings.keep(_HIDDEN, "\t".join(hidden))
        self._frame.sources.fit()

    def _on_removed(self, ids: list[str]) -> None:
        """Put sources away; among those that were put away, bring them back."""
        away = self._frame.search.text().strip() == _REMOVED
        self._bench.remove(ids, on=not away)

    @Slot(object)
    def _on_desk(self, desk: Desk) -> None:
        self.jobs.allow_undo(on=(desk.undo or "").startswith(_ADDED))
        if self.jobs.isVisible():
            self._ask_attention()

    def _on_changed(self, _: object = None) -> None:
        if self._frame.lists.currentIndex() == LIBRARY_TAB:
            self.list_sources()

    def _on_sorted(self, name: str, descending: bool) -> None:
        self._sort = (name, descending)
        self.list_sources()

    def _on_corrected(self, source: str, field: Field | None, text: str) -> None:
        if field is None:
            self._bench.grade(source, text.upper() or None)
        else:
            self._bench.correct(source, field, text or None)

    def _on_opened(self, kept: Kept) -> None:
        self._bench.show_source(Passage(kept.id, 0, 0))

    def _open_file(self, path: str) -> None:
        if not Path(path).exists():
            self._frame.tell(
                say("The original is no longer at its place. The stored text is intact.")
            )
        else:
            QDesktopServices.openUrl(QUrl.fromLocalFile(path))
