"""By what "In briefing" is grouped: a button that names it, and a menu of the others."""

from PySide6.QtWidgets import QWidget

from briefing.gui.grouping import GROUPINGS, TOLD
from briefing.gui.widgets.choice_button import ChoiceButton
from briefing.words import say


class GroupingButton(ChoiceButton):
    """Says which of the `GROUPINGS` is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(GROUPINGS, TOLD, parent)
        self.setToolTip(say("How the quotations are grouped here; their order on the page stays"))
