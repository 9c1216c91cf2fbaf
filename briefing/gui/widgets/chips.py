"""The row of common filters under the search: a chip each, and all others under "More"."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from briefing.gui.widgets.flow import Flow
from briefing.model.library import Facet
from briefing.words import mark, number, say, say_many

_STANDING = (("is:new", mark("New")), ("days:30", mark("Last 30 days")),
             ("is:disputed", mark("Disputed")))  # fmt: skip
_GROUPS = (("language", mark("Language")), ("year", mark("Year")), ("speaker", mark("Speaker")))
_MOST = 15
"""Values of one kind under "More"."""


class Chips(QWidget):
    """What narrows the list beside the sidebar; of one kind alternatives, of several kinds all."""

    changed = Signal()
    saved = Signal()
    """This view is to be kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = Flow(self)
        self._on: dict[str, str] = {}
        self._facets: Sequence[Facet] = ()
        self._dismissed = 0
        self._standing = {key: self._chip(say(text), key) for key, text in _STANDING}
        self._others: dict[str, QToolButton] = {}
        self.more = QToolButton()
        self.more.setText(f"{say('More')} ▾")
        self.more.setProperty("chip", True)
        self.more.setAccessibleName(say("More filters"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self.more)
        self._menu.aboutToShow.connect(self._fill)
        self.more.setMenu(self._menu)
        self._row.addWidget(self.more)

    def show_counts(self, facets: Sequence[Facet], dismissed: int) -> None:
        """Know what there is to narrow by."""
        self._facets, self._dismissed = facets, dismissed
        counts = {f"is:{facet.value}": facet.count for facet in facets if facet.sort == "is"}
        for key, chip in self._standing.items():
            if key in counts:
                told = say_many("{n} source", "{n} sources", counts[key])
                if key == "is:new":
                    told = say_many(
                        "{n} source since the last edition",
                        "{n} sources since the last edition",
                        counts[key],
                    )
                chip.setToolTip(told)
                chip.setProperty("faded", not counts[key] and not chip.isChecked())
                chip.style().polish(chip)

    def query(self, today: date) -> str:
        """The filters as one would type them."""
        return " ".join(_typed(key, today) for key in self._on)

    def on(self) -> bool:
        """Whether anything is narrowed by a chip."""
        return bool(self._on)

    def clear(self) -> None:
        """Narrow by nothing."""
        self._on.clear()
        self._show()

    def swap(self, key: str, title: str) -> None:
        """Narrow by `key`, or no longer."""
        if self._on.pop(key, None) is None:
            self._on[key] = title
        self._show()
        self.changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One row where that can be: what has no room waits under "More"."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters need more room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        """Fold away those of the common filters that are off, the last first, until all fit."""
        gap = self._row.gap
        always = [self.more, *self._others.values()]
        always += [chip for key, chip in self._standing.items() if key in self._on]
        room = self.width() + gap - sum(chip.sizeHint().width() + gap for chip in always)
        for key, chip in self._standing.items():
            if key not in self._on:
                room -= chip.sizeHint().width() + gap
                chip.setVisible(room >= 0)
            else:
                chip.show()

    def minimumSizeHint(self) -> QSize:
        """As narrow as its widest chip."""
        return QSize(self.more.sizeHint().width(), self.more.sizeHint().height())

    def _chip(self, text: str, key: str) -> QToolButton:
        chip = QToolButton()
        chip.setText(text)
        chip.setProperty("chip", True)
        chip.setCheckable(True)
        chip.clicked.connect(lambda: self.swap(key, text))
        self._row.addWidget(chip)
        return chip

    def _show(self) -> None:
        for key, chip in self._standing.items():
            chip.setChecked(key in self._on)
        for chip in self._others.values():
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._row.removeWidget(self.more)
        self._others = {
            key: self._chip(f"{title} ✕", key)
            for key, title in self._on.items()
            if key not in self._standing
        }
        for chip in self._others.values():
            chip.setChecked(True)
        self._row.addWidget(self.more)
        self._fit()
        self.updateGeometry()

    def _fill(self) -> None:
        self._menu.clear()
        for key, text in _STANDING:
            if self._standing[key].isHidden():
                self._line(self._menu, key, say(text), None)
        for sort, title in _GROUPS:
            values = [facet for facet in self._facets if facet.sort == sort][:_MOST]
            group = self._menu.addMenu(say(title))
            group.setEnabled(bool(values))
            for facet in values:
                self._line(group, f"{sort}:{facet.value}", facet.value, facet.count)
        self._line(self._menu, "is:changed", say("Changed by its publisher"), None)
        self._line(self._menu, "is:dismissed", say("Dismissed"), self._dismissed)
        self._menu.addSeparator()
        save = self._menu.addAction(say("Save this view…"))
        save.triggered.connect(lambda _=False: self.saved.emit())

    def _line(self, menu: QMenu, key: str, title: str, count: int | None) -> None:
        much = "" if count is None else f"\t{number(count)}"
        action = menu.addAction(title.replace("&", "&&") + much)
        action.setCheckable(True)
        action.setChecked(key in self._on)
        action.triggered.connect(lambda _=False: self.swap(key, title))


def _typed(key: str, today: date) -> str:
    sort, _, value = key.partition(":")
    if sort == "days":
        return f"after:{today - timedelta(int(value)):%Y-%m-%d}"
    if sort == "year":
        return f"after:{value}-01-01 before:{value}-12-31"
    return f'{sort}:"{value}"' if sort == "speaker" else key


def views_of(text: str) -> Mapping[str, str]:
    """Kept views, a name and what was searched a line; what cannot be read is left out."""
    lines = (line.partition("\t") for line in text.split("\n"))
    return {name: query for name, tab, query in lines if tab and name}
