"""Changes: what this briefing changes against an edition that was delivered."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from html import escape
from textwrap import shorten
from typing import assert_never

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QMenu, QToolButton, QVBoxLayout, QWidget

from briefing.gui.item_models.cards import spell
from briefing.gui.widgets.linked_page import LinkedPage
from briefing.model.changes import Changes, ChangeSort, EditionChange
from briefing.model.desk import Desk
from briefing.model.library import Edition
from briefing.model.passage import Passage
from briefing.retold import retell
from briefing.words import mark, say, say_many

_NOTHING = mark("Export once and this page will show what changed since.")
_SIGNS = {
    ChangeSort.NEW: ("＋", ""),
    ChangeSort.GONE: ("−", ""),
    ChangeSort.MOVED: ("⇅", ""),
    ChangeSort.CONTRADICTED: ("▲", "conflict"),
    ChangeSort.CORROBORATED: ("●", "agree"),
    ChangeSort.CORRECTED: ("✎", ""),
    ChangeSort.WITHDRAWN: ("✎", "conflict"),
}
_OTHERWISE = (
    ChangeSort.CONTRADICTED,
    ChangeSort.CORROBORATED,
    ChangeSort.CORRECTED,
    ChangeSort.WITHDRAWN,
)
"""Changes of an excerpt that stays."""
_SHOWN = 150
MARKED = mark(
    "The exported document says NEW or CHANGED above each quotation that is so since that edition, "
    "with a bar in the margin of Word and PDF"
)
"""What it means that changes are marked."""


class ChangesView(QWidget):
    """Shows `Changes` in the words of the page."""

    opened = Signal(object)
    compared = Signal(object)
    new_wanted = Signal()
    marking_wanted = Signal(bool)
    """Whether the exported document is to say what changed."""
    paged = Signal(object)
    """The `Passage` to show on the page."""
    bars_wanted = Signal(object)
    """The signs of the bars on the page, by `Passage`; empty for none."""
    against_wanted = Signal(object)
    """Number of the edition to compare with; `None` for the last one."""
    since_known = Signal(str)
    """The edition that is compared with from now on, in words; empty if there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = LinkedPage(say("What changed since the last edition"), say(_NOTHING))
        self.mark = QCheckBox(say("Mark changes in the document"))
        self.mark.setToolTip(say(MARKED))
        self.mark.clicked.connect(self.marking_wanted)
        self.bars = QCheckBox(say("Change bars on the page"))
        self.bars.setToolTip(say("A bar beside what changed, in the preview; it is never printed"))
        self.bars.setChecked(True)
        self.bars.toggled.connect(self._tell_bars)
        self._since = ""
        self._signs: dict[Passage, str] = {}
        self.against = QToolButton()
        self.against.setProperty("chip", True)
        self.against.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.against.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.against.setMenu(QMenu(self.against))
        self.against.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self.against, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(self.page)
        column.addWidget(self.bars)
        column.addWidget(self.mark)

    def show_editions(self, editions: Sequence[Edition]) -> None:
        """Offer the editions to compare with; the last one is taken unless another is chosen."""
        menu = self.against.menu()
        menu.clear()
        for place, edition in enumerate(reversed(editions)):
            action = menu.addAction(_named(edition))
            chosen = edition.number if place else None
            action.triggered.connect(lambda _=False, c=chosen: self.against_wanted.emit(c))
        self.against.setVisible(len(editions) > 1)
        names = [_named(edition) for edition in editions]
        if (
            self._since not in names
        ):  # what changed since is told later: the sources are looked through
            self._know_since(names[-1] if names else "")

    def _know_since(self, edition: str) -> None:
        if edition != self._since:
            self._since = edition
            self.since_known.emit(edition)

    def since(self) -> str:
        """The edition that is compared with, in words; empty if there is none."""
        return self._since

    def _tell_bars(self) -> None:
        self.bars_wanted.emit(dict(self._signs) if self.bars.isChecked() else {})

    def show_changes(
        self, edition: Edition | None, changes: Changes | None, new: tuple[int, int],
        against: Mapping[Passage, str],
    ) -> None:  # fmt: skip
        """Show what changed since `edition`.

        `new` counts the sources that have come to the library since, and their excerpts; `against`
        names who contradicts a quotation.
        """
        self._know_since(_named(edition) if edition else "")
        self._signs = signs_of(changes) if changes else {}
        self._tell_bars()
        if edition is None or changes is None:
            self.page.show_hint(say(_NOTHING))
            return
        self.against.setText(f"{say('Compare with: {edition}', edition=_named(edition))} ▾")
        self.page.show_made(lambda: self._html(edition, changes, new, against))

    def _html(
        self, edition: Edition, changes: Changes, new: tuple[int, int],
        against: Mapping[Passage, str],
    ) -> str:  # fmt: skip
        day = f"{spell(edition.date, whole=True)}{_at(edition)}"
        since = say("Since edition {issue}", issue=edition.issue)
        parts = [f"<h3>{since} · {day}</h3>"]
        if new[0]:
            show = self.page.link(say("Show new ones"), self.new_wanted.emit)
            sources = say_many("{n} source", "{n} sources", new[0])
            told = f"{sources} · {say_many('{n} excerpt', '{n} excerpts', new[1])}"
            parts.append(f"<p>＋ {told} &nbsp; {show}</p>")
        if not changes.changes:
            same = say("The quotations are the same, in the same order.")
            parts.append(f"<p class='quiet'>{same}</p>")
        elif summed := summary(changes.changes):
            parts.append(f"<p>{summed}</p>")
        for one in changes.differences:
            matter = escape(retell(one.about))
            told = say("The sources newly differ: {matter}", matter=matter)
            parts.append(f"<p><span class='conflict'>▲ {told}</span></p>")
        parts += (self._change(change, against) for change in changes.changes)
        return "".join(parts)

    def _change(self, change: EditionChange, against: Mapping[Passage, str]) -> str:
        sign, colour = _SIGNS[change.sort]
        said = change.said
        place = _place(change)
        acts = [self.page.link(say("Source"), lambda: self.opened.emit(place))]
        if change.sort is not ChangeSort.GONE:
            acts.append(self.page.link(say("Show"), lambda: self.paged.emit(place)))
        if change.sort in (ChangeSort.CONTRADICTED, ChangeSort.CORROBORATED):
            acts.append(self.page.link(say("Compare"), lambda: self.compared.emit(place)))
        bar = (
            "<td width='3' class='bar'></td>" if change.sort is not ChangeSort.GONE else "<td></td>"
        )
        told = escape(in_words(change, against.get(place, "")))
        words = f"“{_cut(said.text)}”"
        if change.now:
            words += f"<br>{say('Now: {words}', words=f'“{_cut(change.now.exact)}”')}"
        return (
            f"<table cellpadding='4' width='100%'><tr>{bar}<td>"
            f"<span class='{colour}'>{sign} {told}</span><br>"
            f"<span class='words'>{words}</span>"
            f"<br><span class='quiet'>{escape(said.label)}</span> &nbsp; {' &nbsp; '.join(acts)}"
            "</td></tr></table>"
        )


