"""The table of sources: what the library holds, with what is known of each."""

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from briefing.gui.item_models.cards import spell
from briefing.model.desk import Desk
from briefing.model.library import Kept
from briefing.model.source import Field

COLUMNS = (
    ("Title", "title", Field.TITLE),
    ("Publisher", "publisher", Field.PUBLISHER),
    ("Date", "published", Field.PUBLISHED),
    ("Excerpts", "excerpts", None),
    ("State", "state", None),
    ("Language", "language", Field.LANGUAGE),
    ("Grade", "grade", None),
)
_TOLD = frozenset({"excerpts", "state"})
"""What the library finds out by itself; everything else can be corrected."""
_Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class SourceModel(QAbstractTableModel):
    """Sources as they were listed; what is typed goes out as a signal and comes back listed anew."""

    corrected = Signal(str, object, str)
    """Id of a source, the `Field` (`None` for its grade), and what was typed."""
    sorted_by = Signal(str, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sources: Sequence[Kept] = ()
        self._inside: Mapping[str, int] = {}

    def show(self, sources: Sequence[Kept]) -> None:
        """List `sources`."""
        self.beginResetModel()
        self._sources = sources
        self.endResetModel()

    def set_desk(self, desk: Desk) -> None:
        """Know how many excerpts of each source are in the briefing."""
        inside = Counter(item.whole.source for item in desk.included)
        if inside != self._inside:
            self._inside = inside
            if self._sources:
                last = self.index(len(self._sources) - 1, len(COLUMNS) - 1)
                self.dataChanged.emit(self.index(0, 0), last)

    def source(self, row: int) -> Kept:
        """The source in `row`."""
        return self._sources[row]

    def rowCount(self, parent: _Index = _NONE) -> int:
        """How many sources there are."""
        return 0 if parent.isValid() else len(self._sources)

    def columnCount(self, parent: _Index = _NONE) -> int:
        """How much is told of each."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> object:
        """Names of the columns."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return COLUMNS[section][0]
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """What was read can be corrected."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if COLUMNS[index.column()][1] in _TOLD:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """What is known."""
        if not index.isValid() or not 0 <= index.row() < len(self._sources):
            return None
        kept = self._sources[index.row()]
        name = COLUMNS[index.column()][1]
        value = getattr(kept, name)
        match role:
            case Qt.ItemDataRole.DisplayRole if name == "published":
                return spell(value)
            case Qt.ItemDataRole.DisplayRole if name == "excerpts":
                inside = self._inside.get(kept.id, 0)
                return f"{value} · {inside} in" if inside else str(value)
            case Qt.ItemDataRole.DisplayRole:
                return value or "–"
            case Qt.ItemDataRole.EditRole:
                return "" if value is None else str(value)
            case Qt.ItemDataRole.ToolTipRole:
                return kept.path
        return None

    def setData(
        self, index: _Index, value: object, role: int = int(Qt.ItemDataRole.EditRole)
    ) -> bool:
        """Take what was typed; the library decides whether it can be so."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        if str(value) == self.data(index, role):
            return False
        kept = self._sources[index.row()]
        self.corrected.emit(kept.id, COLUMNS[index.column()][2], str(value).strip())
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for the sources in another order."""
        if 0 <= column < len(COLUMNS):
            self.sorted_by.emit(COLUMNS[column][1], order is Qt.SortOrder.DescendingOrder)
