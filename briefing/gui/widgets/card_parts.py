"""Where the words of a card's first and last line stand: for the painter, and for who clicks on them."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

from briefing.gui.bidi import apart
from briefing.gui.item_models.cards import spell
from briefing.model.desk import ShownCard
from briefing.retold import retell
from briefing.words import say

_BETWEEN = 12
"""Pixels between two marks."""
_WHO = 0.6
"""Share of the foot's names that who speaks may take where both have no room."""
_MEASURED = 2000
"""Words whose width is remembered for one font."""
_WHY = 16
"""Letters of the reason below which it is not begun; `W` tells it whole."""


class Mark(Struct, frozen=True):
    """A few words at the end of the first line; `part` is what a click on them means."""

    text: str
    colour: str
    part: str = ""


class Foot(Struct, frozen=True):
    """The last line: who speaks, where and when, why the card is ranked so; cut to their room.

    `wide` is the width of `who`, `why_wide` that of the reason.
    """

    who: str
    wide: float
    rest: str
    why: str
    why_wide: float


class Measures:
    """How wide words are in a font. Those that many cards have, such as names, are measured once."""

    def __init__(self, font: QFont) -> None:
        self._metrics = QFontMetricsF(font)
        self._wide: dict[str, float] = {}
        self.height = self._metrics.height()

    def wide(self, text: str) -> float:
        """Pixels that `text` takes."""
        found = self._wide.get(text)
        if found is None:
            if len(self._wide) > _MEASURED:
                self._wide.clear()
            found = self._wide[text] = self._metrics.horizontalAdvance(text)
        return found

    def cut(self, text: str, room: float) -> tuple[str, float]:
        """`text` as far as there is room, with an ellipsis where it goes on, and how wide that is."""
        if (wide := self.wide(text)) <= room:
            return text, wide
        shown = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        return shown, self._metrics.horizontalAdvance(shown)

    def letters(self, count: int) -> float:
        """Pixels that so many letters take about."""
        return count * self._metrics.averageCharWidth()


def measures(font: QFont) -> Measures:
    """Those of `font`."""
    return _measures(font.toString())


@lru_cache(maxsize=8)
def _measures(told: str) -> Measures:
    font = QFont()
    font.fromString(told)
    return Measures(font)


def placed(
    marks: Sequence[Mark], room: float, plain: Measures
) -> Iterator[tuple[Mark, float, float]]:
    """Each mark with how far from the line's beginning it starts, and how wide it is."""
    end = room
    for mark in marks:
        wide = plain.wide(mark.text)
        yield mark, end - wide, wide
        end -= wide + _BETWEEN


def speakers_font(card: ShownCard, font: QFont) -> QFont:
    """The font of who speaks: slanted where nobody is known."""
    made = QFont(font)
    made.setItalic(card.speaker is None)
    return made


def foot(card: ShownCard, font: QFont, room: float) -> Foot:
    """The last line of `card` in `room` pixels; the day is never cut off."""
    plain, slanted = measures(font), measures(speakers_font(card, font))
    day = f" · {apart(spell(card.published))}"
    names = room - plain.wide(day)
    speaker, label = apart(card.speaker or say("speaker unknown")), f" · {apart(card.label)}"
    beside = min(plain.wide(label), names * (1 - _WHO))
    who, wide = slanted.cut(speaker, names - beside)
    rest = f"{plain.cut(label, max(0.0, names - wide))[0]}{day}"
    left = room - wide - plain.wide(rest) - 16
    why = apart(say("Why: {reasons}", reasons=retell(card.because[0]))) if card.because else ""
    shown, why_wide = plain.cut(why, left) if left >= plain.letters(_WHY) else ("", 0.0)
    return Foot(who, wide, rest, shown, why_wide)
