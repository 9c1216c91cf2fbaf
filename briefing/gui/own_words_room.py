"""The analyst's own words: asks for them, and keeps them as an act."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Slot

from briefing.gui.dialogs.own_words import OwnWordsDialog
from briefing.gui.frame import Frame
from briefing.gui.view_models.workbench import Workbench


class OwnWordsRoom(QObject):
    """Opens the dialog for a section of the page."""

    def __init__(self, frame: Frame, bench: Workbench) -> None:
        super().__init__(frame)
        self._frame, self._bench = frame, bench
        frame.order.own_text_wanted.connect(self.ask)

    @Slot(str, str)
    def ask(self, section: str, title: str) -> OwnWordsDialog:
        """Ask for the analyst's own sentences of a section."""
        desk = self._bench.desk
        texts = [note.text for note in desk.notes if note.section == section]
        dialog = OwnWordsDialog(title, texts, desk.included, self._frame)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.written.connect(partial(self._bench.write, section))
        dialog.open()
        return dialog
