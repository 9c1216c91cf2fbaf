"""What waits until the window is on the screen: the person sees it before anything is read."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from briefing.gui.view_models.timers import timer

_LONGEST = 250
"""Milliseconds after which it goes on, though nothing was painted: the window may be minimized."""


class FirstPaint(QObject):
    """Calls `then` once, when `window` has been painted; until then its threads have nothing to do."""

    def __init__(self, window: QWidget, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._go_on = timer(self, _LONGEST, then)
        self._go_on.start()
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look, and let everything pass."""
        if event.type() is QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            # The panes are painted right after the window itself: go on once they are.
            self._go_on.start(0)
        return super().eventFilter(watched, event)
