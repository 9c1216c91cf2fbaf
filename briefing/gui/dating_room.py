"""Dates for sources that were read without one: what a person knows, or the day of the file."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Qt, Slot

from briefing.gui.dialogs.dating import DateDialog
from briefing.gui.dialogs.jobs import JobsDialog
from briefing.gui.frame import Frame
from briefing.gui.view_models.workbench import Workbench
from briefing.gui.work import attention
from briefing.model.library import Kept
from briefing.words import say_many


class DatingRoom(QObject):
    """Joins the list of what needs attention to the workbench."""

    def __init__(self, frame: Frame, bench: Workbench, jobs: JobsDialog) -> None:
        super().__init__(frame)
        self._frame, self._bench, self._jobs = frame, bench, jobs
        jobs.date_wanted.connect(self._ask)
        jobs.file_date_wanted.connect(self._use_files)

    @Slot(object)
    def _ask(self, sources: Sequence[Kept]) -> None:
        first = sources[0]
        about = first.title or first.path
        if len(sources) > 1:
            about = say_many("{n} source", "{n} sources", len(sources))
        dialog = DateDialog(about, self._jobs)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(partial(self._take, dialog, sources))
        dialog.open()

    def _take(self, dialog: DateDialog, sources: Sequence[Kept]) -> None:
        if dialog.day:
            self._set(dict.fromkeys((kept.id for kept in sources), dialog.day))

    @Slot(object)
    def _use_files(self, sources: Sequence[Kept]) -> None:
        days = attention.days_of_files({kept.id: kept.path for kept in sources})
        if gone := len(sources) - len(days):
            self._frame.tell(
                say_many(
                    "{n} original is no longer there, so no date was taken of it.",
                    "{n} originals are no longer there, so no date was taken of them.",
                    gone,
                )
            )
        if days:
            self._set(days)

    def _set(self, days: dict[str, date]) -> None:
        self._bench.do(lambda session: session.date(days), listing=True)
