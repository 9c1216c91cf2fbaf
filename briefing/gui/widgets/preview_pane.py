"""The preview: what the page looks like, above it how it is to look, below it whether it fits."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QActionGroup, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefing.gui.item_models.cards import percent
from briefing.gui.own_names import document_names
from briefing.gui.view_models.timers import timer
from briefing.gui.widgets.fit_meter import FitMeter
from briefing.gui.widgets.flow import Flow
from briefing.gui.widgets.one_line import OneLine
from briefing.gui.widgets.page_strip import PageStrip
from briefing.gui.widgets.page_view import PageView
from briefing.model.desk import Desk
from briefing.words import mark, say

TEMPLATES = {
    "full": mark("Full briefing"),
    "one-page": mark("One-page note"),
    "talking-points": mark("Talking points"),
}
STYLES = {
    "chicago-notes": mark("Chicago notes"),
    "numbered": mark("Numbered"),
    "apa": "APA",
    "ics-206": "ICS 206-01",
}
_LASTING = 250
"""Milliseconds after which a build is worth a moving line, which costs a painting of its own."""
_NOTHING = mark("Press Space on an excerpt to put it here.")
_NO_EXCERPT = mark("What you put in stands here as a page.")
_BUILDING = mark("The page is being made…")
_UNBUILT = mark("There is no page yet.")
"""What stands in the place of the page before there is one."""
BEST = 5
"""Excerpts that can be put in at once where nothing is in the briefing."""
_EDGE = 6
_UNMARKED = mark("No marking")
_LATE = 2000
"""Milliseconds after which it is said that a page is being built, and may be left."""
_POINTS = 72
"""Points in an inch."""
_LABELS = {
    mark("Template"): mark("Template: {chosen}"),
    mark("Citations"): mark("Cite: {chosen}"),
    mark("Marking"): mark("Marking: {chosen}"),
    mark("Language"): mark("Language: {chosen}"),
}
"""What a choice is about, and how it says so where there is room for it."""
MARKINGS = ("", "TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")
OTHER = mark("Other…")
"""A marking that is not among them."""


class PreviewPane(QWidget):
    """The page with its pick buttons. A choice becomes `set_wanted(name, value, title of the act)`."""

    set_wanted = Signal(str, object, str)
    marking_wanted = Signal()
    """A handling line of one's own words is wanted."""
    undo_wanted = Signal()
    quotation_wanted = Signal()
    """The quotation is to be shown for which the page may not have been built."""
    best_wanted = Signal()
    """The best excerpts of the list are to be put in."""
    cancel_wanted = Signal()
    """The page that is being built is not to be waited for."""
    build_wanted = Signal()
    """It is to be built after all."""
    shorter_wanted = Signal()
    """The document is to lose the quotation that ranks lowest, which is kept beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = PageView()
        self.strip = PageStrip()
        self.strip.hide()
        self._template = self._pick("template", "Template", TEMPLATES)
        self._style = self._pick("citation_style", "Citations", STYLES)
        self._marking = self._pick("marking", "Marking", {m: m or _UNMARKED for m in MARKINGS})
        other = self._marking.menu().addAction(say(OTHER))
        other.triggered.connect(self.marking_wanted)
        self._language = self._pick("language", "Language", document_names())
        self._working = QProgressBar()
        self._working.setRange(0, 0)
        self._working.setTextVisible(False)
        self._working.setFixedHeight(2)
        self._working.setAccessibleName(say("The page is being built"))
        self._keep_room(self._working)
        self._lasting = timer(self, _LASTING, self._working.show)
        self._late = timer(self, _LATE, self._show_late)
        self._told = ""
        self._chosen: tuple[str, ...] = ()
        self._over = self._waiting = False
        self._pill = QToolButton()
        self._pill.setProperty("chip", True)
        self._pill.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.setSpacing(4)
        self._picks = self._bar()
        column.addLayout(self._picks)
        column.addWidget(self._working)
        column.addWidget(self._failure_line())
        middle = QHBoxLayout()
        middle.setSpacing(4)
        middle.addWidget(self.strip)
        middle.addWidget(self.page, 1)
        column.addLayout(middle, 1)
        column.addWidget(self._pill, 0, Qt.AlignmentFlag.AlignHCenter)
        self.best = QToolButton()
        self.best.setText(say("Add top {n}", n=BEST))
        self.best.setToolTip(
            say("Put the first excerpts of the list in; one undo takes them out again")
        )
        self.best.setProperty("chip", True)
        self.best.clicked.connect(self.best_wanted)
        self.best.hide()
        column.addWidget(self.best, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(self._foot())

    def show_desk(self, desk: Desk) -> None:
        """Name what is chosen."""
        settings = desk.settings
        if desk.included:
            self.page.ghost = ()
            self.best.hide()
        self._hint(_BUILDING if desk.included else self._nothing())
        names = document_names()
        chosen = (
            TEMPLATES.get(settings.template, settings.template),
            STYLES.get(settings.citation_style, mark("own")),
            settings.marking or _UNMARKED,
            names.get(settings.language, settings.language),
        )
        if chosen != self._chosen:  # with each act else all that lies beside them is placed anew
            self._chosen = chosen
            held = (
                settings.template,
                settings.citation_style,
                settings.marking or "",
                settings.language,
            )
            for label, button, one, value in zip(
                _LABELS, self._choices(), chosen, held, strict=True
            ):
                self._name(button, label, one)
                _tick(button, value)
            self._label_picks()

    def offer_markings(self) -> None:
        """Open the menu of the markings."""
        button = self._marking
        button.menu().popup(button.mapToGlobal(button.rect().bottomLeft()))

    def show_fit(self, text: str, *, over: bool) -> None:
        """Say whether the document fits; where it does not, offer to make it shorter."""
        self._told, self._over = f"▲ {text}" if over else text, over
        self._say(self._told, "")
        if self._fit.property("alarm") != over:
            self._fit.setProperty("alarm", over)
            self._fit.style().polish(self._fit)

    def show_nothing(self, sections: Sequence[str] = ()) -> None:
        """Nothing is in the briefing yet; a page would have these `sections`."""
        self.page.ghost = tuple(sections)
        self._hint(self._nothing())
        self.best.setVisible(bool(sections))
        self.show_failure("")
        self.page.clear()
        self._fit.clear()
        self._told = ""
        self.meter.show_share(None)
        self._drop.hide()

    def show_failure(self, text: str, *, quotation: bool = False, undo: bool = False) -> None:
        """Say why the page could not be built, above the last good one; empty hides it.

        With a `quotation` that came in or was changed since, that can be shown; with `undo` there is
        an act that can be taken back.
        """
        self._failure.setText(text)
        self._culprit.setVisible(quotation)
        self._back.setVisible(undo)
        self._failed.setVisible(bool(text))
        if text:
            self._hint(_UNBUILT)

    def _nothing(self) -> str:
        """Where there is nothing to be put in either, Space would do nothing."""
        return _NOTHING if self.page.ghost else _NO_EXCERPT

    def _hint(self, told: str) -> None:
        """Say something in the place of a page, if there is none."""
        self.page.hint = say(told)
        if self.page.printed is None:
            self.page.viewport().update()

    def failure(self) -> str:
        """Why the page could not be built, if that is shown."""
        return self._failure.text()

    def _failure_line(self) -> QFrame:
        self._failed = QFrame()
        self._failed.setProperty("banner", True)
        self._failure = QLabel()
        self._failure.setWordWrap(True)
        self._failure.setProperty("alarm", True)
        self._culprit, again, self._back = QToolButton(), QToolButton(), QToolButton()
        self._culprit.setText(say("Show the quotation"))
        self._culprit.setToolTip(
            say("The one that came in or was changed since the page was built")
        )
        self._culprit.clicked.connect(self.quotation_wanted)
        again.setText(say("Retry"))
        again.clicked.connect(lambda: self._hint(_BUILDING))
        again.clicked.connect(self.build_wanted)
        self._back.setText(say("Undo last change"))
        self._back.clicked.connect(self.undo_wanted)
        column, acts = QVBoxLayout(self._failed), Flow()
        column.addWidget(self._failure)
        column.addLayout(acts)
        for button in (again, self._culprit, self._back):
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
            self._late.stop()
            self._working.hide()
            if self._waiting:
                self._say(self._told, "")
        elif not self._lasting.isActive():
            self._lasting.start()
            self._late.start()

    def _show_late(self) -> None:
        """Say that the page takes long, and offer not to wait for it."""
        self._say(say("Updating preview…"), say("Cancel"))
        self._waiting = True

    def _say(self, text: str, act: str) -> None:
        """Say something in the place of how long the document is, and what can be done about it."""
        self._waiting = False
        self._fit.setText(text)
        self._leave.setText(act)
        self._leave.setVisible(bool(act))
        self._drop.setVisible(self._over and not act)
        self._place_fit()

    def _on_leave(self) -> None:
        if self._waiting:
            self.cancel_wanted.emit()
            self._say(say("The page is as it was before the last change."), say("Update"))
        else:
            self._say(self._told, "")
            self.build_wanted.emit()

    def hold_still(self, *, on: bool) -> None:
        """Let nothing move or pulse: a line that stands says that a page is being built."""
        self.page.still = on
        self._working.setRange(0, 1 if on else 0)
        self._working.setValue(1 if on else 0)

    def _foot(self) -> QVBoxLayout:
        """How long the document is, what can be done about it, and how large it is shown."""
        self._fit = OneLine()
        self._fit.setProperty("quiet", True)
        self.meter = FitMeter()
        self._length = QWidget()
        told = self._told_row = QHBoxLayout(self._length)
        told.setContentsMargins(_EDGE, 0, 0, 0)
        told.setSpacing(2 * _EDGE)
        told.addWidget(self.meter, 0, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        told.addWidget(self._fit, 1)
        self._drop, self._leave = QToolButton(), QToolButton()
        self._drop.setText(say("Drop lowest-ranked"))
        self._drop.setToolTip(
            say("Park the quotation that ranks lowest; it is kept, and not printed")
        )
        self._drop.clicked.connect(self.shorter_wanted)
        self._leave.clicked.connect(self._on_leave)
        self._row = row = QHBoxLayout()
        row.addStretch(0)
        for button in (self._leave, self._drop):
            button.setProperty("chip", True)
            button.hide()
            row.addWidget(button)
        row.addLayout(self._zoom())
        self._lines = QVBoxLayout()
        self._lines.addLayout(row)
        row.insertWidget(0, self._length, 1)
        return self._lines

    def _place_fit(self) -> None:
        """Words that have no room beside the buttons stand above them; if need be, below the meter."""
        room = self.width() - 2 * _EDGE
        self._told_row.setDirection(QBoxLayout.Direction.LeftToRight)
        if self._length.sizeHint().width() > room:
            self._told_row.setDirection(QBoxLayout.Direction.TopToBottom)
        buttons = sum(
            item.sizeHint().width() + self._row.spacing()
            for at in range(self._row.count())
            if (item := self._row.itemAt(at)) and item.widget() is not self._length
        )
        beside = self._length.sizeHint().width() + buttons <= room
        if beside is (self._row.indexOf(self._length) >= 0):
            return
        if beside:
            self._row.insertWidget(0, self._length, 1)
        else:
            self._lines.insertWidget(0, self._length)

    def _choices(self) -> tuple[QToolButton, ...]:
        return self._template, self._style, self._marking, self._language

    def _bar(self) -> Flow:
        row = Flow()
        for button in self._choices():
            row.addWidget(button)
        return row

    def _zoom(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.pages = QToolButton()
        self.pages.setText("▥")
        self.pages.setCheckable(True)
        self.pages.setAccessibleName(say("Small pages"))
        self.pages.setToolTip(say("Small pictures of the pages beside the page"))
        row.addWidget(self.pages)
        for text, name, act in (
            ("–", say("Smaller"), lambda: self.page.set_zoom(self.page.scale() / 1.15)),
            (say("Fit"), say("Fit the width"), lambda: self.page.set_zoom(None)),
            ("+", say("Larger"), lambda: self.page.set_zoom(self.page.scale() * 1.15)),
        ):
            button = QToolButton()
            button.setText(text)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(act)
            row.addWidget(button)
            if text == say("Fit"):
                self._zoomed = button
        self.page.zoomed.connect(self._name_zoom)
        return row

    def _name_zoom(self, scale: float) -> None:
        """Say how large the page is, 100 % being its size on paper."""
        fits = self.page.zoom is None
        shown = scale * _POINTS / self.logicalDpiX()
        self._zoomed.setText(say("Fit") if fits else percent(shown))

    def _pick(self, name: str, label: str, choices: dict[str, str]) -> QToolButton:
        button = QToolButton()
        button.setProperty("chip", True)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        group = QActionGroup(menu)
        # One that is named in no menu, such as a marking of one's own, leaves all of them without a tick.
        group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        for value, title in choices.items():
            action = menu.addAction(say(title))
            action.setCheckable(True)
            action.setData(value)
            action.setActionGroup(group)
            action.triggered.connect(
                lambda _=False, v=value, t=title: self._choose(button, name, v, f"{label}: {t}")
            )
        button.setMenu(menu)
        self._name(button, label, "…")
        return button

    def _choose(self, button: QToolButton, name: str, value: str, act: str) -> None:
        """Make a choice; what is chosen already is no act, which would have to be undone."""
        if value == button.property("held"):
            _tick(button, value)
        else:
            self.set_wanted.emit(name, value, act)

    def _name(self, button: QToolButton, label: str, chosen: str) -> None:
        button.setProperty("chosen", chosen)
        button.setToolTip(say(label))
        button.setAccessibleName(f"{say(label)}: {say(chosen)}")
        button.setText(f"{say(chosen)} ▾")

    def _label_picks(self) -> None:
        """Say what each choice is about, where all of them have room for that in one line."""
        picks = self._choices()
        for label, button in zip(_LABELS.values(), picks, strict=True):
            chosen = button.property("chosen")
            told = say("none") if chosen == _UNMARKED else say(chosen)
            button.setText(f"{say(label, chosen=told)} ▾")
        if self._picks.sizeHint().width() > self.width() - 2 * _EDGE:
            for button in picks:
                button.setText(f"{say(button.property('chosen'))} ▾")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name the choices as there is room."""
        super().resizeEvent(event)
        self._label_picks()
        self._place_fit()

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters leave less room."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._label_picks()

    def _keep_room(self, widget: QWidget) -> None:
        policy = widget.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        widget.setSizePolicy(policy)
        widget.hide()


def _tick(button: QToolButton, value: str) -> None:
    """Tick in its menu what is chosen."""
    button.setProperty("held", value)
    for action in button.menu().actions():
        if action.isCheckable():
            action.setChecked(action.data() == value)
