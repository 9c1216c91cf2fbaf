"""After a crash: one line that says what is here and what is not."""

from PySide6.QtCore import QObject, Slot

from briefing.gui.frame import Frame, with_links
from briefing.gui.place import Place
from briefing.gui.view_models.workbench import Workbench
from briefing.words import mark, say

_HISTORY = "crash:history"
_WHOLE = mark("The program ended unexpectedly at {time}. All changes up to then are here.")
_LOSS = mark(
    "The program ended unexpectedly at {time}. What was kept in memory only, since the disk did not "
    "take it, is not here; all before that is."
)


class CrashRoom(QObject):
    """Tells once how the program ended, if it did not end by itself."""

    def __init__(self, frame: Frame, bench: Workbench, place: Place) -> None:
        super().__init__(frame)
        self._frame, self._bench, self._place = frame, bench, place
        bench.opened.connect(self._on_opened)
        frame.notice_text.linkActivated.connect(self._on_link)

    @Slot()
    def _on_opened(self, *_: object) -> None:
        at, self._place.crashed_at = self._place.crashed_at, ""
        if at:
            told = _LOSS if self._place.crash_lost else _WHOLE
            self._frame.tell(with_links(say(told, time=at), (_HISTORY, say("Show what happened"))))

    @Slot(str)
    def _on_link(self, link: str) -> None:
        if link == _HISTORY:
            self._bench.show_history()
