"""The preview: what the page looks like, above it how it is to look, below it whether it fits."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefing.gui.view_models.timers import timer
from briefing.gui.widgets.flow import Flow
from briefing.gui.widgets.page_strip import PageStrip
from briefing.gui.widgets.page_view import PageView
from briefing.model.desk import Desk

TEMPLATES = {
    "full": "Full briefing",
    "one-page": "One-page note",
    "talking-points": "Talking points",
}
STYLES = {
    "chicago-notes": "Chicago notes",
    "numbered": "Numbered",
    "apa": "APA",
    "ics-206": "ICS 206-01",
}
_LASTING = 250
"""Milliseconds after which a build is worth a moving line, which costs a painting of its own."""
_NOTHING = "Press Space on an excerpt to put it here."
_BUILDING = "The page is being made…"
"""What stands in the place of the page before there is one."""
MARKINGS = ("", "TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")


class PreviewPane(QWidget):
    """The page with its pick buttons. A choice becomes `set_wanted(name, value, title of the act)`."""

    set_wanted = Signal(str, object, str)
    undo_wanted = Signal()
    quotation_wanted = Signal()
    """The quotation is to be shown for which the page may not have been built."""
    shorter_wanted = Signal()
    """The document is to lose the quotation that ranks lowest, which is kept beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = PageView()
        self.strip = PageStrip()
        self.strip.hide()
        self._template = self._pick("template", "Template", TEMPLATES)
        self._style = self._pick("citation_style", "Citations", STYLES)
        self._marking = self._pick("marking", "Marking", {m: m or "No marking" for m in MARKINGS})
        self._working = QProgressBar()
        self._working.setRange(0, 0)
        self._working.setTextVisible(False)
        self._working.setFixedHeight(2)
        self._working.setAccessibleName("The page is being built")
        self._keep_room(self._working)
        self._lasting = timer(self, _LASTING, self._working.show)
        self._pill = QToolButton()
        self._pill.setProperty("chip", True)
        self._pill.hide()
        self._fit = QLabel()
        self._fit.setProperty("quiet", True)
        self._drop = QToolButton()
        self._drop.setText("Drop lowest-ranked")
        self._drop.setToolTip("Park the quotation that ranks lowest; it is kept, and not printed")
        self._drop.setProperty("chip", True)
        self._drop.clicked.connect(self.shorter_wanted)
        self._drop.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(4)
        column.addLayout(self._bar())
        column.addWidget(self._working)
        column.addWidget(self._failure_line())
        middle = QHBoxLayout()
        middle.setSpacing(4)
        middle.addWidget(self.strip)
        middle.addWidget(self.page, 1)
        column.addLayout(middle, 1)
        column.addWidget(self._pill, 0, Qt.AlignmentFlag.AlignHCenter)
        below = QHBoxLayout()
        below.addWidget(self._fit, 1)
        below.addWidget(self._drop)
        below.addLayout(self._zoom())
        column.addLayout(below)

    def show_desk(self, desk: Desk) -> None:
        """Name what is chosen."""
        settings = desk.settings
        self.page.hint = _BUILDING if desk.included else _NOTHING
        if self.page.printed is None:
            self.page.viewport().update()
        self._name(self._template, "Template", TEMPLATES.get(settings.template, settings.template))
        self._name(self._style, "Citations", STYLES.get(settings.citation_style, "own"))
        self._name(self._marking, "Marking", settings.marking or "No marking")

    def offer_markings(self) -> None:
        """Open the menu of the markings."""
        button = self._marking
        button.menu().popup(button.mapToGlobal(button.rect().bottomLeft()))

    def show_fit(self, text: str, *, over: bool) -> None:
        """Say whether the document fits; where it does not, offer to make it shorter."""
        self._fit.setText(f"▲ {text}" if over else text)
        self._drop.setVisible(over)
        if self._fit.property("alarm") != over:
            self._fit.setProperty("alarm", over)
            self._fit.style().polish(self._fit)

    def show_nothing(self) -> None:
        """Nothing is in the briefing yet."""
        self.page.clear()
        self._fit.clear()
        self._drop.hide()

    def show_failure(self, text: str, *, quotation: bool = False) -> None:
        """Say why the page could not be built, above the last good one; empty hides it.

        With a `quotation` that came in or was changed since, that can be shown.
        """
        self._failure.setText(text)
        self._culprit.setVisible(quotation)
        self._failed.setVisible(bool(text))

    def failure(self) -> str:
        """Why the page could not be built, if that is shown."""
        return self._failure.text()

    def _failure_line(self) -> QFrame:
        self._failed = QFrame()
        self._failed.setProperty("banner", True)
        self._failure = QLabel()
        self._failure.setWordWrap(True)
        self._failure.setProperty("alarm", True)
        self._culprit, undo = QToolButton(), QToolButton()
        self._culprit.setText("Show the quotation")
        self._culprit.setToolTip("The one that came in or was changed since the page was built")
        self._culprit.clicked.connect(self.quotation_wanted)
        undo.setText("Undo last change")
        undo.clicked.connect(self.undo_wanted)
        column, acts = QVBoxLayout(self._failed), Flow()
        column.addWidget(self._failure)
        column.addLayout(acts)
        for button in (self._culprit, undo):
            button.setProperty("chip", True)
            acts.addWidget(button)
        self._failed.hide()
        return self._failed

    def show_pill(self, text: str) -> None:
        """Tell of a change that is out of sight; empty hides it."""
        self._pill.setText(text)
        self._pill.setVisible(bool(text))

    @property
    def pill(self) -> QToolButton:
        """The pill, to be clicked."""
        return self._pill

    def show_busy(self, busy: bool) -> None:
        """Show that a build is running, once it has lasted: most are over before."""
        if not busy:
            self._lasting.stop()
            self._working.hide()
        elif not self._lasting.isActive():
            self._lasting.start()

    def hold_still(self, *, on: bool) -> None:
        """Let nothing move or pulse: a line that stands says that a page is being built."""
        self.page.still = on
        self._working.setRange(0, 1 if on else 0)
        self._working.setValue(1 if on else 0)

    def _bar(self) -> Flow:
        row = Flow()
        for button in (self._template, self._style, self._marking):
            row.addWidget(button)
        return row

    def _zoom(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.pages = QToolButton()
        self.pages.setText("▥")
        self.pages.setCheckable(True)
        self.pages.setAccessibleName("Small pages")
        self.pages.setToolTip("Small pictures of the pages beside the page")
        row.addWidget(self.pages)
        for text, name, act in (
            ("–", "Smaller", lambda: self.page.set_zoom(self.page.scale() / 1.15)),
            ("Fit", "Fit the width", lambda: self.page.set_zoom(None)),
            ("+", "Larger", lambda: self.page.set_zoom(self.page.scale() * 1.15)),
        ):
            button = QToolButton()
            button.setText(text)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(act)
            row.addWidget(button)
        return row

    def _pick(self, name: str, label: str, choices: dict[str, str]) -> QToolButton:
        button = QToolButton()
        button.setProperty("chip", True)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        group = QActionGroup(menu)
        for value, title in choices.items():
            action = menu.addAction(title)
            action.setActionGroup(group)
            action.triggered.connect(
                lambda _=False, v=value, t=title: self.set_wanted.emit(name, v, f"{label}: {t}")
            )
        button.setMenu(menu)
        self._name(button, label, label)
        return button

    def _name(self, button: QToolButton, label: str, chosen: str) -> None:
        button.setText(f"{chosen} ▾")
        button.setToolTip(label)
        button.setAccessibleName(f"{label}: {chosen}")

    def _keep_room(self, widget: QWidget) -> None:
        policy = widget.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        widget.setSizePolicy(policy)
        widget.hide()
