"""P held on a card lays its source over what the right pane shows; letting go returns."""

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from briefing.gui.evidence_room import EvidenceRoom
from briefing.gui.frame import Frame
from briefing.gui.item_models.cards import CARD
from briefing.gui.view_models.workbench import Workbench
from briefing.model.desk import ShownCard


class PeekRoom(QObject):
    """Watches the keys of the list, and the middle button over it."""

    def __init__(self, frame: Frame, bench: Workbench, evidence: EvidenceRoom) -> None:
        super().__init__(frame)
        self._frame, self._evidence = frame, evidence
        self._before: QWidget | None = None
        self._late: QWidget | None = None
        self._front = frame.front
        frame.cards.installEventFilter(self)
        frame.cards.viewport().installEventFilter(self)
        bench.source_shown.connect(self._on_source)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look while the key or button is down."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_P and not event.modifiers():
            if event.isAutoRepeat():
                return True
            if event.type() is QEvent.Type.KeyPress:
                return self._begin(self._frame.cards.currentIndex().data(CARD))
            if event.type() is QEvent.Type.KeyRelease:
                return self._end()
        if isinstance(event, QMouseEvent) and event.button() is Qt.MouseButton.MiddleButton:
            if event.type() is QEvent.Type.MouseButtonPress:
                index = self._frame.cards.indexAt(event.position().toPoint())
                return self._begin(index.data(CARD))
            if event.type() is QEvent.Type.MouseButtonRelease:
                return self._end()
        return super().eventFilter(watched, event)

    def _begin(self, card: object) -> bool:
        if isinstance(card, ShownCard) and self._before is None:
            self._before = self._frame.right.currentWidget()
            self._front = self._frame.front
            self._watch(on=True)
            self._evidence.open_source(card.passage, keys=False)
        return True

    def _end(self) -> bool:
        before, self._before = self._before, None
        if before is not None:
            self._late = before if self._frame.right.currentWidget() is before else None
            self._frame.right.setCurrentWidget(before)
            self._watch(on=False)
            self._frame.bring(self._front)
            self._frame.cards.setFocus()
        return True

    def _watch(self, *, on: bool) -> None:
        """See it let go of wherever that is: the list may be hidden meanwhile."""
        app = QApplication.instance()
        if app is None:
            return
        app.removeEventFilter(self)
        if on and self._frame.single:
            app.installEventFilter(self)

    @Slot(object, object)
    def _on_source(self, *_: object) -> None:
        """It came only once it was let go of: back again."""
        late, self._late = self._late, None
        if late is not None and late is not self._frame.source:
            self._frame.right.setCurrentWidget(late)
        if late is not None:
            self._frame.bring(self._front)
