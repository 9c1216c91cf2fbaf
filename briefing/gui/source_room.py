"""The source that is shown: correcting what is known of it, more like its words, and the way back."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from briefing.gui.frame import Frame
from briefing.gui.pane_room import PaneRoom
from briefing.gui.theme_room import ThemeRoom
from briefing.gui.view_models.workbench import Workbench
from briefing.model.desk import Desk, ShownSource
from briefing.model.source import Field
from briefing.words import say


class SourceRoom(QObject):
    """Joins the source view to the workbench and to the themes."""

    def __init__(self, frame: Frame, bench: Workbench, panes: PaneRoom, themes: ThemeRoom) -> None:
        super().__init__(frame)
        self._frame, self._bench, self._panes, self._themes = frame, bench, panes, themes
        self._tab: QWidget = frame.preview
        self._came_from: QWidget | None = None
        self._keys: QWidget | None = None
        source = frame.source
        source.speaker_corrected.connect(bench.name_speaker)
        source.corrected.connect(self._on_corrected)
        source.similar_wanted.connect(self._ask_theme)
        source.left.connect(self._go_back)
        frame.sidebar.likened.connect(themes.liken)
        frame.right.currentChanged.connect(self._on_tab)
        bench.desk_changed.connect(self._on_desk)
        for part in (frame.cards, frame.order, frame.sources):
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc in a list goes back too, from a source that was opened there."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
            and self._came_from is not None
            and self._frame.right.currentWidget() is self._frame.source
        ):
            self._go_back()
            return True
        return super().eventFilter(watched, event)

    @Slot(int)
    def _on_tab(self, _: int) -> None:
        """Remember what was shown, and which part had the keys, before a source is."""
        frame, now = self._frame, self._frame.right.currentWidget()
        if now is frame.source and self._tab is not frame.source:
            self._came_from = self._tab
            self._keys = frame.focusWidget()
        if now is not None:
            self._tab = now

    def _go_back(self) -> None:
        frame, before, keys = self._frame, self._came_from, self._keys
        self._came_from = None
        if before is not None and frame.right.indexOf(before) >= 0:
            frame.right.setCurrentWidget(before)
        if keys is not None and frame.single and frame.middle.isAncestorOf(keys):
            frame.bring(frame.middle)
        if keys is not None and keys.isVisible() and not frame.right.isAncestorOf(keys):
            keys.setFocus()
        else:
            self._panes.focus_right()

    def _on_corrected(self, name: str, value: str | None) -> None:
        shown = self._frame.source.shown()
        if shown is not None:
            self._bench.correct(shown.source.id, Field(name), value)

    @Slot(object)
    def _on_desk(self, _: Desk) -> None:
        """What is known of the source may have been corrected, here or elsewhere, or that undone."""
        shown = self._frame.source.shown()
        if shown is not None:
            source = shown.source.id
            self._bench.ask("shown source", lambda session: session.source(source), self._renew)

    def _renew(self, found: ShownSource) -> None:
        shown = self._frame.source.shown()
        if shown is not None and shown.source.id == found.source.id and shown != found:
            self._frame.source.renew(found)

    def _ask_theme(self, words: str) -> None:
        """Ask which theme is to find more like `words`."""
        frame = self._frame
        menu = QMenu(say("More like this"), frame)
        for theme in self._bench.themes():
            action = menu.addAction(theme.title.replace("&", "&&"))
            action.triggered.connect(lambda _=False, name=theme.id: self._themes.liken(words, name))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setActiveAction(menu.actions()[0])
        text = frame.source.words
        menu.popup(text.viewport().mapToGlobal(text.cursorRect().bottomLeft() + QPoint(0, 4)))
