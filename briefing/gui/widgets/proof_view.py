"""The proof of a finished file: what does not hold first, each beside the words of its source."""

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import PurePath
from textwrap import shorten

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from briefing.gui.bidi import apart
from briefing.gui.citing import in_marks
from briefing.gui.widgets.flow import Flow
from briefing.gui.widgets.linked_page import LinkedPage
from briefing.model.passage import Passage
from briefing.model.report import Finding, Report, Standing, Verdict, differing
from briefing.retold import retell, retell_each
from briefing.retold.standings import STRENGTHS, counted
from briefing.words import say

_SHOWN = 120
"""Letters of a proven quotation that are enough to know it."""


class ProofView(QWidget):
    """Shows what a proof found; its buttons are acts."""

    again_wanted = Signal()
    """The same file is to be proven once more."""
    other_wanted = Signal()
    report_wanted = Signal()
    """The report is to be written to a file."""
    left = Signal()
    source_wanted = Signal(object)
    """The `Passage` of a source that is to be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = LinkedPage(say("Proof of a finished file"), say("Proving…"))
        self.again, self.other = QPushButton(say("Prove again")), QPushButton(say("Another file…"))
        self.save, close = QPushButton(say("Save report…")), QPushButton(say("Close"))
        self.again.clicked.connect(self.again_wanted)
        self.other.clicked.connect(self.other_wanted)
        self.save.clicked.connect(self.report_wanted)
        close.clicked.connect(self.left)
        acts = Flow()
        for button in (self.again, self.other, self.save, close):
            acts.addWidget(button)
        column = QVBoxLayout(self)
        column.addWidget(self.page)
        column.addLayout(acts)

    def show_waiting(self, name: str) -> None:
        """Say that a file is being proven."""
        self.page.show_hint(say("Proving {file}…", file=name))
        self._allow(on=False)

    def show_fault(self, told: str) -> None:
        """Say why a file cannot be proven."""
        self.page.show_hint(told)
        self._allow(on=True, report=False)

    def show_report(self, report: Report) -> None:
        """Show what was found."""
        self.page.show_made(lambda: "".join(self._parts(report)))
        self.page.verticalScrollBar().setValue(0)
        self._allow(on=True)

    def _allow(self, *, on: bool, report: bool = True) -> None:
        for button in (self.again, self.other):
            button.setEnabled(on)
        self.save.setEnabled(on and report)

    def _parts(self, report: Report) -> Iterator[str]:
        name, strength = PurePath(report.file).name, STRENGTHS[report.strength.value]
        grave = [one for one in report.findings if one.grave]
        open_ones = [one for one in report.verdicts if one.standing is not Standing.PROVEN]
        yield f"<h3>{escape(apart(name))}</h3>"
        sure = not open_ones and not grave and report.verdicts
        yield _colour(
            "agree" if sure else "conflict", f"{'●' if sure else '▲'} ", counted(report.counts())
        )
        yield f"<p class='quiet'>{escape(say(strength))}</p>"
        yield from map(self._verdict, open_ones)
        yield from map(_finding, grave)
        yield from map(_finding, (one for one in report.findings if not one.grave))
        proven = [one for one in report.verdicts if one.standing is Standing.PROVEN]
        yield from map(self._proven, proven)

    def _verdict(self, verdict: Verdict) -> str:
        """A quotation that does not hold, and below it the words of its source."""
        sign = "◌" if verdict.standing is Standing.UNCHECKED else "▲"
        said = escape(f"{sign} {say(verdict.standing.value)}")
        parts = [
            f"<b class='conflict'>{said}</b> <span class='quiet'>{_place(verdict.place)}</span>"
        ]
        parts.append(_words(verdict.quote, (change.printed for change in verdict.changes)))
        if verdict.detail:
            parts.append(escape(retell_each(verdict.detail)))
        if verdict.passage:
            parts.append(f"<span class='quiet'>{escape(say('The source has:'))}</span>")
            parts.append(_words(verdict.passage, (change.source for change in verdict.changes)))
        parts.append(self._source(verdict))
        return f"<p>{'<br>'.join(filter(None, parts))}</p>"

    def _proven(self, verdict: Verdict) -> str:
        shown = in_marks(shorten(verdict.quote, _SHOWN, placeholder=" …"), verdict.quote)
        told = f"<br>{escape(retell_each(verdict.detail))}" if verdict.changes else ""
        return (
            f"<p><span class='agree'>●</span> <span class='words'>{escape(apart(shown))}</span> "
            f"<span class='quiet'>{_place(verdict.place)}</span> {self._source(verdict)}{told}</p>"
        )

    def _source(self, verdict: Verdict) -> str:
        """The way to where the words stand."""
        if verdict.source is None or verdict.start is None or verdict.end is None:
            return ""
        passage = Passage(verdict.source, verdict.start, verdict.end)
        return self.page.link(say("Source"), lambda: self.source_wanted.emit(passage))


def _colour(colour: str, sign: str, told: str) -> str:
    return f"<p class='{colour}'>{escape(sign + told)}</p>"


def _place(place: str) -> str:
    return escape(apart(retell(place)))


def _finding(finding: Finding) -> str:
    where = f"{retell(finding.place)}: " if finding.place else ""
    told = escape(apart(where + retell_each(finding.text)))
    if finding.grave:
        return f"<p><b class='conflict'>▲ {escape(say('WARNING'))}</b> {told}</p>"
    return f"<p class='quiet'>{escape(say('note'))}: {told}</p>"


def _words(text: str, marked: Iterable[str]) -> str:
    """Quoted words, with those that differ marked, one after the other."""
    shown = "".join(
        f"<span class='mark'>{escape(it)}</span>" if differs else escape(it)
        for it, differs in differing(text, marked)
    )
    return f"<span class='words'>{in_marks(shown, text)}</span>"
