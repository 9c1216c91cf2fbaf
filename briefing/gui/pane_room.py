"""Going from pane to pane: which part of the window has the keys, and which parts are seen."""

import sys

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from briefing.gui.frame import Frame


class PaneRoom(QObject):
    """F6 goes round the panes; Ctrl and a number goes to one."""

    wanted = Signal(object)
    """The pane that is gone to."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._frame = frame
        frame.search.returnPressed.connect(self.focus_list)
        frame.search.installEventFilter(self)
        if sys.platform != "win32":  # there Qt does it
            menu = QShortcut(QKeySequence("Shift+F10"), frame)
            menu.activated.connect(self._open_menu)
        frame.to_list.clicked.connect(self.focus_list)
        frame.to_right.clicked.connect(self.focus_right)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the search, Down goes into the list; Esc clears, and then goes back to the list."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Down:
                self.focus_list()
                return True
            if event.key() == Qt.Key.Key_Escape:
                if self._frame.search.text():
                    self._frame.search.clear()
                else:
                    self.focus_list()
                return True
        return super().eventFilter(watched, event)

    def _open_menu(self) -> None:
        """Where a keyboard has no key for menus, Shift+F10 opens that of what has the keys."""
        if (holder := self._frame.focusWidget()) is None:
            return
        here = holder.rect().center()
        asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, here, holder.mapToGlobal(here))
        QCoreApplication.sendEvent(holder, asked)

    def next_pane(self) -> None:
        """Keys go to the next pane."""
        self._go_round(1)

    def previous_pane(self) -> None:
        """Keys go to the pane before."""
        self._go_round(-1)

    def next_tab(self) -> None:
        """The next tab of the pane that has the keys."""
        self._turn(1)

    def previous_tab(self) -> None:
        """The tab before."""
        self._turn(-1)

    def _turn(self, by: int) -> None:
        frame = self._frame
        holder = frame.focusWidget()
        if holder is not None and frame.right.isAncestorOf(holder):
            frame.right.setCurrentIndex((frame.right.currentIndex() + by) % frame.right.count())
            self.focus_right()
        else:
            frame.lists.setCurrentIndex((frame.lists.currentIndex() + by) % frame.lists.count())
            self.focus_list()

    def go_to_search(self) -> None:
        """Type into the search; in a source, look for words in it."""
        frame = self._frame
        if frame.source.isAncestorOf(frame.focusWidget()):
            frame.source.find_line.begin()
            return
        self.wanted.emit(frame.middle)
        frame.search.setFocus()
        frame.search.selectAll()

    def go_to_sidebar(self) -> None:
        """Keys go to the sidebar."""
        self.wanted.emit(self._frame.sidebar)
        self._frame.sidebar.show()
        self._frame.sidebar.setFocus()

    def show_preview(self) -> None:
        """Show the page."""
        self.wanted.emit(self._frame.right)
        self._frame.right.setCurrentWidget(self._frame.preview)
        self._frame.preview.page.setFocus()

    def swap_lists(self) -> None:
        """Between candidates and what is in the briefing."""
        lists = self._frame.lists
        lists.setCurrentIndex(int(lists.currentIndex() == 0))
        self.focus_list()

    def focus_list(self) -> None:
        """Keys go to the list, or to what can be done where it is empty."""
        frame = self._frame
        self.wanted.emit(frame.middle)
        if frame.stack.currentWidget() is frame.empty:
            frame.empty.setFocus()
        else:
            (frame.cards, frame.order, frame.sources)[frame.lists.currentIndex()].setFocus()

    def swap_sidebar(self) -> None:
        """Show or hide the sidebar."""
        sidebar = self._frame.sidebar
        if not sidebar.isVisible():
            self.wanted.emit(sidebar)
            sidebar.show()
            if self._frame.narrow:  # it lies over the list, and goes with the keys
                sidebar.setFocus()
        else:
            sidebar.hide()
            if self._frame.narrow:
                self.focus_list()

    def swap_full_screen(self) -> None:
        """Fill the screen, or not."""
        self._frame.setWindowState(self._frame.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _go_round(self, by: int) -> None:
        frame = self._frame
        both: list[QWidget] = [frame.middle, frame.right]
        one_of_two = frame.single and frame.alone is None  # the other comes when it is gone to
        panes = [
            pane for pane in (frame.sidebar, *both)
            if pane.isVisible() or (one_of_two and pane in both)
        ]  # fmt: skip
        holder = frame.focusWidget()
        here = next(
            (n for n, pane in enumerate(panes) if holder and pane.isAncestorOf(holder)), -by
        )
        if holder in panes:
            here = panes.index(holder)
        pane = panes[(here + by) % len(panes)]
        if pane is frame.middle:
            self.focus_list()
        elif pane is frame.right:
            self.focus_right()
        else:
            pane.setFocus()

    def focus_right(self) -> None:
        """Keys go to what the right pane shows."""
        self.wanted.emit(self._frame.right)
        shown = self._frame.right.currentWidget()
        if shown is self._frame.preview:
            shown = self._frame.preview.page
        elif shown is self._frame.changes:
            shown = self._frame.changes.page
        elif shown is self._frame.source:
            shown = self._frame.source.words
        shown.setFocus()
