"""The sidebar in a narrow window: an icon rail stands for it, and brings it over the list."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from briefing.gui.frame import Frame

_SHARE = 0.28
"""Of the room beside the rail, what the sidebar takes where it has need of no more."""
_LETTERS = 28
"""Letters for which it has room, as far as half of that room goes: it lies over the list for a moment."""


class SideRoom(QObject):
    """Lays the sidebar over the list where it was asked for, until one goes elsewhere."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._frame = frame
        self._part = ""
        frame.rail.wanted.connect(self._show_part)
        frame.folded.connect(self._place)
        frame.left.installEventFilter(self)
        frame.splitter.installEventFilter(self)
        leaves = QShortcut(QKeySequence(Qt.Key.Key_Escape), frame.left)
        leaves.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leaves.activated.connect(self._leave)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep its place over the list."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        return super().eventFilter(watched, event)

    @Slot()
    def _place(self) -> None:
        frame, pane = self._frame, self._frame.left
        if not frame.narrow or pane.isHidden():
            return
        room = frame.splitter.geometry()
        least = max(pane.minimumSizeHint().width(), frame.sidebar.minimumWidth())
        words = min(_LETTERS * frame.fontMetrics().averageCharWidth(), room.width() // 2)
        wide = min(max(least, words, round(room.width() * _SHARE)), room.width())
        left = room.right() + 1 - wide if frame.isRightToLeft() else room.left()
        place = QRect(left, room.top(), wide, room.height())
        if pane.geometry() != place:
            pane.setGeometry(place)
        pane.raise_()

    @Slot(str)
    def _show_part(self, part: str) -> None:
        sidebar = self._frame.sidebar
        if sidebar.isVisible() and part in ("sidebar", self._part):
            self._leave()
            return
        self._part = part
        sidebar.show()
        sidebar.show_part(part)
        sidebar.setFocus()

    @Slot()
    def _leave(self) -> None:
        """The keys go back to the list; with them the sidebar goes, where it lies over the list."""
        frame = self._frame
        if frame.narrow:
            frame.sidebar.hide()
        (frame.cards, frame.order, frame.sources)[frame.lists.currentIndex()].setFocus()

    @Slot(QWidget, QWidget)
    def _on_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        frame = self._frame
        if not frame.narrow or now is None or now.window() is not frame:
            return
        if now is not frame and not any(
            part is now or part.isAncestorOf(now) for part in (frame.left, frame.rail)
        ):
            frame.sidebar.hide()
