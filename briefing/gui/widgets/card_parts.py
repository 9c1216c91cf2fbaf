"""Where the words of a card's first and last line stand: for the painter, and for who clicks on them."""

from collections.abc import Iterator, Sequence

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


def placed(
    marks: Sequence[Mark], room: float, metrics: QFontMetricsF
) -> Iterator[tuple[Mark, float, float]]:
    """Each mark with how far from the line's beginning it starts, and how wide it is."""
    end = room
    for mark in marks:
        wide = metrics.horizontalAdvance(mark.text)
        yield mark, end - wide, wide
        end -= wide + _BETWEEN


def speakers_font(card: ShownCard, font: QFont) -> QFont:
    """The font of who speaks: slanted where nobody is known."""
    made = QFont(font)
    made.setItalic(card.speaker is None)
    return made


def foot(card: ShownCard, font: QFont, room: float) -> Foot:
    """The last line of `card` in `room` pixels; the day is never cut off."""
    metrics, plain = QFontMetricsF(speakers_font(card, font)), QFontMetricsF(font)
    right = Qt.TextElideMode.ElideRight
    day = f" · {apart(spell(card.published))}"
    names = room - plain.horizontalAdvance(day)
    speaker, label = apart(card.speaker or say("speaker unknown")), f" · {apart(card.label)}"
    beside = min(plain.horizontalAdvance(label), names * (1 - _WHO))
    who = metrics.elidedText(speaker, right, names - beside)
    wide = metrics.horizontalAdvance(who)
    rest = f"{plain.elidedText(label, right, max(0.0, names - wide))}{day}"
    left = room - wide - plain.horizontalAdvance(rest) - 16
    why = apart(say("Why: {reasons}", reasons=retell(card.because[0]))) if card.because else ""
    fits = left >= _WHY * plain.averageCharWidth()
    shown = plain.elidedText(why, right, left) if fits else ""
    return Foot(who, wide, rest, shown, plain.horizontalAdvance(shown))
