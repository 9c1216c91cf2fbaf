"""Compare: the sides of a claim beside one another, each in its source's own words."""

from datetime import date
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from briefing.gui.item_models.cards import spell
from briefing.gui.widgets.linked_page import LinkedPage
from briefing.model.desk import Desk, Settings
from briefing.model.passage import Passage

if TYPE_CHECKING:
    from briefing.workflow.comparing import Comparison, Difference, Side

REASONS = ("different events", "different times", "same fact in other words", "one is a plan")
_SAME = 0.95
"""Share of words in common from which on a text is not shown twice."""
_NOTHING = "Nothing is compared yet. Press C on an excerpt."


class CompareView(LinkedPage):
    """Shows a `Comparison`; its links open, put in, and decide."""

    opened = Signal(object)
    """The `Passage` to show in its source."""
    included = Signal(object)
    """The passages to put in, or to take out if they are in."""
    decided = Signal(object, str)
    """A `Difference`, and why it is none; empty takes that back."""

    similar_wanted = Signal(object)
    """The `Side` of which the like are to be listed."""
    differing = Signal(str)
    """A sentence that says how sources differ, for the analyst's own text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Comparison of sources", _NOTHING, parent)
        self._desk = Desk("", Settings())
        self._shown: Comparison | None = None

    def show_desk(self, desk: Desk) -> None:
        """Know what is in the briefing, and what was decided."""
        before, self._desk = self._desk, desk
        same = before.included == desk.included and before.verdicts == desk.verdicts
        if self._shown and not same:
            self.show_when_seen()

    def show_comparison(self, comparison: "Comparison") -> None:
        """Show who else says so, and who says otherwise."""
        self._shown = comparison
        self.show_made(self._page)
        self.verticalScrollBar().setValue(0)

    def _page(self) -> str:
        shown = self._shown
        if shown is None:
            return ""
        parts = ["<p class='quiet'>Claim</p>", self._side(shown.of, "bar")]
        parts.append(self._agreeing(shown))
        if shown.differences:
            count = against(shown)
            told = f"{count} source conflicts" if count == 1 else f"{count} sources conflict"
            parts.append(f"<p class='conflict'>▲ {told}</p>")
        parts += map(self._difference, shown.differences)
        if shown.elsewhere:
            parts.append("<hr><p class='quiet'>Other differences among these sources</p>")
            parts += map(self._difference, shown.elsewhere)
        parts.append(_timeline(shown))
        told = f"Compared among {shown.sources} sources of the library."
        return "".join([*parts, f"<p class='quiet'>{told}</p>"])

    def _agreeing(self, shown: "Comparison") -> str:
        others = len(shown.agreeing)
        if not others:
            similar = self.link("Find similar", lambda: self.similar_wanted.emit(shown.of))
            told = "Only this source says so in the library (◌ single source)."
            return f"<p class='quiet'>{told}</p><p>{similar}</p>"
        whole, reprints = others + 1, others + 1 - shown.origins
        told = f"● {whole} sources agree: {shown.origins} independent"
        if reprints > 0:
            told += f", {reprints} reprint{'s' * (reprints != 1)}"
        rows = (self._side(side, "agreeing", of=shown.of) for side in shown.agreeing)
        return f"<p class='agree'>{told}</p>{''.join(rows)}"

    def _difference(self, item: "Difference") -> str:
        settled = self._desk.verdicts.get(item.key)
        rows = "".join(
            self._side(side, "quiet-bar" if settled else "against") for side in item.sides
        )
        places = [side.passage for side in item.sides]
        acts = [self.link("Include both sides", lambda: self.included.emit(places))]
        told = in_words(item)
        acts.append(self.link("Add “reports differ” line", lambda: self.differing.emit(told)))
        if settled:
            acts.append(f"you decided: {escape(settled)}")
            acts.append(self.link("Take back", lambda: self.decided.emit(item, "")))
        else:
            acts.append(self.link("Not a conflict…", lambda: self._ask_why(item)))
        why = f" · {escape('; '.join(item.because))}" if item.because else ""
        sign = "◌" if settled else "▲"
        head = (
            f"<p>{sign} differs in: <b>{escape(item.about)}</b><span class='quiet'>{why}</span></p>"
        )
        return f"{head}{rows}<p>{' &nbsp;&nbsp; '.join(acts)}</p>"

    def _ask_why(self, item: "Difference") -> None:
        """Ask why a difference is none, from a short list."""
        menu = QMenu(self)
        for reason in REASONS:
            action = menu.addAction(reason)
            action.triggered.connect(lambda _=False, why=reason: self.decided.emit(item, why))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self.viewport().mapToGlobal(self.cursorRect().bottomLeft()))

    def _side(self, side: "Side", bar: str, of: "Side | None" = None) -> str:
        inside = self._desk.chosen() | self._desk.places()
        known = any(side.passage.overlaps(place) for place in inside)
        like, words = "", f"<br><span class='words'>“{_marked(side.text, side.value)}”</span>"
        if side.likeness is not None and of is not None:
            like = f" · {side.likeness:.0%} of the words in common"
            if side.likeness >= _SAME:
                like, words = f" · same text as {escape(of.label)}, {side.likeness:.0%}", ""
        value = f"<b>{escape(side.value)}</b> · " if side.value else ""
        put = "☑ in briefing" if known else self.link("☐ Include", lambda: self._put(side.passage))
        show = self.link("Source", lambda: self.opened.emit(side.passage))
        return (
            f"<table width='100%' cellpadding='4'><tr><td width='3' class='{bar}'></td><td>"
            f"<span class='quiet'>{value}{escape(side.label)} · {spell(side.published)}{like}</span>"
            f"{words}<br>{put} &nbsp; {show}</td></tr></table>"
        )

    def _put(self, passage: Passage) -> None:
        self.included.emit([passage])


def _marked(text: str, value: str) -> str:
    """The words with the value in them marked, where it stands so."""
    at = text.casefold().find(value.casefold()) if value else -1
    if at < 0:
        return escape(text)
    end = at + len(value)
    inner = f"<span class='mark'>{escape(text[at:end])}</span>"
    return f"{escape(text[:at])}{inner}{escape(text[end:])}"


def in_words(item: "Difference") -> str:
    """How sources differ, in a sentence: who gives which value."""
    values: dict[str, list[str]] = {}
    for side in item.sides:
        label = side.label
        if label not in values.setdefault(side.value, []):
            values[side.value].append(label)
    told = "; ".join(
        f"{' and '.join(labels)} {'give' if len(labels) > 1 else 'gives'} {value}"
        for value, labels in values.items()
    )
    return f"Reports differ – {item.about}: {told}."


def against(shown: "Comparison") -> int:
    """How many other sources say otherwise than the excerpt."""
    sides = (side for item in shown.differences for side in item.sides)
    return len({side.passage.source for side in sides} - {shown.of.passage.source})


def _timeline(shown: "Comparison") -> str:
    """The days, each with the signs of what was said on it; empty where there is but one day."""
    by_day: dict[date, list[str]] = {}
    against = [side for item in shown.differences for side in item.sides]
    sides = [(shown.of, "●"), *((side, "●") for side in shown.agreeing)]
    known = {side.passage.source for side, _ in sides}
    sides += [(side, "▲") for side in against if side.passage.source not in known]
    for side, sign in sides:
        if side.published:
            by_day.setdefault(side.published, []).append(f"{sign} {escape(side.label)}")
    if len(by_day) < 2:  # noqa: PLR2004 - one day is no line
        return ""
    days = (
        f"<b>{spell(day)}</b> {', '.join(dict.fromkeys(said))}"
        for day, said in sorted(by_day.items())
    )
    return f"<hr><p><span class='quiet'>Timeline</span> &nbsp; {' ── '.join(days)}</p>"
