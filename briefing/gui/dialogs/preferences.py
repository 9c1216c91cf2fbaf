"""Preferences: what applies at once, and what new briefings begin with."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QTreeWidget,
    QVBoxLayout,
    QWidget,
)

from briefing.gui.dialogs.entering import EnterDialog
from briefing.gui.own_keys import Keys
from briefing.gui.preferring.advanced import AdvancedPage
from briefing.gui.preferring.keys import KeysPage
from briefing.gui.preferring.languages import LanguagesPage
from briefing.gui.preferring.looks import LooksPage
from briefing.gui.preferring.page import Page
from briefing.gui.preferring.performance import PerformancePage
from briefing.gui.preferring.places import BriefingsPage, LibraryPage, PrivacyPage
from briefing.gui.settings import WindowSettings
from briefing.words import say

_LETTERS, _LINES = 100, 34
"""Letters and lines for which there is room, as long as the window has."""


class PreferencesDialog(EnterDialog):
    """Pages beside a list of them; each can go back to how it was at first."""

    dressed = Signal()
    """The look was changed."""
    watch_changed = Signal()
    """Another folder is to be watched, or none."""
    keys_changed = Signal()
    layout_reset = Signal()
    report_wanted = Signal()
    folder_wanted = Signal()
    rebuild_wanted = Signal()
    tuned = Signal()

    def __init__(
        self, settings: WindowSettings, standard_size: float, places: Mapping[str, Path],
        keys: Keys, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setWindowTitle(say("Preferences"))
        self._settings, self._keys = settings, keys
        self._makers: tuple[Callable[[], Page], ...] = (
            lambda: LooksPage(settings, standard_size),
            lambda: BriefingsPage(settings),
            self._library,
            lambda: LanguagesPage(settings),
            self._keyboard,
            self._performance,
            lambda: PrivacyPage(settings, places),
            self._advanced,
        )
        self.finder = QLineEdit()
        self.finder.setPlaceholderText(say("Find a preference"))
        self.finder.setAccessibleName(say("Find a preference"))
        self.finder.setClearButtonEnabled(True)
        self.finder.textChanged.connect(self._look_for)
        self.names = QListWidget()
        self.names.setAccessibleName(say("Pages of preferences"))
        self.stack = QStackedWidget()
        for make in self._makers:
            area = QScrollArea()
            area.setWidgetResizable(True)
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            page = self._made(make, area)
            area.setAccessibleName(say(page.title))
            self.stack.addWidget(area)
            self.names.addItem(say(page.title))
        self.names.currentRowChanged.connect(self.stack.setCurrentIndex)
        self.names.setCurrentRow(0)
        self._lay_out()
        self.names.setFocus()
        self._fit()
        self.dressed.connect(self._fit)

    def page(self, title: str) -> Page:
        """The page of that title, as it is in English."""
        return next(page for page in map(self._page, range(len(self._makers)))
                    if page.title == title)  # fmt: skip

    def show_report(self, text: str) -> None:
        """Show the diagnostic report."""
        page = self.page("Advanced")
        if isinstance(page, AdvancedPage):
            page.show_report(text)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, parent=self)
        buttons.rejected.connect(self.reject)
        reset = QPushButton(say("Reset page"))
        reset.setAutoDefault(False)
        reset.clicked.connect(lambda: self._page(self.stack.currentIndex()).reset())
        buttons.addButton(reset, QDialogButtonBox.ButtonRole.ResetRole)
        middle = QHBoxLayout()
        middle.addWidget(self.names)
        middle.addWidget(self.stack, 1)
        column = QVBoxLayout(self)
        column.addWidget(self.finder)
        column.addLayout(middle, 1)
        column.addWidget(buttons)

    def _fit(self) -> None:
        """As much room as the words need, and no more than the window has."""
        metrics, window = self.fontMetrics(), self.parentWidget()
        room = window.size() if window else self.maximumSize()
        wide = max(metrics.horizontalAdvance(self.names.item(row).text())
                   for row in range(self.names.count()))  # fmt: skip
        self.names.setFixedWidth(wide + 2 * metrics.averageCharWidth() + 16)
        self.resize(
            min(_LETTERS * metrics.averageCharWidth(), room.width() - 40),
            min(_LINES * metrics.lineSpacing(), room.height() - 60),
        )

    def _page(self, place: int) -> Page:
        area = self.stack.widget(place)
        page = area.widget() if isinstance(area, QScrollArea) else None
        if not isinstance(page, Page):
            raise TypeError(page)
        return page

    def _made(self, make: Callable[[], Page], area: QScrollArea) -> Page:
        page = make()
        page.dressed.connect(self.dressed)
        # What asks for another page is on it: it may only go once it has answered.
        page.filled_anew.connect(lambda: self._made(make, area), Qt.ConnectionType.QueuedConnection)
        area.setWidget(page)
        if isinstance(page, AdvancedPage):
            page.grown.connect(area.ensureWidgetVisible)
        return page

    def _library(self) -> Page:
        page = LibraryPage(self._settings)
        page.watch_changed.connect(self.watch_changed)
        return page

    def _keyboard(self) -> Page:
        page = KeysPage(self._settings, self._keys)
        page.changed.connect(self.keys_changed)
        return page

    def _performance(self) -> Page:
        page = PerformancePage(self._settings)
        page.tuned.connect(self.tuned)
        return page

    def _advanced(self) -> Page:
        page = AdvancedPage(self._settings)
        page.layout_reset.connect(self.layout_reset)
        page.report_wanted.connect(self.report_wanted)
        page.folder_wanted.connect(self.folder_wanted)
        page.rebuild_wanted.connect(self.rebuild_wanted)
        return page

    def _look_for(self, text: str) -> None:
        """Show the page on which the words stand, and mark the lines that have them."""
        wanted = text.casefold().strip()
        first = None
        for place in range(len(self._makers)):
            page = self._page(place)
            parts: list[QLabel | QAbstractButton] = [*page.findChildren(QLabel)]
            hits = [_mark(part, wanted) for part in (*parts, *page.findChildren(QAbstractButton))]
            hits += [_look_in(tree, wanted) for tree in page.findChildren(QTreeWidget)]
            if any(hits) and first is None:
                first = place
        if first is not None:
            self.names.setCurrentRow(first)


def _mark(part: QLabel | QAbstractButton, wanted: str) -> bool:
    """Make the words of `part` bold where they have what is wanted; whether they have."""
    hit = bool(wanted) and wanted in part.text().replace("&", "").casefold()
    font = part.font()
    if font.bold() != hit:
        font.setBold(hit)
        part.setFont(font)
    return hit


def _look_in(tree: QTreeWidget, wanted: str) -> bool:
    """Go to the first line of `tree` that has what is wanted; whether there is one."""
    found = tree.findItems(wanted, Qt.MatchFlag.MatchContains) if wanted else []
    if found:
        tree.setCurrentItem(found[0])
    return bool(found)
