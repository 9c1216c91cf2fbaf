"""The open briefing between window and session: acts go out to the library's thread, values come back."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from briefing.errors import BriefingError
from briefing.gui.jobs import Lane
from briefing.gui.printing import Pictures, Printed
from briefing.model.desk import Desk, Included, Settings, ShownCard, Step
from briefing.model.document import Document
from briefing.model.library import Facet, Imported, Kept, Outcome
from briefing.model.output import Written
from briefing.model.passage import Passage
from briefing.model.source import Source
from briefing.model.theme import Theme
from briefing.workflow.session import Session
from briefing.workflow.workbench import Opened, export, open_workbench
from briefing.workflow.writing import live_page

_QUIET = 80
"""Milliseconds without a further change after which the page is built."""
_TYPING = 60
"""Milliseconds after a key in the search."""


class Workbench(QObject):
    """What the window knows and may ask for. Knows no widget."""

    opened = Signal(object, bool)
    """The themes there are, and whether these are the samples."""
    desk_changed = Signal(object)
    listed = Signal(object)
    """Numbers of the excerpts that answer, best first."""
    carded = Signal(int, int, object)
    """Generation and number of a page of cards, and the cards."""
    counted = Signal(object, object)
    """How much there is, and the facets."""
    printed = Signal(object, object)
    """A finished page, and how many pages its template allows."""
    emptied = Signal()
    """Nothing is in the briefing: there is no page to show."""
    drawn = Signal(int, object)
    """Pictures of pages of the build of that number."""
    busy = Signal(bool)
    source_shown = Signal(object, object, object)
    """A `Source`, how the library lists it, and the passage to show."""
    imported = Signal(int, object)
    """Files looked at so far, and what became of the last ones."""
    import_ended = Signal(str)
    exported = Signal(object)
    saved = Signal(str)
    refused = Signal(str)
    """One sentence: what could not be done, where, what to do."""
    history_shown = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = Lane("library", self)
        self._build = Lane("build", self)
        self._render = Lane("render", self)
        for lane in (self._library, self._build, self._render):
            lane.broken.connect(self._on_broken)
        self._pictures = Pictures()
        self._session: Session | None = None
        self._stop = Event()
        self._builds = 0
        self._query = ""
        self.desk = Desk("", Settings())
        self._quiet = _timer(self, _QUIET, self._print)
        self._typing = _timer(self, _TYPING, self._search)

    # Opening and closing

    def open(self, library: Path | None = None, *, own: bool = False) -> None:
        """Open a library, the user's own, or the samples."""
        self._library.submit(partial(open_workbench, library, own=own), self._on_opened, self._told)

    def close(self) -> None:
        """Stop what runs, and wait for it."""
        self._stop.set()
        self._quiet.stop()
        self._typing.stop()
        for lane in (self._library, self._build, self._render):
            lane.close()
        self._pictures.close()

    def _on_opened(self, opened: Opened) -> None:
        self._session = opened.session
        self.opened.emit(opened.session.themes, opened.sample)
        self._refresh()
        self.search("")

    # Acts

    def include(self, places: Sequence[tuple[Passage, str]]) -> None:
        """Put excerpts in."""
        self._act(lambda session: session.include(places))

    def leave_out(self, places: Sequence[Passage]) -> None:
        """Take excerpts out."""
        self._act(lambda session: session.leave_out(places))

    def toggle(self, cards: Sequence[ShownCard]) -> None:
        """Put in what is out; if all are in, take them out."""
        inside = self.desk.places()
        out = [card for card in cards if card.passage not in inside]
        if out:
            self.include([(card.passage, self._theme_for(card)) for card in out])
        else:
            self.leave_out([card.passage for card in cards])

    def dismiss(self, cards: Sequence[ShownCard]) -> None:
        """Fold excerpts away."""
        places = [card.passage for card in cards]
        self._act(lambda session: session.dismiss(places), listing=True)

    def move(self, item: Included, by: int) -> None:
        """Move an excerpt within its theme."""
        self._act(lambda session: session.move(item, by))

    def reassign(self, item: Included, theme: str) -> None:
        """Put an excerpt under another theme."""
        self._act(lambda session: session.reassign(item, theme))

    def park(self, item: Included, *, on: bool) -> None:
        """Keep an excerpt without printing it, or print it again."""
        self._act(lambda session: session.park(item, on=on))

    def write(self, section: str, texts: Sequence[str]) -> None:
        """Set the analyst's own sentences of a section."""
        self._act(lambda session: session.write(section, texts))

    def set(self, name: str, value: object, title: str) -> None:
        """Change a setting of the briefing."""
        listing = name == "themes"
        self._act(lambda session: session.set(name, value, title), listing=listing)

    def undo(self) -> None:
        """Undo the last act."""
        self._act(lambda session: session.undo(), listing=True)

    def redo(self) -> None:
        """Do again what was undone last."""
        self._act(lambda session: session.redo(), listing=True)

    def go_to(self, step: Step) -> None:
        """Go back, or forward, to a step of the history."""
        self._act(lambda session: session.go_to(step.number), listing=True)

    def _act(self, act: Callable[[Session], object], *, listing: bool = False) -> None:
        self._with(act, partial(self._on_acted, listing))

    def _on_acted(self, listing: bool, _: object) -> None:
        self.saved.emit(f"Saved · {datetime.now().astimezone():%H:%M}")
        self._refresh()
        if listing:
            self._search()

    def _refresh(self) -> None:
        self._with(lambda session: session.desk(), self._on_desk)
        self._with(lambda s: (s.counts(), s.facets(self._query)), self._on_counts)

    def _on_desk(self, desk: Desk) -> None:
        self.desk = desk
        self.desk_changed.emit(desk)
        self._quiet.start()

    def _on_counts(self, found: tuple[dict[str, int], tuple[Facet, ...]]) -> None:
        self.counted.emit(*found)

    # What there is

    def search(self, text: str) -> None:
        """List what answers to `text`, once the person pauses; newest wins."""
        self._query = text
        self._typing.start()

    @Slot()
    def _search(self) -> None:
        text, session = self._query, self._session
        if session is None:
            return
        self._library.newest(
            "search", lambda: session.excerpts(text, unfinished=True), self.listed.emit, self._told
        )

    def fetch(self, generation: int, page: int, numbers: Sequence[int]) -> None:
        """Bring a page of cards."""
        self._with(
            lambda session: session.cards(numbers),
            lambda cards: self.carded.emit(generation, page, cards),
        )

    def show_source(self, passage: Passage) -> None:
        """Bring the source in which a passage stands."""

        def bring(found: tuple[Source, Kept]) -> None:
            self.source_shown.emit(*found, passage)

        self._with(lambda session: session.source(passage.source), bring)

    def show_history(self) -> None:
        """Bring the steps that can be gone back to."""
        self._with(lambda session: session.history(), self.history_shown.emit)

    # Taking in

    def add(self, paths: Sequence[Path]) -> None:
        """Take files and folders into the library."""
        session = self._session
        if session is None:
            return
        self._stop.clear()
        self._library.submit(
            lambda: self._take_in(session, paths), self._on_import_ended, self._told
        )

    def stop_adding(self) -> None:
        """Stop taking in; what is done is kept."""
        self._stop.set()

    def _take_in(self, session: Session, paths: Sequence[Path]) -> list[Imported]:
        done = []
        for told in session.add(paths, stop=self._stop.is_set):
            done.append(told)
            self.imported.emit(len(done), told)
        return done

    def _on_import_ended(self, done: list[Imported]) -> None:
        new = sum(item.outcome in (Outcome.NEW, Outcome.CHANGED) for item in done)
        refused = [item for item in done if item.outcome is Outcome.REFUSED]
        word = "Stopped. " if self._stop.is_set() else ""
        told = f"{word}{new} of {len(done)} files added"
        self.import_ended.emit(told + (f", {len(refused)} could not be read" if refused else ""))
        for item in refused[:3]:
            self.refused.emit(f"{Path(item.path).name}: {item.told}")
        self._refresh()
        self._search()

    # The page

    @Slot()
    def _print(self) -> None:
        session = self._session
        if session is None:
            return
        if not self.desk.included:
            self._library.newest("document", lambda: None, lambda _: self.emptied.emit())
            return
        self.busy.emit(True)
        self._library.newest("document", session.document, self._on_document, self._on_failed)

    def _on_document(self, made: tuple[Document, int | None]) -> None:
        document, allowed = made
        self._builds += 1
        number = self._builds
        self._build.newest(
            "page",
            partial(live_page, document),
            partial(self._on_written, number, allowed),
            self._on_failed,
        )

    def _on_written(self, number: int, allowed: int | None, written: Written) -> None:
        self._render.newest(
            "open",
            partial(self._pictures.open, number, written),
            partial(self._on_printed, allowed),
            self._on_failed,
        )

    def _on_printed(self, allowed: int | None, printed: Printed) -> None:
        self.busy.emit(False)
        self.printed.emit(printed, allowed)

    def _on_failed(self, error: BriefingError) -> None:
        self.busy.emit(False)
        self._told(error)

    def draw(self, number: int, pages: Sequence[int], scale: float) -> None:
        """Make pictures of pages of the build of that number."""
        self._render.submit(
            partial(self._pictures.draw, number, pages, scale), partial(self.drawn.emit, number)
        )

    def read_aloud(self, number: int, answer: Callable[[str], None]) -> None:
        """Bring the words of the page."""
        self._render.submit(partial(self._pictures.words, number), answer)

    # Handing over

    def export(self, targets: Sequence[Path]) -> None:
        """Write the briefing to files."""
        session = self._session
        if session is None:
            return
        self._library.submit(partial(export, session, targets), self.exported.emit, self._told)

    # Details

    def _with(
        self, work: Callable[[Session], object], answer: Callable[..., None] | None = None
    ) -> None:
        session = self._session
        if session is not None:
            self._library.submit(lambda: work(session), answer, self._told)

    def _theme_for(self, card: ShownCard) -> str:
        """The theme under which a card is put: its best among those that are ticked."""
        ticked = self.desk.settings.themes
        return next((theme for theme in card.themes if theme in ticked), card.themes[0])

    def _told(self, error: BriefingError) -> None:
        self.refused.emit(str(error))

    @Slot(str)
    def _on_broken(self, report: str) -> None:
        self.busy.emit(False)
        self.refused.emit(f"Something went wrong in the program. Your work is saved. ({report})")


def themes_by_id(themes: Sequence[Theme]) -> dict[str, str]:
    """Titles of themes by their ids."""
    return {theme.id: theme.title for theme in themes}


def _timer(parent: QObject, pause: int, answer: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(pause)
    timer.timeout.connect(answer)
    return timer
