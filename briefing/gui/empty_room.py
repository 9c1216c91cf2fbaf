"""A list with nothing in it: why that is so, and what to do about it."""

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from briefing.gui.frame import Frame
from briefing.gui.search_room import SearchRoom
from briefing.gui.trouble_room import LIBRARY_LINK
from briefing.gui.view_models.enquiries import Enquiries
from briefing.gui.view_models.workbench import Workbench
from briefing.gui.work import hinting
from briefing.model.desk import NO_THEME, Desk, Listed

if TYPE_CHECKING:
    from briefing.workflow.hinting import Hint
    from briefing.workflow.session import Session

_EMPTY = (
    "Drop news articles here: web pages, PDF, Word, text.<br><br>"
    '<a href="files">Choose files…</a> &nbsp; <a href="folder">A folder…</a> &nbsp; '
    '<a href="samples">Open the sample library</a>'
)
_NOTHING = (
    "None of the sources ({:,}) has an excerpt that answers to the themes. Change a theme (Ctrl+T), "
    'or add other sources.<br><br><a href="files">Choose files…</a> &nbsp; '
    '<a href="folder">A folder…</a>'
)
_TICK_ALL = "themes:all"
_UNTICKED = (
    "No theme is ticked, so nothing is ranked. Showing newest first. &nbsp; "
    f'<a href="{_TICK_ALL}">Tick all</a>'
)
_RATED = "The excerpts are being found anew. They come by themselves; you can go on reading."


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
        self._themes: tuple[str, ...] = ()
        bench.listed.connect(self._on_listed)
        bench.counted.connect(self._on_counted)
        bench.desk_changed.connect(self._on_desk)
        frame.notice_text.linkActivated.connect(self._on_tick_all)
        enquiries.rating.connect(lambda _: self._explain())
        frame.empty.linkActivated.connect(self._on_link)

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
        if self._themes == NO_THEME:
            self._frame.tell(_UNTICKED)
        elif before == NO_THEME and self._frame.notice_text.text() == _UNTICKED:
            self._frame.notice.hide()

    @Slot(str)
    def _on_tick_all(self, link: str) -> None:
        if link == _TICK_ALL:
            self._frame.notice.hide()
            self._bench.set(
                "themes", [theme.id for theme in self._bench.themes()], "Tick all themes"
            )

    def _on_hint(self, hint: "Hint") -> None:
        if hint.typed == self._search.typed():
            self._hint = hint
            self._explain()

    def _explain(self) -> None:
        if not self._search.is_narrowed():
            told = _EMPTY if not self._sources else _NOTHING.format(self._sources)
            told = _RATED if self._enquiries.is_rating() else told
        else:
            told = self._nothing_found()
        self._frame.empty.setText(told)

    def _nothing_found(self) -> str:
        hint, typed = self._hint, self._search.typed()
        told = [
            f"No excerpt has <i>{escape(typed)}</i>." if typed else "No excerpt answers to this."
        ]
        ways = ['<a href="clear">Clear the search and its filters</a>']
        if hint and hint.meant:
            words = escape(" ".join(hint.meant))
            told.append(f'Did you mean <a href="instead"><i>{words}</i></a>?')
        if hint and hint.everywhere and self._search.is_filtered():
            found = f"{hint.everywhere:,} match{'es' * (hint.everywhere != 1)}"
            told.append(f"{found} outside the current filters.")
            ways.insert(0, '<a href="everywhere">Search everywhere</a>')
        return f"{' '.join(told)}<br><br>{' &nbsp; '.join(ways)}, or tick further themes."

    def _on_link(self, link: str) -> None:
        """Nothing narrows the list any more, or there is something to list."""
        if link == "files":
            self.files_wanted.emit()
        elif link == "folder":
            self.folder_wanted.emit()
        elif link == "samples":
            self._bench.open(samples=True)
        elif not link.startswith(LIBRARY_LINK):
            hint = self._hint
            if link != "instead":
                self._search.clear(words=link == "clear")
            if link in ("instead", "everywhere") and hint and hint.instead:
                self._frame.search.setText(hint.instead)
            if link == "everywhere":
                every = [theme.id for theme in self._bench.themes()]
                if self._bench.desk.settings.themes:
                    self._bench.set("themes", every, "Tick all themes")
            self._frame.search.setFocus()
