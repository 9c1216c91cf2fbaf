"""What can be done with a theme beside changing its words: its colour, the way back, and away with it."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, Qt
from PySide6.QtWidgets import QColorDialog, QMenu

from briefing.gui.frame import Frame
from briefing.gui.theme_colours import NAMES, TITLES, colour_of
from briefing.gui.theme_room import ThemeRoom
from briefing.gui.view_models.workbench import Workbench
from briefing.gui.wardrobe import Wardrobe
from briefing.gui.work import own_themes
from briefing.model.theme import Theme
from briefing.words import say

_SIDE = 14
"""Pixels of a square of colour."""


class ThemeMenu(QObject):
    """Opens the menu of a theme of the sidebar, and gives the theme editor the same."""

    def __init__(self, frame: Frame, bench: Workbench, room: ThemeRoom, wardrobe: Wardrobe) -> None:
        super().__init__(frame)
        self._frame, self._bench, self._room, self._wardrobe = frame, bench, room, wardrobe
        frame.sidebar.theme_menu_wanted.connect(self._open)
        editor = frame.theme_editor
        editor.colours.aboutToShow.connect(self._fill_editors)
        editor.reset_wanted.connect(self._reset_edited)
        room.began.connect(self._on_began)
        bench.desk_changed.connect(lambda _: self._show_edited())
        self._edited: Theme | None = None

    def menu(self, theme: Theme) -> QMenu:
        """The menu of `theme`."""
        menu = QMenu(theme.title, self._frame)
        menu.addAction(f"{say('Change…')}\tF2").triggered.connect(lambda: self._room.edit(theme.id))
        colours = menu.addMenu(say("Colour"))
        self._fill(colours, theme)
        if own_themes.starter_of(theme.id):
            menu.addAction(say("Reset to bundled")).triggered.connect(lambda: self._reset(theme))
        if own_themes.can_be_removed(theme.id):
            menu.addAction(say("Remove theme")).triggered.connect(
                lambda: self._bench.remove_theme(theme.id)
            )
        return menu

    def _open(self, theme_id: str, point: QPoint) -> None:
        theme = next((one for one in self._bench.themes() if one.id == theme_id), None)
        if theme is not None:
            menu = self.menu(theme)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(point)

    def _fill(self, menu: QMenu, theme: Theme) -> None:
        """A line for each colour, the one of `theme` ticked."""
        chosen = self._bench.desk.colours.get(theme.id, "")
        tokens = self._wardrobe.tokens()
        for name in NAMES:
            action = menu.addAction(square(colour_of(name, tokens, 0)), say(TITLES[name]))
            action.setCheckable(True)
            action.setChecked(chosen == name)
            action.triggered.connect(partial(self._colour, theme, name))
        menu.addSeparator()
        menu.addAction(say("Another…")).triggered.connect(lambda: self._ask(theme))
        menu.addAction(say("As it came")).triggered.connect(partial(self._colour, theme, ""))

    def _colour(self, theme: Theme, colour: str, _: bool = False) -> None:  # noqa: FBT002 - Qt's
        copy = f"{theme.id}{own_themes.OWN}"
        both = {theme.id, *([copy] if theme is self._edited else [])}
        self._bench.colour_theme(sorted(both), theme.title, colour)

    def _ask(self, theme: Theme) -> None:
        dialog = QColorDialog(QColor(self._bench.desk.colours.get(theme.id, "")), self._frame)
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(say("Colour of {theme}", theme=theme.title))
        dialog.colorSelected.connect(lambda colour: self._colour(theme, colour.name()))
        dialog.open()

    def _reset(self, theme: Theme) -> None:
        self._bench.reset_theme(theme.id)
        self._frame.tell(
            say(
                "“{theme}” is as it came with the program again. Undo takes it back.",
                theme=theme.title,
            )
        )

    # In the editor

    @Slot(object)
    def _on_began(self, theme: Theme | None) -> None:
        self._edited = theme
        self._show_edited()

    def _show_edited(self) -> None:
        editor, theme = self._frame.theme_editor, self._edited
        copy = bool(theme and own_themes.starter_of(theme.id))
        colour = ""
        if theme is not None:
            ids = [one.id for one in self._bench.themes()]
            chosen = self._bench.desk.colours.get(theme.id, "")
            number = ids.index(theme.id) if theme.id in ids else 0
            colour = colour_of(chosen, self._wardrobe.tokens(), number)
        editor.show_state(square(colour) if colour else None, changed_starter=copy)

    def _fill_editors(self) -> None:
        menu = self._frame.theme_editor.colours
        menu.clear()
        if self._edited is not None:
            self._fill(menu, self._edited)

    def _reset_edited(self) -> None:
        if self._edited is not None:
            self._reset(self._edited)
            self._room.leave()


def square(colour: str) -> QIcon:
    """A square of that colour."""
    pixmap = QPixmap(_SIDE, _SIDE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.fillRect(1, 1, _SIDE - 2, _SIDE - 2, QColor(colour))
    painter.end()
    return QIcon(pixmap)
