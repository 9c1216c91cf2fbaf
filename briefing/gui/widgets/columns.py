"""Which columns of a table are shown: chosen by right click on its head."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QTableView


class Columns(QObject):
    """A menu on the head of `table`; the first column always stays."""

    changed = Signal(object)
    """Names of the columns that are hidden."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        header = table.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._ask)

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
        return menu

    def _ask(self, point: QPoint) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._table.horizontalHeader().mapToGlobal(point))

    def _swap(self, column: int, *, on: bool) -> None:
        self._table.setColumnHidden(column, not on)
        self.changed.emit(
            [n for one, n in enumerate(self.names()) if self._table.isColumnHidden(one)]
        )
