"""Which columns of a table are shown, and by which it is sorted: chosen in the menu of its head."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu, QTableView

from briefing.words import say


class Columns(QObject):
    """A menu on the head of `table`, for keys on the table; the first column always stays."""

    changed = Signal(object)
    """Names of the columns that are hidden."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        header = table.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._ask)
        table.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys do not reach the head."""
        if isinstance(event, QContextMenuEvent) and event.reason() is event.Reason.Keyboard:
            self._ask(self._table.horizontalHeader().rect().bottomLeft())
            return True
        return super().eventFilter(watched, event)

    def hide(self, names: Iterable[str]) -> None:
        """Hide the columns of those names, and show all others."""
        known = set(names)
        for column, name in enumerate(self.names()):
            self._table.setColumnHidden(column, column > 0 and name in known)

    def names(self) -> list[str]:
        """The columns there are."""
        model, across = self._table.model(), Qt.Orientation.Horizontal
        return [str(model.headerData(one, across)) for one in range(model.columnCount())]

    def menu(self) -> QMenu:
        """The columns, those that are shown ticked."""
        menu = QMenu(self._table)
        for column, name in enumerate(self.names()):
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(not self._table.isColumnHidden(column))
            action.setEnabled(column > 0)
            action.triggered.connect(lambda on, column=column: self._swap(column, on=on))
        menu.addSeparator()
        for column, name in enumerate(self.names()):
            action = menu.addAction(say("Sort by {column}", column=name))
            action.triggered.connect(lambda _=False, column=column: self._sort(column))
        return menu

    def _ask(self, point: QPoint) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._table.horizontalHeader().mapToGlobal(point))

    def _sort(self, column: int) -> None:
        """As a click on the head does: once more turns the order round."""
        header, up = self._table.horizontalHeader(), Qt.SortOrder.AscendingOrder
        again = header.sortIndicatorSection() == column and header.sortIndicatorOrder() is up
        self._table.sortByColumn(column, Qt.SortOrder.DescendingOrder if again else up)

    def _swap(self, column: int, *, on: bool) -> None:
        self._table.setColumnHidden(column, not on)
        self.changed.emit(
            [n for one, n in enumerate(self.names()) if self._table.isColumnHidden(one)]
        )
