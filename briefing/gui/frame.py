"""The frame of the window: which panes there are, and where they stand."""

from itertools import pairwise

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefing.gui.item_models.cards import CardModel
from briefing.gui.item_models.sources import SourceModel
from briefing.gui.widgets.card_list import CardList
from briefing.gui.widgets.changes_view import ChangesView
from briefing.gui.widgets.chips import Chips
from briefing.gui.widgets.compare_view import CompareView
from briefing.gui.widgets.first_steps import FirstSteps, SidePane
from briefing.gui.widgets.grouping_button import GroupingButton
from briefing.gui.widgets.job_line import PARTS, JobLine
from briefing.gui.widgets.linked_line import LinkedLine
from briefing.gui.widgets.list_tabs import ListTabs
from briefing.gui.widgets.one_line import OneLine
from briefing.gui.widgets.order_button import OrderButton
from briefing.gui.widgets.order_view import OrderView
from briefing.gui.widgets.preview_pane import PreviewPane
from briefing.gui.widgets.proof_view import ProofView
from briefing.gui.widgets.side_rail import SideRail
from briefing.gui.widgets.sidebar import Sidebar
from briefing.gui.widgets.source_table import SourceTable
from briefing.gui.widgets.source_view import SourceView
from briefing.gui.widgets.theme_editor import ThemeEditor
from briefing.retold import retell
from briefing.words import say

_NARROW, _LETTERS = 1180, 105
"""Width of the window, in pixels and in letters, below which the sidebar folds to a rail."""

_SINGLE, _SINGLE_LETTERS = 980, 90
"""The same below which there is room for one pane only: the list, or what stands beside it."""
_LEAST = (640, 640)
"""Pixels of the smallest window, with its title."""

_LINES = 54
"""Lines of text that a window has room for at least, or it is a low one."""
_SIDE, _NAME = 190, 28
"""Pixels that the sidebar has at least; letters of a name that have room where the window is wide."""

_TITLE = 40
"""Pixels that the title of a window takes at most, which Qt does not know before it is shown."""
SPLIT = (230, 600, 610)
"""Pixels of the three panes at first."""


