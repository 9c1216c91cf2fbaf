"""Changing themes: joins the theme editor to the study of what it finds."""

from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QInputDialog, QWidget

from briefing.gui.dialogs.commands import Chooser
from briefing.gui.frame import Frame
from briefing.gui.view_models.theme_desk import ThemeDesk
from briefing.gui.view_models.workbench import Workbench
from briefing.gui.work import catalogue
from briefing.model.theme import Theme

if TYPE_CHECKING:
    from briefing.workflow.theme_study import Proposed


class ThemeRoom(QObject):
    """Opens the editor as a tab of the right pane, and keeps what it was changed to."""

    def __init__(self, frame: Frame, bench: Workbench) -> None:
        super().__init__(frame)
        self._frame, self._bench = frame, bench
        self._desk = ThemeDesk(frame.tell, self)
        self._came_from: QWidget | None = None
        editor = frame.theme_editor
        editor.changed.connect(self._desk.change)
        editor.kept.connect(self._keep)
        editor.left.connect(self._close)
        editor.suggestions_wanted.connect(self._suggest)
        self._desk.studied.connect(editor.show_study)
        self._desk.suggested.connect(self._on_suggested)
        self._desk.failed.connect(lambda error: frame.tell(str(error)))
        frame.sidebar.theme_opened.connect(self.edit)

    def new_theme(self) -> None:
        """Begin a theme of one's own."""
        title, given = QInputDialog.getText(self._frame, "New theme", "Name of the theme:")
        if given and title.strip():
            self._begin(Theme("", title.strip(), "", ()), None)

    def edit_theme(self) -> None:
        """Change the theme of the selected card, or the first."""
        cards = self._frame.cards.cards()
        themes = {theme.id: theme for theme in self._bench.themes()}
        if themes:
            first = next(iter(themes))
            self.edit(cards[0].themes[0] if cards and cards[0].themes else first)

    def edit(self, theme_id: str) -> None:
        """Change a theme; one that the program brings becomes a copy of one's own."""
        theme = next((item for item in self._bench.themes() if item.id == theme_id), None)
        if theme is None:
            return
        mine = theme
        if theme.id in catalogue.STARTERS:
            mine = replace(theme, id=f"{theme.id}-own", title=f"{theme.title} (own)")
        self._begin(mine, theme)

    def close(self) -> None:
        """Stop what runs."""
        self._desk.close()

    def _begin(self, theme: Theme, before: Theme | None) -> None:
        editor, right = self._frame.theme_editor, self._frame.right
        if right.indexOf(editor) < 0:
            right.addTab(editor, "")
        if right.currentWidget() is not editor:
            self._came_from = right.currentWidget()
        place = right.indexOf(editor)
        right.setTabText(place, "Theme")
        right.setTabToolTip(place, theme.title)
        right.setCurrentWidget(editor)
        editor.edit(theme)
        editor.name.setFocus()
        self._desk.begin(self._bench.intake.library, theme, before)

    def _keep(self, theme: Theme) -> None:
        self._bench.keep_theme(theme)
        self._close()

    def _close(self) -> None:
        right = self._frame.right
        # Qt would go on to the tab beside, whatever one was looking at before.
        if self._came_from is not None and right.currentWidget() is self._frame.theme_editor:
            right.setCurrentWidget(self._came_from)
        right.removeTab(right.indexOf(self._frame.theme_editor))
        self._frame.cards.setFocus()

    def _suggest(self) -> None:
        self._desk.suggest([item.text for item in self._bench.desk.included])

    @Slot(object)
    def _on_suggested(self, found: "tuple[Proposed, ...]") -> None:
        if not found:
            self._frame.tell("No word sets these excerpts apart. More of them would help.")
            return
        chooser = Chooser("Words for this theme", "Find a word", self._frame)
        for item in found:
            chooser.add(
                f"{item.term}    {item.found} of its paragraphs, {item.others} others",
                partial(self._frame.theme_editor.add_phrase, item.term),
            )
        chooser.open()
