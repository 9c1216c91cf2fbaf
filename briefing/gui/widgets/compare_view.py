"""Compare: the sides of a claim beside one another, each in its source's own words."""

from datetime import date
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from briefing.gui.citing import in_marks
from briefing.gui.item_models.cards import percent, reprints, spell
from briefing.gui.widgets.linked_page import LinkedPage
from briefing.model.desk import Desk, Settings
from briefing.model.passage import Passage
from briefing.retold import retell
from briefing.words import mark, say, say_many

if TYPE_CHECKING:
    from briefing.workflow.comparing import Comparison, Difference, Side

REASONS = (
    mark("different events"),
    mark("different times"),
    mark("same fact in other words"),
    mark("one is a plan"),
)
"""Why a difference is none; kept in English."""
_SAME = 0.95
"""Share of words in common from which on a text is not shown twice."""
_NOTHING = mark("Nothing is compared yet. Press C on an excerpt.")


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
        super().__init__(say("Comparison of sources"), say(_NOTHING), parent)
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
        parts = [f"<p class='quiet'>{say('Claim')}</p>", self._side(shown.of, "bar")]
        parts.append(self._agreeing(shown))
        if shown.differences:
            told = say_many("{n} source conflicts", "{n} sources conflict", against(shown))
            parts.append(f"<p class='conflict'>▲ {told}</p>")
        parts += map(self._difference, shown.differences)
        if shown.elsewhere:
            others = say("Other differences among these sources")
            parts.append(f"<hr><p class='quiet'>{others}</p>")
            parts += map(self._difference, shown.elsewhere)
        parts.append(_timeline(shown))
        told = say_many(
            "Compared among {n} source of the library.",
            "Compared among {n} sources of the library.",
            shown.sources,
        )
        return "".join([*parts, f"<p class='quiet'>{told}</p>"])

    def _agreeing(self, shown: "Comparison") -> str:
        others = len(shown.agreeing)
        if not others:
            similar = self.link(say("Find similar"), lambda: self.similar_wanted.emit(shown.of))
            told = say("Only this source says so in the library (◌ single source).")
            return f"<p class='quiet'>{told}</p><p>{similar}</p>"
        whole, repeats = others + 1, others + 1 - shown.origins
        told = say_many("{n} source agrees", "{n} sources agree", whole)
        told = f"● {told}: {say_many('{n} independent', '{n} independent', shown.origins)}"
        if repeats > 0:
            told += f", {reprints(repeats)}"
        rows = (self._side(side, "agreeing", of=shown.of) for side in shown.agreeing)
        return f"<p class='agree'>{told}</p>{''.join(rows)}"

    def _difference(self, item: "Difference") -> str:
        settled = self._desk.verdicts.get(item.key)
        rows = "".join(
            self._side(side, "quiet-bar" if settled else "against") for side in item.sides
        )
        places = [side.passage for side in item.sides]
        acts = [self.link(say("Include both sides"), lambda: self.included.emit(places))]
        told = in_words(item)
        line = say("Add “reports differ” line")
        acts.append(self.link(line, lambda: self.differing.emit(told)))
        if settled:
            acts.append(say("you decided: {why}", why=escape(say(settled))))
            acts.append(self.link(say("Take back"), lambda: self.decided.emit(item, "")))
        else:
            acts.append(self.link(say("Not a conflict…"), lambda: self._ask_why(item)))
        why = f" · {escape('; '.join(map(retell, item.because)))}" if item.because else ""
        sign = "◌" if settled else "▲"
        differs = say("differs in: {what}", what=f"<b>{escape(retell(item.about))}</b>")
        head = f"<p>{sign} {differs}<span class='quiet'>{why}</span></p>"
        return f"{head}{rows}<p>{' &nbsp;&nbsp; '.join(acts)}</p>"

    def _ask_why(self, item: "Difference") -> None:
        """Ask why a difference is none, from a short list."""
        menu = QMenu(self)
        for reason in REASONS:
            action = menu.addAction(say(reason))
            action.triggered.connect(lambda _=False, why=reason: self.decided.emit(item, why))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self.viewport().mapToGlobal(self.cursorRect().bottomLeft()))

    def _side(self, side: "Side", bar: str, of: "Side | None" = None) -> str:
        inside = self._desk.chosen() | self._desk.places()
        known = any(side.passage.overlaps(place) for place in inside)
        quoted = in_marks(_marked(side.text, side.value), side.text)
        like, words = "", f"<br><span class='words'>{quoted}</span>"
        if side.likeness is not None and of is not None:
            shared = say("{share} of the words in common", share=percent(side.likeness))
            like = f" · {shared}"
            if side.likeness >= _SAME:
                same = say("same text as {name}", name=escape(of.label))
                like, words = f" · {same}, {percent(side.likeness)}", ""
        value = f"<b>{escape(side.value)}</b> · " if side.value else ""
        who = f" · {escape(side.speaker)}" if side.speaker else ""
        if known:
            put = f"☑ {say('in briefing')}"
        else:
            put = self.link(f"☐ {say('Include')}", lambda: self._put(side.passage))
        show = self.link(say("Source"), lambda: self.opened.emit(side.passage))
        return (
            f"<table width='100%' cellpadding='4'><tr><td width='3' class='{bar}'></td><td>"
            f"<span class='quiet'>{value}{escape(side.label)} · {spell(side.published)}{who}"
            f"{like}</span>"
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
    return f"<hr><p><span class='quiet'>{say('Timeline')}</span> &nbsp; {' ── '.join(days)}</p>"
