"""The theme editor: words, phrases, nearness and exclusions, with what they find beside them."""

from collections.abc import Collection, Iterable
from html import escape
from itertools import pairwise
from textwrap import shorten
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefing.gui.bidi import apart
from briefing.gui.item_models.cards import spell
from briefing.gui.view_models.timers import timer
from briefing.gui.widgets.flow import Flow
from briefing.gui.widgets.linked_page import LinkedPage
from briefing.gui.widgets.weight_line import WeightLine
from briefing.gui.work import own_themes
from briefing.model.theme import Exclusion, Match, Theme
from briefing.words import mark, number, say, say_many

if TYPE_CHECKING:
    from briefing.workflow.theme_study import Line, Study

_KINDS = (mark("one of"), mark("all of"), mark("near"), mark("not"))
_WEIGHTS = {mark("low"): 0.5, mark("normal"): 1.0, mark("high"): 2.0}
_SHOWN = 180
_BELOW = 6
"""Pixels between two rules."""
_RULES, _RESULTS = 7, 6
"""Lines of text for which rules and results have room at least."""


class RuleRow(QWidget):
    """One rule: its kind, its phrases, how near, what it weighs, and how much it finds."""

    changed = Signal()
    removed = Signal(object)

    def __init__(self, kind: str, rule: Match | Exclusion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rule = rule
        self.kind = QComboBox()
        for one in _KINDS:
            self.kind.addItem(say(one), one)
        self.kind.setCurrentIndex(_KINDS.index(kind))
        self.kind.setAccessibleName(say("Kind of rule"))
        phrases = rule.any if not isinstance(rule, Match) else rule.any or rule.all or rule.near
        self.phrases = QLineEdit("; ".join(phrases) or (rule.regex or ""))
        self.phrases.setPlaceholderText(say("phrases, with semicolons between them"))
        self.phrases.setAccessibleName(say("Phrases"))
        self.phrases.setCursorPosition(0)
        self._pattern = bool(rule.regex and not phrases)
        self.phrases.setReadOnly(self._pattern)
        self.within = QSpinBox()
        self.within.setRange(1, 50)
        self.within.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.within.setFrame(False)
        self.within.setSuffix(f" {say('words')}")
        self.within.setAccessibleName(say("Within so many words"))
        self.within.setValue(rule.within if isinstance(rule, Match) else 8)
        self.weight = QComboBox()
        for one in _WEIGHTS:
            self.weight.addItem(say(one), one)
        self.weight.setAccessibleName(say("Weight"))
        weighs = _nearest(rule.weight if isinstance(rule, Match) else 1.0)
        self.weight.setCurrentIndex(self.weight.findData(weighs))
        self.found = QLabel()
        self.found.setProperty("quiet", True)
        self.found.setMinimumWidth(44)
        self.found.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.remove = QToolButton()
        self.remove.setText("✕")
        self.remove.setAccessibleName(say("Take this rule out"))
        self.remove.clicked.connect(lambda: self.removed.emit(self))
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, _BELOW)
        column.setSpacing(2)
        for part in (self.kind, self.within, self.weight, self.found, self.remove):
            row.addWidget(part)
        row.setStretchFactor(self.found, 1)
        column.addLayout(row)
        column.addWidget(self.phrases)
        self.kind.currentTextChanged.connect(self._on_kind)
        self.phrases.textChanged.connect(self.changed)
        self.within.valueChanged.connect(self.changed)
        self.weight.currentTextChanged.connect(self.changed)
        self._show_kind()

    def rule(self) -> Match | Exclusion | None:
        """The rule as it stands; `None` while it has too few phrases."""
        kind = self.kind.currentData()
        if self._pattern:
            return self._rule
        phrases = tuple(part.strip() for part in self.phrases.text().split(";") if part.strip())
        if not phrases or (kind == "near" and len(phrases) < 2):  # noqa: PLR2004 - two are near
            return None
        if kind == "not":
            return Exclusion(any=phrases)
        weight = self._weight()
        if kind == "near":
            return Match(near=phrases, within=self.within.value(), weight=weight)
        return (
            Match(all=phrases, weight=weight)
            if kind == "all of"
            else Match(any=phrases, weight=weight)
        )

    def _weight(self) -> float:
        """What was there before, unless another step was chosen."""
        chosen = str(self.weight.currentData())
        before = self._rule.weight if isinstance(self._rule, Match) else 1.0
        return before if _nearest(before) == chosen else _WEIGHTS[chosen]

    def _on_kind(self) -> None:
        self._show_kind()
        self.changed.emit()

    def _show_kind(self) -> None:
        kind = self.kind.currentData()
        self.kind.setEnabled(not self._pattern)
        self.within.setVisible(kind == "near")
        self.weight.setVisible(kind != "not")


