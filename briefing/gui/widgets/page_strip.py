"""Small pictures of the pages beside the page: where one is in a long document, and a way elsewhere."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from briefing.gui.printing import Printed
from briefing.words import say

_LETTERS = 9
"""Letters that a picture is wide."""
_FRAME = 34
"""Pixels beside a picture: the frame and the scroll bar."""


class PageStrip(QListWidget):
    """A picture for each page, drawn once it shows."""

    pages_wanted = Signal(object, float)
    """Pages (from 0) that have no picture yet, and pixels a point."""
    chosen = Signal(int)
    """The page (from 0) to go to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("Pages"))
        self.setIconSize(QSize(1, 1))
        self.setUniformItemSizes(True)
        self.setSpacing(2)
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setFlow(QListWidget.Flow.TopToBottom)
        self.setWrapping(False)
        self.setMovement(QListWidget.Movement.Static)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._printed: Printed | None = None
        self._drawn: set[int] = set()
        self.verticalScrollBar().valueChanged.connect(self._want)
        self.currentRowChanged.connect(self._on_row)
        self._fit()

    def show_printed(self, printed: Printed) -> None:
        """Show the pages of `printed`; what was drawn before stays until it is drawn anew."""
        if self._printed and self._printed.number == printed.number:
            return
        self._printed = printed
        self._drawn.clear()
        count = len(printed.sizes)
        while self.count() > count:
            self.takeItem(self.count() - 1)
        while self.count() < count:
            self.addItem(QListWidgetItem(QIcon(self._blank()), ""))
        for page in range(count):
            item = self.item(page)
            item.setText(str(page + 1))
            told = say("Page {page} of {all}", page=page + 1, all=count)
            item.setData(int(Qt.ItemDataRole.AccessibleTextRole), told)
        self._want()

    def show_page(self, page: int) -> None:
        """Mark the page that the view is at."""
        if 0 <= page < self.count() and page != self.currentRow():
            self.blockSignals(True)
            self.setCurrentRow(page)
            self.blockSignals(False)
            self._want()

    def add_pictures(self, number: int, pictures: dict[int, QImage]) -> None:
        """Take pictures, unless the pages have changed meanwhile."""
        if self._printed is None or number != self._printed.number:
            return
        for page, picture in pictures.items():
            picture.setDevicePixelRatio(self.devicePixelRatioF())
            self._drawn.add(page)
            if page < self.count():
                self.item(page).setIcon(QIcon(QPixmap.fromImage(picture)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw what shows now."""
        super().resizeEvent(event)
        self._want()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what shows now."""
        super().showEvent(event)
        self._fit()
        self._want()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text, larger pictures."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()
            self._drawn.clear()
            self._want()

    def _fit(self) -> None:
        wide = _LETTERS * self.fontMetrics().averageCharWidth()
        size = QSize(wide, round(wide * 1.42))  # the sides of ISO 216 paper
        if size != self.iconSize():
            self.setIconSize(size)
            self.setFixedWidth(wide + _FRAME)

    def _blank(self) -> QPixmap:
        blank = QPixmap(self.iconSize())
        blank.fill(Qt.GlobalColor.white)
        return blank

    def _want(self) -> None:
        if self._printed is None or not self.isVisible():
            return
        port = self.viewport().rect()
        missing = [
            page
            for page in range(self.count())
            if page not in self._drawn and self.visualItemRect(self.item(page)).intersects(port)
        ]
        if missing:
            widest = max(wide for wide, _ in self._printed.sizes)
            scale = self.iconSize().width() * self.devicePixelRatioF() / widest
            self._drawn.update(missing)
            self.pages_wanted.emit(tuple(missing), scale)

    def _on_row(self, page: int) -> None:
        if page >= 0:
            self.chosen.emit(page)
