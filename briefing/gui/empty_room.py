"""A list with nothing in it: why that is so, and what to do about it."""

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from briefing.gui.frame import Frame, link, with_links
from briefing.gui.language import key_told
from briefing.gui.search_room import SearchRoom
from briefing.gui.trouble_room import LIBRARY_LINK
from briefing.gui.view_models.enquiries import Enquiries
from briefing.gui.view_models.intake import TAKING
from briefing.gui.view_models.workbench import Workbench
from briefing.gui.work import hinting
from briefing.model.desk import NO_THEME, Desk, Listed
from briefing.words import mark, say, say_many

if TYPE_CHECKING:
    from briefing.workflow.hinting import Hint
    from briefing.workflow.session import Session

_EMPTY = mark("Drop news articles here: web pages, PDF, Word, text.")
_FILES, _FOLDER = ("files", mark("Choose files…")), ("folder", mark("A folder…"))
_SAMPLES = ("samples", mark("Open the sample library"))
_TICK_ALL = "themes:all"
_UNTICKED = mark("No theme is ticked, so nothing is ranked. Showing newest first.")
_RATED = mark("The excerpts are being found anew. They come by themselves; you can go on reading.")
_COMING = mark("Sources are being added. What answers to the themes comes here by itself.")
_ALL = mark("Tick all themes")
"""The title of an act, which is kept."""


class EmptyRoom(QObject):
    """Writes into the place of the list, and does what its links say."""

    files_wanted = Signal()
    folder_wanted = Signal()

    def __init__(
        self, frame: Frame, bench: Workbench, search: SearchRoom, enquiries: Enquiries
    ) -> None:
        super().__init__(frame)
        self._frame, self._bench, self._search, self._enquiries = frame, bench, search, enquiries
        self._hint: Hint | None = None
        self._sources = 0
        self._coming = False
        self._themes: tuple[str, ...] = ()
        bench.listed.connect(self._on_listed)
        bench.counted.connect(self._on_counted)
        bench.desk_changed.connect(self._on_desk)
        frame.notice_text.linkActivated.connect(self._on_tick_all)
        enquiries.rating.connect(lambda _: self._explain())
        frame.empty.linkActivated.connect(self._on_link)
        bench.intake.progressed.connect(self._on_progress)
        bench.intake.told.connect(self._on_taken)
        bench.intake.failed.connect(self._on_taken)

    @Slot(object)
    def _on_listed(self, listed: Listed) -> None:
        self._hint = None
        self._explain()
        typed = self._search.typed()
        if not listed.numbers and typed:

            def ask(session: "Session") -> "Hint":
                themes = tuple(theme.id for theme in session.themes)
                found: Hint = hinting.hint(session.library, themes, typed)
                return found

            self._bench.ask("hint", ask, self._on_hint)

    @Slot(str, int, int)
    def _on_progress(self, what: str, _: int, __: int) -> None:
        self._expect(coming=what in TAKING)

    @Slot(str)
    @Slot(object)
    def _on_taken(self, _: object) -> None:
        self._expect(coming=False)

    def _expect(self, *, coming: bool) -> None:
        """While files are taken in, that there is nothing yet says nothing of them."""
        if coming is not self._coming:
            self._coming = coming
            self._explain()

    @Slot(object, object)
    def _on_counted(self, counts: dict[str, int], _: object) -> None:
        if counts["sources"] != self._sources:
            self._sources = counts["sources"]
            self._explain()

    @Slot(object)
    def _on_desk(self, desk: Desk) -> None:
        """Say once that nothing is ranked any more, and take that back with the first tick."""
        before, self._themes = self._themes, desk.settings.themes
        if self._themes == before:
            return
        told = with_links(say(_UNTICKED), (_TICK_ALL, say("Tick all")))
        if self._themes == NO_THEME:
            self._frame.tell(told)
        elif before == NO_THEME and self._frame.notice_text.text() == told:
            self._frame.notice.hide()

    @Slot(str)
    def _on_tick_all(self, chosen: str) -> None:
        if chosen == _TICK_ALL:
            self._frame.notice.hide()
            self._bench.set("themes", [theme.id for theme in self._bench.themes()], _ALL)

    def _on_hint(self, hint: "Hint") -> None:
        if hint.typed == self._search.typed():
            self._hint = hint
            self._explain()

    def _explain(self) -> None:
        if not self._search.is_narrowed():
            told = say(_RATED) if self._enquiries.is_rating() else self._nothing_there()
        else:
            told = self._nothing_found()
        self._frame.empty.setText(told)
        awaits = not self._sources and not self._search.is_narrowed()
        if awaits is not bool(self._frame.empty.property("drop")):
            self._frame.empty.setProperty("drop", awaits)
            self._frame.empty.style().polish(self._frame.empty)

    def _nothing_there(self) -> str:
        """There is no source, or none that answers."""
        if self._coming:
            return say(_COMING)
        if not self._sources:
            return f"{say(_EMPTY)}<br><br>{_links(_FILES, _FOLDER, _SAMPLES)}"
        told = say_many(
            "The only source has no excerpt that answers to the themes. Change a theme ({key}), or "
            "add other sources.",
            "None of the {n} sources has an excerpt that answers to the themes. Change a theme "
            "({key}), or add other sources.",
            self._sources, key=key_told("Ctrl+T"),
        )  # fmt: skip
        return f"{told}<br><br>{_links(_FILES, _FOLDER)}"

    def _nothing_found(self) -> str:
        hint, typed = self._hint, self._search.typed()
        told = [say("No excerpt answers to this.")]
        if typed:
            told = [say("No excerpt has {words}.", words=f"<i>{escape(typed)}</i>")]
        ways = [link("clear", say("Clear the search and its filters"))]
        if hint and hint.meant:
            words = escape(" ".join(hint.meant))
            told.append(say("Did you mean {words}?", words=link("instead", f"<i>{words}</i>")))
        if hint and hint.everywhere and self._search.is_filtered():
            told.append(
                say_many(
                    "{n} match outside the current filters.",
                    "{n} matches outside the current filters.",
                    hint.everywhere,
                )
            )
            ways.insert(0, link("everywhere", say("Search everywhere")))
        ends = " &nbsp; ".join(ways)
        if self._themes:  # empty means all
            ends = say("{ways}, or tick further themes.", ways=ends)
        return f"{' '.join(told)}<br><br>{ends}"

    def _on_link(self, chosen: str) -> None:
        """Nothing narrows the list any more, or there is something to list."""
        if chosen == "files":
            self.files_wanted.emit()
        elif chosen == "folder":
            self.folder_wanted.emit()
        elif chosen == "samples":
            self._bench.open(samples=True)
        elif not chosen.startswith(LIBRARY_LINK):
            hint = self._hint
            if chosen != "instead":
                self._search.clear(words=chosen == "clear")
            if chosen in ("instead", "everywhere") and hint and hint.instead:
                self._frame.search.setText(hint.instead)
            if chosen == "everywhere":
                every = [theme.id for theme in self._bench.themes()]
                if self._bench.desk.settings.themes:
                    self._bench.set("themes", every, _ALL)
            self._frame.search.setFocus()


def _links(*ways: tuple[str, str]) -> str:
    return " &nbsp; ".join(link(target, say(words)) for target, words in ways)
