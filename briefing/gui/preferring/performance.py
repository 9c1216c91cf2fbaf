"""Performance: how much of the machine is used, for those who need it for other work."""

from collections.abc import Mapping

from PySide6.QtCore import Signal

from briefing.gui.preferring.page import Page
from briefing.gui.settings import PAUSES, WindowSettings
from briefing.words import mark, say

_PROCESSES = {mark("As many as there are cores"): "", mark("One"): "1"}
_PAUSES = {
    mark("At once"): PAUSES[0], mark("After half a second"): PAUSES[1],
    mark("After two seconds"): PAUSES[2],
}  # fmt: skip


class PerformancePage(Page):
    """What is slow on a small machine can be done less often, or by fewer processes."""

    title = mark("Performance")
    held = ("processes", "page_pause")
    tuned = Signal()
    """Something of it is another now."""

    def __init__(self, settings: WindowSettings) -> None:
        super().__init__(settings)
        processes, pauses = _said(_PROCESSES), _said(_PAUSES)
        now = settings.text("processes")
        self._choice(say("&Processes that read files"), processes, now, "processes")
        self._choice(say("P&age follows"), pauses, settings.page_pause, "page_pause")
        self._told(
            say(
                "One process leaves the machine to other work; adding many files takes longer then. "
                "The page is made once you have done nothing for so long; several acts make one page."
            )
        )
        self.dressed.connect(self.tuned)


def _said(words: Mapping[str, str]) -> dict[str, str]:
    return {say(title): value for title, value in words.items()}
