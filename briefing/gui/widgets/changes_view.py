"""Changes: what this briefing changes against an edition that was delivered."""

from collections.abc import Sequence
from html import escape
from textwrap import shorten

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QMenu, QToolButton, QVBoxLayout, QWidget

from briefing.gui.item_models.cards import spell
from briefing.gui.widgets.linked_page import LinkedPage
from briefing.model.changes import Changes, ChangeSort, EditionChange
from briefing.model.library import Edition
from briefing.model.passage import Passage

_NOTHING = "Export once and this page will show what changed since."
_SIGNS = {
    ChangeSort.NEW: ("＋", "new", ""),
    ChangeSort.GONE: ("−", "left out", ""),
    ChangeSort.MOVED: ("⇅", "moved", ""),
    ChangeSort.CONTRADICTED: ("▲", "is now contradicted", "conflict"),
    ChangeSort.CORROBORATED: ("●", "gained independent sources", "agree"),
    ChangeSort.CORRECTED: ("✎", "its source was corrected", ""),
}
_SHOWN = 150


class ChangesView(QWidget):
    """Shows `Changes` in the words of the page."""

    opened = Signal(object)
    compared = Signal(object)
    new_wanted = Signal()
    marking_wanted = Signal(bool)
    """Whether the exported document is to say what changed."""
    against_wanted = Signal(object)
    """Number of the edition to compare with; `None` for the last one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = LinkedPage("What changed since the last edition", _NOTHING)
        self.mark = QCheckBox("Mark changes in the document")
        self.mark.clicked.connect(self.marking_wanted)
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

    def show_changes(self, edition: Edition | None, changes: Changes | None, new: int) -> None:
        """Show what changed since `edition`; `new` sources have come to the library since."""
        if edition is None or changes is None:
            self.page.show_hint(_NOTHING)
            return
        self.against.setText(f"Compare with: {_named(edition)} ▾")
        self.page.show_made(lambda: self._html(edition, changes, new))

    def _html(self, edition: Edition, changes: Changes, new: int) -> str:
        parts = [f"<h3>Since edition {edition.issue} · {edition.date:%d %B %Y}</h3>"]
        if new:
            word = "source has" if new == 1 else "sources have"
            show = self.page.link("Show new ones", self.new_wanted.emit)
            parts.append(f"<p>＋ {new} {word} come to the library. {show}</p>")
        if not changes.changes:
            parts.append("<p class='quiet'>The quotations are the same, in the same order.</p>")
        parts += map(self._change, changes.changes)
        return "".join(parts)

    def _change(self, change: EditionChange) -> str:
        sign, word, colour = _SIGNS[change.sort]
        said = change.said
        place = Passage(said.source, said.start, said.end)
        acts = [self.page.link("Source", lambda: self.opened.emit(place))]
        if change.sort in (ChangeSort.CONTRADICTED, ChangeSort.CORROBORATED):
            acts.append(self.page.link("Compare", lambda: self.compared.emit(place)))
        detail = f" ({escape(change.detail)})" if change.detail else ""
        when = "it was " if change.sort is ChangeSort.GONE else ""
        return (
            f"<p><span class='{colour}'>{sign} Quotation {said.place}: {when}{word}</span>{detail}<br>"
            f"<span class='words'>“{escape(shorten(said.text, _SHOWN, placeholder=' …'))}”</span>"
            f"<br><span class='quiet'>{escape(said.label)}</span> &nbsp; {' &nbsp; '.join(acts)}</p>"
        )


def _named(edition: Edition) -> str:
    return f"edition {edition.issue} · {spell(edition.date)}"
