"""Languages: which way the window runs, and what is known of other languages than English."""

from briefing.gui.preferring.page import Page
from briefing.gui.settings import DIRECTIONS, WindowSettings

_WORDS = {"system": "As the system does", "left": "From the left", "right": "From the right"}


class LanguagesPage(Page):
    """The words of the window are English; the quotations are in whatever language they are in."""

    title = "Languages"
    held = ("direction",)

    def __init__(self, settings: WindowSettings) -> None:
        super().__init__(settings)
        self._choice("&Window", {"English": ""}, "", "language")
        words = {_WORDS[name]: name for name in DIRECTIONS}
        self._choice("&Runs", words, settings.direction, "direction")
        self._told(
            "A quotation runs the way of its own language in any window, and is drawn with a font "
            "of this machine where the chosen one lacks its letters."
        )
        self._told(
            "Articles in other languages are read, searched and quoted as they are; “language:” in "
            "the search lists those of one language."
        )
