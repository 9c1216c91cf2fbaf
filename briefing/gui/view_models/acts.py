"""Every act on the open briefing by its name: what it asks of the session, and what it comes to."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from briefing.gui.view_models import foreseen
from briefing.gui.view_models.acting import Acting
from briefing.gui.view_models.known import Known
from briefing.gui.work import attention, own_themes
from briefing.model.desk import Included, ShownCard, Step
from briefing.model.passage import Passage
from briefing.model.source import Field
from briefing.model.theme import Theme

if TYPE_CHECKING:
    from briefing.model.library import Imported, Kept
    from briefing.workflow.comparing import Difference


class Acts(Acting):
    """The verbs of the window. Knows no widget."""

    gone_to = Signal(str)
    """What was searched at the step of the history that was gone to."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known = Known()

    def include(self, places: Sequence[tuple[Passage, str]]) -> None:
        """Put excerpts in."""
        items = [self._known.included(*place) for place in places]
        effect = foreseen.with_included(items, self._ids())
        self._act(lambda session: session.include(places), effect)

    def leave_out(self, places: Sequence[Passage]) -> None:
        """Take excerpts out."""
        self._act(lambda session: session.leave_out(places), foreseen.without(places))

    def toggle(self, cards: Sequence[ShownCard]) -> None:
        """Put in what is out; if all are in, take them out."""
        self._known.remember(cards)
        inside = self.desk.chosen()
        out = [card for card in cards if card.passage not in inside]
        if out:
            self.include([(card.passage, self._theme_for(card)) for card in out])
        else:
            self.leave_out([card.passage for card in cards])

    def dismiss(self, cards: Sequence[ShownCard]) -> None:
        """Fold excerpts away; if all were, bring them back."""
        places = [card.passage for card in cards]
        on = not self.desk.dismissed.issuperset(places)
        effect = foreseen.dismissed(places, on=on)
        self._act(lambda session: session.dismiss(places, on=on), effect, listing=True)

    def move(self, item: Included, by: int) -> None:
        """Move an excerpt within its theme."""
        self._act(lambda session: session.move(item, by), foreseen.moved(item, by))

    def place(
        self, places: Sequence[Passage], theme: str, before: Passage | None = None
    ) -> None:  # fmt: skip
        """Put excerpts under a theme, before another or last, whether they are in already or not."""
        items = [self._known.included(place, theme) for place in places]
        effect = foreseen.placed_under(items, theme, before, self._ids())
        self._act(lambda session: session.place(places, theme, before), effect)

    def park(self, item: Included, *, on: bool) -> None:
        """Keep an excerpt without printing it, or print it again."""
        self._act(lambda session: session.park(item, on=on), foreseen.parked(item, on=on))

    def trim(self, item: Included, start: int, end: int) -> None:
        """Print only part of a quotation."""
        kept = Passage(item.whole.source, start, end)
        old, words = item.passage, self._known.words(kept)
        if old.start <= start < end <= old.end:
            words = item.text[start - old.start : end - old.start]
        effect = foreseen.trimmed(item, start, end, words)
        self._act(lambda session: session.trim(item, start, end), effect)

    def write(self, section: str, texts: Sequence[str]) -> None:
        """Set the analyst's own sentences of a section."""
        effect = foreseen.written(section, texts)
        self._act(lambda session: session.write(section, texts), effect)

    def note(self, passage: Passage, text: str) -> None:
        """Keep a note beside an excerpt."""
        effect = foreseen.noted(passage, text)
        self._act(lambda session: session.remark(passage, text), effect)

    def settle(self, difference: "Difference", reason: str) -> None:
        """Hold a difference to be none."""
        effect = foreseen.settled(difference.key, reason)
        self._act(lambda session: session.settle(difference.key, reason), effect)

    def set(self, name: str, value: object, title: str) -> None:
        """Change a setting of the briefing."""
        effect = foreseen.with_setting(name, value)
        self._act(lambda session: session.set(name, value, title), effect, listing=name == "themes")

    def keep_theme(self, theme: Theme) -> None:
        """Keep a theme of the person's own."""
        self._act(lambda session: session.set_theme(theme))

    def colour_theme(self, ids: Sequence[str], title: str, colour: str) -> None:
        """Give themes a colour; an empty one goes back to that of their place."""
        effect = foreseen.coloured(ids, colour)
        self._act(lambda session: session.colour_theme(ids, title, colour), effect)

    def reset_theme(self, theme: str) -> None:
        """Go back from a copy of a starter theme to the starter."""
        self._act(lambda session: own_themes.reset_theme(session, theme), listing=True)

    def remove_theme(self, theme: str) -> None:
        """Take a theme of the person's own away."""
        self._act(lambda session: own_themes.remove_theme(session, theme), listing=True)

    def name_speaker(self, passage: Passage, speaker: str | None) -> None:
        """Say who speaks in an excerpt; `None` goes back to what was found."""
        self._act(lambda session: session.name_speaker(passage, speaker), listing=True)

    def correct(self, source: str, field: Field, value: str | None) -> None:
        """Correct what is known of a source."""
        self._act(lambda session: session.correct(source, field, value), listing=True)

    def grade(self, source: str, grade: str | None) -> None:
        """Grade a source after the Admiralty code."""
        self._act(lambda session: session.grade(source, grade))

    def put_aside(
        self, refused: "Sequence[Imported]", undated: "Sequence[Kept]", *, on: bool
    ) -> None:
        """Put what needs attention aside, or bring it back."""
        self._act(lambda session: attention.put_aside(session, refused, undated, on=on))

    def remove(self, ids: Sequence[str], *, on: bool = True) -> None:
        """Put sources away, or bring them back; undo does the opposite."""
        self._act(lambda session: session.remove(ids, on=on), listing=True)

    def undo(self) -> None:
        """Undo the last act."""
        self._act(lambda session: session.undo(), foreseen.undone, listing=True)

    def redo(self) -> None:
        """Do again what was undone last."""
        self._act(lambda session: session.redo(), foreseen.redone, listing=True)

    def go_to(self, step: Step) -> None:
        """Go back, or forward, to a step of the history."""
        self._act(
            lambda session: session.go_to(step.number), listing=True,
            answer=lambda _: self.gone_to.emit(self.desk.view),
        )  # fmt: skip

    # Details

    def _ids(self) -> list[str]:
        return [theme.id for theme in self._themes]

    def _theme_for(self, card: ShownCard) -> str:
        """The theme under which a card is put: its best among those that are ticked."""
        ticked = tuple(filter(None, self.desk.settings.themes))
        known = (*card.themes, *ticked, *self._ids())
        return next((theme for theme in card.themes if theme in ticked), known[0])
