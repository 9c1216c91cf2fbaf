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

from briefing.gui.item_models.cards import reprints, spell
from briefing.model.desk import Desk
from briefing.model.library import Kept
from briefing.model.source import Field
from briefing.words import mark, say, say_many

COLUMNS = (
    (mark("Title"), "title", Field.TITLE),
    (mark("Publisher"), "publisher", Field.PUBLISHER),
    (mark("Date"), "published", Field.PUBLISHED),
    (mark("Excerpts"), "excerpts", None),
    (mark("State"), "state", None),
    (mark("Language"), "language", Field.LANGUAGE),
    (mark("Grade"), "grade", None),
)
STATES = (mark("no date"), mark("changed"), mark("new"), mark("ready"))
"""The words of `Kept.state`."""
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
        self._sources: list[Kept] = []
        """Those that have a row, in their order."""
        self._below: dict[str, list[Kept]] = {}
        """The reprints of a source, by its id; they lie folded under it unless it is `_open`."""
        self._open: set[str] = set()
        self._inside: Mapping[str, int] = {}

    def show(self, sources: Sequence[Kept]) -> None:
        """List `sources`, those that print another of them again folded under that one."""
        self.beginResetModel()
        there = {kept.id for kept in sources}
        self._below = {}
        heads: list[Kept] = []
        for kept in sources:
            if kept.origin in there:
                self._below.setdefault(str(kept.origin), []).append(kept)
            else:
                heads.append(kept)
        self._sources = []
        for kept in heads:
            self._sources.append(kept)
            if kept.id in self._open:
                self._sources += self._below.get(kept.id, ())
        self.endResetModel()

    def folded(self, row: int) -> int:
        """How many reprints the source in `row` has."""
        return len(self._below.get(self._sources[row].id, ()))

    def swap_fold(self, row: int) -> int:
        """Show the reprints of the source in `row` below it, or fold them; the row of that source.

        In the row of a reprint, those beside it are folded too.
        """
        kept = self._sources[row]
        head = kept.id if kept.id in self._below else kept.origin
        if head is None or head not in self._below:
            return row
        at = next(place for place, one in enumerate(self._sources) if one.id == head)
        below = self._below[head]
        if head in self._open:
            self._open.remove(head)
            self.beginRemoveRows(_NONE, at + 1, at + len(below))
            del self._sources[at + 1 : at + 1 + len(below)]
            self.endRemoveRows()
        else:
            self._open.add(head)
            self.beginInsertRows(_NONE, at + 1, at + len(below))
            self._sources[at + 1 : at + 1] = below
            self.endInsertRows()
        self.dataChanged.emit(self.index(at, 0), self.index(at, 0))
        return at

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
            return say(COLUMNS[section][0])
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
                return f"{value} · {say('{n} in', n=inside)}" if inside else str(value)
            case Qt.ItemDataRole.DisplayRole if name == "title":
                return f"{self._mark(index.row())}{_titled(kept)}"
            case Qt.ItemDataRole.DisplayRole if name == "state":
                sign, _, word = value.partition(" ")
                return f"{sign} {say(word)}"
            case Qt.ItemDataRole.DisplayRole:
                return value or "–"
            case Qt.ItemDataRole.AccessibleTextRole if name == "title":
                return f"{_titled(kept)}{self._spoken(index.row())}"
            case Qt.ItemDataRole.EditRole:
                return "" if value is None else str(value)
            case Qt.ItemDataRole.ToolTipRole:
                return kept.path
        return None

    def _mark(self, row: int) -> str:
        """What stands before a title: how many reprints are folded, or that it is one."""
        kept, count = self._sources[row], self.folded(row)
        if count:
            sign = "▾" if kept.id in self._open else "▸"
            return f"{sign} {reprints(count)} · "
        return "    ↳ " if kept.origin in self._open and kept.origin in self._below else ""

    def _spoken(self, row: int) -> str:
        kept, count = self._sources[row], self.folded(row)
        if count:
            if kept.id in self._open:
                return f", {say_many('{n} reprint below', '{n} reprints below', count)}"
            folded = say_many(
                "{n} reprint folded; R shows it", "{n} reprints folded; R shows them", count
            )
            return f", {folded}"
        below = kept.origin in self._open and kept.origin in self._below
        return f", {say('a reprint')}" if below else ""

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


def _titled(kept: Kept) -> str:
    """The title; where none is known the file, or nobody could tell which source it is."""
    return kept.title or f"– ({kept.path.rsplit('/', 1)[-1]})"
