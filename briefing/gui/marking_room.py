"""A handling line in one's own words, beside those that the menus offer."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog, QWidget

from briefing.gui.frame import Frame
from briefing.gui.view_models.workbench import Workbench
from briefing.gui.widgets.preview_pane import MARKINGS
from briefing.words import say

_PROTOCOL = "TLP"


class MarkingRoom(QObject):
    """Asks for the line, and lets none pass that only looks like one of the Traffic Light Protocol."""

    def __init__(self, frame: Frame, bench: Workbench) -> None:
        super().__init__(frame)
        self._frame, self._bench = frame, bench
        frame.preview.marking_wanted.connect(self.ask)

    def ask(self, parent: QWidget | None = None) -> None:
        """Ask for the words that are to stand on every page."""
        now = self._bench.desk.settings.marking or ""
        text, given = QInputDialog.getText(
            parent or self._frame, say("Marking"), say("Words on every page:"), text=now
        )
        marking = " ".join(text.split())
        if marking.upper() in MARKINGS:
            marking = marking.upper()
        if not given or marking == now:
            return
        if marking.upper().startswith(_PROTOCOL) and marking not in MARKINGS:
            told = say("“{value}” is no marking of the Traffic Light Protocol", value=marking)
            self._frame.tell(f"{told}. {say('Those that it has are in the menu.')}")
            return
        self._bench.set("marking", marking, f"Marking: {marking or 'No marking'}")
