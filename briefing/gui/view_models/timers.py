"""Timers that wait for a pause."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def timer(parent: QObject, pause: int, answer: Callable[[], None]) -> QTimer:
    """Calls `answer` once, `pause` milliseconds after it was last started."""
    made = QTimer(parent)
    made.setSingleShot(True)
    made.setInterval(pause)
    made.timeout.connect(answer)
    return made
