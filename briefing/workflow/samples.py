"""The sample library: takes the articles in that come with the program, and makes a first briefing."""

from briefing.model.passage import Passage
from briefing.resources import seeds
from briefing.text.words import count_words
from briefing.workflow.importing import import_paths
from briefing.workflow.session import Session
from briefing.workflow.workbench import Opened

_SHORT = 34
"""Words an excerpt of the sample briefing may have, so that it fits its page."""


def filled(opened: Opened) -> Opened:
    """The same, with the samples taken in where that was still to be done."""
    if opened.bare:
        _fill(opened.session)
    return opened


def _fill(session: Session) -> None:
    """Take the sample articles in, and make a first briefing: the best excerpt of each theme."""
    for _ in import_paths(session.library, [seeds("articles")]):
        pass
    session.set("title", "Sample briefing: the command upgrade", "Title")
    session.set("template", "one-page", "Template: One-page note")
    chosen: list[tuple[Passage, str]] = []
    for theme in session.themes:
        taken = {passage for passage, _ in chosen}
        fresh = [
            card
            for card in session.best(theme.id, 12)
            if card.passage not in taken and count_words(card.text) <= _SHORT
        ]
        chosen += [(card.passage, theme.id) for card in fresh[:1]]
    session.include(chosen)
