"""What needs attention as Qt lists it: the files that were not read, the sources without a date."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from briefing.model.library import Imported, Kept

_NOWHERE = QModelIndex()


class Needing(Struct, frozen=True):
    """A file and what is told of it: it was refused, or it was read and its source bears no date."""

    path: str
    told: str
    source: Kept | None = None
    refused: Imported | None = None


class AttentionModel(QAbstractListModel):
    """A line for each; none is an object that Qt and Python would both hold."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[Needing, ...] = ()

    def show(self, lines: Iterable[Needing]) -> None:
        """Have these lines in the place of those before."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def lines(self, rows: Sequence[QModelIndex]) -> tuple[Needing, ...]:
        """Those in `rows`, from the top; all of them if there are none."""
        return tuple(self._lines[row] for row in sorted(at.row() for at in rows)) or self._lines

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """How many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> str | None:
        """The words of a line; to who rests on it, where its file is."""
        if not 0 <= index.row() < len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{Path(line.path).name}\n{line.told}"
        return line.path if role == Qt.ItemDataRole.ToolTipRole else None
