"""Performance: how much of the machine is used, for those who need it for other work."""

from PySide6.QtCore import Signal

from briefing.gui.preferring.page import Page
from briefing.gui.settings import PAUSES, WindowSettings

_PROCESSES = {"As many as there are cores": "", "One": "1"}
_PAUSES = {
    "At once": PAUSES[0], "After half a second": PAUSES[1], "After two seconds": PAUSES[2]
}  # fmt: skip


class PerformancePage(Page):
    """What is slow on a small machine can be done less often, or by fewer processes."""

    title = "Performance"
    held = ("processes", "page_pause")
    tuned = Signal()
    """Something of it is another now."""

    def __init__(self, settings: WindowSettings) -> None:
        super().__init__(settings)
        self._choice(
            "&Processes that read files", _PROCESSES, settings.text("processes"), "processes"
        )
        self._choice("P&age follows", _PAUSES, settings.page_pause, "page_pause")
        self._told(
            "One process leaves the machine to other work; adding many files takes longer then. The "
            "page is made once you have done nothing for so long; several acts make one page."
        )
        self.dressed.connect(self.tuned)
