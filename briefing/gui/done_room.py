"""What was handed over today, at the foot of the jobs, with the way to each file."""

from collections.abc import Sequence
from datetime import date, datetime
from html import escape
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Slot

from briefing.gui.dialogs.jobs import JobsDialog
from briefing.gui.frame import link, with_links
from briefing.gui.language import locale
from briefing.gui.view_models.workbench import Workbench
from briefing.model.library import Edition
from briefing.words import mark, say

_KINDS = {".pdf": "PDF", ".docx": "Word", ".json": mark("index")}


class DoneRoom(QObject):
    """Joins the jobs to the editions of the briefing that is open."""

    def __init__(self, bench: Workbench, jobs: JobsDialog) -> None:
        super().__init__(jobs)
        self._jobs = jobs
        bench.editions_listed.connect(self._on_editions)

    @Slot(object)
    def _on_editions(self, editions: Sequence[Edition]) -> None:
        self._jobs.show_done(done_on(datetime.now().astimezone().date(), editions))


def done_on(day: date, editions: Sequence[Edition]) -> list[str]:
    """A line for each of `editions` issued on `day`, newest first: what was written, when, and links."""
    issued = [(moment, one) for one in editions if (moment := _moment(one)) and one.outputs]
    return [
        _line(moment, one) for moment, one in reversed(issued) if moment.date() == day
    ]  # fmt: skip


def _line(moment: datetime, edition: Edition) -> str:
    files = [Path(output.path) for output in edition.outputs]
    kinds = [link(_url(file), say(_KINDS.get(file.suffix, escape(file.name)))) for file in files]
    told = say(
        "Exported {names}: edition {number}",
        names=locale().createSeparatedList(kinds), number=edition.issue,
    )  # fmt: skip
    return with_links(f"{moment:%H:%M} · {told}", (_url(files[0].parent), say("Show in folder")))


def _url(place: Path) -> str:
    return QUrl.fromLocalFile(str(place)).toString()


def _moment(edition: Edition) -> datetime | None:
    """When it was issued, here; nothing if that is not known."""
    try:
        return datetime.fromisoformat(edition.issued).astimezone()
    except ValueError:
        return None
