"""The left pane: what may be looked at. Library, themes to tick, publishers to narrow by."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QIcon,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from briefing.gui.item_models.carrying import carried
from briefing.gui.item_models.selecting import carried_words
from briefing.model.desk import Desk
from briefing.model.library import Facet
from briefing.model.theme import Theme
from briefing.words import say, say_many

_Index = QModelIndex | QPersistentModelIndex
_KEY = int(Qt.ItemDataRole.UserRole)
_MOST = 12
"""Publishers shown until all are asked for."""

_NEW = "\0new"
"""Key of the line below the themes that begins one: no id is so."""
_MORE = "\0more"
"""Key of the line below the publishers that shows all of them, or fewer again."""
LISTED = "listed"
"""The room that a line is about which narrows the list of excerpts."""


class Sidebar(QTreeWidget):
    """Ticks themes and publishers; clicks on a library line become a filter."""

    themes_ticked = Signal(object)
    filters_changed = Signal(str)
    room_wanted = Signal(str)
    """What of the library is to be shown: `refused` files or `removed` sources."""
    theme_opened = Signal(str)
    """Id of the theme to change."""
    theme_begun = Signal()
    """A new theme is wanted."""
    view_chosen = Signal(str)
    """Name of a kept view to show."""
    view_removed = Signal(str)
    theme_menu_wanted = Signal(str, QPoint)
    """Id of a theme, and where to open the menu of what can be done with it."""
    placed = Signal(object, str)
    """Passages that were let go of on a theme, and its id."""
    likened = Signal(str, str)
    """Words of a source that were let go of on a theme, and its id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("Library, themes and publishers"))
        self.setHeaderHidden(True)
        self.setColumnCount(2)
        self.setRootIsDecorated(False)
        self.setIndentation(10)
        self.setUniformRowHeights(True)
        self.header().setStretchLastSection(False)
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.setAcceptDrops(True)
        self._target: QTreeWidgetItem | None = None
        self._library = self._group(say("Library"))
        self._views = self._group(say("Views"))
        self._views.setHidden(True)
        self._themes = self._group(say("Themes"))
        self._publishers = self._group(say("Publishers"))
        self._narrowed: set[str] = set()
        self._published: tuple[Facet, ...] = ()
        self._whole = False
        self._state = ""
        self._shown: object = None
        self._counts: dict[str, int] = {}
        for key, title in (
            ("", say("All")), ("is:new", say("New")), ("is:disputed", say("Disputed")),
            ("is:dismissed", say("Dismissed")),
        ):  # fmt: skip
            self._line(self._library, key, title)
        for key, title in (("refused", say("Attention")), ("removed", say("Removed"))):
            self._line(self._library, key, title)
        self.expandAll()
        self._fit()
        self.itemChanged.connect(self._on_ticked)
        self.itemClicked.connect(self._on_clicked)
        self.itemDoubleClicked.connect(self._on_opened)

    def show_themes(self, themes: Sequence[Theme], colours: Mapping[str, str]) -> None:
        """List the themes there are."""
        self.blockSignals(True)
        self._target = self._shown = None
        self._themes.takeChildren()
        for theme in themes:
            line = self._line(self._themes, theme.id, theme.title, checked=True)
            line.setToolTip(0, theme.question)
            line.setIcon(0, _square(colours[theme.id]))
            if theme.id in self._counts:
                self._number(line, self._counts[theme.id])
        self._line(self._themes, _NEW, f"+ {say('New theme')}")
        self._recolour()
        self.blockSignals(False)
        self._fit()

    def show_desk(self, desk: Desk) -> None:
        """Tick the themes that the briefing looks for."""
        shown = (desk.settings.themes, len(desk.dismissed), self._state)
        if shown == self._shown:
            return
        self._shown = shown
        self.blockSignals(True)
        for line in self._children(self._themes):
            on = not desk.settings.themes or line.data(0, _KEY) in desk.settings.themes
            line.setCheckState(0, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        for line in self._children(self._library):
            if line.data(0, _KEY) == "is:dismissed":
                self._number(line, len(desk.dismissed))
        self._show_state()
        self.blockSignals(False)

    def show_counts(self, counts: Mapping[str, int], facets: Sequence[Facet]) -> None:
        """Show how much there is of everything."""
        self.blockSignals(True)
        by_theme = {facet.value: facet.count for facet in facets if facet.sort == "theme"}
        for line in self._children(self._themes):
            self._counts[line.data(0, _KEY)] = by_theme.get(line.data(0, _KEY), 0)
            self._number(line, self._counts[line.data(0, _KEY)])
        states = {f"is:{facet.value}": facet.count for facet in facets if facet.sort == "is"}
        for line in self._children(self._library):
            key = line.data(0, _KEY)
            if key == "is:dismissed":
                continue
            known = counts.get(key or "sources", 0)
            if key == "refused":
                known += counts.get("undated", 0) - counts.get("aside", 0)
            self._number(line, states.get(key, known))
        self._published = tuple(facet for facet in facets if facet.sort == "publisher")
        self._show_publishers()
        self._show_state()
        self.blockSignals(False)
        self._fit()

    def _show_publishers(self) -> None:
        """List those of most sources, or all, and any that is ticked."""
        self._publishers.takeChildren()
        most = [
            facet
            for at, facet in enumerate(self._published)
            if self._whole or at < _MOST or facet.value in self._narrowed
        ]
        for facet in most:
            checked = facet.value in self._narrowed
            line = self._line(self._publishers, facet.value, facet.value, checked=checked)
            line.setToolTip(0, facet.value)
            self._number(line, facet.count)
        left = len(self._published) - len(most)
        if left or (self._whole and len(most) > _MOST):
            told = say_many("+ {n} more", "+ {n} more", left) if left else say("Show fewer")
            line = self._line(self._publishers, _MORE, told)
            line.setForeground(0, self.palette().link())
        self._publishers.setHidden(not self._published)

    def show_views(self, names: Sequence[str]) -> None:
        """List the views that are kept."""
        self._views.takeChildren()
        for name in names:
            line = self._line(self._views, name, name)
            line.setToolTip(0, say("{name} (Del removes it)", name=name))
        self._views.setHidden(not names)
        self._views.setExpanded(True)

    def show_part(self, part: str) -> None:
        """Go to a part: a group, or a line of the library, by the name it has on the rail."""
        groups = {
            "library": self._library, "views": self._views, "themes": self._themes,
            "publishers": self._publishers,
        }  # fmt: skip
        keys = {"new": "is:new", "attention": "refused"}
        if part in keys:
            lines = self._children(self._library)
            line = next(line for line in lines if line.data(0, _KEY) == keys[part])
        elif part in groups and (lines := self._children(groups[part])):
            line = lines[0]
            self.scrollToItem(groups[part], self.ScrollHint.PositionAtTop)
        else:
            return
        self.setCurrentItem(line)

    def show_rating(self, themes: AbstractSet[str]) -> None:
        """Show no number for a theme that is still being rated: it would be one of the moment."""
        self.blockSignals(True)
        for line in self._children(self._themes):
            if line.data(0, _KEY) in themes:
                line.setText(1, "…")
                told = say("{theme}: being rated", theme=line.text(0))
                line.setData(1, Qt.ItemDataRole.AccessibleTextRole, told)
        self.blockSignals(False)

    def clear_filters(self) -> None:
        """Narrow by nothing, neither publishers nor what the library knows."""
        self._state = ""
        self._narrowed.clear()
        self.blockSignals(True)
        for line in self._children(self._publishers):
            line.setCheckState(0, Qt.CheckState.Unchecked)
        self.blockSignals(False)
        self._tell()

    # Dropping excerpts on a theme

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take excerpts, and words of a source."""
        data = event.mimeData()
        event.setAccepted(bool(carried(data) or carried_words(data)))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show the theme under which they would come to stand."""
        self._aim(self.itemAt(event.position().toPoint()))
        event.setAccepted(self._target is not None)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They go elsewhere."""
        del event
        self._aim(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """They are let go of."""
        target, places = self._target, carried(event.mimeData())
        self._aim(None)
        event.setAccepted(target is not None)
        if target is not None and places:
            self.placed.emit(places, str(target.data(0, _KEY)))
        elif target is not None and (words := carried_words(event.mimeData())):
            self.likened.emit(words, str(target.data(0, _KEY)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The numbers stay in sight, however wide the pane is."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines, and a frame around the one that has the keys, or under what is dragged."""
        super().paintEvent(event)
        framed = self._target or (self.currentItem() if self.hasFocus() else None)
        if framed is not None:
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self.palette().highlight().color(), 2))
            box = self.visualItemRect(framed)
            box.setLeft(1)
            box.setRight(self.viewport().width() - 2)
            painter.drawRoundedRect(box, 4, 4)
            painter.end()

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """The frame goes along; it is wider than what Qt draws anew."""
        super().currentChanged(current, previous)
        self.viewport().update()

    def _aim(self, line: QTreeWidgetItem | None) -> None:
        self._target = line if line is not None and self._is_theme(line) else None
        self.viewport().update()

    # Details

    def _group(self, title: str) -> QTreeWidgetItem:
        group = QTreeWidgetItem(self, [title.upper(), ""])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        group.setForeground(0, self.palette().placeholderText())
        group.setData(1, Qt.ItemDataRole.AccessibleTextRole, title)
        return group

    def _line(
        self, group: QTreeWidgetItem, key: str, title: str, *, checked: bool | None = None
    ) -> QTreeWidgetItem:
        line = QTreeWidgetItem(group, [title, ""])
        line.setData(0, _KEY, key)
        line.setData(1, Qt.ItemDataRole.AccessibleTextRole, title)  # until it is counted
        line.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if checked is not None:
            line.setFlags(line.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            line.setCheckState(0, Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked)
        return line

    def _number(self, line: QTreeWidgetItem, count: int) -> None:
        line.setText(1, f"{count:,}")
        line.setData(1, Qt.ItemDataRole.AccessibleTextRole, f"{line.text(0)}: {count:,}")
        faded = self.palette().placeholderText() if not count else self.palette().text()
        line.setForeground(0, faded)
        line.setForeground(1, self.palette().placeholderText())

    def _fit(self) -> None:
        self.resizeColumnToContents(1)
        self.setColumnWidth(0, max(80, self.viewport().width() - self.columnWidth(1) - 4))

    def _recolour(self) -> None:
        """Take over the palette's colours: what was coloured before keeps those of its day."""
        quiet = self.palette().placeholderText()
        for group in (self._library, self._views, self._themes, self._publishers):
            group.setForeground(0, quiet)
            for line in self._children(group):
                line.setForeground(0, quiet if line.text(1) == "0" else self.palette().text())
                line.setForeground(1, quiet)
        for group in (self._themes, self._publishers):
            last = group.child(group.childCount() - 1)
            if last is not None and last.data(0, _KEY) in (_NEW, _MORE):
                last.setForeground(0, self.palette().link())
        self._show_state()

    def _show_state(self) -> None:
        """Say by more than a colour which line of the library is shown."""
        for line in self._children(self._library):
            here = line.data(0, _KEY) == self._state
            font = self.font()
            font.setBold(here)
            line.setFont(0, font)
            if here:
                line.setForeground(0, self.palette().link())
            told = say("{what}, shown now", what=line.text(0)) if here else line.text(0)
            line.setData(0, Qt.ItemDataRole.AccessibleTextRole, told)

    def _children(self, group: QTreeWidgetItem) -> list[QTreeWidgetItem]:
        lines = (group.child(row) for row in range(group.childCount()))
        return [
            line for line in lines if line is not None and line.data(0, _KEY) not in (_NEW, _MORE)
        ]

    def _is_theme(self, line: QTreeWidgetItem) -> bool:
        return line.parent() is self._themes and line.data(0, _KEY) != _NEW

    def _on_ticked(self, line: QTreeWidgetItem, _: int) -> None:
        self._shown = None
        if self._is_theme(line):
            ticked = [
                str(one.data(0, _KEY))
                for one in self._children(self._themes)
                if one.checkState(0) is Qt.CheckState.Checked
            ]
            self.themes_ticked.emit(tuple(ticked))
        elif line.parent() is self._publishers:
            name = str(line.data(0, _KEY))
            if line.checkState(0) is Qt.CheckState.Checked:
                self._narrowed.add(name)
            else:
                self._narrowed.discard(name)
            self._tell()

    def _on_clicked(self, line: QTreeWidgetItem, _: int) -> None:
        if line.parent() is self._library and line.data(0, _KEY) in ("refused", "removed"):
            self.room_wanted.emit(str(line.data(0, _KEY)))
        elif line.data(0, _KEY) == _NEW:
            self.theme_begun.emit()
        elif line.data(0, _KEY) == _MORE:
            QTimer.singleShot(0, self, self._turn_whole)  # the line itself goes
        elif line.parent() is self._views:
            self.view_chosen.emit(str(line.data(0, _KEY)))
        elif line.parent() is self._library:
            self.room_wanted.emit(LISTED)
            self._state = str(line.data(0, _KEY))
            self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or F2 changes a theme; Enter filters by a line of the library."""
        line = self.currentItem()
        if line and event.key() == Qt.Key.Key_F2:
            self._on_opened(line, 0)
            return
        if line and line.parent() is self._views and event.key() == Qt.Key.Key_Delete:
            self.view_removed.emit(str(line.data(0, _KEY)))
            return
        if line and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_clicked(line, 0)
            self._on_opened(line, 0)
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask what is to be done with a theme."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        line = self.currentItem() if by_key else self.itemAt(event.pos())
        if line is not None and self._is_theme(line):
            below = self.viewport().mapToGlobal(self.visualItemRect(line).bottomLeft())
            point = below if by_key else event.globalPos()
            self.theme_menu_wanted.emit(str(line.data(0, _KEY)), point)

    def _turn_whole(self) -> None:
        """List all publishers, or fewer again; who works by keys stays where he is."""
        self._whole = not self._whole
        self.blockSignals(True)
        self._show_publishers()
        self.blockSignals(False)
        self._fit()
        if last := self._publishers.child(self._publishers.childCount() - 1):
            first = self._publishers.child(min(_MOST, self._publishers.childCount() - 1))
            self.setCurrentItem(first if self._whole and first else last)

    def _on_opened(self, line: QTreeWidgetItem, _: int) -> None:
        if self._is_theme(line):
            self.theme_opened.emit(str(line.data(0, _KEY)))

    def _tell(self) -> None:
        self.blockSignals(True)
        self._recolour()
        self.blockSignals(False)
        sources = [f'source:"{name}"' for name in sorted(self._narrowed)]
        self.filters_changed.emit(" ".join(part for part in (self._state, *sources) if part))


def _square(colour: str) -> QIcon:
    pixmap = QPixmap(12, 12)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.fillRect(2, 2, 8, 8, QColor(colour))
    painter.end()
    return QIcon(pixmap)