class ThemeEditor(QWidget):
    """Changes a theme; nothing is kept until `done`."""

    changed = Signal(object)
    """The `Theme` as it stands now."""
    kept = Signal(object)
    """The `Theme` to keep."""
    left = Signal()
    """The editor is to close, with nothing kept."""
    suggestions_wanted = Signal()
    reset_wanted = Signal()
    """The theme is to be again as the program brings it."""
    file_wanted = Signal(object)
    """The `Theme` to write to a file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme("", "", "", ())
        self._taken: Collection[str] = ()
        self._rows: list[RuleRow] = []
        self.name = QLineEdit()
        self.question = QLineEdit()
        form = QFormLayout()
        form.addRow(say("&Name"), self.name)
        form.addRow(say("&Question"), self.question)
        self.colour = QToolButton()
        self.colour.setText(f"{say('Colour')} ▾")
        self.colour.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.colour.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.colour.setAccessibleName(say("Colour of the theme"))
        self.colours = QMenu(self.colour)
        self.colour.setMenu(self.colours)
        form.addRow("", self.colour)
        self.weight = WeightLine()
        self.weight.changed.connect(self._tell)
        form.addRow(say("&Weight"), self.weight)
        self._rules = QVBoxLayout()
        # Few rules stand at the top, and do not spread over the room that there is.
        self._rules.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._holder = holder = QWidget()
        holder.setLayout(self._rules)
        area = QScrollArea()
        area.setWidget(holder)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setAccessibleName(say("Rules of the theme"))
        self.result = LinkedPage(say("What the theme finds"), say("Counting…"))
        self._area = area
        inside = QWidget()
        parts = QVBoxLayout(inside)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.addLayout(form)
        parts.addWidget(area, 3)
        parts.addLayout(self._acts())
        parts.addWidget(self.result, 3)
        whole = QScrollArea()
        whole.setWidget(inside)
        whole.setWidgetResizable(True)
        whole.setFrameShape(QScrollArea.Shape.NoFrame)
        whole.setAccessibleName(say("Theme"))
        column = QVBoxLayout(self)
        column.addWidget(whole)
        column.addLayout(self._ends())
        self.name.textChanged.connect(self._tell)
        self.question.textChanged.connect(self._tell)

    def edit(self, theme: Theme, taken: Collection[str] = ()) -> None:
        """Begin with `theme`; one without an id gets one that is not among those `taken`."""
        line = self.fontMetrics().lineSpacing()
        self._area.setMinimumHeight(_RULES * line)
        self.result.setMinimumHeight(_RESULTS * line)
        for row in list(self._rows):
            self._drop(row)
        self._theme, self._taken = theme, taken
        for field, text in ((self.name, theme.title), (self.question, theme.question)):
            field.blockSignals(True)
            field.setText(text)
            field.setCursorPosition(0)
            field.blockSignals(False)
        self.weight.show_weight(theme.weight)
        for match in theme.matches:
            kind = "near" if match.near else "all of" if match.all else "one of"
            self._add(kind, match)
        for part in theme.exclusions:
            self._add("not", part)
        self._area.verticalScrollBar().setValue(0)
        self.result.show_hint(say("Counting…"))

    def theme(self) -> Theme:
        """The theme as it stands."""
        rules = [row.rule() for row in self._rows]
        title = self.name.text().strip() or self._theme.title
        return Theme(
            self._theme.id or own_themes.new_id(title, self._taken), title, self.question.text().strip(),
            tuple(rule for rule in rules if isinstance(rule, Match)),
            tuple(rule for rule in rules if isinstance(rule, Exclusion)),
            self.weight.weight(),
        )  # fmt: skip

    def show_state(self, colour: QIcon | None, *, changed_starter: bool) -> None:
        """Show the colour of the theme, if it has one yet, and the way back to bundled, if there is one."""
        self.colour.setVisible(colour is not None)
        if colour is not None:
            self.colour.setIcon(colour)
        self.reset.setVisible(changed_starter)

    def show_included(self, count: int) -> None:
        """Say from how many excerpts of the briefing words are proposed."""
        title = f"{say('Suggest from my excerpts')} ({count})"
        self.suggest.setText(title if count else say("Suggest words"))

    def show_study(self, study: "Study") -> None:
        """Show what each rule finds, and what is gained and lost."""
        barred = list(study.barred)
        matches = iter(study.rules)
        for row in self._rows:
            rule = row.rule()
            if isinstance(rule, Match):
                row.found.setText(str(next(matches, "")))
            elif rule is not None and barred:
                kept_out = barred.pop(0)
                row.found.setText(f"−{kept_out}" if kept_out else "0")
        self.result.show_made(lambda: _result(study))

    def begin_rule(self) -> None:
        """Have a rule ready to be typed, where there is none yet."""
        if not self._rows:
            self._begin("one of")

    def add_phrase(self, phrase: str) -> None:
        """Add a phrase as a rule of its own, or to the first of that kind."""
        row = next((row for row in self._rows if row.kind.currentData() == "one of"), None)
        if row is None or row.phrases.isReadOnly():
            self._add("one of", Match(any=(phrase,)))
        else:
            row.phrases.setText(f"{row.phrases.text().rstrip('; ')}; {phrase}".lstrip("; "))
        self._tell()

    def add_rules(self, rules: Iterable[Match]) -> None:
        """Add proposed words, a rule for each weight they have."""
        for rule in rules:
            self._add("one of", rule)
        self._tell()

    def _add(self, kind: str, rule: Match | Exclusion) -> RuleRow:
        row = RuleRow(kind, rule)
        row.changed.connect(self._tell)
        row.removed.connect(self._on_removed)
        before = self._rows[-1].phrases if self._rows else self._area
        self._rows.append(row)
        self._rules.addWidget(row)
        stops = (before, row.kind, row.within, row.weight, row.remove, row.phrases)
        for one, after in pairwise(stops):
            QWidget.setTabOrder(one, after)
        return row

    def _begin(self, kind: str) -> None:
        """A further rule, in sight, to be typed into."""
        row = self._add(kind, Match())
        row.show()
        row.phrases.setFocus()
        # Only once it has its place can the area go there.
        timer(row, 0, lambda: self._go_to(row)).start()

    def _go_to(self, row: RuleRow) -> None:
        # The holder grows when it is asked to, and only then does the area know how far it can go.
        QCoreApplication.sendEvent(self._holder, QEvent(QEvent.Type.LayoutRequest))
        self._area.ensureWidgetVisible(row)

    def _drop(self, row: RuleRow) -> None:
        self._rows.remove(row)
        self._rules.removeWidget(row)
        row.deleteLater()

    def _on_removed(self, row: RuleRow) -> None:
        self._drop(row)
        self._tell()

    def _acts(self) -> Flow:
        line = Flow()
        for kind, title in (
            ("one of", say("+ Phrases")), ("near", say("+ Near")),
            ("all of", say("+ All of")), ("not", say("+ Not")),
        ):  # fmt: skip
            button = QPushButton(title)
            button.clicked.connect(lambda _=False, k=kind: self._begin(k))
            line.addWidget(button)
        self.suggest = QPushButton(say("Suggest words"))
        self.suggest.clicked.connect(self.suggestions_wanted)
        self.share = QPushButton(say("Save as file…"))
        self.share.clicked.connect(lambda: self.file_wanted.emit(self.theme()))
        for button in (self.suggest, self.share):
            line.addWidget(button)
        return line

    def _ends(self) -> QHBoxLayout:
        line = QHBoxLayout()
        revert = QPushButton(say("Revert"))
        revert.clicked.connect(self._on_revert)
        close = QPushButton(say("Close"))
        close.clicked.connect(self.left)
        self.done = QPushButton(say("Done"))
        self.done.setDefault(True)
        self.done.clicked.connect(lambda: self.kept.emit(self.theme()))
        self.reset = QPushButton(say("Reset to bundled"))
        self.reset.clicked.connect(self.reset_wanted)
        self.reset.hide()
        line.addWidget(revert)
        line.addWidget(self.reset)
        line.addStretch()
        line.addWidget(close)
        line.addWidget(self.done)
        return line

    def _on_revert(self) -> None:
        self.edit(self._theme, self._taken)
        self._tell()

    def _tell(self) -> None:
        theme = self.theme()
        for button in (self.done, self.share):
            button.setEnabled(bool(theme.matches and theme.title))
        self.changed.emit(theme)


def _result(study: "Study") -> str:
    result = say_many(
        "Live result: {n} paragraph (was {before})",
        "Live result: {n} paragraphs (was {before})",
        study.now,
        before=study.before,
    )
    among = say_many(
        "among the {n} latest source of the library",
        "among the {n} latest sources of the library",
        study.sources,
    )
    head = (
        f"<h3>{result} ＋{number(study.gains)} −{number(study.losses)}</h3>"
        f"<p class='quiet'>{among}</p>"
    )
    gained = "".join(_line("＋", "agree", line) for line in study.gained)
    lost = "".join(_line("−", "conflict", line) for line in study.lost)
    return head + gained + lost


def _line(sign: str, colour: str, line: "Line") -> str:
    words = escape(apart(f"“{shorten(line.text, _SHOWN, placeholder=' …')}”"))
    where = " · ".join(map(apart, (line.label, spell(line.published))))
    return (
        f"<p><span class='{colour}'>{sign}</span> <span class='words'>{words}</span> "
        f"<span class='quiet'>{escape(where)}</span></p>"
    )


def _nearest(weight: float) -> str:
    return min(_WEIGHTS, key=lambda name: abs(_WEIGHTS[name] - weight))