def _place(change: EditionChange) -> Passage:
    """Where the quotation stands, or, if it was corrected, what stands in its place now."""
    return change.now.passage if change.now else change.said.passage


def _cut(words: str) -> str:
    return escape(shorten(words, _SHOWN, placeholder=" …"))


def in_words(change: EditionChange, against: str = "") -> str:
    """A change in the words of the page; `against` names who contradicts the quotation."""
    said = change.said
    detail = f" ({retell(change.detail)})" if change.detail else ""
    place = str(said.place)
    match change.sort:
        case ChangeSort.NEW:
            return say("Quotation {place} is new", place=place)
        case ChangeSort.GONE:
            return say("Quotation {place} of that edition was left out", place=place)
        case ChangeSort.MOVED:
            return say("Quotation {place} moved", place=place) + detail
        case ChangeSort.CONTRADICTED:
            if not against:
                return say("Quotation {place} is now contradicted", place=place)
            return say("Quotation {place} is now contradicted by {who}", place=place, who=against)
        case ChangeSort.CORROBORATED:
            return say("Quotation {place} gained independent sources", place=place) + detail
        case ChangeSort.WITHDRAWN:
            return say("Source “{name}” was withdrawn by its publisher", name=said.label)
        case ChangeSort.CORRECTED:
            if change.stands:
                return say(
                    "Source “{name}” was corrected by its publisher; our quotation still matches",
                    name=said.label,
                )
            return say(
                "Source “{name}” was corrected by its publisher; our quotation stands there no more",
                name=said.label,
            )
        case _:
            assert_never(change.sort)


def summary(changes: Sequence[EditionChange]) -> str:
    """What came, went and moved, in one line: `− Quotation 6 left out · ＋ Quotations 1, 3 new`."""
    told: dict[ChangeSort, str] = {}
    for sort in (ChangeSort.GONE, ChangeSort.NEW, ChangeSort.MOVED):
        places = [str(change.said.place) for change in changes if change.sort is sort]
        count, listed = len(places), ", ".join(places)
        if not places:
            continue
        if sort is ChangeSort.MOVED:
            told[sort] = say_many("{n} moved", "{n} moved", count)
        elif sort is ChangeSort.NEW:
            told[sort] = say_many(
                "Quotation {which} new", "Quotations {which} new", count, which=listed
            )
        else:
            told[sort] = say_many(
                "Quotation {which} left out", "Quotations {which} left out", count, which=listed
            )
    return " · ".join(f"{_SIGNS[sort][0]} {words}" for sort, words in told.items())


def _named(edition: Edition) -> str:
    return f"{say('edition {issue}', issue=edition.issue)} · {spell(edition.date)}"


def _at(edition: Edition) -> str:
    """The time of day at which it was issued, here; empty if that is not known."""
    try:
        return f", {datetime.fromisoformat(edition.issued).astimezone():%H:%M}"
    except ValueError:
        return ""


def changed_since(changes: Changes | None, desk: Desk) -> frozenset[Passage]:
    """The excerpts in the briefing of which something became otherwise than in the edition."""
    found = set()
    for change in changes.changes if changes else ():
        place = change.said.passage
        if change.sort in _OTHERWISE and (item := desk.item(place)):
            found.add(item.whole)
    return frozenset(found)


def signs_of(changes: Changes) -> dict[Passage, str]:
    """What became of each quotation that is still there, by where it is printed from."""
    found: dict[Passage, str] = {}
    for change in changes.changes:
        if change.sort is not ChangeSort.GONE:
            place = _place(change)
            sign = _SIGNS[change.sort][0]
            found[place] = f"{found.get(place, '')}{sign}"
    return found
