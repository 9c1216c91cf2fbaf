"""In what order the list is: a button that names it, and a menu of the others."""

from PySide6.QtWidgets import QWidget

from briefing.gui.widgets.choice_button import ChoiceButton
from briefing.words import mark, say

ORDERS = {
    "": mark("Best match"),
    "newest": mark("Newest first"),
    "oldest": mark("Oldest first"),
    "publisher": mark("By publisher"),
}


class OrderButton(ChoiceButton):
    """Says which of the `ORDERS` is chosen; one that is not known is the best first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ORDERS, ORDERS, parent)
        self.setToolTip(say("Order of the list"))

    def query(self) -> str:
        """The order as one would type it."""
        return f"order:{self.chosen}" if self.chosen else ""

    def described(self, told: str) -> str:
        """As a screen reader says it."""
        return say("Order of the list: {order}", order=told)
