"""Source, comparison and changes: what stands behind the page."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from briefing.gui.disputes import against, disputes
from briefing.gui.frame import Frame
from briefing.gui.item_models.cards import spell
from briefing.gui.source_facts import SPEAKER
from briefing.gui.view_models.workbench import Workbench
from briefing.gui.widgets.changes_view import changed_since
from briefing.gui.widgets.compare_view import against as compared_against
from briefing.gui.work import shown
from briefing.model.changes import ChangeSort
from briefing.model.desk import Desk, ShownCard, ShownSource
from briefing.model.library import Facet
from briefing.model.passage import Passage
from briefing.words import mark, say

if TYPE_CHECKING:
    from briefing.workflow.comparing import Comparison
    from briefing.workflow.draft import Drafted
_MARKED, _UNMARKED = mark("Mark changes"), mark("Do not mark changes")
"""Titles of acts, which are kept."""


class EvidenceRoom(QObject):
    """Joins the three tabs beside the preview to the workbench."""

    def __init__(self, frame: Frame, bench: Workbench) -> None:
        super().__init__(frame)
        self._frame, self._bench = frame, bench
        self._drafted: Drafted | None = None
        self._corrects: Passage | None = None
        """The excerpt of which something is to be corrected once its source shows."""
        self._takes_keys: Passage | None = None
        """The excerpt whose source takes the keys once it shows."""
        bench.source_shown.connect(self._on_source)
        bench.stepped.connect(self._on_stepped)
        bench.compared.connect(self._on_compared)
        bench.desk_changed.connect(self._on_desk)
        bench.live.found.connect(self._on_found)
        bench.counted.connect(self._on_counted)
        frame.cards.compared.connect(lambda card: self.compare(card.passage))
        frame.order.compared.connect(lambda item: self.compare(item.passage))
        frame.source.compared.connect(self.compare)
        frame.source.selection_added.connect(self._on_selection)
        frame.source.trimmed.connect(bench.trim)
        frame.source.stepped.connect(self._step)
        frame.source.walked.connect(frame.cards.go_to)
        frame.compare.opened.connect(self.open_source)
        frame.compare.included.connect(self._include)
        frame.compare.decided.connect(bench.settle)
        frame.compare.differing.connect(self._write_differing)
        frame.changes.opened.connect(self.open_source)
        frame.changes.compared.connect(self.compare)
        frame.changes.against_wanted.connect(bench.change_against)
        bench.editions_listed.connect(frame.changes.show_editions)
        frame.changes.new_wanted.connect(self._search_new)
        frame.changes.marking_wanted.connect(
            lambda on: bench.set("mark_changes", on, _MARKED if on else _UNMARKED)
        )
        self._new = self._new_excerpts = 0

    def open_source(self, passage: Passage, *, keys: bool = True) -> None:
        """Show where a passage stands; with the `keys` there it can be cut at once, and Esc goes back."""
        self._takes_keys = passage if keys else None
        self._bench.show_source(passage)

    def compare(self, passage: Passage) -> None:
        """Show who else says so, and who says otherwise."""
        self._frame.compare.show_hint(say("Comparing…"))
        self._frame.right.setCurrentWidget(self._frame.compare)
        self._bench.compare(passage)

    def show_source(self) -> None:
        """Show the source; where none is open yet, that of the selected excerpt."""
        if self._frame.source.shown() is None and (passage := self._selected()):
            self.open_source(passage, keys=False)
        self._frame.right.setCurrentWidget(self._frame.source)

    def show_compare(self) -> None:
        """Compare the selected excerpt."""
        passage = self._selected()
        if passage:
            self.compare(passage)
        self._frame.right.setCurrentWidget(self._frame.compare)

    def show_changes(self) -> None:
        """Show what changed since the last edition."""
        self._frame.right.setCurrentWidget(self._frame.changes)

    @Slot(object, object)
    def _on_source(self, shown: ShownSource, passage: Passage) -> None:
        item = self._bench.desk.item(passage)
        self._frame.source.show_source(shown, passage, item)
        self._frame.right.setCurrentWidget(self._frame.source)
        if self._takes_keys == passage:
            self._frame.bring(self._frame.right)
            self._frame.source.words.setFocus()
        if self._corrects == passage:
            self._frame.source.facts.begin(SPEAKER)
        self._corrects = self._takes_keys = None

    def correct(self, passage: Passage) -> None:
        """Show the source, ready to say who speaks; date and publisher stand beside that."""
        self._corrects = passage
        self.open_source(passage)

    def _step(self, by: int) -> None:
        """Go to the source before or after the one shown, in the order of the list."""
        shown = self._frame.source.shown()
        numbers, row = self._frame.model.numbers, self._frame.cards.currentIndex().row()
        after = numbers[row + 1 :] if by > 0 else numbers[: max(row, 0)][::-1]
        if shown:
            self._bench.step(after, shown.source.id)

    @Slot(object)
    def _on_stepped(self, card: ShownCard) -> None:
        numbers = list(self._frame.model.numbers)
        if card.number in numbers:
            self._frame.cards.choose(numbers.index(card.number))
        self.open_source(card.passage)

    @Slot(object)
    def _on_compared(self, comparison: "Comparison") -> None:
        self._frame.compare.show_comparison(comparison)
        count = compared_against(comparison)
        title = say("Compare")
        if comparison.agreeing:
            title = f"{title} {comparison.origins}●"
        self._name_tab(self._frame.compare, title + (f" {count}▲" if count else ""))

    @Slot(object)
    def _on_desk(self, desk: Desk) -> None:
        self._frame.compare.show_desk(desk)
        self._show_disputes()
        self._frame.source.show_item(desk.included)
        self._frame.changes.mark.setChecked(desk.settings.mark_changes)

    @Slot(object)
    def _on_found(self, drafted: "Drafted") -> None:
        self._drafted = drafted
        self._show_disputes()
        self._show_changes()

    @Slot(object, object)
    def _on_counted(self, _: object, facets: tuple[Facet, ...]) -> None:
        new = next((f.count for f in facets if (f.sort, f.value) == ("is", "new")), 0)
        if new != self._new:
            self._new = new
            self._bench.ask(
                "new excerpts", lambda session: len(session.excerpts("is:new")), self._on_new
            )

    def _on_new(self, count: int) -> None:
        self._new_excerpts = count
        self._show_changes()

    def _show_disputes(self) -> None:
        if self._drafted:
            found = disputes(self._drafted.findings.conflicts, self._bench.desk)
            self._frame.order.show_disputes(found)

    def _show_changes(self) -> None:
        drafted = self._drafted
        if drafted is None:
            return
        changes = drafted.changes
        self._frame.changes.show_changes(
            drafted.draft.previous, changes, (self._new, self._new_excerpts),
            _contradicted(drafted),
        )  # fmt: skip
        self._frame.model.set_changed(changed_since(changes, self._bench.desk))
        count = len(changes.changes) if changes else 0
        self._name_tab(
            self._frame.changes, f"{say('Changes')} {count}" if count else say("Changes")
        )

    def _include(self, passages: list[Passage]) -> None:
        """Put in what is out; under the theme of the selected card, or the first that is ticked."""
        desk = self._bench.desk
        inside = self._bench.desk.chosen() | desk.places()
        out = [place for place in passages if not any(place.overlaps(one) for one in inside)]
        if out:
            theme = self._theme()
            self._bench.include([(place, theme) for place in out])

    def _write_differing(self, told: str) -> None:
        """Add a sentence to the analyst's own text of the key points, once."""
        own = [note.text for note in self._bench.desk.notes if note.section == "key-points"]
        if told not in own:
            self._bench.write("key-points", [*own, told])
        self._frame.tell(
            say("Added to your own text under the key points; it can be changed there.")
        )

    def _on_selection(self, passage: Passage) -> None:
        self._bench.include([(passage, self._theme())])

    def _theme(self) -> str:
        cards = self._frame.cards.cards()
        if cards and cards[0].themes:
            return cards[0].themes[0]
        return self._bench.themes()[0].id

    def _selected(self) -> Passage | None:
        item = self._frame.order.selected()
        if self._frame.lists.currentIndex() == 1 and item:
            return item.passage
        cards = self._frame.cards.cards()
        return cards[0].passage if cards else None

    def _search_new(self) -> None:
        self._frame.bring(self._frame.middle)
        self._frame.lists.setCurrentIndex(0)
        self._frame.search.setText("is:new")

    def _name_tab(self, part: object, title: str) -> None:
        right = self._frame.right
        for place in range(right.count()):
            if right.widget(place) is part:
                right.setTabText(place, title)


def _contradicted(drafted: "Drafted") -> dict[Passage, str]:
    """Who contradicts the quotations that are newly contradicted, and when: as a reader names them."""
    found = {}
    sources = {source.id: source for source in drafted.draft.sources}
    for change in drafted.changes.changes if drafted.changes else ():
        if change.sort is ChangeSort.CONTRADICTED:
            place = change.said.passage
            told = [
                f"{shown.label_of(sources[one])}, {spell(sources[one].published)}"
                for one in against(drafted.findings.conflicts, place)
                if one in sources
            ]
            found[place] = "; ".join(told)
    return found
