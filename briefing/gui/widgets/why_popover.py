"""Why a card is ranked so: each reason, the words that answer, and where in its source it stands."""

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from briefing.gui.item_models.cards import decimal, told_backing
from briefing.model.desk import Backing, ShownCard
from briefing.retold import retell
from briefing.words import say

_LETTERS = 52
"""Letters of a line."""


class WhyPopover(QFrame):
    """Stands beside a card until a key or a click elsewhere puts it away."""

    def __init__(
        self, card: ShownCard, titles: Mapping[str, str], backing: Backing | None, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(say("Why it is ranked so"))
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.words = QLabel(_told(card, titles, backing))
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setFixedWidth(_LETTERS * self.fontMetrics().averageCharWidth())
        QVBoxLayout(self).addWidget(self.words)

    def show_at(self, point: QPoint) -> None:
        """Open at `point`, moved as far as the screen asks."""
        self.adjustSize()
        room = self.screen().availableGeometry()
        left = min(point.x(), room.right() - self.width())
        top = min(point.y(), room.bottom() - self.height())
        self.move(max(room.left(), left), max(room.top(), top))
        self.show()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Any key puts it away."""
        del event
        self.close()


def _told(card: ShownCard, titles: Mapping[str, str], backing: Backing | None) -> str:
    themes = ", ".join(titles.get(theme, theme) for theme in card.themes)
    found = [card.text[start:end] for start, end in card.marks]
    answering = {word.casefold(): word for word in reversed(found)}.values()
    reasons = "".join(f"<li>{escape(retell(reason))}</li>" for reason in card.because)
    words = escape(", ".join(reversed(answering)))
    score = decimal(card.score)
    place = say(
        "Characters {start} to {end} of its source",
        start=card.passage.start,
        end=card.passage.end,
    )
    parts = [
        f"<b>{escape(themes)}: {score}</b><ul style='margin-left: -24px'>{reasons}</ul>",
        f"<p>{say('Words that answer: {words}', words=words)}</p>" if answering else "",
        f"<p>{escape(told_backing(backing))}</p>" if backing else "",
        f"<p>{place}</p>",
    ]
    return "".join(parts)
