"""The open briefing between window and session: acts go out to the library's thread, values come back."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from briefing import patterns
from briefing.errors import BriefingError, LibraryDamagedError
from briefing.gui.holding import Holds
from briefing.gui.jobs import Lane
from briefing.gui.view_models.intake import Intake
from briefing.gui.view_models.live import Explain, Live
from briefing.gui.view_models.rescue import Rescue
from briefing.gui.view_models.timers import timer
from briefing.gui.view_models.watching import Watching
from briefing.gui.work import briefings, commanding, comparing, handing, listing, workbench
from briefing.gui.work import draft as drafting
from briefing.gui.work import samples as bringing
from briefing.gui.work import session as sessions
from briefing.model.desk import Settings, ShownCard, ShownSource
from briefing.model.library import Edition, Facet, Kept
from briefing.model.passage import Passage
from briefing.places import library_to_open

if TYPE_CHECKING:
    from briefing.workflow.comparing import Comparison
    from briefing.workflow.draft import Draft
    from briefing.workflow.handing import Handed
    from briefing.workflow.session import Session
    from briefing.workflow.workbench import Opened

_LATER = 200
"""Milliseconds after an act when everything is counted anew: after the page."""
_STALE = 500
"""Milliseconds after which a list is made anew of which something is no more."""
_OPENING = 400
"""Milliseconds after opening when the page is begun at the latest: it waits for the cards of the list,
for both are asked for on one thread, and of the page there is much to import."""
_SETTLING = 3000
"""Milliseconds after opening when the library is brought up to date at the latest: after the page,
for it is half of the program that is imported for it."""
_AHEAD = 200
"""Excerpts of the list among which the next source is looked for."""
_TYPING = 60
"""Milliseconds after a key in the search."""


class Workbench(Rescue):
    """What the window knows and may ask for. Knows no widget."""

    opened = Signal(object, bool)
    """The themes there are, and whether these are the samples."""
    listed = Signal(object)
    """The `Listed` excerpts that answer, best first."""
    carded = Signal(int, int, object)
    """Generation and number of a page of cards, and the cards."""
    counted = Signal(object, object)
    """How much there is, and the facets."""
    emptied = Signal()
    """Nothing is in the briefing: there is no page to show."""
    source_shown = Signal(object, object)
    """A `ShownSource`, and the passage to show."""
    stepped = Signal(object)
    """The `ShownCard` of the next source in the list."""
    exported = Signal(object, object)
    """The files written, and the `Edition` that they are."""
    commanded = Signal(object)
    """The `Command` that does what export does."""
    briefings_shown = Signal(object)
    edition_begun = Signal(int, bool)
    editions_listed = Signal(object)
    """The editions of this briefing, oldest first."""
    sources_listed = Signal(object)
    arrived = Signal(int)
    """So many files were added; the list is as it was until it is made anew."""
    history_shown = Signal(object)
    compared = Signal(object)
    """A `Comparison`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hand = Lane("hand", self)
        self._hand.broken.connect(self._on_broken)
        self.live = Live(self._bring_draft, self)
        self.intake = Intake(self._on_broken, self)
        self.intake.ended.connect(self._on_taken)
        self.intake.came.connect(self._on_came)
        self.opening.connect(self.intake.wait)
        # After all that is told of it, which else would take the place of what the intake tells.
        self.not_opened.connect(self.intake.give_up, Qt.ConnectionType.QueuedConnection)
        self.watching = Watching(self.intake, self._on_broken, self)
        self.watching.taken.connect(self._on_taken)
        self.themes_changed.connect(self.watching.renew)
        self.relisted.connect(self._search)
        self.themes_changed.connect(self.intake.settle)
        self.holds = Holds()
        self._against: int | None = None
        self._series = ""
        self._typing = timer(self, _TYPING, self._search)
        self._later = timer(self, _LATER, self._count)
        self._stale = timer(self, _STALE, self.list_again)
        self._opening = timer(self, _OPENING, self.live.begin)
        self._settling = timer(self, _SETTLING, self._settle)
        self.live.printed.connect(self._after_page)
        self.emptied.connect(self._after_page)

    # Opening and closing

    def open(
        self, library: Path | None = None, *, own: bool = False, samples: bool = False,
        desk: str = "", reading: bool = False,
    ) -> None:  # fmt: skip
        """Open a library, the user's own, or the samples; with `reading` nothing in it is changed."""

        def work() -> "Opened":
            # The workflow is imported here, and with it most of the patterns there are.
            patterns.recall()
            place = library_to_open(library, own=own, samples=samples)
            self.holds.begin(place, reading=reading)
            try:
                opened = workbench.open_workbench(place, desk=desk, reading=reading)
                return bringing.filled(opened) if opened.bare else opened
            except BriefingError:
                self.holds.give_up()
                raise

        def broke(report: str) -> None:
            self._on_broken(report)
            self.intake.give_up()

        self.opening.emit()
        self._library.submit(work, self._on_opened, self.not_opened.emit, broke)

    def _hold(self, *, on: bool) -> None:
        """What is added while the library is mended or moved waits like other acts."""
        super()._hold(on=on)
        if on:
            self.intake.wait()
        else:
            self.intake.go_on()

    def close(self) -> None:
        """Stop what runs, and wait for it."""
        self._typing.stop()
        self._later.stop()
        self._stale.stop()
        self._settling.stop()
        self._opening.stop()
        self._again.stop()
        self.watching.close()
        self.intake.close()
        self.live.close()
        self.reading.close()
        for lane in (self._library, self._hand):
            lane.close()
        self._acts.clear()  # they are done, or were let go of: nothing waits for a window that is closed
        self.holds.close()

    def _on_opened(self, opened: "Opened") -> None:
        self._session = opened.session
        self.holds.keep(opened.session.library.path)
        self.reading.follow(opened.session)
        self._themes = opened.session.themes
        self.intake.follow(opened.session.library.path, opened.session.themes)
        self.opened.emit(opened.session.themes, opened.sample)
        self._search()
        self._opening.start()
        self.refresh()
        self._settling.start()

    @Slot()
    def _begin(self, *_: object) -> None:
        """The list is there, or none comes: now the page is made."""
        if self._opening.isActive():
            self._opening.stop()
            self.live.begin()

    @Slot()
    def _after_page(self, *_: object) -> None:
        """The first page is there: what the library lacks can be seen to now."""
        if self._settling.isActive():
            self._settling.start(0)

    @Slot()
    def _settle(self) -> None:
        self._settling.setInterval(_SETTLING)
        self.intake.check(self._themes)

    # What follows an act

    def _tell(self) -> None:
        super()._tell()
        desk = self.desk
        series = desk.settings.title or desk.name
        if series != self._series:
            self._series, self._against = series, None
            self._list_editions()
        if not self._opening.isActive():
            self.live.change()
        self._later.start()

    @Slot()
    def _count(self) -> None:
        text = self.query
        self.reading.newest(
            "counts", lambda session: (session.counts(), session.facets(text)), self._on_counts
        )

    def _on_counts(self, found: tuple[dict[str, int], tuple[Facet, ...]]) -> None:
        self.counted.emit(*found)

    def _bring_draft(self, take: "Callable[[Draft], None]", explain: Explain) -> None:
        against, desk = self._against, self.desk
        self.reading.newest(
            "draft", lambda session: session.draft(against, desk), partial(self._on_draft, take),
            partial(self._on_no_draft, explain),
        )  # fmt: skip

    def _on_no_draft(self, explain: Explain, error: BriefingError) -> None:
        if isinstance(error, LibraryDamagedError):
            self._told(error)
        explain(error)

    def _on_draft(self, take: "Callable[[Draft], None]", draft: "Draft") -> None:
        if draft.brief.pins:
            take(draft)
        else:
            self.live.rest()
            self.emptied.emit()

    def _on_came(self, ids: Sequence[str]) -> None:
        self._act(lambda session: session.note_added(ids))

    def _on_taken(self, new: int) -> None:
        if new:
            self.refresh()
        self.arrived.emit(new)

    # What there is

    def search(self, text: str) -> None:
        """List what answers to `text`, once the person pauses; newest wins."""
        self.query = text
        self._typing.start()

    @Slot()
    def _search(self) -> None:
        text = self.query
        self.reading.newest("search", lambda session: session.listed(text), self.listed.emit)

    def list_again(self) -> None:
        """List anew, such as after files were added."""
        self._search()
        self._count()

    def list_soon(self) -> None:
        """List anew, once for all that is found to be no more."""
        self._stale.start()

    def fetch(self, generation: int, page: int, numbers: Sequence[int]) -> None:
        """Bring a page of cards."""
        self.reading.submit(
            lambda session: session.cards(numbers), partial(self._on_cards, generation, page)
        )

    def _on_cards(self, generation: int, page: int, cards: Sequence[ShownCard]) -> None:
        self._known.remember(cards)
        self.carded.emit(generation, page, cards)
        self._begin()

    def show_source(self, passage: Passage) -> None:
        """Bring the source in which a passage stands."""

        def found(shown: ShownSource) -> None:
            self._known.remember_source(shown)
            self.source_shown.emit(shown, passage)

        self.reading.submit(lambda session: session.source(passage.source), found)

    def step(self, numbers: Sequence[int], source: str) -> None:
        """Go to the first excerpt among `numbers` that is not of `source`; `numbers` are in order."""

        def look(session: "Session") -> ShownCard | None:
            cards = session.cards(numbers[:_AHEAD])
            return next((card for card in cards if card.passage.source != source), None)

        def found(card: ShownCard | None) -> None:
            if card is not None:
                self.stepped.emit(card)

        self.reading.submit(look, found)

    def compare(self, passage: Passage) -> None:
        """Bring what agrees with an excerpt and what differs from it."""

        def work(draft: "Draft") -> "Comparison":
            return comparing.compare(drafting.whole(draft), passage)

        def look(draft: "Draft") -> None:
            self._hand.newest("compare", partial(work, draft), self.compared.emit, self._told)

        desk = self.desk
        self.reading.submit(lambda session: session.comparing(passage, desk), look)

    def change_against(self, edition: int | None) -> None:
        """Tell what changed since that edition, or since the last one."""
        self._against = edition
        self.live.change()

    def _list_editions(self) -> None:
        self._with(lambda session: session.editions(), self.editions_listed.emit)

    def list_sources(self, text: str, sort: str, descending: bool) -> None:
        """List the sources that answer to `text`, newest wins."""

        def work(session: "Session") -> tuple[Kept, ...]:
            return listing.sources_listed(
                session.library, text, sort, descending=descending, series=session.series,
                origins=session.reprinted.origins(),
            )  # fmt: skip

        self.reading.newest("sources", work, self.sources_listed.emit)

    def show_history(self) -> None:
        """Bring the steps that can be gone back to."""
        self._with(lambda session: session.history(), self.history_shown.emit)

    # Handing over

    def export(self, targets: Sequence[Path], reference: Path | None = None) -> None:
        """Write the briefing to files, and keep it as an edition."""
        against, desk = self._against, self.desk
        self.reading.submit(
            lambda session: session.draft(against, desk),
            lambda draft: self._hand.submit(
                partial(handing.hand_over, draft, targets, reference), self._on_handed, self._told
            ),
        )

    def command(self, targets: Sequence[Path], reference: Path | None = None) -> None:
        """Write the same as a command line, with its recipe beside the files."""
        library, against, desk = self.intake.library, self._against, self.desk
        self.reading.submit(
            lambda session: session.draft(against, desk),
            lambda draft: self._hand.submit(
                partial(commanding.write_command, draft, targets, reference, library),
                self.commanded.emit,
                self._told,
            ),
        )

    def show_briefings(self) -> None:
        """Bring the briefings there are."""
        self._with(lambda session: briefings.briefings(session.library), self.briefings_shown.emit)

    def open_briefing(self, name: str) -> None:
        """Go on with another briefing of this library."""
        self._with(lambda session: sessions.Session(session.library, name), self._on_switched)

    def start_briefing(self, title: str, standard: Settings) -> None:
        """Begin a new briefing."""
        self._with(
            lambda session: briefings.start(session.library, title, standard), self._on_switched
        )

    def duplicate_briefing(self) -> None:
        """Go on with a copy of this briefing."""
        self._act(briefings.duplicate, answer=self._on_switched)

    def next_edition(self) -> None:
        """Begin the next edition of this briefing."""
        self._act(
            briefings.next_edition,
            answer=lambda begun: self.edition_begun.emit(begun.number, begun.cleared),
        )

    def _on_switched(self, session: "Session") -> None:
        self._session = session
        self.reading.follow(session)
        self.refresh()
        self._search()

    def _on_handed(self, handed: "Handed") -> None:
        for notice in handed.notices:
            self.refused.emit(str(notice))
        self._with(
            lambda session: session.issue(handed.edition),
            lambda edition: self._on_issued(handed.targets, edition),
        )

    def _on_issued(self, targets: tuple[Path, ...], edition: Edition) -> None:
        self.exported.emit(targets, edition)
        self.change_against(None)
        self._list_editions()
        self._later.start()