class Frame(QMainWindow):
    """Left what may be looked at, in the middle what there is, right what will be handed over.

    `redressed` tells that another look was chosen, `folded` that the sidebar became a rail, or a
    pane again.
    """

    redressed = Signal()
    folded = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Briefing")
        room = self.screen().availableSize() - QSize(0, _TITLE)
        self.setMinimumSize(QSize(_LEAST[0], _LEAST[1] - _TITLE).boundedTo(room))
        self.resize(QSize(1440, 860).boundedTo(room))
        self.setAcceptDrops(True)
        self.narrow = False
        """Whether there is no room for the sidebar beside the other panes."""
        self.single = False
        """Whether there is room for one pane only."""
        self.bannered = False
        """Whether the banner is to be seen where there is room for it."""
        self.alone: QWidget | None = None
        """The pane that is shown alone."""
        self.model = CardModel(self)
        self.cards = CardList(self.model)
        self.order = OrderView()
        self.sidebar = Sidebar()
        self.preview = PreviewPane()
        self.source = SourceView()
        self.compare = CompareView()
        self.changes = ChangesView()
        self.theme_editor = ThemeEditor()
        self.proof = ProofView()
        self.source_model = SourceModel(self)
        self.sources = SourceTable(self.source_model)
        self.search = QLineEdit()
        self.chips = Chips()
        self.order_button = OrderButton()
        self.grouping_button = GroupingButton()
        self.grouping_button.hide()
        self._lay_out()

    def fold(self) -> None:
        """In a narrow window a rail stands for the sidebar; Ctrl+B brings it over the list."""
        letter = self.fontMetrics().averageCharWidth()
        self.sidebar.setMinimumWidth(max(_SIDE, min(_NAME * letter, self.width() // 5)))
        narrow = self.width() < max(_NARROW, _LETTERS * letter) and self.alone is not self.sidebar
        self.rail.setVisible(narrow and self.alone is None)
        single = self.width() < max(_SINGLE, _SINGLE_LETTERS * letter)
        if not single:  # both have their width again before the sidebar joins them
            self._part_panes(single=False)
        if narrow != self.narrow:
            self._fold_sidebar(narrow=narrow)
        self._part_panes(single=single)

    def _fold_sidebar(self, *, narrow: bool) -> None:
        if narrow:
            self._wide = self.splitter.saveState()
        self.narrow = narrow
        if narrow:
            self.left.setParent(self.splitter.parentWidget())
        else:
            self.splitter.insertWidget(0, self.left)
            self.splitter.setStretchFactor(0, 0)
            self.sidebar.show()  # of one that is hidden a splitter keeps no width
            if not self.splitter.restoreState(self._wide):
                self.splitter.setSizes(list(SPLIT))
        self.left.float_over(on=narrow)
        if self.alone is None:
            self.sidebar.setVisible(not narrow)
        self.folded.emit()

    def _part_panes(self, *, single: bool) -> None:
        """List and page side by side, or the one of them that has the keys."""
        if single == self.single:
            return
        self.single = single
        if single:
            self._pair = self.splitter.sizes()
            holder = self.focusWidget()
            beside = holder is not None and self.right.isAncestorOf(holder)
            self.front = self.right if beside else self.middle
        self.show_panes()
        if not single:
            self.splitter.setSizes(self._pair)

    def bring(self, pane: QWidget) -> None:
        """Where there is room for one pane only, show the list or what stands beside it."""
        if pane in (self.middle, self.right):
            self.front = pane
            self.show_panes()

    def show_panes(self) -> None:
        """Show the list and what stands beside it, where there is room for both."""
        holder = self.focusWidget()
        if self.alone is None:
            for pane in (self.middle, self.right):
                pane.setVisible(not self.single or pane is self.front)
        for way in (self.to_right, self.to_list):
            way.setVisible(self.single and self.alone is None)
        if holder and self.middle.isHidden() and self.middle.isAncestorOf(holder):
            self.right.setFocus()  # else the tool bar would have the keys

    def splitter_state(self) -> QByteArray:
        """Where the panes part, as `restore_splitter` takes it: with the sidebar as a pane."""
        return self._wide if self.narrow else self.splitter.saveState()

    def reset_panes(self) -> None:
        """Let the panes part as they did at first."""
        self._wide = QByteArray()
        self.splitter.setSizes(list(SPLIT[1:] if self.narrow else SPLIT))

    def restore_splitter(self, state: QByteArray) -> None:
        """Let the panes part where they did."""
        if self.narrow:
            self._wide = state
        else:
            self.splitter.restoreState(state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room."""
        super().resizeEvent(event)
        self.fold()
        self._make_way()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keys, as Space does; not every platform lets it."""
        button = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(
            button, QAbstractButton
        ):
            button.click()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The banner comes back when a notice goes."""
        if watched is self.notice and event.type() is QEvent.Type.HideToParent:
            self._make_way()
        return super().eventFilter(watched, event)

    def tell(self, text: str) -> None:
        """Say one sentence in the window; it stays until it is put away."""
        self.notice_text.setText(sentence(text))
        self.notice.show()
        self._make_way()

    def _make_way(self) -> None:
        """In a low window the banner stands back while there is something to say."""
        low = self.height() < _LINES * self.fontMetrics().lineSpacing()
        self.banner.setVisible(self.bannered and not (low and self.notice.isVisible()))

    def show_banner(self, *, on: bool) -> None:
        """Show the banner, or put it away."""
        self.bannered = on
        self._make_way()

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.first_steps = FirstSteps()
        self.left = SidePane(self.sidebar, self.first_steps)
        self.splitter.addWidget(self.left)
        self.rail = SideRail()
        self.rail.hide()
        self._wide = QByteArray()
        """Where the panes part, of the time when there was room for the sidebar."""
        self.middle = self._middle()
        self.splitter.addWidget(self.middle)
        self.right = self._right()
        self.splitter.addWidget(self.right)
        self.front = self.middle
        """The one that is shown where there is room for one only."""
        self._pair = list(SPLIT[1:])
        """How wide both were when there was room."""
        self.sidebar.setMinimumWidth(_SIDE)
        self.splitter.setSizes(list(SPLIT))
        for place, stretch in enumerate((0, 1, 1)):
            self.splitter.setStretchFactor(place, stretch)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.banner, self.banner_text = self._strip()
        self.notice, self.notice_text = self._strip()
        self.notice.installEventFilter(self)
        for close in self.banner.findChildren(QToolButton):
            close.clicked.connect(lambda: self.show_banner(on=False))
        for part in (self.banner, self.notice):
            column.addWidget(part)
        panes = QHBoxLayout()
        panes.setSpacing(0)
        panes.addWidget(self.rail)
        panes.addWidget(self.splitter, 1)
        column.addLayout(panes, 1)
        self.setCentralWidget(whole)
        self._lay_out_status()

    def _right(self) -> QTabWidget:
        right = QTabWidget()
        right.setDocumentMode(True)
        right.setAccessibleName(say("Preview, source, comparison and changes"))
        right.tabBar().setAccessibleName(say("Preview, source, comparison or changes"))
        tabs: tuple[tuple[QWidget, str], ...] = (
            (self.preview, say("Preview")),
            (self.source, say("Source")),
            (self.compare, say("Compare")),
            (self.changes, say("Changes")),
        )
        for tab, title in tabs:
            right.addTab(tab, title)
        for later in (self.theme_editor, self.proof):  # their place for Tab is here from the first
            right.removeTab(right.addTab(later, ""))
        right.setMinimumWidth(360)
        self.to_list = _way(say("◂ List"), say("Show the list (F6)"))
        right.setCornerWidget(self.to_list, Qt.Corner.TopLeftCorner)
        for bar in (right.tabBar(), self.lists):
            bar.setElideMode(Qt.TextElideMode.ElideRight)
            bar.setUsesScrollButtons(False)
        return right

    def _lay_out_status(self) -> None:
        """What was saved, how much there is, and what is at work."""
        self.saved = QLabel("")
        self.counts = OneLine(say("Opening the library…"))
        self.job = JobLine()
        for label in (self.saved, self.counts, self.job):
            label.setProperty("quiet", True)
        self.saved.setContentsMargins(0, 0, 12, 0)  # the counts are no part of its time
        self.statusBar().setContentsMargins(8, 0, 0, 0)
        self.statusBar().addWidget(self.saved)
        self.statusBar().addWidget(self.counts, 1)
        self.statusBar().addPermanentWidget(self.job)

    def _middle(self) -> QWidget:
        middle = QWidget()
        middle.setMinimumWidth(380)
        column = QVBoxLayout(middle)
        column.setContentsMargins(6, 0, 6, 0)
        self.lists = ListTabs()
        self.lists.setExpanding(False)
        self.lists.setAccessibleName(say("Candidates, in briefing or library"))
        self.lists.addTab(say("Candidates"))
        self.lists.addTab(say("In briefing"))
        self.lists.addTab(say("Library"))
        self.search.setPlaceholderText(
            say("Search: words, “phrase”, -without, speaker: publisher: after:")
        )
        self.search.setAccessibleName(say("Search"))
        self.search.setClearButtonEnabled(True)
        self.stack = QStackedWidget()
        self.empty = LinkedLine()
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setProperty("quiet", True)
        self.empty.setContentsMargins(12, 0, 12, 0)
        for part in (self.cards, self.order, self.sources, self.empty):
            self.stack.addWidget(part)
        self.arrivals = QToolButton()
        self.arrivals.setProperty("chip", True)
        self.arrivals.hide()
        self.to_right = _way(say("Page ▸"), say("Show the page, or what stands in its place (F6)"))
        tabs = QHBoxLayout()
        tabs.addWidget(self.lists, 1)
        tabs.addWidget(self.to_right)
        column.addLayout(tabs)
        column.addWidget(self.search)
        row = QHBoxLayout()
        row.addWidget(self.chips, 1)
        row.addWidget(self.order_button, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.grouping_button, 0, Qt.AlignmentFlag.AlignTrailing)
        column.addLayout(row)
        column.addWidget(self.arrivals, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.stack, 1)
        # From the search Tab leads into the list; the filters come after it.
        for before, after in pairwise((self.search, self.cards, self.order, self.sources)):
            QWidget.setTabOrder(before, after)
        return middle

    def _strip(self) -> tuple[QFrame, QLabel]:
        """A line across the window that says something, with a button to put it away."""
        strip, text, close = QFrame(), LinkedLine(), QToolButton()
        strip.setProperty("banner", True)
        text.setWordWrap(True)
        text.setOpenExternalLinks(False)
        close.setText("✕")
        close.setAccessibleName(say("Put this line away"))
        close.clicked.connect(strip.hide)
        row = QHBoxLayout(strip)
        row.setContentsMargins(12, 4, 8, 4)
        row.addWidget(text, 1)
        row.addWidget(close)
        strip.hide()
        return strip, text


def _way(words: str, told: str) -> QToolButton:
    """A button that leads to the other pane, where there is room for one only."""
    way = QToolButton()
    way.setText(words)
    way.setToolTip(told)
    way.setAccessibleName(told)
    way.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    way.hide()
    return way


def sentence(text: str) -> str:
    """`text` with a capital; reasons of errors are parts of sentences. A name of a file stays as it is."""
    text = retell(text)
    first = text.partition(" ")[0]
    return f"{text[:1].upper()}{text[1:]}" if first.isalpha() else text


def link(target: str, words: str) -> str:
    """Words to be clicked."""
    return f'<a href="{target}">{words}</a>'


def with_links(told: str, *ways: tuple[str, str]) -> str:
    """A sentence and behind it what can be done; `ways` are targets of links with their words."""
    return PARTS.join((told, *(link(*way) for way in ways)))


def library_files() -> str:
    """Which files a dialog offers where a library is asked for."""
    return f"{say('Library')} (*.db)"
