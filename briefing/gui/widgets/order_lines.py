"""What the lines of "In briefing" say: a heading, the analyst's own words, or a quotation."""

from collections.abc import Sequence
from functools import lru_cache
from textwrap import shorten

from msgspec import Struct
from PySide6.QtCore import Qt

from briefing.gui.bidi import apart
from briefing.gui.citing import in_marks
from briefing.gui.item_models.cards import spell, told_backing
from briefing.model.citing import Mention, parts_of
from briefing.model.desk import Backing, Included
from briefing.words import say, say_many

LINE = int(Qt.ItemDataRole.UserRole) + 2
"""Role of what a line says: a `Head`, `Own` or `Quote`."""
_SHOWN = 240
"""Characters of a quotation that a line has at hand; what has no room ends in an ellipsis."""
_TOLD = 84
"""Characters of a quotation in the plain words of a line."""


_SHORT = frozenset({"one-page", "talking-points"})
"""Templates that begin with the bottom line, and not with key points."""


def first_title(template: str) -> str:
    """What the part before all themes is called, where the analyst writes a judgment."""
    return say("Bottom line") if template in _SHORT else say("Key points")


class Head(Struct, frozen=True):
    """A section: its title, a remark beside it, and how much stands in it."""

    title: str
    much: str = ""
    aside: str = ""

    def plain(self) -> str:
        """All of it in one line."""
        return "   ".join(part for part in (self.title, self.aside, self.much) if part)


class Own(Struct, frozen=True):
    """The analyst's own words, or (`empty`) where they are written."""

    words: str
    empty: bool

    def plain(self) -> str:
        """As it is read."""
        return f"✎ {self.words}"


class Quote(Struct, frozen=True):
    """A quotation as a line tells it.

    `others` are the numbers of the quotations that say otherwise, `backing` who else in the library
    says so and how many say otherwise, where that is known.
    """

    number: int | None
    words: str
    who: str
    signs: str = ""
    others: tuple[str, ...] = ()
    backing: Backing | None = None
    theme: str = ""

    def plain(self) -> str:
        """Its number on the page and its words; below, who says it and what it says otherwise than."""
        quoted = in_marks(shorten(self.words, _TOLD, placeholder=" …"), self.words)
        below = " · ".join(part for part in (self.who, self.against()) if part)
        return f"{self.number or '–'}  {apart(self.signs + quoted)}\n     {below}"

    def against(self) -> str:
        """Which quotations say otherwise; empty if none does."""
        if not self.others:
            return ""
        return f"▲ {say('other side of {which}', which=', '.join(self.others))}"

    def agreeing(self) -> str:
        """How many origins say so, as the column has it."""
        if self.backing is None:
            return ""
        return f"{'●' if self.backing.origins > 1 else '◌'} {self.backing.origins}"

    def differing(self) -> str:
        """How many sources say otherwise, as the column has it."""
        count = self._conflicting()
        return f"▲ {count}" if count else ""

    def _conflicting(self) -> int:
        return max(self.backing.against if self.backing else 0, len(self.others))

    def spoken(self) -> str:
        """As a screen reader says it."""
        count = self._conflicting()
        conflicting = say_many("{n} conflicts", "{n} conflict", count) if count else ""
        parts = (
            say("Quotation {place}", place=self.number) if self.number else say("Not printed"),
            say("trimmed") if "✂" in self.signs else "",
            say("with a note") if "✎" in self.signs else "",
            say("quote: {words}", words=self.words),
            self.who,
            told_backing(self.backing)[2:] if self.backing else "",
            conflicting,
            self.against()[2:],
        )
        return ". ".join(part for part in parts if part)


def quote(
    item: Included, number: int | None, others: Sequence[str], backing: Backing | None, *,
    noted: bool, under: str = "",
) -> Quote:  # fmt: skip
    """The line of `item`; `noted` tells that there is a note beside it, `under` names its theme."""
    told = (under, item.by or say("speaker unknown"), item.label, spell(item.published))
    parts = filter(None, told)
    who = " · ".join(map(apart, parts))
    signs = ("✂ " if item.whole != item.passage else "") + ("✎ " if noted else "")
    return Quote(number, _short(item.text), who, signs, tuple(others), backing, item.theme)


def cited(text: str, known: Sequence[Included]) -> str:
    """Own words with the sources that they cite by name; `known` are the quotations there are."""
    names = {item.whole.source: item.label for item in known}
    told = []
    for part in parts_of(text):
        if isinstance(part, Mention):
            found = (name for source, name in names.items() if source.startswith(part.source))
            told.append(f" [{next(found, say('a source'))}]")
        else:
            told.append(part)
    return "".join(told)


@lru_cache(1000)
def _short(text: str) -> str:
    """The beginning of a quotation; it is asked for with each change of the list."""
    return shorten(text, _SHOWN, placeholder=" …")
