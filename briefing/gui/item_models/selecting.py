"""Words of a source that are dragged: what the pointer carries to a theme, as more of its kind."""

from PySide6.QtCore import QByteArray, QMimeData

SELECTION = "application/x-briefing-words"
"""The kind of what is carried; no other program knows it."""


def carry_words(words: str) -> QMimeData:
    """`words` for our own panes, and as text for other programs."""
    data = QMimeData()
    data.setData(SELECTION, QByteArray(words.encode()))
    data.setText(words)
    return data


def carried_words(data: QMimeData) -> str:
    """The words that are carried; empty if it is something else."""
    return bytes(data.data(SELECTION).data()).decode() if data.hasFormat(SELECTION) else ""
