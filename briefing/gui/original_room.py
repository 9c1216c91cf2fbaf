"""The originals of sources: opened by the system's programs, and located where they were moved."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from briefing.gui.frame import Frame, with_links
from briefing.gui.view_models.workbench import Workbench
from briefing.gui.work import locating
from briefing.model.desk import ShownSource
from briefing.words import mark, say, say_many

if TYPE_CHECKING:
    from briefing.workflow.session import Session

_LOCATE = "original:locate"
_GONE = mark("The original is no longer at its place. The stored text is intact.")


class OriginalRoom(QObject):
    """Leads from a source that is shown to its file."""

    def __init__(self, frame: Frame, bench: Workbench) -> None:
        super().__init__(frame)
        self._frame, self._bench = frame, bench
        self._wanted: ShownSource | None = None
        """The source whose original is to be located."""
        self._opens = False
        """Whether it is to be opened once it is found."""
        frame.source.original_wanted.connect(self._open)
        frame.notice_text.linkActivated.connect(self._on_link)

    def show_folder(self) -> None:
        """Show where the original of the source lies that is shown."""
        shown = self._frame.source.shown()
        if shown is None:
            self._frame.tell(say("No source is open. Press Enter on an excerpt."))
        elif not (folder := Path(shown.kept.path).parent).is_dir():
            self._tell_gone(opens=False)
        else:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    @Slot(str)
    def _open(self, path: str) -> None:
        if not Path(path).is_file():
            self._tell_gone(opens=True)
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(path)):
            self._frame.tell(say("No program on this machine opens {what}.", what=Path(path).name))

    def _tell_gone(self, *, opens: bool) -> None:
        self._opens = opens
        self._wanted = self._frame.source.shown()
        self._frame.tell(with_links(say(_GONE), (_LOCATE, say("Locate…"))))

    @Slot(str)
    def _on_link(self, link: str) -> None:
        shown = self._wanted
        if link != _LOCATE or shown is None:
            return
        self._frame.notice.hide()
        name, _ = QFileDialog.getOpenFileName(
            self._frame, say("Where is {file}?", file=Path(shown.kept.path).name), str(Path.home())
        )
        if not name:
            return

        def locate(session: "Session") -> int:
            count: int = locating.locate(session.library, shown.kept.id, Path(name))
            session.renew()
            return count

        self._bench.do(locate, listing=True, answer=partial(self._on_located, name))

    def _on_located(self, file: str, count: int) -> None:
        if self._opens:
            self._open(file)
        told = say("The original was found.")
        if count > 1:
            told = say_many(
                "The original was found, and {n} more beside it.",
                "The original was found, and {n} more beside it.",
                count - 1,
            )
        self._frame.tell(told)
        if (passage := self._frame.source.passage()) is not None:
            self._bench.show_source(passage)
