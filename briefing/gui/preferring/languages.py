"""Languages: what the window speaks, which way it runs, and what is known of other languages."""

from briefing.gui.own_names import own_name
from briefing.gui.preferring.page import Page
from briefing.gui.settings import DIRECTIONS, WindowSettings
from briefing.words import languages, mark, say

_WAYS = {
    "system": mark("As the system does"),
    "left": mark("From the left"),
    "right": mark("From the right"),
}


class LanguagesPage(Page):
    """The words of the window; the quotations are in whatever language they are in."""

    title = mark("Languages")
    held = ("language", "direction")

    def __init__(self, settings: WindowSettings) -> None:
        super().__init__(settings)
        spoken = {own_name(code): code for code in languages()}
        spoken = {say("That of the system"): "system", **spoken}
        self._choice(say("&Window"), spoken, settings.language, "language")
        self._told(say("The window speaks another language from its next start on."))
        ways = {say(_WAYS[name]): name for name in DIRECTIONS}
        self._choice(say("&Runs"), ways, settings.direction, "direction")
        self._told(
            say(
                "A quotation runs the way of its own language in any window, and is drawn with a font "
                "of this machine where the chosen one lacks its letters."
            )
        )
        self._told(
            say(
                "Articles in other languages are read, searched and quoted as they are; “language:” in "
                "the search lists those of one language."
            )
        )
