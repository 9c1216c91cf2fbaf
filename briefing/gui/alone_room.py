"""One pane alone: Ctrl+Shift and its number; the same again brings the others back."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from briefing.gui.evidence_room import EvidenceRoom
from briefing.gui.frame import Frame
from briefing.gui.pane_room import PaneRoom
from briefing.gui.view_models.workbench import Workbench


class AloneRoom(QObject):
    """Hides the other panes, and brings them back when one of them is wanted."""

    def __init__(
        self, frame: Frame, bench: Workbench, panes: PaneRoom, evidence: EvidenceRoom
    ) -> None:
        super().__init__(frame)
        self._frame, self._panes, self._evidence = frame, panes, evidence
        self._shown = ""
        bench.source_shown.connect(lambda *_: self._need(frame.right))
        # A comparison takes a while: it is the asking that wants its pane, not the answer.
        for asked in (frame.cards.compared, frame.order.compared):
            asked.connect(lambda *_: self._need_comparison())
        frame.lists.currentChanged.connect(lambda _: self._need(frame.middle))
        panes.wanted.connect(self._need)

    def follow(self, actions: Mapping[str, QAction]) -> None:
        """Know the commands that go to a tab of the right pane."""
        for name in ("show_source", "show_compare", "show_changes"):
            actions[name].triggered.connect(lambda _=False: self._panes.focus_right())

    def sidebar_alone(self) -> None:
        """Nothing but the sidebar."""
        self._swap("sidebar", self._frame.sidebar, self._panes.go_to_sidebar)

    def list_alone(self) -> None:
        """Nothing but the list."""
        self._swap("list", self._frame.middle, self._panes.focus_list)

    def preview_alone(self) -> None:
        """Nothing but the page."""
        self._swap("preview", self._frame.right, self._panes.show_preview)

    def source_alone(self) -> None:
        """Nothing but the source."""
        self._swap("source", self._frame.right, self._evidence.show_source)

    def compare_alone(self) -> None:
        """Nothing but the comparison."""
        self._swap("compare", self._frame.right, self._evidence.show_compare)

    def changes_alone(self) -> None:
        """Nothing but what changed."""
        self._swap("changes", self._frame.right, self._evidence.show_changes)

    def together(self) -> None:
        """All panes again."""
        if self._shown:
            self._shown, self._frame.alone = "", None
            self._frame.fold()
            self._frame.show_panes()
            self._frame.sidebar.setVisible(not self._frame.narrow)

    def _swap(self, name: str, pane: QWidget, show: Callable[[], None]) -> None:
        if self._shown == name:
            self.together()
            show()
            return
        self._shown, self._frame.alone = name, pane
        self._frame.fold()
        for part in (self._frame.sidebar, self._frame.middle, self._frame.right):
            part.setVisible(part is pane)
        self._frame.show_panes()
        show()

    def _need_comparison(self) -> None:
        """Where it takes the place of the list it has the keys too; they would be the tool bar's else."""
        self._need(self._frame.right)
        if not self._frame.middle.isVisible():
            self._frame.right.setCurrentWidget(self._frame.compare)
            self._panes.focus_right()

    def _need(self, pane: QWidget) -> None:
        """Somebody wants to see `pane`: if it is hidden beside another, it comes back."""
        if self._frame.alone not in (None, pane):
            self.together()
        self._frame.bring(pane)
