"""What the palette offers: every command, the briefings, the people and themes, sources by their titles."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from briefing.gui.dialogs.palette import COMMAND, PERSON, PLACE, THEME, Palette
from briefing.gui.evidence_room import EvidenceRoom
from briefing.gui.frame import Frame
from briefing.gui.item_models.cards import spell
from briefing.gui.language import key_told
from briefing.gui.mnemonics import plain
from briefing.gui.theme_room import ThemeRoom
from briefing.gui.view_models.workbench import Workbench
from briefing.gui.work import briefings
from briefing.model.library import Facet, Kept
from briefing.model.passage import Passage
from briefing.words import mark, say

if TYPE_CHECKING:
    from briefing.workflow.briefings import Shown
    from briefing.workflow.session import Session

_MOST = 12
"""Sources offered at once."""
_NEEDS_QUOTATIONS = frozenset({"ask_export", "export_again", "copy_command", "print_page"})
_REASONS = {"undo": mark("nothing to undo"), "redo": mark("nothing to do again")}


class PaletteRoom(QObject):
    """Opens the palette, and answers what is typed into it."""

    def __init__(
        self, frame: Frame, bench: Workbench, evidence: EvidenceRoom, themes: ThemeRoom
    ) -> None:
        super().__init__(frame)
        self._frame, self._bench, self._evidence, self._theming = frame, bench, evidence, themes
        self._actions: Mapping[str, QAction] = {}
        self._at_hand: Callable[[], QMenu | None] = lambda: None
        self._people: tuple[str, ...] = ()
        self._open: Palette | None = None
        bench.counted.connect(self._on_counted)

    def follow(self, actions: Mapping[str, QAction], at_hand: Callable[[], QMenu | None]) -> None:
        """Know the commands by the names of their methods, and the menu of what is selected."""
        self._actions, self._at_hand = actions, at_hand

    def show_commands(self) -> None:
        """Find a command, a briefing, a person, a theme or a source by typing."""
        palette = self._open = Palette(self._frame)
        for name, action in self._actions.items():
            reason = "" if action.isEnabled() else _reason(name)
            text, key = plain(action.text()), key_told(action.shortcut().toString())
            palette.offer(COMMAND, text, action.trigger, key, reason=reason)
        self._offer_acts(palette)
        for theme in self._bench.themes():
            palette.offer(THEME, theme.title, partial(self._theming.edit, theme.id), say("theme"))
        for person in self._people:
            wanted = f'speaker:"{person}"' if " " in person else f"speaker:{person}"
            palette.offer(PERSON, person, partial(self._search, wanted), say("person"))
        palette.asked.connect(self._ask)
        self._bench.ask("palette", lambda session: briefings.briefings(session.library),
                        self._on_briefings)  # fmt: skip
        palette.renew()
        palette.open()

    def _offer_acts(self, palette: Palette) -> None:
        """What the list that shows can do with what is selected in it, by its own keys too."""
        menu, known = self._at_hand(), {plain(one.text()) for one in self._actions.values()}
        if menu is None:
            return
        palette.finished.connect(menu.deleteLater)
        for action in menu.actions():
            text, _, key = action.text().partition("\t")
            ways = action.menu()
            if isinstance(ways, QMenu):
                for way in ways.actions():
                    under, _, key = way.text().partition("\t")
                    palette.offer(COMMAND, f"{text}: {plain(under)}", way.trigger, key)
            elif text and text not in known:
                palette.offer(COMMAND, text, action.trigger, key)

    def _on_briefings(self, shown: "tuple[Shown, ...]") -> None:
        if self._open:
            for item in shown:
                act = partial(self._bench.open_briefing, item.name)
                self._open.offer(PLACE, item.title, act, say("briefing"))
            self._open.renew()

    def _ask(self, text: str) -> None:
        def look(session: "Session") -> tuple[Kept, ...]:
            found = session.library.search(text, desk=session.series, limit=_MOST, unfinished=True)
            return tuple(hit.kept for hit in found.hits)

        def found(sources: tuple[Kept, ...]) -> None:
            if self._open:
                self._open.show_sources(text, [self._line(kept) for kept in sources])

        self._bench.ask("palette sources", look, found)

    def _line(self, kept: Kept) -> tuple[str, str, partial[None]]:
        beside = kept.publisher or (spell(kept.published) if kept.published else "")
        opened = partial(self._evidence.open_source, Passage(kept.id, 0, 0))
        return kept.title or PurePath(kept.path).name, beside, opened

    def _search(self, wanted: str) -> None:
        self._frame.lists.setCurrentIndex(0)
        self._frame.search.setText(wanted)

    @Slot(object, object)
    def _on_counted(self, _: object, facets: tuple[Facet, ...]) -> None:
        self._people = tuple(facet.value for facet in facets if facet.sort == "speaker")


def _reason(name: str) -> str:
    if name in _NEEDS_QUOTATIONS:
        return say("nothing is in the briefing yet")
    return say(_REASONS[name]) if name in _REASONS else say("not possible now")
